import fc from 'fast-check';
import { MINUTE } from '#shared/domain/clock.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { bookingSchema } from '#shared/flows/booking/state.ts';
import { lexicon as el } from '#shared/text/el/lexicon.ts';
import { lexicon as en } from '#shared/text/en/lexicon.ts';
import { readings } from '#shared/text/plain.ts';
import { lexicon as ru } from '#shared/text/ru/lexicon.ts';
import { lexicon as uk } from '#shared/text/uk/lexicon.ts';
import type { Neighbour } from './neighbour.ts';

/** One thing that somebody does, or that time does; numbers pick among what is there at that moment. */
export type Moment =
  /** The next step of a booking, from wherever the person is; `all` goes on to the end of it. */
  | { readonly kind: 'books'; readonly pick: number; readonly all: boolean }
  | { readonly kind: 'looks at visits'; readonly label: PhraseKey; readonly pick: number }
  | { readonly kind: 'newest button'; readonly pick: number }
  | { readonly kind: 'any button'; readonly pick: number }
  | { readonly kind: 'forged button'; readonly row: string; readonly option: number }
  | { readonly kind: 'own car' }
  | { readonly kind: 'burst ends'; readonly stale: boolean }
  | { readonly kind: 'timers'; readonly jump: boolean }
  | { readonly kind: 'stale timer'; readonly key: string }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'event'; readonly event: InboundEvent };

/** Always-words of four languages, one reading each. */
const alwaysWords = [en, ru, uk, el].flatMap(({ words }) =>
  Object.values(words).map(([pattern = '']) => readings(pattern)[0] ?? ''),
);

const sentences = fc.constantFrom(
  'brakes squeal in the morning',
  'отказали тормоза',
  'Здравствуйте, стучит подвеска, можно завтра?',
  'Добрий день, їду з Києва, щось гримить',
  'Καλημέρα, ανάβει η λυχνία του κινητήρα',
  'Golf 7 2016',
  'ΙΚΑ-4821',
  'ВК 1234 СА',
  '🚗',
  '\n\n',
  '???',
  '5',
);
/** What is wanted, asked and said of a visit, in people's own words: with what is in progress it means many things. */
const wishes = fc.constantFrom(
  'oil change on friday after 5',
  'tyre change tomorrow',
  'the first one',
  'later please',
  'any other day?',
  'at ten',
  'I will wait',
  "can't make it, friday instead",
  'move it to thursday',
  'please cancel my visit',
  'running 20 minutes late',
  "I'll be there",
  'how much is an oil change and can I come on monday',
  'where do I park?',
  'is my car ready? and book an oil change for wednesday',
  'замена масла в пятницу',
  'перенесите на четверг',
  'не смогу приехать, давайте в среду',
  'во сколько открываетесь завтра?',
  'заміна шин у п’ятницю',
  'скасуйте візит',
  'αλλαγή ελαστικών την Παρασκευή',
  'όσο πιο νωρίς γίνεται',
);
const text = fc.oneof(
  { weight: 4, arbitrary: wishes },
  { weight: 3, arbitrary: fc.constantFrom(...alwaysWords) },
  { weight: 3, arbitrary: sentences },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.nat(8_000).map((length) => 'жук '.repeat(length / 4)) },
);
const id = fc.stringMatching(/^[\w-]{20,80}$/);
const file = fc.record({
  id,
  bytes: fc.option(fc.nat()),
  mime: fc.constant(null),
  name: fc.constant(null),
});
const caption = fc.oneof(fc.constant(''), text);

