import { describe, expect, it } from 'vitest';
import { newCase } from '#shared/domain/case.ts';
import { caseItem } from '#shared/store/case.ts';
import type { Chat } from './chat.ts';
import { agreementsOf, orderOf, put, sends } from './estimates.ts';
import { Street } from './street.ts';

/** Who says yes to costs: by a code that is carried to the other one's own chat, and taken back by either side. */

const number = '+306900000001';
const DAY = 24 * 60;

/** Sergey drives and is at Telegram, Anna pays and is at WhatsApp; nobody answers for anybody yet. */
async function both() {
  const street = new Street();
  const sergey = await street.telegram('501', 'Sergey').says('hello');
  const anna = await street.whatsapp('GR.1', number, 'Anna').says('hello');
  return { street, sergey, anna };
}

/** The code in the words that are to be passed on. */
async function codeOf(driver: Chat): Promise<string> {
  await driver.says('who pays');
  await driver.taps('payerLabelOther');
  return driver.heardOf('payerForward')?.code ?? '';
}

/** Anna answers for Sergey. */
async function accepted() {
  const all = await both();
  await all.anna.says(await codeOf(all.sergey));
  await all.anna.taps('payerLabelYes');
  return all;
}

describe('somebody else pays', () => {
  it('gets a code with words to pass on, and nothing changes before the other one says yes', async () => {
    const { sergey, anna } = await both();
    const code = await codeOf(sergey);
    expect(sergey.heard).toEqual(['payerCode', 'payerForward']);
    expect(code).toMatch(/^\d{4} \d{4}$/);
    await anna.says(code);
    expect(anna.heard).toEqual(['payerAsk']);
    expect(anna.labels).toEqual(['payerLabelYes', 'payerLabelNo']);
    expect(await sergey.customer()).toMatchObject({ approver: null });
    expect(await anna.customer()).toMatchObject({ approvesFor: [] });
  });

  it('also where the words with the code are passed on whole, in any language', async () => {
    const { sergey, anna } = await both();
    const code = await codeOf(sergey);
    await anna.says(`Сергей просит вас отвечать на сметы.\nЕсли вы согласны, напишите код.\nКод: ${code}`);
    expect(anna.heard).toEqual(['payerAsk']);
  });

  it('both sides are told after the yes, and see each other’s name and no more', async () => {
    const { sergey, anna } = await accepted();
    expect(anna.heardOf('payerAccepted')).toEqual({ name: 'Sergey' });
    expect(sergey.heardOf('payerOn')).toEqual({ name: 'Anna' });
    expect((await sergey.customer()).approver).toEqual({
      customer: (await anna.customer()).id,
      name: 'Anna',
    });
    expect((await anna.customer()).approvesFor).toEqual([
      { customer: (await sergey.customer()).id, name: 'Sergey' },
    ]);
    expect(JSON.stringify([...anna.told, ...sergey.told])).not.toContain(number);
  });

  it('says yes or no in words, too', async () => {
    const yes = await both();
    await yes.anna.says(await codeOf(yes.sergey));
    await yes.anna.says('yes');
    expect(yes.anna.heard).toEqual(['payerAccepted']);
    const no = await both();
    await no.anna.says(await codeOf(no.sergey));
    await no.anna.says('no');
    expect(no.anna.heard).toEqual(['payerRefused']);
    expect(no.sergey.heardOf('payerRefusedBy')).toEqual({ name: 'Anna' });
    expect(await no.sergey.customer()).toMatchObject({ approver: null });
  });

  it('cannot be oneself, and the own code stays good for the other one', async () => {
    const { sergey, anna } = await both();
    const code = await codeOf(sergey);
    await sergey.says(code);
    expect(sergey.heard).toEqual(['payerOwnCode']);
    await anna.says(code);
    await anna.taps('payerLabelYes');
    expect(anna.heard).toEqual(['payerAccepted']);
  });

  it('uses a code once, within a day, and learns nothing from one that is no more', async () => {
    const { street, sergey, anna } = await both();
    const code = await codeOf(sergey);
    const stranger = street.telegram('777', 'Stranger');
    await stranger.says(code);
    await anna.says(code);
    await anna.taps('payerLabelYes');
    await stranger.taps('payerLabelYes');
    expect(stranger.heard).toEqual(['payerGone']);
    await stranger.says(code);
    expect(stranger.heard).toEqual(['linkWrongCode']);
    const late = await codeOf(sergey);
    street.later(DAY + 1);
    await stranger.says(late);
    expect(stranger.heard).toEqual(['linkWrongCode']);
    expect((await sergey.customer()).approver?.name).toBe('Anna');
  });

  it('says yes too late where the day of the code is over', async () => {
    const { street, sergey, anna } = await both();
    await anna.says(await codeOf(sergey));
    street.later(DAY + 1);
    await anna.taps('payerLabelYes');
    expect(anna.heard).toEqual(['payerGone']);
    expect(await sergey.customer()).toMatchObject({ approver: null });
  });

  it('counts guesses together with those of the codes that join chats', async () => {
    const { sergey, anna } = await both();
    const code = await codeOf(sergey);
    for (const guess of ['1111 1111', '22222222', '33333333', '44444444', '55555555']) await anna.says(guess);
    await anna.says(code);
    expect(anna.heard).toEqual(['linkTooMany']);
    expect(await sergey.customer()).toMatchObject({ approver: null });
  });

  it('a code that joins chats is no wish to pay, and the other way round', async () => {
    const { sergey, anna } = await both();
    await sergey.says('link');
    await anna.says(sergey.heardOf('linkCode')?.code ?? '');
    expect(anna.heard).toContain('linked');
    const other = await both();
    await other.anna.says(await codeOf(other.sergey));
    await other.anna.taps('payerLabelYes');
    expect((await other.anna.customer()).id).not.toBe((await other.sergey.customer()).id);
  });

  it('is another one from then on, and the one before is told', async () => {
    const { street, sergey, anna } = await accepted();
    const irina = await street.telegram('601', 'Irina').says('hello');
    await irina.says(await codeOf(sergey));
    await irina.taps('payerLabelYes');
    expect((await sergey.customer()).approver?.name).toBe('Irina');
    expect((await anna.customer()).approvesFor).toEqual([]);
    expect(anna.heardOf('payerEndedFor')).toEqual({ name: 'Sergey' });
  });

  it.each(['owner', 'approver'] as const)('the %s ends it after one question', async (as) => {
    const { sergey, anna } = await accepted();
    const [who, other] = as === 'owner' ? [sergey, anna] : [anna, sergey];
    await who.taps('payerLabelEnd');
    expect(who.heardOf('payerAskEnd')).toMatchObject({ as });
    expect((await sergey.customer()).approver).not.toBeNull();
    await who.taps('payerLabelEndYes');
    expect(who.heard).toEqual([as === 'owner' ? 'payerEnded' : 'payerLeft']);
    expect(other.heard).toEqual([as === 'owner' ? 'payerEndedFor' : 'payerLeftBy']);
    expect(await sergey.customer()).toMatchObject({ approver: null });
    expect(await anna.customer()).toMatchObject({ approvesFor: [] });
  });

  it('stays as it is where they keep it', async () => {
    const { sergey } = await accepted();
    await sergey.taps('payerLabelEnd');
    await sergey.taps('payerLabelKeep');
    expect(sergey.heardOf('payerCard')).toMatchObject({ name: 'Anna' });
    expect((await sergey.customer()).approver?.name).toBe('Anna');
  });
});

