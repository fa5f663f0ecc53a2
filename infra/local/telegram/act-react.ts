import type { PhoneAct } from '../phone-api.ts';
import { ActRefused } from '../phones/types.ts';
import { personOf, writerId } from './act-writer.ts';
import { apiChat, apiUser, queueOf, unix } from './api-shapes.ts';
import { reactionEmoji } from './methods/send-text.ts';
import { keep } from './posting.ts';
import { ANONYMOUS } from './state.ts';
import { inChat, type World } from './world.ts';

/**
 * A person's reaction, one a person here. The bot is told by `message_reaction` if it asked for these updates; in a group it
 * must be an administrator, too. https://core.telegram.org/bots/api#messagereactionupdated
 */
export const react = (world: World, deed: Extract<PhoneAct, { do: 'react' }>): void => {
  const chat = Number(deed.chat);
  const group = world.groups.get(chat);
  const message = world.messages.get(inChat(chat, deed.messageId));
  if (!message || message.content.kind === 'service') throw new ActRefused('The message is gone.');
  const by = group ? writerId(world, deed.as) : personOf(world, deed.chat).id;
  const emoji = deed.emoji?.replaceAll('\uFE0F', '') ?? null;
  if (emoji !== null && !reactionEmoji.includes(emoji))
    throw new ActRefused(`Telegram has no reaction ${emoji}.`);
  const before = message.reactions.find((one) => one.by === by)?.emoji;
  if ((before ?? null) === emoji) return;
  const others = message.reactions.filter((one) => one.by !== by);
  keep(world, { ...message, reactions: emoji === null ? others : [...others, { by, emoji }] });
  if (group && !(group.member && group.admin)) return;
  world.tell(
    {
      message_reaction: {
        chat: apiChat(world, chat),
        message_id: message.id,
        ...(by === ANONYMOUS ? { actor_chat: apiChat(world, chat) } : { user: apiUser(world, by) }),
        date: unix(world.now()),
        old_reaction: reactionTypes(before),
        new_reaction: reactionTypes(emoji ?? undefined),
      },
    },
    queueOf.reaction(chat),
  );
};

const reactionTypes = (emoji: string | undefined) => (emoji === undefined ? [] : [{ type: 'emoji', emoji }]);
