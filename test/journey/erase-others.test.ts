import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { inboundEntry } from '#shared/runtime/entries.ts';
import { words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import type { TestQueue } from '#test/helpers/queue.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { anna, either, lena, mondayTen } from './desk-talk.ts';
import { everything } from './leftovers.ts';
import { bookOil, recordsOf } from './people.ts';

/** Being forgotten where more than one chat, person or message is concerned, and when it is not possible yet. */

const pairs: readonly (readonly [PlayedName, PlayedName])[] = [
  ['telegram', 'whatsapp'],
  ['whatsapp', 'telegram'],
];
const en = (what: Phrase) => words('en', what);
const ru = (what: Phrase) => words('ru', what);

describe.each(pairs)('being forgotten on %s, with somebody or something on %s', (here, there) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ messenger: here });
    rig.clock = mondayTen;
    await rig.says('It squeaks like a PARROT', lena);
    await rig.calm();
  });
  afterEach(() => rig.close());

  const read = (name: PlayedName, who = lena) =>
    rig
      .on(name)
      .bubbles(who)
      .map(({ text }) => text);
  const left = async (...canaries: readonly string[]) =>
    (await everything(rig)).split('\n').filter((line) => canaries.some((one) => line.includes(one)));
  async function asks(): Promise<void> {
    await rig.says('erase me', lena);
    await rig.calm();
  }
  async function erases(): Promise<void> {
    await asks();
    await rig.taps(en(phrase('eraseLabelYes')), lena);
    await rig.advance(5);
  }
  function codeIn(texts: readonly string[]): string {
    return /\d{4}[ \u00a0]\d{4}/.exec(texts.join('\n'))?.[0] ?? '';
  }
  async function links(): Promise<void> {
    await rig.on(there).says('It hums like a HIVE', lena);
    await rig.calm();
    await rig.says('link', lena);
    await rig.calm();
    await rig.on(there).says(codeIn(read(here)), lena);
    await rig.calm();
  }
  const lenasIds = [String(lena.id), lena.first_name];

  it('both chats of one person go, and the end is said where it was asked for', async () => {
    await links();
    await asks();
    expect(rig.last(lena).text).toBe(en(phrase('eraseAsk', { visits: [], linked: true })));
    await rig.taps(en(phrase('eraseLabelYes')), lena);
    await rig.advance(5);
    expect(await left('PARROT', 'HIVE', ...lenasIds)).toEqual([]);
    expect(rig.last(lena).text).toBe(en(phrase('eraseDone')));
    expect(read(there)).not.toContain(en(phrase('eraseDone')));
    for (const name of [here, there]) {
      await rig.on(name).says('Hello', lena);
      await rig.calm();
      expect(read(name).at(-1)).toContain(en(phrase('greeting')).slice(0, 20));
    }
  });

  it('what comes in the other chat at the same moment loses or wins, and either way nothing of before stays', async () => {
    await links();
    await asks();
    const { updates } = rig.played[there];
    await rig.brings(rig.tapOn(en(phrase('eraseLabelYes')), lena));
    await rig.on(there).brings(updates.text('And it rattles like a SNAKE', lena));
    const both = [rig.queues.inbound.next(), rig.queues.inbound.next()];
    await Promise.all(both.map((message) => rig.handlers.converse(JSON.parse(message?.body ?? ''))));
    for (const message of both) if (message) rig.queues.inbound.done(message);
    await rig.advance(5);
    expect(await left('PARROT', 'HIVE')).toEqual([]);
    expect(rig.bubbles(lena).map(({ text }) => text)).toContain(en(phrase('eraseDone')));
  });

  it.each(['before', 'after'] as const)(
    'a message under way that is taken just %s the wish is gone with the rest',
    async (order) => {
      await asks();
      const words = rig.played[here].updates.text('By the way, it rattles like a SNAKE', lena);
      const wish = () => rig.brings(rig.tapOn(en(phrase('eraseLabelYes')), lena));
      if (order === 'before') {
        await rig.brings(words);
        await wish();
        await rig.calm();
      } else {
        const late = await heldBack(words);
        await wish();
        await rig.calm();
        await rig.handlers.converse(JSON.parse(late));
      }
      await rig.advance(5);
      expect(await left('PARROT', 'SNAKE')).toEqual([]);
      expect(rig.last(lena).text).toBe(en(phrase('eraseDone')));
    },
  );

  /** What the webhook put before converse, taken out of the queue: a delivery that is late. */
  async function heldBack(body: unknown): Promise<string> {
    await rig.brings(body);
    const message = rig.queues.inbound.next();
    if (!message) throw new Error('Nothing came in');
    rig.queues.inbound.done(message);
    rig.clock += 1_000;
    return message.body;
  }

  it('who pays for somebody is let go with them: the other one is told without a name, and nothing of theirs is lost', async () => {
    await rig.on(there).says('Здравствуйте', anna);
    await rig.calm();
    await rig.on(there).says('кто платит', anna);
    await rig.calm();
    await rig.on(there).taps(ru(phrase('payerLabelOther')), anna);
    await rig.calm();
    await rig.says(codeIn(read(there, anna)), lena);
    await rig.calm();
    await rig.taps(en(phrase('payerLabelYes')), lena);
    await rig.calm();
    const annas = async () => recordsOf(rig, there).customer(anna);
    expect((await annas())?.approver?.name).toBe(lena.first_name);
    await erases();
    expect(await left('PARROT', ...lenasIds)).toEqual([]);
    expect(await annas()).toMatchObject({ name: anna.first_name, approver: null });
    expect(await left('Здравствуйте')).not.toEqual([]);
    expect(rig.last(lena).text).toBe(en(phrase('eraseDone')));
  });

  it('whose costs another one pays is let go as well, and the other one answers for nobody any more', async () => {
    await rig.on(there).says('Здравствуйте', anna);
    await rig.calm();
    await rig.says('who pays', lena);
    await rig.calm();
    await rig.taps(en(phrase('payerLabelOther')), lena);
    await rig.calm();
    await rig.on(there).says(codeIn(read(here)), anna);
    await rig.calm();
    await rig.on(there).taps(ru(phrase('payerLabelYes')), anna);
    await rig.calm();
    const annas = async () => recordsOf(rig, there).customer(anna);
    expect((await annas())?.approvesFor).toHaveLength(1);
    await erases();
    expect(await left('PARROT', ...lenasIds)).toEqual([]);
    expect(await annas()).toMatchObject({ name: anna.first_name, approvesFor: [] });
  });

  it('not while the car is in the house; once it was collected, at their word', async () => {
    await bookOil(rig, lena, 'en');
    await rig.calm();
    const visit = (await recordsOf(rig, here).customer(lena))?.visits[0];
    if (!visit) throw new Error('Nothing is booked');
    await rig.advance((visit.start - rig.clock) / 60_000 + 5);
    await rig.desk.as('eleni').says('/arrived', lena);
    await rig.calm();
    await asks();
    expect(rig.last(lena).text).toContain('is with us, and we need to know whose it is');
    expect(rig.last(lena).buttons.map(({ text }) => text)).not.toContain(en(phrase('eraseLabelYes')));
    await rig.desk.as('eleni').says('/status', lena);
    await rig.calm();
    for (const stage of ['working', 'quality', 'ready', 'handedBack'] as const) {
      await rig.desk.as('eleni').says('/status', lena);
      await rig.calm();
      await rig.desk.as('eleni').taps(either(phrase('stageLabelTo', { stage })), lena);
      await rig.calm();
    }
    await erases();
    expect(await left('PARROT', 'ABC-4821', ...lenasIds)).toEqual([]);
  });

  it('not while agreed work is not finished, and no button of before helps', async () => {
    await asks();
    await rig.desk.as('maria').says('/estimate\npads front 96 safety', lena);
    await rig.calm();
    await rig.desk.as('maria').taps(either(phrase('orderLabelSend')), lena);
    await rig.calm();
    await rig.taps(en(phrase('estimateLabelAll')), lena);
    await rig.calm();
    await rig.taps(en(phrase('eraseLabelYes')), lena);
    await rig.calm();
    expect(read(here).join('\n')).toContain('Work that you agreed to is not finished yet');
    await rig.advance(5);
    expect(await left('PARROT')).not.toEqual([]);
    await rig.desk.as('maria').says('/work start', lena);
    await rig.calm();
    await rig.desk.as('maria').says('/work done', lena);
    await rig.calm();
    await asks();
    expect((await recordsOf(rig, here).customer(lena))?.orders).toEqual([]);
    await rig.taps(en(phrase('eraseLabelYes')), lena);
    await rig.advance(5);
    expect(await left('PARROT', ...lenasIds)).toEqual([]);
  });

  it('what died in a queue goes if it is theirs, and stays if it is not', async () => {
    const from = (who: typeof lena) => rig.played[here].addressOf(who);
    const letter = (who: typeof lena, text: string) =>
      inboundEntry({
        id: 'u1',
        address: from(who),
        at: rig.clock - 1_000,
        from: null,
        messageId: '1',
        event: { kind: 'text', text },
      });
    await dies(rig.queues.inbound, letter(lena, 'It drips like a FROG'));
    await dies(rig.queues.inbound, letter(anna, 'It clicks like a CRICKET'));
    await dies(rig.queues.jobs, { body: JSON.stringify({ v: 1, kind: 'fetch', tell: from(lena) }) });
    await dies(rig.queues.documents, { body: JSON.stringify({ v: 1, kind: 'document', tell: from(anna) }) });
    await erases();
    expect(await left('FROG', 'PARROT', ...lenasIds)).toEqual([]);
    expect(await left('CRICKET')).toHaveLength(1);
    expect(Object.values(rig.queues).flatMap(({ dead }) => [...dead])).toHaveLength(2);
  });

  async function dies(queue: TestQueue, entry: Parameters<TestQueue['send']>[0]): Promise<void> {
    await queue.send(entry);
    const message = queue.next();
    if (!message) throw new Error('Nothing is in the queue');
    while (!queue.dead.includes(message)) queue.failed(message);
  }
});
