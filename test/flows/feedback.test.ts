import { describe, expect, it } from 'vitest';
import type { Desk } from '#shared/domain/desk.ts';
import { happenedSchema } from '#shared/domain/happened.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import { alters, consents, handsBack, waits } from './afterwards.ts';
import type { Chat } from './chat.ts';
import { Street } from './street.ts';

/** How a visit was: asked once, answered by a tap, a word or an emoji, and never asked twice. */

const desk: Desk = {
  address: { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '' },
  chat: '-1002000000001',
};
const phones = {
  telegram: (street: Street) => street.telegram('501'),
  whatsapp: (street: Street) => street.whatsapp('GR.1', '+306900000001'),
};
const TUESDAY = '2026-11-24';
const tuesdayEleven = at(TUESDAY, '11:00');
const hour = 3_600_000;

/** Somebody whose car was handed back on Monday at 16:00. */
async function wasHere(chat: Chat, agreed: Parameters<typeof consents>[1] = { visit: true }): Promise<Chat> {
  await chat.says('hello');
  await alters(chat, (row) => ({ ...row, consents: consents(chat.street.now, agreed) }));
  chat.street.now = at(MONDAY, '16:00');
  await handsBack(chat);
  return chat;
}

const ratings = ({ street }: Chat) =>
  street
    .items('S#')
    .map(({ happened }) => happenedSchema.safeParse(happened).data)
    .filter((one) => one?.what === 'rated');
const atDesk = ({ street }: Chat, seen: ReturnType<Street['rows']>) => {
  void street;
  return seen.filter(({ to }) => to.includes('-100')).flatMap(({ row }) => row.messages);
};

