import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierOf } from '#functions/deliver/desk/batch.ts';
import { callsOf } from '#functions/deliver/desk/lane.ts';
import { fitsAt, isQuiet, room, type Spent, spend } from '#functions/deliver/desk/pace.ts';
import { byBirth, type Next, nextOf, type Situation, talkEveryMs } from '#functions/deliver/desk/plan.ts';
import { type Outbound, type Priority, priorities } from '#shared/domain/outbound.ts';
import { type OutboxRow, outboxFrom, outboxItem } from '#shared/store/outbox.ts';
import { lineOf, of, photoOf, relayed } from './group.ts';

const perMinute = 20;
const start = Date.parse('2026-11-24T10:00:00Z');
const nothingSpent: Spent = { post: [], edit: [], mark: [] };

type Given = {
  readonly customer: string;
  readonly what: 'words' | 'line' | 'photo' | 'card' | 'talk' | 'mark';
  readonly priority: Priority;
  /** Milliseconds after the one before. */
  readonly after: number;
};

const given = fc.record<Given>({
  customer: fc.constantFrom('Nikos', 'Olena', 'Maria', 'Kostas'),
  what: fc.constantFrom('words', 'words', 'words', 'line', 'photo', 'card', 'talk', 'mark'),
  priority: fc.constantFrom('danger', 'person', 'answer', 'mirror'),
  after: fc.constantFrom(0, 1, 400, 3_000, 20_000),
});

function messageOf(what: Given['what'], name: string): Outbound {
  switch (what) {
    case 'words':
      return relayed(name);
    case 'line':
      return lineOf(name);
    case 'photo':
      return photoOf(name, 'album');
    case 'card':
    case 'talk':
      return lineOf(name, what);
    case 'mark':
      return { kind: 'react', target: name, mark: 'sent' };
  }
}

function rowsOf(all: readonly Given[]): readonly OutboxRow[] {
  let now = start;
  return all.map(({ customer, what, priority, after }, index) => {
    now += after;
    const sk = `r${String(index).padStart(4, '0')}`;
    const item = outboxItem(
      {
        ...{
          sk,
          destination: 'd',
          language: 'en',
          messages: [messageOf(what, sk)],
          priority,
          cause: 'person',
        },
        ...{ tapId: null, messageId: null, openUntil: null, car: '', again: null },
        notBefore: what === 'photo' ? now + 2_000 : 0,
        topic: of(customer),
        album: what === 'photo' ? `album of ${customer}` : null,
        source: { at: customer, messageId: sk, tells: null },
      },
      now,
    );
    return outboxFrom(JSON.parse(JSON.stringify(item)));
  });
}

const laneOf = ({ topic }: OutboxRow) => (topic?.of === 'customer' ? topic.customer : '');

type Out = {
  readonly at: number;
  readonly rows: readonly OutboxRow[];
  readonly posts: number;
  /** Words of the same topic wait behind it. */
  readonly isAwaited: boolean;
  /** Less than half of the minute was used up. */
  readonly wasQuiet: boolean;
};

/** Sends everything as the plan says, at the moments it says, on a clock of its own. */
function run(rows: readonly OutboxRow[], seen: (next: Next, situation: Situation) => void = () => undefined) {
  const out: Out[] = [];
  const talked = new Map<string, number>();
  const carded = new Set<string>();
  let spent = nothingSpent;
  let now = start;
  let left = [...rows];
  for (let steps = 0; left.length > 0; steps += 1) {
    if (steps > 5_000) throw new Error('The plan comes to no end');
    const present = left.filter(({ born }) => born <= now);
    const inPlace = (row: OutboxRow) =>
      carded.has(`${laneOf(row)} ${JSON.stringify(row.messages).includes('"talk"')}`);
    const situation: Situation = {
      ...{ perMinute, spent, now, rows: present, laneOf, inPlace },
      talkedAt: (lane) => talked.get(lane) ?? 0,
      extra: () => 0,
      blockedUntil: () => 0,
    };
    const next = nextOf(situation);
    seen(next, situation);
    const born = Math.min(...left.map((row) => row.born).filter((at) => at > now));
    if (next.kind !== 'send') {
      now = Math.min(next.kind === 'wait' ? next.until : Number.POSITIVE_INFINITY, born);
      continue;
    }
    const wasQuiet = isQuiet(situation);
    const { use, count } = callsOf(carrierOf(next.rows), next.rows.every(inPlace));
    spent = spend(spent, use, count, now);
    for (const row of next.rows) {
      const [message] = row.messages;
      if (message?.kind !== 'say' || message.slot === null) continue;
      carded.add(`${laneOf(row)} ${message.slot === 'talk'}`);
      if (message.slot === 'talk') talked.set(laneOf(row), now);
    }
    const [head] = next.rows;
    const isAwaited = present.some((row) => isWords(row) && head && laneOf(row) === laneOf(head));
    out.push({ at: now, rows: next.rows, posts: use === 'post' ? count : 0, isAwaited, wasQuiet });
    const gone = new Set(next.rows.map(({ sk }) => sk));
    left = left.filter(({ sk }) => !gone.has(sk));
  }
  return out;
}

