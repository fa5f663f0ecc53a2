import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { createMeter, type Meter } from './meter.ts';
import { type StepCost, stepCost } from './step-cost.ts';

/** A station in one process whose every paid call is counted. */
export type MeteredRig = { readonly rig: Rig; readonly meter: Meter };

export async function startMeteredRig(messenger: PlayedName = 'telegram'): Promise<MeteredRig> {
  const meter = createMeter();
  const rig = await startRig({
    messenger,
    between: meter.between,
    wrap: (parts) => {
      meter.watch(parts.table.client);
      return parts;
    },
  });
  return { rig, meter };
}

/** The person whose steps are counted. */
export const owner: Person = { id: 7000005, first_name: 'Lena', language_code: 'en' };

type Act = readonly [name: string, act: (rig: Rig) => Promise<void>];

const label = (key: Parameters<typeof words>[1]) => words('en', key);
const tap = (name: string, button: string | RegExp): Act => [name, (rig) => rig.taps(button, owner)];

/** A new owner books: six interactions. */
export const newOwnerBooks: readonly Act[] = [
  ['/start', (rig) => rig.command('/start', owner)],
  tap('tap: book', label(phrase('labelBook'))),
  tap('tap: oil change', serviceRow('en', 'oil')),
  ['text: the car', (rig) => rig.says('Octavia ABC-4821', owner)],
  tap('tap: a time (held)', aTime),
  tap('tap: leave it (booked)', label(phrase('labelLeave'))),
];

/** An owner whom the station knows opens the menu and books with four taps. */
export const knownOwnerBooks: readonly Act[] = [
  ['/menu', (rig) => rig.command('/menu', owner)],
  tap('tap: book', label(phrase('labelBook'))),
  tap('tap: same as last time', label(phrase('labelSameAsLast', { services: ['oil'] }))),
  tap('tap: a time (held)', aTime),
  tap('tap: leave it (booked)', label(phrase('labelLeave'))),
];

/** What follows a first booking: the phone is kept back, reminders are wanted, and after the reminder: coming. */
export const afterBooking: readonly Act[] = [
  ['text: no phone', (rig) => rig.says(label(phrase('labelSkip')), owner)],
  tap('tap: keep me posted', label(phrase('labelConsentYes'))),
  tap('tap: coming', label(phrase('labelComing'))),
];

/** Does what a person does, one act after the other, and counts each to its end. */
export async function countSteps(
  { rig, meter }: MeteredRig,
  acts: readonly Act[],
): Promise<readonly StepCost[]> {
  const costs: StepCost[] = [];
  for (const [name, act] of acts) {
    meter.take();
    await act(rig);
    costs.push(stepCost(name, meter.take()));
  }
  return costs;
}

/** Moves the clock to the evening before the visit and counts the reminder, without the minute's own look at the table. */
export async function countReminder({ rig, meter }: MeteredRig): Promise<StepCost> {
  rig.clock = Date.parse('2026-11-22T16:01:00Z');
  meter.take();
  const shown = rig.bubbles(owner).length;
  await rig.tick();
  await rig.settle();
  if (rig.bubbles(owner).length === shown) throw new Error('No reminder came: has its hour changed?');
  const uses = meter.take().filter(({ process, service }) => process !== 'tick' || service === 'SQS');
  return stepCost('reminder, the evening before', uses);
}

/** A new owner's booking with what follows it, and a known owner's four days later. */
export type Booking = {
  readonly fresh: readonly StepCost[];
  readonly after: readonly StepCost[];
  readonly known: readonly StepCost[];
};

export async function countBooking(metered: MeteredRig): Promise<Booking> {
  const fresh = await countSteps(metered, newOwnerBooks);
  const after = [
    ...(await countSteps(metered, afterBooking.slice(0, 2))),
    await countReminder(metered),
    ...(await countSteps(metered, afterBooking.slice(2))),
  ];
  metered.rig.clock = Date.parse('2026-11-25T10:00:00Z');
  return { fresh, after, known: await countSteps(metered, knownOwnerBooks) };
}

/** What the minute's look at the table costs when nothing is due. */
export async function countIdleMinute({ rig, meter }: MeteredRig): Promise<StepCost> {
  meter.take();
  await rig.tick();
  return stepCost('a minute in which nothing is due', meter.take());
}
