import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { featuresOf } from '#test/helpers/recorder.ts';

/**
 * Makes a recording of the forms in which data lies today, after a change of what is stored (`test/store/recorded.test.ts` loads them all):
 *
 *     RECORD=forms npm test -- test/journey
 *     node test/store/collect.ts forms 2026-12-24-tyres
 *
 * Of what the journeys wrote it keeps the fewest that show everything. A recording is never changed afterwards.
 */

const line = z.object({ kind: z.string(), value: z.unknown() });

const [folder = '', name = ''] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d[a-z-]*$/.test(name))
  throw new Error('Say the folder that was recorded into, and a name that begins with the date');

const all = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => line.parse(JSON.parse(text))),
);
const left = all.map(({ kind, value }) => {
  const text = JSON.stringify(value);
  return { kind, value, text, fresh: new Set(featuresOf(kind, value)) };
});
const kept = new Map<string, string[]>();
for (;;) {
  // What shows most that is new, for its length.
  const [best] = left.toSorted((a, b) => b.fresh.size / b.text.length - a.fresh.size / a.text.length);
  if (best === undefined || best.fresh.size === 0) break;
  const { kind, value, text, fresh } = best;
  const file = kind === 'rows' ? `rows-${z.object({ pk: z.string() }).parse(value).pk.charAt(0)}` : kind;
  kept.set(file, [...(kept.get(file) ?? []), text]);
  const shown = [...fresh];
  for (const one of left) for (const feature of shown) one.fresh.delete(feature);
}
const to = join(import.meta.dirname, 'recorded', name);
mkdirSync(to, { recursive: true });
for (const [file, values] of kept) writeFileSync(join(to, `${file}.jsonl`), `${values.join('\n')}\n`);
console.log(`${all.length} seen, ${[...kept.values()].flat().length} kept in ${to}`);
