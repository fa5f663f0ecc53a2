import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Case, topicSchema } from '#shared/domain/case.ts';
import { caseFrom, caseKey } from '#shared/store/case.ts';
import { residentFrom, residentKey } from '#shared/store/conversation.ts';
import type { Key, Table } from '#shared/store/table.ts';
import { topicKey } from '#shared/store/topic.ts';
import type { Bubble } from './bubble.ts';
import { type Forum, type ShownTopic, spoken } from './forum.ts';
import type { GroupUpdates, Spot, Written } from './group-updates.ts';
import type { Person } from './messenger.ts';
import type { PlayedName } from './played.ts';
import type { PlayedTelegram } from './telegram.ts';
import type { TelegramFileKind, Update } from './updates.ts';

/** Who is in the advisors' group of the tests; the demo station names the first two. */
export const deskPeople = {
  maria: { id: 5_000_001, first_name: 'Maria', language_code: 'en' },
  eleni: { id: 5_000_002, first_name: 'Eleni', language_code: 'en' },
  stranger: { id: 6_660_001, first_name: 'Stranger', language_code: 'en' },
} as const satisfies Readonly<Record<string, Person>>;
export type DeskPerson = keyof typeof deskPeople;

/** A topic, the person whose topic it is (at the rig's own messenger), or General. */
export type Where = ShownTopic | Person | 'general';
export type Said = { readonly replyTo?: Bubble | number; readonly entities?: readonly object[] };

/** Somebody in the group: what they do there is posted to our webhook, and everything that follows is worked off. */
export type Acts = {
  says(text: string, where: Where, how?: Said): Promise<Bubble>;
  /** In the name of the group: nobody knows who. */
  saysHidden(text: string, where: Where): Promise<Bubble>;
  sendsPhoto(file: string, where: Where, how?: Said & { caption?: string; album?: string }): Promise<Bubble>;
  sends(
    what: TelegramFileKind,
    file: string,
    where: Where,
    how?: Said & { caption?: string },
  ): Promise<Bubble>;
  sendsLocation(latitude: number, longitude: number, where: Where): Promise<Bubble>;
  sendsContact(phone: string, name: string, where: Where): Promise<Bubble>;
  edits(bubble: Bubble, text: string): Promise<void>;
  reacts(bubble: Bubble, emoji: string | null): Promise<void>;
  /** Taps the latest button of that label in a topic. */
  taps(label: string | RegExp, where: Where): Promise<void>;
  /** The body of such a tap, not posted yet. */
  tapOn(label: string | RegExp, where: Where): Promise<Update>;
};

/** The advisors' group as a test plays it. */
export type DeskRig = {
  readonly forum: Forum;
  readonly people: typeof deskPeople;
  as(who: DeskPerson | Person): Acts;
  /** A customer's topic; throws while there is none. */
  topicOf(person: Person, messenger?: PlayedName): Promise<ShownTopic>;
  /** All topics but General, in order of their making. */
  topics(): readonly ShownTopic[];
  general(): ShownTopic;
  /** What the desk keeps of a customer; null: nothing yet. */
  caseOf(person: Person, messenger?: PlayedName): Promise<Case | null>;
  /** Words of the latest answer to a tap. */
  toast(): string | null;
  /** Closes a topic, or removes it with all that lies in it, as people do by hand. */
  closes(topic: ShownTopic): Promise<void>;
  deletes(topic: ShownTopic): void;
  /** The group gets a new id: its topics and messages are not there any more. */
  migrates(to: number): Promise<Forum>;
  joins(person: Person): Promise<void>;
  leaves(person: Person): Promise<void>;
  /** Tells what our bot may do now, after `forum.rights` was changed. */
  rightsChanged(): Promise<void>;
};

export type DeskDeps = {
  readonly telegram: PlayedTelegram;
  readonly updates: GroupUpdates;
  readonly group: () => Forum;
  readonly moves: (to: number) => Forum;
  readonly table: Table;
  readonly keyOf: (person: Person, messenger?: PlayedName) => string;
  /** Posts a body of Telegram's and works until nothing is due. */
  readonly posts: (body: unknown) => Promise<void>;
};

