import { type Life, withDone } from '#shared/domain/visit/life.ts';

/** Names of what is done once for each of something: a day, a moment. Only the latest of a kind is kept. */

export function onceName(what: string, of: string | number): string {
  return `${what}#${of}`;
}

/** The life with that done; earlier names of the same kind can never fall due again. */
export function withOnce(life: Life, name: string): Life {
  const [kind = name, of] = name.split('#');
  if (of === undefined) return withDone(life, name);
  return withDone({ ...life, done: life.done.filter((one) => !one.startsWith(`${kind}#`)) }, name);
}

const asked = 'asked';

/** The owner was asked now where they are. */
export function withAsked(life: Life, now: number): Life {
  return withOnce(life, onceName(asked, now));
}

/** When they were; null: never. Epoch milliseconds. */
export function askedAt({ done }: Life): number | null {
  const name = done.find((one) => one.startsWith(`${asked}#`));
  return name === undefined ? null : Number(name.slice(asked.length + 1));
}
