import type { Address } from '#shared/domain/address.ts';
import type { Channel } from './channel.ts';
import { deskAddress, telegram } from './telegram/channel.ts';
import { whatsapp } from './whatsapp/channel.ts';

/** Every messenger. A new one is its folder and a line here. */
export const channels: readonly Channel[] = [telegram, whatsapp];

/** The messenger of an address. Throws for one that is not here (any more): the message stays queued. */
export function channelOf({ channel: name }: Pick<Address, 'channel'>, known = channels): Channel {
  const found = known.find((channel) => channel.name === name);
  if (!found) throw new RangeError(`There is no messenger named ${name} in this version.`);
  return found;
}

/** Where the advisors are: the messenger of their group. */
export { deskAddress };
