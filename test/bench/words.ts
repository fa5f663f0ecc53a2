import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { median } from './numbers.ts';
import { type Goal, printTable } from './print.ts';

const rowSchema = z.object({ lang: z.string(), text: z.string() });
const rows = z
  .array(rowSchema)
  .parse(JSON.parse(readFileSync(new URL('../text/wish/sentences/seen.json', import.meta.url), 'utf8')));

/** What it costs to understand a message, microseconds of CPU: warm, and the first one of a process, which reads the lists. */
export function reportWords(): Goal {
  const figures = languages.map((language) => {
    const texts = rows.filter(({ lang }) => lang === language).map(({ text }) => text);
    return { language, warm: warmOf(texts), cold: coldOf(texts[0] ?? '') };
  });
  printTable(
    'Understanding a message, microseconds of CPU',
    ['language', 'warm, mean', 'first of a process'],
    figures.map(({ language, warm, cold }) => [language, warm.toFixed(0), cold.toFixed(0)]),
  );
  return {
    name: 'a message understood, warm',
    value: Math.max(...figures.map(({ warm }) => warm)) / 1_000,
    atMost: 2,
    unit: 'ms',
  };
}

function warmOf(texts: readonly string[]): number {
  for (const text of texts) understoodOf(text, station);
  const rounds = 5;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const text of texts) understoodOf(text, station);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds / texts.length;
}

/** In a process of its own, after everything is loaded: the median of five. */
function coldOf(text: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), text], {
      encoding: 'utf8',
    });
    return Number(stdout);
  });
  return median(times);
}

const [, script, text] = process.argv;
if (script === fileURLToPath(import.meta.url) && text !== undefined) {
  const before = process.cpuUsage();
  understoodOf(text, station);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String(user + system));
}