describe('an estimate while somebody else pays', () => {
  it('that waited already goes to them with the yes; the driver sees it without a way to agree', async () => {
    const { sergey, anna } = await both();
    await sends(sergey);
    await sergey.taps('payerLabelOther');
    await anna.says(sergey.heardOf('payerForward')?.code ?? '');
    await anna.taps('payerLabelYes');
    expect(anna.heard).toEqual(expect.arrayContaining(['payerFor', 'estimateLines']));
    expect(anna.labels).toContain('estimateLabelAll');
    expect(anna.labels).not.toContain('payerLabelOther');
    expect(sergey.heard).toEqual(expect.arrayContaining(['payerOn', 'payerWaiting', 'estimateLines']));
    expect(sergey.labels).toEqual(['payerLabelEnd']);
  });

  it.each(['tap', 'word'] as const)(
    'that came between the question and the yes goes to them too: they are asked once more (by a %s)',
    async (by) => {
      const { sergey, anna } = await both();
      const says = () => (by === 'tap' ? anna.taps('payerLabelYes') : anna.says('yes'));
      await anna.says(await codeOf(sergey));
      await sends(sergey);
      await says();
      expect(anna.heard).toEqual(['payerAsk']);
      expect(await sergey.customer()).toMatchObject({ approver: null });
      await says();
      expect(anna.heard).toEqual(expect.arrayContaining(['payerAccepted', 'payerFor', 'estimateLines']));
      expect(anna.labels).toContain('estimateLabelAll');
    },
  );

  it('is answered by them: the driver gets the recap, and the ledger says who it was', async () => {
    const { sergey, anna } = await accepted();
    await sends(anna, { owner: sergey });
    await anna.taps('estimateLabelAll');
    const { id } = await anna.customer();
    expect(agreementsOf(sergey)).toMatchObject([{ who: { customer: id, name: 'Anna' }, cents: 26_800 }]);
    expect(sergey.heard).toEqual(expect.arrayContaining(['payerAnswered', 'estimateAgreed']));
    expect(sergey.heardOf('payerAnswered')).toEqual({ name: 'Anna' });
  });

  it('is refused kindly to the driver, also by the buttons from before', async () => {
    const { sergey, anna } = await both();
    await sends(sergey);
    const old = sergey.offers.filter(({ key }) => key.startsWith('estimateLabel'));
    await sergey.taps('payerLabelOther');
    await anna.says(sergey.heardOf('payerForward')?.code ?? '');
    await anna.taps('payerLabelYes');
    for (const offer of old) {
      await sergey.tapsOffer(offer);
      expect(sergey.heardOf('payerOther')).toEqual({ name: 'Anna' });
    }
    expect(agreementsOf(sergey)).toEqual([]);
  });

  it.each(['owner', 'approver'] as const)('comes back to the driver when the %s ends it', async (as) => {
    const { sergey, anna } = await accepted();
    await sends(anna, { owner: sergey });
    const old = anna.offers.findLast(({ key }) => key === 'estimateLabelAll');
    const who = as === 'owner' ? sergey : anna;
    await who.taps('payerLabelEnd');
    await who.taps('payerLabelEndYes');
    expect(sergey.labels).toContain('estimateLabelAll');
    expect(orderOf(sergey)).toMatchObject({ askedWho: null, state: 'asked' });
    if (old) await anna.tapsOffer(old);
    expect(anna.heard).toEqual(['payerNotYours']);
    expect(agreementsOf(sergey)).toEqual([]);
    await sergey.taps('estimateLabelAll');
    expect(agreementsOf(sergey)).toMatchObject([{ who: { name: 'Sergey' } }]);
  });

  it('is reminded of only where it is asked now', async () => {
    const { street, sergey, anna } = await both();
    await sends(sergey);
    await sergey.taps('payerLabelOther');
    await anna.says(sergey.heardOf('payerForward')?.code ?? '');
    await anna.taps('payerLabelYes');
    const timers = street.items('').filter(({ sk }) => String(sk).includes('estimate#'));
    expect(timers.length).toBeGreaterThan(0);
    expect(timers.filter((item) => String(item.pk).includes(sergey.key))).toEqual([]);
  });

  it('is the driver’s again where the advisors shut the other one out', async () => {
    const { sergey, anna } = await accepted();
    await sends(anna, { owner: sergey });
    const { id } = await anna.customer();
    const blocked = { by: 'maria', reason: 'rude', at: anna.street.now };
    await put(anna, caseItem({ ...newCase(id, anna.key), version: 9, blocked }));
    await sergey.says('I agree');
    await sergey.taps('estimateLabelAll');
    expect(agreementsOf(sergey)).toMatchObject([{ who: { name: 'Sergey' } }]);
  });

  it('is the driver’s own where both turn out to be one person', async () => {
    const { sergey, anna } = await accepted();
    await sends(anna, { owner: sergey });
    await sergey.says('link');
    await anna.says(sergey.heardOf('linkCode')?.code ?? '');
    expect(anna.heard).toContain('linked');
    await anna.says('I agree');
    await anna.taps('estimateLabelAll');
    expect(agreementsOf(sergey)).toHaveLength(1);
  });

  it('goes on at the same person where they answer from another messenger that is joined to theirs', async () => {
    const { street, sergey, anna } = await accepted();
    await sends(anna, { owner: sergey });
    const phone = await street.telegram('602', 'Anna').says('hello');
    await phone.says('link');
    await anna.says(phone.heardOf('linkCode')?.code ?? '');
    expect(anna.heard).toContain('linked');
    await phone.says('I agree');
    await phone.taps('estimateLabelShow');
    await phone.taps('estimateLabelAll');
    expect(agreementsOf(sergey)).toHaveLength(1);
  });
});

