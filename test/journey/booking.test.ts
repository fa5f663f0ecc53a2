import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';

/** From the first tap to a booked, moved and cancelled visit, as a car owner lives it. */

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const people: Readonly<Record<Language, Person>> = {
  en: { id: 7000005, first_name: 'Lena', language_code: 'en' },
  ru: { id: 7000002, first_name: 'Анна', language_code: 'ru' },
  uk: { id: 7000006, first_name: 'Олена', language_code: 'uk' },
  el: { id: 7000001, first_name: 'Νίκος', language_code: 'el-GR' },
};

async function bookOil(person: Person, language: Language): Promise<void> {
  const say = (key: Parameters<typeof words>[1]) => words(language, key);
  await rig.taps(say(phrase('labelBook')), person);
  await rig.taps(serviceRow(language, 'oil'), person);
  await rig.says('Octavia ABC-4821', person);
  await rig.taps(aTime, person);
  await rig.taps(say(phrase('labelLeave')), person);
}

async function customerOf(person: Person) {
  const pk = `P#telegram/4242/${person.id}/`;
  const { Item } = await rig.table.client.send(
    new GetCommand({ TableName: rig.table.name, Key: { pk, sk: 'customer' }, ConsistentRead: true }),
  );
  return Item;
}

async function jobsOn(date: string): Promise<readonly string[]> {
  const { Item } = await rig.table.client.send(
    new GetCommand({ TableName: rig.table.name, Key: { pk: `D#${date}`, sk: 'day' }, ConsistentRead: true }),
  );
  return Item?.jobs ?? [];
}

describe.each(languages)('a car owner who speaks %s', (language) => {
  const person = people[language];
  const say = (key: Parameters<typeof words>[1]) => words(language, key);

  it('books in five steps, gets recap and calendar file, moves the visit, cancels it and takes that back', async () => {
    await rig.command('/start', person);
    const before = rig.phone.calls.length;
    await bookOil(person, language);
    const recap = rig
      .bubbles(person)
      .find(({ buttons }) => buttons.some(({ text }) => text === say(phrase('labelCancelVisit'))));
    expect(recap?.text).toContain('08:30');
    expect(recap?.text).toContain('Octavia …4821');
    expect(recap?.buttons.some(({ url }) => url?.includes('40.6'))).toBe(true);
    const methods = rig.phone.calls.slice(before).map(({ method }) => method);
    expect(methods.filter((method) => method === 'sendDocument')).toHaveLength(1);
    expect(methods.filter((method) => method === 'answerCallbackQuery')).toHaveLength(4);

    await rig.taps(say(phrase('labelMove')), person);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelYesMove')), person);
    const moved = await customerOf(person);
    expect(moved?.visits).toHaveLength(1);
    expect(moved?.visits[0].sequence).toBe(2);

    await rig.taps(say(phrase('labelCancelVisit')), person);
    expect((await customerOf(person))?.visits).toEqual([]);
    expect(await jobsOn('2026-11-23')).toEqual([]);

    await rig.taps(say(phrase('labelUndo')), person);
    expect((await customerOf(person))?.visits[0].start).toBe(moved?.visits[0].start);
  });

  it('is answered in that language from the first word on', async () => {
    await rig.command('/start', person);
    expect(rig.last(person).text).toBe(say(phrase('greeting')));
  });
});

