import * as z from 'zod';
import type { Customer } from '#shared/domain/customer.ts';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { reminderChange } from './booking/reminder.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer, verbatim } from './flow.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('language') }),
  z.object({ do: z.literal('setLanguage'), language: languageSchema }),
  z.object({ do: z.literal('stop') }),
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('consent'), given: z.boolean() }),
  z.object({ do: z.literal('phone'), phone: z.string(), own: z.boolean() }),
]);

/** The wording that people agree to; a new wording is a new name. */
export const consentWording = 'visit-1';

/** What a person can set about themselves: language, automatic messages, phone. */
export const settings = defineFlow({
  name: 'settings',
  /** Waiting for a phone number after the first booking; it may be skipped. */
  state: z.object({ step: z.literal('phone') }),
  action,
  takes: (_state, event, { word }) => event.kind === 'contact' || word === 'skip' || word === 'no',
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind === 'contact') return phoneShared(event.phone, event.own, turn);
    if (event.kind === 'again')
      return { ...answer(phoneQuestion([phrase('helpInStep')])), understood: false };
    if (event.kind !== 'action') return phoneSkipped(turn);
    switch (event.action.do) {
      case 'language':
        return answer(card('step', phrase('askLanguage'), languageButtons));
      case 'setLanguage':
        return {
          ...answer(card('last', phrase('languageSet'), menuButton)),
          settings: { language: event.action.language, languageChosen: true },
        };
      case 'stop':
        return { ...answer(say(phrase('stopped'), undo)), changes: consentChanges(turn, false) };
      case 'resume':
        return { ...answer(card('last', phrase('resumed'))), changes: consentChanges(turn, true) };
      case 'consent': {
        const text = phrase(event.action.given ? 'consentYes' : 'consentNo');
        return { ...answer(card('last', text)), changes: consentChanges(turn, event.action.given) };
      }
      case 'phone':
        return phoneShared(event.action.phone, event.action.own, turn);
    }
  },
});

const ownNames = { en: 'English', ru: 'Русский', uk: 'Українська', el: 'Ελληνικά' } as const satisfies Record<
  Language,
  string
>;

const languageButtons = languages.map((language) => [
  button(verbatim(ownNames[language]), { flow: 'settings', data: { do: 'setLanguage', language } }),
]);
const menuButton = [[button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })]];
const undo = [[button(phrase('labelUndo'), { flow: 'settings', data: { do: 'resume' } })]];

/** What follows the first booking, one question at a time: the phone, then whether the bot may write by itself. */
export function afterBooking(customer: Customer): {
  readonly next: Decision<never>['next'] | null;
  readonly ask: readonly Say[];
} {
  if (customer.phone === null && customer.consent === null) {
    return { next: { kind: 'hand', flow: 'settings', state: { step: 'phone' } }, ask: [phoneQuestion()] };
  }
  return { next: null, ask: customer.consent === null ? [consentQuestion([])] : [] };
}

function phoneQuestion(lead: readonly Phrase[] = []): Say {
  const askContact = { share: phrase('labelSharePhone'), skip: phrase('labelSkip') };
  return { ...say([...lead, phrase('askPhone')]), askContact };
}

function phoneShared(phone: string, own: boolean, turn: Turn): Decision<never> {
  if (!own) return answer(phoneQuestion([phrase('phoneNotYours')]));
  const saved = withConsentQuestion(phrase('phoneSaved'), turn.customer);
  return {
    next: { kind: 'done' },
    changes: [{ kind: 'customer', customer: { ...turn.customer, phone } }],
    say: [toCustomer(saved)],
  };
}

function phoneSkipped(turn: Turn): Decision<never> {
  const skipped = withConsentQuestion(phrase('phoneSkipped'), turn.customer);
  return { next: { kind: 'done' }, changes: [], say: [toCustomer(skipped)] };
}

function withConsentQuestion(text: Phrase, { consent }: Customer): Say {
  return consent === null ? consentQuestion([text]) : say(text);
}

/** Asked once, where it earns its place; no answer counts as "only when I ask". */
function consentQuestion(lead: readonly Phrase[]): Say {
  return card(
    'last',
    [...lead, phrase('askConsent')],
    [
      [button(phrase('labelConsentYes'), { flow: 'settings', data: { do: 'consent', given: true } })],
      [button(phrase('labelConsentAsk'), { flow: 'settings', data: { do: 'consent', given: false } })],
      [button(phrase('labelPrivacy'), { flow: 'questions', data: { ask: 'stored' } })],
    ],
  );
}

/** The consent with its record, and the reminders that it allows or takes away. */
function consentChanges(
  { customer, now, language, station }: Turn,
  visit: boolean,
): Decision<never>['changes'] {
  const consent = { visit, at: now, wording: consentWording, language };
  return [
    { kind: 'customer', customer: { ...customer, consent } },
    { kind: 'consent', purpose: 'visit', given: visit, wording: consentWording },
    ...customer.visits.map((one) => reminderChange(one, consent, station, now)),
  ];
}
