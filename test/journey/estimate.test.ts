import { describe, expect, it } from 'vitest';
import { agreementSchema } from '#shared/domain/order/agreement.ts';
import { orderSchema } from '#shared/domain/order/order.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import type { Person } from '#test/helpers/rig.ts';
import { either, lena, withLena } from './desk-talk.ts';
import { recordsOf } from './people.ts';

const say = (what: Parameters<typeof words>[1]) => words('en', what);
const brakes = [
  '/estimate',
  'front pads original 64 parts 32 work, safety',
  'front discs 148 3m',
  'wiper blades 24 wish',
  'ready 17:00',
].join('\n');

/** Behaviours 6 and 7 as a customer and the advisors live them, with every tap delivered three times. */
describe.each(['telegram', 'whatsapp'] as const)('on %s', (messenger) => {
  const talk = withLena(messenger);

  const maria = () => talk.rig.desk.as('maria');
  const choice = (id: string) => ({ id, chosen: false });

  async function rowsOf(prefix: string) {
    return recordsOf(talk.rig, messenger).rows(lena, prefix);
  }
  const agreements = async () => (await rowsOf('agreed#')).map((row) => agreementSchema.parse(row));
  async function order() {
    const [row] = await rowsOf('order#');
    return orderSchema.parse(row);
  }

  async function sends(text: string): Promise<void> {
    await maria().says(text, lena);
    await talk.rig.calm();
    await maria().taps(either(phrase('orderLabelSend')), lena);
    await talk.rig.calm();
  }

  /** As messengers deliver it at times: three times. */
  async function taps(label: string, person: Person = lena): Promise<void> {
    const { rig } = talk;
    const body = rig.tapOn(label, person);
    for (let times = 0; times < 3; times += 1) await rig.brings(body);
    await rig.calm();
  }

  async function topicTexts(): Promise<string> {
    const { messages } = await talk.rig.desk.topicOf(lena);
    return messages.map(({ text }) => text).join('\n\n');
  }

  it('approves one, puts one off and refuses one in five taps; three weeks later it is there word for word', async () => {
    const { rig } = talk;
    await sends(brakes);
    const card = rig.last(lena).text;
    for (const part of [
      'Maria',
      '1. front pads original: 96 €',
      '🔴 safety',
      '148 €',
      '🟡 within 3 months',
      '268 €',
    ])
      expect(card).toContain(part);
    const labels = [
      say(phrase('estimateLabelSome')),
      say(phrase('estimateLabelYes', choice('1'))),
      say(phrase('estimateLabelLater', choice('2'))),
      say(phrase('estimateLabelNo', choice('3'))),
      say(phrase('estimateLabelConfirm', { cents: 9_600 })),
    ];
    for (const label of labels) await taps(label);
    const [agreed, ...more] = await agreements();
    expect(more).toEqual([]);
    expect(agreed).toMatchObject({ cents: 9_600, kind: 'answer', number: 1 });
    const { shown = '', ref = '' } = agreed ?? {};
    expect(shown).toContain('Total 96 €');
    const told = rig
      .bubbles(lena)
      .map(({ text }) => text)
      .join('\n\n');
    for (const part of shown.split('\n\n')) expect(told).toContain(part);
    expect(await topicTexts()).toContain(`${ref}-v1`);
    expect((await recordsOf(rig, messenger).customer(lena))?.deferred).toMatchObject([
      { name: 'front discs' },
    ]);

    rig.clock += 21 * 24 * 3_600_000;
    await rig.says('что мы согласовали?', lena);
    const quoted = rig.bubbles(lena).map(({ text }) => text);
    expect(quoted.slice(-2).join('\n\n')).toContain(shown);
  });

  it('is never surprised by a bill: above what was agreed no way leads to work', async () => {
    const { rig } = talk;
    await sends('/estimate\nfront pads original 96 safety');
    const older = rig.tapOn(say(phrase('estimateLabelAll')), lena);
    await taps(say(phrase('estimateLabelAll')));
    await maria().says('/work start', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'started', agreed: { cents: 9_600 } });

    await sends('/estimate\nfront pads original 96 safety\nfront discs 148 safety');
    expect(await order()).toMatchObject({ work: 'stopped', state: 'asked' });
    await maria().says('/work start', lena);
    await rig.calm();
    expect(await topicTexts()).toMatch(/96 €[^\n]*244 €|244 €[^\n]*96 €/);
    await maria().says('/work done', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'stopped' });

    // The card of the edition before is still on their phone.
    await rig.brings(older);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'stopped', state: 'asked', agreed: { cents: 9_600 } });
    await maria().says('/work start', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'stopped' });

    // Noted of a call that the owner remembers otherwise.
    await maria().says('/agreed phone', lena);
    await rig.calm();
    await maria().taps(either(phrase('orderLabelAllYes')), lena);
    await rig.calm();
    await maria().taps(either(phrase('orderLabelRecord', { cents: 24_400 })), lena);
    await rig.calm();
    await taps(say(phrase('estimateLabelNotSo')));
    expect(await order()).toMatchObject({ agreed: { confirmed: false } });
    await maria().says('/work start', lena);
    await rig.calm();
    expect((await order()).work).not.toBe('started');
    expect((await rig.desk.caseOf(lena))?.waitingSince).not.toBeNull();

    await sends('/estimate\nfront pads original 96 safety\nfront discs 148 safety');
    await taps(say(phrase('estimateLabelAll')));
    await maria().says('/work start', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'started', agreed: { cents: 24_400, confirmed: true } });
  });

  it('asks about a line: the advisors see which one, and the answer comes as any other', async () => {
    const { rig } = talk;
    await sends(brakes);
    await taps(say(phrase('estimateLabelQuestion')));
    await rig.says('can the discs wait until spring?', lena);
    await rig.calm();
    expect(await topicTexts()).toMatch(/line 2|γραμμή 2/);
    expect(await order()).toMatchObject({ question: true, state: 'asked' });
    await maria().says('Three months, not more.', lena);
    await rig.calm();
    expect(rig.last(lena).text).toContain('Three months, not more.');
    expect(await order()).toMatchObject({ question: false });
  });

  it('signs a high sum with one word; the work order comes by itself, to be signed and as it was agreed', async () => {
    const { rig } = talk;
    const texts = () =>
      rig
        .bubbles(lena)
        .map(({ text }) => text)
        .join('\n');
    await sends('/estimate\ngearbox rebuilt 2400');
    await taps(say(phrase('estimateLabelAll')));
    const { ref, ...waits } = await order();
    expect(waits).toMatchObject({ state: 'signing', agreed: null });
    expect(texts()).toContain(say(phrase('documentReady', { kind: 'agreement', name: ref })));
    await maria().says('/work start', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ work: 'none' });
    await rig.says('ok', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ state: 'signing' });
    await rig.says('AGREE', lena);
    await rig.calm();
    expect(await order()).toMatchObject({ state: 'agreed', agreed: { cents: 240_000 } });
    expect(await agreements()).toMatchObject([{ kind: 'signed', number: 1 }]);
    expect(texts()).toContain(say(phrase('documentReady', { kind: 'agreement', name: `${ref}-v1` })));
  });
});
