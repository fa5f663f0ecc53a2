import { type PlayedTelegram, playTelegram } from './telegram.ts';

/** The messengers of a rig, by name. */
export type Playing = { readonly telegram: PlayedTelegram };
export type PlayedName = keyof Playing;

export function playAll(now: () => number): Playing {
  return { telegram: playTelegram(now) };
}