const isWords = ({ messages: [message] }: OutboxRow) =>
  message?.kind === 'relay' || (message?.kind === 'say' && message.slot === null);

describe('what goes to the group next', () => {
  it('everything goes, once, and never more than the group takes in any minute', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 90 }), (all) => {
        const rows = rowsOf(all);
        const out = run(rows);
        expect(out.flatMap((one) => one.rows.map(({ sk }) => sk)).sort()).toEqual(rows.map(({ sk }) => sk));
        for (const { at } of out) {
          const within = out.filter((one) => one.at > at - 60_000 && one.at <= at);
          expect(within.reduce((sum, { posts }) => sum + posts, 0)).toBeLessThanOrEqual(perMinute);
        }
      }),
    );
  });

  it('words of one topic keep their order', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 90 }), (all) => {
        const order = run(rowsOf(all)).flatMap(({ rows }) => rows.filter(isWords));
        for (const customer of ['Nikos', 'Olena', 'Maria', 'Kostas']) {
          const own = order.filter((row) => laneOf(row) === customer);
          expect(own.map(({ sk }) => sk)).toEqual([...own].sort(byBirth).map(({ sk }) => sk));
        }
      }),
    );
  });

  it('nothing is sent before its moment, and no wait ends in the past', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 60 }), (all) => {
        const out = run(rowsOf(all), (next, { now }) => {
          if (next.kind === 'wait') expect(next.until).toBeGreaterThan(now);
        });
        for (const { at, rows } of out) expect(at).toBeGreaterThanOrEqual(rows[0]?.notBefore ?? 0);
      }),
    );
  });

  it('the talk line of a topic changes every half minute at most once half of the minute is used up, unless words wait behind it', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 60 }), (all) => {
        const talks = run(rowsOf(all)).filter(({ rows: [row] }) => {
          const [message] = row?.messages ?? [];
          return message?.kind === 'say' && message.slot === 'talk';
        });
        for (const [index, { at, rows, isAwaited, wasQuiet }] of talks.entries()) {
          if (isAwaited || wasQuiet) continue;
          const before = talks
            .slice(0, index)
            .filter((one) => laneOf(one.rows[0] ?? never()) === laneOf(rows[0] ?? never()));
          expect(at - (before.at(-1)?.at ?? 0)).toBeGreaterThanOrEqual(talkEveryMs);
        }
      }),
    );
  });

  it('danger goes first of all that may go, with what its topic said before', () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 60 }), (all) => {
        run(rowsOf(all), (next, { rows, now }) => {
          if (next.kind !== 'send') return;
          const urgent = rows.filter((row) => row.priority === 'danger' && isWords(row));
          const lanes = new Set(urgent.map(laneOf));
          const ready = [...lanes].some((lane) => {
            const [head] = rows.filter((row) => laneOf(row) === lane && isWords(row));
            return head && head.notBefore <= now;
          });
          const [first] = next.rows;
          const asUrgent = first && (lanes.has(laneOf(first)) || first.priority === 'danger');
          const isPost = first && callsOf(first, false).use === 'post';
          // Where the minute is used up for danger, what is no message may still go.
          if (ready && isPost) expect(asUrgent).toBe(true);
        });
      }),
    );
  });

  it('what one message carries is said in full, by its words and by whose they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 10 }),
        (texts) => {
          const rows = rowsOf(
            texts.map(() => ({ customer: 'Nikos', what: 'words', priority: 'person', after: 1 })),
          );
          const said = rows.map((row, at) => ({ ...row, messages: [relayed(texts[at] ?? '')] }));
          const carrier = carrierOf(said);
          expect(carrier.messages).toEqual([relayed(texts.join('\n'))]);
          expect(carrier.pieces.map(({ of: whose, text }) => [whose, text?.text])).toEqual(
            said.map(({ source }, at) => [source?.messageId, texts[at]]),
          );
        },
      ),
    );
  });
});

describe('the group’s allowance', () => {
  it('keeps room for danger and people, whatever the bot has to say elsewhere', () => {
    const rooms = Object.keys(priorities).map((priority) => {
      let spent = nothingSpent;
      let sent = 0;
      const known =
        priority === 'danger' || priority === 'person' || priority === 'answer' ? priority : 'mirror';
      while (room('post', known, { perMinute, spent, now: start }) > 0) {
        spent = spend(spent, 'post', 1, start);
        sent += 1;
      }
      return sent;
    });
    expect(rooms).toEqual([20, 19, 16, 14]);
  });

  it('is free again exactly a minute after each message', () => {
    let spent = nothingSpent;
    for (let at = 0; at < 20; at += 1) spent = spend(spent, 'post', 1, start + at * 100);
    const now = start + 5_000;
    expect(fitsAt('post', 1, 'danger', { perMinute, spent, now })).toBe(start + 60_000);
    expect(fitsAt('post', 3, 'danger', { perMinute, spent, now })).toBe(start + 60_200);
    expect(fitsAt('edit', 1, 'danger', { perMinute, spent, now })).toBe(now);
    expect(fitsAt('post', 1, 'mirror', { perMinute: null, spent, now })).toBe(now);
  });
});

function never(): never {
  throw new Error('A unit without rows');
}
