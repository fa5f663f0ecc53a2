import { addressKey } from '#shared/domain/address.ts';
import { wordsOf } from '#shared/domain/content.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { customerRow, reachOf } from '../rows.ts';
import { type Counterpart, type DeskDecision, type DeskTurn, type KnownRow, reply } from '../turn.ts';

/** A message is taken back by answering it: deleted where the messenger still can, otherwise corrected. */
export function undo(turn: DeskTurn): DeskDecision {
  const { counterpart, about } = turn;
  if (!counterpart) return reply(say(phrase('relayUndoHow')));
  // An answer may also be given to a message of another topic: that one is taken back there.
  const isTheirs = about !== null && reachOf(about, counterpart.destination) !== null;
  if (counterpart.how !== 'passed' || counterpart.row.isOver || !isTheirs)
    return reply(say(phrase('relayUndoNothing')));
  if (!counterpart.row.messages.some(({ kind }) => kind === 'relay'))
    return reply(say(phrase('relayUndone', { how: 'before' })));
  const back = takeBack(counterpart, turn);
  const of = counterpart.row.source?.messageId;
  const row = customerRow(turn);
  return {
    // Asked for once more, the row that takes it back is found, and nothing is taken back twice.
    changes: [
      ...back.changes,
      ...(of === undefined || back.say.length === 0
        ? []
        : [
            {
              kind: 'passed',
              at: addressKey(turn.desk.address),
              messageId: of,
              to: counterpart.destination,
              row,
            } as const,
          ]),
    ],
    say: [
      ...back.say.map((one) => ({ ...one, row })),
      ...(of === undefined
        ? []
        : [{ to: 'here', priority: 'answer', message: { kind: 'react', target: of, mark: null } } as const]),
      { to: 'here', priority: 'answer', message: say(phrase('relayUndone', { how: back.how })) },
    ],
  };
}

type Back = Pick<DeskDecision, 'changes' | 'say'> & {
  /** `kept`: it had not left yet. */
  readonly how: 'kept' | 'deleted' | 'corrected';
};

/** What becomes of one row that carries an advisor's message. */
export function takeBack(
  { destination, row }: Pick<Counterpart, 'destination' | 'row'>,
  turn: DeskTurn,
): Back {
  if (row.waits) return { how: 'kept', changes: [{ kind: 'withdrawn', destination, row: row.sk }], say: [] };
  const targets = row.parts.filter((part) => part !== null);
  const text = textOf(row);
  const { editableMs = null } = turn.about ?? {};
  const isFresh = editableMs !== null && turn.now - row.born < editableMs;
  const how = isFresh ? 'deleted' : 'corrected';
  const message: Outbound =
    isFresh && targets.length > 0
      ? { kind: 'retract', targets, text }
      : say(phrase('relayRetracted', { text }));
  return { how, changes: [], say: [{ to: 'customer', priority: 'person', message, at: destination }] };
}

/** The words that are taken back; '' for a file without words. */
export function textOf({ messages }: Pick<KnownRow, 'messages'>): string {
  const [first] = messages.flatMap((message) => (message.kind === 'relay' ? [wordsOf(message.content)] : []));
  return first ?? '';
}
