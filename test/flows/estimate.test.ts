import { describe, expect, it } from 'vitest';
import { agreedItem } from '#shared/store/order.ts';
import { wordOf } from '#shared/text/words.ts';
import { brakes, line } from '#test/domain/order/given.ts';
import { agreementsOf, begins, notes, orderOf, put, sends } from './estimates.ts';
import { Street } from './street.ts';

const phones = {
  telegram: (street: Street) => street.telegram('501'),
  whatsapp: (street: Street) => street.whatsapp('GR.1', '+306900000001'),
};
const messengers = ['telegram', 'whatsapp'] as const;

describe.each(messengers)('an owner on %s', (messenger) => {
  const at = () => phones[messenger](new Street());

  it('approves all with one tap, and both the sum and the number are told', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelAll');
    expect(chat.heardOf('estimateAgreed')).toMatchObject({ cents: 26_800, number: 1, ref: 'K7M2QP' });
    expect(agreementsOf(chat)).toMatchObject([{ kind: 'answer', cents: 26_800, how: 'chat' }]);
    expect(orderOf(chat)).toMatchObject({ state: 'agreed', agreed: { cents: 26_800, edition: 1 } });
  });

  it('approves one, puts one off and refuses one in five taps', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    await chat.taps('estimateLabelYes', { id: '1' });
    await chat.taps('estimateLabelLater', { id: '2' });
    await chat.taps('estimateLabelNo', { id: '3' });
    await chat.taps('estimateLabelConfirm', { cents: 9_600 });
    const [agreed, ...more] = agreementsOf(chat);
    expect(more).toEqual([]);
    expect(agreed).toMatchObject({ cents: 9_600, kind: 'answer' });
    expect(agreed?.choices.map(({ says }) => says)).toEqual(['yes', 'later', 'no']);
    expect((await chat.customer()).deferred).toMatchObject([{ name: 'Front discs', cents: 14_800 }]);
    expect(chat.heardOf('estimateAgreed')?.lines.map(({ says }) => says)).toEqual(['yes', 'later', 'no']);
  });

  it('changes their mind before they confirm', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    for (const id of ['1', '2', '3']) await chat.taps('estimateLabelYes', { id });
    const older = chat.offers.findLast(({ key }) => key === 'estimateLabelConfirm');
    await chat.taps('estimateLabelNo', { id: '2' });
    await chat.taps('estimateLabelConfirm', { cents: 12_000 });
    expect(agreementsOf(chat)).toMatchObject([{ cents: 12_000 }]);
    if (older) await chat.tapsOffer(older);
    expect(agreementsOf(chat)).toHaveLength(1);
  });

  it('never agrees to another sum than the one on the button', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    for (const id of ['1', '2', '3']) await chat.taps('estimateLabelYes', { id });
    const older = chat.offers.findLast(({ key }) => key === 'estimateLabelConfirm');
    await chat.taps('estimateLabelLater', { id: '1' });
    if (!older) throw new Error('Nothing to confirm');
    await chat.tapsOffer(older);
    expect(agreementsOf(chat)).toEqual([]);
    expect(chat.heard).toContain('estimateChanged');
    expect(chat.labels).toContain('estimateLabelConfirm');
  });

  it('is asked about what is left when lines are still open', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    await chat.taps('estimateLabelYes', { id: '1' });
    expect(chat.labels).not.toContain('estimateLabelConfirm');
    expect(orderOf(chat)).toMatchObject({ state: 'asked', agreed: null });
  });

  it('who refuses everything is thanked, and nothing is agreed', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    await chat.taps('estimateLabelNo', { id: '1' });
    await chat.taps('estimateLabelLater', { id: '2' });
    await chat.taps('estimateLabelNo', { id: '3' });
    await chat.taps('estimateLabelConfirm', { cents: 0 });
    expect(chat.heard).toContain('estimateDeclined');
    expect(orderOf(chat)).toMatchObject({ state: 'declined', agreed: null });
    expect(agreementsOf(chat)).toMatchObject([{ kind: 'declined', cents: 0 }]);
    expect((await chat.customer()).deferred).toMatchObject([{ name: 'Front discs' }]);
  });

  it('who taps twice, or taps an answered estimate again, has one agreement', async () => {
    const chat = at();
    await sends(chat);
    const all = chat.offers.findLast(({ key }) => key === 'estimateLabelAll');
    if (!all) throw new Error('No card');
    for (let taps = 0; taps < 3; taps += 1) {
      await chat.tapsOffer(all);
      chat.street.later(2);
    }
    expect(agreementsOf(chat)).toHaveLength(1);
    expect(chat.heardOf('estimateOver')).toMatchObject({ state: 'agreed' });
  });

  it('cannot agree to an older edition: the newer one is shown', async () => {
    const chat = at();
    await sends(chat);
    const older = chat.offers.findLast(({ key }) => key === 'estimateLabelAll');
    await sends(chat, { lines: [...brakes, line('4', 'Brake fluid', 4_500)] });
    if (!older) throw new Error('No card');
    await chat.tapsOffer(older);
    expect(chat.heard).toContain('estimateNewer');
    expect(chat.heardOf('estimateTotal')).toMatchObject({ cents: 31_300 });
    expect(agreementsOf(chat)).toEqual([]);
  });

  it('chooses one of two ways, and "approve all" takes the one whose sum stood there', async () => {
    const chat = at();
    const lines = [line('1', 'Pads original', 9_600, 7_800), line('2', 'Discs', 14_800)];
    await sends(chat, { lines });
    expect(chat.heardOf('estimateTotal')).toMatchObject({ cents: 24_400, ways: true });
    const all = chat.offers.findLast(({ key }) => key === 'estimateLabelAll');
    await chat.taps('estimateLabelSome');
    await chat.taps('estimateLabelOption', { id: '1', way: 1 });
    await chat.taps('estimateLabelNo', { id: '2' });
    expect(chat.labels).toContain('estimateLabelConfirm');
    if (!all) throw new Error('No card');
    await chat.tapsOffer(all);
    expect(agreementsOf(chat)).toMatchObject([{ cents: 24_400 }]);
  });

  it('asks a question: the words go to a person, and the estimate stays open', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelQuestion');
    expect(chat.heard).toEqual(['estimateAskQuestion']);
    await chat.says('are the discs really worn?');
    expect(chat.heard).toEqual(['estimateQuestionSent']);
    expect(orderOf(chat)).toMatchObject({ state: 'asked', question: true });
    await chat.taps('estimateLabelAll');
    expect(agreementsOf(chat)).toHaveLength(1);
  });

  it('asks in words and chooses a line at once: the question stays open beside the choice', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelSome');
    await chat.says('why is it so much?');
    await chat.taps('estimateLabelYes', { id: '1' });
    expect(orderOf(chat)).toMatchObject({ question: true, choices: [{ line: '1', says: 'yes' }] });
  });

  it('asks with a photo: it is a part of the question, and opens no report', async () => {
    const chat = at();
    await sends(chat);
    await chat.taps('estimateLabelQuestion');
    const file = { id: 'p1', bytes: 1, mime: 'image/jpeg', name: null };
    await chat.does({ kind: 'photo', file, caption: 'is this the disc?', album: null });
    await chat.street.settle();
    chat.hears(chat.street.rows());
    expect(chat.heard).toEqual(['estimateQuestionSent']);
    const [request] = chat.street.items('P#').filter(({ sk }) => String(sk).startsWith('request#'));
    expect(request).toMatchObject({ reason: 'estimate', files: ['p1'], text: 'is this the disc?' });
  });

  it('of a high sum is asked for the word, and a plain yes is none', async () => {
    const chat = at();
    await sends(chat, { lines: [line('1', 'Gearbox', 240_000)] });
    await chat.taps('estimateLabelAll');
    expect(chat.heardOf('estimateSign')).toMatchObject({ cents: 240_000, limit: 100_000 });
    expect(agreementsOf(chat)).toEqual([]);
    expect(chat.street.documents).toMatchObject([{ kind: 'document', number: null, ref: 'K7M2QP' }]);
    await chat.says('yes');
    expect(agreementsOf(chat)).toEqual([]);
    await chat.says('Подтверждаю');
    expect(agreementsOf(chat)).toMatchObject([{ kind: 'signed', cents: 240_000 }]);
    expect(chat.heardOf('estimateAgreed')).toMatchObject({ signed: true });
  });

  it.each(['I agree', 'подтверждаю', 'погоджую', 'συμφωνώ', 'AGREE.'])(
    'signs by %j wherever the talk went',
    async (word) => {
      const chat = at();
      await sends(chat, { lines: [line('1', 'Gearbox', 240_000)] });
      await chat.taps('estimateLabelAll');
      await chat.does({ kind: 'command', name: 'book', payload: '' });
      await chat.says(word);
      expect(agreementsOf(chat)).toMatchObject([{ kind: 'signed' }]);
    },
  );

  it('chooses among twenty lines', async () => {
    const chat = at();
    const lines = Array.from({ length: 20 }, (_, index) =>
      line(String(index + 1), `Part ${index + 1}`, 1_000),
    );
    await sends(chat, { lines });
    await chat.taps('estimateLabelSome');
    for (const { id } of lines) await chat.taps('estimateLabelYes', { id });
    await chat.taps('estimateLabelConfirm', { cents: 20_000 });
    expect(agreementsOf(chat)).toMatchObject([{ cents: 20_000 }]);
  });
});

