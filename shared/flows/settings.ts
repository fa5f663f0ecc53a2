import * as z from 'zod';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, defineFlow, type Turn, verbatim } from './flow.ts';

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
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind !== 'action') return answer(say(phrase('askLanguage'), languageButtons));
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
        return event.action.own
          ? { ...answer(say(phrase('phoneSaved'))), changes: [withPhone(turn.customer, event.action.phone)] }
          : answer(say(phrase('phoneNotYours')));
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

/** The question about visit messages, asked once, where it earns its place: after the first booking. */
export function askConsent() {
  return say(phrase('askConsent'), [
    [button(phrase('labelConsentYes'), { flow: 'settings', data: { do: 'consent', given: true } })],
    [button(phrase('labelConsentAsk'), { flow: 'settings', data: { do: 'consent', given: false } })],
    [button(phrase('labelPrivacy'), { flow: 'questions', data: { ask: 'stored' } })],
  ]);
}

export function withPhone(customer: Customer, phone: string): Change {
  return { kind: 'customer', customer: { ...customer, phone } };
}

function consentChanges({ customer, now, language }: Turn, visit: boolean): Decision<never>['changes'] {
  const consent = { visit, at: now, wording: consentWording, language };
  return [
    { kind: 'customer', customer: { ...customer, consent } },
    { kind: 'consent', purpose: 'visit', given: visit, wording: consentWording },
  ];
}
