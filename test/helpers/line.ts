import type { Person, Played, ShownBubble, ShownButton } from './messenger.ts';

/** What people do on their phones at one messenger, and what they see there. */
export type Line = {
  /** Posts one body as the messenger would; answers the status. */
  post(body: unknown, secret?: string): Promise<number>;
  /** Posts it again and again until it is accepted, as messengers do. */
  brings(body: unknown): Promise<void>;
  says(text: string, person?: Person): Promise<void>;
  command(text: string, person?: Person): Promise<void>;
  /** Shares their own number by the messenger's button. */
  shares(phone: string, person?: Person): Promise<void>;
  /** Taps the latest button of that label; looks further in a list that shows only a part. */
  taps(label: string | RegExp, person?: Person): Promise<void>;
  /** The body of such a tap, not posted yet. */
  tapOn(label: string | RegExp, person?: Person): unknown;
  bubbles(person?: Person): readonly ShownBubble[];
  last(person?: Person): ShownBubble;
};

export const nikos: Person = { id: 7000001, first_name: 'Nikos', language_code: 'en' };

export type LineDeps = {
  readonly played: Played;
  readonly post: Line['post'];
  readonly settle: () => Promise<void>;
};

/** More parts than this has no list of the station. */
const mostParts = 10;

export function lineOf({ played, post, settle }: LineDeps): Line {
  const { updates, bubbles } = played;
  const brings = async (body: unknown) => {
    for (let attempt = 0; attempt < 200; attempt += 1) if ((await post(body)) < 500) return;
    throw new Error('The webhook did not take an update in 200 attempts');
  };
  const does = async (body: unknown) => {
    await brings(body);
    await settle();
  };

  function isLabelled(button: ShownButton, label: string | RegExp): boolean {
    if (typeof label !== 'string') return label.test(button.text);
    return button.text === label || (played.shows?.(button, label) ?? false);
  }

  /** The latest bubble with such a button. */
  function find(is: (button: ShownButton) => boolean, person: Person) {
    const bubble = bubbles(person).findLast(({ buttons }) => buttons.some(is));
    const button = bubble?.buttons.find(is);
    return bubble && button?.data ? { bubble, data: button.data } : undefined;
  }

  const line: Line = {
    post,
    brings,
    says: (text, person = nikos) => does(updates.text(text, person)),
    command: (text, person = nikos) => does(updates.command(text, person)),
    shares: (phone, person = nikos) => does(updates.contact(phone, person)),
    async taps(label, person = nikos) {
      const wanted = () => find((button) => isLabelled(button, label), person);
      for (let part = 1; part < mostParts && !wanted(); part += 1) {
        const more = find((button) => played.isMore?.(button) ?? false, person);
        if (!more) break;
        await does(updates.tap(more.bubble, more.data, person));
      }
      await does(line.tapOn(label, person));
    },
    tapOn(label, person = nikos) {
      const found = find((button) => isLabelled(button, label), person);
      if (!found) throw new Error(`No button ${label} on ${JSON.stringify(bubbles(person).at(-1))}`);
      return updates.tap(found.bubble, found.data, person);
    },
    bubbles: (person = nikos) => bubbles(person),
    last(person = nikos) {
      const bubble = bubbles(person).at(-1);
      if (!bubble) throw new Error('Nothing was said yet');
      return bubble;
    },
  };
  return line;
}
