import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownPrefixes } from '#shared/store/erase/fate.ts';

const folder = join(import.meta.dirname, '../../shared/store');

it('an erasure knows every kind of item that the station writes', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const prefixes = texts.flatMap((text) =>
    [...text.matchAll(/['`]([A-Z]+)#/g)].map(([, prefix]) => prefix ?? ''),
  );
  expect(prefixes.length).toBeGreaterThan(15);
  const known: readonly string[] = knownPrefixes;
  expect([...new Set(prefixes)].filter((prefix) => !known.includes(prefix))).toEqual([]);
});
