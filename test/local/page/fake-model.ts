import type {
  BotRights,
  KeyboardKey,
  Phone,
  PhoneAct,
  PhoneState,
  ShownButton,
  ShownChat,
  ShownContent,
  ShownMessage,
} from '#infra/local/phone-api.ts';
import { applyAct } from './fake-acts.ts';
import { COMMANDS, DESK_COMMANDS, messengerOf, PEOPLE, WRITERS } from './fake-people.ts';

/** The id of the advisors' group of the fake. */
export const GROUP = '-1002000000001';

export type Extras = Partial<Omit<ShownMessage, 'id' | 'from' | 'at' | 'edited' | 'content' | 'buttons'>>;

type NewPhone = Omit<Phone, 'messenger' | 'kind' | 'unread' | 'person'> & { readonly person?: string };

/** The truth of the fake station, and the levers that its bot and the tests pull. Every change is told to the page. */
export type Model = {
  readonly state: () => PhoneState;
  readonly chat: (id: string) => ShownChat;
  /** Does what a person did; answers the id of a chat that was opened by it, or ''. */
  readonly apply: (act: PhoneAct) => string;
  readonly put: (
    chat: string,
    from: ShownMessage['from'],
    content: ShownContent,
    buttons?: ShownMessage['buttons'],
    extras?: Extras,
  ) => number;
  readonly edit: (chat: string, id: number, content: ShownContent, buttons?: ShownMessage['buttons']) => void;
  readonly typing: (chat: string, typing: boolean) => void;
  readonly toast: (chat: string, text: string) => void;
  readonly keyboard: (chat: string, keyboard: readonly (readonly KeyboardKey[])[]) => void;
  readonly settled: (chat: string, messageId: number, data: string) => void;
  /** How far a message came: its ticks. */
  readonly mark: (chat: string, id: number, ticks: Pick<ShownMessage, 'delivered' | 'read'>) => void;
  /** A phone of somebody; of a person of its own where none is named. */
  readonly addPhone: (phone: NewPhone) => void;
  readonly addTopic: (id: number, name: string) => void;
  /** Answers the reason of a refusal, or ''. */
  /** A message is deleted for everybody. */
  readonly remove: (chat: string, id: number) => void;
  readonly removeTopic: (chat: string, topic: number) => void;
  /** The group moves to a new id, which is answered. */
  readonly migrate: (chat: string) => string;
  readonly moveClock: (move: unknown) => string;
  readonly ledger: (messenger: string) => readonly object[];
};

type Setting = {
  readonly live: boolean;
  readonly zone: string;
  readonly empty: boolean;
  readonly tell: (news: object) => void;
};

export type FakeTopic = { id: number; name: string; closed: boolean };

export type Entry = {
  phone: Phone;
  messages: ShownMessage[];
  keyboard: ShownChat['keyboard'];
  typing: boolean;
  toast: string;
  pending: { messageId: number; data: string }[];
  rights: BotRights;
};

