import { describe, expect, it } from 'vitest';
import { agreementOf } from '#shared/domain/order/agreement.ts';
import type { Choice } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import {
  agree,
  agreedLines,
  ask,
  askInstead,
  carryOn,
  ceiling,
  choose,
  chooseAll,
  confirm,
  decline,
  draftOf,
  expire,
  finish,
  mayWork,
  nudged,
  propose,
  record,
  sign,
  start,
  withdraw,
} from '#shared/domain/order/steps.ts';
import {
  anna,
  asked,
  brakes,
  by,
  day,
  done,
  empty,
  line,
  nikos,
  noon,
  proposal,
  why,
  words,
} from './given.ts';

const noLimit = { signAbove: null };
const tenPercent = { percent: 10, cents: 3000 };

/** They say so to each line, and confirm. */
function answered(order: Order, says: readonly Choice['says'][], signAbove: number | null = null): Order {
  const chosen = words(...says).reduce((now, choice) => done(choose(now, { ...by(order), choice })), order);
  return done(agree(chosen, { ...by(order), signAbove }));
}

function drafted(order: Order, lines = brakes) {
  return done(draftOf(order, proposal(lines)));
}

const begun = (order: Order, allowance: Order['allowance'] = null) => done(start(order, { allowance }));

describe('one yes, one later, one no', () => {
  const order = answered(asked(), ['yes', 'later', 'no']);

  it('agrees to the first only, as number 1', () => {
    expect(order).toMatchObject({
      state: 'agreed',
      agreements: 1,
      agreed: { cents: 9600, number: 1, how: 'chat' },
    });
    expect(ceiling(order)).toBe(9600);
  });

  it('is a ledger row with the lines, the answers and the sum', () => {
    const row = agreementOf(order, {
      kind: 'answer',
      who: { customer: nikos.id, name: 'Nikos' },
      by: null,
      at: noon,
      language: 'en',
      inbound: 'in-1',
    });
    expect(row).toMatchObject({
      ref: 'K7M2QP',
      number: 1,
      cents: 9600,
      choices: words('yes', 'later', 'no'),
    });
    expect(row?.estimate.lines).toHaveLength(3);
  });

  it('lets the work begin, and another edition starts from what was agreed', () => {
    expect(begun(order).work).toBe('started');
    expect(agreedLines(order)).toMatchObject([{ id: '1', options: [{ price: 9600 }] }]);
  });

  it('stands when it is confirmed a second time', () => {
    expect(why(agree(order, { ...by(order), ...noLimit }))).toBe('already');
  });
});

describe('an answer', () => {
  it('counts only once every line has a word', () => {
    const some = done(choose(asked(), { ...by(asked()), choice: { line: '1', says: 'yes', option: 0 } }));
    expect(why(agree(some, { ...by(some), ...noLimit }))).toBe('unanswered');
    expect(why(start(some, { allowance: null }))).toBe('notAgreed');
  });

  it('is changed by another word on the same line until then', () => {
    const once = done(chooseAll(asked(), { ...by(asked()), says: 'yes' }));
    const twice = done(choose(once, { ...by(once), choice: { line: '2', says: 'no', option: 0 } }));
    expect(done(agree(twice, { ...by(twice), ...noLimit })).agreed?.cents).toBe(12_000);
  });

  it('takes the price of the way that was chosen', () => {
    const order = asked([line('1', 'Pads', 9600, 7800)]);
    const chosen = done(choose(order, { ...by(order), choice: { line: '1', says: 'yes', option: 1 } }));
    expect(done(agree(chosen, { ...by(order), ...noLimit })).agreed?.cents).toBe(7800);
    expect(why(choose(order, { ...by(order), choice: { line: '1', says: 'yes', option: 2 } }))).toBe(
      'noLine',
    );
    expect(why(choose(order, { ...by(order), choice: { line: '9', says: 'yes', option: 0 } }))).toBe(
      'noLine',
    );
  });

  it('to an older edition is refused while a newer one is in flight', () => {
    const first = asked();
    const second = asked([line('1', 'All of it', 99_900)], first);
    expect(why(chooseAll(second, { ...by(first), says: 'yes' }))).toBe('older');
    expect(why(agree(second, { ...by(first), ...noLimit }))).toBe('older');
  });

  it('comes from whoever is asked, also under the id they have now', () => {
    const order = done(askInstead(asked(), anna.id));
    expect(why(chooseAll(order, { ...by(order, nikos), says: 'yes' }))).toBe('notTheirs');
    const merged = { id: 'telegram/4242/777/', formerly: [anna.id] };
    expect(why(chooseAll(order, { ...by(order, merged), says: 'yes' }))).toBe('done');
  });

  it('comes in time, unless a question is open', () => {
    const order = done(chooseAll(asked(), { ...by(asked()), says: 'yes' }));
    const late = { ...by(order, nikos, noon + 12 * day), ...noLimit };
    expect(why(agree(order, late))).toBe('expired');
    expect(why(agree(done(ask(order, by(order))), late))).toBe('done');
  });

  it('of no to everything ends the agreement and stops the work', () => {
    const working = begun(answered(asked(), ['yes', 'yes', 'yes']));
    const more = asked(brakes, working);
    const left = done(decline(more, by(more)));
    expect(left).toMatchObject({ state: 'declined', agreed: null, work: 'stopped', agreements: 2 });
    expect(why(start(left, { allowance: null }))).toBe('notAgreed');
  });
});

