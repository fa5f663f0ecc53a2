import * as z from 'zod';
import { cut } from '#shared/domain/cut.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';

/** As many as one looks through at a glance; the head says how many there are. */
const mostShown = 15;

/** Who waits for a person's answer, longest first, with the way to each topic. */
export const openPart = definePart<never>({
  name: 'desk.open',
  action: z.never(),
  commands: ['open'],
  needs: () => [{ kind: 'waiters' }],
  decide: (_event, { waiters }, turn) =>
    waiters.length === 0 ? reply(say(phrase('relayOpenNone'))) : listed(waiters, turn),
});

type Waiting = Facts['waiters'][number];

function listed(waiters: Facts['waiters'], turn: DeskTurn): DeskDecision {
  const shown = waiters.slice(0, mostShown);
  const lines = shown.map(({ name, car, since, owner, by }) =>
    phrase('relayOpenLine', {
      who: [name, car].filter(Boolean).join(' · '),
      minutes: Math.max(0, Math.floor((turn.now - since) / 60_000)),
      owner,
      by,
    }),
  );
  return reply(
    say(
      [phrase('relayOpenHead', { count: waiters.length }), ...lines],
      shown.flatMap((waiter) => way(waiter, turn)).map((option) => [option]),
    ),
  );
}

/** A button's words fit a phone's line. */
const labelLength = 32;

/** The way to the topic of somebody who waits; none where there is no link to it. */
export function way({ name, car, topic }: Waiting, turn: DeskTurn): readonly Option[] {
  const url = topic && topic.chat === (turn.group.chat ?? turn.desk.chat) ? turn.linkTo(topic) : null;
  if (url === null) return [];
  const text = cut([name, car].filter(Boolean).join(' · ') || '…', labelLength);
  return [{ kind: 'link', label: phrase('verbatim', { text }), url }];
}
