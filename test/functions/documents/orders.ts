import type { Language } from '#shared/domain/language.ts';
import type { Agreement } from '#shared/domain/order/agreement.ts';
import { agreedTotal, type Choice, type Estimate, type EstimateLine } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';

/** Work orders and agreements for the tests of their documents. */

export const noon = Date.parse('2026-11-24T10:41:00Z');
const day = 86_400_000;

export const pads: EstimateLine = {
  id: '1',
  options: [
    { name: 'Front pads, original', parts: 6_400, work: 3_200, price: 9_600 },
    { name: 'Front pads, Brembo', parts: 4_600, work: 3_200, price: 7_800 },
  ],
  urgency: 'safety',
  months: null,
  reason: '2 mm left, the limit is 3',
  photos: [],
};
export const discs: EstimateLine = {
  id: '2',
  options: [{ name: 'Front discs', parts: null, work: null, price: 14_800 }],
  urgency: 'soon',
  months: 3,
  reason: '',
  photos: [],
};
export const wipers: EstimateLine = {
  id: '3',
  options: [{ name: 'Wiper blades', parts: 2_400, work: null, price: 2_400 }],
  urgency: 'wish',
  months: null,
  reason: '',
  photos: [],
};

/** The same words in a customer's language, as an advisor would write them. */
export const inWords: Readonly<Record<Language, { lines: readonly string[]; note: string; owner: string }>> =
  {
    en: {
      lines: ['Front pads, original', 'Front discs', 'Wiper blades'],
      note: 'The front brakes are worn.',
      owner: 'Nikos',
    },
    ru: {
      lines: ['Колодки передние, оригинал', 'Диски передние', 'Щётки дворников'],
      note: 'Передние тормоза изношены.',
      owner: 'Андрей Ёлкин',
    },
    uk: {
      lines: ['Колодки передні, оригінал', 'Диски передні', 'Щітки склоочисників'],
      note: 'Передні гальма зношені, є ґедзь.',
      owner: 'Олександр Їжак',
    },
    el: {
      lines: ['Τακάκια εμπρός, γνήσια', 'Δίσκοι εμπρός', 'Μάκτρα υαλοκαθαριστήρων'],
      note: 'Τα εμπρός φρένα έχουν φθαρεί.',
      owner: 'Γιώργος Παπαδόπουλος',
    },
  };

export function estimateOf(lines: readonly EstimateLine[] = [pads, discs, wipers], note = ''): Estimate {
  return {
    edition: 1,
    by: 'maria',
    at: noon - 3_600_000,
    note,
    lines: [...lines],
    ready: noon + 4 * 3_600_000,
    answerBy: noon + 3_600_000,
    validUntil: noon + 11 * day,
  };
}

/** The demo estimate in the words of a language. */
export function spoken(language: Language): Estimate {
  const { lines, note } = inWords[language];
  const named = [pads, discs, wipers].map((line, index) => ({
    ...line,
    options: line.options.map((option, at) => (at === 0 ? { ...option, name: lines[index] ?? '' } : option)),
    reason: index === 0 ? note : '',
  }));
  return estimateOf(named, note);
}

export const usual: readonly Choice[] = [
  { line: '1', says: 'yes', option: 0 },
  { line: '2', says: 'later', option: 0 },
  { line: '3', says: 'no', option: 0 },
];

export function orderOf(given: Partial<Order> = {}): Order {
  return {
    version: 3,
    ref: 'K7M2QP',
    of: 'telegram/4242/501/',
    car: 'Octavia …4821',
    vehicle: 'v1',
    visit: null,
    currency: 'EUR',
    vatPercent: 24,
    draft: null,
    estimate: estimateOf(),
    choices: [],
    state: 'asked',
    agreed: null,
    agreements: 0,
    allowance: null,
    work: 'none',
    askedWho: null,
    question: false,
    nudgedAt: null,
    editions: 1,
    asksAlways: false,
    answeredAt: null,
    ...given,
  };
}

export function agreementOf(given: Partial<Agreement> = {}): Agreement {
  const estimate = given.estimate ?? estimateOf();
  const choices = given.choices ?? [...usual];
  return {
    ref: 'K7M2QP',
    number: 2,
    of: 'telegram/4242/501/',
    car: 'Octavia …4821',
    kind: 'answer',
    how: 'chat',
    who: { customer: 'telegram/4242/501/', name: 'Nikos' },
    by: null,
    at: noon,
    cents: agreedTotal(estimate, choices),
    vatPercent: 24,
    currency: 'EUR',
    language: 'en',
    shown:
      'Agreed 12:41: Front pads, original 96 € yes; Front discs later; Wiper blades no.\nTotal 96 €, ready 17:00. Agreement K7M2QP-v2.',
    inbound: 'telegram/4242/501/#m77',
    ...given,
    estimate,
    choices,
  };
}