describe('a sum above the limit of the station', () => {
  const order = answered(asked(), ['yes', 'yes', 'no'], 10_000);

  it('waits for a signature, and nothing is agreed meanwhile', () => {
    expect(order).toMatchObject({ state: 'signing', agreed: null });
    expect(why(start(order, { allowance: null }))).toBe('sign');
    expect(why(agree(order, { ...by(order), signAbove: 10_000 }))).toBe('sign');
    expect(done(sign(order, by(order))).agreed?.cents).toBe(24_400);
  });

  it('can be chosen anew instead', () => {
    const less = done(choose(order, { ...by(order), choice: { line: '2', says: 'later', option: 0 } }));
    expect(done(agree(less, { ...by(less), signAbove: 10_000 })).agreed?.cents).toBe(9600);
  });

  it('said by phone waits too; signed at the desk it is agreed', () => {
    const recorded = { edition: 1, at: noon, choices: words('yes', 'yes', 'no'), signAbove: 10_000 } as const;
    expect(done(record(asked(), { ...recorded, how: 'phone' }))).toMatchObject({
      state: 'signing',
      agreed: null,
    });
    expect(done(record(asked(), { ...recorded, how: 'desk' })).agreed).toMatchObject({
      cents: 24_400,
      how: 'desk',
    });
  });
});

describe('more than was agreed', () => {
  const working = begun(answered(asked(), ['yes', 'no', 'no']));

  it('stops the work the moment it is proposed, and it goes on once it is agreed', () => {
    const more = asked([line('1', 'Front pads', 9600), line('2', 'Hose', 3000)], working);
    expect(more).toMatchObject({ work: 'stopped', agreed: { cents: 9600 } });
    expect(why(start(more, { allowance: null }))).toBe('above');
    expect(begun(answered(more, ['yes', 'yes'])).agreed?.cents).toBe(12_600);
  });

  it('is looked at in its dearest way', () => {
    expect(asked([line('1', 'Front pads', 9600, 12_000)], working).work).toBe('stopped');
    expect(asked([line('1', 'Front pads', 9600, 7800)], working).work).toBe('started');
  });

  it('that is taken back or answered by nobody leaves what was agreed', () => {
    const more = asked(brakes, working);
    expect(begun(done(withdraw(more))).agreed?.cents).toBe(9600);
    expect(why(expire(more, { edition: 2, at: noon }))).toBe('waits');
    const chosen = done(chooseAll(done(ask(more, by(more))), { ...by(more), says: 'yes' }));
    const signing = done(agree(chosen, { ...by(more), signAbove: 0 }));
    expect(why(expire(signing, { edition: 2, at: noon + 99 * day }))).toBe('question');
    expect(why(expire(done(ask(more, by(more))), { edition: 2, at: noon + 99 * day }))).toBe('question');
    expect(begun(done(expire(more, { edition: 2, at: noon + 12 * day }))).agreed?.cents).toBe(9600);
  });

  it('cannot be called done while it is open', () => {
    expect(why(finish(asked(brakes, working)))).toBe('above');
    expect(done(finish(working)).work).toBe('done');
  });
});

