import { expect, vi } from 'vitest';
import type { PhoneAct } from '#infra/local/phone-acts.ts';
import type { ShownMessage } from '#infra/local/phone-api.ts';
import type { Station } from '#infra/local/runner/station.ts';

type Choice = { readonly text: string; readonly data: string };

/** Somebody at a phone: a customer's chat, or a place in the advisors' group. */
export type Hand = {
  readonly texts: () => readonly string[];
  readonly says: (text: string) => Promise<void>;
  readonly does: (act: PhoneAct) => Promise<void>;
  /** Taps the newest button or row whose label fits. */
  readonly taps: (label: RegExp) => Promise<void>;
};

export type Spot = {
  readonly messenger: 'telegram' | 'whatsapp';
  readonly chat: string;
  /** In the group: who, and in which topic. */
  readonly as?: string;
  readonly topic?: number;
};

export function handOf(station: Station, { messenger, chat, as, topic }: Spot): Hand {
  const phones = station.messengers[messenger]?.phones;
  if (!phones) throw new Error(`${messenger} is not played here`);
  const here = () => (phones.chat(chat)?.messages ?? []).filter((one) => !as || one.topic === topic);
  const where = { ...(as === undefined ? {} : { as }), ...(topic === undefined ? {} : { topic }) };
  const does = async (act: PhoneAct) => {
    phones.act(act);
    await station.settled(60_000);
  };
  return {
    texts: () => here().flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])),
    says: (text) => does({ do: 'say', chat, text, ...where }),
    does,
    taps: async (label) => {
      const found = await vi.waitFor(
        () => {
          const message = here().findLast((one) => choicesOn(one).some(({ text }) => label.test(text)));
          const choice = message && choicesOn(message).find(({ text }) => label.test(text));
          expect(choice, `${label} in ${JSON.stringify(here().at(-1))}`).toBeDefined();
          return { id: message?.id ?? 0, data: choice?.data ?? '' };
        },
        { timeout: 10_000 },
      );
      await does({
        do: 'tap',
        chat,
        messageId: found.id,
        data: found.data,
        ...(as === undefined ? {} : { as }),
      });
    },
  };
}

/** A row of a list is found by its title and by the line below it. */
function choicesOn(message: ShownMessage): readonly Choice[] {
  const buttons = message.buttons.flat().flatMap((one) => (one.kind === 'callback' ? [one] : []));
  const rows = message.list?.sections.flatMap((section) => section.rows) ?? [];
  return [
    ...buttons,
    ...rows.flatMap(({ title, description, data }) => [title, description].map((text) => ({ text, data }))),
  ];
}