export const newModel = ({ live, zone, empty, tell }: Setting): Model => {
  let now = Date.parse('2026-11-23T08:12:00Z');
  let next = 1;
  const ledger: ({ readonly messenger: string } & Readonly<Record<string, unknown>>)[] = [];
  const topics: FakeTopic[] = [];
  const entries = new Map<string, Entry>();
  /** Former ids of a group that moved: still read, no longer listed. */
  const moved = new Set<string>();
  const enter = (phone: Phone): void =>
    void entries.set(phone.id, {
      phone,
      messages: [],
      keyboard: [],
      typing: false,
      toast: '',
      pending: [],
      rights: ALL_RIGHTS,
    });
  const addPhone: Model['addPhone'] = (phone) =>
    enter({ messenger: messengerOf(phone.id), kind: 'person', unread: 0, person: phone.id, ...phone });
  for (const { on, ...person } of empty ? [] : PEOPLE) for (const id of on) addPhone({ id, ...person });
  if (!empty)
    enter({
      messenger: 'telegram',
      kind: 'group',
      id: GROUP,
      person: '',
      name: 'Advisors',
      language: 'en',
      unread: 0,
    });

  const of = (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`The fake station has no chat ${id}.`);
    return entry;
  };
  const changed = (chat: string): void => tell({ chat });
  const change = (chat: string, id: number, changes: Partial<ShownMessage>): void => {
    const entry = of(chat);
    entry.messages = entry.messages.map((message) =>
      message.id === id ? { ...message, ...changes } : message,
    );
    changed(chat);
  };
  const alter = (chat: string, changes: Partial<Phone>): void => {
    of(chat).phone = { ...of(chat).phone, ...changes };
    changed(chat);
  };
  const model: Omit<Model, 'apply'> = {
    ledger: (messenger) => ledger.filter((call) => call.messenger === messenger),
    mark: change,
    state: () => ({
      phones: [...entries.values()].map(({ phone }) => phone).filter(({ id }) => !moved.has(id)),
      now: new Date(now).toISOString(),
      zone,
      station: 'Aristotelous Auto',
      live,
      writers: WRITERS,
    }),
    chat: (id) => {
      const entry = of(id);
      const { phone, messages, keyboard, typing, toast, pending } = entry;
      entry.toast = '';
      // What the answer still calls unread is read with it.
      entry.phone = { ...phone, unread: 0 };
      const commands = phone.messenger === 'telegram' ? COMMANDS : [];
      const shown = { phone, messages, keyboard, typing, toast, pending, commands };
      if (phone.kind === 'person') return shown;
      return { ...shown, commands: DESK_COMMANDS, rights: entry.rights, topics: [...topics] };
    },
    put: (chat, from, content, buttons = [], extras = {}) => {
      const entry = of(chat);
      const id = next++;
      entry.messages = [
        ...entry.messages,
        {
          id,
          from,
          author: from === 'bot' ? '' : entry.phone.name,
          at: new Date(now).toISOString(),
          edited: false,
          content,
          buttons,
          ...extras,
        },
      ];
      const { messenger } = entry.phone;
      const at = new Date(now).toISOString();
      if (from === 'bot') {
        entry.phone = { ...entry.phone, unread: entry.phone.unread + 1 };
        ledger.push(
          messenger === 'whatsapp'
            ? { messenger, call: 'send', chat, at, status: 200, payload: content }
            : {
                messenger,
                method: METHODS[content.kind],
                at,
                status: 200,
                payload: { chat_id: Number(chat), ...content },
              },
        );
      } else if (messenger === 'whatsapp') {
        // A word of the person opens the window: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
        entry.phone = { ...entry.phone, windowUntil: new Date(now + 24 * 3_600_000).toISOString() };
      }
      changed(chat);
      return id;
    },
    edit: (chat, id, content, buttons = []) => {
      change(chat, id, { content, buttons, edited: true });
      ledger.push({
        messenger: 'telegram',
        method: 'editMessageText',
        at: new Date(now).toISOString(),
        status: 200,
        payload: { chat_id: Number(chat), message_id: id, ...content },
      });
    },
    typing: (chat, typing) => {
      of(chat).typing = typing;
      changed(chat);
    },
    toast: (chat, text) => {
      of(chat).toast = text;
      changed(chat);
    },
    keyboard: (chat, keyboard) => {
      of(chat).keyboard = keyboard;
      changed(chat);
    },
    settled: (chat, messageId, data) => {
      const entry = of(chat);
      entry.pending = entry.pending.filter((tap) => tap.messageId !== messageId || tap.data !== data);
      changed(chat);
    },
    addPhone: (phone) => {
      addPhone(phone);
      changed(phone.id);
    },
    addTopic: (id, name) => {
      topics.unshift({ id, name, closed: false });
      changed(GROUP);
    },
    remove: (chat, id) => {
      const entry = of(chat);
      entry.messages = entry.messages.filter((message) => message.id !== id);
      changed(chat);
    },
    removeTopic: (chat, topic) => {
      const entry = of(chat);
      entry.messages = entry.messages.filter((message) => message.topic !== topic);
      changed(chat);
    },
    migrate: (chat) => {
      const id = `${chat}7`;
      enter({ ...of(chat).phone, id });
      moved.add(chat);
      topics.length = 0;
      changed(chat);
      return id;
    },
    moveClock: (move) => {
      const wanted = wantedNow(move, now);
      if (Number.isNaN(wanted) || wanted < now)
        return 'The clock can only be moved forward, to a moment such as 2026-11-24T09:00:00Z.';
      now = wanted;
      tell({ clock: new Date(now).toISOString() });
      return '';
    },
  };
  return { ...model, apply: (act) => applyAct({ model, of, change, changed, alter, topics, addPhone }, act) };
};

const ALL_RIGHTS: BotRights = {
  member: true,
  admin: true,
  manageTopics: true,
  deleteMessages: true,
  pinMessages: true,
  topics: true,
};

const METHODS = {
  text: 'sendMessage',
  photo: 'sendPhoto',
  document: 'sendDocument',
  location: 'sendVenue',
  contact: 'sendContact',
  voice: 'sendVoice',
  video: 'sendVideo',
  audio: 'sendAudio',
  sticker: 'sendSticker',
  service: 'createForumTopic',
} as const satisfies Record<ShownContent['kind'], string>;

const wantedNow = (move: unknown, now: number): number => {
  if (typeof move !== 'object' || move === null) return Number.NaN;
  if ('now' in move) return Date.parse(String(move.now));
  return 'advanceMinutes' in move ? now + Number(move.advanceMinutes) * 60_000 : Number.NaN;
};

/** A callback button, in short. */
export const button = (text: string, data: string): ShownButton => ({ kind: 'callback', text, data });
