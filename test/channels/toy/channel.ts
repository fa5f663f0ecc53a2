import type { Channel } from '#shared/channels/channel.ts';
import { account } from './account.ts';
import { files } from './files.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';
import { acknowledge, notice, render, retireCard } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

/**
 * A messenger made up for the tests: what a third one costs is this folder and its line in the list of messengers. It can
 * do less than any real one, so that whatever the station says must still be usable.
 */
export const toy: Channel = {
  name: 'toy',
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
  price: () => 0,
  send,
};
