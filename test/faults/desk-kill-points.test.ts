import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskMorning, deskMoves, mondayTen, note, topicsGone } from './desk-scenario.ts';
import { type Clean, killEach, liveWell, type Story } from './lives.ts';

/**
 * The same as in `kill-points.test.ts` for what advisors and customers do together. One kill a life: a
 * customer on WhatsApp sees nothing twice, one on Telegram one message at most, there are never two topics of one customer,
 * and no note leaves the group.
 */

const everywhere = [
  'converse DynamoDB BatchGet',
  'converse DynamoDB Get',
  'converse DynamoDB TransactWrite',
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
  'deliver Telegram editMessageText',
  'deliver Telegram pinChatMessage',
  'deliver Telegram sendMessage',
  'deliver Telegram setMessageReaction',
  'deliver queue inbound',
  'deliver secrets',
  'tick DynamoDB Query',
  'tick queue inbound',
  'webhook queue inbound',
  'webhook secrets',
];

const busy = ['deliver queue later', 'tick queue outbound'];
const files = [
  'converse queue jobs',
  'media Telegram file',
  'media Telegram getFile',
  'media queue inbound',
  'media secrets',
];
const whatsapp = ['deliver Whatsapp messages', 'webhook DynamoDB Update of a row'];

const stories = [
  {
    name: 'a morning with an advisor',
    acts: deskMorning,
    telegram: [
      ...busy,
      ...files,
      'deliver Telegram deleteMessages',
      'deliver Telegram sendMediaGroup',
      'deliver Telegram sendPhoto',
    ],
    whatsapp: [
      ...busy,
      ...whatsapp,
      ...files,
      'deliver Telegram sendPhoto',
      'deliver Whatsapp media',
      'media Whatsapp file',
    ],
  },
  {
    name: 'a topic deleted, slow, closed',
    acts: topicsGone,
    telegram: [...busy, 'deliver Telegram reopenForumTopic'],
    whatsapp: [...busy, ...whatsapp, 'deliver Telegram reopenForumTopic'],
  },
  { name: 'a group that moves', acts: deskMoves, telegram: [], whatsapp },
] as const;
const messengers = [
  { messenger: 'telegram', shownTwice: 1 },
  { messenger: 'whatsapp', shownTwice: 0 },
] as const;
const lives = stories.flatMap((story) =>
  messengers.map((one) => ({
    ...story,
    ...one,
    boundaries: [...everywhere, ...story[one.messenger]].sort(),
  })),
);

describe.each(lives)('$name, on $messenger', ({ name, messenger, shownTwice, acts, boundaries }) => {
  const story: Story = { messenger, begins: mondayTen, acts, shownTwice };
  let clean: Clean;
  let count = 0;
  beforeAll(async () => {
    clean = await liveWell(story);
  });

  it('goes well when nobody is killed, and has no boundary that nobody thought of', () => {
    expect([...new Set(clean.passed)].sort()).toEqual(boundaries);
    for (const { faults, desk, seen, phone } of clean.acts) {
      expect(faults).toEqual([]);
      expect(desk.flatMap(({ unknown }) => unknown)).toEqual([]);
      expect([...seen.map(({ text }) => text), ...phone].filter((text) => text.includes(note))).toEqual([]);
    }
    const [general, ...topics] = clean.acts.at(-1)?.desk ?? [];
    expect(topics.map(({ title }) => title)).toEqual(['Nikos']);
    expect(general?.lines.filter((line) => /Octavia|Are you there/.test(line))).toEqual([]);
  });

  it.each(boundaries)(
    'killed at %s: loses nothing and does nothing twice',
    { timeout: 240_000 },
    async (kind) => {
      const killed = await killEach(kind, story, clean);
      expect(killed).toBeGreaterThan(0);
      count += killed;
    },
  );

  afterAll(() => console.log(`${name}, ${messenger}: ${clean.passed.length} boundaries, ${count} kills`));
});
