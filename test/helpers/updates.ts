import type { Person, ShownBubble, Updates } from './messenger.ts';

/** Updates of a person's own chat as Telegram posts them; `now` gives their dates, `nextUpdate` numbers all of one bot's. */
export function updatesOf(now: () => number, nextUpdate: () => number = counted(500)): TelegramUpdates {
  let messageId = 10;

  function message(person: Person, content: Readonly<Record<string, unknown>>) {
    messageId += 1;
    return {
      update_id: nextUpdate(),
      message: {
        message_id: messageId,
        date: Math.floor(now() / 1000),
        from: { is_bot: false, ...person },
        chat: { id: person.id, type: 'private', first_name: person.first_name },
        ...content,
      },
    };
  }

  function messageHead(id: number, person: Person) {
    return {
      message_id: id,
      date: Math.floor(now() / 1000),
      from: { is_bot: false, ...person },
      chat: { id: person.id, type: 'private', first_name: person.first_name },
    };
  }

  return {
    text: (text: string, person: Person) => message(person, { text }),
    command: (text: string, person: Person) => {
      const length = text.split(' ')[0]?.length ?? 0;
      return message(person, { text, entities: [{ type: 'bot_command', offset: 0, length }] });
    },
    contact: (phone: string, person: Person) =>
      message(person, {
        contact: { phone_number: phone, first_name: person.first_name, user_id: person.id },
      }),
    contactOfAnother: (phone: string, person: Person) =>
      message(person, { contact: { phone_number: phone, first_name: 'Kostas', user_id: 999 } }),
    photo: (file: string, album: string | null, person: Person) =>
      message(person, {
        ...(album === null ? {} : { media_group_id: album }),
        photo: [{ file_id: file, file_unique_id: file, width: 1280, height: 960, file_size: 90_000 }],
      }),
    voice: (file: string, person: Person) =>
      message(person, { voice: { file_id: file, file_unique_id: file, duration: 3 } }),
    reply: (text: string, to: number | string, person: Person) =>
      message(person, { text, reply_to_message: { ...messageHead(Number(to), person), text: '…' } }),
    edited: (text: string, which: number | string, person: Person) => ({
      update_id: nextUpdate(),
      edited_message: {
        ...messageHead(Number(which), person),
        edit_date: Math.floor(now() / 1000),
        text,
      },
    }),
    reaction: (emoji: string | null, which: number | string, person: Person) => ({
      update_id: nextUpdate(),
      message_reaction: {
        chat: { id: person.id, type: 'private', first_name: person.first_name },
        message_id: Number(which),
        user: { is_bot: false, ...person },
        date: Math.floor(now() / 1000),
        old_reaction: [],
        new_reaction: emoji === null ? [] : [{ type: 'emoji', emoji }],
      },
    }),
    file: (what: TelegramFileKind, file: string, person: Person, caption?: string) =>
      message(person, { [what]: fileFields(what, file), ...(caption === undefined ? {} : { caption }) }),
    location: (latitude: number, longitude: number, person: Person) =>
      message(person, { location: { latitude, longitude } }),
    idOf: ({ message, edited_message }: Update) => idIn(message) ?? idIn(edited_message) ?? 0,
    membership: (status: 'kicked' | 'member', person: Person) => {
      const user = { is_bot: false, ...person };
      return {
        update_id: nextUpdate(),
        my_chat_member: {
          chat: { id: person.id, type: 'private', first_name: person.first_name },
          from: user,
          date: Math.floor(now() / 1000),
          old_chat_member: { user, status: status === 'kicked' ? 'member' : 'kicked' },
          new_chat_member: { user, status },
        },
      };
    },
    tap: (bubble: ShownBubble, data: string, person: Person) => {
      const id = nextUpdate();
      return {
        update_id: id,
        callback_query: {
          id: String(id),
          from: { is_bot: false, ...person },
          chat_instance: '1',
          data,
          message: {
            message_id: bubble.id,
            date: Math.floor(now() / 1000),
            chat: { id: person.id, type: 'private' },
            text: bubble.text,
          },
        },
      };
    },
  };
}

/** Numbers one after the other. */
export function counted(from: number): () => number {
  let last = from;
  return () => {
    last += 1;
    return last;
  };
}

/** Kinds of files by the names of Telegram's fields. */
export type TelegramFileKind =
  | 'voice'
  | 'video'
  | 'video_note'
  | 'audio'
  | 'animation'
  | 'document'
  | 'sticker';

const mimes: Readonly<Record<TelegramFileKind, string>> = {
  voice: 'audio/ogg',
  video: 'video/mp4',
  video_note: 'video/mp4',
  audio: 'audio/mpeg',
  animation: 'video/mp4',
  document: 'application/pdf',
  sticker: 'image/webp',
};

/** A file as an update names it. */
export function fileFields(what: TelegramFileKind, file: string) {
  return {
    file_id: file,
    file_unique_id: file,
    file_size: 40_000,
    mime_type: mimes[what],
    ...(what === 'document' ? { file_name: `${file}.pdf` } : {}),
    duration: 3,
    width: 512,
    height: 512,
  };
}

function idIn(message: unknown): number | undefined {
  const { message_id: id } = typeof message === 'object' && message && 'message_id' in message ? message : {};
  return typeof id === 'number' ? id : undefined;
}

export type Update = { readonly update_id: number; readonly [name: string]: unknown };

export type TelegramUpdates = {
  readonly [K in keyof Updates]: (...of: Parameters<Updates[K]>) => Update;
} & {
  /** They answer a message of their chat, change one of their own, or react to one. */
  reply(text: string, to: number | string, person: Person): Update;
  edited(text: string, which: number | string, person: Person): Update;
  reaction(emoji: string | null, which: number | string, person: Person): Update;
  file(what: TelegramFileKind, file: string, person: Person, caption?: string): Update;
  /** The id of the message that an update brings. */
  idOf(update: Update): number;
  /** The person blocks the bot (`kicked`) or lets it in again (`member`). */
  membership(status: 'kicked' | 'member', person: Person): Update;
};
