import * as z from 'zod';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { callPerson } from './call-person.ts';
import { button, type Decision, defineFlow, type Turn, toCustomer } from './flow.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('call') }),
  /** Called by the bot itself: it did not understand twice. */
  z.object({ do: z.literal('misunderstood'), text: z.string() }),
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
        return called(turn, 'asked', '');
      case 'misunderstood':
        return called(turn, 'misunderstood', asked.text);
      case 'photos': {
        const { changes, say: desk, promise } = callPerson(turn, 'photos', asked.text, asked.files);
        const text = phrase('photosReceived', {
          count: asked.files.length,
          advisor: promise.advisor,
          by: promise.by,
        });
        return { next: { kind: 'stay' }, changes, say: [toCustomer(say(text, diagnostics)), ...desk] };
      }
      case 'file': {
        const { changes, say: desk, promise } = callPerson(turn, 'file', asked.text, [asked.file]);
        const text = phrase('fileReceived', { what: asked.what, advisor: promise.advisor, by: promise.by });
        return { next: { kind: 'stay' }, changes, say: [toCustomer(say(text)), ...desk] };
      }
    }
  },
});

const diagnostics = [[button(phrase('labelBook'), { flow: 'book', data: { do: 'open' } })]];

function called(turn: Turn, reason: 'asked' | 'misunderstood', text: string): Decision<never> {
  const { changes, say: desk, promise } = callPerson(turn, reason, text);
  const words = phrase('personCalled', { ...promise, phone: turn.station.phone });
  return { next: { kind: 'stay' }, changes, say: [toCustomer(say(words)), ...desk] };
}