describe('a booking', () => {
  const person = people.en;
  const say = (key: Parameters<typeof words>[1]) => words('en', key);

  it('takes a known owner four taps with "same as last time"', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    rig.clock += 4 * 24 * 3_600_000;
    const taps: string[] = [];
    const tap = async (label: string | RegExp) => {
      taps.push(String(label));
      await rig.taps(label, person);
    };
    await rig.command('/menu', person);
    await tap(say(phrase('labelBook')));
    await tap(say(phrase('labelSameAsLast', { services: ['oil'] })));
    await tap(aTime);
    await tap(say(phrase('labelWait')));
    expect(taps).toHaveLength(4);
    expect((await customerOf(person))?.visits[0].stay).toBe('wait');
  });

  it('for a car that was typed before is for that car, not for a second one', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    await rig.command('/book', person);
    await rig.taps(say(phrase('labelOtherCar')), person);
    await rig.taps(say(phrase('labelNewCar')), person);
    await rig.says('octavia abc-4821', person);
    await rig.taps(serviceRow('en', 'pads'), person);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelLeave')), person);
    const known = await customerOf(person);
    expect(known?.visits).toHaveLength(2);
    expect(known?.vehicles).toHaveLength(1);
  });

  it('of several services in one visit is one booking', async () => {
    await rig.command('/start', person);
    await rig.taps(say(phrase('labelBook')), person);
    await rig.taps(serviceRow('en', 'oil'), person);
    await rig.says('Corolla 2012', person);
    await rig.taps(say(phrase('labelAddWork')), person);
    await rig.taps(serviceRow('en', 'pads'), person);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelLeave')), person);
    expect((await customerOf(person))?.visits[0].services).toEqual(['oil', 'pads']);
  });

  it('left at any step is kept for days, and a lost time is replaced by two new ones', async () => {
    await rig.command('/start', person);
    await rig.taps(say(phrase('labelBook')), person);
    await rig.taps(serviceRow('en', 'annual'), person);
    await rig.says('Corolla 2012', person);
    await rig.taps(aTime, person);
    const quiet = rig.phone.calls.length;
    rig.clock += 9 * 24 * 3_600_000;
    await rig.advance(2);
    expect(rig.phone.calls.length).toBe(quiet);
    await rig.command('/start', person);
    const { text, buttons } = rig.last(person);
    expect(text).toContain('Corolla');
    expect(buttons.filter((one) => aTime.test(one.text))).toHaveLength(2);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelLeave')), person);
    expect((await customerOf(person))?.visits).toHaveLength(1);
  });

  it('whose hold ran out is booked all the same while the time is free', async () => {
    await rig.command('/start', person);
    await rig.taps(say(phrase('labelBook')), person);
    await rig.taps(serviceRow('en', 'oil'), person);
    await rig.says('Corolla 2012', person);
    await rig.taps(aTime, person);
    rig.clock += 11 * 60_000;
    await rig.taps(say(phrase('labelWait')), person);
    expect((await customerOf(person))?.visits).toHaveLength(1);
  });

  it('whose hold ran out and went to somebody else is offered the nearest times, with the answers kept', async () => {
    const other = people.el;
    await rig.command('/start', person);
    await rig.taps(say(phrase('labelBook')), person);
    await rig.taps(serviceRow('en', 'align'), person);
    await rig.says('Corolla 2012', person);
    await rig.taps(aTime, person);
    rig.clock += 11 * 60_000;
    await rig.command('/start', other);
    await rig.taps(words('el', phrase('labelBook')), other);
    await rig.taps(words('el', phrase('labelMoreWork')), other).catch(() => undefined);
    await rig.taps(serviceRow('el', 'align'), other);
    await rig.says('Golf', other);
    await rig.taps(aTime, other);
    await rig.taps(words('el', phrase('labelWait')), other);
    await rig.taps(say(phrase('labelWait')), person);
    const { text, buttons } = rig.last(person);
    expect(text).toContain(say(phrase('slotGone')));
    expect(buttons.filter((one) => aTime.test(one.text))).toHaveLength(2);
    expect((await customerOf(person))?.visits).toEqual([]);
  });

  it('cannot be made without end: the third open one is the last, then a person helps', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    for (let more = 0; more < 2; more += 1) {
      await rig.command('/book', person);
      await rig.taps(serviceRow('en', 'oil'), person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
    }
    expect((await customerOf(person))?.visits).toHaveLength(3);
    await rig.command('/book', person);
    expect(rig.last(person).buttons).toEqual([]);
    expect((await customerOf(person))?.visits).toHaveLength(3);
  });

  it('is changed by a person when it is too late to do so in the chat', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    rig.clock = Date.parse('2026-11-23T04:00:00Z');
    await rig.says('status', person);
    await rig.taps(say(phrase('labelCancelVisit')), person);
    expect(rig.last(person).text).toContain('+302310555010');
    expect((await customerOf(person))?.visits).toHaveLength(1);
  });

  it('never breaks through old buttons: each gets an answer', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    const rows = rig.phone.calls.flatMap(({ body }) => body.reply_markup?.inline_keyboard?.flat() ?? []);
    const old = [...new Set(rows.flatMap(({ callback_data: data }) => (data ? [data] : [])))];
    expect(old.length).toBeGreaterThan(15);
    for (const [index, data] of old.entries()) {
      const answered = rig.phone.calls.length;
      expect(await rig.post(pressed(9_000 + index, data, person))).toBe(200);
      await rig.settle();
      expect(rig.phone.calls.slice(answered).map(({ method }) => method)).toContain('answerCallbackQuery');
    }
  });

  it('keeps in the ledger what was agreed, change by change', async () => {
    await rig.command('/start', person);
    await bookOil(person, 'en');
    await rig.taps(say(phrase('labelMove')), person);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelYesMove')), person);
    await rig.taps(say(phrase('labelCancelVisit')), person);
    const { Items = [] } = await rig.table.client.send(
      new QueryCommand({
        TableName: rig.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': `P#telegram/4242/${person.id}/`, ':sk': 'visit#' },
      }),
    );
    expect(Items.map(({ agreed }) => agreed)).toEqual(['booked', 'moved', 'cancelled']);
  });
});

function pressed(updateId: number, data: string, person: Person) {
  return {
    update_id: updateId,
    callback_query: {
      id: String(updateId),
      from: { is_bot: false, ...person },
      chat_instance: '1',
      data,
      message: { message_id: 1, date: 1, chat: { id: person.id, type: 'private' } },
    },
  };
}
