import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { desk, type GroupLine, groupLine, lineOf, of, photoOf, relayed } from './group.ts';

const minute = 60_000;
const topic = of('Nikos');

/** So many messages went to the group within the last minute. */
function busy(line: GroupLine, messages: number): void {
  const post = Array.from({ length: messages }, () => line.now - 30_000);
  line.table.plant({ pk: `O#${desk}`, sk: 'sender', leaseUntil: 0, post });
}

describe('the card of a customer', () => {
  it('is pinned when it is new, and edited in place ever after', async () => {
    const line = groupLine();
    line.has('c1', [lineOf('waiting since 10:00', 'card')], { topic, priority: 'answer' });
    await line.wake();
    line.wrote('a1', 'Nikos', 'hello');
    line.has('c2', [lineOf('Maria has it', 'card')], { topic, priority: 'answer' });
    await line.wake();
    expect(line.seen(line.topic('Nikos'))).toMatchObject([
      { text: 'Maria has it', pinned: true, edited: true },
      { text: 'hello' },
    ]);
    expect(line.calls('pinChatMessage')).toHaveLength(1);
  });

  it('that somebody deleted comes anew and is pinned', async () => {
    const line = groupLine();
    line.has('c1', [lineOf('one', 'card')], { topic, priority: 'answer' });
    await line.wake();
    const [card] = line.seen(line.topic('Nikos'));
    line.world.messages.drop(`-1002000000001:${card?.id}`);
    line.has('c2', [lineOf('two', 'card')], { topic, priority: 'answer' });
    await line.wake();
    expect(line.seen(line.topic('Nikos'))).toMatchObject([{ text: 'two', pinned: true }]);
  });

  it('is pinned also where the messenger asks to wait in between; it is not sent twice', async () => {
    const line = groupLine();
    line.faults.next({ kind: '429', retryAfter: 7, method: 'pinChatMessage' });
    line.has('c1', [lineOf('one', 'card')], { topic, priority: 'answer' });
    await line.wake();
    await line.passes(minute);
    expect(line.seen(line.topic('Nikos'))).toMatchObject([{ text: 'one', pinned: true }]);
    expect(line.violations()).toEqual([]);
  });

  it('shows only its last state when several wait', async () => {
    const line = groupLine();
    for (const text of ['one', 'two', 'three'])
      line.has(`c-${text}`, [lineOf(text, 'card')], { topic, priority: 'answer' });
    line.now += 1;
    line.has('c9', [lineOf('now', 'card')], { topic, priority: 'answer' });
    await line.wake();
    expect(line.texts(line.topic('Nikos'))).toEqual(['now']);
    expect(line.outcomes('c-one', 'c-two', 'c-three', 'c9')).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'sent',
    ]);
  });
});

describe('the line of what the bot said', () => {
  const talk = (text: string) => [lineOf(text, 'talk')];

  it('is changed in place, at once while the group is quiet and seldom once it is not; the last state is never lost', async () => {
    const line = groupLine();
    line.has('t00', talk('0'), { topic });
    await line.wake();
    for (let at = 1; at <= 40; at += 1) {
      await line.passes(1_000);
      line.has(`t${String(at).padStart(2, '0')}`, talk(`${at}`), { topic });
      await line.wake();
    }
    const changes = line.calls('editMessageText').length;
    expect(changes).toBeGreaterThanOrEqual(10);
    expect(changes).toBeLessThanOrEqual(11);
    await line.passes(minute);
    expect(line.texts(line.topic('Nikos'))).toEqual(['40']);
    expect(line.calls('editMessageText').length).toBeLessThanOrEqual(changes + 1);
  });

  it('comes anew below what was said since, also by an advisor', async () => {
    const line = groupLine();
    line.has('t1', talk('shows the times'), { topic });
    await line.wake();
    line.wrote('a1', 'Nikos', 'another question');
    await line.passes(31_000);
    line.has('t2', talk('asks which car'), { topic });
    await line.wake();
    const thread = line.topic('Nikos');
    expect(line.texts(thread)).toEqual(['shows the times', 'another question', 'asks which car']);
    const note = line.seen(thread)[0]?.id ?? 0;
    line.has('r1', [{ kind: 'react', target: String(note), mark: 'note' }], {
      topic: { of: 'thread', thread: String(thread) },
    });
    await line.passes(31_000);
    line.has('t3', talk('offers two times'), { topic });
    await line.wake();
    expect(line.texts(thread)).toHaveLength(4);
  });

  it('stands behind the words it answers', async () => {
    const line = groupLine();
    line.has('a2', talk('asks which car'), { topic });
    line.wrote('a1', 'Nikos', 'oil change', { notBefore: line.now + 2_000 });
    await line.wake();
    await line.passes(5_000);
    expect(line.texts(line.topic('Nikos'))).toEqual(['oil change', 'asks which car']);
  });
});

