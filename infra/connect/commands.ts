import type { Account, Payload } from '#shared/channels/channel.ts';
import { send } from '#shared/channels/telegram/send.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Station } from '#shared/station/schema.ts';
import { textFor } from '#shared/text/text.ts';

/** The commands a customer sees behind the menu button, in the order of how often they are wanted. */
const commands: readonly { readonly command: string; readonly description: Phrase }[] = [
  { command: 'book', description: phrase('commandBook') },
  { command: 'status', description: phrase('commandStatus') },
  { command: 'person', description: phrase('commandPerson') },
  { command: 'address', description: phrase('commandAddress') },
  { command: 'language', description: phrase('commandLanguage') },
  { command: 'link', description: phrase('commandLink') },
  { command: 'help', description: phrase('commandHelp') },
];

/**
 * The calls that publish the command menu for private chats: one for every language and one, in the station's own, for
 * everybody else. https://core.telegram.org/bots/api#setmycommands
 */
export function commandCalls(station: Station): readonly Payload[] {
  const call = (language: Language, code: Language | null): Payload => ({
    method: 'setMyCommands',
    body: {
      commands: commands.map(({ command, description }) => ({
        command,
        description: textFor(language, station).say(description),
      })),
      scope: { type: 'all_private_chats' },
      ...(code === null ? {} : { language_code: code }),
    },
    uploads: [],
    idempotent: true,
  });
  return [call(station.defaultLanguage, null), ...languages.map((language) => call(language, language))];
}

/** Publishes the menu. Throws with the reason when Telegram refuses: the token is wrong, or the Bot API is unreachable. */
export async function publishCommands(station: Station, secrets: Account, http: HttpClient): Promise<void> {
  for (const payload of commandCalls(station)) {
    const result = await send(payload, secrets, http);
    if (result.kind !== 'sent') throw new Error(`Telegram did not take the command menu: ${result.kind}`);
  }
}