const event: fc.Arbitrary<InboundEvent> = fc.oneof(
  { weight: 6, arbitrary: text.map((said) => ({ kind: 'text', text: said }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      name: fc.constantFrom(
        'start',
        'book',
        'status',
        'person',
        'address',
        'language',
        'stop',
        'menu',
        'zzz',
      ),
      payload: fc.oneof(fc.constant(''), fc.constant('counter_card'), text),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('contact' as const),
      phone: fc.stringMatching(/^\+30690[0-9]{7}$/),
      own: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('photo' as const), file, caption, album: fc.option(id) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      what: fc.constantFrom('voice', 'video', 'document', 'sticker'),
      file,
      caption,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({
        kind: fc.constant('location' as const),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('edited' as const), messageId: fc.constant('1'), text }),
      fc.constant({ kind: 'blocked' } as const),
      fc.constant({ kind: 'unblocked' } as const),
      fc.constant({ kind: 'unsupported', what: 'poll' } as const),
    ),
  },
);

const of = <K extends string>(kind: K) => fc.constant(kind);
export const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: of('books'), pick: fc.nat(40), all: fc.boolean() }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: of('looks at visits'),
      label: fc.constantFrom('labelVisit', 'labelMove', 'labelCancelVisit', 'labelUndo', 'labelConsentYes'),
      pick: fc.nat(40),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: of('newest button'), pick: fc.nat(40) }) },
  { weight: 4, arbitrary: fc.record({ kind: of('any button'), pick: fc.nat(1_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: of('forged button'),
      row: fc.constantFrom('v00000001', 'v00000003', 'nothing'),
      option: fc.nat(200),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: of('own car') }) },
  { weight: 2, arbitrary: fc.record({ kind: of('burst ends'), stale: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: of('timers'), jump: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: of('stale timer'),
      key: fc.constantFrom('clock#ABC234', 'book#x', '', 'gone#x'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(fc.nat(15), fc.nat(15), fc.nat(1_440), fc.nat(21 * 1_440))
      .map((minutes) => ({ kind: 'time', minutes }) as const),
  },
  { weight: 10, arbitrary: fc.record({ kind: of('event'), event }) },
);

/** The inbounds that a moment means for a person; time may pass on the way. */
export function* eventsOf(what: Moment, person: Neighbour, ownCar: string): Generator<InboundEvent> {
  switch (what.kind) {
    case 'books':
      for (let step = 0; step < (what.all ? 6 : 1); step += 1)
        yield* nextOfBooking(person, what.pick, ownCar);
      return;
    case 'looks at visits': {
      const shown = () => person.offers.filter(({ label }) => label.key === what.label);
      if (shown().length === 0) yield { kind: 'command', name: 'status', payload: '' };
      yield* tap(shown().at(-1 - (what.pick % 3)));
      if (what.pick < 8) return;
      if (what.label === 'labelMove') {
        yield* nextOfBooking(person, what.pick, ownCar);
        yield* nextOfBooking(person, what.pick, ownCar);
      }
      if (what.label === 'labelCancelVisit')
        yield* tap(person.offers.findLast(({ label }) => label.key === 'labelUndo'));
      return;
    }
    case 'newest button': {
      const shown = person.rows.findLast(({ messages }) => messages.some(hasButtons))?.id;
      yield* tap(person.offers.filter(({ row }) => row === shown)[what.pick % 12]);
      return;
    }
    case 'any button':
      yield* tap(person.offers[what.pick % Math.max(1, person.offers.length)]);
      return;
    case 'forged button':
      yield* tap(what);
      return;
    case 'own car':
      yield { kind: 'text', text: ownCar };
      return;
    case 'burst ends':
      yield { kind: 'quiet', burst: what.stale ? 0 : (person.quiet ?? 0) };
      return;
    case 'timers':
      for (const [key, { dueAt }] of [...person.timers]) {
        if (what.jump) person.town.now = Math.max(person.town.now, dueAt);
        if (dueAt <= person.town.now) yield { kind: 'timer', key, dueAt };
      }
      return;
    case 'stale timer':
      yield { kind: 'timer', key: what.key, dueAt: 1 };
      return;
    case 'time':
      person.town.now += what.minutes * MINUTE;
      return;
    case 'event':
      yield what.event;
      return;
  }
}

function* nextOfBooking(person: Neighbour, pick: number, ownCar: string): Generator<InboundEvent> {
  const { flow } = person.conversation;
  const state = flow?.name === 'book' ? bookingSchema.safeParse(flow.state).data : undefined;
  const newest = (...keys: readonly PhraseKey[]) => {
    const all = person.offers.filter(({ label }) => keys.includes(label.key));
    const here = all.filter(({ row }) => row === all.at(-1)?.row);
    return tap(here[pick % Math.max(1, here.length)]);
  };
  switch (state?.step) {
    case undefined:
    case 'problem':
      if (!person.customer.consents.visit && pick % 2 === 0) yield* newest('labelConsentYes');
      yield { kind: 'command', name: 'book', payload: '' };
      return;
    case 'work':
      // More than the first seven kinds of work, in one visit out of three.
      if (!state.all && pick % 3 === 0) yield* newest('labelMoreWork');
      yield* newest('labelService', 'labelSameAsLast');
      return;
    case 'whichCar':
    case 'car':
      yield { kind: 'text', text: ownCar };
      return;
    case 'time':
      yield* state.view.of === 'days'
        ? newest('labelDay')
        : newest('labelSlot', 'labelSlot', 'labelOtherDay');
      return;
    case 'stay':
      yield* newest('labelWait', 'labelLeave', 'labelYesMove');
      return;
  }
}

function hasButtons(message: Neighbour['told'][number]): boolean {
  return message.kind === 'say' && message.options.length > 0;
}

function* tap(offer: { readonly row: string; readonly option: number } | undefined): Generator<InboundEvent> {
  if (offer) yield { kind: 'tap', tapId: 'tap', offer: { row: offer.row, option: offer.option } };
}
