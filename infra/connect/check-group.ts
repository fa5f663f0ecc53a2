import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { askBotApi, type BotAnswer } from './bot-api.ts';

/** What keeps the advisors' group from working. */
export type Trouble =
  | 'unreachable'
  | 'token'
  | 'groupNotFound'
  | 'groupMoved'
  | 'notAGroup'
  | 'topicsOff'
  | 'notMember'
  | 'notAdministrator'
  | 'manageTopics'
  | 'pinMessages'
  | 'deleteMessages'
  | 'noManager';

/** One thing that is wrong, and in plain words which switch to turn and where it is; neither ends with a full stop. */
export type Finding = { readonly trouble: Trouble; readonly says: string; readonly todo: string };

const me = z.looseObject({ id: z.number(), username: z.string().catch('') });
const chat = z.looseObject({ type: z.string(), is_forum: z.boolean().catch(false) });
const right = z.boolean().catch(false);
const member = z.looseObject({
  status: z.string(),
  can_manage_topics: right,
  can_pin_messages: right,
  can_delete_messages: right,
});
type Member = z.infer<typeof member>;

/**
 * Asks Telegram whether the advisors' group can work: empty when it can. Reads only, nothing is changed; never throws.
 * `managers`: numeric ids of those who may change who acts there; where none of them is in the group, nobody can.
 * The bot's privacy mode does not matter: administrators see every message.
 * https://core.telegram.org/bots/api#getchatmember
 */
export async function checkGroup(
  account: Pick<Account, 'token' | 'apiUrl'>,
  group: string,
  http: HttpClient,
  managers: readonly number[] | null = null,
): Promise<readonly Finding[]> {
  const ask = <T>(method: string, body: Readonly<Record<string, unknown>>, shape: z.ZodType<T>) =>
    askBotApi(account, http, method, body, shape);
  const bot = await ask('getMe', {}, me);
  if (bot.kind !== 'done') return [bot.kind === 'refused' ? wrongToken : unreachable];
  const name = bot.result.username === '' ? 'the bot' : `@${bot.result.username}`;
  const place = await ask('getChat', { chat_id: Number(group) }, chat);
  if (place.kind !== 'done') return [noGroup(place, group, name)];
  const { type, is_forum } = place.result;
  if (type !== 'group' && type !== 'supergroup') return [notAGroup(group)];
  const topics = type === 'supergroup' && is_forum ? [] : [topicsOff];
  const standing = await ask('getChatMember', { chat_id: Number(group), user_id: bot.result.id }, member);
  if (standing.kind === 'unreachable') return [...topics, unreachable];
  if (standing.kind !== 'done') return [...topics, notMember(name)];
  const found = [...topics, ...troublesOf(standing.result, name)];
  if (managers === null) return found;
  const statuses: string[] = [];
  for (const user_id of managers) {
    const manager = await ask('getChatMember', { chat_id: Number(group), user_id }, member);
    if (manager.kind === 'unreachable') return found;
    if (manager.kind === 'done') statuses.push(manager.result.status);
  }
  return statuses.some((status) => !gone.has(status)) ? found : [...found, noManager];
}

/** https://core.telegram.org/bots/api#chatmember */
export const gone: ReadonlySet<string> = new Set(['left', 'kicked']);

const noManager: Finding = {
  trouble: 'noManager',
  says: 'None of the managers that the station’s data names is in the advisors’ group, so nobody can change who may act there and nobody is called when customers wait for long',
  todo: 'ADVISOR_IDS makes advisors, not managers: put a manager’s numeric id into the station’s advisors as `deskId`, with the role `manager`',
};

const unreachable: Finding = {
  trouble: 'unreachable',
  says: 'Telegram could not be reached, so the advisors’ group was not checked',
  todo: 'Look at the network and at TELEGRAM_API_URL',
};

const wrongToken: Finding = {
  trouble: 'token',
  says: 'Telegram does not know this bot’s token',
  todo: 'Take it anew from @BotFather (/mybots, your bot, API Token) and put it into TELEGRAM_BOT_TOKEN',
};

const topicsOff: Finding = {
  trouble: 'topicsOff',
  says: 'Topics are off in the advisors’ group',
  todo: 'Open the group, tap its name, Edit, and turn on “Topics”',
};

function noGroup(answer: Exclude<BotAnswer<unknown>, { kind: 'done' }>, group: string, bot: string): Finding {
  if (answer.kind === 'unreachable') return unreachable;
  if (answer.movedTo !== null)
    return {
      trouble: 'groupMoved',
      says: 'The advisors’ group has a new id',
      todo: `Set ADVISOR_GROUP_ID to ${answer.movedTo}`,
    };
  if (answer.code === 403) return notMember(bot);
  return {
    trouble: 'groupNotFound',
    says: `${capital(bot)} sees no group ${group}`,
    todo: `Either it is not in the group yet (open the group, tap its name, “Add members”, choose ${bot}), or ADVISOR_GROUP_ID is another group’s: ids of groups with topics begin with -100`,
  };
}

function notAGroup(group: string): Finding {
  return {
    trouble: 'notAGroup',
    says: `${group} is no group`,
    todo: 'Set ADVISOR_GROUP_ID to the id of your advisors’ group; it begins with -100',
  };
}

function notMember(bot: string): Finding {
  return {
    trouble: 'notMember',
    says: `${capital(bot)} is not in the advisors’ group`,
    todo: `Open the group, tap its name, “Add members”, choose ${bot}; then make it an administrator`,
  };
}

function troublesOf(standing: Member, bot: string): readonly Finding[] {
  switch (standing.status) {
    case 'creator':
      return [];
    case 'administrator':
      return rights.flatMap(({ trouble, field, name, why }) =>
        standing[field]
          ? []
          : [
              {
                trouble,
                says: `${capital(bot)} may not ${why}`,
                todo: `Open the group, tap its name, Edit, Administrators, choose ${bot}, and turn on “${name}”`,
              },
            ],
      );
    case 'member':
    case 'restricted':
      return [
        {
          trouble: 'notAdministrator',
          says: `${capital(bot)} is no administrator of the advisors’ group, so it cannot keep a topic for each customer, and in privacy mode it reads no more than commands`,
          todo: `Open the group, tap its name, Edit, Administrators, Add Administrator, choose ${bot}, and leave “Manage Topics”, “Pin Messages” and “Delete Messages” on`,
        },
      ];
    default:
      return [notMember(bot)];
  }
}

const rights = [
  {
    trouble: 'manageTopics',
    field: 'can_manage_topics',
    name: 'Manage Topics',
    why: 'make a topic for each customer',
  },
  {
    trouble: 'pinMessages',
    field: 'can_pin_messages',
    name: 'Pin Messages',
    why: 'pin a customer’s card on top of their topic',
  },
  {
    trouble: 'deleteMessages',
    field: 'can_delete_messages',
    name: 'Delete Messages',
    why: 'take messages back in the group',
  },
] as const satisfies readonly {
  readonly trouble: Trouble;
  readonly field: keyof Member;
  readonly name: string;
  readonly why: string;
}[];

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
