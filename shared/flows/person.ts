import * as z from 'zod';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { callPerson, promiseOf } from './call-person.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer } from './flow.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('call') }),
  /** Called by the bot itself: it did not understand twice. */
  z.object({ do: z.literal('misunderstood'), text: z.string() }),
  /** Words that follow a call within the half hour: they belong to it. */
  z.object({ do: z.literal('more'), text: z.string() }),
  z.object({ do: z.literal('photos'), files: z.array(z.string()), text: z.string() }),
  z.object({
    do: z.literal('file'),
    what: z.enum(['voice', 'video', 'document', 'other']),
    file: z.string(),
    text: z.string(),
  }),
]);

/** A person in one step: the request is stored, the advisors see it, and the customer knows who answers and by when. */
export const person = defineFlow({
  name: 'person',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    const asked = event.kind === 'action' ? event.action : { do: 'call' as const };
    switch (asked.do) {
      case 'call':
        return calledJustNow(turn) ? answer(say(promised(turn))) : called(turn, 'asked', '');
      case 'misunderstood':
        return called(turn, 'misunderstood', asked.text);
      case 'more': {
        const { changes, say: desk, promise, settings } = callPerson(turn, 'more', asked.text);
        const text = phrase('passedOn', { advisor: promise.advisor, by: promise.by });
        return { next: { kind: 'stay' }, changes, say: [toCustomer(say(text)), ...desk], settings };
      }
      case 'photos': {
        const { changes, say: desk, promise, settings } = callPerson(turn, 'photos', asked.text, asked.files);
        const text = phrase('photosReceived', {
          count: asked.files.length,
          advisor: promise.advisor,
          by: promise.by,
        });
        return {
          next: { kind: 'stay' },
          changes,
          say: [toCustomer(say(text, diagnostics)), ...desk],
          settings,
        };
      }
      case 'file': {
        const { changes, say: desk, promise, settings } = callPerson(turn, 'file', asked.text, [asked.file]);
        const text = phrase('fileReceived', { what: asked.what, advisor: promise.advisor, by: promise.by });
        return { next: { kind: 'stay' }, changes, say: [toCustomer(say(text)), ...desk], settings };
      }
    }
  },
});

const diagnostics = [[button(phrase('labelBook'), { flow: 'book', data: { do: 'open' } })]];

/** Asked for again within minutes: the promise is repeated, the advisors are not asked twice. */
const justNowMs = 10 * 60_000;

function calledJustNow({ conversation, now }: Turn): boolean {
  return now - conversation.calledAt < justNowMs;
}

function promised(turn: Turn) {
  return phrase('personCalled', { ...promiseOf(turn), phone: turn.station.phone });
}

function called(turn: Turn, reason: 'asked' | 'misunderstood', text: string): Decision<never> {
  const { changes, say: desk, promise, settings } = callPerson(turn, reason, text);
  const words = phrase('personCalled', { ...promise, phone: turn.station.phone });
  return { next: { kind: 'stay' }, changes, say: [toCustomer(say(words)), ...desk], settings };
}
