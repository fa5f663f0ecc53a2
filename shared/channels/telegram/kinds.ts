import type { Message, Update } from '@grammyjs/types';

/** How a kind of update is read, or why it is not. */
export type UpdateOutcome =
  | 'message'
  | 'edit'
  | 'tap'
  | 'reaction'
  | 'ourMembership'
  | 'membership'
  | { readonly ignored: string };

const business = { ignored: 'business mode is not used' } as const;
const channel = { ignored: 'channel post' } as const;
const inline = { ignored: 'inline mode is not used' } as const;
const payment = { ignored: 'payments are not used' } as const;
const poll = { ignored: 'polls are not used' } as const;
const community = { ignored: 'news of a group' } as const;

/** Every kind of update of Bot API 10.3. A kind that the types learn of and this table does not fails to compile. */
export const updateKinds = {
  message: 'message',
  callback_query: 'tap',
  edited_message: 'edit',
  message_reaction: 'reaction',
  my_chat_member: 'ourMembership',
  chat_member: 'membership',
  channel_post: channel,
  edited_channel_post: channel,
  business_connection: business,
  business_message: business,
  edited_business_message: business,
  deleted_business_messages: business,
  guest_message: { ignored: 'guest mode is not used' },
  stopped_message_generation: { ignored: 'message drafts are not used' },
  message_reaction_count: { ignored: 'counts of reactions are not used' },
  inline_query: inline,
  chosen_inline_result: inline,
  shipping_query: payment,
  pre_checkout_query: payment,
  purchased_paid_media: payment,
  subscription: payment,
  poll,
  poll_answer: poll,
  chat_join_request: community,
  chat_boost: community,
  removed_chat_boost: community,
  managed_bot: { ignored: 'managed bots are not used' },
} as const satisfies Record<Exclude<keyof Update, 'update_id'>, UpdateOutcome>;

/** What a message holds besides the fields every message may have. */
export type MessageKind = Exclude<
  keyof Message,
  keyof Message.MediaMessage | 'entities' | 'suggested_post_info'
>;

/**
 * How a kind of message is read; `unsupported` means the person is told; `service` that nobody wrote anything (some are
 * news of a group: `group-news.ts`).
 */
export type MessageOutcome =
  | 'text'
  | 'photo'
  | 'voice'
  | 'video'
  | 'videoNote'
  | 'animation'
  | 'audio'
  | 'sticker'
  | 'document'
  | 'contact'
  | 'location'
  | 'unsupported'
  | 'service';

/**
 * Every kind of message of Bot API 10.3, most telling first: a live photo also carries a photo, an animation a document,
 * a venue a location.
 */
export const messageKinds = {
  text: 'text',
  photo: 'photo',
  live_photo: 'video',
  voice: 'voice',
  video: 'video',
  video_note: 'videoNote',
  animation: 'animation',
  document: 'document',
  audio: 'audio',
  sticker: 'sticker',
  contact: 'contact',
  venue: 'location',
  location: 'location',
  rich_message: 'unsupported',
  checklist: 'unsupported',
  dice: 'unsupported',
  game: 'unsupported',
  giveaway: 'unsupported',
  invoice: 'unsupported',
  paid_media: 'unsupported',
  poll: 'unsupported',
  story: 'unsupported',
  boost_added: 'service',
  channel_chat_created: 'service',
  chat_background_set: 'service',
  chat_owner_changed: 'service',
  chat_owner_left: 'service',
  chat_shared: 'service',
  checklist_tasks_added: 'service',
  checklist_tasks_done: 'service',
  community_chat_added: 'service',
  community_chat_joined: 'service',
  community_chat_removed: 'service',
  connected_website: 'service',
  delete_chat_photo: 'service',
  direct_message_price_changed: 'service',
  forum_topic_closed: 'service',
  forum_topic_created: 'service',
  forum_topic_edited: 'service',
  forum_topic_reopened: 'service',
  general_forum_topic_hidden: 'service',
  general_forum_topic_unhidden: 'service',
  gift: 'service',
  gift_upgrade_sent: 'service',
  giveaway_completed: 'service',
  giveaway_created: 'service',
  giveaway_winners: 'service',
  group_chat_created: 'service',
  left_chat_member: 'service',
  managed_bot_created: 'service',
  message_auto_delete_timer_changed: 'service',
  migrate_from_chat_id: 'service',
  migrate_to_chat_id: 'service',
  new_chat_members: 'service',
  new_chat_photo: 'service',
  new_chat_title: 'service',
  paid_message_price_changed: 'service',
  passport_data: 'service',
  pinned_message: 'service',
  poll_option_added: 'service',
  poll_option_deleted: 'service',
  proximity_alert_triggered: 'service',
  refunded_payment: 'service',
  successful_payment: 'service',
  suggested_post_approval_failed: 'service',
  suggested_post_approved: 'service',
  suggested_post_declined: 'service',
  suggested_post_paid: 'service',
  suggested_post_refunded: 'service',
  supergroup_chat_created: 'service',
  unique_gift: 'service',
  users_shared: 'service',
  video_chat_ended: 'service',
  video_chat_participants_invited: 'service',
  video_chat_scheduled: 'service',
  video_chat_started: 'service',
  web_app_data: 'service',
  write_access_allowed: 'service',
} as const satisfies Record<MessageKind, MessageOutcome>;

/** The first kind of the table that the update or message holds; null where a value stands counts as absent. */
export function kindOf<K extends string>(
  table: Readonly<Record<K, unknown>>,
  holder: Readonly<Record<string, unknown>>,
): K | undefined {
  for (const kind in table) {
    const value = Object.hasOwn(holder, kind) ? holder[kind] : undefined;
    if (value !== undefined && value !== null) return kind;
  }
  return undefined;
}
