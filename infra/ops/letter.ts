import * as z from 'zod';

/** As far as a message of our queues must be read to say which kind it is. */
const shape = z.looseObject({
  v: z.unknown().optional(),
  kind: z.string().optional(),
  destination: z.string().optional(),
  inbound: z.looseObject({ event: z.looseObject({ kind: z.string() }).optional() }).optional(),
  job: z.looseObject({ kind: z.string() }).optional(),
});

/** A kind is one of our own words; anything else is somebody's. */
const word = /^[A-Za-z]{1,20}$/;

/** Which kind of message this is, in words without anything of anybody: `inbound text`, `wake`, `archive`. */
export function kindOfLetter(body: string): string {
  const letter = shape.safeParse(jsonOf(body)).data;
  if (!letter) return 'unreadable';
  const { v, kind, inbound, job, destination } = letter;
  const parts = inbound
    ? ['inbound', inbound.event?.kind ?? 'unreadable']
    : [kind ?? (destination === undefined ? 'unknown' : 'wake'), ...(job ? [job.kind] : [])];
  const named = [...new Set(parts)].map((part) => (word.test(part) ? part : 'unknown')).join(' ');
  return v === 1 ? named : `${named} of another version`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
