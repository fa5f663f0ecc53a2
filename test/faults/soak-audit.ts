import * as z from 'zod';
import { deskAddress } from '#shared/channels/registry.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Item } from '#test/helpers/expressions.ts';
import type { ShownBubble } from '#test/helpers/messenger.ts';
import { group, type Person } from '#test/helpers/rig.ts';
import { chatKeyOf, type Small } from './small.ts';
import { carOf } from './town.ts';

/** What a town's phones and table say about each other; each line of `faults` is one. */
export type TownReport = {
  readonly faults: readonly string[];
  /** Bodies of people on record. */
  readonly inbound: number;
  readonly bubbles: number;
  /** Telegram's messages that are on nobody's record: shown once more because the record was lost. */
  readonly repeats: number;
  /** Visits booked, moved, cancelled and taken back. */
  readonly agreements: number;
};

const outboxRow = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  outcome: z.string().nullable(),
  reason: z.string().nullish(),
  parts: z.array(z.string().nullable()),
  messages: z.array(
    z.looseObject({ kind: z.string(), target: z.string().nullish(), place: z.string().nullish() }),
  ),
  undelivered: z.string().nullish(),
  again: z.string().nullish(),
  heldFor: z.number().nullish(),
  album: z.string().nullish(),
  repeated: z.array(z.number()).default([]),
});
export type Row = z.infer<typeof outboxRow>;

export function rowsIn(items: readonly Item[]): readonly Row[] {
  return items
    .filter(({ pk, sk }) => String(pk).startsWith('O#') && sk !== 'sender')
    .map((item) => outboxRow.parse(item));
}

/** Everything on Telegram, where the advisors are whatever messenger the people use, and what is so on any messenger. */
export function auditTown(items: readonly Item[], rig: Small, town: readonly Person[]): TownReport {
  const rows = rowsIn(items);
  const faults: string[] = [];
  let repeats = 0;
  for (const [chat, shown] of rig.phone.bubbles) {
    const person = town.find(({ id }) => id === chat);
    const own = rows.filter(({ pk }) => pk === `O#${person ? chatKeyOf(rig, person) : deskKey}`);
    const known = new Set(own.flatMap(({ parts }) => parts));
    const there = new Set(shown.map(({ id }) => String(id)));
    repeats += shown.filter(({ id }) => !known.has(String(id))).length;
    faults.push(...own.flatMap((one) => missing(one, there)), ...inversions(own, Number));
  }
  for (const person of town) faults.push(...strangers(person, rig.bubbles(person)));
  for (const { text } of rig.phone.bubbles.get(Number(group)) ?? []) faults.push(...mixedUp(text));
  faults.push(...doubled(items));
  const idsOfPeople = rig.messenger === 'telegram' ? /^in#u\d/ : /^in#wamid/;
  return {
    faults,
    // The group tells of topics that were made there: nobody's message.
    inbound: items.filter(({ pk, sk }) => idsOfPeople.test(String(sk)) && !String(pk).includes(group)).length,
    bubbles: town.reduce((sum, person) => sum + rig.bubbles(person).length, 0),
    repeats,
    agreements: items.filter(({ sk }) => String(sk).startsWith('visit#')).length,
  };
}

const deskKey = addressKey(deskAddress);

/** A row that was sent is on the phone, message by message. */
function missing(
  { pk, sk, outcome, parts, messages, album }: Row,
  there: ReadonlySet<string>,
): readonly string[] {
  if (outcome === 'superseded' || outcome === 'merged') return [];
  if (outcome !== 'sent') return [`${pk} ${sk} ended as ${outcome}`];
  // What refreshes a card shows nothing where that card cannot change any more.
  const shown = messages.filter(({ kind, place }) => kind !== 'silence' && place !== 'refresh');
  const faults = parts
    .filter((id) => id === null || !there.has(id))
    .map((id) => `${pk} ${sk}: message ${id} is on no phone`);
  // An album is one call, known by its first message.
  const calls = album ? Math.min(1, shown.length) : shown.length;
  return parts.length < calls ? [...faults, `${pk} ${sk} is not whole`] : faults;
}

/** New messages of one conversation appear in the order of its steps; `ordinal` tells when a message came by its id. */
export function inversions(rows: readonly Row[], ordinal: (id: string) => number): readonly string[] {
  const fresh = rows.filter(
    ({ sk, outcome, messages }) =>
      sk.startsWith('v') &&
      outcome === 'sent' &&
      messages.length > 0 &&
      messages.every(({ target }) => !target),
  );
  let last = 0;
  const faults: string[] = [];
  for (const { pk, sk, parts, messages } of fresh) {
    const ordinals = parts.flatMap((id) => (id === null ? [] : ordinal(id)));
    // What refreshes a card changes one that stands further up.
    const refreshes = messages.some(({ place }) => place === 'refresh');
    const shown = refreshes ? ordinals.filter((at) => at > last) : ordinals;
    const [first] = shown;
    if (first !== undefined && first < last) faults.push(`${pk} ${sk} was shown before the one before it`);
    last = Math.max(last, ...shown);
  }
  return faults;
}

/** A text in this chat speaks of this person's car only. */
function strangers(person: Person, shown: readonly Pick<ShownBubble, 'text'>[]): readonly string[] {
  return shown
    .flatMap(({ text }) => [...unfolded(text).matchAll(/Car\d\d/g)])
    .filter(([car]) => car !== carOf(person))
    .map(([car]) => `${car} is spoken of in the chat of ${person.id}`);
}

/** Lines of a calendar file are folded anywhere. https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
function unfolded(text: string): string {
  return text.replaceAll('\r\n ', '');
}

/** A line for the advisors names one person and that person's car; lines that share a message are paragraphs of it. */
function mixedUp(text: string): readonly string[] {
  return text.split('\n\n').flatMap(mixedUpIn);
}

function mixedUpIn(text: string): readonly string[] {
  const person = /Person(\d+)/.exec(text)?.[1];
  const car = /Car(\d\d)/.exec(text)?.[1];
  return person && car && Number(person) !== Number(car) ? [`the desk reads: ${text}`] : [];
}

/** A conversation took no more steps than messages came. */
function doubled(items: readonly Item[]): readonly string[] {
  return items
    .filter(({ sk, movedTo }) => sk === 'conversation' && movedTo === undefined)
    .flatMap(({ pk, version }) => {
      const came = items.filter((item) => item.pk === String(pk).replace('C#', 'L#')).length;
      return Number(version) > came ? [`${pk} took ${version} steps after ${came} messages`] : [];
    });
}
