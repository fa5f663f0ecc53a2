import { describe, expect, it } from 'vitest';
import { kindOf, messageKinds, updateKinds } from '#shared/channels/telegram/kinds.ts';
import { parse } from '#shared/channels/telegram/parse.ts';
import { type Inbound, type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import { payload, payloadNames } from './payload.ts';

const account = { bot: '4242' };
const anna = { id: '501', name: 'Anna Petrova', language: 'el', phone: null, known: [] };
const address = { channel: 'telegram', bot: account.bot, chat: '501', thread: '' } as const;
const photo = { id: 'AgACAgIAAx-y', bytes: 181_000, mime: 'image/jpeg', name: null };

function file(id: string, rest: Partial<{ bytes: number; mime: string; name: string }> = {}) {
  return { id, bytes: null, mime: null, name: null, ...rest };
}

const handled: readonly { label: string; body: string; event: InboundEvent }[] = [
  {
    label: 'words, with letters of any alphabet and emoji',
    body: 'text',
    event: { kind: 'text', text: 'Καλημέρα, θέλω σέρβις αύριο στις 5 😊' },
  },
  { label: 'a reply', body: 'text-reply', event: { kind: 'text', text: 'yes, that one' } },
  {
    label: 'words with their formatting',
    body: 'text-formatted',
    event: {
      kind: 'text',
      text: '😊 the price is final, see here',
      marks: [
        { kind: 'bold', offset: 16, length: 5 },
        { kind: 'italic', offset: 16, length: 5 },
        { kind: 'link', offset: 27, length: 4, url: 'https://station.example/prices' },
      ],
    },
  },
  {
    label: 'two slashes as words, not as a command',
    body: 'text-two-slashes',
    event: { kind: 'text', text: '//ask for the key' },
  },
  { label: 'a forwarded text', body: 'text-forwarded', event: { kind: 'text', text: 'Meet me there' } },
  {
    label: 'words by way of another bot',
    body: 'text-via-inline-bot',
    event: { kind: 'text', text: '🌦 Sunny' },
  },
  {
    label: '/start with the payload of a link',
    body: 'command-start',
    event: { kind: 'command', name: 'start', payload: 'car_7' },
  },
  {
    label: 'a command written with the bot’s name and a capital',
    body: 'command-with-bot-name',
    event: { kind: 'command', name: 'book', payload: '' },
  },
  {
    label: 'a photo in its largest size',
    body: 'photo',
    event: { kind: 'photo', file: photo, caption: 'noise from here', album: null },
  },
  {
    label: 'a photo of an album',
    body: 'photo-in-album',
    event: { kind: 'photo', file: photo, caption: '', album: '13990000001' },
  },
  {
    label: 'a live photo as its photo',
    body: 'live-photo',
    event: { kind: 'photo', file: photo, caption: '', album: null },
  },
  {
    label: 'a picture sent as a document',
    body: 'document',
    event: {
      kind: 'file',
      what: 'document',
      file: file('BQACAgI', { bytes: 3_100_000, mime: 'image/heic', name: 'IMG_1.HEIC' }),
      caption: 'the dent',
    },
  },
  {
    label: 'a voice message',
    body: 'voice',
    event: {
      kind: 'file',
      what: 'voice',
      file: file('AwACAgI', { bytes: 31_000, mime: 'audio/ogg' }),
      caption: '',
    },
  },
  {
    label: 'a video',
    body: 'video',
    event: {
      kind: 'file',
      what: 'video',
      file: file('BAACAgI', { bytes: 9_100_000, mime: 'video/mp4' }),
      caption: 'listen',
    },
  },
  {
    label: 'a round video',
    body: 'video-note',
    event: { kind: 'file', what: 'videoNote', file: file('DQACAgI', { bytes: 800_000 }), caption: '' },
  },
  {
    label: 'a piece of music',
    body: 'audio',
    event: {
      kind: 'file',
      what: 'audio',
      file: file('CQACAgI', { bytes: 500_000, mime: 'audio/mpeg' }),
      caption: '',
    },
  },
  {
    label: 'an animation, which also carries a document',
    body: 'animation',
    event: { kind: 'file', what: 'animation', file: file('CgACAgI', { mime: 'video/mp4' }), caption: '' },
  },
  {
    label: 'a sticker',
    body: 'sticker',
    event: { kind: 'file', what: 'sticker', file: file('CAACAgI'), caption: '' },
  },
  {
    label: 'one’s own number, with the plus that Telegram leaves out',
    body: 'contact-own',
    event: { kind: 'contact', phone: '+306912345678', own: true },
  },
  {
    label: 'somebody else’s number as not one’s own',
    body: 'contact-of-another',
    event: { kind: 'contact', phone: '+491515550101', own: false, name: 'Friend' },
  },
  {
    label: 'a number out of the address book as not one’s own',
    body: 'contact-from-address-book',
    event: { kind: 'contact', phone: '+302310000000', own: false },
  },
  {
    label: 'a place on the map',
    body: 'location',
    event: { kind: 'location', latitude: 40.5936, longitude: 22.9505 },
  },
  {
    label: 'the first point of a live location',
    body: 'location-live',
    event: { kind: 'location', latitude: 40.5936, longitude: 22.9505 },
  },
  {
    label: 'a venue as its place, with its name',
    body: 'venue',
    event: { kind: 'location', latitude: 40.5936, longitude: 22.9505, title: 'Pier, Leof. Nikis' },
  },
  ...['poll', 'dice', 'game', 'story', 'checklist', 'invoice', 'giveaway'].map((what) => ({
    label: `a ${what} as something the person is told about`,
    body: what,
    event: { kind: 'unsupported', what } as const,
  })),
  { label: 'paid media', body: 'paid-media', event: { kind: 'unsupported', what: 'paid_media' } },
  { label: 'a rich message', body: 'rich-message', event: { kind: 'unsupported', what: 'rich_message' } },
  {
    label: 'a kind of message that nobody knows yet',
    body: 'kind-of-tomorrow',
    event: { kind: 'unsupported', what: 'unknown' },
  },
  {
    label: 'a corrected text',
    body: 'edited-text',
    event: { kind: 'edited', messageId: '11', text: 'noise from front left' },
  },
  {
    label: 'a corrected caption',
    body: 'edited-caption',
    event: { kind: 'edited', messageId: '11', text: 'the left one' },
  },
  {
    label: 'a tap with the row and the option it names',
    body: 'tap',
    event: { kind: 'tap', tapId: '4382001', offer: { row: 'K3WPXA', option: 2 } },
  },
  {
    label: 'a tap on a message too old to be read',
    body: 'tap-inaccessible',
    event: { kind: 'tap', tapId: '4382001', offer: { row: 'K3WPXA', option: 2 } },
  },
  {
    label: 'a tap on an inline message',
    body: 'tap-inline',
    event: { kind: 'tap', tapId: '4382001', offer: { row: 'K3WPXA', option: 2 } },
  },
  {
    label: 'a tap with data that is not ours',
    body: 'tap-not-ours',
    event: { kind: 'tap', tapId: '4382001', offer: null },
  },
  { label: 'a tap without data', body: 'tap-game', event: { kind: 'tap', tapId: '4382001', offer: null } },
  {
    label: 'a reaction',
    body: 'message-reaction',
    event: { kind: 'reaction', messageId: '40', emoji: '👍' },
  },
  {
    label: 'a reaction taken away',
    body: 'message-reaction-gone',
    event: { kind: 'reaction', messageId: '40', emoji: null },
  },
  { label: 'being blocked', body: 'blocked', event: { kind: 'blocked' } },
  { label: 'being let in again', body: 'unblocked', event: { kind: 'unblocked' } },
];

const max = { id: '5000001', name: 'Max', language: null, phone: null, known: [] };
const group = '-1002000000001';

/** What comes out of the advisors' group; bodies of which the rest is tested in parse-groups.test.ts. */
const inGroup: readonly {
  body: string;
  from: typeof max | typeof anna | null;
  thread: string;
  chat?: string;
  event: InboundEvent;
}[] = [
  { body: 'group-topic', from: max, thread: '77', event: { kind: 'text', text: 'Ready at 5 pm' } },
  {
    body: 'group-topic-created',
    from: null,
    thread: '77',
    event: { kind: 'topic', change: 'created', name: 'Anna', ours: true },
  },
  {
    body: 'group-migrated',
    from: max,
    thread: '',
    chat: '-42',
    event: { kind: 'migrated', from: '-42', to: group },
  },
  {
    body: 'tap-in-group',
    from: max,
    thread: '77',
    event: { kind: 'tap', tapId: '4382001', offer: { row: 'K3WPXA', option: 2 } },
  },
  {
    body: 'added-to-group',
    from: anna,
    thread: '',
    event: { kind: 'rights', rights: { admin: false, topics: false, pin: false, delete: false } },
  },
  {
    body: 'made-administrator',
    from: anna,
    thread: '',
    event: { kind: 'rights', rights: { admin: true, topics: true, pin: false, delete: true } },
  },
  {
    body: 'chat-member',
    from: max,
    thread: '',
    event: {
      kind: 'membership',
      change: 'joined',
      people: [{ id: '501', name: 'Anna Petrova', bot: false }],
    },
  },
];

const ignored: readonly { body: string; reason: string }[] = [
  { body: 'pinned-message', reason: 'service message: pinned_message' },
  { body: 'write-access-allowed', reason: 'service message: write_access_allowed' },
  { body: 'from-a-bot', reason: 'sent by a bot' },
  { body: 'own-echo', reason: 'sent by a bot' },
  { body: 'on-behalf-of-a-channel', reason: 'sent on behalf of a chat' },
  { body: 'edited-live-location', reason: 'a point of a live location' },
  { body: 'edited-without-words', reason: 'an edit without words' },
  { body: 'channel-post', reason: 'channel post' },
  { body: 'edited-channel-post', reason: 'channel post' },
  { body: 'business-connection', reason: 'business mode is not used' },
  { body: 'business-message', reason: 'business mode is not used' },
  { body: 'edited-business-message', reason: 'business mode is not used' },
  { body: 'deleted-business-messages', reason: 'business mode is not used' },
  { body: 'guest-message', reason: 'guest mode is not used' },
  { body: 'stopped-message-generation', reason: 'message drafts are not used' },
  { body: 'message-reaction-custom', reason: 'a reaction that is no emoji' },
  { body: 'message-reaction-count', reason: 'counts of reactions are not used' },
  { body: 'inline-query', reason: 'inline mode is not used' },
  { body: 'chosen-inline-result', reason: 'inline mode is not used' },
  { body: 'shipping-query', reason: 'payments are not used' },
  { body: 'pre-checkout-query', reason: 'payments are not used' },
  { body: 'purchased-paid-media', reason: 'payments are not used' },
  { body: 'subscription', reason: 'payments are not used' },
  { body: 'poll-state', reason: 'polls are not used' },
  { body: 'poll-answer', reason: 'polls are not used' },
  { body: 'chat-join-request', reason: 'news of a group' },
  { body: 'chat-boost', reason: 'news of a group' },
  { body: 'removed-chat-boost', reason: 'news of a group' },
  { body: 'managed-bot', reason: 'managed bots are not used' },
  { body: 'update-of-tomorrow', reason: 'unknown kind of update: hologram_call' },
];

describe('what a person sends in a private chat', () => {
  it.each(handled)('is read: $label', ({ body, event }) => {
    const [inbound, ...rest] = parse(payload(body), account);
    expect(rest).toEqual([]);
    expect(inbound).toMatchObject({ address, from: anna, event });
    expect(inboundSchema.safeParse(inbound).success).toBe(true);
  });

  it('keeps who wrote, when, and an id that is the same on every redelivery', () => {
    const expected: Inbound = {
      id: 'u9001',
      address,
      at: 1_795_000_000_000,
      from: anna,
      messageId: '11',
      event: { kind: 'text', text: 'Καλημέρα, θέλω σέρβις αύριο στις 5 😊' },
    };
    expect(parse(payload('text'), account)).toEqual([expected]);
    expect(parse(payload('text'), account)).toEqual([expected]);
  });

  it('takes the moment of the edit, not of the message', () => {
    expect(parse(payload('edited-text'), account)).toMatchObject([{ at: 1_795_000_300_000 }]);
  });
});

describe('what comes out of a group', () => {
  it.each(inGroup)('$body', ({ body, from, thread, chat = group, event }) => {
    const [inbound, ...rest] = parse(payload(body), account);
    expect(rest).toEqual([]);
    expect(inbound).toMatchObject({ address: { ...address, chat, thread }, from, event });
    expect(inboundSchema.safeParse(inbound).success).toBe(true);
  });
});

describe('what is deliberately not handled', () => {
  it.each(ignored)('$body: $reason', ({ body, reason }) => {
    expect(parse(payload(body), account)).toEqual([{ ignored: reason }]);
  });
});

describe('the tables of kinds', () => {
  it('have a recorded body for every kind of update', () => {
    const seen = new Set<string | undefined>(
      payloadNames.map((name) => kindOf(updateKinds, JSON.parse(payload(name).toString()))),
    );
    expect(Object.keys(updateKinds).filter((kind) => !seen.has(kind))).toEqual([]);
  });

  it('have every recorded body in one of the tests above', () => {
    const tested = new Set([...handled, ...inGroup, ...ignored].map(({ body }) => body));
    expect(payloadNames.filter((name) => !tested.has(name))).toEqual([]);
  });

  it.each(Object.entries(messageKinds).filter(([, outcome]) => outcome === 'service'))(
    'in a private chat answer nobody for the service message %s',
    (kind) => {
      const body = JSON.parse(payload('pinned-message').toString());
      const { pinned_message: content, ...message } = body.message;
      const update = { ...body, message: { ...message, [kind]: content } };
      expect(parse(Buffer.from(JSON.stringify(update)), account)).toEqual([
        { ignored: `service message: ${kind}` },
      ]);
    },
  );
});
