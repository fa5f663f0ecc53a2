import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { outboxFrom } from '#shared/store/outbox.ts';
import { line } from '#test/domain/order/given.ts';
import type { Chat } from './chat.ts';
import { agreementsOf, orderOf, sends } from './estimates.ts';
import { Street } from './street.ts';

/** Whatever an owner taps and writes, in any order, on cards of any age: what is agreed is what stood on the button. */

type Act =
  | { readonly do: 'tap'; readonly which: number; readonly fresh: boolean }
  /** One of the buttons that agree to something, of any age. */
  | { readonly do: 'agree'; readonly which: number }
  /** A word on one line, by the newest button of that kind. */
  | { readonly do: 'line'; readonly id: string; readonly says: (typeof picks)[number] }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'edition'; readonly prices: readonly number[] }
  | { readonly do: 'later'; readonly minutes: number };

const picks = ['estimateLabelYes', 'estimateLabelOption', 'estimateLabelLater', 'estimateLabelNo'] as const;
const price = fc.constantFrom(2_400, 9_600, 14_800, 60_000);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('tap'), which: fc.nat(999), fresh: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('agree'), which: fc.nat(999) }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('line'),
      id: fc.constantFrom('1', '2', '3'),
      says: fc.constantFrom(...picks),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say'),
      text: fc.constantFrom('I agree', 'yes', 'no', 'what did we agree', 'how long does it take', 'menu'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edition'),
      prices: fc.array(price, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later'), minutes: fc.constantFrom(1, 50, 2_000) }) },
);

const firstOf = (prices: readonly number[]) =>
  prices.map((one, index) =>
    index === 0 ? line('1', 'Part 1', one, one + 500) : line(String(index + 1), `Part ${index + 1}`, one),
  );

/** The sum that stood on (or above) the button; null where the button agrees to nothing by itself. */
function sumOn(chat: Chat, { row, key, args }: Chat['offers'][number]): number | null {
  if (key === 'estimateLabelConfirm') return numberIn(args);
  if (key !== 'estimateLabelAll') return null;
  const item = chat.street.items(`O#${chat.key}`).find(({ sk }) => sk === row);
  const texts = outboxFrom(item).messages.flatMap((one) => (one.kind === 'say' ? one.text : []));
  const total = texts.findLast(({ key: said }) => said === 'estimateTotal' || said === 'estimateNudge');
  return numberIn(total?.args);
}

function numberIn(args: unknown): number | null {
  const found = new Map(Object.entries(args ?? {})).get('cents');
  return typeof found === 'number' ? found : null;
}

type Tap = Exclude<Act, { do: 'say' | 'edition' | 'later' }>;

function offerOf({ offers }: Chat, one: Tap) {
  if (one.do === 'line') return offers.findLast(({ key, args }) => key === one.says && idIn(args) === one.id);
  if (one.do === 'tap') {
    const known = one.fresh ? offers.slice(-6) : offers;
    return known[one.which % known.length];
  }
  const known = offers.filter(({ key }) => agreeing.includes(key));
  return known[one.which % known.length];
}

const agreeing: readonly PhraseKey[] = ['estimateLabelConfirm', 'estimateLabelAll', 'estimateLabelSome'];

function idIn(args: unknown): unknown {
  return new Map(Object.entries(args ?? {})).get('id');
}

async function lives(chat: Chat, acts: readonly Act[]): Promise<number> {
  await sends(chat, { lines: firstOf([9_600, 14_800, 2_400]) });
  let toSign: number | null = null;
  for (const one of acts) {
    const before = agreementsOf(chat);
    let stood: number | null = null;
    if (one.do === 'say') {
      await chat.says(one.text);
      if (one.text === 'I agree') stood = toSign;
    } else if (one.do === 'edition') await sends(chat, { lines: firstOf(one.prices) });
    else if (one.do === 'later') {
      chat.street.later(one.minutes);
      await chat.street.settle();
    } else {
      const offer = offerOf(chat, one);
      if (!offer) continue;
      stood = sumOn(chat, offer);
      await chat.tapsOffer(offer);
    }
    toSign = chat.heardOf('estimateSign')?.cents ?? toSign;
    const after = agreementsOf(chat);
    expect(after.length - before.length, 'agreements of one act').toBeLessThanOrEqual(1);
    const agreed = after.find(({ number }) => !before.some((old) => old.number === number));
    if (agreed) expect(agreed.cents, `${agreed.kind} ${agreed.shown}`).toBe(stood);
    if (agreed) expect(agreed.estimate.edition).toBe(orderOf(chat)?.estimate?.edition);
  }
  const all = agreementsOf(chat);
  expect(new Set(all.map(({ estimate }) => estimate.edition)).size).toBe(all.length);
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  return all.length;
}

it.each(['telegram', 'whatsapp'] as const)(
  'on %s',
  async (messenger) => {
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40, size: 'max' }), async (acts) => {
        const street = new Street();
        const chat =
          messenger === 'telegram' ? street.telegram('501') : street.whatsapp('GR.1', '+306900000001');
        agreed += await lives(chat, acts);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(agreed).toBeGreaterThan(50);
  },
  120_000,
);
