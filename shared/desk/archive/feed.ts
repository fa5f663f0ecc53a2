import type { Facts } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { tokenFrom } from '#shared/domain/token.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';

/**
 * `/feed`: the bays' days as a calendar for the screen on the workshop's wall. Its address is the key, so it is shown once and kept as a
 * hash; a new one ends it.
 */
export function feedAsked(words: string, { feed }: Pick<Facts, 'feed'>, turn: DeskTurn): DeskDecision {
  if (!feed || /^(?:new|нов\p{L}*|νέ[αο])$/iu.test(words)) return feedMade({ feed }, turn);
  const anew = {
    kind: 'act',
    label: phrase('archiveLabelFeed'),
    action: { flow: 'desk.archive', data: { do: 'feed', version: feed.version } },
  } as const;
  return reply(card('aside', phrase('archiveFeedThere', { advisor: feed.by, since: feed.since }), [[anew]]));
}

/** A new address, whatever was there. */
export function feedMade({ feed }: Pick<Facts, 'feed'>, turn: DeskTurn): DeskDecision {
  const token = tokenFrom(turn.token, 0);
  const address = phrase('verbatim', { text: `${turn.publicUrl}/f/${token}.ics` });
  return {
    ...reply(say([phrase('archiveFeedMade'), address])),
    changes: [
      {
        kind: 'feed',
        token,
        feed: { version: feed?.version ?? 0, by: turn.by.advisor, since: turn.now },
      },
    ],
  };
}
