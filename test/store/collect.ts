import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { featuresOf } from '#test/helpers/recorder.ts';

/**
 * Makes a recording of the forms in which data lies today, after a change of what is stored (`test/store/recorded.test.ts` loads them all):
 *
 *     RECORD=/tmp/forms npm test -- test/journey
 *     node test/store/collect.ts /tmp/forms 2026-12-24
 *
 * Of what the journeys wrote it keeps the fewest that show everything. A recording is never changed afterwards.
 */

const line = z.object({ kind: z.string(), value: z.unknown() });

const [folder = '', date = ''] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error('Say the folder that was recorded into, and a date');

const all = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => line.parse(JSON.parse(text))),
);
// Those that show most come first, so that few are needed.
const rich = all
  .map(({ kind, value }) => ({ kind, value, features: featuresOf(kind, value) }))
  .sort((a, b) => b.features.length - a.features.length);
const seen = new Set<string>();
const kept = new Map<string, string[]>();
for (const { kind, value, features } of rich) {
  if (features.every((feature) => seen.has(feature))) continue;
  for (const feature of features) seen.add(feature);
  const name = kind === 'rows' ? `rows-${z.object({ pk: z.string() }).parse(value).pk.charAt(0)}` : kind;
  kept.set(name, [...(kept.get(name) ?? []), JSON.stringify(value)]);
}
const to = join(import.meta.dirname, 'recorded', date);
mkdirSync(to, { recursive: true });
for (const [name, values] of kept) writeFileSync(join(to, `${name}.jsonl`), `${values.join('\n')}\n`);
console.log(`${all.length} seen, ${[...kept.values()].flat().length} kept in ${to}`);