describe('an estimate that waits', () => {
  it('is shown again, with its buttons, to a plain yes or no', async () => {
    const chat = phones.whatsapp(new Street());
    await sends(chat);
    for (const said of ['yes', 'нет', 'ναι']) {
      await chat.says(said);
      expect(chat.heard).toContain('estimateTotal');
      expect(chat.labels).toContain('estimateLabelAll');
    }
    expect(agreementsOf(chat)).toEqual([]);
  });

  it('can be changed line by line before it is confirmed, also where each line is a message', async () => {
    const chat = phones.whatsapp(new Street());
    await sends(chat);
    await chat.taps('estimateLabelSome');
    for (const id of ['1', '2', '3']) await chat.taps('estimateLabelYes', { id });
    await chat.taps('estimateLabelChange');
    await chat.taps('verbatim', { text: '2. Front discs' });
    expect(chat.heardOf('estimateLine')).toMatchObject({ at: 2, count: 3, says: 'yes' });
    await chat.taps('estimateLabelLater', { id: '2' });
    await chat.taps('estimateLabelConfirm', { cents: 12_000 });
    expect(agreementsOf(chat)).toMatchObject([{ cents: 12_000 }]);
  });
});

describe('what was agreed', () => {
  it('is found at both messengers once it is known that they are one person', async () => {
    const street = new Street();
    const telegram = await street.telegram('501').says('hello');
    await sends(telegram);
    await telegram.taps('estimateLabelAll');
    await telegram.shares('+306900000001');
    const whatsapp = street.whatsapp('GR.1', '+306900000001');
    await whatsapp.says('what did we agree');
    expect(whatsapp.heard).toContain('estimateNothingAgreed');
    await whatsapp.taps('labelLinkYes');
    await whatsapp.says('what did we agree');
    const [agreed] = agreementsOf(telegram);
    expect(whatsapp.heardOf('verbatim')).toEqual({ text: agreed?.shown });
  });

  it('in somebody’s place is theirs to read, and nothing else of whose car it is', async () => {
    const street = new Street();
    const sergey = await street.telegram('501', 'Sergey').says('hello');
    await sends(sergey);
    await sergey.taps('estimateLabelAll');
    await sergey.says('who pays');
    await sergey.taps('payerLabelOther');
    const anna = await street.whatsapp('GR.1', '+306900000001', 'Anna').says('hello');
    await anna.says(sergey.heardOf('payerForward')?.code ?? '');
    await anna.taps('payerLabelYes');
    await anna.says('what did we agree');
    expect(anna.heard).toEqual(['estimateNothingAgreed']);
    street.later(5);
    await sends(anna, { owner: sergey, lines: [line('1', 'Clutch', 40_000)] });
    await anna.taps('estimateLabelAll');
    await anna.says('what did we agree');
    expect(anna.heard).toEqual(['verbatim']);
    await sergey.says('what did we agree');
    expect(sergey.heard).toEqual(['verbatim', 'verbatim']);
  });

  it('comes back word for word three weeks later, in another language, although the texts say otherwise by then', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat);
    await chat.taps('estimateLabelAll');
    const [agreed] = agreementsOf(chat);
    if (!agreed) throw new Error('Nothing agreed');
    expect(agreed.shown).toContain('268 €');
    expect(agreed.inbound).not.toBe('');
    const shown = 'As it was said when the texts were other ones: 268 €';
    await put(chat, agreedItem({ ...agreed, shown }));
    chat.street.later(21 * 24 * 60);
    await chat.says('что мы согласовали?');
    expect(chat.heardOf('verbatim')).toEqual({ text: shown });
  });

  it('is told as nothing where nothing was, and says how many more there are', async () => {
    const chat = phones.telegram(new Street());
    await chat.says('what did we agree');
    expect(chat.heard).toEqual(['estimateNothingAgreed']);
    for (let edition = 0; edition < 5; edition += 1) {
      await sends(chat);
      await chat.taps('estimateLabelAll');
      chat.street.later(60);
    }
    await chat.says('τι συμφωνήσαμε;');
    expect(chat.heard).toEqual(['verbatim', 'verbatim', 'verbatim']);
    await chat.taps('estimateLabelEarlier');
    expect(chat.heard).toEqual(['verbatim', 'verbatim']);
    expect(chat.labels).not.toContain('estimateLabelEarlier');
  });

  it('is sent as a document by a word and by a button', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat);
    await chat.taps('estimateLabelAll');
    await chat.taps('estimateLabelDocument');
    await chat.says('send me the document');
    expect(chat.street.documents).toMatchObject([{ number: 1 }, { number: 1 }]);
  });

  it('by phone is confirmed by the owner, or stops the work', async () => {
    for (const answer of ['estimateLabelRight', 'estimateLabelNotSo'] as const) {
      const chat = phones.telegram(new Street());
      await sends(chat);
      await notes(chat, [
        { line: '1', says: 'yes', option: 0 },
        { line: '2', says: 'later', option: 0 },
        { line: '3', says: 'no', option: 0 },
      ]);
      await begins(chat);
      expect(orderOf(chat)).toMatchObject({ work: 'started', agreed: { confirmed: null } });
      const right = answer === 'estimateLabelRight';
      await chat.taps(answer);
      expect(orderOf(chat)).toMatchObject({
        work: right ? 'started' : 'stopped',
        agreed: { confirmed: right },
      });
      expect(agreementsOf(chat).map(({ kind }) => kind)).toEqual([right ? 'confirmed' : 'disputed']);
      expect((await chat.street.known(chat.key)).case.waitingSince !== null).toBe(!right);
    }
  });
});

