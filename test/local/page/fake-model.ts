import type {
  KeyboardKey,
  Phone,
  PhoneAct,
  PhoneState,
  ShownButton,
  ShownChat,
  ShownContent,
  ShownMessage,
} from '#infra/local/phone-api.ts';

/** The id of the advisors' group of the fake. */
export const GROUP = '-1002000000001';

type Extras = Partial<
  Pick<ShownMessage, 'album' | 'author' | 'replyTo' | 'topic' | 'reaction' | 'delivered'>
>;

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
  readonly addPhone: (phone: Omit<Phone, 'messenger' | 'kind' | 'unread'>) => void;
  readonly addTopic: (id: number, name: string) => void;
  /** Answers the reason of a refusal, or ''. */
  readonly moveClock: (move: unknown) => string;
  readonly ledger: readonly object[];
};

type Setting = {
  readonly live: boolean;
  readonly zone: string;
  readonly empty: boolean;
  readonly tell: (news: object) => void;
};

const PEOPLE = [
  { id: '501', name: 'Nikos', language: 'el', about: 'Octavia 2018, in a hurry' },
  { id: '502', name: 'Anna', language: 'ru', about: 'Corolla 2012, wants to know' },
  { id: '503', name: 'Mr Papadopoulos', language: 'el', about: 'prefers a call' },
  { id: '504', name: 'Сергей', language: 'ru', about: 'three vans' },
  { id: '505', name: 'Lena', language: 'en', about: 'new, a photo first, at night' },
  { id: '506', name: 'Олена', language: 'uk', about: 'a planned service' },
] as const;

const COMMANDS = [
  { command: 'book', description: 'Book a visit' },
  { command: 'problem', description: 'Report a problem' },
  { command: 'status', description: 'Where is my car?' },
  { command: 'person', description: 'Talk to a person' },
  { command: 'settings', description: 'Language and messages' },
] as const;

type Entry = {
  phone: Phone;
  messages: ShownMessage[];
  keyboard: ShownChat['keyboard'];
  typing: boolean;
  toast: string;
  pending: { messageId: number; data: string }[];
};

