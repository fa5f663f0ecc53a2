import { describe, expect, it } from 'vitest';
import { kill } from '#test/helpers/between.ts';
import { desk, groupId, groupLine, lineOf, of } from './group.ts';

const minute = 60_000;

describe('a customer’s topic', () => {
  it('is made when the first message needs it, once, and the message stands in it', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    line.wrote('a2', 'Nikos', 'my brakes squeak');
    await line.wake();
    expect(line.topics().map(({ name }) => name)).toEqual(['Nikos']);
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello', 'my brakes squeak']);
    expect(line.texts()).toEqual([]);
    expect(line.outcomes('a1', 'a2')).toEqual(['sent', 'sent']);
  });

  it('is known by its number and by the customer', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    const thread = String(line.topic('Nikos'));
    expect(line.find('D#Nikos', 'topic')).toMatchObject({ chat: String(groupId), thread, rebuilt: 0 });
    expect(line.find(`G#${groupId}/${thread}`, 'owner')).toMatchObject({ customer: 'Nikos' });
    expect(line.find('G#desk', 'group')?.creating).toBeUndefined();
  });

  it('is another one for each customer', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'from Nikos');
    line.wrote('b1', 'Olena', 'from Olena');
    await line.wake();
    expect(line.texts(line.topic('Nikos'))).toEqual(['from Nikos']);
    expect(line.texts(line.topic('Olena'))).toEqual(['from Olena']);
  });

  it('is known as well where very many wait at once', async () => {
    const line = groupLine();
    const names = Array.from({ length: 130 }, (_, at) => `Customer ${at}`);
    for (const name of names) line.wrote(`a ${name}`, name, 'hello');
    for (let at = 0; at < 60 && names.some((name) => line.row(`a ${name}`).outcome === null); at += 1)
      await line.wake().then(() => line.passes(minute));
    expect(line.topics()).toHaveLength(names.length);
    for (const name of names) line.wrote(`b ${name}`, name, 'again');
    for (let at = 0; at < 30 && names.some((name) => line.row(`b ${name}`).outcome === null); at += 1)
      await line.wake().then(() => line.passes(minute));
    expect(line.topics()).toHaveLength(names.length);
    for (const name of names) expect(line.texts(line.topic(name))).toEqual(['hello', 'again']);
    expect(line.refusals()).toBe(0);
  });

  it('gets the name it should have, as the youngest row says', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    line.wrote('a2', 'Nikos', 'it is an Octavia', { topic: of('Nikos', 'Nikos · Octavia') });
    line.wrote('a3', 'Nikos', 'plate 4821', { topic: of('Nikos', 'Nikos · Octavia 4821') });
    await line.wake();
    expect(line.topics().map(({ name }) => name)).toEqual(['Nikos · Octavia 4821']);
    expect(line.calls('editForumTopic')).toHaveLength(1);
  });

  it('that somebody deleted is rebuilt, and nothing goes into General', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    const old = line.topic('Nikos');
    line.conditions.topicDeleted(old);
    line.wrote('a2', 'Nikos', 'are you there?');
    await line.wake();
    const rebuilt = line.topic('Nikos');
    expect(rebuilt).not.toBe(old);
    expect(line.texts(rebuilt)).toEqual(['are you there?']);
    expect(line.texts()).toEqual([]);
    expect(line.find('D#Nikos', 'topic')).toMatchObject({ thread: String(rebuilt), rebuilt: 1, slots: {} });
  });

  it('that somebody deleted while we may not make topics is asked for seldom, and rebuilt once we may', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    line.wrote('b1', 'Olena', 'from Olena');
    await line.wake();
    line.conditions.topicDeleted(line.topic('Nikos'));
    line.conditions.botRights({ manageTopics: false });
    line.wrote('a2', 'Nikos', 'are you there?', { priority: 'person' });
    const before = line.ledger().length;
    await line.wake();
    for (let at = 0; at < 60; at += 1) await line.passes(5_000).then(() => line.wake());
    expect(line.ledger().length - before).toBeLessThan(15);
    line.wrote('b2', 'Olena', 'again Olena', { priority: 'person' });
    await line.wake();
    expect(line.texts(line.topic('Olena'))).toEqual(['from Olena', 'again Olena']);
    line.conditions.botRights({ manageTopics: true });
    await line.passes(6 * minute);
    expect(line.texts(line.topic('Nikos'))).toEqual(['are you there?']);
  });

  it('that was deleted gets a card of its own again, not an edit of the one that is gone', async () => {
    const line = groupLine();
    line.has('c1', [lineOf('card one', 'card')], { topic: of('Nikos'), priority: 'answer' });
    await line.wake();
    line.conditions.topicDeleted(line.topic('Nikos'));
    line.has('c2', [lineOf('card two', 'card')], { topic: of('Nikos'), priority: 'answer' });
    await line.wake();
    expect(line.seen(line.topic('Nikos'))).toMatchObject([{ text: 'card two', pinned: true }]);
    expect(line.texts()).toEqual([]);
  });

  it('that somebody closed is opened again', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    line.conditions.topicClosed(line.topic('Nikos'), true);
    line.wrote('a2', 'Nikos', 'one more thing');
    await line.wake();
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello', 'one more thing']);
    expect(line.topics()[0]?.closed).toBe(false);
  });

  it('is not made twice after a crash between making it and writing that down', async () => {
    let crash = true;
    const line = groupLine(async (io, act) => {
      if (crash && io.kind === 'DynamoDB TransactWrite') kill();
      return act();
    });
    line.wrote('a1', 'Nikos', 'hello');
    await expect(line.wake()).rejects.toThrow('killed');
    crash = false;
    line.now += 16_000;
    line.restarts();
    await line.wake();
    expect(line.topics()).toHaveLength(1);
    expect(line.texts(line.topic('Nikos'))).toEqual([]);
    await line.passes(minute);
    expect(line.topics()).toHaveLength(2);
    expect(line.row('a1').outcome).toBe('sent');
  });

  it('made before a crash is used as soon as somebody wrote down whose it is', async () => {
    let crash = true;
    const line = groupLine(async (io, act) => {
      if (crash && io.kind === 'DynamoDB TransactWrite') kill();
      return act();
    });
    line.wrote('a1', 'Nikos', 'hello');
    await expect(line.wake()).rejects.toThrow('killed');
    crash = false;
    const thread = String(line.topic('Nikos'));
    line.table.plant({
      ...{ pk: 'D#Nikos', sk: 'topic', chat: String(groupId), thread, title: 'Nikos' },
      ...{ slots: {}, last: null, rebuilt: 0 },
    });
    line.table.plant({ pk: 'G#desk', sk: 'group' });
    line.now += 16_000;
    await line.wake();
    expect(line.topics()).toHaveLength(1);
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello']);
  });

  it('whose making got no answer is waited for, not made again at once; others’ words go on', async () => {
    const line = groupLine();
    line.wrote('b1', 'Olena', 'from Olena');
    await line.wake();
    line.faults.next({ kind: 'timeout-after', method: 'createForumTopic' });
    line.wrote('a1', 'Nikos', 'hello');
    line.wrote('b2', 'Olena', 'again Olena');
    await line.wake();
    await line.passes(30_000);
    expect(line.calls('createForumTopic')).toHaveLength(2);
    expect(line.texts(line.topic('Olena'))).toEqual(['from Olena', 'again Olena']);
    await line.passes(minute);
    expect(line.row('a1').outcome).toBe('sent');
  });
});

