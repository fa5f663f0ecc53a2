import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionNeeds, questionsOver } from '#shared/desk/estimate/answered.ts';
import { examples } from '#shared/desk/estimate/examples.ts';
import { estimateEdited, estimateReplied } from '#shared/desk/estimate/meaning.ts';
import { readEstimate } from '#shared/desk/estimate/read-estimate.ts';
import { newCase } from '#shared/domain/case.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import { languages } from '#shared/domain/language.ts';
import { agree, ask, ceiling, chooseAll, mayWork, planned } from '#shared/domain/order/steps.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { Easel, start } from './easel.ts';

const text = (words: string) => ({ kind: 'text', text: plain(words) }) as const;

/** The customer says yes to all of it. */
function yes(easel: Easel): void {
  const { order, customer, now } = easel;
  const by = { edition: order.estimate?.edition ?? 0, at: now, who: customer };
  const chosen = chooseAll(order, { ...by, says: 'yes' });
  const agreed = chosen.kind === 'next' ? agree(chosen.order, { ...by, signAbove: null }) : chosen;
  if (agreed.kind !== 'next') throw new Error(agreed.why);
  easel.orders.set(`${order.of} ${order.ref}`, { ...agreed.order, version: order.version });
}

function agreed96(): Easel {
  const easel = new Easel().says('estimate', 'pads 96').taps('Send');
  yes(easel);
  return easel;
}

describe('an example of an estimate', () => {
  it.each(languages)('is read by the command that it explains, in %s', (language) => {
    const read = readEstimate(examples[language], { currency: 'EUR', today: '2026-11-24' });
    expect(read).toMatchObject({
      lines: [
        { urgency: 'safety', options: [{ parts: 6_400, work: 3_200 }] },
        { urgency: 'soon', months: 3, options: [{ price: 14_800 }, { price: 12_900 }] },
        { urgency: 'wish', options: [{ price: 2_400 }] },
      ],
      ready: { minute: 17 * 60 },
      answerBy: { minute: 13 * 60 },
    });
  });
});

describe('a draft', () => {
  it('holds for fourteen days where nobody says how long', () => {
    const easel = new Easel().says('estimate', 'pads 96\nready 17:00, answer by 13:00');
    expect(easel.order.draft).toMatchObject({
      validUntil: Date.parse('2026-12-08T21:59:00Z'),
      ready: Date.parse('2026-11-24T15:00:00Z'),
      answerBy: Date.parse('2026-11-24T11:00:00Z'),
    });
  });

  it.each([
    ['a time that is over', 'pads 96\nready 9:00'],
    ['an answer that is due after the car is ready', 'pads 96\nready 17:00\nanswer by 18:00'],
    ['a validity that is over today', 'pads 96\nvalid to 2026-11-20'],
  ])('is not kept with %s', (_what, words) => {
    const easel = new Easel().says('estimate', words);
    expect(easel.orders.size).toBe(0);
    expect(easel.reads).toContain('Nothing is saved yet');
  });

  it('shows how it is written, where nothing is', () => {
    const easel = new Easel().says('estimate');
    expect(easel.reads).toContain('/estimate');
    expect(easel.orders.size).toBe(0);
  });

  it('says what it changes of what is agreed, and keeps the agreed lines by one tap', () => {
    const easel = agreed96().says('estimate', 'discs 148');
    expect(easel.reads).toContain('52 € more than agreed.');
    expect(easel.reads).toContain('New: discs.');
    expect(easel.reads).toContain('Not in it any more: pads.');
    easel.taps('Keep agreed lines');
    expect(easel.order.draft?.lines.map(({ id, options }) => [id, options[0]?.name])).toEqual([
      ['1', 'pads'],
      ['2', 'discs'],
    ]);
    expect(easel.reads).toContain('148 € more than agreed.');
    expect(easel.reads).not.toContain('Not in it any more');
  });

  it('of a customer without a messenger is called about and recorded, not sent', () => {
    const easel = new Easel();
    easel.hasHome = false;
    easel.says('estimate', 'pads 96');
    expect(easel.reads).toContain('+306900000001');
    expect(easel.buttons.map(({ text: label }) => label)).not.toContain('Send');
    easel
      .taps('Agreed by phone')
      .taps('Yes to all')
      .taps(/^Record/);
    expect(easel.order).toMatchObject({ state: 'agreed', agreed: { how: 'phone', cents: 9_600 } });
    expect(easel.sent).toEqual([]);
  });

  it('is nobody’s in General', () => {
    const easel = new Easel();
    easel.does({ kind: 'command', name: 'estimate', words: 'pads 96' }, { about: null });
    expect(easel.reads).toContain('topic of the customer');
  });

  it('of a month ago is left alone: what is written now is a new order', () => {
    const easel = new Easel().says('estimate', 'pads 96').taps('Send');
    yes(easel);
    easel.now += 40 * 24 * 60 * 60_000;
    easel.customer = {
      ...easel.customer,
      orders: easel.customer.orders.map((head) => ({ ...head, state: 'agreed' })),
    };
    easel.says('estimate', 'wipers 24');
    expect(easel.orders.size).toBe(2);
  });
});

