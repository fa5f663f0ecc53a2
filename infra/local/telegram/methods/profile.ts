import * as z from 'zod';
import { placeOf } from '../access.ts';
import { apiBot, apiChat, apiUser } from '../api-shapes.ts';
import { ApiError, badRequest } from '../errors.ts';
import { chatId, flag, integer, json, optionalInteger, optionalText, requiredJson } from '../params.ts';
import { type Group, inGroup, type Person } from '../state.ts';
import type { World } from '../world.ts';
import { done, type Method, method } from './method.ts';

/** What the bot says of itself and its chats: profile, command menu, members. */

const getMe = method({
  name: 'getMe',
  params: z.object({}),
  run: (world) => ({
    result: {
      ...apiBot(world),
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    },
  }),
});

const scopeTypes = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
] as const;
const scopeField = () =>
  json(
    z.object({
      type: z.enum(scopeTypes),
      chat_id: z.union([z.int(), z.string()]).optional(),
      user_id: z.int().optional(),
    }),
    'BotCommandScope must be an Object',
    "can't parse BotCommandScope: ",
  );
type Scope =
  | { type: string; chat_id?: number | string | undefined; user_id?: number | undefined }
  | undefined;

const scopeKey = (scope: Scope): string =>
  [scope?.type ?? 'default', scope?.chat_id ?? '', scope?.user_id ?? ''].join(':').replace(/:+$/, '');

const checkedLanguage = (language: string | undefined): string => {
  if (language !== undefined && !/^(?:[a-z]{2})?$/.test(language)) throw badRequest('LANG_CODE_INVALID');
  return language ?? '';
};

