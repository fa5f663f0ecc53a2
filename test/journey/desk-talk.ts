import { afterEach, beforeEach } from 'vitest';
import type { Phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, type RigOptions, startRig } from '#test/helpers/rig.ts';
import { people } from './people.ts';

/** One customer who wrote on a Monday morning while the desk is open, and what the tests of the desk look at. */

export const { en: lena, ru: anna } = people;

/** Monday, 23 November 2026, 10:00 in Athens. */
export const mondayTen = Date.parse('2026-11-23T08:00:00Z');

/** Maria and Eleni read Greek; the demo station says so. */
export function el(what: Phrase): string {
  return words('el', what);
}

/** A button that is there in the language of whoever saw it first. */
export function either(what: Phrase): RegExp {
  return new RegExp(`^(?:${words('en', what)}|${words('el', what)})$`);
}

/** How a message looks at each messenger, and how far a mark climbs there by itself. */
export const shown = {
  telegram: { signed: (name: string, text: string) => `${name}\n${text}`, arrived: '👌' },
  whatsapp: { signed: (name: string, text: string) => `*${name}*\n${text}`, arrived: '👍' },
} as const;

/** A rig for each test, with Lena's question in her topic. */
export function withLena(messenger: NonNullable<RigOptions['messenger']>): { readonly rig: Rig } {
  const held: { rig: Rig | null } = { rig: null };
  beforeEach(async () => {
    const rig = await startRig({ messenger });
    held.rig = rig;
    rig.clock = mondayTen;
    await rig.says('My Octavia has a new owner', lena);
    await rig.calm();
  });
  afterEach(() => held.rig?.close());
  return {
    get rig() {
      if (!held.rig) throw new Error('The rig is started before each test');
      return held.rig;
    },
  };
}
