import * as z from 'zod';
import type { Customer } from '#shared/domain/customer.ts';
import type { Option, Say } from '#shared/domain/outbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, defineFlow, toCustomer } from './flow.ts';

const action = z.discriminatedUnion('do', [
  /** `/start` with what the link carried: where the person came from (a counter card, an invoice). */
  z.object({ do: z.literal('start'), source: z.string() }),
  /** Somebody whose first words were understood: a line of greeting, and what they want follows it. */
  z.object({ do: z.literal('meet') }),
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('help') }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('gone') }),
  z.object({ do: z.literal('slow') }),
  z.object({ do: z.literal('welcome') }),
  z.object({ do: z.literal('unsupported') }),
  z.object({ do: z.literal('place') }),
]);

/** First contact, the menu, and kind words for what cannot be done. */
export const menu = defineFlow({
  name: 'menu',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind !== 'action') {
      // A stranger's first words are a greeting, whatever they are; nobody is misunderstood before they were met.
      if (!turn.conversation.greeted) return greet('', turn.customer);
      return { ...answer(withMenu(phrase('help'))), understood: false };
    }
    switch (event.action.do) {
      case 'start':
        return greet(event.action.source, turn.customer);
      case 'meet':
        return { ...answer(say(phrase('met'))), settings: { greeted: true } };
      case 'open':
        return answer(withMenu(phrase('menu')));
      case 'help':
        return answer(withMenu(phrase('help')));
      case 'back':
        return answer(withMenu(phrase('nothingToGoBack')));
      case 'gone':
        return answer(withMenu(phrase('buttonGone')));
      case 'welcome':
        return answer(say(phrase('welcome')));
      case 'slow':
        return answer(say(phrase('slowDown')));
      case 'unsupported':
        return answer(say(phrase('unsupported'), [[person]]));
      case 'place':
        return answer(say(phrase('locationReceived'), [[person]]));
    }
  },
});

const person: Option = button(phrase('labelPerson'), { flow: 'person', data: { do: 'call' } });

/** What people come for, most wanted first; the first three are what a greeting offers where few buttons fit. */
const entries: readonly (readonly Option[])[] = [
  [button(phrase('labelBook'), { flow: 'book', data: { do: 'open' } })],
  [
    button(phrase('labelProblem'), { flow: 'report', data: { do: 'open' } }),
    button(phrase('labelStatus'), { flow: 'visits', data: { do: 'list' } }),
  ],
  [
    button(phrase('labelAddress'), { flow: 'questions', data: { ask: 'address' } }),
    button(phrase('labelHours'), { flow: 'questions', data: { ask: 'hours' } }),
  ],
  [person, button(phrase('labelLanguage'), { flow: 'settings', data: { do: 'language' } })],
  [
    button(phrase('labelLink'), { flow: 'link', data: { do: 'open' } }),
    button(phrase('payerLabelCosts'), { flow: 'payer', data: { do: 'open' } }),
  ],
  [button(phrase('ownLabelSettings'), { flow: 'settings', data: { do: 'open' } })],
];

function withMenu(text: Phrase): Say {
  return say(text, entries);
}

/** What a link can carry: https://core.telegram.org/bots/features#deep-linking */
const linkPayload = /^[\w-]{1,64}$/;

function greet(source: string, customer: Customer): Decision<never> {
  const first = linkPayload.test(source) && customer.source === null;
  return {
    next: { kind: 'stay' },
    changes: first ? [{ kind: 'customer', customer: { ...customer, source } }] : [],
    say: [toCustomer({ ...withMenu(phrase('greeting')), brief: true })],
    settings: { greeted: true },
  };
}
