import { describe, expect, it } from 'vitest';
import { addressKey, addressOf } from '#shared/domain/address.ts';
import { desk, type GroupLine, groupLine, noon } from '#test/functions/deliver/group.ts';
import { busyHour, customers, type Due, type Traffic } from './busy-hour.ts';
import { chanceOf } from './chance.ts';

/** Milliseconds of one call to the messenger, there and back. */
const latencyMs = 120;
const seed = Number(process.env.DESK_SEED ?? 20_261_121);

type Hour = {
  readonly line: GroupLine;
  readonly due: readonly Due[];
  /** How long each row took from its birth to its end, by the kind of traffic, in order of length. */
  readonly times: Readonly<Record<Traffic, readonly number[]>>;
  /** Messages the group took in its busiest minute, and in the hour. */
  readonly busiest: number;
  readonly messages: number;
};

/** Plays the hour on the test's clock; `faulty`: the share of calls to the group that are answered by 429. */
async function play(spread: 'evenly' | 'rush', faulty = 0): Promise<Hour> {
  const line = groupLine(undefined, latencyMs);
  for (let customer = 1; customer <= customers; customer += 1) addPerson(line, 1000 + customer);
  const dice = chanceOf(seed + 1);
  if (faulty > 0)
    line.faults.rule(({ chatId }) =>
      chatId !== undefined && chatId < 0 && dice.share(faulty)
        ? { kind: '429', retryAfter: 2 + dice.below(14) }
        : undefined,
    );
  const due = busyHour(seed, spread);
  for (const one of due) {
    const at = noon + one.at;
    if (at > line.now) await line.passes(at - line.now);
    one.put(line, at);
    await line.wake(one.traffic === 'answer' ? homeOf(one.customer) : desk);
  }
  line.faults.clear();
  await line.passes(10 * 60_000);
  return { line, due, times: timesOf(line, due), ...countsOf(line) };
}

function homeOf(customer: number): string {
  return addressKey(addressOf(`telegram/4242/${1000 + customer}/`));
}

function addPerson(line: GroupLine, id: number): void {
  line.world.people.put(id, {
    ...{ id, firstName: 'C', lastName: '', language: 'en', phone: '', about: '', toast: '' },
    ...{ started: true, blocked: false, deactivated: false, refused: false },
    ...{ unread: 0, typingUntil: 0, advisor: false, guest: false },
  });
}

function timesOf(line: GroupLine, due: readonly Due[]): Hour['times'] {
  const rows = new Map(line.table.items().map((item) => [`${item.pk}|${item.sk}`, item]));
  const taken: Record<Traffic, number[]> = { person: [], mirror: [], answer: [], other: [] };
  for (const { at, sk, traffic, customer } of due) {
    const destination = traffic === 'answer' ? homeOf(customer) : desk;
    const row = rows.get(`O#${destination}|${sk}`);
    const carrier = row?.outcome === 'merged' ? rows.get(`O#${destination}|${row.reason}`) : row;
    if (row?.outcome === 'superseded') continue;
    expect(['sent', 'merged'], sk).toContain(row?.outcome);
    taken[traffic].push(Number(carrier?.ended) - (noon + at));
  }
  for (const times of Object.values(taken)) times.sort((a, b) => a - b);
  return taken;
}

function countsOf(line: GroupLine): Pick<Hour, 'busiest' | 'messages'> {
  const posts = line
    .ledger()
    .filter(({ status, payload }) => status === 200 && Number(payload.chat_id) < 0)
    .filter(({ method }) => /^(send|createForum|editForum|reopen|pin)/.test(method))
    .flatMap(({ at, messageIds }) => Array(Math.max(1, messageIds.length)).fill(Date.parse(at)));
  const busiest = Math.max(
    ...posts.map((at) => posts.filter((one) => one > at - 60_000 && one <= at).length),
  );
  return { busiest, messages: posts.length };
}

/** Pairs of a topic's words that stand there in another order than they were written in. */
function inversions(line: GroupLine): number {
  let found = 0;
  for (const { id } of line.topics()) {
    const order = line.texts(id).flatMap((text) => text.match(/(?<=\[)t[\d-]+(?=\])/g) ?? []);
    for (let at = 1; at < order.length; at += 1) if ((order[at - 1] ?? '') > (order[at] ?? '')) found += 1;
  }
  return found;
}

function share(times: readonly number[], part: number): number {
  return Math.round((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0) / 100) / 10;
}

function report(name: string, { times, messages, busiest, line }: Hour): void {
  const of = (traffic: Traffic) =>
    `${traffic} ${times[traffic].length}: median ${share(times[traffic], 0.5)} s, p90 ${share(times[traffic], 0.9)} s, p99 ${share(times[traffic], 0.99)} s`;
  process.stdout.write(
    `${name}: ${messages} messages, at most ${busiest} in a minute, ${line.refusals()} refusals; ${of('person')}; ${of('mirror')}; ${of('answer')}\n`,
  );
}

describe('a busy hour of 40 customers and 6 advisors in one group of 20 messages a minute', () => {
  it('is never refused, keeps every topic’s order, and people do not wait for what the bot says', async () => {
    const played = await play('evenly');
    report('Evenly', played);
    expectOrder(played);
    expect(played.line.refusals()).toBe(0);
    expect(share(played.times.person, 0.5)).toBeLessThan(1);
    expect(share(played.times.person, 0.9)).toBeLessThan(20);
    expect(share(played.times.person, 0.99)).toBeLessThan(45);
    expect(share(played.times.answer, 0.99)).toBeLessThan(2);
    expect(share(played.times.mirror, 0.5)).toBeLessThan(30);
  });

  it('of which half come in one quarter: people still go first, and the bot’s talk is not forgotten', async () => {
    const played = await play('rush');
    report('Rush', played);
    expectOrder(played);
    expect(played.line.refusals()).toBe(0);
    expect(share(played.times.person, 0.5)).toBeLessThan(1);
    expect(share(played.times.person, 0.99)).toBeLessThan(60);
    expect(share(played.times.answer, 0.99)).toBeLessThan(2);
    expect(share(played.times.mirror, 0.99)).toBeLessThan(300);
  });

  it('with one call in forty refused by 429: no call inside retry_after, the order holds, nothing is lost', async () => {
    const played = await play('rush', 1 / 40);
    report('Rush, refused now and then', played);
    expectOrder(played);
    expect(played.line.refusals()).toBeGreaterThan(10);
    expect(share(played.times.person, 0.5)).toBeLessThan(3);
  });
});

/** What holds in every hour; that each row went out is looked at where its time is taken. */
function expectOrder({ line, busiest }: Hour): void {
  expect(line.violations()).toEqual([]);
  expect(inversions(line)).toBe(0);
  expect(busiest).toBeLessThanOrEqual(20);
  expect(line.topics()).toHaveLength(customers);
  expect(line.texts()).toEqual([]);
}
