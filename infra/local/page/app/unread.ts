import type { ShownButton, ShownChat, ShownMessage } from '../../phone-api.ts';

/** What the button of a card says, in any language, only while somebody waits for a person; `build.ts` writes it in. */
declare const WAIT_LABELS: readonly string[];

/** The group's own topic, where messages without a topic stand. */
export const GENERAL = 0;

/** One line of the group's list of topics. */
export type TopicLine = {
  readonly id: number;
  readonly name: string;
  readonly closed: boolean;
  /** Messages of the bot that nobody at this page has looked at. */
  readonly unread: number;
  /** Its pinned card says so: somebody waits for a person. What the bot answers itself waits for nobody. */
  readonly waiting: boolean;
  readonly last: ShownMessage | undefined;
};

/** How far each topic was read at this page; kept while other things are in sight. */
export type Reading = {
  /** Whatever came up to this id was there before the page was opened. */
  readonly from: number;
  readonly topics: Map<number, number>;
};

const groups = new Map<string, Reading>();

/** How far the group was read: what the simulator counts as unread when the page is opened is unread here, too. */
export const readingOf = (chat: ShownChat): Reading => {
  const known = groups.get(chat.phone.id);
  if (known) return known;
  const unseen = chat.messages.filter(({ from }) => from === 'bot').slice(-chat.phone.unread || undefined);
  const first = chat.phone.unread > 0 ? unseen[0] : undefined;
  const reading = { from: (first?.id ?? (chat.messages.at(-1)?.id ?? 0) + 1) - 1, topics: new Map() };
  groups.set(chat.phone.id, reading);
  return reading;
};

export const topicOf = (message: ShownMessage): number => message.topic ?? GENERAL;

/** The topic is in sight: all of it is read. */
export const markRead = (reading: Reading, topic: number, messages: readonly ShownMessage[]): void => {
  const newest = messages.findLast((message) => topicOf(message) === topic)?.id ?? 0;
  reading.topics.set(topic, Math.max(newest, reading.topics.get(topic) ?? 0));
};

/** The topics with what the list shows of each, in the messenger's order; General only where something stands in it. */
export const topicLines = (chat: ShownChat, reading: Reading): readonly TopicLine[] => {
  const by = Map.groupBy(chat.messages, topicOf);
  const line = (id: number, name: string, closed: boolean): TopicLine => {
    const messages = by.get(id) ?? [];
    const words = messages.filter(({ content }) => content.kind !== 'service');
    const seen = reading.topics.get(id) ?? reading.from;
    return {
      id,
      name,
      closed,
      unread: words.filter((message) => message.from === 'bot' && message.id > seen).length,
      waiting: messages.some(({ pinned, buttons }) => pinned && buttons.flat().some(saysWaiting)),
      last: words.at(-1) ?? messages.at(-1),
    };
  };
  const general = (by.get(GENERAL) ?? []).length > 0 ? [line(GENERAL, 'General', false)] : [];
  const others = (chat.topics ?? []).filter(({ id }) => id !== GENERAL);
  return [...general, ...others.map(({ id, name, closed }) => line(id, name, closed))];
};

const saysWaiting = ({ text }: ShownButton): boolean => WAIT_LABELS.includes(text);
