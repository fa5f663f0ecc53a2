import { addressOf } from '#shared/domain/address.ts';
import type { Case } from '#shared/domain/case.ts';
import { type Customer, upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Option, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { lateBy } from '#shared/flows/coming/late.ts';
import { payerLines } from '#shared/flows/payer/put-off.ts';
import { overrideLine } from './diary/override.ts';
import { actsOf } from './estimate/action.ts';

export type Shown = {
  readonly customer: Customer;
  readonly case: Case;
  /** The language in which the customer is answered. */
  readonly language: Language;
  /** Until when we may write freely to where the customer wrote last; null: for ever. Epoch milliseconds. */
  readonly openUntil: number | null;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Visits that the card names one by one. */
const mostVisits = 3;
/** Work orders, the newest ones. */
const mostOrders = 2;

/**
 * The pinned card of a topic: who it is, what is booked, who has it, since when somebody waits, what failed, and the buttons
 * of what can be done now. `print` changes whenever the card does (`Case.card`).
 */
export function cardOf(shown: Shown): { readonly message: Say; readonly print: string } {
  const message: Say = {
    ...say(paragraphs(shown), [...visitRow(shown), ...buttons(shown.case)]),
    slot: 'card',
  };
  const { text, options } = message;
  const drawn = JSON.stringify([text, options]);
  return { message, print: `${shortId(drawn)}${drawn.length.toString(36)}` };
}

function paragraphs({ customer, case: known, language, openUntil, now }: Shown): readonly Phrase[] {
  const visits = upcomingVisits(customer, now);
  const { baton, owner, waitingSince, answerBy, callback, undelivered, blocked, danger } = known;
  const reported = customer.reports.at(-1);
  return [
    ...(danger === null ? [] : [phrase('reportCardDanger', danger)]),
    phrase('caseCard', {
      name: customer.name,
      language,
      channels: channelsOf(customer, known),
      cars: customer.vehicles.map(({ short }) => short).reverse(),
      phone: customer.phone ?? '',
    }),
    ...(reported === undefined
      ? []
      : [phrase('reportCard', { ref: reported.id, kind: reported.kind, at: reported.at })]),
    ...visits.slice(0, mostVisits).flatMap((visit) => {
      const { id, start, services, vehicle, stay, readyBy } = visit;
      const line = { ref: id, start, services, car: vehicle.short, stay, readyBy };
      return [phrase('caseCardVisit', line), ...stageLine(visit), ...overrideLine(visit)];
    }),
    ...(visits.length > 0 && visits.length <= mostVisits
      ? []
      : [phrase('caseCardVisits', { more: Math.max(0, visits.length - mostVisits) })]),
    ...(customer.waits.length > 0 ? [phrase('waitlistCard', { count: customer.waits.length })] : []),
    ...payerLines(customer, now),
    ...customer.orders
      .slice(-mostOrders)
      .map(({ ref, car, state, work, cents }) => phrase('orderCard', { ref, car, state, work, cents })),
    ...(blocked === null
      ? [phrase('caseCardState', { baton, owner, since: waitingSince, by: answerBy })]
      : [phrase('caseCardBlocked', blocked)]),
    ...(callback === null ? [] : [phrase('caseCardCall', callback)]),
    ...(undelivered === null ? [] : [phrase('caseCardUndelivered', undelivered)]),
    ...(openUntil === null ? [] : [windowLine(openUntil, now)]),
  ];
}

/** Where a visit is that is more than booked, since when, and by when its owner hears of it; by when a late one comes. */
function stageLine(visit: Visit): readonly Phrase[] {
  const { stage, since: at, newsBy } = visit.life;
  const by = lateBy(visit);
  if (by !== null) return [phrase('stageCardLate', { by })];
  return stage === 'booked' ? [] : [phrase('stageCard', { stage, at, newsBy })];
}

const hour = 60 * 60_000;

/** To the full hour before, so that the card does not change with every word of the customer. */
function windowLine(openUntil: number, now: number): Phrase {
  return phrase('caseCardWindow', { until: Math.floor(openUntil / hour) * hour, shut: openUntil <= now });
}

/** The messengers of a customer by their names, the one they write from first. */
export function channelsOf(customer: Customer, { home }: Pick<Case, 'home'>): string[] {
  const keys = [home, ...addressesOf(customer).filter((key) => key !== home)];
  return [...new Set(keys.filter((key) => isAddress(key)).map((key) => addressOf(key).channel))];
}

/** A customer who was booked by phone has an id that is no address. */
function isAddress(key: string): boolean {
  return key.split('/').length === 4;
}

/** What can be done now, most wanted first; at most nine with those of the visit and its work. */
function buttons({ baton, waitingSince, callback, blocked }: Case): readonly (readonly Option[])[] {
  if (blocked !== null) return [[act('caseLabelUnblock', 'unblock')]];
  const waits = waitingSince !== null ? [act('caseLabelNoAnswer', 'noAnswer')] : [];
  const call = callback !== null ? [act('caseLabelCallDone', 'callDone')] : [];
  const diary = [diaryButton('caseLabelOffer', 'offer'), diaryButton('caseLabelBook', 'book')];
  const more = act('caseLabelMore', 'more');
  const rows =
    baton === 'person'
      ? [
          waits.length > 0 ? waits : [act('caseLabelGiveBack', 'giveBack')],
          [act('caseLabelHandOver', 'handOver'), act('caseLabelRelease', 'release')],
          diary,
          [...call, more],
        ]
      : [[act('caseLabelTake', 'take'), ...waits], diary, [...call, more]];
  return rows;
}

/** Where the visit is, and the work on what is agreed. */
function visitRow(shown: Shown): readonly (readonly Option[])[] {
  const { customer, case: known, now } = shown;
  const isOn = known.blocked === null && upcomingVisits(customer, now).length > 0;
  const status: readonly Option[] = isOn
    ? [
        {
          kind: 'act',
          label: phrase('stageLabelStatus'),
          action: { flow: 'desk.visit', data: { do: 'status' } },
        },
      ]
    : [];
  const row = [...status, ...workRow(shown).flat()];
  return row.length > 0 ? [row] : [];
}

/** Work on what is agreed begins, or is done. */
function workRow({ customer, case: { blocked } }: Shown): readonly (readonly Option[])[] {
  const head = customer.orders.findLast(({ work, state }) => work !== 'none' || state === 'agreed');
  if (!head || blocked !== null) return [];
  // Work is of the order, whatever edition of its estimate is agreed.
  const work = actsOf(head, 0);
  return [
    head.work === 'started'
      ? [work(phrase('orderLabelDone'), { do: 'work', to: 'done' })]
      : [work(phrase('orderLabelStart'), { do: 'work', to: 'start' })],
  ];
}

type CaseLabel = Extract<Phrase['key'], `caseLabel${string}`>;
type PlainLabel = Exclude<CaseLabel, 'caseLabelCallWhen'>;

/** A button of the part `desk.case`. */
export function act(label: PlainLabel, what: string): Option {
  return { kind: 'act', label: phrase(label), action: { flow: 'desk.case', data: { do: what } } };
}

function diaryButton(label: PlainLabel, what: 'offer' | 'book'): Option {
  return { kind: 'act', label: phrase(label), action: { flow: 'desk.diary', data: { do: what } } };
}
