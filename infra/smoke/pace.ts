import type { Answered, Asked, Call } from './call.ts';

/** How long calls took, milliseconds. */
export type Pace = { readonly half: number; readonly slowest: number };

/** So slow even the slowest may not be: people wait for what comes after it as well. */
export const slowestMs = 3_000;

/** Makes the call so many times, one after the other; null when one was not answered. */
export async function paceOf(call: Call, asked: Asked, times = 10): Promise<Pace | null> {
  const took: number[] = [];
  for (let made = 0; made < times; made += 1) {
    const answer: Answered = await call(asked);
    if ('reason' in answer || answer.status >= 429) return null;
    took.push(answer.milliseconds);
  }
  took.sort((a, b) => a - b);
  return { half: took[Math.ceil(times / 2) - 1] ?? 0, slowest: took.at(-1) ?? 0 };
}
