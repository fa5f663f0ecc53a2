import { expect } from 'vitest';
import { type Between, type Io, kill } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import type { Seen } from '#test/helpers/messenger.ts';
import { group, nikos, type Rig, startRig } from '#test/helpers/rig.ts';
import { compareSeen, faultsIn, sameSeen, stateOf } from './audit.ts';
import { deskView, type TopicView } from './desk-view.ts';
import type { Act } from './scenario.ts';

/** The same story again and again, each time with the process killed at another call. */

export type Story = {
  readonly messenger: 'telegram' | 'whatsapp';
  /** Epoch milliseconds at which it begins. */
  readonly begins: number;
  readonly acts: () => readonly Act[];
  /** Messages that a customer may see twice after one kill. */
  readonly shownTwice: number;
};

/** How things stand after an act, once all is quiet. */
export type Standing = {
  readonly items: readonly Item[];
  /** What customers saw. */
  readonly seen: readonly Seen[];
  /** What their phones show. */
  readonly phone: readonly string[];
  readonly desk: readonly TopicView[];
  readonly faults: readonly string[];
};

const minute = 60_000;
/** Longer than anything waits by itself: what failed later is said again after five minutes. */
const mostTicks = 8;

/** Lives through the story; `between` may kill, `after` looks at how things stand after each act, and ends the life by false. */
async function live(
  { messenger, begins, acts }: Story,
  between: Between,
  after: (act: number, standing: () => Standing) => boolean,
): Promise<void> {
  const table = memoryTable(between);
  const rig = await startRig({ messenger, table, between, onFailure: 'retry' });
  for (const [index, { at, does }] of acts().entries()) {
    rig.clock = begins + at * minute;
    await does(rig).catch(againLater);
    await goOn(rig, table);
    if (!after(index, () => standingOf(rig, table.items()))) return;
  }
}

function standingOf(rig: Rig, items: readonly Item[]): Standing {
  return {
    items: stateOf(items),
    seen: rig.seen.filter(({ chat }) => !isDesk(chat)),
    // The random word of a link is another one when the step is decided again.
    phone: rig.bubbles(nikos).map(({ text }) => text.replace(/\/c\/[\w-]+/g, '/c/…')),
    desk: deskView(rig, items),
    faults: faultsIn(items, rig),
  };
}

function isDesk(chat: string | number): boolean {
  return String(chat) === group || Number(chat) < 0;
}

async function goOn(rig: Rig, table: MemoryTable): Promise<void> {
  await rig.calm();
  // The tick comes every minute; where nothing is due within the next of them they are left out.
  for (let left = mostTicks; left > 0 && table.isDue(rig.clock + left * minute); left -= 1) {
    // At full minutes, as the real one: what a timer decides does not depend on how long a killed process was gone.
    rig.clock = Math.floor(rig.clock / minute + 1) * minute;
    await rig.tick().catch(async (error: unknown) => {
      againLater(error);
      // The next minute does what this one would have done; here it is the same minute, so that the same is decided.
      await rig.tick();
    });
    await rig.calm();
  }
}

/** The tick is killed like any other; its next minute makes up for it. */
function againLater(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'KilledError') throw error;
}

/** The story as it goes well: how things stand after each act, and every call on the way. */
export type Clean = { readonly acts: readonly Standing[]; readonly passed: readonly string[] };

export async function liveWell(story: Story): Promise<Clean> {
  const passed: string[] = [];
  const acts: Standing[] = [];
  await live(
    story,
    (io, act) => {
      if (io.process !== 'test') passed.push(nameOf(io));
      return act();
    },
    (_act, standing) => {
      acts.push(standing());
      return true;
    },
  );
  return { acts, passed };
}

function nameOf({ process, kind }: Io): string {
  return `${process} ${kind}`;
}

/** Acts after the one with the kill that are still played: until then whatever it left behind has come up. */
const goesOn = 1;

/** A call that only reads leaves the world as it was: before it and after it is the same moment. */
function momentsOf(boundary: string): readonly ('before' | 'after')[] {
  const reads = /DynamoDB (BatchGet|Get|Query)$| (secrets|file|getFile)$/.test(boundary);
  return reads ? ['before'] : ['before', 'after'];
}

/** `KILL_POINTS=all`: at every single call, which takes minutes; else at every third of a kind, and at its last. */
const each = process.env.KILL_POINTS === 'all' ? 1 : 3;

function ordinalsOf(boundary: string, passed: readonly string[]): readonly number[] {
  const all = passed.flatMap((name, ordinal) => (name === boundary ? [ordinal] : []));
  return all.filter((_, index) => index % each === 0 || index === all.length - 1);
}

/**
 * Kills the process at calls of a kind, before they have their effect and after it, one kill a life. A life ends an act
 * after the kill: when all stands as if nothing had happened, the rest is the same story. Answers how many lives there were.
 */
export async function killEach(boundary: string, story: Story, { acts, passed }: Clean): Promise<number> {
  let lives = 0;
  for (const ordinal of ordinalsOf(boundary, passed)) {
    for (const when of momentsOf(boundary)) {
      const place = `${when} ${boundary} #${ordinal}`;
      const killer = killing(ordinal, when);
      let left = goesOn;
      lives += 1;
      await live(story, killer.between, (act, standing) => {
        if (!killer.done()) return true;
        if (left > 0 && act + 1 < acts.length) {
          left -= 1;
          return true;
        }
        const clean = acts[act];
        if (clean) expectSame(standing(), clean, place, story.shownTwice);
        return false;
      });
      expect(killer.done(), place).toBe(true);
    }
  }
  return lives;
}

function killing(ordinal: number, when: 'before' | 'after') {
  let count = 0;
  const between: Between = async (io, act) => {
    if (io.process === 'test' || count++ !== ordinal) return act();
    if (when === 'after') await act();
    return kill();
  };
  return { between, done: () => count > ordinal };
}

/** Nothing is lost and nothing is done twice; at most one message is shown twice, to customers or at the desk. */
function expectSame(one: Standing, clean: Standing, place: string, shownTwice: number): void {
  expect(one.faults, place).toEqual(clean.faults);
  expect(one.items, place).toEqual(clean.items);
  const { missing, extra } = compareSeen(clean.seen, one.seen);
  expect(missing, `${place}: shown to nobody`).toEqual([]);
  // Pictures of an album that have no words come by the same call as the one that has.
  const calls = extra.filter(({ text }) => text !== '');
  expect(calls.length, `${place}: shown twice ${JSON.stringify(extra)}`).toBeLessThanOrEqual(shownTwice);
  for (const again of extra)
    expect(
      clean.seen.some((seen) => sameSeen(seen, again)),
      place,
    ).toBe(true);
  const left = clean.phone.filter((text) => !one.phone.includes(text));
  expect(left, `${place}: not on the phone`).toEqual([]);
  expect(one.phone.length - clean.phone.length, place).toBeLessThanOrEqual(extra.length);
  // A killed process is followed by the wait for its lease: what the clock calls out may come before the next words or after.
  const called = (line: string) => line.startsWith('Nobody has taken this yet');
  const standing = (views: readonly TopicView[]) =>
    views.map(({ unknown: _, lines, ...view }) => ({
      ...view,
      // In General nothing else is said.
      lines:
        view.title === 'General'
          ? lines.toSorted()
          : [...lines.filter((line) => !called(line)), ...lines.filter(called)],
    }));
  expect(standing(one.desk), place).toEqual(standing(clean.desk));
  const unknown = one.desk.flatMap((view) => view.unknown);
  expect(unknown.length + calls.length, `${place}: ${unknown}`).toBeLessThanOrEqual(1);
}