describe('an album', () => {
  it('whose pictures came one by one is one album, and each picture can be answered', async () => {
    const line = groupLine();
    for (let at = 0; at < 3; at += 1) {
      const source = { at: 'toy/1/Nikos/', messageId: `m${at}`, tells: null };
      const photo = photoOf(line.photo(`${at}.jpg`), 'alb', at === 0 ? 'the scratch' : '');
      line.has(`a${at}`, [photo], { topic, source, album: 'alb', notBefore: line.now + 2_000 });
      line.now += 300;
    }
    await line.wake();
    expect(line.topics()).toEqual([]);
    await line.passes(3_000);
    const seen = line.seen(line.topic('Nikos'));
    expect(seen.map(({ text }) => text)).toEqual(['the scratch', '', '']);
    expect(line.calls('sendMediaGroup')).toHaveLength(1);
    expect(line.outcomes('a0', 'a1', 'a2')).toEqual(['sent', 'merged', 'merged']);
    for (const [at, { id }] of seen.entries()) {
      expect(line.find(`M#${desk}`, String(id))).toMatchObject({
        how: 'sent',
        destination: desk,
        row: `a${at}`,
      });
      expect(line.row(`a${at}`).parts).toEqual([String(id)]);
    }
  });

  it('that the messenger will not take is spoken of', async () => {
    const line = groupLine();
    const source = { at: 'toy/1/Nikos/', messageId: 'm1', tells: null };
    line.has('a1', [photoOf('gone', 'alb')], { topic, source, priority: 'person' });
    await line.wake();
    expect(line.texts(line.topic('Nikos'))[0]).toContain('photo');
    expect(line.row('a1').outcome).toBe('sent');
  });
});

describe('when more waits than the minute takes', () => {
  it('words of one topic share a message, in order, and others keep theirs', async () => {
    const line = groupLine();
    line.wrote('a0', 'Nikos', 'zero');
    line.wrote('b0', 'Olena', 'hi');
    await line.wake();
    await line.passes(61_000);
    busy(line, 15);
    for (const text of ['one', 'two', 'three'])
      line.wrote(`a-${text}`, 'Nikos', text, { priority: 'person' });
    line.now += 1;
    line.wrote('b1', 'Olena', 'good day', { priority: 'person' });
    await line.wake();
    expect(line.texts(line.topic('Nikos'))).toEqual(['zero', 'one\nthree\ntwo']);
    expect(line.texts(line.topic('Olena'))).toEqual(['hi', 'good day']);
    expect(line.outcomes('a-one', 'a-two', 'a-three')).toEqual(['sent', 'merged', 'merged']);
  });

  it('a correction changes only the words of the one who made it', async () => {
    const line = groupLine();
    line.wrote('a0', 'Nikos', 'zero');
    await line.wake();
    await line.passes(61_000);
    busy(line, 16);
    for (const [at, text] of ['one', 'two', 'three'].entries())
      line.wrote(`a${at + 1}`, 'Nikos', text, { priority: 'person' });
    await line.wake();
    const thread = line.topic('Nikos');
    expect(line.texts(thread)).toEqual(['zero', 'one\ntwo\nthree']);
    const target = String(line.row('a2').parts).trim();
    for (const [sk, text] of [
      ['e1', 'TWO'],
      ['e2', 'two again'],
    ] as const) {
      const source = { at: 'toy/1/Nikos/', messageId: 'a2', tells: null };
      line.has(sk, [relayed(text, { target })], { topic, source, priority: 'person' });
      await line.wake();
    }
    expect(line.texts(thread)).toEqual(['zero', 'one\ntwo again\nthree']);
  });

  it('keeps formatting where it belongs', async () => {
    const line = groupLine();
    line.wrote('a0', 'Nikos', 'zero');
    await line.wake();
    await line.passes(61_000);
    busy(line, 16);
    line.wrote('a1', 'Nikos', 'one', { priority: 'person' });
    const marks = [{ kind: 'bold', offset: 0, length: 3 }] as const;
    const bold = relayed('', { content: { kind: 'text', text: { text: 'two', marks: [...marks] } } });
    line.has('a2', [bold], { topic, priority: 'person' });
    await line.wake();
    const sent = line.calls('sendMessage').at(-1)?.payload;
    expect(sent).toMatchObject({ text: 'one\ntwo', entities: [{ type: 'bold', offset: 4, length: 3 }] });
  });
});

