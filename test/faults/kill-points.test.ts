import { beforeAll, describe, expect, it } from 'vitest';
import { saturdayNoon } from '#test/helpers/rig.ts';
import { type Clean, killEach, liveWell, type Story } from './lives.ts';
import { weekend } from './scenario.ts';

/**
 * The process is killed at calls of every kind that leave a function, before the call has its effect and after it, one
 * kill a run; with `KILL_POINTS=all` at every single one. Whatever is lost with it, the queue or the messenger brings again; nobody may notice more than one message
 * twice, and no customer any where the messenger tells what became of a message.
 */

/** Every kind of call there is. A new kind fails the first test until it stands here, and is then killed like the others. */
const everywhere = [
  'converse DynamoDB BatchGet',
  'converse DynamoDB Get',
  'converse DynamoDB TransactWrite',
  'converse queue jobs',
  'converse queue later',
  'converse queue outbound',
  'deliver DynamoDB BatchGet',
  'deliver DynamoDB Get',
  'deliver DynamoDB Put',
  'deliver DynamoDB Query',
  'deliver DynamoDB TransactWrite',
  'deliver DynamoDB Update of a row',
  'deliver DynamoDB Update of a sender',
  'deliver Telegram createForumTopic',
  'deliver Telegram editForumTopic',
  'deliver Telegram editMessageText',
  'deliver Telegram pinChatMessage',
  'deliver Telegram sendContact',
  'deliver Telegram sendMessage',
  'deliver queue later',
  'deliver secrets',
  'media queue inbound',
  'media secrets',
  'tick DynamoDB Query',
  'tick queue inbound',
  'tick queue outbound',
  'webhook queue inbound',
  'webhook secrets',
];

const messengers = [
  {
    messenger: 'telegram',
    shownTwice: 1,
    calendars: 3,
    says: /phone number/,
    boundaries: [
      ...everywhere,
      'deliver Telegram answerCallbackQuery',
      'deliver Telegram editMessageReplyMarkup',
      'deliver Telegram sendDocument',
      'deliver Telegram sendMediaGroup',
      'deliver Telegram sendVenue',
      'media Telegram file',
      'media Telegram getFile',
    ],
  },
  {
    messenger: 'whatsapp',
    shownTwice: 0,
    calendars: 0,
    says: /^A reminder of your visit/,
    boundaries: [
      ...everywhere,
      'deliver Telegram sendPhoto',
      'deliver Whatsapp messages',
      'media Whatsapp file',
      'webhook DynamoDB Update of a row',
      'webhook queue outbound',
    ],
  },
] as const;

describe.each(messengers)(
  'on $messenger, a process that is killed',
  ({ messenger, boundaries, says, shownTwice, calendars }) => {
    const story: Story = { messenger, begins: saturdayNoon, acts: () => weekend(messenger), shownTwice };
    let clean: Clean;

    beforeAll(async () => {
      clean = await liveWell(story);
    });

    it('has no boundary that nobody thought of', () => {
      const kinds = new Set(clean.passed);
      console.log(
        `${clean.passed.length} boundaries of ${kinds.size} kinds, killed before and after, where it changes anything`,
      );
      expect([...kinds].sort()).toEqual([...boundaries].sort());
    });

    it('is compared with a weekend that went well', () => {
      const { faults = null, seen = [], desk = [] } = clean.acts.at(-1) ?? {};
      expect(faults).toEqual([]);
      const texts = seen.map(({ text }) => text);
      for (const words of [/^Booked:/, /^Moved/, /^Cancelled/, says, /keep|post|write/, /3 photos/])
        expect(
          texts.some((text) => words.test(text)),
          String(words),
        ).toBe(true);
      expect(texts.filter((text) => text === 'sendDocument')).toHaveLength(calendars);
      const [general, ...topics] = desk;
      expect(topics.map(({ title }) => title)).toEqual(['Nikos · Octavia']);
      expect(general?.lines).toContainEqual(expect.stringMatching(/no answer for 5 min/));
      expect(desk.flatMap(({ unknown }) => unknown)).toEqual([]);
    });

    it.each(boundaries)(
      '%s: loses nothing and does nothing twice',
      { timeout: 240_000 },
      async (boundary) => {
        expect(await killEach(boundary, story, clean)).toBeGreaterThan(0);
      },
    );
  },
);