describe('a booking in progress', () => {
  it('goes on when an estimate is answered, or waits for the word, in the middle of it', async () => {
    const chat = phones.telegram(new Street());
    await sends(chat, { lines: [line('1', 'Gearbox', 240_000)] });
    await chat.does({ kind: 'command', name: 'book', payload: '' });
    await chat.taps('estimateLabelAll');
    expect(chat.heard).toContain('estimateSign');
    await chat.says('I agree');
    expect(agreementsOf(chat)).toMatchObject([{ kind: 'signed' }]);
    expect((await chat.street.known(chat.key)).conversation.flow).toMatchObject({ name: 'book' });
  });
});

describe('the words for it', () => {
  const asks = {
    agreed: [
      'What did we agree?',
      'what did we agree on',
      'our agreement',
      'Что мы согласовали?',
      'о чём мы договорились',
      'что было согласовано',
      'Що ми погодили?',
      'про що ми домовилися',
      'Τι συμφωνήσαμε;',
      'τι έχουμε συμφωνήσει',
    ],
    document: [
      'document',
      'send me the document please',
      'the work order',
      'пришлите документ',
      'заказ-наряд',
      'надішліть документ',
      'στείλτε μου το έγγραφο',
      'εντολή εργασίας',
    ],
    sign: ['AGREE', 'I agree.', 'согласна', 'Подтверждаю', 'погоджуюсь', 'згоден', 'Συμφωνώ'],
  } as const;

  it.each(Object.entries(asks).flatMap(([word, said]) => said.map((one) => [one, word] as const)))(
    '%s is %s',
    (said, word) => {
      expect(wordOf(said)).toBe(word);
    },
  );

  it('in a sentence about something else mean nothing', () => {
    for (const said of [
      'I agree to come at nine',
      'I lost the document of the car',
      'мы не договорились о цене',
    ])
      expect(wordOf(said)).toBeNull();
  });

  it('that sign are a plain yes where nothing is to be signed', async () => {
    const chat = phones.telegram(new Street());
    await chat.says('hello');
    await chat.says('согласен');
    expect(chat.heard).not.toContain('estimateNothingToSign');
    await sends(chat);
    await chat.says('согласен');
    expect(chat.labels).toContain('estimateLabelAll');
    expect(agreementsOf(chat)).toEqual([]);
  });
});
