import * as z from 'zod';
import { type Customer, customerSchema } from '#shared/domain/customer.ts';
import type { Day } from '#shared/domain/day.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { station } from '#shared/station/station.ts';
import { dayFrom } from '#shared/store/day.ts';
import type { Item } from '#test/helpers/expressions.ts';
import type { Seen } from '#test/helpers/phone.ts';
import type { Rig } from '#test/helpers/rig.ts';

/** An auditor who knows the table and the phones, and nothing of the code between them. */

/** What must hold whenever all is quiet; each line is a fault. */
export function faultsIn(items: readonly Item[], rig: Pick<Rig, 'queues' | 'clock'>): readonly string[] {
  return [
    ...queueFaults(rig),
    ...items.flatMap((item) => rowFaults(item, rig.clock)),
    ...calendarFaults(items, rig.clock),
    ...agreementFaults(items),
  ];
}

function queueFaults({ queues }: Pick<Rig, 'queues'>): readonly string[] {
  return Object.entries(queues).flatMap(([name, queue]) => [
    ...(queue.waiting.length > 0 ? [`${queue.waiting.length} messages left in ${name}`] : []),
    ...(queue.dead.length > 0 ? [`${queue.dead.length} dead letters of ${name}`] : []),
  ]);
}

function rowFaults(item: Item, now: number): readonly string[] {
  const name = `${item.pk} ${item.sk}`;
  if ('waiting' in item) return [`the row ${name} still waits to be sent`];
  if (item.sk === 'sender' && Number(item.leaseUntil) > now) return [`the lease of ${name} is still held`];
  if (item.outcome === 'failed') return [`the row ${name} was given up: ${item.reason}`];
  return [];
}

/** What is booked stands on a bay and the other way round, and no rule of the station is broken. */
function calendarFaults(items: readonly Item[], now: number): readonly string[] {
  const days = daysIn(items);
  const broken = violations(station, days, now).map(({ rule, date, ids }) => `${date}: ${rule} ${ids}`);
  const visits = customersIn(items).flatMap((customer) => customer.visits);
  const jobs = days.flatMap((day) => day.jobs.filter(({ holdUntil }) => holdUntil === null));
  const homeless = visits.filter(({ id }) => !jobs.some((job) => job.id === id)).map(({ id }) => id);
  const nobodys = jobs.filter(({ id }) => !visits.some((visit) => visit.id === id)).map(({ id }) => id);
  return [
    ...broken,
    ...homeless.map((id) => `the visit ${id} stands on no bay`),
    ...nobodys.map((id) => `the bay is taken for ${id}, whom nobody knows`),
  ];
}

const agreementRow = z.object({
  pk: z.string(),
  sk: z.string(),
  agreed: z.string(),
  inbound: z.string(),
});

/** A visit's agreements begin with its booking and are numbered upwards; no message made two of one visit. */
function agreementFaults(items: readonly Item[]): readonly string[] {
  const rows = items
    .filter(({ sk }) => String(sk).startsWith('visit#'))
    .map((row) => agreementRow.parse(row));
  const faults: string[] = [];
  const made = new Set<string>();
  const begun = new Set<string>();
  for (const { pk, sk, inbound, agreed } of rows) {
    const [, id = '', sequence = ''] = sk.split('#');
    if (!begun.has(`${pk} ${id}`) && (Number(sequence) !== 1 || agreed !== 'booked'))
      faults.push(`the first agreement of ${id} is ${agreed} ${sequence}`);
    begun.add(`${pk} ${id}`);
    if (made.has(`${id} ${inbound}`)) faults.push(`${inbound} made two agreements about ${id}`);
    made.add(`${id} ${inbound}`);
  }
  return faults;
}

export function daysIn(items: readonly Item[]): readonly Day[] {
  return items.filter(({ sk }) => sk === 'day').map((item) => dayFrom(String(item.date), item));
}

export function customersIn(items: readonly Item[]): readonly Customer[] {
  return items.filter(({ sk }) => sk === 'customer').map((item) => customerSchema.parse(item));
}

/**
 * The table without what a repeated message may rightly change: ids of messages on the phone, when and how often a row
 * was tried. Versions stay: a step that had its effect twice shows in them.
 */
export function stateOf(items: readonly Item[]): readonly Item[] {
  return (
    items
      .filter(({ sk }) => sk !== 'sender')
      // What messages cost is counted beside them: a killed process may count one too few or too many.
      .filter(({ pk, sk }) => !(String(pk).startsWith('S#') && String(sk).startsWith('sent#')))
      // What is there of the advisors' group depends on ids of messages and on the moment; `desk-view.ts` shows it.
      .filter(
        ({ pk, sk }) =>
          !/^(O#telegram\/0\/desk\/|L#telegram\/4242\/-|M#|G#)/.test(String(pk)) && sk !== 'topic',
      )
      .map(
        ({
          parts,
          attempts,
          ambiguous,
          repeated,
          notBefore,
          ended,
          reason,
          expiresAt,
          messageId,
          born,
          at,
          ...item
        }) =>
          JSON.parse(
            JSON.stringify(item, (key, value: unknown) =>
              isFleeting(key) ? undefined : lasting(key, value),
            ),
          ),
      )
      .map((item) => (String(item.pk).startsWith('U#') ? { ...item, pk: 'U#' } : item))
      .map(withoutCall)
      // Rows are named by the step or the moment they were made in; their order stays.
      .map((item) => ({
        ...item,
        sk: String(item.sk).replace(/^(?:v\d{8}|p\w{8}-\w{6})/, (name) => name.charAt(0)),
      }))
  );
}

/** Who waits is called out so long after their word: a word that waited for a killed process is called out, and counted, later. */
function withoutCall(item: Item): Item {
  const name = /^(?:in#timer#handover#(?:alert|promise)#|unanswered#|broken#)/.exec(String(item.sk))?.[0];
  return name === undefined ? item : { ...item, sk: name, event: name };
}

const fleeting = new Set(['target', 'targets', 'token', 'source', 'pieces', 'messageId']);

/** An automatic message counts for its cap; when it left may be a minute later. */
function lasting(key: string, value: unknown): unknown {
  return key === 'written' && Array.isArray(value) ? value.map(({ purpose }) => purpose) : value;
}

/** Ids on a phone, links' random words, and what a messenger told of a message under another id. */
function isFleeting(key: string): boolean {
  return fleeting.has(key) || /^(rung|message|failed)\d+(At)?$/.test(key);
}

/** What of `clean` a phone never showed, and what it showed besides; both in order, chat by chat. */
export function compareSeen(clean: readonly Seen[], seen: readonly Seen[]) {
  const missing: Seen[] = [];
  const extra: Seen[] = [];
  for (const chat of new Set([...clean, ...seen].map((one) => one.chat))) {
    const rest = seen.filter((one) => one.chat === chat);
    for (const wanted of clean.filter((one) => one.chat === chat)) {
      const at = rest.findIndex((one) => sameSeen(one, wanted));
      if (at < 0) missing.push(wanted);
      else extra.push(...rest.splice(0, at + 1).slice(0, -1));
    }
    extra.push(...rest);
  }
  return { missing, extra };
}

/** A file's boundary and a link's token are random; everything else must be the same. */
export function sameSeen(one: Seen, other: Seen): boolean {
  return one.chat === other.chat && one.how === other.how && plain(one.text) === plain(other.text);
}

function plain(text: string): string {
  return text.replaceAll(/station-[\w-]{36}/g, 'boundary').replaceAll(/\/c\/[\w-]+\.ics/g, '/c/token.ics');
}
