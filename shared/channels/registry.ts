import type { ChannelName } from '#shared/domain/address.ts';
import type { Channel } from './channel.ts';
import { telegram } from './telegram/channel.ts';

/** Every messenger. A new one is its folder and a line here. */
export const channels: Readonly<Record<ChannelName, Channel>> = { telegram };
