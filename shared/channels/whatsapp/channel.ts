import type { Channel } from '../channel.ts';
import { account } from './account.ts';
import { files } from './download.ts';
import { limits } from './limits.ts';
import { notice } from './notice.ts';
import { parse } from './parse.ts';
import { price } from './prices.ts';
import { acknowledge, render, retireCard } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

/** WhatsApp, by Meta's Cloud API. */
export const whatsapp: Channel = {
  name: 'whatsapp',
  limits,
  account,
  verify,
  parse,
  render,
  notice,
  acknowledge,
  topics: null,
  files,
  retireCard,
  pin: () => null,
  price,
  send,
};
