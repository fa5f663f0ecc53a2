import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { functions } from '#infra/functions.ts';
import { metricNames } from '#shared/runtime/metric-names.ts';
import { capture } from './capture.ts';

const root = resolve(import.meta.dirname, '../..');

let written: ReturnType<typeof capture>;
beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('STAGE', 'north');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'WARN');
  written = capture();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a function reads when it begins, by the files that it imports, from the repository's root. */
function reads(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, of = ''] of text.matchAll(/^(?:import|export)(?! type)[^;]*?from '([#.][^']+)'/gm))
    reads(of.startsWith('#') ? of.slice(1) : join(dirname(file), of), seen);
  return seen;
}

/** As an instance that has just begun has it: its stage is read once. */
async function fresh() {
  return (await import('#shared/runtime/metrics.ts')).measure;
}

describe('what CloudWatch reads of the product’s own metrics', () => {
  it('is one line of the log for all that happened at once, by stage and with no other dimension', async () => {
    const measure = await fresh();
    measure([
      { name: 'Booked', value: 1 },
      { name: 'AnswerMinutes', value: 7 },
    ]);
    expect(written.lines()).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'Station',
              Dimensions: [['service']],
              Metrics: [
                { Name: 'Booked', Unit: 'Count' },
                { Name: 'AnswerMinutes', Unit: 'None' },
              ],
            },
          ],
        },
        service: 'north',
        Booked: 1,
        AnswerMinutes: 7,
      },
    ]);
    expect(written.text().length).toBeLessThan(300);
  });

  it('keeps its dimension in every further line, and nothing of the line before', async () => {
    const measure = await fresh();
    for (const name of metricNames) measure([{ name, value: 2 }]);
    expect(written.lines()).toHaveLength(metricNames.length);
    for (const [index, name] of metricNames.entries())
      expect(written.lines()[index]).toEqual({ _aws: expect.anything(), service: 'north', [name]: 2 });
  });

  it('counts each of two that happened at once', async () => {
    const measure = await fresh();
    const two = [
      { name: 'PromiseBroken', value: 1 },
      { name: 'PromiseBroken', value: 1 },
    ] as const;
    measure(two);
    expect(written.lines()).toMatchObject([{ PromiseBroken: [1, 1] }]);
  });

  it('is no line at all where nothing happened, and where metrics are switched off', async () => {
    const measure = await fresh();
    measure([]);
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
    vi.resetModules();
    const silent = await fresh();
    silent([{ name: 'Booked', value: 1 }]);
    expect(written.text()).toBe('');
  });

  it('never fails the work that it measures', async () => {
    const measure = await fresh();
    expect(() => measure([{ name: 'Booked', value: Number.NaN }])).not.toThrow();
    vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
      throw new Error('no line');
    });
    expect(() => measure([{ name: 'Booked', value: 1 }])).not.toThrow();
    measure([{ name: 'Missed', value: 1 }]);
    expect(written.lines().at(-1)).toEqual({ _aws: expect.anything(), service: 'north', Missed: 1 });
  });
});

describe('the library that writes metrics', () => {
  it('is loaded where something is measured and nowhere else, least of all before a messenger or a person is answered', () => {
    const loading = Object.keys(functions).filter((name) =>
      reads(`functions/${name}/handler.ts`).has('shared/runtime/metrics.ts'),
    );
    expect(loading).toEqual(['converse', 'deliver', 'interpret']);
  });
});
