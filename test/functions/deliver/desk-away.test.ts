import { describe, expect, it } from 'vitest';
import { kill } from '#test/helpers/between.ts';
import { type GroupLine, groupLine, lineOf, of, relayed } from './group.ts';

const minute = 60_000;

/** Wakes the group every minute besides, as the tick does while rows wait. */
async function minutes(line: GroupLine, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await line.wake();
    await line.passes(minute);
  }
}

describe('while the group’s messenger is away', () => {
  it('for half a day: it is asked seldom, and then everything arrives in order', async () => {
    const line = groupLine();
    line.wrote('a0', 'Nikos', 'zero');
    await line.wake();
    line.faults.rule(() => ({ kind: 'reset' }));
    for (let at = 1; at <= 5; at += 1) {
      line.wrote(`a${at}`, 'Nikos', `word ${at}`, { priority: at === 3 ? 'person' : 'mirror' });
      line.has(`g${at}`, [lineOf(`line ${at}`)], { priority: 'person' });
      line.now += 1;
    }
    const before = line.ledger().length;
    await minutes(line, 12 * 60);
    expect(line.ledger().length - before).toBeLessThan(12 * 14);
    line.faults.clear();
    await minutes(line, 10);
    expect(line.texts(line.topic('Nikos')).join('\n')).toBe('zero\nword 1\nword 2\nword 3\nword 4\nword 5');
    expect(line.texts().join('\n\n').split('\n\n')).toEqual([
      'line 1',
      'line 2',
      'line 3',
      'line 4',
      'line 5',
    ]);
  });

  it('asking to wait: no call at all before that, and the order holds', async () => {
    const line = groupLine();
    line.wrote('a0', 'Nikos', 'zero');
    await line.wake();
    line.faults.next({ kind: '429', retryAfter: 300 });
    line.wrote('a1', 'Nikos', 'one');
    await line.wake();
    const before = line.ledger().length;
    line.wrote('a2', 'Nikos', 'two', { priority: 'danger' });
    await minutes(line, 4);
    expect(line.ledger().length).toBe(before);
    await minutes(line, 2);
    expect(line.texts(line.topic('Nikos')).join('\n')).toBe('zero\none\ntwo');
    expect(line.violations()).toEqual([]);
  });
});

/** A morning in the group with everything that leaves the function on the way. */
async function morning(line: GroupLine): Promise<void> {
  const survive = () => line.wake().catch(() => undefined);
  const calm = async () => {
    for (let at = 0; at < 4; at += 1) {
      line.now += 16_000;
      line.restarts();
      await survive();
      await line.passes(minute).catch(() => undefined);
    }
  };
  line.wrote('a1', 'Nikos', 'word a1');
  line.has('a2', [lineOf('card a2', 'card')], { topic: of('Nikos'), priority: 'answer' });
  line.has('a3', [lineOf('talk a3', 'talk')], { topic: of('Nikos') });
  await survive();
  await calm();
  line.wrote('b1', 'Nikos', 'word b1', { priority: 'person' });
  line.has('b2', [lineOf('card b2', 'card')], { topic: of('Nikos'), priority: 'answer' });
  line.has('b3', [lineOf('line b3')], { priority: 'person' });
  await survive();
  await calm();
  const source = { at: 'toy/1/Nikos/', messageId: 'b1', tells: null };
  const target = String(line.row('b1').parts);
  line.has('c1', [relayed('word b1, put right', { target })], {
    topic: of('Nikos'),
    priority: 'person',
    source,
  });
  await survive();
  await calm();
}

describe('a sender to the group that is killed', () => {
  it('at any call, before or after it: nothing is lost, at most one message is there twice', async () => {
    const passed: string[] = [];
    const clean = groupLine(async (io, act) => {
      passed.push(io.kind);
      return act();
    });
    await morning(clean);
    const thread = clean.topic('Nikos');
    expect(clean.texts(thread)).toEqual(['card b2', 'word a1', 'talk a3', 'word b1, put right']);
    expect(new Set(passed)).toEqual(
      new Set([
        'DynamoDB BatchGet',
        'DynamoDB Get',
        'DynamoDB Put',
        'DynamoDB Query',
        'DynamoDB TransactWrite',
        'DynamoDB Update of a row',
        'DynamoDB Update of a sender',
        'createForumTopic',
        'editMessageText',
        'pinChatMessage',
        'sendMessage',
      ]),
    );
    for (let ordinal = 0; ordinal < passed.length; ordinal += 1)
      for (const when of ['before', 'after'] as const) {
        let count = 0;
        const line = groupLine(async (_io, act) => {
          if (count++ !== ordinal) return act();
          if (when === 'after') await act();
          return kill();
        });
        await morning(line);
        const place = `${when} ${passed[ordinal]} #${ordinal}`;
        const shown = line.topics().flatMap(({ id }) => line.texts(id));
        const wanted = ['card b2', 'word a1', 'talk a3', 'word b1, put right'];
        for (const text of wanted) expect(shown, place).toContain(text);
        expect(shown.length, `${place}: ${shown.join(', ')}`).toBeLessThanOrEqual(wanted.length + 1);
        expect(line.texts().length, place).toBeGreaterThanOrEqual(1);
        expect(new Set(line.texts()), place).toEqual(new Set(['line b3']));
        expect(shown.length + line.texts().length, place).toBeLessThanOrEqual(wanted.length + 2);
        expect(line.outcomes('a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1'), place).toEqual(Array(7).fill('sent'));
      }
  });
});
