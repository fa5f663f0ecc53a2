import { addressKey } from '#shared/domain/address.ts';
import { albumKey, noteMark } from '#shared/domain/desk.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { DeskDecision, DeskSay, DeskTurn } from '../turn.ts';
import { takeBack } from './undo.ts';

/**
 * A note stays in the group, and a mark shows that it was taken as one. Of an album all parts are a note when one is; parts
 * that came before it and were not sent yet stay here, others are taken back.
 */
export function noted(turn: DeskTurn, album: string | null = null): DeskDecision {
  const { messageId, desk } = turn;
  const key = addressKey(desk.address);
  const marked: readonly Change[] =
    album === null || turn.album?.isNote
      ? []
      : [{ kind: 'passed', at: key, messageId: albumKey(album), to: key, row: noteMark }];
  const kept = turn.album?.isNote ? [] : (turn.album?.rows ?? []).filter(({ row }) => !row.isOver);
  const back = kept.map((one) => takeBack(one, turn));
  return {
    changes: [...marked, ...back.flatMap(({ changes }) => changes)],
    say: [...(messageId === null ? [] : [mark(messageId)]), ...back.flatMap(({ say }) => say)],
  };
}

function mark(target: string): DeskSay {
  return { to: 'here', priority: 'answer', message: { kind: 'react', target, mark: 'note' } };
}
