import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, defineFlow, type FlowEvent, type Turn } from './flow.ts';
import { type SettingsAction, type SettingsState, settingsAction, settingsState } from './settings/action.ts';
import { ownCard } from './settings/card.ts';
import {
  asksName,
  asksRemove,
  carCard,
  carsCard,
  isFree,
  nameQuestion,
  removed,
  renamed,
} from './settings/cars.ts';
import { consentChanges, consented, consentQuestion } from './settings/consent.ts';
import { asksLanguage, languageNamed, languageQuestion, setLanguage } from './settings/language.ts';
import { phoneKept, phoneQuestion, phoneShared, phoneSkipped } from './settings/phone.ts';
import { isSpan, leastLoudHours, quietCard, quietChanges, spanIn } from './settings/quiet.ts';
import { stopped, undone } from './settings/stop.ts';
import { typedPhone } from './typed-phone.ts';

/** What a person can set about themselves: language, automatic messages and their hours, cars, phone. */
export const settings = defineFlow({
  name: 'settings',
  state: settingsState,
  action: settingsAction,
  takes: (state, event, turn) => takes(state, event, turn),
  needs: () => [],
  decide: (state, event, _facts, turn) => {
    switch (event.kind) {
      case 'contact':
        return phoneShared(event.phone, event.own, turn);
      case 'again':
        return again(state, turn);
      case 'text':
        return answered(state, event.text, turn);
      case 'action':
        return acted(event.action, turn);
      case 'timer':
        return phoneSkipped(turn);
    }
  },
});

function takes(state: SettingsState, event: FlowEvent<SettingsAction>, { word }: Turn): boolean {
  if (event.kind === 'contact') return state.step === 'phone';
  if (event.kind !== 'text') return false;
  switch (state.step) {
    case 'phone':
      return word === 'skip' || word === 'no' || typedPhone(event.text) !== null;
    case 'consent':
      return word === 'yes' || word === 'no';
    case 'language':
      return languageNamed(event.text) !== null;
    case 'quiet':
      return spanIn(event.text) !== null;
    case 'car':
      return word === null;
  }
}

function acted(asked: SettingsAction, turn: Turn): Decision<SettingsState> {
  const { customer } = turn;
  switch (asked.do) {
    case 'open':
      return open(turn);
    case 'language':
      return asksLanguage(turn);
    case 'setLanguage':
      return setLanguage(asked.language);
    case 'stop':
      return stopped(turn);
    case 'undoStop':
      return undone(asked.at, asked.before, turn);
    case 'resume':
      return {
        // Taking "stop" back turns nothing on that was not on before.
        ...answer(say(phrase(asked.visit ? 'resumed' : 'consentNo'))),
        changes: consentChanges(turn, 'visit', asked.visit),
      };
    case 'consent':
      return consented(asked.given, turn);
    case 'set': {
      const changes = consentChanges(turn, asked.purpose, asked.given);
      return { ...answer(ownCard({ ...turn, customer: customerIn(changes, turn) })), changes };
    }
    case 'quiet':
      return asksQuiet(turn);
    case 'setQuiet':
      return asked.hours === null || isSpan(asked.hours) ? setQuiet(asked.hours, turn) : asksQuiet(turn);
    case 'cars':
      return { ...answer(carsCard(customer)), ...leaving(turn) };
    case 'car':
      return { ...carCard(asked.id, turn), ...leaving(turn) };
    case 'rename':
      return asksName(asked.id, turn);
    case 'askRemove':
      return asksRemove(asked.id, turn);
    case 'remove':
      return removed(asked.id, turn);
    case 'phone':
      return asked.own ? phoneKept(asked.phone, true, turn) : answer(say(phrase('phoneNotYours')));
  }
}

/** What a question of the settings waited for in words is not waited for any more; anything else in progress goes on. */
function leaving({ conversation }: Turn): Pick<Decision<never>, 'next'> {
  return { next: conversation.flow?.name === 'settings' ? { kind: 'done' } : { kind: 'stay' } };
}

function open(turn: Turn): Decision<SettingsState> {
  return { ...answer(ownCard(turn)), ...leaving(turn) };
}

function customerIn(changes: Decision<never>['changes'], { customer }: Turn) {
  return (
    changes.flatMap((change) => (change.kind === 'customer' ? [change.customer] : [])).at(-1) ?? customer
  );
}

function asksQuiet(turn: Turn): Decision<SettingsState> {
  const asked = answer(quietCard(turn));
  return isFree(turn) ? { ...asked, next: { kind: 'at', state: { step: 'quiet' } } } : asked;
}

function setQuiet(hours: { from: number; to: number } | null, turn: Turn): Decision<SettingsState> {
  const { customer, changes } = quietChanges(hours, turn);
  return { ...answer(ownCard({ ...turn, customer })), changes, ...leaving(turn) };
}

/** Words that answer what was asked. */
function answered(state: SettingsState | null, text: string, turn: Turn): Decision<SettingsState> {
  switch (state?.step) {
    case 'phone': {
      const phone = typedPhone(text);
      return phone === null ? phoneSkipped(turn) : phoneKept(phone, false, turn);
    }
    case 'consent':
      return consented(turn.word === 'yes', turn);
    case 'quiet': {
      const hours = spanIn(text);
      if (hours && isSpan(hours)) return setQuiet(hours, turn);
      const lead = phrase('ownQuietOdd', { hours: leastLoudHours });
      return { ...answer(quietCard(turn, [lead])), understood: false };
    }
    case 'car':
      return renamed(state.id, text, turn);
    case 'language':
    case undefined: {
      const language = languageNamed(text);
      return language ? setLanguage(language) : asksLanguage(turn);
    }
  }
}

/** The question once more, for somebody who came back or wrote something else. */
function again(state: SettingsState | null, turn: Turn): Decision<SettingsState> {
  const lead = [phrase('helpInStep')];
  const asked = (() => {
    switch (state?.step) {
      case 'phone':
        return phoneQuestion(lead);
      case 'consent':
        return consentQuestion(lead);
      case 'quiet':
        return quietCard(turn, lead);
      case 'car': {
        const vehicle = turn.customer.vehicles.find(({ id }) => id === state.id);
        return vehicle ? nameQuestion(vehicle, lead) : carsCard(turn.customer);
      }
      case 'language':
      case undefined:
        return languageQuestion(lead);
    }
  })();
  return { ...answer(asked), understood: false };
}
