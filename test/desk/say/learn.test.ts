import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relay } from '#shared/desk/relay/part.ts';
import { learnNeeds } from '#shared/desk/say/learn.ts';
import { templateOf } from '#shared/desk/say/template.ts';
import type { DeskTurn } from '#shared/desk/turn.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { type Answers, noAnswers, type Replies } from '#shared/domain/replies.ts';
import { noFacts } from '#test/helpers/facts.ts';
import { Seat, start } from './seat.ts';

/** What advisors write again and again: who is asked about it, when, and what of it is kept until then. */

const day = 24 * 60 * 60_000;

function someone(at: number, name = '', car = ''): Customer {
  return {
    ...newCustomer(`telegram/4242/${7_000_000 + at}/`, name),
    version: 1,
    vehicles: car === '' ? [] : [{ id: 'V1', label: car, short: car }],
  };
}

const lena = someone(1, 'Lena Petrova', 'Skoda Octavia ABC-4821');
const nikos = someone(2, 'Nikos', 'Toyota Yaris KBE-1207');
const anna = someone(3, 'Анна', 'VW Golf AA 1234 BB');
const oleh = someone(4, 'Олег');

/** The desk over a month: what it stored, and what it offered in General. */
class Desk {
  now = start;
  readonly buckets = new Map<string, Replies>();
  answers: Answers = noAnswers;
  readonly offered: string[] = [];

  writes(text: string, to: Customer, change: Partial<DeskTurn> = {}): this {
    this.now += 60_000;
    const turn: DeskTurn = { ...turnOf(to, this.now), ...change };
    const facts: Facts = { ...noFacts, replies: this.buckets, answers: this.answers };
    const event = { kind: 'content', content: { kind: 'text', text: { text } } } as const;
    const decision = relay.decide(event, facts, turn);
    if (decision === 'expired') throw new Error('What is written is never expired');
    for (const one of decision.changes) {
      if (one.kind === 'replies')
        this.buckets.set(one.bucket, { ...one.replies, version: one.replies.version + 1 });
      if (one.kind === 'answers') this.answers = one.answers;
    }
    for (const { to: where, message } of decision.say)
      if (where === 'general' && message.kind === 'say')
        for (const { key, args } of message.text)
          if (key === 'cannedAsk' && 'text' in args) this.offered.push(args.text);
    return this;
  }

  get stored(): string {
    return JSON.stringify([...this.buckets, this.answers]);
  }
}

function turnOf(to: Customer, now = start): DeskTurn {
  const seat = new Seat(relay);
  seat.customer = to;
  seat.now = now;
  return { ...seat.turn(), messageId: '77' };
}

const useful = 'Yes, we do have winter tyres in stock, just come by at any time';

describe('a reply that advisors repeat', () => {
  it('is offered once it stood in the talks of three customers, and never again', () => {
    const desk = new Desk().writes(useful, lena).writes(useful, nikos);
    expect(desk.offered).toEqual([]);
    desk.writes(useful, anna);
    expect(desk.offered).toEqual([useful]);
    desk.writes(useful, oleh).writes(`${useful}!`, lena);
    expect(desk.offered).toHaveLength(1);
  });

  it('counts once for each customer, however often they are told', () => {
    const desk = new Desk();
    for (const to of [lena, lena, nikos, lena, nikos]) desk.writes(useful, to);
    expect(desk.offered).toEqual([]);
  });

  it('may differ in a word, which is a gap in what is offered', () => {
    const desk = new Desk()
      .writes('Yes, we do have winter tyres in stock, just come by on Monday at any time', lena)
      .writes('Yes, we do have winter tyres in stock, just come by on Friday at any time', nikos)
      .writes('Yes, we do have winter tyres in stock, just come by on Sunday at any time', anna);
    expect(desk.offered).toEqual(['Yes, we do have winter tyres in stock, just come by on … at any time']);
  });

  it('is known again whichever single word is different each time', () => {
    const said = useful.split(' ');
    for (const at of said.keys()) {
      const desk = new Desk();
      for (const [to, word] of [
        [lena, 'quite'],
        [nikos, 'rather'],
        [anna, 'always'],
      ] as const)
        desk.writes(said.with(at, word).join(' '), to);
      expect(desk.offered, said[at]).toHaveLength(1);
    }
  });

  it('counts within thirty days only', () => {
    const desk = new Desk().writes(useful, lena).writes(useful, nikos);
    desk.now += 30 * day;
    desk.writes(useful, anna);
    expect(desk.offered).toEqual([]);
    desk.writes(useful, oleh).writes(useful, lena);
    expect(desk.offered).toEqual([useful]);
  });

  it.each([
    ['too short', 'Yes, come by please'],
    ['only figures beside a few words', 'Call 6970000000 or 6970000001, 10:00-17:00'],
    ['a note', `// ${useful}`],
    ['a story', `${useful}. `.repeat(6)],
    [
      'a ready answer already',
      'You find us at 118 Monastiriou St, Thessaloniki. If you cannot find the way in, call +302310555010 and somebody comes out.',
    ],
  ])('counts for nothing where it is %s', (_why, text) => {
    const desk = new Desk();
    for (const to of [lena, nikos, anna, oleh]) desk.writes(text, to);
    expect(desk.offered).toEqual([]);
  });

  it('is not counted while it is held', () => {
    const desk = new Desk();
    for (const to of [lena, nikos, anna]) desk.writes('Are you stupid? Read what I wrote to you!', to);
    expect([desk.offered, desk.buckets.size]).toEqual([[], 0]);
  });

  it('of nobody’s topic asks for nothing to be read', () => {
    expect(learnNeeds(useful, { ...turnOf(lena), about: null })).toEqual([]);
    expect(learnNeeds(useful, turnOf(lena)).map(({ kind }) => kind)).toEqual([
      'replies',
      'replies',
      'answers',
    ]);
  });
});

