import type { Channel } from '../channel.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';
import { answerTap, render, retireCard } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

/** Telegram, by its Bot API. */
export const telegram: Channel = {
  name: 'telegram',
  limits,
  verify,
  parse,
  render,
  answerTap,
  retireCard,
  send,
};
