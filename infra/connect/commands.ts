import * as z from 'zod';
import type { Account, Payload } from '#shared/channels/channel.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Station } from '#shared/station/schema.ts';
import { textFor } from '#shared/text/text.ts';
import { askBotApi } from './bot-api.ts';

/** The commands a customer sees behind the menu button, in the order of how often they are wanted. */
const commands: readonly { readonly command: string; readonly description: Phrase }[] = [
  { command: 'book', description: phrase('commandBook') },
  { command: 'status', description: phrase('commandStatus') },
  { command: 'person', description: phrase('commandPerson') },
  { command: 'address', description: phrase('commandAddress') },
  { command: 'language', description: phrase('commandLanguage') },
  { command: 'link', description: phrase('commandLink') },
  { command: 'settings', description: phrase('ownLabelSettings') },
  { command: 'help', description: phrase('commandHelp') },
];

/** What advisors see behind "/" in their group, the most wanted first. */
const deskCommands: typeof commands = [
  { command: 'open', description: phrase('commandOpen') },
  { command: 'say', description: phrase('commandSay') },
  { command: 'note', description: phrase('commandNote') },
  { command: 'undo', description: phrase('commandUndo') },
  { command: 'estimate', description: phrase('commandEstimate') },
  { command: 'agreed', description: phrase('commandAgreed') },
  { command: 'work', description: phrase('commandWork') },
  { command: 'promise', description: phrase('commandPromise') },
  { command: 'book', description: phrase('commandBookFor') },
  { command: 'day', description: phrase('commandDay') },
  { command: 'move', description: phrase('commandMoveFor') },
  { command: 'cancel', description: phrase('commandCancelFor') },
  { command: 'walkin', description: phrase('commandWalkin') },
  { command: 'block', description: phrase('commandBlock') },
  { command: 'away', description: phrase('commandAway') },
  { command: 'closed', description: phrase('commandClosed') },
  { command: 'advisors', description: phrase('commandAdvisors') },
  { command: 'unblock', description: phrase('commandUnblock') },
  { command: 'language', description: phrase('commandLanguage') },
  { command: 'export', description: phrase('commandExport') },
  { command: 'feed', description: phrase('commandFeed') },
  { command: 'report', description: phrase('commandReport') },
  { command: 'playbook', description: phrase('commandPlaybook') },
  { command: 'help', description: phrase('commandDeskHelp') },
];

/**
 * The calls that publish the command menu for private chats: one for every language and one, in the station's own, for
 * everybody else. https://core.telegram.org/bots/api#setmycommands
 */
export function commandCalls(station: Station): readonly Payload[] {
  return menuCalls(station, commands, { type: 'all_private_chats' });
}

/** The same for the advisors' group. https://core.telegram.org/bots/api#botcommandscopechat */
export function deskCommandCalls(station: Station, group: string): readonly Payload[] {
  return menuCalls(station, deskCommands, { type: 'chat', chat_id: Number(group) });
}

function menuCalls(
  station: Station,
  menu: typeof commands,
  scope: Readonly<Record<string, unknown>>,
): readonly Payload[] {
  const call = (language: Language, code: Language | null): Payload => ({
    method: 'setMyCommands',
    body: {
      commands: menu.map(({ command, description }) => ({
        command,
        description: textFor(language, station).say(description),
      })),
      scope,
      ...(code === null ? {} : { language_code: code }),
    },
    uploads: [],
    idempotent: true,
  });
  return [call(station.defaultLanguage, null), ...languages.map((language) => call(language, language))];
}

/** Publishes the menu. Throws with the reason when Telegram refuses: the token is wrong, or the Bot API is unreachable. */
export async function publishCommands(station: Station, secrets: Account, http: HttpClient): Promise<void> {
  if (!(await published(commandCalls(station), secrets, http)))
    throw new Error('Telegram did not take the command menu');
}

/** Publishes the advisors' menu; false where the group cannot be reached: what is wrong with it `checkGroup` tells. */
export function publishDeskCommands(
  station: Station,
  group: string,
  secrets: Account,
  http: HttpClient,
): Promise<boolean> {
  return published(deskCommandCalls(station, group), secrets, http);
}

type BotAccount = Pick<Account, 'token' | 'apiUrl'>;

/** Makes the calls one after the other; false at the first that Telegram does not take. */
export async function published(
  calls: readonly Payload[],
  account: BotAccount,
  http: HttpClient,
): Promise<boolean> {
  for (const { method, body } of calls) {
    const answer = await askBotApi(account, http, method, body, z.literal(true));
    if (answer.kind !== 'done') return false;
  }
  return true;
}

const shownMenu = z.array(z.looseObject({ command: z.string(), description: z.string() }));

/** Those of the calls whose menu Telegram shows otherwise or not at all; null where it cannot be asked. Reads only. */
export async function unpublished(
  calls: readonly Payload[],
  account: BotAccount,
  http: HttpClient,
): Promise<readonly Payload[] | null> {
  const stale: Payload[] = [];
  for (const call of calls) {
    const { commands, ...where } = call.body;
    const answer = await askBotApi(account, http, 'getMyCommands', where, shownMenu);
    if (answer.kind !== 'done') return null;
    const shown = answer.result.map(({ command, description }) => ({ command, description }));
    if (JSON.stringify(shown) !== JSON.stringify(commands)) stale.push(call);
  }
  return stale;
}
