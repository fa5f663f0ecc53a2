import fc from 'fast-check';
import { dangers } from '#shared/domain/danger.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import { type reportPhrases, shots } from '#shared/domain/phrases/report.ts';
import { colours, drives, moments, places, reportKinds } from '#shared/domain/report.ts';

/** Samples and arbitraries of the phrases about defects and danger, for the tests of all texts. */

type Key = {
  [K in keyof typeof reportPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof reportPhrases];

const soon = Date.parse('2026-11-24T08:30:00Z');
const later = Date.parse('2026-11-25T07:00:00Z');
const car = 'Octavia …4821';
const phone = '+302310555010';
const two = { photos: 2, videos: 0, voices: 0, documents: 0 };
const all = { photos: 1, videos: 1, voices: 1, documents: 1 };
const many = { photos: 25, videos: 5, voices: 5, documents: 5 };
const nothing = { kind: null, colour: null, drive: null, moment: null, place: null } as const;
const noise = {
  ref: '7K2M4Q',
  car,
  kind: 'noise',
  colour: null,
  drive: 'normal',
  moment: 'braking',
  place: 'frontRight',
  ...two,
} as const;
const what = ['photo', 'voice', 'video', 'document', 'audio', 'sticker'] as const;
const why = ['tooLarge', 'unknownType', 'again'] as const;

export const reportSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  reportGot: [two, all, many, { ...two, photos: 1 }],
  reportAskShot: shots.map((shot) => ({ shot })),
  reportRecap: [
    { ...noise, advisor: 'maria', by: soon, remote: false },
    ...reportKinds.map((kind) => ({ ...noise, kind, advisor: 'eleni', by: later, remote: kind === 'body' })),
    ...colours.map((colour) => ({
      ...noise,
      kind: 'lamp' as const,
      colour,
      advisor: 'maria',
      by: soon,
      remote: false,
    })),
    { ...noise, ...nothing, ...two, photos: 0, car: '', advisor: 'maria', by: soon, remote: false },
  ],
  reportUnread: what.flatMap((one) => why.map((reason) => ({ what: one, why: reason }))),
  reportDanger: dangers.flatMap((kind) => [
    { kind, phone, advisor: 'maria', by: soon, open: true },
    { kind, phone, advisor: 'eleni', by: later, open: false },
  ]),
  reportPlaceSeen: [{ phone }],
  reportLine: [
    { ...noise, danger: null, words: '', by: soon },
    { ...noise, ...nothing, danger: 'brakes', words: 'стучит спереди справа', by: later },
    { ...noise, ...nothing, ...two, photos: 0, car: '', danger: null, words: '', by: soon },
  ],
  reportDangerLine: [
    { ref: '7K2M4Q', car, kind: 'brakes', text: 'стучит спереди справа', phone },
    { ref: '7K2M4Q', car: '', kind: 'smoke', text: '', phone: '' },
  ],
  reportDangerAlert: dangers.map((kind) => ({ who: car, kind, text: '', phone, managers: ['maria'] })),
  reportCard: [null, ...reportKinds].map((kind) => ({ ref: '7K2M4Q', kind, at: soon })),
  reportCardDanger: dangers.map((kind) => ({ kind, at: soon })),
  reportLabelKind: reportKinds.map((kind) => ({ kind })),
  reportLabelColour: colours.map((colour) => ({ colour })),
  reportLabelDrive: drives.map((drive) => ({ drive })),
  reportLabelMoment: moments.map((moment) => ({ moment })),
  reportLabelPlace: places.map((place) => ({ place })),
};

const count = fc.integer({ min: 0, max: 40 });
const counts = { photos: count, videos: count, voices: count, documents: count };
const some = { ...counts, photos: fc.integer({ min: 1, max: 40 }) };
const ref = fc.constantFrom('7K2M4Q', 'QW3RTY');
const cars = fc.constantFrom('', car, 'Land Cruiser …');
const by = fc.integer({ min: soon - 9 * 60 * 60_000, max: later + 5 * 24 * 60 * 60_000 });
const phones = fc.constantFrom('', phone);
const advisor = fc.constantFrom('maria', 'eleni', 'Γιώργος');
const words = fc.constantFrom('', 'ok', 'Golf');
const danger = fc.constantFrom(...dangers);
const defect = {
  ref,
  car: cars,
  kind: fc.option(fc.constantFrom(...reportKinds)),
  colour: fc.option(fc.constantFrom(...colours)),
  drive: fc.option(fc.constantFrom(...drives)),
  moment: fc.option(fc.constantFrom(...moments)),
  place: fc.option(fc.constantFrom(...places)),
  ...counts,
};

export const reportArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  reportGot: fc.record(some),
  reportAskShot: fc.record({ shot: fc.constantFrom(...shots) }),
  reportRecap: fc.record({ ...defect, advisor, by, remote: fc.boolean() }),
  reportUnread: fc.record({ what: fc.constantFrom(...what), why: fc.constantFrom(...why) }),
  reportDanger: fc.record({ kind: danger, phone: fc.constant(phone), advisor, by, open: fc.boolean() }),
  reportPlaceSeen: fc.record({ phone: fc.constant(phone) }),
  reportLine: fc.record({ ...defect, danger: fc.option(danger), words, by }),
  reportDangerLine: fc.record({ ref, car: cars, kind: danger, text: words, phone: phones }),
  reportDangerAlert: fc.record({
    who: fc.constant(car),
    kind: danger,
    text: words,
    phone: phones,
    managers: fc.constantFrom([], ['maria']),
  }),
  reportCard: fc.record({ ref, kind: defect.kind, at: by }),
  reportCardDanger: fc.record({ kind: danger, at: by }),
  reportLabelKind: fc.record({ kind: fc.constantFrom(...reportKinds) }),
  reportLabelColour: fc.record({ colour: fc.constantFrom(...colours) }),
  reportLabelDrive: fc.record({ drive: fc.constantFrom(...drives) }),
  reportLabelMoment: fc.record({ moment: fc.constantFrom(...moments) }),
  reportLabelPlace: fc.record({ place: fc.constantFrom(...places) }),
};