export const newModel = ({ live, zone, empty, tell }: Setting): Model => {
  let now = Date.parse('2026-11-23T08:12:00Z');
  let next = 1;
  const ledger: object[] = [];
  const topics: { id: number; name: string; closed: boolean }[] = [];
  const entries = new Map<string, Entry>();
  const enter = (phone: Phone): void =>
    void entries.set(phone.id, { phone, messages: [], keyboard: [], typing: false, toast: '', pending: [] });
  for (const person of empty ? [] : PEOPLE)
    enter({ messenger: 'telegram', kind: 'person', unread: 0, ...person });
  if (!empty)
    enter({ messenger: 'telegram', kind: 'group', id: GROUP, name: 'Advisors', language: 'en', unread: 0 });

  const of = (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`The fake station has no chat ${id}.`);
    return entry;
  };
  const changed = (chat: string): void => tell({ chat });
  const author = (id: string | undefined): string =>
    ADVISORS.find((advisor) => advisor.id === id)?.name ?? '';

  const model: Model = {
    ledger,
    state: () => ({
      phones: [...entries.values()].map(({ phone }) => phone),
      now: new Date(now).toISOString(),
      zone,
      station: 'Aristotelous Auto',
      live,
      advisors: ADVISORS,
    }),
    chat: (id) => {
      const entry = of(id);
      entry.phone = { ...entry.phone, unread: 0 };
      const { phone, messages, keyboard, typing, toast, pending } = entry;
      entry.toast = '';
      const shown = { phone, messages, keyboard, typing, toast, pending, commands: COMMANDS };
      return phone.kind === 'group' ? { ...shown, commands: [], topics } : shown;
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
      if (from === 'bot') {
        entry.phone = { ...entry.phone, unread: entry.phone.unread + 1 };
        ledger.push({
          method: METHODS[content.kind],
          at: new Date(now).toISOString(),
          status: 200,
          payload: { chat_id: Number(chat), ...content },
        });
      }
      changed(chat);
      return id;
    },
    edit: (chat, id, content, buttons = []) => {
      const entry = of(chat);
      entry.messages = entry.messages.map((message) =>
        message.id === id ? { ...message, content, buttons, edited: true } : message,
      );
      ledger.push({
        method: 'editMessageText',
        status: 200,
        payload: { chat_id: Number(chat), message_id: id, ...content },
      });
      changed(chat);
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
      enter({ messenger: 'telegram', kind: 'person', unread: 0, ...phone });
      changed(phone.id);
    },
    addTopic: (id, name) => {
      topics.unshift({ id, name, closed: false });
      changed(GROUP);
    },
    moveClock: (move) => {
      const wanted = wantedNow(move, now);
      if (Number.isNaN(wanted) || wanted < now)
        return 'The clock can only be moved forward, to a moment such as 2026-11-24T09:00:00Z.';
      now = wanted;
      tell({ clock: new Date(now).toISOString() });
      return '';
    },
    apply: (act) => {
      switch (act.do) {
        case 'say': {
          const advisor = author(act.as);
          model.put(act.chat, 'person', { kind: 'text', text: act.text }, [], {
            ...(advisor ? { author: advisor } : {}),
            ...(act.topic === undefined ? {} : { topic: act.topic }),
            ...(act.replyTo === undefined ? {} : { replyTo: act.replyTo }),
          });
          return '';
        }
        case 'edit': {
          const entry = of(act.chat);
          entry.messages = entry.messages.map((message) =>
            message.id === act.messageId
              ? { ...message, edited: true, content: { kind: 'text', text: act.text } }
              : message,
          );
          changed(act.chat);
          return '';
        }
        case 'document':
          model.put(act.chat, 'person', { kind: 'document', name: act.name, url: act.data, caption: '' });
          return '';
        case 'tap':
          of(act.chat).pending.push({ messageId: act.messageId, data: act.data });
          changed(act.chat);
          return '';
        case 'contact':
          model.put(act.chat, 'person', {
            kind: 'contact',
            name: act.own ? of(act.chat).phone.name : 'Irina',
            phone: '+30 694 000 0501',
          });
          return '';
        case 'location':
          model.put(act.chat, 'person', {
            kind: 'location',
            latitude: act.latitude,
            longitude: act.longitude,
            title: '',
          });
          return '';
        case 'photos': {
          const album = act.images.length > 1 ? { album: `album-${next}` } : {};
          for (const [index, url] of act.images.entries())
            model.put(
              act.chat,
              'person',
              { kind: 'photo', url, caption: index === 0 ? act.caption : '' },
              [],
              album,
            );
          return '';
        }
        case 'voice':
          model.put(act.chat, 'person', { kind: 'voice', seconds: act.seconds });
          return '';
        case 'block':
          of(act.chat).phone = { ...of(act.chat).phone, blocked: act.blocked };
          changed(act.chat);
          return '';
        case 'language':
          of(act.chat).phone = { ...of(act.chat).phone, language: act.language };
          changed(act.chat);
          return '';
        case 'topic': {
          const index = topics.findIndex((topic) => topic.id === act.topic);
          const topic = topics[index];
          if (act.change === 'delete') topics.splice(index, 1);
          else if (topic) topics[index] = { ...topic, closed: act.change === 'close' };
          changed(act.chat);
          return '';
        }
        case 'new-person': {
          const id = String(600 + entries.size);
          model.addPhone({ id, name: act.name, language: act.language });
          return id;
        }
      }
    },
  };
  return model;
};

const ADVISORS = [
  { id: '5000001', name: 'Maria' },
  { id: '5000002', name: 'Eleni' },
] as const;

const METHODS = {
  text: 'sendMessage',
  photo: 'sendPhoto',
  document: 'sendDocument',
  location: 'sendVenue',
  contact: 'sendContact',
  voice: 'sendVoice',
  service: 'createForumTopic',
} as const satisfies Record<ShownContent['kind'], string>;

const wantedNow = (move: unknown, now: number): number => {
  if (typeof move !== 'object' || move === null) return Number.NaN;
  if ('now' in move) return Date.parse(String(move.now));
  return 'advanceMinutes' in move ? now + Number(move.advanceMinutes) * 60_000 : Number.NaN;
};

/** A callback button, in short. */
export const button = (text: string, data: string): ShownButton => ({ kind: 'callback', text, data });
