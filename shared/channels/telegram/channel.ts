import type { Address } from '#shared/domain/address.ts';
import type { Channel } from '../channel.ts';
import { account } from './account.ts';
import { files } from './download.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';
import { pin } from './pin.ts';
import { acknowledge, notice, render, retireCard } from './render.ts';
import { send } from './send.ts';
import { topics } from './topics.ts';
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
  topics,
  files,
  retireCard,
  pin,
  price: () => 0,
  send,
};

/**
 * Where everything for the advisors' group waits. Neither the bot's id nor the group's is part of it: a message from another
 * messenger leads there without the bot's token being read, and a group keeps its rows when it gets a new id.
 */
export const deskAddress: Address = { channel: 'telegram', bot: '0', chat: 'desk', thread: '' };
