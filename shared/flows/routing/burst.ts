import { isCalled } from '../baton/waits.ts';
import { isVisiting } from '../coming/which.ts';
import { awaitsQuestion } from '../estimate/state.ts';
import { whyInFile } from '../feedback/heard.ts';
import type { FlowEvent, Turn } from '../flow.ts';
import { act, type Call } from '../meant.ts';
import { flowNamed } from '../registry.ts';
import { cameIn } from '../report/arrivals.ts';
import { recentHead } from '../report/row.ts';
import { estimateWaits, isBooking } from './progress.ts';
import { isForPerson, understoodCalls } from './understood.ts';

/** Words that come so long after a person was called still belong to that call. */
const sameTalkMs = 30 * 60_000;

/** What was collected, once it is quiet or a tap comes in between: a report, a file for a person, or words nobody understood. */
export function burstCalls(turn: Turn): readonly Call[] {
  const { customer, conversation } = turn;
  const { burst, flow, calledAt } = conversation;
  // A person has read what was collected, and answers it.
  if (!burst || turn.case.baton === 'person') return [];
  const came = cameIn(burst);
  const [file] = burst.others;
  const files = [...burst.photos, ...burst.others.map(({ id }) => id)];
  const why = file ? whyInFile(files, burst.words, turn) : null;
  if (why) return [act('feedback', why)];
  if (files.length > 0 && awaitsQuestion(flow))
    return [act('estimate', { do: 'asked', files, text: burst.words })];
  const opens = came.photos + came.videos > 0;
  if (opens || flow?.name === 'report' || (file && recentHead(turn) !== null))
    return [act('report', { do: 'came', ...came })];
  if (file) return [act('person', { do: 'file', what: file.what, file: file.id, text: burst.words })];
  // What no message said alone they may say together.
  const understood = understoodCalls(burst.words, turn);
  if (understood) return understood;
  const isAdded = turn.case.waitingSince !== null || turn.now - calledAt < sameTalkMs;
  if (isAdded && isCalled(turn)) return [act('person', { do: 'more', text: burst.words })];
  // With an estimate before them people write about it: a person reads that, and the estimate stays as it is.
  if (estimateWaits(turn)) return [act('estimate', { do: 'asked', files: [], text: burst.words })];
  // Around a visit a person reads what they write; a menu would be no answer.
  const isIdle =
    flow === null || (flow.name === 'book' && !isBooking(conversation, conversation.tappedAt, turn.now));
  // Who is on the waiting list was told so below a booking, and writes about it.
  const isWaiting = customer.waits.length > 0 && (isIdle || flow.name === 'book');
  if (conversation.misses > 0 || (isIdle && isVisiting(turn)) || isWaiting || isForPerson(turn))
    return [act('person', { do: 'misunderstood', text: burst.words })];
  const again: FlowEvent<unknown> = { kind: 'again', because: 'unclear' };
  return [{ flow: flow && flowNamed(flow.name) ? flow.name : 'menu', event: again }];
}