describe.each(['telegram', 'whatsapp'] as const)('how it was, on %s', (messenger) => {
  const open = () => phones[messenger](new Street(desk));
  const asked = async (agreed?: Parameters<typeof consents>[1]) =>
    waits(await wasHere(open(), agreed), tuesdayEleven);

  it('is asked on the next working day at eleven, with three buttons', async () => {
    const chat = await wasHere(open());
    await waits(chat, tuesdayEleven - 60_000);
    expect(chat.heard).toEqual([]);
    await waits(chat, tuesdayEleven);
    expect(chat.heard).toEqual(['feedbackAsk']);
    expect(chat.heardOf('feedbackAsk')).toEqual({ car: 'Octavia …4821' });
    expect(chat.labels).toEqual(['feedbackLabelGood', 'feedbackLabelSoso', 'feedbackLabelBad']);
  });

  it('is asked once: without an answer nothing more comes', async () => {
    const chat = await asked();
    await waits(chat, tuesdayEleven + 40 * 24 * hour);
    expect(chat.heard).toEqual([]);
  });

  it.each([{}, { visit: false }, { service: true }])('is not asked with consents %j', async (agreed) => {
    expect((await asked(agreed)).heard).toEqual([]);
  });

  it('waits while somebody waits for a person', async () => {
    const chat = await wasHere(open());
    await chat.says('person');
    await waits(chat, tuesdayEleven);
    expect(chat.heard).toEqual(['caseLate']);
  });

  it('is thanked for when it was good, and counted', async () => {
    const chat = await asked({ visit: true, service: false });
    await chat.taps('feedbackLabelGood');
    expect(chat.heard).toEqual(['feedbackGood', 'feedbackReview']);
    expect(ratings(chat)).toEqual([{ what: 'rated', mark: 'good', reasons: [] }]);
    expect((await chat.customer()).past).toMatchObject([{ rating: { mark: 'good', at: tuesdayEleven } }]);
  });

  it.each(['everything was great', 'όλα τέλεια', 'всё отлично'])(
    'after 👍 kind words are thanked for once, not met with a menu: %s',
    async (words) => {
      const chat = await asked({ visit: true, service: false });
      await chat.taps('feedbackLabelGood');
      await chat.says(words);
      expect(chat.heard).toEqual(['feedbackThanks']);
      expect(chat.heardOf('feedbackThanks')).toEqual({ promise: null });
      expect(ratings(chat)).toHaveLength(1);
      expect((await chat.customer()).past).toMatchObject([{ rating: { mark: 'good', said: true } }]);
    },
  );

  it.each([
    ['all good', 'feedbackGood'],
    ['great', 'feedbackGood'],
    ['👍', 'feedbackGood'],
    ['ok', 'feedbackGood'],
    ['всё отлично', 'feedbackGood'],
    ['так собі', 'feedbackSoso'],
    ['😐', 'feedbackSoso'],
    ['όχι καλά', 'feedbackBad'],
    ['👎', 'feedbackBad'],
    ['плохо, опять стучит', 'feedbackBad'],
  ] as const)('is understood in words: %s', async (words, told) => {
    const chat = await asked({ visit: true, service: false });
    await chat.says(words);
    expect(chat.heard).toContain(told);
    expect(ratings(chat)).toHaveLength(1);
  });

  it.each(['Good', 'Soso', 'Bad'] as const)(
    'offers the public review to everybody, also after %s',
    async (mark) => {
      const chat = await asked({ visit: true, service: false });
      await chat.taps(`feedbackLabel${mark}`);
      expect(chat.heard.at(-1)).toBe('feedbackReview');
    },
  );

  it('is not asked about by a plain no', async () => {
    const chat = await asked();
    await chat.says('no');
    expect(chat.heard).toEqual(['feedbackSkipped']);
  });

  it('alerts the managers at once when it was bad, and tells the owner who answers and when', async () => {
    const chat = await asked();
    chat.street.rows();
    await chat.street.take(tap(chat, 'feedbackLabelBad'));
    const rows = chat.street.rows();
    const told = rows.filter(({ to }) => to === chat.key).flatMap(({ row }) => row.messages);
    chat.told = told;
    expect(chat.heard).toEqual(['feedbackBad', 'feedbackWhy', 'feedbackReview']);
    expect(chat.heardOf('feedbackBad')?.advisor).toBe('maria');
    expect(chat.heardOf('feedbackBad')?.by).toBeGreaterThan(tuesdayEleven);
    const lines = atDesk(chat, rows).flatMap((message) => (message.kind === 'say' ? message.text : []));
    expect(lines).toContainEqual(
      expect.objectContaining({
        key: 'feedbackAlert',
        args: expect.objectContaining({ managers: ['maria'] }),
      }),
    );
    expect(lines.map(({ key }) => key)).toContain('feedbackBadLine');
  });

  it('asks a bad visit for reasons, keeps several, and thanks with the promise', async () => {
    const chat = await asked();
    await chat.taps('feedbackLabelBad');
    await chat.taps('feedbackLabelReason', { reason: 'time' });
    await chat.taps('feedbackLabelReason', { reason: 'price' });
    expect(chat.labels.filter((key) => key === 'feedbackLabelReason')).toHaveLength(5);
    await chat.taps('feedbackLabelDone');
    expect(chat.heard).toEqual(['feedbackThanks', 'feedbackReview']);
    expect(chat.heardOf('feedbackThanks')?.promise?.advisor).toBe('maria');
    expect(ratings(chat)).toEqual([{ what: 'rated', mark: 'bad', reasons: ['price', 'time'] }]);
    // Whoever was not content is asked nothing else.
    expect(chat.labels).not.toContain('feedbackLabelServiceYes');
  });

  it('hands own words after the mark to a person', async () => {
    const chat = await asked();
    await chat.taps('feedbackLabelSoso');
    chat.street.later(2);
    await chat.says('The coffee was cold and nobody called');
    expect(chat.heard).toEqual(['feedbackSaid']);
    expect((await chat.customer()).past).toMatchObject([{ rating: { mark: 'soso', said: true } }]);
  });

  it('hands a story instead of a mark to a person', async () => {
    const chat = await asked();
    await chat.says('The brakes squeal again');
    expect(chat.heard).toEqual(['feedbackSaid']);
    expect(ratings(chat)).toEqual([]);
  });

  it('counts a changed mind within a day once, and later not at all', async () => {
    const chat = await asked({ visit: true, service: false });
    await chat.taps('feedbackLabelGood');
    chat.street.later(20 * 60);
    await chat.taps('feedbackLabelChange');
    await chat.taps('feedbackLabelSoso');
    expect(ratings(chat)).toEqual([{ what: 'rated', mark: 'soso', reasons: [] }]);
    chat.street.later(10 * 60);
    await chat.taps('feedbackLabelGood');
    expect(ratings(chat)).toEqual([{ what: 'rated', mark: 'soso', reasons: [] }]);
  });

  it('leads to the question about the next service once, answered by a tap or a word', async () => {
    const chat = await asked();
    await chat.taps('feedbackLabelGood');
    expect(chat.heard).toEqual(['feedbackGood', 'feedbackReview', 'feedbackAskService']);
    await chat.says('yes');
    expect(chat.heard).toEqual(['feedbackServiceYes']);
    expect((await chat.customer()).consents.service).toMatchObject({ given: true });
    await chat.taps('feedbackLabelGood');
    expect(chat.heard).toEqual(['feedbackGood', 'feedbackReview']);
  });

  it('does not ask about the next service again where it was not answered', async () => {
    const chat = await asked();
    await chat.taps('feedbackLabelGood');
    chat.street.later(2);
    await chat.taps('feedbackLabelGood');
    expect(chat.heard).toEqual(['feedbackGood', 'feedbackReview']);
  });

  it('asks about the next service once, also where reasons were given before it', async () => {
    const chat = await asked();
    await chat.taps('feedbackLabelSoso');
    await chat.taps('feedbackLabelReason', { reason: 'time' });
    await chat.taps('feedbackLabelDone');
    expect(chat.heard).toEqual(['feedbackThanks', 'feedbackReview', 'feedbackAskService']);
    // Something else is done in between, so that nothing is being asked any more.
    await chat.books();
    await chat.taps('feedbackLabelDone');
    expect(chat.heard).toEqual(['feedbackThanks', 'feedbackReview']);
    await chat.taps('feedbackLabelGood');
    expect(chat.heard).toEqual(['feedbackGood', 'feedbackReview']);
  });

  it('takes later words for something else', async () => {
    const chat = await asked();
    chat.street.later(5 * 24 * 60);
    await chat.says('all good');
    expect(ratings(chat)).toEqual([]);
  });
});

function tap(chat: Chat, key: string) {
  const offer = chat.offers.findLast((one) => one.key === key);
  if (!offer) throw new Error(`There is no button ${key}`);
  return {
    id: 'the-tap',
    address: chat.address,
    at: chat.street.now,
    from: { id: chat.address.chat, name: 'Nikos', language: 'en', phone: chat.phone, known: [] },
    messageId: '900',
    event: { kind: 'tap' as const, tapId: 'tap', offer: { row: offer.row, option: offer.option } },
  };
}