describe('what the owner lets us do without asking', () => {
  const allowing = () => {
    const easel = agreed96();
    easel.customer = { ...easel.customer, allowance: { percent: 10, cents: 3_000 } };
    return easel;
  };

  it('goes on by one tap, and the owner is told the words that the ledger keeps', () => {
    const easel = allowing().says('estimate', 'pads 96\nclip 8');
    expect(easel.reads).toContain('This stays within it.');
    easel.taps('Go on within limit');
    expect(easel.order).toMatchObject({ agreed: { cents: 10_400, base: 9_600, how: 'allowance' } });
    expect(easel.sent.map(({ text: said }) => said).join()).toContain('104 €');
    expect(easel.agreements).toMatchObject([
      { how: 'allowance', by: 'eleni', cents: 10_400, language: 'ru' },
    ]);
  });

  it('is not offered above it', () => {
    const easel = allowing().says('estimate', 'pads 96\nclip 20');
    expect(easel.reads).toContain('This is above it.');
    expect(easel.buttons.map(({ text: label }) => label)).not.toContain('Go on within limit');
  });
});

describe('an estimate that somebody else answers', () => {
  const anna = newCustomer('telegram/4242/777/', 'Anna');
  const given = () => {
    const easel = new Easel();
    const { customer } = easel;
    easel.customer = { ...customer, approver: { customer: anna.id, name: 'Anna' } };
    const other: Other = {
      customer: { ...anna, approvesFor: [{ customer: customer.id, name: 'Lena' }] },
      case: newCase(anna.id, anna.id),
      home: { channel: 'telegram', bot: '4242', chat: '777', thread: '' },
      language: 'uk',
      heardAt: start,
    };
    easel.people.set(anna.id, other);
    return easel.says('estimate', 'pads 96');
  };

  it('goes to them with buttons, and the owner sees it without any', () => {
    const easel = given();
    expect(easel.reads).toContain('Anna is asked, and Lena sees it.');
    easel.taps('Send');
    expect(easel.order.askedWho).toBe(anna.id);
    const [first, second] = easel.sent;
    expect(first).toMatchObject({ of: anna.id });
    expect(first?.message.kind === 'say' && first.message.options.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ of: null });
    expect(second?.message.kind === 'say' && second.message.options).toEqual([]);
    expect(easel.last.changes).toContainEqual(
      expect.objectContaining({ kind: 'timer', chat: 'telegram/4242/777/' }),
    );
  });

  it('agreed by phone is theirs in the ledger, and both are shown it', () => {
    const easel = given()
      .taps('Send')
      .says('agreed', 'phone')
      .taps('Yes to all')
      .taps(/^Record/);
    expect(easel.agreements).toMatchObject([
      { who: { customer: anna.id, name: 'Anna' }, by: 'eleni', language: 'uk' },
    ]);
    expect(easel.sent.map(({ of }) => of)).toEqual([anna.id, null]);
  });

  it('taken back, both are told', () => {
    const easel = given().taps('Send').taps('Take it back');
    expect(easel.sent.map(({ of }) => of)).toEqual([anna.id, null]);
  });

  it('goes to the owner again once they gave it up', () => {
    const easel = given();
    const other = easel.people.get(anna.id);
    if (other) easel.people.set(anna.id, { ...other, customer: { ...other.customer, approvesFor: [] } });
    easel.taps('Send');
    expect(easel.order.askedWho).toBeNull();
    expect(easel.sent.map(({ of }) => of)).toEqual([null]);
  });
});

