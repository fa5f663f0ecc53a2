import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const ci = readFileSync(join(root, '.ci/run'), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

describe('the README', () => {
  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts), `npm run ${name}`).toContain(name);
  });

  it('names only commands that CI runs, the picture aside', () => {
    const parts = (scripts.validate ?? '').split('&&').map((part) => part.trim().replace(/^npm (run )?/, ''));
    for (const part of [
      ...parts,
      'start',
      'test',
      'test:browser',
      'bench',
      'mutants',
      'connect',
      'ops',
      'smoke',
      'ask',
    ]) {
      expect(ci, part).toMatch(new RegExp(`npm (run (--silent )?)?${part}(\\s|$)`, 'm'));
    }
  });

  it('names each file that is copied for a station of one’s own', () => {
    const step = readme.split('**Your station.**')[1]?.split('**Deploy.**')[0] ?? '';
    const demo = readFileSync(join(root, 'shared/station/demo.ts'), 'utf8');
    const files = [...demo.matchAll(/from '\.\/(demo-[\w-]+\.ts)'/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(step).toContain(`\`${file}\``);
  });

  it('leads from an empty account to the command that proves it', () => {
    const deploying = readme.split('\n## Deploy\n')[1]?.split('\n## ')[0] ?? '';
    for (const command of ['aws configure', 'npm run connect -- --check', 'npx cdk deploy', 'npm run smoke'])
      expect(deploying).toContain(command);
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('opens with a picture of the page', () => {
    expect(readme.split('\n').find((line) => line.startsWith('!['))).toMatch(/\.png\)$/);
  });
});
