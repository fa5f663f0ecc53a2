import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addressOf } from '#shared/domain/address.ts';
import { waiterSchema } from '#shared/domain/case.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import { jobSchema } from '#shared/domain/job.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { laterSchema, wakeSchema } from '#shared/domain/later.ts';
import { agreementSchema } from '#shared/domain/order/agreement.ts';
import { type Phrase, phraseSchema } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { caseFrom } from '#shared/store/case.ts';
import { codeFrom } from '#shared/store/code.ts';
import { residentFrom } from '#shared/store/conversation.ts';
import { counterpartFrom } from '#shared/store/counterpart.ts';
import { customerFrom } from '#shared/store/customer.ts';
import { dayFrom } from '#shared/store/day.ts';
import { groupFrom, rosterFrom } from '#shared/store/group.ts';
import { readKept } from '#shared/store/kept.ts';
import { numberFrom } from '#shared/store/number.ts';
import { orderFrom } from '#shared/store/order.ts';
import { outboxFrom } from '#shared/store/outbox.ts';
import { reportFrom } from '#shared/store/report.ts';
import { timerSchema } from '#shared/store/timer.ts';
import { topicFrom, topicOwnerFrom } from '#shared/store/topic.ts';
import { aftermathFrom } from '#shared/store/transcript.ts';
import { visitOwnerFrom } from '#shared/store/visit-owner.ts';
import { waitlistFrom } from '#shared/store/waitlist.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import type { Person } from '#test/helpers/messenger.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';

/**
 * What stations of earlier versions have written is read by this one. Each folder of `recorded` holds the forms of one day, as `collect.ts`
 * recorded them; none of them is ever changed. Where one is not read any more, the code is made to read it.
 */

const folder = join(import.meta.dirname, 'recorded');
const recordings = readdirSync(folder);

const rowShape = z.looseObject({ pk: z.string(), sk: z.string() });
type Row = z.infer<typeof rowShape>;

function valuesOf(date: string, file: string): readonly unknown[] {
  return readFileSync(join(folder, date, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}

function rowsOf(date: string): readonly Row[] {
  return readdirSync(join(folder, date))
    .filter((file) => file.startsWith('rows-'))
    .flatMap((file) => valuesOf(date, file))
    .map((value) => rowShape.parse(value));
}

/** Only the table reads these. */
const elsewhere = () => {};
/** Who reads a row, by the beginnings of its keys. */
const readers: Readonly<Record<string, (row: Row) => unknown>> = {
  'C conversation': residentFrom,
  'P customer': customerFrom,
  'P order': orderFrom,
  'P report': reportFrom,
  'P agreed': (row) => agreementSchema.or(z.looseObject({ word: z.unknown() })).parse(row),
  'P visit': elsewhere,
  'P over': elsewhere,
  'P request': elsewhere,
  'P consent': elsewhere,
  'P file': elsewhere,
  'D case': caseFrom,
  'D topic': topicFrom,
  'D day': (row) => dayFrom(row.pk.slice(2), row),
  'G group': groupFrom,
  'G roster': rosterFrom,
  'G owner': topicOwnerFrom,
  'G feed': elsewhere,
  'K code': codeFrom,
  'L in': aftermathFrom,
  M: counterpartFrom,
  'N number': numberFrom,
  'O sender': elsewhere,
  O: outboxFrom,
  T: (row) => timerSchema.parse(row),
  'U link': elsewhere,
  'V owner': visitOwnerFrom,
  'W waitlist': waitlistFrom,
  W: (row) => waiterSchema.parse(row),
  S: elsewhere,
  'X erased': elsewhere,
};

function readerOf({ pk, sk }: Row) {
  const kind = pk.charAt(0);
  return readers[`${kind} ${sk.split('#')[0]}`] ?? readers[kind];
}

/** Everything that is said somewhere in a value. */
function phrasesIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'key' in value && 'args' in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(phrasesIn)];
}

const bodies: Readonly<Record<string, z.ZodType>> = {
  'queue-inbound.jsonl': envelopeSchema,
  'queue-outbound.jsonl': wakeSchema,
  'queue-later.jsonl': laterSchema,
  'queue-jobs.jsonl': jobSchema,
  'queue-documents.jsonl': jobSchema,
};

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function put(at: Rig, row: Row): Promise<void> {
  await at.table.client.send(new PutCommand({ TableName: at.table.name, Item: row }));
}