describe('an agreement by phone', () => {
  it('above the station’s limit waits for a signature; one at the desk is one', () => {
    const easel = new Easel();
    easel.signAbove = 10_000;
    easel
      .says('estimate', 'engine 900')
      .taps('Send')
      .says('agreed', 'phone')
      .taps('Yes to all')
      .taps(/^Record/);
    expect(easel.order).toMatchObject({ state: 'signing', agreed: null });
    expect(easel.agreements).toEqual([]);
    expect(easel.sent.map(({ text: said }) => said).join()).toContain('AGREE');
    easel.says('work', 'start');
    expect(easel.order.work).toBe('none');
    easel
      .says('agreed', 'desk')
      .taps('Yes to all')
      .taps(/^Record/);
    expect(easel.order).toMatchObject({ state: 'agreed', agreed: { how: 'desk', cents: 90_000 } });
    expect(easel.agreements).toMatchObject([{ kind: 'signed', how: 'desk', by: 'eleni' }]);
  });

  it('chooses a way by more taps, puts off and refuses', () => {
    const easel = new Easel()
      .says('estimate', 'pads a 96 / b 78\nwipers 24')
      .taps('Send')
      .says('agreed', 'phone');
    easel.taps(/1\. pads a/).taps(/1\. pads a/);
    expect(easel.reads).toContain('78 €');
    easel
      .taps(/2\. wipers/)
      .taps(/2\. wipers/)
      .taps(/^Record/);
    expect(easel.order.agreed).toMatchObject({ cents: 7_800 });
    expect(easel.customer.deferred).toMatchObject([{ name: 'wipers' }]);
  });

  it('where nothing is to be done is a refusal', () => {
    const easel = new Easel().says('estimate', 'pads 96').taps('Send').says('agreed', 'phone');
    easel
      .taps(/1\. pads/)
      .taps(/1\. pads/)
      .taps(/1\. pads/)
      .taps(/^Record/);
    expect(easel.order).toMatchObject({ state: 'declined', agreed: null });
    expect(easel.agreements).toMatchObject([{ kind: 'declined', how: 'phone' }]);
  });

  it('written down twice is written down once', () => {
    const easel = new Easel()
      .says('estimate', 'pads 96')
      .taps('Send')
      .says('agreed', 'phone')
      .taps('Yes to all');
    const record = easel.buttons.find(({ text: label }) => label.startsWith('Record'));
    if (!record) throw new Error('No button');
    easel.act(record.action).act(record.action);
    expect(easel.agreements).toHaveLength(1);
    expect(easel.reads).toContain('That is so already');
  });
});

describe('/work', () => {
  it.each(['start', 'старт', 'почати', 'έναρξη'])('understands %s', (word) => {
    const easel = agreed96().says('work', word);
    expect(easel.order.work).toBe('started');
  });

  it('says in plain words why not, with both sums', () => {
    const easel = agreed96().says('estimate', 'pads 96\ndiscs 148').taps('Send').says('work', 'start');
    expect(easel.reads).toContain('96 € is agreed, 244 € is planned');
    expect(easel.order.work).toBe('none');
  });

  it('of a customer without an estimate says so', () => {
    expect(new Easel().says('work', 'start').reads).toContain('no estimate');
  });
});

describe('a button of another customer’s order', () => {
  it('does nothing', () => {
    const easel = new Easel().says('estimate', 'pads 96');
    const button = easel.buttons[0];
    if (!button) throw new Error('No button');
    easel.customer = newCustomer('telegram/4242/999/', 'Somebody');
    easel.act(button.action);
    expect(easel.last.changes).toEqual([]);
    expect(easel.sent).toEqual([]);
  });
});

