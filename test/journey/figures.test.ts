import { afterEach, describe, expect, it } from 'vitest';
import { digestTimer } from '#shared/desk/digest/timer.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { timerAddress, timerItem } from '#shared/store/timer.ts';
import { words } from '#test/helpers/labels.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import { group, type Rig, startRig } from '#test/helpers/rig.ts';
import { el, lena, mondayTen } from './desk-talk.ts';

/** The owner's figures, from what people did to the words and the picture in General. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const held: { rig: Rig | null; table: MemoryTable } = { rig: null, table: memoryTable() };
afterEach(async () => {
  await held.rig?.close();
  held.rig = null;
});

/** A Monday on which Lena asks for a person and Maria answers seven minutes later. */
async function answeredLena(messenger: 'telegram' | 'whatsapp'): Promise<Rig> {
  held.table = memoryTable();
  const rig = await startRig({ messenger, table: held.table });
  held.rig = rig;
  rig.clock = mondayTen;
  await rig.says('person', lena);
  await rig.calm();
  await rig.advance(7);
  await rig.desk.as('maria').says('Good morning, yes, it is ready', lena);
  await rig.calm();
  return rig;
}

/** Lets what is due by a moment fall due, as one tick finds it. */
async function until(rig: Rig, at: number): Promise<void> {
  rig.clock = at;
  await rig.tick();
  await rig.calm();
}

/** The chats in which the week's figures are to come. */
function chatsAwaiting(): readonly string[] {
  const due = held.table.items().filter(({ sk }) => sk === digestTimer);
  return due.map(({ pk }) => timerAddress(String(pk))?.chat ?? '');
}

const general = (rig: Rig) => rig.desk.general().messages;

describe.each(['telegram', 'whatsapp'] as const)(
  'the figures of a station whose customers are on %s',
  (messenger) => {
    it('come on Monday when the desk opens, once, in the manager’s language, with a picture below', async () => {
      const rig = await answeredLena(messenger);
      const before = general(rig).length;
      // Half past eight on the next Monday, and not before.
      await until(rig, mondayTen + 7 * DAY - 91 * MINUTE);
      expect(
        general(rig)
          .slice(before)
          .filter(({ kind }) => kind === 'photo'),
      ).toEqual([]);
      await until(rig, mondayTen + 7 * DAY - 90 * MINUTE);
      const came = general(rig).slice(before);
      const title = words(
        'el',
        phrase('digestTitle', { unit: 'week', from: '2026-11-23', to: '2026-11-29', whole: true }),
      );
      const told = came.filter(({ text }) => text.startsWith(title));
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain(
        words('el', phrase('digestAnswers', { count: 1, took: null, was: null })),
      );
      expect(told[0]?.text.split('\n').length).toBeLessThanOrEqual(25);
      const pictures = came.filter(({ kind }) => kind === 'photo');
      expect(pictures).toHaveLength(1);
      const [picture] = [...rig.files.stored.values()].filter(({ mime }) => mime === 'image/png');
      expect(Buffer.from(picture?.content ?? []).toString('latin1', 1, 4)).toBe('PNG');
      const then = general(rig).length;
      await until(rig, mondayTen + 13 * DAY);
      expect(
        general(rig)
          .slice(then)
          .filter(({ kind }) => kind === 'photo'),
      ).toEqual([]);
      await until(rig, mondayTen + 14 * DAY);
      expect(
        general(rig)
          .slice(then)
          .filter(({ kind }) => kind === 'photo'),
      ).toHaveLength(1);
    }, 60_000);

    it('come once a week as well after the group got a new id, whatever is still handled of the old one', async () => {
      const rig = await answeredLena(messenger);
      const { desk, played } = rig;
      const old = desk.forum;
      await desk.migrates(-1_002_000_000_009);
      const late = played.telegram.groupUpdates.text(
        { forum: old, thread: 0 },
        desk.people.maria,
        { id: 9_001 },
        'late',
      );
      await rig.on('telegram').brings(late);
      await rig.calm();
      expect(chatsAwaiting()).toEqual(['-1002000000009']);
      for (const week of [1, 2]) {
        const then = general(rig).length;
        await until(rig, mondayTen + week * 7 * DAY);
        await until(rig, mondayTen + (week * 7 + 1) * DAY);
        const pictures = general(rig).slice(then);
        expect(pictures.filter(({ kind }) => kind === 'photo')).toHaveLength(1);
      }
    }, 60_000);

    it('end in a group that the station has left for another one', async () => {
      const rig = await answeredLena(messenger);
      held.table.plant(timerItem('telegram/4242/-100777/', digestTimer, rig.clock, null));
      const before = general(rig).length;
      await until(rig, rig.clock);
      expect(chatsAwaiting()).toEqual([group]);
      expect(general(rig)).toHaveLength(before);
    }, 60_000);

    it('are given whenever an advisor asks, of this week so far, a week or a month, and a word that is none is explained', async () => {
      const rig = await answeredLena(messenger);
      const asks = async (command: string) => {
        await rig.desk.as('maria').says(command, 'general');
        await rig.calm();
        return general(rig);
      };
      const shown = (await asks('/report')).filter(({ kind }) => kind === 'text');
      expect(shown.at(-1)?.text).toContain(
        el(phrase('digestTitle', { unit: 'week', from: '2026-11-23', to: '2026-11-23', whole: false })),
      );
      expect(general(rig).at(-1)?.kind).toBe('photo');
      const week = await asks('/report 2026-W46');
      expect(week.filter(({ kind }) => kind === 'text').at(-1)?.text).toContain(
        el(phrase('digestNothing', { unit: 'week', from: '2026-11-09', to: '2026-11-15', whole: true })),
      );
      const month = await asks('/report 2026-11');
      expect(month.filter(({ kind }) => kind === 'text').at(-1)?.text).toContain(
        el(phrase('digestTitle', { unit: 'month', from: '2026-11-01', to: '2026-11-23', whole: false })),
      );
      const word = (await asks('/report someday')).at(-1);
      expect(word?.text).toBe(
        el(phrase('digestBadPeriod', { word: 'someday', week: '2026-W47', month: '2026-11' })),
      );
    }, 60_000);
  },
);