describe('a group that moved to another id', () => {
  const moved = -1_002_000_000_777;

  it('is followed at once; topics are built there as they are needed', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    line.conditions.groupMigrated(moved);
    line.wrote('a2', 'Nikos', 'still me');
    line.has('g1', [lineOf('to all')], { priority: 'person' });
    await line.wake();
    expect(line.find('G#desk', 'group')).toMatchObject({ chat: String(moved) });
    expect(line.texts(line.topic('Nikos', moved), moved)).toEqual(['still me']);
    expect(line.texts(0, moved)).toEqual(['to all']);
    expect(line.outcomes('a2', 'g1')).toEqual(['sent', 'sent']);
  });

  it('is remembered by the next instance', async () => {
    const line = groupLine();
    line.conditions.groupMigrated(moved);
    line.has('g1', [lineOf('first')]);
    await line.wake();
    line.restarts();
    line.has('g2', [lineOf('second')]);
    const before = line.ledger().length;
    await line.wake();
    expect(line.texts(0, moved)).toEqual(['first', 'second']);
    expect(line.ledger().slice(before)).toHaveLength(1);
  });
});

describe('a group that does not let us work', () => {
  it('without the right to manage topics: told once which switch, other topics go on, nothing is lost', async () => {
    const line = groupLine();
    line.wrote('b1', 'Olena', 'from Olena');
    await line.wake();
    line.conditions.botRights({ manageTopics: false });
    line.wrote('a1', 'Nikos', 'hello', { priority: 'person' });
    line.wrote('c1', 'Maria', 'good day', { priority: 'person' });
    line.wrote('b2', 'Olena', 'again Olena');
    await line.wake();
    await line.passes(3 * minute);
    expect(line.texts(line.topic('Olena'))).toEqual(['from Olena', 'again Olena']);
    expect(line.texts()).toHaveLength(1);
    expect(line.texts()[0]).toContain('Manage Topics');
    expect(line.calls('createForumTopic').length).toBeLessThan(10);
    expect(line.find('G#desk', 'group')).toMatchObject({ trouble: ['topics'] });
    line.conditions.botRights({ manageTopics: true });
    await line.passes(6 * minute);
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello']);
    expect(line.texts(line.topic('Maria'))).toEqual(['good day']);
    expect(line.find('G#desk', 'group')).toMatchObject({ trouble: [] });
  });

  it('with topics switched off: the customers’ words wait and do not end up in General', async () => {
    const line = groupLine();
    line.conditions.botRights({ topics: false });
    line.wrote('a1', 'Nikos', 'hello', { priority: 'person' });
    await line.wake();
    expect(line.texts()).toHaveLength(1);
    expect(line.texts()[0]).toContain('Topics');
    line.conditions.botRights({ topics: true });
    await line.passes(6 * minute);
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello']);
  });

  it('without the right to pin: the card is there all the same', async () => {
    const line = groupLine();
    line.conditions.botRights({ pinMessages: false });
    line.has('c1', [lineOf('card', 'card')], { topic: of('Nikos'), priority: 'answer' });
    await line.wake();
    expect(line.texts(line.topic('Nikos'))).toEqual(['card']);
    expect(line.row('c1').outcome).toBe('sent');
    expect(line.texts()[0]).toContain('Pin Messages');
  });

  it('where the bot is no member any more: all waits, seldom asked, and arrives once it is back', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    line.conditions.botRights({ member: false });
    line.wrote('a2', 'Nikos', 'anybody?', { priority: 'person' });
    const before = line.ledger().length;
    await line.wake();
    await line.passes(60 * minute);
    expect(line.ledger().length - before).toBeLessThan(20);
    expect(line.row('a2').outcome).toBe(null);
    line.conditions.botRights({ member: true });
    await line.passes(6 * minute);
    expect(line.texts(line.topic('Nikos'))).toEqual(['hello', 'anybody?']);
  });

  it('a failure there is never told back to it', async () => {
    const line = groupLine();
    line.has('g1', [lineOf('x')], { topic: { of: 'thread', thread: '999' } });
    await line.wake();
    expect(line.row('g1')).toMatchObject({ outcome: 'failed' });
    expect(line.texts()).toEqual([]);
    expect(line.told).toEqual([]);
    expect(desk).toBe('telegram/0/desk/');
  });
});