describe.each(recordings)('what was written on %s', (date) => {
  const rows = rowsOf(date);

  it('is read row by row', () => {
    expect(rows.length).toBeGreaterThan(300);
    for (const row of rows) {
      const read = readerOf(row);
      if (!read) throw new Error(`Nobody reads ${row.pk.charAt(0)}#… ${row.sk}`);
      expect(() => read(row), `${row.pk} ${row.sk}`).not.toThrow();
    }
  });

  it('is said in words', () => {
    for (const row of rows.filter(({ pk, sk }) => pk.startsWith('O#') && sk !== 'sender')) {
      const text = textFor(languageSchema.parse(row.language), station, 0);
      for (const given of phrasesIn(row.messages)) {
        const phrase: Phrase = phraseSchema.parse(given);
        expect(text.say(phrase), phrase.key).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  it('is taken from the queues', () => {
    for (const file of readdirSync(join(folder, date)).filter((name) => name.startsWith('queue-')))
      for (const body of valuesOf(date, file))
        expect(() => bodies[file]?.parse(body), `${file} ${JSON.stringify(body).slice(0, 80)}`).not.toThrow();
  });

  it('is all in the archive of its owner', { timeout: 120_000 }, async () => {
    rig = await startRig();
    const customers = rows.filter(({ pk, sk }) => pk.startsWith('P#') && sk === 'customer');
    for (const row of rows.filter(({ pk }) => pk.startsWith('P#'))) await put(rig, row);
    for (const pk of new Set(customers.map((row) => row.pk))) {
      const own = rows.filter((row) => row.pk === pk);
      const last = own.findLast(({ sk }) => sk === 'customer');
      if (typeof last?.mergedInto === 'string') continue;
      const kept = await readKept(rig.table, pk.slice(2), Number.MAX_SAFE_INTEGER);
      const many = (prefix: string) =>
        new Set(own.filter(({ sk }) => sk.startsWith(prefix)).map(({ sk }) => sk)).size;
      expect(kept?.reports).toHaveLength(many('report#'));
      expect(kept?.consents).toHaveLength(many('consent#'));
      expect((kept?.files.length ?? 0) + (kept?.archives.length ?? 0)).toBe(many('file#'));
      expect(kept?.visits.flatMap(({ entries }) => entries)).toHaveLength(many('visit#'));
      expect(kept?.visits.filter(({ over }) => over !== null)).toHaveLength(many('over#'));
    }
  });

  it('is gone on from: every talk gets an answer, every timer fires, every row is sent', {
    timeout: 240_000,
  }, async () => {
    const town = await startRig({ table: memoryTable() });
    rig = town;
    const isTalk = ({ pk, sk }: Row) => pk.startsWith('C#') && sk === 'conversation';
    // Who is at which stage of the desk is another matter: with a person nobody else answers.
    for (const row of rows.filter((one) => !isTalk(one) && one.sk !== 'case')) await put(town, row);
    const talks = rows.filter(
      (row) => isTalk(row) && row.pk.startsWith('C#telegram/') && row.movedTo === undefined,
    );
    expect(talks.length).toBeGreaterThan(10);
    for (const [index, talk] of [...talks, ...talks.slice(0, 1).map(unreadable)].entries()) {
      // A version only grows: what is said next has a name of its own.
      await put(town, { ...talk, version: 1_000 * (index + 1) });
      const person: Person = {
        id: Number(addressOf(talk.pk.slice(2)).chat),
        first_name: 'Lena',
        language_code: 'en',
      };
      const Key = { pk: `D#${String(talk.customer)}`, sk: 'case' };
      await town.table.client.send(new DeleteCommand({ TableName: town.table.name, Key }));
      const shown = () => town.seen.filter(({ chat }) => chat === person.id).length;
      const before = shown();
      await town.says('hmm', person);
      await town.calm();
      const what = JSON.stringify(talk.flow).slice(0, 120);
      expect(shown(), what).toBeGreaterThan(before);
    }
    const due = rows.flatMap(({ dueAt }) => (typeof dueAt === 'number' ? [dueAt] : []));
    town.clock = Math.max(town.clock, ...due) + 60_000;
    for (let minute = 0; minute < 5; minute += 1) {
      await town.tick();
      await town.settle();
      town.clock += 60_000;
    }
    expect(town.failures).toEqual([]);
  });
});

/** A question that this version does not know. */
function unreadable(talk: Row): Row {
  return { ...talk, flow: { name: 'book', state: { step: 'colour', draft: 1 } } };
}
