import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { keyboardLimits, limits } from '#shared/channels/telegram/limits.ts';
import { render } from '#shared/channels/telegram/render.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import { upcomingVisits } from '#shared/domain/customer.ts';
import { languages } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { answersByTimer } from '#shared/flows/automatic.ts';
import { isByHand } from '#shared/flows/booking/by-hand.ts';
import { bookingSchema } from '#shared/flows/booking/state.ts';
import { reportingSchema } from '#shared/flows/report/state.ts';
import { decide } from '#shared/flows/step.ts';
import { textFor } from '#shared/text/text.ts';
import type { Town } from './given.ts';
import type { Neighbour, Played } from './neighbour.ts';

/** What must hold after every step, whatever was sent. Each throws with what is wrong. */

/** A person who wrote is answered; only a burst that is being collected and a flood are not answered one by one. */
export function answers({ inbound, outcome }: Played): void {
  const { event, from } = inbound;
  const needsNone = event.kind === 'edited' || event.kind === 'blocked' || event.kind === 'unblocked';
  if (!from || needsNone || outcome.quiet !== null) return;
  if (outcome.conversation === null || isAdded(outcome)) return;
  const here = outcome.say.filter(({ to }) => to === 'customer');
  expect(here.length, `no answer to ${event.kind}`).toBeGreaterThan(0);
}

/** They wait for a person and were told so: what they add is passed on without a word each time. */
function isAdded({ case: { answerBy } }: Played['outcome']): boolean {
  return answerBy !== undefined;
}

/** Nothing is swallowed by the flood guard before the thirty-first message of a minute. */
export function floodIsReal({ inbound: { event, at }, outcome, before: { usedUp, flood } }: Played): void {
  const kinds = ['edited', 'blocked', 'unblocked', 'quiet', 'timer'];
  if (outcome.conversation !== null || kinds.includes(event.kind)) return;
  // The second of two quick taps on one button means nothing more.
  if (event.kind === 'tap' && usedUp && isDeepStrictEqual({ ...event.offer, at: usedUp.at }, usedUp)) {
    expect(at - usedUp.at).toBeLessThan(MINUTE);
    return;
  }
  expect(flood.count, `${event.kind} ignored`).toBeGreaterThan(30);
}

/** What was collected is answered in the end: its quiet end is still to come, or something was said. */
export function burstsEnd({ before, outcome }: Played, person: Neighbour): void {
  const { burst } = person.conversation;
  if (burst !== null)
    expect(person.quiet, 'a burst waits for a quiet end that never comes').toBe(burst.version);
  const joins = outcome.changes.some(({ kind }) => kind === 'report');
  if (before.burst !== null && burst === null && !isAdded(outcome) && !joins)
    expect(outcome.say.length, 'a burst was dropped').toBeGreaterThan(0);
}

/** The same step decided again, from other day items of the same content, is the same decision. */
export function decidesAlike({ inbound, prepared, outcome, facts }: Played): void {
  const again = decide(inbound, prepared, { ...facts, days: structuredClone(facts.days) });
  expect(isDeepStrictEqual(again, outcome), 'decided differently the second time').toBe(true);
}

/**
 * Nobody is written to by the bot itself who did not agree to it, but to say what is read of the report that they left minutes ago,
 * or that the answer which they wait for takes longer.
 */
export function asksFirst({ inbound, outcome }: Played, person: Neighbour): void {
  if (inbound.event.kind !== 'timer' || person.customer.consents.visit?.given === true) return;
  const told = outcome.say.filter(({ to }) => to === 'customer');
  const unasked = told.filter(
    ({ message }) => message.kind !== 'say' || !answersByTimer.some((key) => key === message.text[0]?.key),
  );
  expect(unasked, 'an automatic message without consent').toEqual([]);
}

/**
 * Everything said fits Telegram and shows no hole: in the person's language, and in the others by turns. What the person
 * gets to read is returned.
 */
