import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { group, type Person, type Rig, startRig } from '#test/helpers/rig.ts';

/** What is not a booking: words, photos, a person, language, consent, reminders, and people who come and go. */

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const lena: Person = { id: 7000005, first_name: 'Lena', language_code: 'en' };
const say = (what: Parameters<typeof words>[1]) => words('en', what);

async function rowsOf(person: Person, prefix: string) {
  const { Items = [] } = await rig.table.client.send(
    new QueryCommand({
      TableName: rig.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': `P#telegram/4242/${person.id}/`, ':sk': prefix },
    }),
  );
  return Items;
}

async function conversationOf(person: Person) {
  const Key = { pk: `C#telegram/4242/${person.id}/`, sk: 'conversation' };
  const { Item } = await rig.table.client.send(
    new GetCommand({ TableName: rig.table.name, Key, ConsistentRead: true }),
  );
  return Item;
}

async function book(person: Person): Promise<void> {
  await rig.command('/book', person);
  await rig.taps(serviceRow('en', 'oil'), person);
  await rig.says('Octavia ABC-4821', person);
  await rig.taps(say(phrase('labelOtherDay')), person);
  await rig.taps(/Fri 27/, person);
  await rig.taps(aTime, person);
  await rig.taps(say(phrase('labelLeave')), person);
}

let updates = 90_000;
function photo(person: Person, album: string | null, file: string) {
  updates += 1;
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: Math.floor(rig.clock / 1000),
      from: { is_bot: false, ...person },
      chat: { id: person.id, type: 'private', first_name: person.first_name },
      ...(album ? { media_group_id: album } : {}),
      photo: [{ file_id: file, file_unique_id: `u${file}`, width: 90, height: 67, file_size: 1_200 }],
    },
  };
}

describe('words', () => {
  it.each(['person', 'человек', 'людина', 'άνθρωπος'])(
    '"%s" brings a person at once, from any state',
    async (word) => {
      await rig.command('/book', lena);
      await rig.taps(serviceRow('en', 'oil'), lena);
      await rig.says(word, lena);
      expect(rig.last(lena).text).toMatch(/\+302310555010/);
      expect(await rowsOf(lena, 'request#')).toHaveLength(1);
      expect(rig.phone.bubbles.get(Number(group))?.at(-1)?.text).toContain('Lena');
    },
  );

  it('that mean nothing get help once, and a person the second time', async () => {
    await rig.command('/start', lena);
    await rig.says('qwerty asdf', lena);
    await rig.advance(1);
    expect(rig.last(lena).text).toBe(say(phrase('help')));
    await rig.says('zxcvb', lena);
    await rig.advance(1);
    const [request] = await rowsOf(lena, 'request#');
    expect(request).toMatchObject({ reason: 'misunderstood', text: 'zxcvb', open: true });
  });

  it('in a burst are answered once, after the last of them', async () => {
    await rig.command('/start', lena);
    const before = rig.bubbles(lena).length;
    for (const line of ['well', 'you see', 'it is like this']) await rig.says(line, lena);
    expect(rig.bubbles(lena).length).toBe(before);
    await rig.advance(1);
    expect(rig.bubbles(lena).length).toBe(before + 1);
  });

  it('"back" and "cancel" work in a booking, and "cancel" gives the held bay back', async () => {
    await rig.command('/book', lena);
    await rig.taps(serviceRow('en', 'oil'), lena);
    await rig.says('Golf', lena);
    await rig.taps(aTime, lena);
    await rig.says('back', lena);
    expect(rig.last(lena).buttons.some(({ text }) => aTime.test(text))).toBe(true);
    await rig.taps(aTime, lena);
    await rig.says('cancel', lena);
    const { Item } = await rig.table.client.send(
      new GetCommand({
        TableName: rig.table.name,
        Key: { pk: 'D#2026-11-23', sk: 'day' },
        ConsistentRead: true,
      }),
    );
    expect(Item?.jobs).toEqual([]);
    expect((await conversationOf(lena))?.flow).toBeNull();
  });

  it('decide the language when they are clear, and a choice by hand decides it for good', async () => {
    await rig.command('/start', lena);
    await rig.says('статус', lena);
    await rig.says('Καλησπέρα σας', lena);
    expect((await conversationOf(lena))?.language).toBe('el');
    await rig.says('language', lena);
    await rig.taps('English', lena);
    await rig.says('здравствуйте, ещё раз', lena);
    expect((await conversationOf(lena))?.language).toBe('en');
  });

  it.each(languages)('address and hours are answered in the middle of a booking (%s)', async (language) => {
    const person = { ...lena, language_code: language };
    await rig.command('/book', person);
    await rig.taps(serviceRow(language, 'oil'), person);
    await rig.says(words(language, phrase('labelAddress')), person);
    expect(rig.phone.calls.some(({ method }) => method === 'sendVenue')).toBe(true);
    await rig.says('Golf', person);
    expect(rig.last(person).buttons.some(({ text }) => aTime.test(text))).toBe(true);
  });
});

describe('photos', () => {
  it('as an album of ten get one answer and one request', async () => {
    for (let index = 0; index < 10; index += 1) await rig.post(photo(lena, '77', `f${index}`));
    await rig.settle();
    expect(rig.bubbles(lena)).toEqual([]);
    await rig.advance(1);
    expect(rig.bubbles(lena)).toHaveLength(1);
    expect(rig.last(lena).text).toContain('10');
    const [request, ...more] = await rowsOf(lena, 'request#');
    expect(more).toEqual([]);
    expect(request?.files).toHaveLength(10);
  });

  it('are answered before a tap that comes in between', async () => {
    await rig.command('/start', lena);
    await rig.post(photo(lena, null, 'one'));
    await rig.settle();
    await rig.taps(say(phrase('labelHours')), lena);
    const texts = rig.bubbles(lena).map(({ text }) => text);
    expect(texts.at(-2)).toContain('photo');
    expect(texts.at(-1)).toBe(say(phrase('hours')));
    await rig.advance(1);
    expect(rig.bubbles(lena)).toHaveLength(texts.length);
  });
});

