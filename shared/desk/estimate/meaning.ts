import type { Content } from '#shared/domain/content.ts';
import { wordsOf } from '#shared/domain/content.ts';
import { isNote } from '#shared/domain/desk.ts';
import type { Fetched } from '#shared/domain/job.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from '../turn.ts';
import type { EstimateAction } from './action.ts';
import type { PhotoTicket } from './photos.ts';

/** What concerns estimates although it is no command and no button: an edited command, an answer to a preview, its photos. */

/** The words behind `/estimate` in an edited message; null for any other message. */
export function estimateEdited(text: string): DeskEvent<unknown> | null {
  const found = /^\s*\/estimate(?:@\w+)?(?:\s+(.*))?$/isu.exec(text);
  return found && { kind: 'command', name: 'estimate', words: (found[1] ?? '').trim() };
}

/** An answer to what we said of a draft is never meant for the customer; a note stays one. Null for anything else. */
export function estimateReplied(
  content: Content,
  { counterpart, about }: Pick<DeskTurn, 'counterpart' | 'about'>,
): DeskEvent<unknown> | null {
  const ours = counterpart?.how === 'sent' && counterpart.row.messages.some(isDraftShown);
  return ours && about && !isNote(wordsOf(content)) ? { kind: 'content', content } : null;
}

const shownKeys = ['orderPreview', 'orderProblems', 'orderHowTo'];

function isDraftShown(message: Outbound): boolean {
  return message.kind === 'say' && message.text.some(({ key }) => shownKeys.includes(key));
}

/** A photo of a draft is in the store, or cannot be had. */
export function photoCame(
  outcome: Fetched,
  { of, ref, edition, line, preview, carries }: PhotoTicket,
  now: number,
): DeskEvent<unknown> | DeskDecision {
  switch (outcome.kind) {
    case 'stored': {
      const action: EstimateAction = { do: 'photo', of, ref, edition, line, key: outcome.key, preview };
      return { kind: 'action', action, shownAt: now };
    }
    case 'failed': {
      const why = phrase('mediaFailed', { what: 'photo', why: outcome.why, bytes: null, whose: 'ours' });
      return {
        changes: [],
        say: [{ to: 'here', priority: 'answer', message: { ...say(why), replyTo: carries } }],
      };
    }
  }
}
