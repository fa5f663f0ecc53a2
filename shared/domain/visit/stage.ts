import * as z from 'zod';

/**
 * Where a visit is, from the booking to the keys in the owner's hand. `answer` waits for the owner's word on an estimate,
 * `parts` for a delivery. The last three are over; only `noShow` has a way back, for who comes late after all.
 */
export const stages = [
  'booked',
  'arrived',
  'checking',
  'answer',
  'parts',
  'working',
  'quality',
  'ready',
  'handedBack',
  'cancelled',
  'noShow',
] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** Stages in which the car stands at the station. */
export const inHouse = ['arrived', 'checking', 'answer', 'parts', 'working', 'quality', 'ready'] as const;
/** Those of them in which it is not finished: somebody owes the owner news. */
export const unfinished = ['arrived', 'checking', 'answer', 'parts', 'working', 'quality'] as const;

const workshop = ['checking', 'answer', 'parts', 'working', 'quality', 'ready'] as const;

/** From each stage those that may follow; advisors skip steps freely, but nothing happens to a car that is not there. */
const followers: Readonly<Record<Stage, readonly Stage[]>> = {
  booked: ['arrived', 'cancelled', 'noShow'],
  arrived: [...workshop, 'handedBack'],
  checking: [...workshop, 'handedBack'],
  answer: [...workshop, 'handedBack'],
  parts: [...workshop, 'handedBack'],
  working: [...workshop, 'handedBack'],
  quality: [...workshop, 'handedBack'],
  ready: ['working', 'quality', 'handedBack'],
  handedBack: [],
  cancelled: [],
  noShow: ['arrived'],
};

/** Stages that may follow, in the order of a visit's life. */
export function followersOf(stage: Stage): readonly Stage[] {
  return followers[stage].filter((next) => next !== stage);
}

export function isInHouse(stage: Stage): boolean {
  return inHouse.some((one) => one === stage);
}

export function isUnfinished(stage: Stage): boolean {
  return unfinished.some((one) => one === stage);
}

/** Whether nothing more happens in this visit. */
export function isOver(stage: Stage): boolean {
  return stage === 'handedBack' || stage === 'cancelled' || stage === 'noShow';
}
