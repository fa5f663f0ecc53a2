import { withStage } from '#shared/domain/visit/life.ts';
import type { Call } from '#shared/flows/meant.ts';
import { given, type Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { type Sentence, spoken } from './spoken.ts';

/** People whose words are understood as `spoken.ts` says, what their messages lead to, and where they stand. */

export function town(): Town {
  const here = given();
  here.understoodOf = spoken;
  return here;
}

/** What each call asks of which flow: `book words`, `questions topics`. */
export function asked(calls: readonly Call[]): readonly string[] {
  return calls.map(({ flow, event }) => {
    if (event.kind !== 'action') return `${flow} ${event.kind}`;
    const { action } = event;
    const what = typeof action === 'object' && action !== null ? action : {};
    const named = 'do' in what ? what.do : 'ask' in what ? what.ask : '';
    return `${flow} ${String(named)}`;
  });
}

/** The calls that a message leads to; none where it is collected, or is for the person who has the talk. */
export function leads(person: Neighbour, text: string): readonly string[] {
  return asked(person.play({ kind: 'text', text }).prepared.calls);
}

export function actionOf(person: Neighbour, text: Sentence): unknown {
  const call = person.play({ kind: 'text', text }).prepared.calls.at(-1);
  return call?.event.kind === 'action' ? call.event.action : null;
}

export const met = (): Neighbour => town().person().sends('start');
/** An oil change, booked by buttons for the earliest time; nothing is asked any more. */
export const visitor = (): Neighbour => booksOil(met());
const booksOil = (lena: Neighbour): Neighbour =>
  lena
    .sends('book')
    .taps('labelService', { id: 'oil' })
    .says('Octavia ABC-4821')
    .taps('labelOtherDay')
    .taps('labelDay', { date: '2026-11-26' })
    .taps('labelSlot')
    .taps('labelLeave')
    .says('skip')
    .taps('labelConsentYes');
export const second = (lena: Neighbour): Neighbour =>
  lena
    .sends('book')
    .taps('labelService', { id: 'pads' })
    .taps('labelOtherDay')
    .taps('labelDay', { date: '2026-11-27' })
    .taps('labelSlot')
    .taps('labelLeave');
export const here = (lena: Neighbour): Neighbour => {
  const [visit, ...more] = lena.visits;
  if (!visit) throw new Error('There is no visit');
  const life = withStage(visit.life, 'checking', lena.town.now, 'maria');
  lena.customer = { ...lena.customer, visits: [{ ...visit, life }, ...more] };
  return lena;
};