describe('what may be done without asking', () => {
  const agreed = answered(asked([line('1', 'Pads', 10_000), line('2', 'Discs', 500)]), ['yes', 'later']);
  const go = (
    order: Order,
    lines: Parameters<typeof drafted>[1],
    allowance: Order['allowance'] = tenPercent,
  ) => {
    const now = drafted(order, lines);
    return carryOn(now, { edition: now.editions, at: noon, allowance, signAbove: 11_500 });
  };

  it('is ten percent, once: rises never add up', () => {
    const first = done(go(agreed, [line('1', 'Pads', 11_000)]));
    expect(first).toMatchObject({ agreed: { cents: 11_000, base: 10_000, how: 'allowance' } });
    expect(why(go(first, [line('1', 'Pads', 11_001)]))).toBe('above');
  });

  it('is never more than the sum they named', () => {
    expect(why(go(agreed, [line('1', 'Pads', 10_501)], { percent: 50, cents: 500 }))).toBe('above');
  });

  it('is nothing where they named none, or take it back', () => {
    expect(why(go(agreed, [line('1', 'Pads', 10_001)], null))).toBe('mustAsk');
    expect(why(go(agreed, [line('1', 'Pads', 10_000)], null))).toBe('mustAsk');
  });

  it('is nothing that they put off, whatever else it is called', () => {
    expect(why(go(agreed, [line('1', 'Pads', 10_000), line('2', 'DISCS!', 500)]))).toBe('refused');
    const twice = done(go(agreed, [line('1', 'Pads', 10_000), line('2', 'Hose', 100)]));
    expect(why(go(twice, [line('1', 'Pads', 10_000), line('2', 'Discs', 500)]))).toBe('refused');
  });

  it('is nothing where they have a choice, while they are asked, or above the limit for signatures', () => {
    expect(why(go(agreed, [line('1', 'Pads', 10_000, 9000)]))).toBe('options');
    expect(why(go(asked(brakes, agreed), [line('1', 'Pads', 10_000)]))).toBe('waits');
    const high = { percent: 50, cents: 9000 };
    expect(why(go(agreed, [line('1', 'Pads', 11_501)], high))).toBe('sign');
  });

  it('is nothing any more once an agreement was not so, until they agree by themselves', () => {
    const now = asked(brakes, agreed, tenPercent);
    const recorded = done(
      record(now, {
        edition: 2,
        at: noon,
        how: 'phone',
        choices: words('yes', 'yes', 'yes'),
        signAbove: null,
      }),
    );
    const disputed = done(confirm(recorded, { number: 2, right: false, who: nikos }));
    expect(ceiling(disputed)).toBe(0);
    expect(why(go(disputed, [line('1', 'Pads', 100)]))).toBe('disputed');
  });
});

describe('an agreement by phone', () => {
  const recorded = done(
    record(asked(), {
      edition: 1,
      at: noon,
      how: 'phone',
      choices: words('yes', 'no', 'later'),
      signAbove: null,
    }),
  );

  it('lets the work begin, and does not raise what may be done without asking until the owner confirms it', () => {
    expect(begun(recorded).agreed).toMatchObject({ cents: 9600, confirmed: null, base: 0 });
    const right = done(confirm(recorded, { number: 1, right: true, who: nikos }));
    expect(right.agreed).toMatchObject({ confirmed: true, base: 9600 });
  });

  it('that the owner calls not so stops the work, whatever the advisor tries', () => {
    const left = done(confirm(begun(recorded), { number: 1, right: false, who: nikos }));
    expect(left.work).toBe('stopped');
    expect(mayWork(left)).toBe(false);
    expect([why(start(left, { allowance: tenPercent })), why(finish(left))]).toEqual([
      'disputed',
      'disputed',
    ]);
  });

  it('is judged by the owner only, once, and by its number', () => {
    expect(why(confirm(recorded, { number: 1, right: true, who: anna }))).toBe('notTheirs');
    expect(why(confirm(recorded, { number: 2, right: true, who: nikos }))).toBe('older');
    const right = done(confirm(recorded, { number: 1, right: true, who: nikos }));
    expect(why(confirm(right, { number: 1, right: false, who: nikos }))).toBe('already');
  });

  it('is judged by the approver who gets the words, though they were asked nothing before', () => {
    const call = { edition: 1, at: noon, choices: words('yes', 'yes', 'no'), signAbove: null, who: anna.id };
    const order = done(record(drafted(empty), { ...call, how: 'phone' }));
    expect(why(confirm(order, { number: 1, right: true, who: anna }))).toBe('done');
    expect(why(confirm(order, { number: 1, right: true, who: nikos }))).toBe('done');
  });

  it('can be about a draft that was never sent', () => {
    const order = drafted(empty);
    const step = record(order, {
      edition: 1,
      at: noon,
      how: 'desk',
      choices: words('yes', 'yes', 'no'),
      signAbove: null,
    });
    expect(done(step)).toMatchObject({
      draft: null,
      state: 'agreed',
      agreed: { cents: 24_400, how: 'desk' },
    });
  });
});

describe('a draft', () => {
  it('that was corrected is never sent by the button of the one before', () => {
    const twice = drafted(drafted(empty), [line('1', 'Pads', 7800)]);
    const send = (edition: number) => propose(twice, { edition, at: noon, who: null, allowance: null });
    expect(why(send(1))).toBe('older');
    expect(done(send(2)).estimate?.lines).toMatchObject([{ options: [{ price: 7800 }] }]);
    expect(why(propose(done(send(2)), { edition: 2, at: noon, who: null, allowance: null }))).toBe('already');
  });

  it('is not sent when its time is over', () => {
    expect(
      why(propose(drafted(empty), { edition: 1, at: noon + 12 * day, who: null, allowance: null })),
    ).toBe('expired');
  });

  it('of work that is done is another order', () => {
    const over = done(finish(begun(answered(asked(), ['yes', 'no', 'no']))));
    expect(why(draftOf(over, proposal(brakes)))).toBe('done');
  });
});

it('people are reminded once, and not while they wait for an answer themselves', () => {
  const once = done(nudged(asked(), noon));
  expect(why(nudged(once, noon))).toBe('already');
  expect(why(nudged(done(ask(asked(), by(asked()))), noon))).toBe('question');
});