describe('a file', () => {
  it('that follows photos is a request of its own', async () => {
    await rig.post(photo(lena, null, 'one'));
    await rig.settle();
    const { photo: _photo, ...message } = photo(lena, null, 'two').message;
    await rig.post({
      update_id: 99_999,
      message: { ...message, voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } },
    });
    await rig.settle();
    expect((await rowsOf(lena, 'request#')).map(({ reason }) => reason).sort()).toEqual(['file', 'photos']);
  });
});

describe('the phone number', () => {
  it('is taken only when it is the sender’s own', async () => {
    await book(lena);
    const contact = (user: number, phone: string) => ({
      update_id: user * 7,
      message: {
        message_id: updates,
        date: Math.floor(rig.clock / 1000),
        from: { is_bot: false, ...lena },
        chat: { id: lena.id, type: 'private' },
        contact: { phone_number: phone, first_name: 'X', user_id: user },
      },
    });
    await rig.post(contact(999, '+306900000000'));
    await rig.settle();
    expect((await rowsOf(lena, 'customer'))[0]?.phone).toBeNull();
    await rig.post(contact(lena.id, '306911111111'));
    await rig.settle();
    expect((await rowsOf(lena, 'customer'))[0]?.phone).toBe('+306911111111');
  });

  it('may be skipped, and is not asked again', async () => {
    await book(lena);
    await rig.says(say(phrase('labelSkip')), lena);
    expect(rig.last(lena).text).toContain(say(phrase('askConsent')));
    await rig.taps(say(phrase('labelConsentAsk')), lena);
    await book(lena).catch(() => undefined);
    expect(rig.bubbles(lena).filter(({ text }) => text === say(phrase('askPhone')))).toHaveLength(1);
  });
});

describe('messages that the bot sends by itself', () => {
  const dayBefore = Date.parse('2026-11-26T16:01:00Z');

  async function pastTheReminder(): Promise<void> {
    rig.clock = dayBefore - 60_000;
    await rig.advance(3);
  }

  it('remind of the visit the evening before, once, when the person agreed', async () => {
    await book(lena);
    await rig.says(say(phrase('labelSkip')), lena);
    await rig.taps(say(phrase('labelConsentYes')), lena);
    const before = rig.bubbles(lena).length;
    await pastTheReminder();
    await rig.advance(10);
    expect(rig.bubbles(lena)).toHaveLength(before + 1);
    expect(rig.last(lena).text).toContain('Octavia …4821');
    await rig.taps(say(phrase('labelComing')), lena);
  });

  it.each([
    ['never answered the question', async (): Promise<void> => undefined],
    [
      'wanted to be told only when asking',
      async (): Promise<void> => rig.taps(say(phrase('labelConsentAsk')), lena),
    ],
    [
      'said yes and later stop',
      async (): Promise<void> => {
        await rig.taps(say(phrase('labelConsentYes')), lena);
        await rig.says('stop', lena);
      },
    ],
  ] as const)('do not reach someone who %s', async (_who, answers) => {
    await book(lena);
    await rig.says(say(phrase('labelSkip')), lena);
    await answers();
    const before = rig.bubbles(lena).length;
    await pastTheReminder();
    expect(rig.bubbles(lena)).toHaveLength(before);
  });

  it('do not remind of a visit that was cancelled', async () => {
    await book(lena);
    await rig.says(say(phrase('labelSkip')), lena);
    await rig.taps(say(phrase('labelConsentYes')), lena);
    await rig.says('status', lena);
    await rig.taps(say(phrase('labelCancelVisit')), lena);
    const before = rig.bubbles(lena).length;
    await pastTheReminder();
    expect(rig.bubbles(lena)).toHaveLength(before);
  });

  it('stop with one word, which one tap takes back', async () => {
    await book(lena);
    await rig.says(say(phrase('labelSkip')), lena);
    await rig.taps(say(phrase('labelConsentYes')), lena);
    await rig.says('стоп', lena);
    expect((await rowsOf(lena, 'customer'))[0]?.consent.visit).toBe(false);
    await rig
      .taps(words('ru', phrase('labelUndo')), lena)
      .catch(() => rig.taps(say(phrase('labelUndo')), lena));
    expect((await rowsOf(lena, 'customer'))[0]?.consent.visit).toBe(true);
  });
});

describe('a link from the counter', () => {
  it('is remembered as where the person came from, once', async () => {
    await rig.command('/start counter_card', lena);
    await rig.command('/start invoice', lena);
    expect((await rowsOf(lena, 'customer'))[0]?.source).toBe('counter_card');
  });
});

describe('a flood', () => {
  it('of one person gets one "slow down", and nothing is lost', async () => {
    await rig.command('/start', lena);
    const calls = rig.phone.calls.length;
    for (let index = 0; index < 60; index += 1) await rig.says('status', lena);
    const answers = rig.phone.calls.length - calls;
    expect(answers).toBeLessThanOrEqual(32);
    expect(rig.last(lena).text).toBe(say(phrase('slowDown')));
    const { Count } = await rig.table.client.send(
      new QueryCommand({
        TableName: rig.table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `L#telegram/4242/${lena.id}/` },
        Select: 'COUNT',
      }),
    );
    expect(Count).toBe(61);
  });
});
