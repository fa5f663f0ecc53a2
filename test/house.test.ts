import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The shape of the house, kept by a test: what may import what, how long a file may be, what stands at the top. */

const root = resolve(import.meta.dirname, '..');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /^(infra|functions|shared|test)\//.test(file));

/** Each room and the rooms it may import from (besides itself and packages). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': [],
  'shared/station': ['shared/domain'],
  'shared/flows': ['shared/domain', 'shared/station'],
  'shared/desk': ['shared/domain', 'shared/station', 'shared/flows'],
  'shared/text': ['shared/domain', 'shared/station', 'shared/channels/channel.ts', 'shared/flows/word.ts'],
  'shared/channels': ['shared/domain', 'shared/runtime/http-client.ts'],
  'shared/store': ['shared/domain', 'shared/station'],
  'shared/runtime': ['shared/channels/channel.ts', 'shared/domain'],
  functions: ['shared'],
  infra: ['shared', 'functions'],
};

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.startsWith('.') || path.startsWith('#'))
    .map((path) =>
      path.startsWith('#') ? path.slice(1) : relative(root, resolve(root, dirname(file), path)),
    );
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'shared' ? `shared/${second}` : first;
}

describe('the house', () => {
  it.each(Object.entries(mayImport))('%s imports only what stands below it', (room, allowed) => {
    const strays = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (path) =>
              roomOf(path) !== room && !allowed.some((one) => path === one || path.startsWith(`${one}/`)),
          )
          .map((path) => `${file} imports ${path}`),
      );
    expect(strays).toEqual([]);
  });

  it('has no file over 400 lines, and a median of at most 120', () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(root, file), 'utf8').split('\n').length,
    }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const product = lengths.filter(({ file }) => !file.startsWith('test/')).map(({ lines }) => lines);
    const median = product.sort((a, b) => a - b)[Math.floor(product.length / 2)];
    expect(median).toBeLessThanOrEqual(120);
  });

  it('keeps the same six files in every messenger', () => {
    const channels = join(root, 'shared/channels');
    const folders = readdirSync(channels, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBeGreaterThan(0);
    for (const { name } of folders) {
      const inside = readdirSync(join(channels, name));
      expect(inside, name).toEqual(
        expect.arrayContaining(['verify.ts', 'parse.ts', 'render.ts', 'send.ts', 'download.ts', 'limits.ts']),
      );
    }
  });

  it('lists every flow, channel and language in its one registry', () => {
    const flows = readFileSync(join(root, 'shared/flows/registry.ts'), 'utf8');
    const defined = files.filter(
      (file) =>
        file.startsWith('shared/flows/') && /= defineFlow\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    for (const file of defined) expect(flows).toContain(`'./${relative('shared/flows', file)}'`);
    const elsewhere = files.filter(
      (file) =>
        !file.startsWith('test/') &&
        !file.startsWith('infra/local/') &&
        !file.startsWith('infra/connect/') &&
        !file.startsWith('shared/channels/telegram/') &&
        file !== 'shared/channels/registry.ts' &&
        importsOf(file).some((path) => path.startsWith('shared/channels/telegram/')),
    );
    expect(elsewhere).toEqual(['functions/telegram-webhook/handler.ts']);
  });

  it('knows which messengers there are in the channels, the webhooks and the infrastructure only', () => {
    const elsewhere = files.filter(
      (file) =>
        /^(shared|functions)\//.test(file) &&
        !/^shared\/(channels|text)\/|^functions\/\w+-webhook\//.test(file),
    );
    const named = elsewhere.filter((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'])\/\/.*/g, '');
      return /telegram|whatsapp/i.test(code);
    });
    expect(elsewhere.length).toBeGreaterThan(50);
    expect(named).toEqual([]);
  });

  it('has nothing at the top but what the plan names', () => {
    const top = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .map((file) => file.split('/')[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('.'));
    expect([...new Set(top)].sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'RUNBOOK.md',
        'cdk.json',
        'functions',
        'infra',
        'package-lock.json',
        'package.json',
        'shared',
        'test',
        'tsconfig.json',
      ].sort(),
    );
  });

  it('speaks of no machine and no registry', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
    const telling = /(?<![\w.])\/(?:work|root)\/|registry\.npmjs|"resolved": "http/;
    const found = tracked.filter((file) => telling.test(readFileSync(join(root, file), 'utf8')));
    expect(found.filter((file) => file !== 'test/house.test.ts')).toEqual([]);
  });
});
