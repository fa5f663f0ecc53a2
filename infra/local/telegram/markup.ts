import * as z from 'zod';
import { badRequest } from './errors.ts';
import { json } from './params.ts';
import type { InlineKeyboard, Person } from './state.ts';

/**
 * Keyboards and their rules. https://core.telegram.org/bots/api#inlinekeyboardbutton
 * callback_data is 1-64 bytes of UTF-8; exactly one action a button; contact and location only in private chats.
 */

const inlineButton = z.object({
  text: z.string(),
  icon_custom_emoji_id: z.string().optional(),
  style: z.enum(['danger', 'success', 'primary']).optional(),
  disabled: z.boolean().optional(),
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.object({ url: z.string() }).optional(),
  login_url: z.looseObject({ url: z.string() }).optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  switch_inline_query_chosen_chat: z.looseObject({}).optional(),
  copy_text: z.object({ text: z.string() }).optional(),
  callback_game: z.looseObject({}).optional(),
  pay: z.boolean().optional(),
});
const forceReplyFields = {
  force_reply: z.union([z.boolean(), z.looseObject({})]).optional(),
  input_field_placeholder: z.string().optional(),
  selective: z.boolean().optional(),
};
const inlineMarkup = z.object({
  inline_keyboard: z.array(z.array(inlineButton)),
  force_reply: forceReplyFields.force_reply,
});
const keyboardButton = z.union([
  z.string(),
  z.object({
    text: z.string(),
    icon_custom_emoji_id: z.string().optional(),
    style: z.string().optional(),
    request_users: z.looseObject({}).optional(),
    request_chat: z.looseObject({}).optional(),
    request_managed_bot: z.looseObject({}).optional(),
    request_contact: z.boolean().optional(),
    request_location: z.boolean().optional(),
    request_poll: z.looseObject({}).optional(),
    web_app: z.object({ url: z.string() }).optional(),
  }),
]);
const replyMarkup = z.object({
  keyboard: z.array(z.array(keyboardButton)),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  ...forceReplyFields,
});
const removeMarkup = z.object({ remove_keyboard: z.literal(true), selective: z.boolean().optional() });
const forceReply = z.object({ ...forceReplyFields, force_reply: z.literal(true) });

const anyMarkup = z.union([inlineMarkup, replyMarkup, removeMarkup, forceReply]);
type AnyMarkup = z.infer<typeof anyMarkup>;

/** A union's errors say nothing, so the shape is chosen by its one telling field, as the server does. */
const markupShape = (raw: unknown): z.ZodType<AnyMarkup> | undefined => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  if ('inline_keyboard' in raw) return inlineMarkup;
  if ('keyboard' in raw) return replyMarkup;
  return 'remove_keyboard' in raw ? removeMarkup : forceReply;
};

export const markupField = () =>
  json<AnyMarkup>(anyMarkup, 'Object expected as reply markup', "can't parse reply markup: ", markupShape);
export const inlineMarkupField = () =>
  json(inlineMarkup, 'Object expected as reply markup', "can't parse inline keyboard button: ");

/** What a message carries and what it does to the keyboard under the input field (`null` = takes it away). */
export type Markup = {
  readonly inline?: InlineKeyboard;
  readonly keyboard?: Omit<NonNullable<Person['keyboard']>, 'message'> | null;
};

export const checkedMarkup = (markup: AnyMarkup | undefined, chat: 'private' | 'group'): Markup => {
  if (!markup) return {};
  if ('inline_keyboard' in markup) return inlineOf(markup);
  if ('keyboard' in markup) return { keyboard: replyKeyboard(markup, chat) };
  return 'remove_keyboard' in markup ? { keyboard: null } : {};
};

/** @returns no `inline` for an empty keyboard: Telegram takes that as "none". */
export const inlineOf = (markup: z.infer<typeof inlineMarkup> | undefined): { inline?: InlineKeyboard } => {
  const rows = (markup?.inline_keyboard ?? []).filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > 100) throw badRequest('REPLY_MARKUP_TOO_LONG');
  for (const button of buttons) checkInlineButton(button);
  return rows.length === 0 ? {} : { inline: rows.map((row) => row.map((button) => ({ ...button }))) };
};

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const;

const checkInlineButton = (button: z.infer<typeof inlineButton>): void => {
  if (button.text.trim() === '')
    throw badRequest("can't parse inline keyboard button: text must be non-empty");
  const chosen = actions.filter((action) => button[action] !== undefined);
  if (chosen.length === 0)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (chosen.length > 1)
    throw badRequest("can't parse inline keyboard button: exactly one of the optional fields must be used");
  const bytes = Buffer.byteLength(button.callback_data ?? 'x');
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  if (button.url !== undefined) checkUrl(button.url);
  const copied = button.copy_text?.text.length ?? 1;
  if (copied < 1 || copied > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID');
};

const checkUrl = (url: string): void => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'tg:' || parsed?.protocol === 'tel:') return;
  // The real server also refuses hosts without a dot; loopback stays allowed, the station's own links live there.
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || !/\.|^localhost$/.test(parsed.hostname)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
};

const replyKeyboard = (markup: z.infer<typeof replyMarkup>, chat: 'private' | 'group') => {
  const rows = markup.keyboard.filter((row) => row.length > 0);
  if (rows.length === 0) throw badRequest('object expected as reply markup');
  const placeholder = markup.input_field_placeholder?.length ?? 1;
  if (placeholder < 1 || placeholder > 64) throw badRequest('INPUT_FIELD_PLACEHOLDER_INVALID');
  return {
    oneTime: markup.one_time_keyboard ?? false,
    rows: rows.map((row) =>
      row.map((button) => {
        const { text, ...asks } = typeof button === 'string' ? { text: button } : button;
        if (text === '') throw badRequest("can't parse keyboard button: text must be non-empty");
        if (chat === 'group' && asks.request_contact)
          throw badRequest('phone number can be requested in private chats only');
        if (chat === 'group' && asks.request_location)
          throw badRequest('location can be requested in private chats only');
        return {
          text,
          kind: asks.request_contact
            ? ('contact' as const)
            : asks.request_location
              ? ('location' as const)
              : ('text' as const),
        };
      }),
    ),
  };
};
