import * as z from 'zod';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskEvent, reply, toast } from '../turn.ts';
import { feedAsked, feedMade } from './feed.ts';
import { tableCameSchema, tableShown, tablesAsked, tablesOf } from './tables.ts';

const action = z.discriminatedUnion('do', [
  /** A new address for the feed, where it still has the one that the button was shown with. */
  z.object({ do: z.literal('feed'), version: z.number() }),
  /** The tables of a month, as a button named it. */
  z.object({ do: z.literal('tables'), month: z.string() }),
  tableCameSchema,
]);
type Action = z.infer<typeof action>;

/** What the owner takes out of the house: tables of a month, and the bays' days as a calendar. For managers. */
export const archivePart = definePart<Action>({
  name: 'desk.archive',
  action,
  commands: ['export', 'feed'],
  needs: (event) => (isAboutFeed(event) ? [{ kind: 'feed' }] : []),
  decide: (event, facts, turn): DeskDecision => {
    const isManager = turn.by.role === 'manager';
    switch (event.kind) {
      case 'content':
        return { changes: [], say: [] };
      case 'command':
        if (!isManager) return reply(say(phrase('archiveManagersOnly')));
        return event.name === 'feed' ? feedAsked(event.words, facts, turn) : tablesAsked(event.words, turn);
      case 'action': {
        const told = event.action;
        if (told.do === 'table') return tableShown(told);
        if (!isManager) return toast(phrase('archiveManagersOnly'));
        if (told.do === 'tables') return tablesOf(told.month, turn);
        return facts.feed?.version === told.version ? feedMade(facts, turn) : feedAsked('', facts, turn);
      }
    }
  },
});

function isAboutFeed(event: DeskEvent<Action>): boolean {
  switch (event.kind) {
    case 'command':
      return event.name === 'feed';
    case 'action':
      return event.action.do === 'feed';
    case 'content':
      return false;
  }
}