describe('marks on messages', () => {
  it('only the last one of a message is set', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    await line.wake();
    const target = String(line.seen(line.topic('Nikos'))[0]?.id);
    for (const [at, mark] of (['sent', 'delivered', 'read'] as const).entries())
      line.has(`r${at}`, [{ kind: 'react', target, mark }], { topic });
    await line.wake();
    expect(line.calls('setMessageReaction')).toHaveLength(1);
    expect(line.outcomes('r0', 'r1', 'r2')).toEqual(['superseded', 'superseded', 'sent']);
  });
});

describe('what is written down', () => {
  it('of a message that carries a customer’s words: whose it is, by the group’s key and its id', async () => {
    const line = groupLine();
    line.wrote('a1', 'Nikos', 'hello');
    line.has('g1', [lineOf('to all')]);
    await line.wake();
    const [hello] = line.seen(line.topic('Nikos'));
    const [all] = line.seen();
    expect(line.find(`M#${desk}`, String(hello?.id))).toMatchObject({
      how: 'sent',
      destination: desk,
      row: 'a1',
    });
    expect(line.find(`M#${desk}`, String(all?.id))).toBeUndefined();
  });

  it('of an advisor’s answer: it is told of as sent to the topic it came from', async () => {
    const line = groupLine();
    line.world.people.put(7, {
      ...{ id: 7, firstName: 'N', lastName: '', language: 'en', phone: '', about: '' },
      ...{ started: true, blocked: false, deactivated: false, refused: false },
      ...{ unread: 0, typingUntil: 0, toast: '', advisor: false, guest: false },
    });
    const customer = 'telegram/4242/7/';
    const tells = 'telegram/4242/-1002000000001/77';
    const source = { at: desk, messageId: '55', tells };
    line.has('p1', [relayed('It is ready.')], { destination: customer, source, priority: 'person' });
    await line.wake(customer);
    expect(line.told).toMatchObject([
      {
        id: 'arrived.p1.sent',
        address: { chat: '-1002000000001', thread: '77' },
        event: { kind: 'arrived', destination: customer, row: 'p1', rung: 'sent' },
      },
    ]);
    const [seen] = line.calls('sendMessage');
    expect(line.find(`M#${customer}`, String(seen?.messageIds[0]))).toMatchObject({ how: 'sent', row: 'p1' });
  });

  it('a tap is answered at once with its words, though nothing else is said', async () => {
    const line = groupLine();
    line.world.queries.put('q1', {
      id: 'q1',
      from: 5_000_001,
      chat: -1_002_000_000_001,
      message: 1,
      data: 'x',
      at: line.now,
    });
    line.has('s1', [], {
      tapId: 'q1',
      toast: phrase('verbatim', { text: 'Maria has it' }),
      priority: 'answer',
    });
    await line.wake();
    expect(line.calls('answerCallbackQuery')[0]?.payload).toMatchObject({ text: 'Maria has it' });
    expect(line.row('s1').outcome).toBe('sent');
  });
});
