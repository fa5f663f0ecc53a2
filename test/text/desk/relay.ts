import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { relayPhrases } from '#shared/domain/phrases/relay.ts';

/** Samples and arbitraries of what is passed on and who may pass it on, for the tests of all texts. */

type Key = {
  [K in keyof typeof relayPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof relayPhrases];

const shutAt = Date.parse('2026-11-24T08:10:00Z');
const whys = ['insult', 'shouting', 'sarcasm', 'blame'] as const;
const hows = ['kept', 'deleted', 'corrected', 'before'] as const;
const reasons = ['abuse', 'spam', 'other'] as const;
const kinds = ['stranger', 'listed', 'bot'] as const;
const roles = ['advisor', 'manager'] as const;
const someone = kinds.map((kind) => ({ name: 'Kostas', id: '5000003', managers: ['maria'], kind }));

export const relaySamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  relayCorrection: [{ text: 'The pads cost 140 €, not 104 €' }],
  relayRetracted: [{ text: 'The car is ready' }, { text: '' }],
  relaySign: [{ name: 'maria' }, { name: 'Kostas' }],
  relaySignCorrection: [{ name: 'maria' }],
  relayStranger: [{ name: 'Kostas', id: '6660001' }],
  relayNoMessenger: [
    { name: 'Nikos', phone: '+306911111111' },
    { name: '', phone: '' },
  ],
  relayShutOut: [{ by: 'maria' }],
  relayHeldOwner: [{ owner: 'eleni' }],
  relayHeldCalm: whys.map((why) => ({ why })),
  relayHeldWindow: [
    { until: shutAt, phone: '' },
    { until: shutAt, phone: '+306911111111' },
  ],
  relayOnlyWriter: [{ name: 'eleni' }],
  relayUndone: hows.map((how) => ({ how })),
  relayTakenBy: [{ owner: 'eleni' }],
  relayHandedOver: [
    { from: 'maria', to: 'eleni', waits: true },
    { from: 'maria', to: 'eleni', waits: false },
  ],
  relayHanded: [{ to: 'eleni' }],
  relayNobodyNamed: [{ name: 'Petros' }],
  relayShutOutNow: reasons.map((reason) => ({ by: 'maria', reason })),
  relayLetIn: [{ by: 'maria' }],
  relayOpenHead: [{ count: 1 }, { count: 3 }, { count: 7 }],
  relayOpenLine: [
    { who: 'Nikos · Octavia …4821', minutes: 12, owner: null, by: shutAt },
    { who: 'Lena', minutes: 75, owner: 'eleni', by: null },
    { who: '', minutes: 0, owner: null, by: null },
  ],
  relayJoined: [...someone, { name: '', id: '5000003', managers: [], kind: 'stranger' }],
  relayLeft: someone,
  relayRosterLine: [
    { advisor: 'maria', role: 'manager', id: '5000001', anyway: 0 },
    { advisor: 'eleni', role: 'advisor', id: '5000002', anyway: 2 },
    { advisor: 'Kostas', role: 'advisor', id: '', anyway: 0 },
  ],
  relayAdded: [{ name: 'Kostas' }],
  relayRemoved: [{ name: 'Kostas' }],
  relayNotListedId: [{ id: '5000003' }],
  relayHelpMark: [{ mark: 'sent' }, { mark: 'delivered' }, { mark: 'read' }, { mark: 'failed' }],
  relayUnknownCommand: [
    { name: 'teleport', near: '' },
    { name: 'statsu', near: 'status' },
  ],
  relayLabelRemove: [{ advisor: 'eleni' }],
  relayLabelPerson: [{ advisor: 'eleni' }],
  relayLanguageAsk: [{ name: 'eleni' }],
  relayLanguageSet: [{ name: 'eleni' }],
};

const advisor = fc.constantFrom('maria', 'eleni', 'Konstantinos Papadopoulos', 'Γιώργος');
const name = fc.constantFrom('', 'Nikos', 'a very long name '.repeat(20), 'Олена');
const instant = fc
  .integer({
    min: Date.parse('2026-10-01T00:00:00Z') / 900_000,
    max: Date.parse('2027-12-31T23:00:00Z') / 900_000,
  })
  .map((quarter) => quarter * 900_000);
const id = fc.stringMatching(/^[1-9][0-9]{6,11}$/);
const phone = fc.constantFrom('', '+302310555010', '+380441234567');
const count = fc.integer({ min: 1, max: 120 });
const someoneOf = fc.record({
  name,
  id,
  managers: fc.uniqueArray(advisor, { maxLength: 2 }),
  kind: fc.constantFrom(...kinds),
});

export const relayArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  relayCorrection: fc.record({ text: fc.constantFrom('9:00, not 8:00', 'two\nlines') }),
  relayRetracted: fc.record({
    text: fc.constantFrom('', 'the car\n\nis  ready', 'long words '.repeat(200)),
  }),
  relaySign: fc.record({ name: advisor }),
  relaySignCorrection: fc.record({ name: advisor }),
  relayStranger: fc.record({ name, id }),
  relayNoMessenger: fc.record({ name, phone }),
  relayShutOut: fc.record({ by: advisor }),
  relayHeldOwner: fc.record({ owner: advisor }),
  relayHeldCalm: fc.record({ why: fc.constantFrom(...whys) }),
  relayHeldWindow: fc.record({ until: instant, phone }),
  relayOnlyWriter: fc.record({ name: advisor }),
  relayUndone: fc.record({ how: fc.constantFrom(...hows) }),
  relayTakenBy: fc.record({ owner: advisor }),
  relayHandedOver: fc.record({ from: advisor, to: advisor, waits: fc.boolean() }),
  relayHanded: fc.record({ to: advisor }),
  relayNobodyNamed: fc.record({ name: fc.constantFrom('Petros', 'who '.repeat(30)) }),
  relayShutOutNow: fc.record({ by: advisor, reason: fc.constantFrom(...reasons) }),
  relayLetIn: fc.record({ by: advisor }),
  relayOpenHead: fc.record({ count }),
  relayOpenLine: fc.record({
    who: fc.constantFrom('', 'Nikos · Octavia …4821'),
    minutes: fc.integer({ min: 0, max: 900 }),
    owner: fc.option(advisor),
    by: fc.option(instant),
  }),
  relayJoined: someoneOf,
  relayLeft: someoneOf,
  relayRosterLine: fc.record({
    advisor,
    role: fc.constantFrom(...roles),
    id: fc.oneof(id, fc.constant('')),
    anyway: fc.integer({ min: 0, max: 30 }),
  }),
  relayAdded: fc.record({ name: advisor }),
  relayRemoved: fc.record({ name: advisor }),
  relayNotListedId: fc.record({ id }),
  relayHelpMark: fc.record({ mark: fc.constantFrom('sent', 'delivered', 'read', 'failed') }),
  relayUnknownCommand: fc.record({
    name: fc.constantFrom('teleport', 'x'.repeat(64)),
    near: fc.constantFrom('', 'status'),
  }),
  relayLabelRemove: fc.record({ advisor }),
  relayLabelPerson: fc.record({ advisor }),
  relayLanguageAsk: fc.record({ name: advisor }),
  relayLanguageSet: fc.record({ name: advisor }),
};
