import { describe, expect, it } from 'vitest';
import { answered } from '#infra/local/page/app/answered.ts';
import type { ShownContent, ShownMessage } from '#infra/local/phone-api.ts';

const message = (id: number, changes: Partial<ShownMessage>): ShownMessage => ({
  id,
  from: 'bot',
  author: '',
  at: '2026-11-24T08:00:00Z',
  edited: false,
  content: { kind: 'text', text: 'When?' },
  buttons: [],
  ...changes,
});

const asked = message(1, {
  buttons: [
    [
      { kind: 'callback', text: 'Nine', data: '9' },
      { kind: 'url', text: 'Page', url: 'https://a.example' },
    ],
  ],
});
const said = (words: string, replyTo?: number): ShownMessage =>
  message(2, {
    from: 'person',
    content: { kind: 'text', text: words },
    ...(replyTo === undefined ? {} : { replyTo }),
  });
const contact: ShownContent = { kind: 'contact', name: 'Nikos', phone: '' };

describe('An answered question', () => {
  it('is one whose button the person tapped', () => {
    expect([...answered([asked, said('Nine', 1)])]).toEqual([1]);
  });

  it.each([
    ['other words in reply to it', said('At ten', 1)],
    ['the same words, in reply to nothing', said('Nine')],
    ['the words of its link', said('Page', 1)],
    ['an answer to a message that is gone', said('Nine', 7)],
    ['a contact that nobody asked for', message(2, { from: 'person', content: contact, replyTo: 1 })],
  ])('is not one that got %s', (_what, reply) => {
    expect(answered([asked, reply]).size).toBe(0);
  });

  it('is a request for the contact that got one', () => {
    const request = message(1, { asksContact: true });
    expect([...answered([request, message(2, { from: 'person', content: contact, replyTo: 1 })])]).toEqual([
      1,
    ]);
  });
});
