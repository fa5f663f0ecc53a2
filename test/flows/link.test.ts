import { describe, expect, it } from 'vitest';
import { timerItem } from '#shared/store/timer.ts';
import { Street } from './street.ts';

/** The same person at two messengers: by a number that both vouch for, or by a code; and apart again. */

const number = '+306900000001';

/** Nikos at Telegram, who has a visit and shared his own number; and the same number at WhatsApp, for the first time. */
async function twoPhones() {
  const street = new Street();
  const telegram = await street.telegram('501').books();
  await telegram.shares(number);
  const whatsapp = street.whatsapp('GR.1', number);
  return { street, telegram, whatsapp };
}

const hello = { kind: 'command', name: 'start', payload: '' } as const;

describe('a number that two messengers vouch for', () => {
  it('asks the newcomer once, below the answer, and shows nothing of the other', async () => {
    const { telegram, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    expect(whatsapp.heard).toEqual(['greeting', 'linkOffer']);
    expect(whatsapp.labels.slice(-2)).toEqual(['labelLinkYes', 'labelLinkNo']);
    expect(JSON.stringify(whatsapp.told)).not.toMatch(/Octavia|4821/);
    expect(await whatsapp.visits()).toEqual([]);
    await whatsapp.does(hello);
    expect(whatsapp.heard).toEqual(['greeting']);
    expect(await telegram.visits()).toHaveLength(1);
  });

  it('brings cars and visits together after a yes, and both chats see the same', async () => {
    const { telegram, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    await whatsapp.taps('labelLinkYes');
    expect(whatsapp.heardOf('linked')).toEqual({ cars: ['Octavia …4821'], visits: 1 });
    expect(await whatsapp.visits()).toEqual(await telegram.visits());
    await whatsapp.does({ kind: 'command', name: 'status', payload: '' });
    await whatsapp.taps('labelCancelVisit');
    expect(await telegram.visits()).toEqual([]);
  });

  it('takes a typed yes for an answer, and a typed no', async () => {
    const { telegram, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    await whatsapp.says('yes');
    expect(whatsapp.heard).toContain('linked');
    expect(await whatsapp.visits()).toEqual(await telegram.visits());
    const other = await twoPhones();
    await other.whatsapp.does(hello);
    await other.whatsapp.says('no');
    expect(other.whatsapp.heard).toEqual(['linkDeclined']);
  });

  it('is settled once they are joined: a later no is no answer to it', async () => {
    const { whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    await whatsapp.taps('labelLinkYes');
    await whatsapp.says('no');
    expect(whatsapp.heard).toEqual(['menu']);
  });

  it('asks the other way round too: the number is shared at the second messenger', async () => {
    const street = new Street();
    const whatsapp = street.whatsapp('GR.1', number);
    await whatsapp.books();
    const telegram = street.telegram('501');
    await telegram.does(hello);
    await telegram.shares(number);
    expect(telegram.heard.at(-1)).toBe('linkOffer');
    await telegram.taps('labelLinkYes');
    expect(await telegram.visits()).toEqual(await whatsapp.visits());
  });

  it('is never asked about again after a no', async () => {
    const { street, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    await whatsapp.taps('labelLinkNo');
    expect(whatsapp.heard).toEqual(['linkDeclined']);
    street.later(300 * 24 * 60);
    await whatsapp.does(hello);
    expect(whatsapp.heard).toEqual(['greeting']);
    expect(await whatsapp.visits()).toEqual([]);
  });

  it.each([
    ['typed', { kind: 'text', text: number }],
    ['forwarded', { kind: 'contact', phone: number, own: false }],
  ] as const)('proves nothing when it is %s', async (_how, event) => {
    const { street, telegram } = await twoPhones();
    const stranger = street.telegram('666', 'Stranger');
    await stranger.books('Golf');
    await stranger.does(event);
    expect(stranger.heard).not.toContain('linkOffer');
    expect((await stranger.customer()).id).not.toBe((await telegram.customer()).id);
  });

  it('is not asked for after a booking where the messenger shows it', async () => {
    const whatsapp = await new Street().whatsapp('GR.1', number).books();
    expect(whatsapp.heard).toEqual(['booked', 'askConsent']);
    expect(await whatsapp.customer()).toMatchObject({ phone: number, phoneProven: true });
  });

  it('takes the place of one that was typed', async () => {
    const street = new Street();
    const whatsapp = await street.whatsapp('GR.1').books();
    await whatsapp.says('+49 151 1111111');
    expect(await whatsapp.customer()).toMatchObject({ phone: '+491511111111', phoneProven: false });
    whatsapp.phone = number;
    await whatsapp.does(hello);
    expect(await whatsapp.customer()).toMatchObject({ phone: number, phoneProven: true });
  });

  it.each([
    ['+5511987654321', '+551187654321'],
    ['+5491123456789', '+541123456789'],
    ['+5215512345678', '+525512345678'],
  ])('is the same with and without its extra digit: %s and %s', async (one, other) => {
    const street = new Street();
    const telegram = street.telegram('501');
    await telegram.does(hello);
    await telegram.shares(one);
    const whatsapp = street.whatsapp('BR.1', other);
    await whatsapp.does(hello);
    expect(whatsapp.heard).toContain('linkOffer');
  });

  it('given out again at the same messenger reveals nothing, and is the new owner’s', async () => {
    const street = new Street();
    const before = await street.whatsapp('GR.1', number, 'Before').books();
    const after = street.whatsapp('GR.2', number, 'After');
    await after.does(hello, [`tel.${number.slice(1)}`]);
    expect(after.heard).toEqual(['greeting']);
    expect(await after.visits()).toEqual([]);
    const telegram = street.telegram('501', 'After');
    await telegram.does(hello);
    await telegram.shares(number);
    await telegram.taps('labelLinkYes');
    expect((await telegram.customer()).id).toBe((await after.customer()).id);
    expect(await before.visits()).toHaveLength(1);
  });

  it('that went to somebody else since the question is not joined', async () => {
    const { street, telegram, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    const other = street.telegram('777', 'Other');
    await other.shares(number);
    await whatsapp.taps('labelLinkYes');
    expect((await whatsapp.customer()).id).not.toBe((await telegram.customer()).id);
    expect(await telegram.visits()).toHaveLength(1);
  });

  it('left behind by somebody who hides the new one proves nothing any more', async () => {
    const street = new Street();
    const before = await street.whatsapp('GR.1', number, 'Before').books();
    street.later(1);
    await before.moves('GR.2', ['GR.1'], null);
    const after = street.telegram('501', 'After');
    await after.shares(number);
    expect(after.heard).not.toContain('linkOffer');
    expect(await before.visits()).toHaveLength(1);
  });

  it('that one of two linked chats gives up still proves the other one', async () => {
    const { street, telegram, whatsapp } = await twoPhones();
    await whatsapp.does(hello);
    await whatsapp.taps('labelLinkYes');
    whatsapp.phone = '+306911111111';
    await whatsapp.does(hello);
    expect(street.items('N#').map(({ address }) => address)).toEqual(
      expect.arrayContaining([telegram.key, whatsapp.key]),
    );
  });

  it('counts for no longer than numbers are kept from others', async () => {
    const { street, whatsapp } = await twoPhones();
    street.later(401 * 24 * 60);
    await whatsapp.does(hello);
    expect(whatsapp.heard).toEqual(['greeting']);
  });
});

describe('a code', () => {
  const open = { kind: 'command', name: 'link', payload: '' } as const;

  async function withCode() {
    const street = new Street();
    const telegram = await street.telegram('501').books();
    await telegram.says('skip');
    await telegram.does(open);
    const code = telegram.heardOf('linkCode')?.code ?? '';
    return { street, telegram, code, whatsapp: street.whatsapp('GR.1') };
  }

  it('of eight digits joins the chat it is written in', async () => {
    const { telegram, whatsapp, code } = await withCode();
    expect(code).toMatch(/^\d{4} \d{4}$/);
    await whatsapp.says(code);
    expect(whatsapp.heard).toEqual(['linked']);
    expect(await whatsapp.visits()).toEqual(await telegram.visits());
    await telegram.does(open);
    expect(telegram.heard).toEqual(['linkedAlready']);
  });

  it('may be written with a hyphen or without a blank', async () => {
    const { whatsapp, code } = await withCode();
    await whatsapp.says(` ${code.replace(' ', '-')} `);
    expect(whatsapp.heard).toEqual(['linked']);
  });

  it('works once', async () => {
    const { street, whatsapp, code } = await withCode();
    await whatsapp.says(code);
    const second = street.whatsapp('GR.2', null, 'Other');
    await second.says(code);
    expect(second.heard).toEqual(['linkWrongCode']);
    expect(await second.visits()).toEqual([]);
  });

  it('works for ten minutes', async () => {
    const { street, whatsapp, code } = await withCode();
    street.later(10);
    await whatsapp.says(code);
    expect(whatsapp.heard).toEqual(['linkWrongCode']);
  });

  it('says so when it is written where it was made', async () => {
    const { telegram, code } = await withCode();
    await telegram.says(code);
    expect(telegram.heard).toEqual(['linkSameChat']);
  });

  it('is not looked at any more after five wrong ones within the hour', async () => {
    const { street, telegram, whatsapp, code } = await withCode();
    for (let tries = 0; tries < 5; tries += 1) {
      await whatsapp.says(`0000 000${tries}`);
      expect(whatsapp.heard).toEqual(['linkWrongCode']);
    }
    await whatsapp.says(code);
    expect(whatsapp.heardOf('linkTooMany')).toEqual({ minutes: 60 });
    street.later(60);
    await telegram.does(open);
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    expect(whatsapp.heard).toEqual(['linked']);
  });

  it('made before its chat left the link joins nobody', async () => {
    const { street, telegram, whatsapp, code } = await withCode();
    const late = street.whatsapp('GR.7', null, 'Late');
    await telegram.does(open);
    const made = telegram.heardOf('linkCode')?.code ?? '';
    await whatsapp.says(code);
    await telegram.does(open);
    await telegram.taps('labelUnlink');
    await telegram.taps('labelUnlink');
    await late.says(made);
    expect(late.heard).toEqual(['linkWrongCode']);
    expect(await late.visits()).toEqual([]);
  });

  it('is an answer where the question of the moment takes a number', async () => {
    const { telegram, code, street } = await withCode();
    const other = await street.telegram('777', 'Other').books('Golf');
    expect(other.heard).toContain('askPhone');
    await other.says(code);
    expect(other.heard).toContain('phoneSaved');
    expect((await other.customer()).id).not.toBe((await telegram.customer()).id);
  });

  it('is kept as a hash only', async () => {
    const { street, code } = await withCode();
    const kept = street.items('K#');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(code.replace(' ', ''));
  });

  it('brings both histories together: cars, visits, proof, and what was agreed where', async () => {
    const { street, telegram, code } = await withCode();
    const whatsapp = await street.whatsapp('GR.1', number).books('Golf 7');
    const both = [...(await telegram.visits()), ...(await whatsapp.visits())].sort();
    const before = await whatsapp.customer();
    await whatsapp.says(code);
    expect([...(await whatsapp.visits())].sort()).toEqual(both);
    const customer = await telegram.customer();
    expect(customer).toMatchObject({ phone: number, phoneProven: true, formerly: [before.id] });
    expect(await whatsapp.cars()).toEqual(expect.arrayContaining(['Octavia ABC-4821', 'Golf 7']));
    const left = street.customers.find(({ id }) => id === before.id);
    expect(left).toMatchObject({ mergedInto: customer.id, visits: [], vehicles: [], phone: null });
  });
});

describe('taking chats apart', () => {
  async function linked() {
    const made = await twoPhones();
    await made.whatsapp.does(hello);
    await made.whatsapp.taps('labelLinkYes');
    return made;
  }

  it('asks first, then begins this chat anew; the other keeps everything', async () => {
    const { telegram, whatsapp } = await linked();
    await whatsapp.says('link');
    await whatsapp.taps('labelUnlink');
    expect(whatsapp.heard).toEqual(['askUnlink']);
    await whatsapp.taps('labelUnlink');
    expect(whatsapp.heard).toEqual(['unlinked']);
    expect(await whatsapp.visits()).toEqual([]);
    expect(await whatsapp.cars()).toEqual([]);
    expect(await telegram.visits()).toHaveLength(1);
    await whatsapp.does(hello);
    expect(whatsapp.heard).toEqual(['greeting']);
  });

  it('works from the chat where everything began, too', async () => {
    const { telegram, whatsapp } = await linked();
    await telegram.says('link');
    await telegram.taps('labelUnlink');
    await telegram.taps('labelUnlink');
    expect(await telegram.visits()).toEqual([]);
    expect(await whatsapp.visits()).toHaveLength(1);
    await telegram.books('Fiesta');
    expect(await telegram.visits()).toHaveLength(1);
    expect(await whatsapp.cars()).toEqual(['Octavia ABC-4821']);
  });

  it('leaves the estimate that waits for an answer to the other, with its reminder', async () => {
    const { street, telegram, whatsapp } = await linked();
    const key = 'estimate#nudge#K7M2QP';
    street.table.plant(timerItem('whatsapp/1061/GR.1/', key, street.now + 45 * 60_000, { ref: 'K7M2QP' }));
    await whatsapp.says('link');
    await whatsapp.taps('labelUnlink');
    await whatsapp.taps('labelUnlink');
    const timers = street.items('T#').filter(({ sk }) => sk === key);
    expect(timers).toMatchObject([{ pk: 'T#telegram/4242/501/', data: { ref: 'K7M2QP' } }]);
    expect((await telegram.customer()).id).toBe('telegram/4242/501/');
  });

  it('leaves no way to the other’s visits in older buttons', async () => {
    const { street, telegram, whatsapp } = await linked();
    await whatsapp.does({ kind: 'command', name: 'status', payload: '' });
    street.later(1);
    const cancel = whatsapp.offers.findLast(({ key }) => key === 'labelCancelVisit');
    await whatsapp.says('link');
    await whatsapp.taps('labelUnlink');
    await whatsapp.taps('labelUnlink');
    await whatsapp.tapsOffer(cancel ?? { row: '', option: 0 });
    expect(whatsapp.heard).toEqual(['buttonGone']);
    expect(await telegram.visits()).toHaveLength(1);
  });

  it('takes the number along that the messenger vouches for in this chat', async () => {
    const street = new Street();
    const telegram = await street.telegram('501').books();
    await telegram.says('skip');
    const whatsapp = street.whatsapp('GR.1', number, 'Wife');
    await whatsapp.does(hello);
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    expect((await telegram.customer()).phone).toBe(number);
    await whatsapp.says('link');
    await whatsapp.taps('labelUnlink');
    await whatsapp.taps('labelUnlink');
    expect((await telegram.customer()).phone).toBeNull();
    expect(await whatsapp.customer()).toMatchObject({ phone: number, phoneProven: true });
    const hers = street.telegram('502', 'Wife');
    await hers.shares(number);
    await hers.taps('labelLinkYes');
    expect((await hers.customer()).id).toBe((await whatsapp.customer()).id);
    expect(await hers.visits()).toEqual([]);
  });

  it('can be undone by a new code', async () => {
    const { telegram, whatsapp } = await linked();
    await whatsapp.says('link');
    await whatsapp.taps('labelUnlink');
    await whatsapp.taps('labelUnlink');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    expect(await whatsapp.visits()).toEqual(await telegram.visits());
  });

  it('of a chat that is linked to nothing is a no', async () => {
    const { telegram, whatsapp } = await linked();
    await whatsapp.says('link');
    const way = whatsapp.offers.findLast(({ key }) => key === 'labelUnlink');
    await telegram.says('link');
    await telegram.taps('labelUnlink');
    await telegram.taps('labelUnlink');
    await whatsapp.tapsOffer(way ?? { row: '', option: 0 });
    expect(whatsapp.heard).toEqual(['linkNothing']);
  });
});
