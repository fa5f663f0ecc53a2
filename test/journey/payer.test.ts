import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreementSchema } from '#shared/domain/order/agreement.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { anna, el, lena, mondayTen } from './desk-talk.ts';
import { recordsOf, rowsAt } from './people.ts';

/**
 * Lena drives and reads English, Anna pays and reads Russian, and each is at another messenger; the advisors read Greek.
 * Everything that anybody sends comes twice.
 */
const pairs: readonly (readonly [PlayedName, PlayedName])[] = [
  ['telegram', 'whatsapp'],
  ['whatsapp', 'telegram'],
];
const en = (what: Phrase) => words('en', what);
const ru = (what: Phrase) => words('ru', what);
const three = '/estimate\npads front 96 safety\ndiscs 148 3m\nwipers 24 wish';

describe.each(pairs)('a driver on %s for whom somebody on %s pays', (here, there) => {
  const held: { rig: Rig | null } = { rig: null };
  const rig = () => {
    if (!held.rig) throw new Error('The rig is started before each test');
    return held.rig;
  };
  const lines = { lena: () => rig().on(here), anna: () => rig().on(there) };
  const people = { lena, anna };
  type Name = keyof typeof people;
  const seen = (who: Name) => lines[who]().bubbles(people[who]);
  const read = (who: Name) => seen(who).map(({ text }) => text);
  const labels = (who: Name) => seen(who).flatMap(({ buttons }) => buttons.map(({ text }) => text));
  const topic = async (who: Name) => {
    const { messages } = await rig().desk.topicOf(people[who], who === 'lena' ? here : there);
    return messages.map(({ text }) => text).join('\n');
  };

  /** At the desk each topic has the language of whoever has it. */
  const told = async (who: Name, what: Phrase) => {
    const text = await topic(who);
    return (['en', 'el', 'ru'] as const).some((language) => text.includes(words(language, what)));
  };

  /** Twice, as messengers do. */
  async function brings(who: Name, body: unknown): Promise<void> {
    await lines[who]().brings(body);
    await lines[who]().brings(body);
    await rig().calm();
  }
  const says = (who: Name, text: string) =>
    brings(who, rig().played[who === 'lena' ? here : there].updates.text(text, people[who]));
  const taps = (who: Name, label: string) => brings(who, lines[who]().tapOn(label, people[who]));
  const writes = async (text: string) => {
    await rig().desk.as('maria').says(text, lena);
    await rig().calm();
  };
  async function sends(text = three): Promise<void> {
    await writes(text);
    await rig()
      .desk.as('maria')
      .taps(el(phrase('orderLabelSend')), lena);
    await rig().calm();
  }
  const agreements = async () => {
    const customer = await recordsOf(rig(), here).customer(lena);
    const rows = await rowsAt(rig(), `P#${customer?.id ?? ''}`, 'agreed');
    return rows.map((row) => agreementSchema.parse(row));
  };
  async function codeFor(): Promise<string> {
    await says('lena', 'who pays');
    await taps('lena', en(phrase('payerLabelOther')));
    const [code = ''] = /\d{4} \d{4}/.exec(read('lena').join('\n')) ?? [];
    return code;
  }
  async function accepted(): Promise<void> {
    await says('anna', await codeFor());
    await taps('anna', ru(phrase('payerLabelYes')));
  }

  beforeEach(async () => {
    held.rig = await startRig({ messenger: here });
    rig().clock = mondayTen;
    await says('lena', 'My Octavia has a new owner');
    await says('anna', 'Здравствуйте');
  });
  afterEach(() => held.rig?.close());

  it('is told, and so are the other one and both topics, once each', async () => {
    const code = await codeFor();
    await says('anna', code);
    const asks = read('anna').filter((text) =>
      text.startsWith(ru(phrase('payerAsk', { name: 'Lena', cars: [] }))),
    );
    expect(asks).toHaveLength(1);
    await taps('anna', ru(phrase('payerLabelYes')));
    expect(
      read('anna').filter((text) => text === ru(phrase('payerAccepted', { name: 'Lena' }))),
    ).toHaveLength(1);
    expect(read('lena').filter((text) => text === en(phrase('payerOn', { name: 'Анна' })))).toHaveLength(1);
    expect(await told('lena', phrase('payerDeskAccepted', { name: 'Анна' }))).toBe(true);
    expect(await told('anna', phrase('payerDeskFor', { name: 'Lena' }))).toBe(true);
    // Who reads the topic of the driver must not be able to answer in somebody's place.
    expect(code).not.toBe('');
    expect(await topic('lena')).not.toContain(code);
  });

  it('sees the estimate and waits; the other one answers, and both read the same words', async () => {
    await accepted();
    await sends();
    expect(labels('lena')).not.toContain(en(phrase('estimateLabelAll')));
    expect(read('lena').join('\n')).toContain(en(phrase('payerWaiting', { name: 'Анна' })));
    expect(read('lena').join('\n')).toContain('268 €');
    expect(read('anna').join('\n')).toContain(ru(phrase('payerFor', { name: 'Lena' })));
    await taps('anna', ru(phrase('estimateLabelAll')));
    const [agreement, ...more] = await agreements();
    expect(more).toEqual([]);
    expect(agreement).toMatchObject({ cents: 26_800, who: { name: 'Анна' }, how: 'chat' });
    expect(read('lena').join('\n')).toContain(en(phrase('payerAnswered', { name: 'Анна' })));
    expect(read('lena').at(-1)).toContain(`${agreement?.ref ?? ''}-v1`);
    expect(await topic('lena')).toContain(`${agreement?.ref ?? ''}-v1`);
    expect(read('anna').join('\n')).toContain(`${agreement?.ref ?? ''}-v1`);
  });

  it('says so under an estimate that waits already: it moves to the other one with the yes', async () => {
    await sends();
    await accepted();
    expect(read('anna').join('\n')).toContain('268 €');
    await taps('lena', en(phrase('estimateLabelAll')));
    expect(read('lena').at(-1)).toBe(en(phrase('payerOther', { name: 'Анна' })));
    expect(await agreements()).toEqual([]);
    await taps('anna', ru(phrase('estimateLabelAll')));
    expect(await agreements()).toMatchObject([{ who: { name: 'Анна' } }]);
  });

  it('keeps the estimate under which they asked for the code, and may still answer it until the other one says yes', async () => {
    await sends();
    const asked = read('lena').filter((text) => text.includes('268 €')).length;
    if (here === 'telegram') await taps('lena', en(phrase('payerLabelOther')));
    else await says('lena', 'somebody else pays');
    expect(read('lena').filter((text) => text.includes('268 €'))).toHaveLength(asked);
    await taps('lena', en(phrase('estimateLabelAll')));
    expect(await agreements()).toMatchObject([{ who: { name: 'Lena' } }]);
  });

  it('is written to while the other one has been silent for days: they get it once they are there', async () => {
    await accepted();
    rig().clock += 49 * 60 * 60_000;
    await rig().calm();
    await sends();
    if (there === 'whatsapp') {
      expect(read('anna').join('\n')).not.toContain('wipers');
      await says('anna', 'да');
    }
    expect(read('anna').join('\n')).toContain('wipers');
    await taps('anna', ru(phrase('estimateLabelAll')));
    expect(await agreements()).toMatchObject([{ who: { name: 'Анна' }, cents: 26_800 }]);
  });

  it('hears of the other one’s question only that there is one; it stands in the other one’s topic', async () => {
    await accepted();
    await sends();
    await taps('anna', ru(phrase('estimateLabelQuestion')));
    await says('anna', 'А диски точно нужны?');
    expect(await topic('anna')).toContain('А диски точно нужны?');
    expect(await topic('lena')).not.toContain('А диски точно нужны?');
    const [order] = (await recordsOf(rig(), here).customer(lena))?.orders ?? [];
    expect(await told('lena', phrase('payerDeskAsks', { name: 'Анна', ref: order?.ref ?? '' }))).toBe(true);
    expect(read('lena').join('\n')).not.toContain('диски точно');
    const { messages } = await rig().desk.topicOf(lena, here);
    const links = messages.flatMap(({ buttons }) => buttons.filter(({ url }) => typeof url === 'string'));
    expect(links.length).toBeGreaterThan(0);
    await taps('anna', ru(phrase('estimateLabelAll')));
    expect(await agreements()).toHaveLength(1);
  });

  it('answers by themselves again once the other one ends it; buttons from before do nothing', async () => {
    await accepted();
    await sends();
    const old = lines.anna().tapOn(ru(phrase('estimateLabelAll')), anna);
    await taps('anna', ru(phrase('payerLabelEnd')));
    await taps('anna', ru(phrase('payerLabelEndYes')));
    expect(read('lena').join('\n')).toContain(en(phrase('payerLeftBy', { name: 'Анна' })));
    expect(await told('lena', phrase('payerDeskEnded', { name: 'Анна', by: 'approver' }))).toBe(true);
    await brings('anna', old);
    expect(read('anna').at(-1)).toBe(ru(phrase('payerNotYours')));
    expect(await agreements()).toEqual([]);
    await taps('lena', en(phrase('estimateLabelAll')));
    expect(await agreements()).toMatchObject([{ who: { name: 'Lena' } }]);
  });

  it('is refused the same, where the other one says no', async () => {
    await says('anna', await codeFor());
    await taps('anna', ru(phrase('payerLabelNo')));
    expect(read('lena')).toContain(en(phrase('payerRefusedBy', { name: 'Анна' })));
    expect(await told('lena', phrase('payerDeskRefused', { name: 'Анна' }))).toBe(true);
    await sends();
    await taps('lena', en(phrase('estimateLabelAll')));
    expect(await agreements()).toMatchObject([{ who: { name: 'Lena' } }]);
  });

  it('shows nothing of the driver’s talk to whoever pays, nor of theirs to the driver', async () => {
    await accepted();
    await says('lena', 'my secret is in the glove box');
    await sends();
    await says('anna', 'мой секрет в сейфе');
    expect(read('anna').join('\n')).not.toContain('glove box');
    expect(read('lena').join('\n')).not.toContain('сейфе');
    expect(await topic('anna')).not.toContain('glove box');
    expect(await topic('lena')).not.toContain('сейфе');
  });

  it('is written down when the limit is offered, chosen, and used', async () => {
    await sends('/estimate\npads front 96 safety');
    await taps('lena', en(phrase('estimateLabelAll')));
    expect(read('lena').at(-1)).toBe(en(phrase('payerOfferLimit')));
    await taps('lena', en(phrase('payerLabelPercent', { percent: 10, cents: 3_000 })));
    expect(await told('lena', phrase('payerDeskLimit', { percent: 10, cents: 3_000 }))).toBe(true);
    await writes('/estimate\npads front 96 safety\nclips 5');
    await rig()
      .desk.as('maria')
      .taps(el(phrase('orderLabelWithin')), lena);
    await rig().calm();
    expect(await agreements()).toMatchObject([{ cents: 9_600 }, { cents: 10_100, how: 'allowance' }]);
    await writes('/estimate\npads front 96 safety\nclips 5\nsensor 20');
    expect(() =>
      rig()
        .desk.as('maria')
        .tapOn(el(phrase('orderLabelWithin')), lena),
    ).toBeDefined();
    expect(await agreements()).toHaveLength(2);
  });
});
