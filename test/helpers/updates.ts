import type { Person, ShownBubble, Updates } from './messenger.ts';

/** Updates as Telegram posts them, numbered like one bot's; `now` gives their dates. */
export function updatesOf(now: () => number): TelegramUpdates {
  let updateId = 500;
  let messageId = 10;

  function message(person: Person, content: Readonly<Record<string, unknown>>) {
    updateId += 1;
    messageId += 1;
    return {
      update_id: updateId,
      message: {
        message_id: messageId,
        date: Math.floor(now() / 1000),
        from: { is_bot: false, ...person },
        chat: { id: person.id, type: 'private', first_name: person.first_name },
        ...content,
      },
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
    membership: (status: 'kicked' | 'member', person: Person) => {
      updateId += 1;
      const user = { is_bot: false, ...person };
      return {
        update_id: updateId,
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
      updateId += 1;
      return {
        update_id: updateId,
        callback_query: {
          id: String(updateId),
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

type Update = { readonly update_id: number; readonly [name: string]: unknown };

export type TelegramUpdates = {
  readonly [K in keyof Updates]: (...of: Parameters<Updates[K]>) => Update;
} & {
  /** The person blocks the bot (`kicked`) or lets it in again (`member`). */
  membership(status: 'kicked' | 'member', person: Person): Update;
};
