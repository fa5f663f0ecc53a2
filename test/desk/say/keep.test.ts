import { describe, expect, it } from 'vitest';
import { sayPart } from '#shared/desk/say/part.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import { type KeptAnswer, mostKept, withKept } from '#shared/domain/replies.ts';
import { answersFrom, answersKey } from '#shared/store/replies.ts';
import { Town } from '../town.ts';
import { Seat, start } from './seat.ts';

/** Ready answers that a manager keeps, beside those of the station's data. */

const tyres: KeptAnswer = {
  id: 'K7M2QP',
  text: 'Yes, we do have winter tyres in stock, just come by at any time',
  language: 'en',
  by: 'maria',
  at: start,
};

function seat(...kept: readonly KeptAnswer[]): Seat {
  const made = new Seat(sayPart);
  made.customer = { ...newCustomer('telegram/4242/501/', 'Nikos'), version: 1 };
  made.answers = { version: 1, kept: [...kept], asked: [] };
  return made;
}

describe('a kept answer', () => {
  it.each(['tyres stock', 'winter', 'winte tyers'])('is found by "%s" and goes out as it is', (words) => {
    const here = seat(tyres).says(words);
    const title = here.labels.find((label) => label.startsWith('Yes, we do'));
    if (title) here.taps(title);
    expect(here.lines.join()).toContain(tyres.text);
    here.taps('Send');
    expect(here.sent).toEqual([tyres.text]);
  });

  it('goes out in the language in which it was written, and the advisor reads which one that is', () => {
    const here = seat({ ...tyres, text: 'Да, зимние шины есть, приезжайте', language: 'ru' });
    here.theirs = 'el';
    here.says('шины зимние есть');
    const title = here.labels.find((label) => label.startsWith('Да, зимние'));
    if (title) here.taps(title);
    expect(here.lines.join()).toContain('The customer reads, in Russian: “Да, зимние шины есть');
    expect(here.lines.join()).not.toContain('It means');
  });

  it('with a gap is for the advisor to write, and is never sent with it', () => {
    const here = seat({ ...tyres, text: 'Yes, we have winter tyres from … a set' }).says('winter');
    const title = here.labels.find((label) => label.startsWith('Yes, we have'));
    if (title) here.taps(title);
    expect(here.labels).not.toContain('Send');
    expect(here.lines.join()).toContain('write it yourself');
  });

  it('has a drawer of its own, which is there once it holds something', () => {
    expect(seat().says('').labels).not.toContain('Kept from replies');
    const here = seat(tyres).says('').taps('Kept from replies');
    expect(here.lines[0]).toBe('1 answer');
  });

  it('is taken out by a manager only, and may be kept again', () => {
    const here = seat(tyres).says('').taps('Kept from replies').taps('Yes, we do have win…');
    expect(here.labels).not.toContain('Remove');
    here.by = { ...here.by, role: 'manager' };
    here.taps('Back').taps('Yes, we do have win…').taps('Remove');
    expect(here.answers.kept).toEqual([]);
    here.taps('Keep');
    expect(here.answers.kept).toHaveLength(1);
  });

  it('is one of a hundred at most, the newest', () => {
    const all = Array.from({ length: mostKept + 5 }, (_, at) => ({ ...tyres, id: `A${at}` }));
    const stored = all.reduce(withKept, { version: 1, kept: [], asked: [] });
    expect([stored.kept.length, stored.kept.at(-1)?.id]).toEqual([mostKept, `A${mostKept + 4}`]);
  });
});

describe('three advisors who write the same at once', () => {
  const text = (words: string) => ({ kind: 'text', text: words }) as const;
  const [maria, eleni] = ['5000001', '5000002'];

  function offersOf(town: Town) {
    return town.offers().filter(({ messages }) => JSON.stringify(messages).includes('cannedAsk'));
  }

  it('lead to one offer, whoever was the last', async () => {
    const town = new Town();
    await Promise.all(
      town.customers.map(({ thread }, at) =>
        town.happens(at === 0 ? maria : eleni, thread, text(tyres.text)),
      ),
    );
    expect(town.rows()).toHaveLength(3);
    expect(offersOf(town)).toHaveLength(1);
    await Promise.all(town.customers.map(({ thread }) => town.happens(eleni, thread, text(tyres.text))));
    expect(offersOf(town)).toHaveLength(1);
  });

  it('and a manager who taps twice keeps one answer; an advisor keeps none', async () => {
    const town = new Town();
    for (const { thread } of town.customers) await town.happens(eleni, thread, text(tyres.text));
    const [offer] = offersOf(town);
    const tap = (by: string) =>
      town.happens(by, '', { kind: 'tap', tapId: `t${by}`, offer: { row: offer?.sk ?? '', option: 0 } });
    const kept = () =>
      answersFrom(town.table.items().find(({ pk, sk }) => pk === answersKey.pk && sk === answersKey.sk)).kept;
    await tap(eleni);
    expect(kept()).toEqual([]);
    await Promise.all([tap(maria), tap(maria)]);
    expect(kept()).toMatchObject([{ text: tyres.text, language: 'en', by: 'maria' }]);
  });

  it('in words that hurt lead to no offer, though they went out after all', async () => {
    const town = new Town();
    for (const { id, thread } of town.customers) {
      await town.happens(eleni, thread, text('Are you stupid? Read what I wrote about the winter tyres!'));
      const question = town
        .offers()
        .find(
          (row) =>
            /relayHeldCalm/.test(JSON.stringify(row.messages)) && JSON.stringify(row.topic).includes(id),
        );
      const offer = { row: question?.sk ?? '', option: 1 };
      await town.happens(eleni, thread, { kind: 'tap', tapId: thread, offer });
    }
    expect(town.rows()).toHaveLength(3);
    expect(offersOf(town)).toEqual([]);
  });
});
