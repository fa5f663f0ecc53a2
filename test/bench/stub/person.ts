import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { Person, Played, ShownButton } from '#test/helpers/messenger.ts';

/** People who book one after the other: each new to the station, each with the same six interactions. */
export type People = {
  /** The next body that the messenger would post, and whether it begins another person's visit. */
  next(): { readonly update: unknown; readonly first: boolean };
  /** The first update of yet another person; the visit before ends where it was. */
  newcomer(): unknown;
};

type Act =
  | { readonly kind: 'command' | 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly label: string | RegExp };

const label = (key: Parameters<typeof words>[1]) => words('en', key);

const booking: readonly Act[] = [
  { kind: 'command', text: '/start' },
  { kind: 'tap', label: label(phrase('labelBook')) },
  { kind: 'tap', label: serviceRow('en', 'oil') },
  { kind: 'text', text: 'Octavia ABC-4821' },
  { kind: 'tap', label: aTime },
  { kind: 'tap', label: label(phrase('labelLeave')) },
];

/** `played` shows what the bot has said so far, so that a person finds the button; `forget` clears their phones. */
export function people({ updates, bubbles, shows }: Played, forget: () => void): People {
  let id = 8_000_000;
  let at = -1;

  function isLabelled(button: ShownButton, wanted: string | RegExp): boolean {
    if (typeof wanted !== 'string') return wanted.test(button.text);
    return button.text === wanted || (shows?.(button, wanted) ?? false);
  }

  function tap(person: Person, wanted: string | RegExp): unknown {
    for (const bubble of bubbles(person).toReversed()) {
      const button = bubble.buttons.find((one) => isLabelled(one, wanted));
      if (button?.data) return updates.tap(bubble, button.data, person);
    }
    throw new Error(`Nobody showed the button ${wanted}: did the step before it fail?`);
  }

  const self: People = {
    newcomer() {
      at = -1;
      return self.next().update;
    },
    next() {
      at = (at + 1) % booking.length;
      if (at === 0) {
        forget();
        id += 1;
      }
      const person = { id, first_name: 'Lena', language_code: 'en' };
      const act = booking[at];
      if (act === undefined) throw new Error('A booking has no such step');
      if (act.kind === 'tap') return { update: tap(person, act.label), first: false };
      return { update: updates[act.kind](act.text, person), first: at === 0 };
    },
  };
  return self;
}