describe('a question about an estimate', () => {
  it('is over once an advisor wrote to the customer, and not by a note', () => {
    const easel = new Easel().says('estimate', 'pads 96').taps('Send');
    const asked = ask(easel.order, { edition: 1 });
    if (asked.kind !== 'next') throw new Error(asked.why);
    const orders = new Map([[`${asked.order.of} ${asked.order.ref}`, asked.order]]);
    const { about } = easel.turn();
    expect(about && questionNeeds(about, [])).toHaveLength(1);
    const facts = { ...easel.facts, orders };
    expect(questionsOver({ changes: [], say: [], spoke: true }, facts)).toMatchObject([
      { kind: 'order', order: { question: false } },
    ]);
    expect(questionsOver({ changes: [], say: [] }, facts)).toEqual([]);
  });
});

describe('what is meant for the draft', () => {
  it.each([
    ['/estimate pads 96', 'pads 96'],
    ['/Estimate@station_bot\npads 96', 'pads 96'],
    ['/estimate', ''],
  ])('is an edited command: %s', (said, words) => {
    expect(estimateEdited(said)).toMatchObject({ kind: 'command', name: 'estimate', words });
  });

  it('is no other edited message', () => {
    expect(estimateEdited('/estimates pads 96')).toBeNull();
    expect(estimateEdited('about /estimate')).toBeNull();
  });

  it('is an answer to the preview, but for notes and answers to anything else', () => {
    const easel = new Easel().says('estimate', 'pads 96');
    const { about } = easel.turn();
    const row = {
      sk: 't1',
      messages: [...easel.cards],
      parts: ['9'],
      source: null,
      born: start,
      waits: false,
      isOver: false,
    };
    const counterpart = { how: 'sent', destination: 'desk', row } as const;
    expect(estimateReplied(text('pads 77'), { counterpart, about })).not.toBeNull();
    expect(estimateReplied(text('// for us'), { counterpart, about })).toBeNull();
    expect(estimateReplied(text('pads 77'), { counterpart: null, about })).toBeNull();
    const other = { ...row, messages: [] };
    expect(estimateReplied(text('pads'), { counterpart: { ...counterpart, row: other }, about })).toBeNull();
    easel.answersPreview(text('pads 77'), row);
    expect(easel.order.draft?.lines[0]?.options[0]?.price).toBe(7_700);
    expect(easel.sent).toEqual([]);
  });
});

describe('whatever advisors write and tap', () => {
  it('work never goes on beyond what is agreed, and every refusal is told', () => {
    const words = fc.constantFrom(
      'pads 96',
      'pads 96\nclip 8',
      'pads 96\ndiscs 148',
      'engine 2000',
      'a 1 / b 500',
      'x',
    );
    const step = fc.oneof(
      words.map((said) => ({ do: 'estimate' as const, said })),
      fc.constantFrom('start', 'stop', 'done').map((said) => ({ do: 'work' as const, said })),
      fc.constantFrom('', 'phone', 'desk').map((said) => ({ do: 'agreed' as const, said })),
      fc.nat().map((at) => ({ do: 'tap' as const, at })),
      fc.constant({ do: 'yes' as const }),
      fc
        .constantFrom(null, { percent: 10, cents: 3_000 })
        .map((allowance) => ({ do: 'allow' as const, allowance })),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const easel = new Easel();
        for (const one of steps) {
          const known = easel.allButtons;
          if (one.do === 'allow') easel.customer = { ...easel.customer, allowance: one.allowance };
          else if (one.do === 'yes') {
            const [only, ...more] = easel.orders.values();
            if (only?.state === 'asked' && more.length === 0) yes(easel);
          } else if (one.do === 'tap') {
            const button = known[one.at % Math.max(1, known.length)];
            if (button) easel.act(button.action);
          } else easel.says(one.do, one.said);
          if (one.do !== 'allow' && one.do !== 'yes' && (one.do !== 'tap' || known.length > 0))
            expect(easel.reads).not.toBe('');
          for (const order of easel.orders.values()) {
            if (order.work !== 'started') continue;
            expect(mayWork(order)).toBe(true);
            expect(planned(order)).toBeLessThanOrEqual(ceiling(order));
          }
        }
      }),
      { numRuns: 150, seed: 13 },
    );
  });
});