export function readsWell({ outcome }: Played, { town, address }: Neighbour): string {
  turns += 1;
  const read: string[] = [];
  for (const language of new Set([outcome.language, languages[turns % languages.length] ?? 'en'])) {
    const text = textFor(language, town.station, town.now);
    for (const { message, to } of outcome.say) {
      const context = { row: 'v00000001', now: town.now, publicUrl: 'https://station.example' };
      const shown = render([message], address, text, context).map(
        ({
          payload: {
            method,
            body,
            uploads: [upload],
          },
        }) => {
          if (method === 'sendMessage' || method === 'editMessageText') fits(body);
          return upload ? Buffer.from(upload.content).toString() : JSON.stringify(body);
        },
      );
      for (const one of shown)
        expect(one, outline(message)).not.toMatch(/undefined|NaN|null|\[object|Invalid Date/);
      if (to === 'customer') read.push(...shown);
    }
  }
  return read.join('\n');
}

let turns = 0;

function fits(body: Readonly<Record<string, unknown>>): void {
  const text = String(body.text);
  expect(text.trim(), 'an empty message').not.toBe('');
  expect(text.length).toBeLessThanOrEqual(limits.textLength);
  expect(text.isWellFormed(), 'half a character').toBe(true);
  const rows = rowsOf(body.reply_markup);
  expect(rows.flat().length).toBeLessThanOrEqual(keyboardLimits.buttons);
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(keyboardLimits.rowButtons);
  for (const { text: label, callback_data: data } of rows.flat()) {
    expect(label.trim(), 'a button without a label').not.toBe('');
    expect(Buffer.byteLength(data ?? ''), 'too much on a button').toBeLessThanOrEqual(limits.buttonDataBytes);
  }
}

type Button = { readonly text: string; readonly callback_data?: string };

function rowsOf(markup: unknown): readonly (readonly Button[])[] {
  if (typeof markup !== 'object' || markup === null) return [];
  if ('inline_keyboard' in markup && Array.isArray(markup.inline_keyboard)) return markup.inline_keyboard;
  return 'keyboard' in markup && Array.isArray(markup.keyboard) ? markup.keyboard : [];
}

function outline(message: Outbound): string {
  return message.kind === 'say' ? message.text.map(({ key }) => key).join(' + ') : message.kind;
}

/** Nothing of one customer is shown to another: no car, phone, name or reference number. */
export function keepsApart(shown: string, person: Neighbour): void {
  for (const other of person.town.people) {
    if (other === person) continue;
    const secrets = [other.name, other.customer.phone, ...other.visits.map(({ id }) => id)];
    for (const secret of secrets)
      if (secret) expect(shown.includes(secret), `shows ${secret} to ${person.name}`).toBe(false);
  }
}

/** Calendar and customers agree, and nobody has too many visits. */
export function calendarAgrees(town: Town): void {
  const dated = [...town.days.values()].flatMap(({ date, jobs }) => jobs.map((job) => ({ ...job, date })));
  const byId = Map.groupBy(dated, ({ id }) => id);
  const visits = town.people.flatMap(({ customer }) => customer.visits);
  for (const { customer } of town.people) {
    const open = upcomingVisits(customer, town.now).length;
    expect(open, 'too many visits').toBeLessThanOrEqual(town.station.rules.openBookingsPerPerson);
  }
  for (const visit of visits) {
    const jobs = (byId.get(visit.id) ?? []).filter(({ holdUntil }) => holdUntil === null);
    const [first] = jobs.sort((a, b) => a.start - b.start);
    // Whoever said that they come later has the work placed from then on; the agreed time stays.
    const arrival = visit.life.coming === null ? visit.start : first?.arrival;
    expect(first, 'a visit without jobs').toMatchObject({ arrival, kind: visit.stay });
    expect(first?.arrival, 'work before its visit').toBeGreaterThanOrEqual(visit.start);
    const kept = {
      dates: unlike(jobs.map(({ date }) => date)),
      readyBy: Math.max(...jobs.map(({ readyBy }) => readyBy)),
    };
    expect(kept).toEqual({ dates: unlike(visit.dates), readyBy: visit.readyBy });
    const done = unlike(jobs.map(({ service }) => service));
    // Days that are reserved in full carry the name of the longest work alone.
    if (visit.dates.length > 1) expect(visit.services).toEqual(expect.arrayContaining([...done]));
    else expect(done).toEqual(unlike(visit.services));
  }
  const known = new Set(visits.map(({ id }) => id));
  const held = new Map(town.people.flatMap(({ conversation }) => holdOf(conversation.flow?.state)));
  const longest = (town.station.rules.hold + 1) * MINUTE;
  const waits = new Set(town.people.flatMap(({ customer }) => customer.waits));
  const offered = (town.station.rules.visits.offerHold + 3) * MINUTE;
  for (const { id, arrival, readyBy, holdUntil } of dated) {
    if (holdUntil === null) {
      if (readyBy > town.now) expect(known.has(id), 'a job without a visit').toBe(true);
      continue;
    }
    // Kept for somebody of the waiting list, and for the minutes until they read it.
    if (waits.has(id)) {
      expect(holdUntil - town.now, 'offered for too long').toBeLessThanOrEqual(offered);
      continue;
    }
    // Whoever missed two visits asked for this one: an advisor has to look at it first.
    if (!held.has(id) && asksFirstOf(town)) continue;
    expect(holdUntil - town.now, 'held for too long').toBeLessThanOrEqual(longest);
    if (holdUntil > town.now) expect(held.get(id), 'held for nobody').toBe(arrival);
  }
}

/** Whether somebody's next visit is only requested. */
function asksFirstOf({ people, now }: Town): boolean {
  return people.some(({ customer }) => isByHand(customer, now));
}

/** No rule of the station is broken by what was written. */
export function rulesHold({ outcome }: Played, { days, station, now }: Town): void {
  if (!outcome.changes.some(({ kind }) => kind === 'day')) return;
  expect(violations(station, [...days.values()], now)).toEqual([]);
}

function unlike(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}

function holdOf(state: unknown): readonly (readonly [string, number])[] {
  // A report may be asked about on top of a booking.
  const beneath = reportingSchema.safeParse(state).data?.before;
  const booking = bookingSchema.safeParse(beneath ? beneath.state : state).data;
  return booking?.step === 'stay' ? [[booking.draft.id, booking.hold.start]] : [];
}
