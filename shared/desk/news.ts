import type { Change } from '#shared/domain/facts.ts';
import type { Group } from '#shared/domain/group.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { type Phrase, type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { historyLink } from './people/more.ts';
import type { About, DeskDecision, DeskSay, DeskTurn } from './turn.ts';
import { colleagues } from './who.ts';

/** What happens to the group itself: who comes and goes, what we may do there, topics made, a new id. */

const nothing: DeskDecision = { changes: [], say: [] };

function general(text: Phrase | readonly Phrase[], options: readonly (readonly Option[])[] = []): DeskSay {
  return { to: 'general', priority: 'person', message: say(text, options) };
}

type Event<K extends InboundEvent['kind']> = Extract<InboundEvent, { kind: K }>;

/** Managers are told, by name, who came and who left; somebody new can be put on the list at once. */
export function membership(
  { change, people }: Event<'membership'>,
  turn: Pick<DeskTurn, 'station' | 'roster'>,
): DeskDecision {
  const all = colleagues(turn);
  const managers = all.filter(({ role }) => role === 'manager').map(({ advisor }) => advisor);
  return {
    changes: [],
    say: people.map(({ id, name, bot }) => {
      const listed = all.some((one) => one.id === id);
      const key = change === 'joined' ? 'relayJoined' : 'relayLeft';
      const offers = change === 'joined' && !listed && !bot;
      return general(
        phrase(key, { name, id, managers, kind: bot ? 'bot' : listed ? 'listed' : 'stranger' }),
        offers ? [[letAct({ id, name, language: '' })]] : [],
      );
    }),
  };
}

/** The button by which a manager puts somebody on the list. */
export function letAct(person: { id: string; name: string; language: string }): Option {
  return {
    kind: 'act',
    label: phrase('relayLabelLetAct'),
    action: { flow: 'desk.roster', data: { do: 'add', ...person } },
  };
}

type Trouble = PhraseArgs['topicTrouble']['trouble'];

/** Which switches are missing; what was known of topics being off cannot be told from rights and stays. */
export function rights({ rights: may }: Event<'rights'>, { trouble: known }: Group): DeskDecision {
  const kept = known.filter((one) => one === 'forum');
  const missing: Trouble[] =
    may === null ? [] : [...(may.topics ? [] : ['topics' as const]), ...(may.pin ? [] : ['pin' as const])];
  const trouble = may === null ? ['write'] : [...kept, ...missing];
  const told = missing.filter((one) => !known.includes(one));
  const changes: Change[] = sameAs(trouble, known) ? [] : [{ kind: 'groupTrouble', trouble }];
  return { changes, say: told.map((one) => general(phrase('topicTrouble', { trouble: one }))) };
}

function sameAs(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}

/** The group got a new id; its topics stayed behind with the old one. */
export function migrated(to: string): DeskDecision {
  return { changes: [{ kind: 'groupMoved', to }], say: [general(phrase('topicMoved'))] };
}

/**
 * A topic of ours is there. One that a crash kept from being recorded is recorded now; one that was built anew begins with
 * the way to what was said before.
 */
export function topicMade(
  { name }: Event<'topic'>,
  here: { readonly chat: string; readonly thread: string },
  { creating }: Group,
  about: About | null,
  turn: Pick<DeskTurn, 'token' | 'publicUrl' | 'now'>,
): DeskDecision & { readonly showCard?: boolean } {
  if (!about || here.thread === '') return nothing;
  const { topic, customer, case: known } = about;
  const isRecorded = topic?.thread === here.thread && topic.chat === here.chat;
  const isMissing = !isRecorded && creating?.customer === customer.id && creating.title === name;
  if (!isRecorded && !isMissing) return nothing;
  const recording: readonly Change[] = isMissing
    ? [
        {
          kind: 'topicMade',
          ...here,
          title: name ?? '',
          owner: { customer: customer.id, home: known.home },
        },
      ]
    : [];
  const isAnew = isRecorded ? topic.rebuilt > 0 : topic !== null;
  if (!isAnew) return { changes: recording, say: [] };
  const { change, url } = historyLink(turn);
  return {
    changes: [...recording, change],
    say: [{ to: 'topic', priority: 'person', message: say(phrase('topicRebuilt', { link: url })) }],
    showCard: true,
  };
}