describe('what is left of a reply', () => {
  it.each([
    ['Lena, your Octavia is ready, 64 € please', lena, 'Your {car} is ready, … please'],
    ['Good morning Nikos, we keep it until 18:30 for you', nikos, 'Good morning, we keep it until … for you'],
    ['Анна, добрый день! Номер AA 1234 BB, верно?', anna, 'Добрый день! Номер …, верно?'],
    ['Call us: +30 2310 555 010, ask for Maria', lena, 'Call us: {phone}, ask for …'],
    ['Write to lena@example.com or 697 123 4567.', lena, 'Write to … or ….'],
    ['{name} [x] … done', lena, 'Name x ... done'],
  ])('"%s" has nothing of theirs', (text, to, left) => {
    expect(templateOf(text, turnOf(to)).shown.join(' ')).toBe(left);
  });

  it('has no name of who decides with them either', () => {
    const owner = { ...lena, approver: { customer: 'petros', name: 'Petros' } };
    const left = templateOf('We ask Petros first and call back', turnOf(owner)).shown.join(' ');
    expect(left).toBe('We ask … first and call back');
  });

  it('is never a name, phone or plate, in what is stored and in what is offered, whatever is written around them', () => {
    const name = fc.constantFrom('Lena', 'Лене', 'Lena’s', 'Petrova', 'Maria', 'Kostas');
    const phone = fc.constantFrom('+30 697 123 4567', '6971234567', '069-712 34567');
    const plate = fc.constantFrom('ABC-4821', 'abc 4821', 'AA 1234 BB', 'KBE1207');
    const word = fc.constantFrom(
      'winter',
      'tyres',
      'are',
      'ready',
      'please',
      'bring',
      'them',
      'tomorrow',
      'мы',
    );
    const said = fc.array(fc.oneof({ weight: 4, arbitrary: word }, name, phone, plate), {
      minLength: 6,
      maxLength: 14,
    });
    fc.assert(
      fc.property(said, (parts) => {
        const text = parts.join(' ');
        const desk = new Desk();
        const callers = [1, 2, 3].map((at) => someone(at, 'Lena Petrova Лена', 'Skoda ABC-4821'));
        for (const to of callers) desk.writes(text, to);
        const kept = [...desk.offered, desk.stored].join('\n');
        expect(kept).not.toMatch(/Lena|Лен|Petrova|Maria|Kostas|697|4567|4821|1234|1207/iu);
        expect(desk.stored).not.toMatch(/winter|ready|7000/u);
      }),
      { numRuns: 40 },
    );
  });

  it('has only words that stood in all three, so that a name which nobody knows stays out of it', () => {
    const text = (name: string) =>
      `${name} is on the early shift and looks at your brakes before ten o'clock`;
    const desk = new Desk()
      .writes(text('Pavlos'), lena)
      .writes(text('Giorgos'), nikos)
      .writes(text('Stavros'), anna);
    expect(desk.offered).toEqual(["… is on the early shift and looks at your brakes before ten o'clock"]);
  });
});
