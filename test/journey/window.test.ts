import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { GraphCall } from '#test/helpers/graph.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { alarms, people, recordsOf, tapsByTimes } from './people.ts';

/** WhatsApp lets us write freely for a day after a person's last words; what happens around that. */

const lena = people.en;
const say = (what: Parameters<typeof words>[1]) => words('en', what);

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ messenger: 'whatsapp' });
});
afterEach(() => rig.close());

const graph = () => rig.played.whatsapp.graph;
const shownAs = () => graph().bubbles.map(({ form }) => form);

async function booksFriday(): Promise<void> {
  await rig.command('/book', lena);
  await rig.taps(serviceRow('en', 'oil'), lena);
  await rig.says('Octavia ABC-4821', lena);
  await tapsByTimes(rig, say(phrase('labelOtherDay')), lena);
  await rig.taps(/Fri 27/, lena);
  await rig.taps(aTime, lena);
  await rig.taps(say(phrase('labelLeave')), lena);
  await rig.taps(say(phrase('labelConsentYes')), lena);
}

describe('a reminder five days after the last words', () => {
  it('goes as a template with the car and the time, and its buttons do what the card’s would', async () => {
    await booksFriday();
    rig.clock = Date.parse('2026-11-26T15:59:00Z');
    await rig.advance(3);
    expect(shownAs().filter((form) => form === 'template')).toHaveLength(1);
    expect(rig.last(lena).text).toContain('Octavia …4821');
    const sent = graph().calls.length;
    await rig.taps(say(phrase('labelComing')), lena);
    expect(graph().calls.length).toBeGreaterThan(sent);
    expect(shownAs().at(-1)).not.toBe('template');
    expect(graph().bubbles.filter(({ form }) => form === 'template')).toHaveLength(1);
    expect(alarms(rig)).toEqual([]);
  });

  it('goes freely where the person wrote today', async () => {
    await booksFriday();
    rig.clock = Date.parse('2026-11-26T09:00:00Z');
    await rig.says('status', lena);
    rig.clock = Date.parse('2026-11-26T15:59:00Z');
    await rig.advance(3);
    expect(shownAs()).not.toContain('template');
    expect(rig.last(lena).text).toContain('Octavia …4821');
  });
});

describe('four days after the last words, on the day of the visit', () => {
  const start = Date.parse('2026-11-27T07:00:00Z');
  const templates = () => graph().bubbles.filter(({ form }) => form === 'template');

  it('is asked where they are in words of its own, and each answer is one tap', async () => {
    await booksFriday();
    await rig.calm();
    const [visit] = (await recordsOf(rig, 'whatsapp').customer(lena))?.visits ?? [];
    rig.clock = (visit?.start ?? start) + 14 * 60_000;
    await rig.advance(2);
    const asked = templates().at(-1);
    expect(asked?.text).toContain('We expected you');
    expect(asked?.buttons.map(({ text }) => text)).toEqual(
      (['comingLabelOnWay', 'comingLabelHere', 'labelMove'] as const).map((key) => say(phrase(key))),
    );
    await rig.taps(say(phrase('comingLabelOnWay')), lena);
    expect(shownAs().at(-1)).not.toBe('template');
    expect((await recordsOf(rig, 'whatsapp').customer(lena))?.visits[0]?.life.coming).not.toBeNull();
    expect(alarms(rig)).toEqual([]);
  });

  it('reads what a short update stood for as soon as they tap it', async () => {
    await booksFriday();
    await rig.calm();
    const [visit] = (await recordsOf(rig, 'whatsapp').customer(lena))?.visits ?? [];
    rig.clock = (visit?.start ?? start) - 60_000;
    await rig.desk.as('eleni').says('/arrived 84210 1/2', lena);
    await rig.calm();
    // The person rests until nine.
    await rig.advance(65);
    await rig.desk.as('eleni').says('/promise 17:15 parts', lena);
    await rig.calm();
    const [came, later] = templates().slice(-2);
    expect(came?.text).toContain('the car is with us');
    expect(later?.text).toContain('the car will be ready later');
    const before = rig.bubbles(lena).length;
    await rig.taps(say(phrase('labelShow')), lena);
    expect(rig.bubbles(lena).length).toBe(before + 1);
    expect(rig.last(lena).text).toContain('The new time: ready');
    expect(shownAs().at(-1)).not.toBe('template');
    expect(alarms(rig)).toEqual([]);
  });
});

/** Meta's clock says that the window is shut, whatever ours says. */
const shut = ({ body }: GraphCall) => (body.type === 'template' ? 'delivered' : { code: 131_047 });

describe('an answer that Meta lets fail because the window is shut', () => {
  it('is announced once, and follows when the person asks for it', async () => {
    graph().fate = shut;
    await rig.says('address', lena);
    await rig.advance(5);
    await rig.tick();
    await rig.settle();
    expect(rig.bubbles(lena).map(({ text }) => text)).toHaveLength(1);
    expect(shownAs()).toEqual(['template']);
    expect(alarms(rig)).toEqual([]);

    graph().fate = () => 'delivered';
    rig.clock += 60_000;
    const [announced] = rig.bubbles(lena);
    await rig.taps(announced?.buttons[0]?.text ?? '', lena);
    expect(shownAs()[0]).toBe('template');
    expect(shownAs().slice(1).length).toBeGreaterThan(0);
    expect(rig.last(lena).text).toContain(say(phrase('address')).split('\n')[0]);
  });

  it('comes before what is said next, in order, when the person simply writes', async () => {
    graph().fate = shut;
    await rig.says('address', lena);
    await rig.advance(5);
    graph().fate = () => 'delivered';
    rig.clock += 60_000;
    await rig.says('hours', lena);
    const texts = rig.bubbles(lena).map(({ text }) => text);
    const address = texts.findIndex((text) => text.includes(say(phrase('address')).split('\n')[0] ?? ''));
    const hours = texts.findIndex((text) => text.includes(say(phrase('hours')).split('\n')[0] ?? ''));
    expect(address).toBeGreaterThan(0);
    expect(hours).toBeGreaterThanOrEqual(address);
    expect(shownAs().filter((form) => form === 'template')).toHaveLength(1);
  });

  it('is announced only once, however much waits', async () => {
    graph().fate = shut;
    await rig.says('address', lena);
    await rig.advance(2);
    await rig.advance(120);
    expect(shownAs()).toEqual(['template']);
  });

  it('is given up after a week without an answer, and the advisors know', async () => {
    graph().fate = shut;
    await rig.says('address', lena);
    for (let days = 0; days < 8; days += 1) {
      await rig.advance(5);
      rig.clock += 24 * 3_600_000;
    }
    await rig.advance(5);
    expect(shownAs()).toEqual(['template']);
    expect(alarms(rig)).toHaveLength(1);
  });
});