describe('a limit without asking', () => {
  it('is offered once in a life, below the first agreement', async () => {
    const { sergey } = await both();
    await sends(sergey);
    await sergey.taps('estimateLabelAll');
    expect(sergey.heard).toContain('payerOfferLimit');
    expect(await sergey.customer()).toMatchObject({ allowance: { percent: 0, cents: 0 } });
    await sends(sergey);
    await sergey.taps('estimateLabelAll');
    expect(sergey.heard).not.toContain('payerOfferLimit');
  });

  it.each([
    ['payerLabelAlways', { percent: 0, cents: 0 }],
    ['payerLabelSum', { percent: 50, cents: 3_000 }],
    ['payerLabelPercent', { percent: 10, cents: 3_000 }],
  ] as const)('is chosen by %s', async (label, allowance) => {
    const { sergey } = await both();
    await sergey.says('my limit');
    await sergey.taps('payerLabelLimit');
    expect(sergey.labels).toEqual(['payerLabelAlways', 'payerLabelSum', 'payerLabelPercent']);
    await sergey.taps(label);
    expect(sergey.heardOf('payerLimitSet')).toEqual(allowance);
    expect(await sergey.customer()).toMatchObject({ allowance });
  });

  it('is the matter of whoever pays: it ends with a new one, and the driver cannot raise it', async () => {
    const { sergey, anna } = await both();
    await sergey.says('my limit');
    await sergey.taps('payerLabelLimit');
    await sergey.taps('payerLabelSum');
    await anna.says(await codeOf(sergey));
    await anna.taps('payerLabelYes');
    expect(await sergey.customer()).toMatchObject({ allowance: null });
    await sergey.taps('payerLabelSum');
    expect(sergey.heardOf('payerOther')).toEqual({ name: 'Anna' });
    expect(await sergey.customer()).toMatchObject({ allowance: null });
    await anna.says('who pays');
    await anna.taps('payerLabelFor');
    await anna.taps('payerLabelLimit');
    await anna.taps('payerLabelPercent');
    expect(await sergey.customer()).toMatchObject({ allowance: { percent: 10, cents: 3_000 } });
    expect(sergey.heardOf('payerCard')).toMatchObject({ name: 'Anna', percent: 10 });
    await anna.taps('payerLabelEnd');
    await anna.taps('payerLabelEndYes');
    expect(await sergey.customer()).toMatchObject({ allowance: null });
  });

  it('cannot be set by somebody who answers no more', async () => {
    const { sergey, anna } = await accepted();
    await anna.says('who pays');
    await anna.taps('payerLabelFor');
    await anna.taps('payerLabelLimit');
    await sergey.taps('payerLabelEnd');
    await sergey.taps('payerLabelEndYes');
    await anna.taps('payerLabelSum');
    expect(anna.heard).toEqual(['payerNotYours']);
    expect(await sergey.customer()).toMatchObject({ allowance: null });
  });
});