/** At most 100 commands; names 1-32 of a-z, 0-9 and _, descriptions 1-256. https://core.telegram.org/bots/api#botcommand */
const setMyCommands = method({
  name: 'setMyCommands',
  params: z.object({
    commands: requiredJson(
      z.array(
        z.object({ command: z.string(), description: z.string(), is_ephemeral: z.boolean().optional() }),
      ),
      'Expected an Array of BotCommand',
      "Can't parse commands JSON object",
    ),
    scope: scopeField(),
    language_code: optionalText('language_code'),
  }),
  run: (world, params) => {
    if (params.commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of params.commands) {
      if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (description.length < 1 || description.length > 256)
        throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    checkScopeChat(world, params.scope);
    const language = checkedLanguage(params.language_code);
    const scope = scopeKey(params.scope);
    const commands = params.commands.map(({ command, description }) => ({
      command: command.replace(/^\//, ''),
      description,
    }));
    world.commands.put(`${scope}|${language}`, { scope, language, commands });
    return done;
  },
});

const checkScopeChat = (world: World, scope: Scope): void => {
  if (!scope?.type.startsWith('chat')) return;
  if (scope.chat_id === undefined)
    throw badRequest('can\'t parse BotCommandScope: Can\'t find field "chat_id"');
  placeOf(world, Number(scope.chat_id));
};

const commandParams = z.object({ scope: scopeField(), language_code: optionalText('language_code') });

const getMyCommands = method({
  name: 'getMyCommands',
  params: commandParams,
  run: (world, params) => ({
    result:
      world.commands.get(`${scopeKey(params.scope)}|${checkedLanguage(params.language_code)}`)?.commands ??
      [],
  }),
});

const deleteMyCommands = method({
  name: 'deleteMyCommands',
  params: commandParams,
  run: (world, params) => {
    world.commands.drop(`${scopeKey(params.scope)}|${checkedLanguage(params.language_code)}`);
    return done;
  },
});

/** The menu a person sees: the most specific scope that has one, their language before none. */
export const commandsFor = (world: World, chat: number, language: string) => {
  const scopes =
    chat > 0
      ? [`chat:${chat}`, 'all_private_chats', 'default']
      : [
          `chat_administrators:${chat}`,
          `chat:${chat}`,
          'all_chat_administrators',
          'all_group_chats',
          'default',
        ];
  const keys = scopes.flatMap((scope) => [`${scope}|${language.slice(0, 2)}`, `${scope}|`]);
  const first = keys
    .map((key) => world.commands.get(key))
    .find((found) => found && found.commands.length > 0);
  return first?.commands ?? [];
};

const description = (name: string, field: string, longest: number) =>
  method({
    name,
    params: z.object({ [field]: optionalText(field), language_code: optionalText('language_code') }),
    run: (world, params) => {
      const words = String(Reflect.get(params, field) ?? '');
      if (words.length > longest) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
      world.words.put(`${field}|${checkedLanguage(params.language_code)}`, words);
      return done;
    },
  });

const setChatMenuButton = method({
  name: 'setChatMenuButton',
  params: z.object({
    chat_id: optionalInteger('chat not found'),
    menu_button: json(
      z.object({
        type: z.enum(['commands', 'web_app', 'default']),
        text: z.string().optional(),
        web_app: z.object({ url: z.string() }).optional(),
      }),
      'MenuButton must be an Object',
    ),
  }),
  run: (world, params) => {
    if (params.chat_id !== undefined) placeOf(world, params.chat_id);
    world.words.put(`menu button|${params.chat_id ?? ''}`, params.menu_button?.type ?? 'default');
    return done;
  },
});

const getChat = method({
  name: 'getChat',
  params: z.object({ chat_id: chatId() }),
  run: (world, params) => {
    const place = placeOf(world, params.chat_id);
    return {
      result: {
        ...apiChat(world, place.id),
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
      },
    };
  },
});

const groupOf = (world: World, chat: number): Group => {
  const place = placeOf(world, chat);
  if (place.kind === 'private') throw badRequest('there are no administrators in the private chat');
  return place.group;
};

/** The bot's own membership with its rights in the group. */
export const botMember = (world: World, group: Group) =>
  group.member && group.admin
    ? {
        user: apiBot(world),
        status: 'administrator',
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: group.deleteMessages,
        can_manage_video_chats: false,
        can_restrict_members: false,
        can_promote_members: false,
        can_change_info: false,
        can_invite_users: true,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
        can_pin_messages: group.pinMessages,
        can_manage_topics: group.manageTopics,
      }
    : { user: apiBot(world), ...(group.member ? { status: 'member' } : { status: 'kicked', until_date: 0 }) };

/** The group belongs to its first advisor. */
export const ownerOf = (world: World): Person | undefined =>
  [...world.people.all()].find((person) => person.advisor && inGroup(person));

const statusOf = (world: World, person: Person): string => {
  if (person.id === ownerOf(world)?.id) return 'creator';
  return inGroup(person) ? 'member' : 'left';
};

const getChatMember = method({
  name: 'getChatMember',
  params: z.object({ chat_id: chatId(), user_id: integer('invalid user_id specified') }),
  run: (world, params) => {
    const place = placeOf(world, params.chat_id);
    if (place.kind === 'group' && params.user_id === world.botId)
      return { result: botMember(world, place.group) };
    const person = world.people.get(params.user_id);
    if (!person) throw badRequest('PARTICIPANT_ID_INVALID');
    const status = place.kind === 'private' ? 'member' : statusOf(world, person);
    return { result: { user: apiUser(world, person.id), status } };
  },
});

const getChatAdministrators = method({
  name: 'getChatAdministrators',
  params: z.object({ chat_id: chatId(), return_bots: flag('return_bots') }),
  run: (world, params) => {
    const group = groupOf(world, params.chat_id);
    const owner = ownerOf(world);
    return {
      result: [
        ...(owner ? [{ user: apiUser(world, owner.id), status: 'creator', is_anonymous: false }] : []),
        ...(group.member && group.admin ? [botMember(world, group)] : []),
      ],
    };
  },
});

/** What waits, oldest first; an offset confirms everything before it. https://core.telegram.org/bots/api#getupdates */
const getUpdates = method({
  name: 'getUpdates',
  params: z.object({
    offset: optionalInteger('offset must be a Number'),
    limit: optionalInteger('limit must be a Number'),
    timeout: optionalInteger('timeout must be a Number'),
    allowed_updates: json(z.array(z.string()), 'Expected an Array of String'),
  }),
  run: (world, { offset = 0, limit = 100 }) => {
    if (world.webhooks.get('set')?.url) {
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    for (const { id } of [...world.updates.all()]) if (id < offset) world.updates.drop(id);
    const waiting = [...world.updates.all()].filter(({ expiresAt }) => expiresAt >= world.now());
    return {
      result: waiting.slice(0, Math.min(100, limit)).map(({ id, body }) => ({ update_id: id, ...body })),
    };
  },
});

export const profileMethods: readonly Method[] = [
  getMe,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  description('setMyDescription', 'description', 512),
  description('setMyShortDescription', 'short_description', 120),
  setChatMenuButton,
  getChat,
  getChatMember,
  getChatAdministrators,
  getUpdates,
];
