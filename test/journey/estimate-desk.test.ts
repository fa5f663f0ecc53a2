import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/domain/order/order.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { orderFrom } from '#shared/store/order.ts';
import { words } from '#test/helpers/labels.ts';
import { either, el, lena, withLena } from './desk-talk.ts';
import { recordsOf, rowsAt } from './people.ts';

/** Maria reads Greek, Lena English: what only advisors see is Greek here, what goes out is English. */

const three = '/estimate\npads front 64 parts 32 work, safety (2 mm)\ndiscs 148 3m\nwipers 24 wish';
const send = el(phrase('orderLabelSend'));
const english = (key: 'estimateLabelAll' | 'estimateLabelRight' | 'estimateLabelNotSo') =>
  words('en', phrase(key));

describe.each(['telegram', 'whatsapp'] as const)(
  'an advisor’s estimate for a customer on %s',
  (messenger) => {
    const talk = withLena(messenger);
    const as = (who: 'maria' | 'eleni') => talk.rig.desk.as(who);
    const topic = async () => (await talk.rig.desk.topicOf(lena)).messages;
    const shown = async () => {
      const bubble = (await topic()).at(-1);
      if (!bubble) throw new Error('The topic is empty');
      return bubble;
    };
    const last = async () => (await topic()).at(-1)?.text ?? '';
    const texts = async () => (await topic()).map(({ text }) => text);
    const seen = () => talk.rig.bubbles(lena).map(({ text }) => text);
    const orders = async (): Promise<readonly Order[]> => {
      const customer = await recordsOf(talk.rig, messenger).customer(lena);
      return (await rowsAt(talk.rig, `P#${customer?.id ?? ''}`, 'order')).map(orderFrom);
    };
    const order = async (): Promise<Order> => {
      const [only, ...more] = await orders();
      if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} orders`);
      return only;
    };
    const agreements = async () => {
      const { of } = await order();
      return rowsAt(talk.rig, `P#${of}`, 'agreed');
    };
    const says = async (text: string, how = {}) => {
      const bubble = await as('maria').says(text, lena, how);
      await talk.rig.calm();
      return bubble;
    };
    const taps = async (label: string | RegExp) => {
      await as('maria').taps(label, lena);
      await talk.rig.calm();
    };
    const approves = async () => {
      await talk.rig.taps(english('estimateLabelAll'), lena);
      await talk.rig.calm();
    };

    it('is seen by the group first, then sent by one tap, and only once', async () => {
      await says(three);
      expect(await last()).toContain('268 €');
      expect(await last()).toContain('1. pads front: 96 €');
      expect(seen().join()).not.toContain('268');
      const before = seen().length;
      const tap = await as('maria').tapOn(send, lena);
      await talk.rig.on('telegram').brings(tap);
      await talk.rig.on('telegram').brings(tap);
      await talk.rig.on('telegram').brings(await as('eleni').tapOn(send, lena));
      await talk.rig.settle();
      await talk.rig.calm();
      const cards = seen()
        .slice(before)
        .filter((text) => text.includes('268 €'));
      expect(cards).toHaveLength(1);
      expect(cards[0]).toContain('Maria');
      expect(await order()).toMatchObject({ state: 'asked', draft: null, estimate: { edition: 1 } });
      const { ref } = await order();
      const sent = { ref, edition: 1, by: 'maria', name: 'Lena', cents: 26_800 };
      expect((await texts()).filter((text) => text.includes(el(phrase('orderSent', sent))))).toHaveLength(1);
      expect(await talk.rig.desk.caseOf(lena)).toMatchObject({
        waitingSince: null,
        answered: { by: 'maria' },
      });
    });

    it('is corrected by editing the message that wrote it, in its place', async () => {
      const command = await says(three);
      const count = (await topic()).length;
      await as('maria').edits(command, three.replace('148', '158'));
      await talk.rig.calm();
      expect((await topic()).length).toBe(count);
      expect((await texts()).some((text) => text.includes('278 €'))).toBe(true);
      expect((await texts()).some((text) => text.includes('268 €'))).toBe(false);
      await taps(send);
      expect(seen().some((text) => text.includes('278 €'))).toBe(true);
    });

    it('that was sent stays what it is, when its message is edited later: the change is a new draft', async () => {
      const command = await says(three);
      await taps(send);
      const before = seen().length;
      await as('maria').edits(command, three.replace('148', '158'));
      await talk.rig.calm();
      expect(seen()).toHaveLength(before);
      expect(await order()).toMatchObject({
        estimate: { edition: 1 },
        draft: { edition: 2 },
        state: 'asked',
      });
      const { ref } = await order();
      const sent = { ref, edition: 1, by: 'maria', name: 'Lena', cents: 26_800 };
      expect((await texts()).some((text) => text.includes(el(phrase('orderSent', sent))))).toBe(true);
      await taps(send);
      expect(seen().slice(before).join()).toContain('278 €');
      expect(await order()).toMatchObject({ estimate: { edition: 2 }, draft: null, state: 'asked' });
    });

    it('is asked about: the answer of an advisor settles the question, a note does not', async () => {
      await says(three);
      await taps(send);
      await talk.rig.taps(words('en', phrase('estimateLabelQuestion')), lena);
      await talk.rig.calm();
      await talk.rig.says('Are the discs really needed?', lena);
      await talk.rig.calm();
      expect(await order()).toMatchObject({ question: true, state: 'asked' });
      expect((await texts()).some((text) => text.includes('discs') && text.includes('148'))).toBe(true);
      await says('// let me ask Kostas');
      expect(await order()).toMatchObject({ question: true });
      await says('They are below the limit, but they can wait three months.');
      expect(await order()).toMatchObject({ question: false, state: 'asked' });
    });

    it('that has a slip is told with the line, and mended by an edit', async () => {
      const command = await says('/estimate\npads front\nwipers 24 wish');
      expect(await last()).toContain('pads front');
      expect(await orders()).toEqual([]);
      await as('maria').edits(command, '/estimate\npads front 96\nwipers 24 wish');
      await talk.rig.calm();
      expect((await texts()).some((text) => text.includes('120 €'))).toBe(true);
      expect(seen().join()).not.toContain('pads front');
    });

    it('an older preview sends nothing', async () => {
      await says(three);
      const old = await as('maria').tapOn(send, lena);
      await says('/estimate\npads 99');
      await talk.rig.on('telegram').brings(old);
      await talk.rig.settle();
      expect(talk.rig.desk.toast()).toContain((await order()).ref);
      expect(await order()).toMatchObject({ state: 'none', estimate: null });
      await taps(send);
      expect(await order()).toMatchObject({
        state: 'asked',
        estimate: { lines: [{ options: [{ price: 9_900 }] }] },
      });
    });

    it('words that answer the preview never reach the customer; a whole estimate does mend it', async () => {
      await says(three);
      const preview = await shown();
      const before = seen().length;
      await says('no, too dear for him', { replyTo: preview });
      expect(seen()).toHaveLength(before);
      await says('pads 77', { replyTo: preview });
      expect(seen()).toHaveLength(before);
      expect(await order()).toMatchObject({ draft: { lines: [{ options: [{ price: 7_700 }] }] } });
    });

    it('takes photos that answer its preview, and sends them before the card', async () => {
      await says(three);
      const preview = await shown();
      await as('maria').sendsPhoto('pads', lena, { replyTo: preview, caption: '1 worn' });
      await talk.rig.calm();
      await as('maria').sendsPhoto('discs', lena, { replyTo: preview, caption: '2' });
      await talk.rig.calm();
      const { draft } = await order();
      expect(draft?.lines.map(({ photos }) => photos.length)).toEqual([1, 1, 0]);
      expect(await texts()).toContainEqual(expect.stringContaining('2 φωτογραφίες'));
      const before = talk.rig.bubbles(lena).length;
      await taps(send);
      const got = talk.rig.bubbles(lena).slice(before);
      expect(got.at(-1)?.text).toContain('268 €');
      expect(got.length).toBeGreaterThanOrEqual(3);
    });

    it('work begins only with an agreement, and never beyond it', async () => {
      await says('/estimate\npads 96');
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'none' });
      await taps(send);
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'none' });
      await approves();
      await taps(either(phrase('orderLabelStart')));
      expect(await order()).toMatchObject({ work: 'started', agreed: { cents: 9_600 } });
      // More was found: it is asked for, and work stands still meanwhile.
      await says('/estimate\npads 96\ndiscs 148');
      expect(await last()).toContain('148 €');
      await taps(send);
      expect(await order()).toMatchObject({ work: 'stopped', state: 'asked' });
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'stopped' });
      expect(await last()).toContain('96 €');
      expect(await last()).toContain('244 €');
      await approves();
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'started', agreed: { cents: 24_400 } });
      await says('/work done');
      expect(await order()).toMatchObject({ work: 'done' });
    });

    it('is agreed by phone: the customer is asked if that is right, and says it', async () => {
      await says(three);
      await taps(send);
      await taps(el(phrase('orderLabelPhone')));
      await taps(/pads front/);
      await taps(/2\. discs/);
      await taps(/2\. discs/);
      for (let tap = 0; tap < 3; tap += 1) await taps(/3\. wipers/);
      await taps(el(phrase('orderLabelRecord', { cents: 9_600 })));
      expect(await order()).toMatchObject({
        state: 'agreed',
        agreed: { cents: 9_600, how: 'phone', confirmed: null },
      });
      expect(seen().at(-1)).toContain('96 €');
      talk.rig.clock += 60_000;
      await talk.rig.taps(english('estimateLabelRight'), lena);
      await talk.rig.calm();
      expect(await order()).toMatchObject({ agreed: { confirmed: true } });
      expect((await agreements()).map(({ kind, by }) => [kind, by])).toEqual([
        ['answer', 'maria'],
        ['confirmed', null],
      ]);
    });

    it('recorded as signed at the desk and called not so by the customer: work stands still', async () => {
      await says('/estimate\npads 96');
      await taps(send);
      await says('/agreed desk');
      await taps(el(phrase('orderLabelAllYes')));
      await taps(el(phrase('orderLabelRecord', { cents: 9_600 })));
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'started' });
      talk.rig.clock += 60_000;
      await talk.rig.taps(english('estimateLabelNotSo'), lena);
      await talk.rig.calm();
      expect(await order()).toMatchObject({ work: 'stopped', agreed: { confirmed: false } });
      await says('/work start');
      expect(await order()).toMatchObject({ work: 'stopped' });
    });

    it('taken back, it cannot be agreed to any more', async () => {
      await says(three);
      await taps(send);
      await taps(el(phrase('orderLabelWithdraw')));
      expect(seen().at(-1)).toContain('took this estimate back');
      await talk.rig.taps(english('estimateLabelAll'), lena).catch(() => undefined);
      await talk.rig.calm();
      expect(await order()).toMatchObject({ state: 'withdrawn', agreed: null });
    });

    it('two advisors who send at once send one edition', async () => {
      await says(three);
      const both = await Promise.all([as('maria').tapOn(send, lena), as('eleni').tapOn(send, lena)]);
      await Promise.all(both.map((tap) => talk.rig.on('telegram').brings(tap)));
      await talk.rig.calm();
      expect(seen().filter((text) => text.includes('268 €'))).toHaveLength(1);
      expect(await order()).toMatchObject({ state: 'asked', editions: 1 });
    });

    it('a draft that is dropped leaves nothing behind', async () => {
      await says(three);
      await taps(el(phrase('orderLabelDiscard')));
      expect(await order()).toMatchObject({ draft: null, state: 'none' });
      const customer = await recordsOf(talk.rig, messenger).customer(lena);
      expect(customer?.orders).toEqual([]);
    });
  },
);

describe('an estimate for a customer whose messenger is shut', () => {
  const talk = withLena('whatsapp');

  it('is announced by its own notice, and shown once they ask for it', async () => {
    talk.rig.clock += 25 * 60 * 60_000;
    const maria = talk.rig.desk.as('maria');
    await maria.says('/estimate\npads 96', lena);
    await talk.rig.calm();
    const texts = (await talk.rig.desk.topicOf(lena)).messages.map(({ text }) => text);
    expect(texts.some((text) => text.includes(el(phrase('orderShut'))))).toBe(true);
    const before = talk.rig.bubbles(lena).length;
    await maria.taps(send, lena);
    await talk.rig.calm();
    const notice = talk.rig.bubbles(lena).slice(before);
    expect(notice).toHaveLength(1);
    expect(notice[0]?.text).not.toContain('96 €');
    await talk.rig.says('show me', lena);
    await talk.rig.calm();
    expect(talk.rig.bubbles(lena).some(({ text }) => text.includes('96 €'))).toBe(true);
  });
});
