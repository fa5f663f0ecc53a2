import type { CaseChange } from '#shared/domain/case.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, type Option, type Say, say, withNotice } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { tokenFrom } from '#shared/domain/token.ts';
import { linkMs } from '#shared/flows/below.ts';
import { bookedCard, bookRow, calendarFile } from '#shared/flows/booking/cards.ts';
import type { About, DeskDecision, DeskSay, DeskTurn } from '../turn.ts';
import { overrideLine } from './override.ts';
import { diaryButton } from './plan.ts';

/** What was agreed about a visit in the customer's place, as everybody is told it. */
export type Agreed = {
  readonly what: 'booked' | 'moved' | 'cancelled';
  readonly visit: Visit;
  readonly customer: Customer;
  /** The customer stands at the counter. */
  readonly isHere?: boolean;
};

/** The customer is told as always, with one line that says who did it, and the calendar file. */
export function toldCustomer(
  { what, visit }: Agreed,
  turn: Pick<DeskTurn, 'about' | 'by' | 'station' | 'token'>,
): Pick<DeskDecision, 'changes' | 'say'> {
  if (!turn.about?.home) return { changes: [], say: [] };
  const usual =
    what === 'cancelled'
      ? card(
          'aside',
          phrase('cancelled', { ref: visit.id, start: visit.start, car: visit.vehicle.short }),
          bookRow,
        )
      : bookedCard(visit, turn, what);
  const lead = phrase('diaryByAdvisor', { advisor: turn.by.advisor, what });
  const words: Say = { ...usual, card: 'aside', text: [lead, ...usual.text] };
  const { vehicle, start } = visit;
  const message =
    what === 'booked' ? words : withNotice(words, { kind: 'update', what, car: vehicle.short, at: start });
  const { file, changes } = fileOf(visit, what, turn, turn.about);
  return {
    changes,
    say: [message, file].map((one): DeskSay => ({ to: 'customer', priority: 'person', message: one })),
  };
}

/** Where the messenger takes no such files, a link; what was cancelled is taken out of their calendar by a file only. */
function fileOf(
  visit: Visit,
  what: Agreed['what'],
  { token }: Pick<DeskTurn, 'token'>,
  { calendar }: About,
): { readonly file: ReturnType<typeof calendarFile>; readonly changes: readonly Change[] } {
  const file = { ...calendarFile(visit), cancelled: what === 'cancelled' };
  if (calendar === 'file' || file.cancelled) return { file, changes: [] };
  const secret = tokenFrom(token, 0);
  const to = { of: 'visit', visit: visit.id } as const;
  return {
    file: { ...file, token: secret },
    changes: [{ kind: 'link', token: secret, to, until: file.end + linkMs }],
  };
}

/** The card of the advisor afterwards, and a line in the customer's topic where the advisor is elsewhere. */
export function shown(
  agreed: Agreed,
  turn: DeskTurn,
  options: readonly (readonly Option[])[],
): readonly DeskSay[] {
  const text = doneText(agreed, turn);
  return [
    {
      to: 'here',
      priority: 'answer',
      message: card('aside', text, [...options, ...wayToTopic(turn)]),
    },
    ...(isElsewhere(turn) ? [{ to: 'topic', priority: 'answer', message: say(text) } as const] : []),
  ];
}

function doneText(
  { what, visit, customer, isHere = false }: Agreed,
  { by, about }: DeskTurn,
): readonly Phrase[] {
  const { id, start, services, vehicle } = visit;
  const done = phrase('diaryDone', {
    what,
    by: by.advisor,
    name: customer.name,
    car: vehicle.short,
    services,
    start,
    ref: id,
    told: about?.home ? 'message' : isHere || customer.phone === null ? 'nobody' : 'call',
  });
  return [done, ...overrideLine(visit)];
}

/** The advisor is not in the topic of the customer whom it is about, and that customer has one. */
function isElsewhere({ about, thread }: DeskTurn): boolean {
  return about?.topic != null && about.topic.thread !== thread;
}

/** A link to the customer's topic, where the advisor is elsewhere. */
export function wayToTopic(turn: DeskTurn): readonly (readonly Option[])[] {
  const topic = turn.about?.topic ?? null;
  const url = topic && isElsewhere(turn) ? turn.linkTo(topic) : null;
  return url === null ? [] : [[{ kind: 'link', label: phrase('caseLabelOpenTopic'), url }]];
}

/** What can be done with a visit that stands. */
export function visitWays(customer: string, visit: string): readonly (readonly Option[])[] {
  return [
    [
      diaryButton(phrase('diaryLabelMove'), { do: 'moveVisit', customer, visit }),
      diaryButton(phrase('diaryLabelCancel'), { do: 'cancelVisit', customer, visit }),
    ],
  ];
}

/** A person has dealt with it: nobody waits any more, and the bot, if it was waiting for a person, goes on. */
export function dealtWith({ case: known }: About, { by, now }: Pick<DeskTurn, 'by' | 'now'>): CaseChange {
  return {
    baton: known.baton === 'waiting' ? 'bot' : known.baton,
    waitingSince: null,
    answerBy: null,
    alerts: 0,
    answered: { by: by.advisor, at: now },
  };
}

/** The number of an agreement: above every one that was given so far, also of a visit that was cancelled. */
export function nextSequence({ version }: Customer, before: Visit | undefined): number {
  return Math.max(before?.sequence ?? 0, version) + 1;
}
