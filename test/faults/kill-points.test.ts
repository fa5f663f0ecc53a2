import { beforeAll, describe, expect, it } from 'vitest';
import { type Between, type Io, kill } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import type { Seen } from '#test/helpers/messenger.ts';
import { group, type Rig, saturdayNoon, startRig } from '#test/helpers/rig.ts';
import { compareSeen, faultsIn, sameSeen, stateOf } from './audit.ts';
import { deskView, type TopicView } from './desk-view.ts';
import { type Act, weekend } from './scenario.ts';

/**
 * The process is killed at every single call that leaves a function, before the call has its effect and after it, one
 * kill a run. Whatever is lost with it, the queue or the messenger brings again; nobody may notice more than one message
 * twice, and no customer any where the messenger tells what became of a message.
 */

/** Every kind of call there is. A new kind fails the first test until it stands here, and is then killed like the others. */
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
  'deliver Telegram editForumTopic',
  'deliver Telegram editMessageText',
  'deliver Telegram pinChatMessage',
  'deliver Telegram sendContact',
  'deliver Telegram sendMessage',
  'deliver queue later',
  'deliver secrets',
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
    ],
  },
  {
    messenger: 'whatsapp',
    shownTwice: 0,
    calendars: 0,
    says: /^A reminder of your visit/,
    boundaries: [
      ...everywhere,
      'converse queue jobs',
      'deliver Telegram editMessageMedia',
      'deliver Whatsapp messages',
      'media Whatsapp file',
      'media queue inbound',
      'media secrets',
      'webhook DynamoDB Update of a row',
      'webhook queue outbound',
    ],
  },
] as const;

const minute = 60_000;
/** Longer than anything waits by itself: what failed later is said again after five minutes. */
const mostTicks = 8;

type Ending = {
  readonly items: readonly Item[];
  /** What customers saw. */
  readonly seen: readonly Seen[];
  readonly desk: readonly TopicView[];
  readonly faults: readonly string[];
};

/** Lives through the weekend; `between` may kill. */
async function live(messenger: 'telegram' | 'whatsapp', between: Between): Promise<Ending> {
  const table = memoryTable(between);
  const rig = await startRig({ messenger, table, between, onFailure: 'retry' });
  for (const act of weekend(messenger)) await doAct(act, rig, table);
  const items = table.items();
  const seen = rig.seen.filter(({ chat }) => String(chat) !== group);
  return { items, seen, desk: deskView(rig, items), faults: faultsIn(items, rig) };
}

async function doAct({ at, does }: Act, rig: Rig, table: MemoryTable): Promise<void> {
  rig.clock = saturdayNoon + at * minute;
  await does(rig).catch(againLater);
  await rig.calm();
  // The tick comes every minute; where nothing is due within the next of them they are left out.
  for (let left = mostTicks; left > 0 && table.isDue(rig.clock + left * minute); left -= 1) {
    rig.clock += minute;
    await rig.tick().catch(againLater);
    await rig.calm();
  }
}

/** The tick is killed like any other; its next minute makes up for it. */
function againLater(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'KilledError') throw error;
}

function nameOf({ process, kind }: Io): string {
  return `${process} ${kind}`;
}

describe.each(messengers)(
  'on $messenger, a process that is killed',
  ({ messenger, boundaries, says, shownTwice, calendars }) => {
    const passed: string[] = [];
    let clean: Ending;

    beforeAll(async () => {
      clean = await live(messenger, (io, act) => {
        if (io.process !== 'test') passed.push(nameOf(io));
        return act();
      });
    });

    it('has no boundary that nobody thought of', () => {
      console.log(
        `${passed.length} boundaries of ${new Set(passed).size} kinds, each killed before and after`,
      );
      expect([...new Set(passed)].sort()).toEqual([...boundaries].sort());
    });

    it('is compared with a weekend that went well', () => {
      expect(clean.faults).toEqual([]);
      const texts = clean.seen.map(({ text }) => text);
      for (const words of [/^Booked:/, /^Moved/, /^Cancelled/, says, /keep|post|write/, /3 photos/])
        expect(
          texts.some((text) => words.test(text)),
          String(words),
        ).toBe(true);
      expect(texts.filter((text) => text === 'sendDocument')).toHaveLength(calendars);
      const [general, ...topics] = clean.desk;
      expect(topics.map(({ title }) => title)).toEqual(['Nikos · Octavia']);
      expect(general?.lines).toContainEqual(expect.stringMatching(/no answer for 5 min/));
      expect(clean.desk.flatMap(({ unknown }) => unknown)).toEqual([]);
    });

    it.each(boundaries)(
      '%s: loses nothing and does nothing twice',
      { timeout: 240_000 },
      async (boundary) => {
        for (const [ordinal, name] of passed.entries()) {
          if (name !== boundary) continue;
          for (const when of ['before', 'after'] as const) {
            const place = `${when} ${name} #${ordinal}`;
            const ending = await live(messenger, killing(ordinal, when));
            expect(ending.faults, place).toEqual([]);
            expect(stateOf(ending.items), place).toEqual(stateOf(clean.items));
            const { missing, extra } = compareSeen(clean.seen, ending.seen);
            expect(missing, `${place}: shown to nobody`).toEqual([]);
            const again = `${place}: shown twice ${JSON.stringify(extra)}`;
            expect(extra.length, again).toBeLessThanOrEqual(shownTwice);
            for (const one of extra)
              expect(
                clean.seen.some((seen) => sameSeen(seen, one)),
                place,
              ).toBe(true);
            expectSameDesk(ending.desk, clean.desk, place, extra.length);
          }
        }
      },
    );
  },
);

/** The same topics with the same words and cards; at most one message besides, where no customer saw one twice. */
function expectSameDesk(
  desk: readonly TopicView[],
  clean: readonly TopicView[],
  place: string,
  extra: number,
): void {
  const standing = (views: readonly TopicView[]) => views.map(({ unknown: _, ...view }) => view);
  expect(standing(desk), place).toEqual(standing(clean));
  const unknown = desk.flatMap((view) => view.unknown);
  expect(unknown.length + extra, `${place}: ${unknown}`).toBeLessThanOrEqual(1);
}

function killing(ordinal: number, when: 'before' | 'after'): Between {
  let count = 0;
  return async (io, act) => {
    if (io.process === 'test' || count++ !== ordinal) return act();
    if (when === 'after') await act();
    return kill();
  };
}
