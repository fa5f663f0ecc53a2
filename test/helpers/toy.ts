import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { toy } from '#test/channels/toy/channel.ts';
import { webhookEvent } from './lambda.ts';
import type { Person, Played, Seen, ShownBubble } from './messenger.ts';
import { answered } from './phone.ts';

export const toyAccount: Account = {
  bot: 'station',
  token: 'test-toy-token',
  number: '',
  webhookSecrets: ['test-toy-secret'],
  verifyToken: '',
  apiUrl: 'http://127.0.0.1:3',
};

const shown = z.object({
  to: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ label: z.string(), data: z.string() })).default([]),
});

/** The made-up messenger with its phones. */
export function playToy(now: () => number): Played {
  const phones = new Map<string, ShownBubble[]>();
  const seen: Seen[] = [];
  let count = 0;

  function post(person: Person, did: Readonly<Record<string, string>>) {
    count += 1;
    const { id, first_name: name, language_code: language = null } = person;
    return { number: count, person: { id: String(id), name, language }, at: now(), ...did };
  }

  const bubbles: Played['bubbles'] = ({ id }) => phones.get(String(id)) ?? [];
  return {
    channel: toy,
    account: toyAccount,
    updates: {
      text: (says, person) => post(person, { says }),
      command: (says, person) => post(person, { says }),
      contact: (shares, person) => post(person, { shares }),
      contactOfAnother: (says, person) => post(person, { says }),
      photo: (_file, _album, person) => post(person, { says: 'a photo, which this messenger cannot carry' }),
      voice: (_file, person) => post(person, { says: 'a sound, which this messenger cannot carry' }),
      location: (_latitude, _longitude, person) =>
        post(person, { says: 'a place, which this messenger cannot carry' }),
      tap: (_bubble, taps, person) => post(person, { taps }),
    },
    seen,
    http: async ({ body }) => {
      const { to, text, buttons } = shown.parse(JSON.parse(Buffer.from(body).toString('utf8')));
      const links = [...text.matchAll(/https?:\S+/g)].map(([url]) => ({ text: '', url }));
      const bubble = {
        id: `t${seen.length + 1}`,
        text,
        buttons: [...buttons.map(({ label, data }) => ({ text: label, data })), ...links],
      };
      phones.set(to, [...(phones.get(to) ?? []), bubble]);
      seen.push({ chat: to, how: 'new', text });
      return answered(200, { id: bubble.id });
    },
    event: (body, secret = 'test-toy-secret') =>
      webhookEvent('/toy', JSON.stringify(body), { 'x-toy-secret': secret }),
    addressOf: ({ id }) => ({ channel: 'toy', bot: 'station', chat: String(id), thread: '' }),
    bubbles,
    everyButton: (person) =>
      bubbles(person).flatMap(({ buttons }) => buttons.flatMap(({ data }) => data ?? [])),
    isMore: ({ data }) => /^1\..+\.m\d+\.\d+$/.test(data ?? ''),
  };
}
