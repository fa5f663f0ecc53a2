import { describe, expect, it } from 'vitest';
import type { Fate } from '#test/helpers/graph.ts';
import { nikos } from '#test/helpers/rig.ts';
import { wamidOf } from '#test/helpers/whatsapp-updates.ts';
import { onceDone, timedOut } from './outcomes.ts';
import { type Small, smallRig } from './small.ts';

/** WhatsApp takes nearly everything, and tells later what became of it. */

const day = 24 * 60 * 60_000;

async function whatsappRig(): Promise<Small> {
  return smallRig({ messenger: 'whatsapp' });
}

/** The next messages end so; those after them arrive. */
function ending(rig: Small, ...fates: readonly Fate[]): void {
  const waiting = [...fates];
  rig.played.whatsapp.graph.fate = () => waiting.shift() ?? 'delivered';
}

function texts(rig: Small): readonly string[] {
  return rig.bubbles(nikos).map(({ text }) => text);
}

/** What the advisors are told did not arrive; all else that they see of the talk is left out. */
function desk(rig: Small): readonly string[] {
  return rig.phone.seen.map(({ text }) => text).filter((text) => /Not delivered/.test(text));
}

/** A visit on Monday morning, and the wish to be reminded. */
async function booked(rig: Small): Promise<void> {
  await rig.says('hello');
  await rig.taps('Book a visit');
  await rig.taps(/^Oil/);
  await rig.says('Octavia 2018');
  await rig.taps(/· \d\d:\d\d$/);
  await rig.taps('Leave the car');
  await rig.taps('Yes, keep me posted');
}

describe('a message that WhatsApp took and that fails later', () => {
  it.each<[string, number, RegExp]>([
    ['nobody is there', 131_026, /blocked us or are not/],
    ['it is refused', 131_051, /\(131051\)/],
    ['we owe money', 131_042, /\(131042\)/],
  ])('because %s: the advisors are told once, whatever comes twice', async (_label, code, words) => {
    const rig = await whatsappRig();
    await rig.says('hello');
    ending(rig, { code });
    await rig.says('hours');
    const { wamid, reference } = failedOf(rig);
    await rig.brings(rig.played.whatsapp.updates.status({ wamid, status: 'failed', reference, code }));
    await rig.settle();
    expect(desk(rig)).toEqual([expect.stringMatching(words)]);
    expect(texts(rig)).toHaveLength(1);
  });

  it('because too much was sent: comes again after a while, once', async () => {
    const rig = await whatsappRig();
    await rig.says('hello');
    ending(rig, { code: 131_056 });
    await rig.says('hours');
    expect(texts(rig)).toHaveLength(1);
    await rig.advance(10);
    expect(texts(rig).slice(1)).toEqual([expect.stringContaining('We are open')]);
    expect(desk(rig)).toEqual([]);
  });

  it('because too much was sent, twice: the advisors are told, and it ends there', async () => {
    const rig = await whatsappRig();
    await rig.says('hello');
    ending(rig, { code: 131_056 }, { code: 131_056 });
    await rig.says('hours');
    await rig.advance(30);
    expect(texts(rig)).toHaveLength(1);
    expect(desk(rig)).toHaveLength(1);
  });

  it('because the day to write freely is over there: is announced, and shown when they want it', async () => {
    const rig = await whatsappRig();
    await rig.says('hello');
    ending(rig, { code: 131_047 });
    await rig.says('hours');
    await rig.calm();
    expect(rig.last().buttons.map(({ data }) => data)).toEqual(['show']);
    await rig.advance(1);
    await rig.taps('Show it');
    expect(rig.last().text).toContain('We are open');
    expect(desk(rig)).toEqual([]);
  });
});

function failedOf(rig: Small): { readonly wamid: string; readonly reference: string } {
  const { calls } = rig.played.whatsapp.graph;
  const messages = calls.filter(({ body }) => body.status !== 'read');
  return {
    wamid: wamidOf('Out', messages.length),
    reference: messages.at(-1)?.body.biz_opaque_callback_data ?? '',
  };
}

describe('a reminder', () => {
  it('more than a day after the last words comes as the prepared one, and its buttons work', async () => {
    const rig = await whatsappRig();
    await booked(rig);
    rig.clock = Date.parse('2026-11-22T15:59:30Z');
    await rig.advance(2);
    expect(rig.played.whatsapp.graph.bubbles.at(-1)).toMatchObject({ form: 'template' });
    await rig.taps("I'll be there");
    expect(rig.last().text).toContain('Thank you');
  });
});

describe('an answer of WhatsApp that is lost', () => {
  it('is made up for by the status, within the second and without a second message', async () => {
    const rig = await whatsappRig();
    let lost = false;
    rig.played.whatsapp.graph.intercept = ({ body }) => {
      if (lost || body.status === 'read') return undefined;
      lost = true;
      return onceDone(timedOut);
    };
    const before = rig.clock;
    await rig.says('hello');
    await rig.says('hours');
    expect(texts(rig)).toHaveLength(2);
    expect(rig.clock).toBe(before);
  });

  it('and no status comes: the chat waits two minutes, and it comes once more', async () => {
    const rig = await whatsappRig();
    ending(rig, 'silent');
    rig.played.whatsapp.graph.intercept = ({ body }) => {
      if (body.status === 'read') return undefined;
      rig.played.whatsapp.graph.intercept = null;
      return onceDone(timedOut);
    };
    await rig.says('hello');
    await rig.says('hours');
    expect(texts(rig)).toHaveLength(1);
    await rig.advance(3);
    expect(texts(rig)).toHaveLength(3);
    expect(texts(rig).at(-1)).toContain('We are open');
  });
});

describe('a week of silence', () => {
  it('ends the waiting of what is held, and the advisors are told', async () => {
    const rig = await whatsappRig();
    await rig.says('hello');
    ending(rig, { code: 131_047 });
    await rig.says('hours');
    await rig.calm();
    for (let count = 0; count < 7; count += 1) {
      rig.clock += day;
      await rig.tick();
      await rig.calm();
    }
    expect(desk(rig)).toHaveLength(1);
    expect(texts(rig)).toHaveLength(2);
  });
});