export function deskOf({ telegram, updates, group, moves, table, keyOf, posts }: DeskDeps): DeskRig {
  const { phone } = telegram;

  async function get({ pk, sk }: Key): Promise<unknown> {
    const command = new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true });
    return (await table.client.send(command)).Item;
  }

  async function customerOf(person: Person, messenger?: PlayedName): Promise<string> {
    const key = keyOf(person, messenger);
    const resident = residentFrom(await get(residentKey(key)));
    return resident && 'customer' in resident ? resident.customer : key;
  }

  async function topicOf(person: Person, messenger?: PlayedName): Promise<ShownTopic> {
    const stored = topicSchema.safeParse(await get(topicKey(await customerOf(person, messenger)))).data;
    const topic = group().topics.get(Number(stored?.thread));
    if (!topic) throw new Error(`${person.first_name} has no topic`);
    return topic;
  }

  async function topicAt(where: Where): Promise<ShownTopic> {
    if (where === 'general') return group().general();
    return 'thread' in where ? where : topicOf(where);
  }

  function spotOf({ thread }: ShownTopic): Spot {
    return { forum: group(), thread };
  }

  /** People's own messages lie in the topic too, so that answers and reactions find them. */
  function put(topic: ShownTopic, who: Person, text: string, how: Said, kind = 'text'): Bubble {
    const replyTo = typeof how.replyTo === 'object' ? how.replyTo.id : (how.replyTo ?? null);
    const bubble = { ...spoken(phone.nextId(), who.first_name, text, replyTo), kind };
    topic.messages.push(bubble);
    const all = phone.bubbles.get(group().chat) ?? [];
    phone.bubbles.set(group().chat, all);
    all.push(bubble);
    return bubble;
  }

  function writtenAs({ id, replyTo }: Bubble, hidden = false): Written {
    return { id, ...(replyTo === null ? {} : { replyTo }), ...(hidden ? { hidden } : {}) };
  }

  function topicHolding(bubble: Bubble): ShownTopic {
    const found = [...group().topics.values()].find(({ messages }) => messages.includes(bubble));
    if (!found) throw new Error('The message lies in no topic');
    return found;
  }

  function as(given: DeskPerson | Person): Acts {
    const who: Person = typeof given === 'string' ? deskPeople[given] : given;
    const acts: Acts = {
      async says(text, where, how = {}) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, text, how);
        await posts(updates.text(spotOf(topic), who, writtenAs(bubble), text, how.entities));
        return bubble;
      },
      async saysHidden(text, where) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, text, {});
        await posts(updates.text(spotOf(topic), who, writtenAs(bubble, true), text));
        return bubble;
      },
      async sendsPhoto(file, where, how = {}) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, how.caption ?? '', how, 'photo');
        await posts(updates.photo(spotOf(topic), who, writtenAs(bubble), file, how.caption ?? '', how.album));
        return bubble;
      },
      async sends(what, id, where, how = {}) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, how.caption ?? '', how, what);
        const file = { what, id, ...(how.caption === undefined ? {} : { caption: how.caption }) };
        await posts(updates.file(spotOf(topic), who, writtenAs(bubble), file));
        return bubble;
      },
      async sendsLocation(latitude, longitude, where) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, '', {}, 'location');
        await posts(updates.location(spotOf(topic), who, writtenAs(bubble), latitude, longitude));
        return bubble;
      },
      async sendsContact(number, name, where) {
        const topic = await topicAt(where);
        const bubble = put(topic, who, '', {}, 'contact');
        await posts(updates.contact(spotOf(topic), who, writtenAs(bubble), number, name));
        return bubble;
      },
      async edits(bubble, text) {
        const topic = topicHolding(bubble);
        bubble.text = text;
        await posts(updates.edited(spotOf(topic), who, bubble.id, text));
      },
      reacts: (bubble, emoji) => posts(updates.reaction(group(), who, bubble.id, emoji)),
      async taps(label, where) {
        await posts(await acts.tapOn(label, where));
      },
      async tapOn(label, where) {
        const topic = await topicAt(where);
        const is = ({ text }: { readonly text: string }) =>
          typeof label === 'string' ? text === label : label.test(text);
        const bubble = topic.messages.findLast(({ buttons }) => buttons.some(is));
        const data = bubble?.buttons.find(is)?.data;
        if (!bubble || data === undefined)
          throw new Error(`No button ${label} in ${JSON.stringify(topic.messages.slice(-3))}`);
        return updates.tap(spotOf(topic), who, bubble, data);
      },
    };
    return acts;
  }

  const { maria } = deskPeople;
  return {
    get forum() {
      return group();
    },
    people: deskPeople,
    as,
    topicOf,
    topics: () => [...group().topics.values()].filter(({ thread }) => thread !== 0),
    general: () => group().general(),
    caseOf: async (person, messenger) => caseFrom(await get(caseKey(await customerOf(person, messenger)))),
    toast() {
      const last = phone.calls.findLast(({ method }) => method === 'answerCallbackQuery');
      return last?.body.text ?? null;
    },
    async closes(topic) {
      topic.closed = true;
      await posts(updates.topicClosed(spotOf(topic), maria, phone.nextId()));
    },
    deletes(topic) {
      topic.deleted = true;
      topic.messages = [];
    },
    async migrates(to) {
      const old = group();
      const bodies = updates.migrated(old, to, maria);
      const forum = moves(to);
      old.movedTo = to;
      for (const body of bodies) await posts(body);
      return forum;
    },
    joins: (person) => posts(updates.joined(group(), person, [person], phone.nextId())),
    leaves: (person) => posts(updates.left(group(), person, phone.nextId())),
    rightsChanged: () => posts(updates.rights(group(), maria)),
  };
}
