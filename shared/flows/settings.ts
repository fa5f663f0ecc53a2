import * as z from 'zod';
import type { Customer } from '#shared/domain/customer.ts';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer, verbatim } from './flow.ts';
import { consentChanges, consented, consentQuestion } from './settings/consent.ts';
import { typedPhone } from './typed-phone.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('language') }),
  z.object({ do: z.literal('setLanguage'), language: languageSchema }),
  z.object({ do: z.literal('stop') }),
  /** Takes a "stop" back: as it was before, which may be "never asked". */
  z.object({ do: z.literal('resume'), visit: z.boolean().nullable() }),
  z.object({ do: z.literal('consent'), given: z.boolean() }),
  z.object({ do: z.literal('phone'), phone: z.string(), own: z.boolean() }),
]);

/** What a person can set about themselves: language, automatic messages, phone. */
export const settings = defineFlow({
  name: 'settings',
  /** A question that may also be answered in words: the phone after the first booking, then consent; the language. */
  state: z.object({ step: z.enum(['phone', 'consent', 'language']) }),
  action,
  takes: ({ step }, event, { word }) => {
    if (event.kind === 'contact') return step === 'phone';
    if (event.kind !== 'text') return false;
    if (step === 'phone') return word === 'skip' || word === 'no' || typedPhone(event.text) !== null;
    return step === 'consent' ? word === 'yes' || word === 'no' : languageNamed(event.text) !== null;
  },
  needs: () => [],
  decide: (state, event, _facts, turn) => {
    if (event.kind === 'contact') return phoneShared(event.phone, event.own, turn);
    if (event.kind === 'again') return { ...againAsked(state?.step ?? 'language'), understood: false };
    if (event.kind === 'text') return answered(state?.step ?? 'language', event.text, turn);
    if (event.kind !== 'action') return phoneSkipped(turn);
    switch (event.action.do) {
      case 'language':
        return asksLanguage(turn);
      case 'setLanguage':
        return setLanguage(event.action.language);
      case 'stop':
        return {
          ...answer(say(phrase('stopped'), undo(turn.customer))),
          changes: consentChanges(turn, 'visit', false),
        };
      case 'resume':
        return {
          // Taking "stop" back turns nothing on that was not on before.
          ...answer(card('aside', phrase(event.action.visit ? 'resumed' : 'consentNo'))),
          changes: consentChanges(turn, 'visit', event.action.visit),
        };
      case 'consent':
        return consented(event.action.given, turn);
      case 'phone':
        return event.action.own
          ? phoneKept(event.action.phone, true, turn)
          : answer(say(phrase('phoneNotYours')));
    }
  },
});

/** Each language as those who speak it call it. */
export const ownNames = {
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
  el: 'Ελληνικά',
} as const satisfies Record<Language, string>;

const languageButtons = languages.map((language) => [
  button(verbatim(ownNames[language]), { flow: 'settings', data: { do: 'setLanguage', language } }),
]);
const menuButton = [[button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })]];

function undo({ consents }: Customer) {
  return [
    [
      button(phrase('labelUndo'), {
        flow: 'settings',
        data: { do: 'resume', visit: consents.visit?.given ?? null },
      }),
    ],
  ];
}

/** A booking in progress is not given up for a question of taste: then only the buttons answer it. */
function asksLanguage({ conversation }: Turn): Decision<{ step: 'language' }> {
  const asked = answer(card('aside', phrase('askLanguage'), languageButtons));
  return conversation.flow ? asked : { ...asked, next: { kind: 'at', state: { step: 'language' } } };
}

function setLanguage(language: Language): Decision<never> {
  return {
    next: { kind: 'done' },
    changes: [],
    say: [toCustomer(card('aside', phrase('languageSet'), menuButton))],
    settings: { language, languageChosen: true },
  };
}

/** A language by its own name, typed. */
export function languageNamed(text: string): Language | null {
  const named = text.trim().toLowerCase();
  return languages.find((language) => ownNames[language].toLowerCase() === named) ?? null;
}

type Step = 'phone' | 'consent' | 'language';

function answered(step: Step, text: string, turn: Turn): Decision<{ step: Step }> {
  const phone = typedPhone(text);
  const language = languageNamed(text);
  if (step === 'phone') return phone === null ? phoneSkipped(turn) : phoneKept(phone, false, turn);
  if (step === 'language' && language) return setLanguage(language);
  return consented(turn.word === 'yes', turn);
}

function againAsked(step: Step): Decision<never> {
  const lead = [phrase('helpInStep')];
  switch (step) {
    case 'phone':
      return answer(phoneQuestion(lead));
    case 'consent':
      return answer(consentQuestion(lead));
    case 'language':
      return answer(card('aside', [...lead, phrase('askLanguage')], languageButtons));
  }
}

/** What follows the first booking, one question at a time: the phone, then whether the bot may write by itself. */
export function afterBooking(customer: Customer): {
  readonly next: Decision<never>['next'] | null;
  readonly ask: readonly Say[];
} {
  if (customer.phone === null && !customer.consents.visit) {
    return { next: { kind: 'hand', flow: 'settings', state: { step: 'phone' } }, ask: [phoneQuestion()] };
  }
  if (customer.consents.visit) return { next: null, ask: [] };
  return { next: { kind: 'hand', flow: 'settings', state: { step: 'consent' } }, ask: [consentQuestion([])] };
}

function phoneQuestion(lead: readonly Phrase[] = []): Say {
  const askContact = { share: phrase('labelSharePhone'), skip: phrase('labelSkip') };
  return { ...say([...lead, phrase('askPhone')]), askContact };
}

function phoneShared(phone: string, own: boolean, turn: Turn): Decision<{ step: Step }> {
  return own ? phoneKept(phone, true, turn) : answer(phoneQuestion([phrase('phoneNotYours')]));
}

function phoneKept(phone: string, phoneProven: boolean, turn: Turn): Decision<{ step: Step }> {
  const kept = { kind: 'customer', customer: { ...turn.customer, phone, phoneProven } } as const;
  return { ...thenConsent(phrase('phoneSaved'), turn), changes: [kept] };
}

function phoneSkipped(turn: Turn): Decision<{ step: Step }> {
  return thenConsent(phrase('phoneSkipped'), turn);
}

/** The consent question follows once the phone is settled, unless there is no visit to ask about, or something else is being asked. */
function thenConsent(text: Phrase, { customer, conversation }: Turn): Decision<{ step: Step }> {
  const busy = conversation.flow !== null && conversation.flow.name !== 'settings';
  if (customer.consents.visit || customer.visits.length === 0 || busy)
    return { next: { kind: 'done' }, changes: [], say: [toCustomer(say(text))] };
  return {
    next: { kind: 'at', state: { step: 'consent' } },
    changes: [],
    say: [toCustomer(consentQuestion([text]))],
  };
}
