import type { Phone, PhoneAct, ShownContent, ShownMessage } from '#infra/local/phone-api.ts';
import type { Entry, Extras, FakeTopic, Model } from './fake-model.ts';
import { WRITERS } from './fake-people.ts';

/** What an act changes in the fake. */
export type Stage = {
  readonly model: Omit<Model, 'apply'>;
  readonly of: (chat: string) => Entry;
  readonly change: (chat: string, id: number, changes: Partial<ShownMessage>) => void;
  readonly changed: (chat: string) => void;
  readonly alter: (chat: string, changes: Partial<Phone>) => void;
  readonly topics: FakeTopic[];
  readonly addPhone: Model['addPhone'];
};

type Where = {
  readonly chat: string;
  readonly as?: string;
  readonly topic?: number;
  readonly replyTo?: number;
};

/** Does what a person did; answers the id of a chat that was opened by it, or ''. */
export const applyAct = (stage: Stage, act: PhoneAct): string => {
  const { model, of, change, changed, alter } = stage;
  const write = (where: Where, content: ShownContent, extras: Extras = {}): string => {
    const name = WRITERS.find(({ id }) => id === where.as)?.name;
    model.put(where.chat, 'person', content, [], {
      ...(where.as === undefined ? {} : { authorId: where.as }),
      ...(name ? { author: name } : {}),
      ...(where.topic === undefined ? {} : { topic: where.topic }),
      ...(where.replyTo === undefined ? {} : { replyTo: where.replyTo }),
      ...extras,
    });
    return '';
  };
  switch (act.do) {
    case 'say':
      return write(act, { kind: 'text', text: act.text });
    case 'forward':
      return write(act, { kind: 'text', text: act.text }, { forwardedFrom: act.author });
    case 'edit':
      change(act.chat, act.messageId, { edited: true, content: { kind: 'text', text: act.text } });
      return '';
    case 'delete':
      model.remove(act.chat, act.messageId);
      return '';
    case 'react': {
      const by = act.as ?? act.chat;
      const before = of(act.chat).messages.find(({ id }) => id === act.messageId)?.reactions ?? [];
      const others = before.filter((one) => one.by !== by);
      change(act.chat, act.messageId, {
        reactions: act.emoji === null ? others : [...others, { by, emoji: act.emoji }],
      });
      return '';
    }
    case 'document':
      return write(act, { kind: 'document', name: act.name, url: act.data, caption: act.caption ?? '' });
    case 'tap':
      return tap(stage, act);
    case 'contact': {
      const asked = of(act.chat).messages.findLast((message) => message.asksContact);
      const name = act.own ? of(act.chat).phone.name : 'Irina';
      const content = { kind: 'contact', name, phone: '+30 694 000 0501' } as const;
      return write(act, content, asked ? { replyTo: asked.id } : {});
    }
    case 'location': {
      const { latitude, longitude } = act;
      return write(act, { kind: 'location', latitude, longitude, title: '' });
    }
    case 'photos': {
      const album = act.images.length > 1 ? { album: `album-${act.images.length}-${changeCount()}` } : {};
      for (const [index, url] of act.images.entries())
        write(act, { kind: 'photo', url, caption: index === 0 ? act.caption : '' }, album);
      return '';
    }
    case 'voice':
      return write(act, { kind: 'voice', seconds: act.seconds });
    case 'video': {
      const look = act.note ? 'note' : 'video';
      const url = act.data ?? '';
      return write(act, { kind: 'video', look, url, seconds: act.seconds, caption: act.caption });
    }
    case 'sticker':
      return write(act, { kind: 'sticker', url: act.data, emoji: act.emoji });
    case 'block':
      alter(act.chat, { blocked: act.blocked });
      return '';
    case 'language':
      alter(act.chat, { language: act.language });
      return '';
    case 'hide-number':
      alter(act.chat, { numberHidden: act.hidden });
      return '';
    case 'change-number':
      return write(act, { kind: 'service', text: 'You changed your number' });
    case 'new-topic':
      model.addTopic(1000 + changeCount(), act.name);
      return '';
    case 'topic':
      return changeTopic(stage, act);
    case 'join':
      return write(act, { kind: 'service', text: `${act.name} joined the group` });
    case 'leave':
      return write({ chat: act.chat }, { kind: 'service', text: 'Somebody left the group' });
    case 'bot-rights':
      of(act.chat).rights = { ...of(act.chat).rights, ...act.rights };
      changed(act.chat);
      return '';
    case 'migrate-group':
      return model.migrate(act.chat);
    case 'new-person': {
      const id = String(600 + changeCount());
      const { name, language } = act;
      for (const own of [id, `wa-${id}`]) stage.addPhone({ id: own, name, language, person: `p${id}` });
      changed(id);
      return id;
    }
  }
};

let changes = 0;
const changeCount = (): number => ++changes;

const tap = ({ model, of, changed }: Stage, act: Extract<PhoneAct, { do: 'tap' }>): string => {
  if (of(act.chat).phone.messenger === 'whatsapp') {
    const asked = of(act.chat).messages.find((message) => message.id === act.messageId);
    model.put(act.chat, 'person', { kind: 'text', text: titleOf(asked, act.data) }, [], {
      replyTo: act.messageId,
    });
    return '';
  }
  of(act.chat).pending.push({ messageId: act.messageId, data: act.data });
  changed(act.chat);
  return '';
};

const changeTopic = ({ topics, changed, model }: Stage, act: Extract<PhoneAct, { do: 'topic' }>): string => {
  const index = topics.findIndex((topic) => topic.id === act.topic);
  const topic = topics[index];
  if (!topic) return '';
  if (act.change === 'delete') {
    topics.splice(index, 1);
    model.removeTopic(act.chat, act.topic);
  } else if (act.change === 'rename') topics[index] = { ...topic, name: act.name ?? topic.name };
  else topics[index] = { ...topic, closed: act.change === 'close' };
  changed(act.chat);
  return '';
};

/** The words of a tapped answer: a button's or a list row's. */
const titleOf = (asked: ShownMessage | undefined, data: string): string => {
  const rows = asked?.list?.sections.flatMap((section) => section.rows) ?? [];
  const buttons = asked?.buttons.flat() ?? [];
  const row = rows.find((one) => one.data === data);
  const button = buttons.find((one) => one.kind === 'callback' && one.data === data);
  return row?.title ?? button?.text ?? '';
};
