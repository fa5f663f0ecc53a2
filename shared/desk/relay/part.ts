import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { albumOf, type Content, wordsOf } from '#shared/domain/content.ts';
import { isNote } from '#shared/domain/desk.ts';
import { card, type Relay, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { learned, learnNeeds } from '../say/learn.ts';
import { type DeskDecision, type DeskEvent, type DeskTurn, reply, toast } from '../turn.ts';
import { heldForTone } from './hold.ts';
import { noted } from './note.ts';
import { heldForMs, type Pending, pendingSchema } from './pending.ts';
import { offer, pendingOf, refuse } from './send.ts';
import { undo } from './undo.ts';

const action = z.discriminatedUnion('do', [
  /** Sends what was held. `row` and `at` name the row that will carry it, so that it is sent once; `album`
   *  is what its other parts are known by. */
  z.object({
    do: z.literal('send'),
    row: z.string(),
    at: z.string(),
    album: z.string().nullable(),
    pending: pendingSchema,
  }),
  z.object({ do: z.literal('drop'), by: z.string() }),
  /** Sends once more what did not arrive; `row`: the row that failed, `at`: key of its address. */
  z.object({ do: z.literal('again'), row: z.string(), at: z.string().exactOptional() }),
  /** The same by another messenger of the customer. */
  z.object({ do: z.literal('otherWay'), row: z.string(), at: z.string().exactOptional() }),
]);
type Action = z.infer<typeof action>;

/** What advisors write in a customer's topic: it goes to the customer, unless it is a note. */
export const relay = definePart<Action>({
  name: 'desk.relay',
  action,
  commands: ['undo', 'note'],
  needs: (event, turn) => {
    const text = replyIn(event);
    return text === null ? [] : learnNeeds(text, turn);
  },
  decide: (event, facts, turn) => {
    switch (event.kind) {
      case 'content':
        return learned(written(event.content, turn), replyIn(event), facts, turn);
      case 'command':
        return event.name === 'undo' ? undo(turn) : noted(turn);
      case 'action':
        return learned(tapped(event.action, event.shownAt, turn), replyIn(event), facts, turn);
    }
  },
});

/** Words that may go to the customer with this: what was just written, or what was held. */
function replyIn(event: DeskEvent<Action>): string | null {
  const content =
    event.kind === 'content'
      ? event.content
      : event.kind === 'action' && event.action.do === 'send'
        ? event.action.pending.content
        : null;
  return content?.kind === 'text' && !isNote(content.text.text) ? content.text.text : null;
}

/** A note stays in the group; everything else is meant for the customer. */
function written(content: Content, turn: DeskTurn): DeskDecision {
  const { about, answersCard, album } = turn;
  if (isNote(wordsOf(content)) || answersCard || (album?.isNote && albumOf(content) !== null))
    return noted(turn, albumOf(content));
  if (turn.thread === '') return { changes: [], say: [] };
  if (about?.case.blocked)
    return reply(say(phrase('relayShutOut', { by: about.case.blocked.by }), [[unblock]]));
  const pending = pendingOf(content, turn, answered(turn));
  return pending ? offer(pending, turn) : refuse(turn);
}

const unblock = {
  kind: 'act',
  label: phrase('caseLabelUnblock'),
  action: { flow: 'desk.case', data: { do: 'unblock' } },
} as const;

/** The message at the customer that is answered: their own, or one that an advisor sent them. */
function answered({ counterpart, about }: DeskTurn): Partial<Pending> {
  if (!counterpart || !about?.home) return {};
  const { how, destination, row } = counterpart;
  const home = addressKey(about.home);
  if (how === 'passed') return destination === home ? { replyTo: lastOf(row.parts) } : {};
  return row.source?.at === home ? { replyTo: row.source.messageId } : {};
}

export function lastOf(parts: readonly (string | null)[]): string | null {
  return parts.findLast((part) => part !== null) ?? null;
}

function tapped(asked: Action, shownAt: number, turn: DeskTurn): DeskDecision {
  switch (asked.do) {
    case 'send': {
      const { pending } = asked;
      if (turn.named) return toast(phrase('relaySentAlready'));
      // Another part of its album turned out to be a note.
      if (turn.album?.isNote) return over(phrase('relayHeldDropped'));
      if (pending.by.id !== turn.by.id) return toast(phrase('relayOnlyWriter', { name: pending.by.advisor }));
      if (turn.now - shownAt > heldForMs(pending)) return over(phrase('relayHeldExpired'));
      const sent = offer(pending, turn);
      if (isHeld(sent)) return sent;
      const anyway = pending.passed.includes('calm') ? [heldForTone(pending, true, turn)] : [];
      return {
        ...sent,
        changes: [...sent.changes, ...anyway],
        say: [...sent.say, ...over(phrase('relayHeldSent')).say],
      };
    }
    case 'drop':
      return asked.by === turn.by.id ? over(phrase('relayHeldDropped')) : toast(phrase('relayGone'));
    case 'again':
    case 'otherWay':
      return onceMore(asked.do, turn);
  }
}

/** Another question stands in its place then. */
function isHeld({ say }: DeskDecision): boolean {
  return say.some(({ to }) => to === 'here');
}

/** In the place of the question. */
function over(
  words: ReturnType<typeof phrase<'relayHeldExpired' | 'relayHeldSent' | 'relayHeldDropped'>>,
): DeskDecision {
  return { ...reply(card('aside', words)), toast: words };
}

function onceMore(how: 'again' | 'otherWay', turn: DeskTurn): DeskDecision {
  const { named, about, desk } = turn;
  const relayed = named?.row.messages.find((message): message is Relay => message.kind === 'relay');
  const { source } = named?.row ?? {};
  if (!named || !relayed || !about || source?.at !== addressKey(desk.address))
    return toast(phrase('relayGone'));
  const other = about.elsewhere[0];
  if (how === 'otherWay' && !other) return toast(phrase('relayNoOtherWay'));
  const at = how === 'otherWay' && other ? { at: addressKey(other.address) } : {};
  const pending = pendingOf(relayed.content, turn, {
    carries: source.messageId,
    passed: ['owner', 'calm'],
    ...at,
  });
  if (!pending) return refuse(turn);
  return { ...offer(pending, turn), toast: phrase('relayAgain') };
}
