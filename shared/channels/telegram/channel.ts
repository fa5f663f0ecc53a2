import type { Address } from '#shared/domain/address.ts';
import type { Channel } from '../channel.ts';
import { account } from './account.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';
import { acknowledge, notice, render, retireCard } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

/** Telegram, by its Bot API. */
export const telegram: Channel = {
  name: 'telegram',
  limits,
  account,
  verify,
  parse,
  render,
  notice,
  acknowledge,
  retireCard,
  send,
};

/**
 * The advisors' group, written to as General. The bot is its own, whichever it is: its id is not part of this address, so
 * that a message from another messenger leads there without the bot's token being read.
 */
export function deskAddress(group: string): Address {
  return { channel: 'telegram', bot: '0', chat: group, thread: '' };
}
