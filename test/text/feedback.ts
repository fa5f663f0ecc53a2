import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { feedbackPhrases } from '#shared/domain/phrases/feedback.ts';
import { marks, ratingReasons } from '#shared/domain/visit/rating.ts';
import { station } from '#shared/station/station.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof feedbackPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof feedbackPhrases];

const car = 'Octavia …4821';
const at = (iso: string) => Date.parse(iso);
const promise = { advisor: 'maria', by: at('2026-11-24T08:30:00Z') };
const url = 'https://example.org/review';
const annual = { id: 'annual', at: at('2025-11-20T12:00:00Z') };
const tyres = { id: 'tyres', at: at('2026-04-02T12:00:00Z') };
const discs = { name: 'Front discs', cents: 14_800, at: at('2026-06-10T09:00:00Z') };
const wipers = { name: 'wipers', cents: 2_450, at: at('2026-08-10T09:00:00Z') };
const text = 'The brakes squeal again';

export const feedbackSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  feedbackAsk: [{ car }, { car: '' }],
  feedbackBad: [promise],
  feedbackWhy: [{ mark: 'soso' }, { mark: 'bad' }],
  feedbackThanks: [{ promise }, { promise: null }],
  feedbackSaid: [promise],
  feedbackReview: [{ url }],
  feedbackLine: marks.flatMap((mark) => [
    { ref: '7K2M4Q', car, mark, reasons: [], text: '' },
    { ref: '7K2M4Q', car, mark, reasons: [...ratingReasons], text },
  ]),
  feedbackBadLine: [
    { ref: '7K2M4Q', car, text, by: promise.by },
    { ref: '7K2M4Q', car: '', text: '', by: promise.by },
  ],
  feedbackAlert: [
    { who: 'Nikos · Octavia …4821', ref: '7K2M4Q', text, by: promise.by, managers: ['maria'] },
    { who: 'Nikos · Octavia …4821', ref: '7K2M4Q', text: '', by: promise.by, managers: [] },
  ],
  feedbackAskService: [{ car }],
  feedbackDue: [
    { car, services: [annual], items: [], more: 0 },
    { car, services: [annual, tyres], items: [discs], more: 0 },
    { car, services: [], items: [discs, wipers], more: 2 },
  ],
  feedbackNever: [{ car }],
  feedbackLabelReason: ratingReasons.flatMap((reason) => [
    { reason, chosen: false },
    { reason, chosen: true },
  ]),
};

const someCar = fc.constantFrom(car, 'Mercedes-Benz Sprinter …0007', 'лада гранта 2014', 'BMW');
const instant = fc.integer({ min: 0, max: 30 }).map((weeks) => promise.by + weeks * 604_800_000);
const past = fc.integer({ min: 0, max: 26 }).map((months) => promise.by - months * 2_600_000_000);
const promised = fc.record({
  advisor: fc.constantFrom('maria', 'eleni', 'Konstantinos', 'Γιώργος'),
  by: instant,
});
const ref = fc.stringMatching(/^[0-9A-Z]{6}$/);
const words = fc.constantFrom('', text, 'стучит спереди справа, и за это взяли 148 €', 'χτυπάει πάλι');
const service = fc.record({ id: fc.constantFrom(...station.services.map(({ id }) => id)), at: past });
const item = fc.record({
  name: fc.constantFrom('front discs, original', 'timing belt kit with water pump and both tensioners'),
  cents: fc.integer({ min: 0, max: 150_000 }),
  at: past,
});

export const feedbackArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  feedbackAsk: fc.record({ car: someCar }),
  feedbackBad: promised,
  feedbackWhy: fc.record({ mark: fc.constantFrom('soso', 'bad') }),
  feedbackThanks: fc.record({ promise: fc.option(promised) }),
  feedbackSaid: promised,
  feedbackReview: fc.constant({ url }),
  feedbackLine: fc.record({
    ref,
    car: someCar,
    mark: fc.constantFrom(...marks),
    reasons: fc.subarray([...ratingReasons]),
    text: words,
  }),
  feedbackBadLine: fc.record({ ref, car: someCar, text: words, by: instant }),
  feedbackAlert: fc.record({
    who: fc.constantFrom('Nikos · Octavia …4821', 'Анна · Mercedes-Benz Sprinter …0007'),
    ref,
    text: words,
    by: instant,
    managers: fc.subarray(['maria', 'eleni']),
  }),
  feedbackAskService: fc.record({ car: someCar }),
  // As many as are named in one message (`flows/service/reminder.ts`), and never nothing.
  feedbackDue: fc
    .record({
      car: someCar,
      services: fc.uniqueArray(service, { maxLength: 2, selector: ({ id }) => id }),
      items: fc.array(item, { maxLength: 2 }),
      more: fc.nat(9),
    })
    .filter(({ services, items }) => services.length + items.length > 0),
  feedbackNever: fc.record({ car: someCar }),
  feedbackLabelReason: fc.record({ reason: fc.constantFrom(...ratingReasons), chosen: fc.boolean() }),
};
