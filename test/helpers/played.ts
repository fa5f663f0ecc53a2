import type { Played } from './messenger.ts';
import { type PlayedTelegram, playTelegram } from './telegram.ts';
import { playToy } from './toy.ts';
import { type PlayedWhatsApp, playWhatsApp } from './whatsapp.ts';

/** The messengers of a rig, by name. */
export type Playing = {
  readonly telegram: PlayedTelegram;
  readonly whatsapp: PlayedWhatsApp;
  readonly toy: Played;
};
export type PlayedName = keyof Playing;

export function playAll(now: () => number): Playing {
  return { telegram: playTelegram(now), whatsapp: playWhatsApp(now), toy: playToy(now) };
}
