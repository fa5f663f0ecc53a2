import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Config, configs } from '#infra/config.ts';
import { StationStack } from '#infra/station-stack.ts';
import { stations } from '#infra/stations.ts';
import { withQuickApp } from '#infra/template.ts';
import { type Assets, buildAssets } from './assets.ts';

const north: Config = {
  ...configs.prod,
  stage: 'north',
  station: 'pylaia',
  fileDays: stations.pylaia.keep.fileDays,
  advisorGroupId: '-1002',
  advisorIds: '3',
  alarmEmail: 'north@station.example',
};
const south: Config = {
  ...configs.prod,
  advisorGroupId: '-1001',
  advisorIds: '1,2',
  alarmEmail: 'south@station.example',
};

/** The two stations of one owner, as one app makes them. */
function both<T>(work: (app: App, stacks: readonly StationStack[]) => T): T {
  return withQuickApp((app) =>
    work(
      app,
      [south, north].map((config) => new StationStack(app, `Station-${config.stage}`, { config })),
    ),
  );
}

describe('two stations of one owner in one account', () => {
  it('are two stacks that share no name, no secret and no address', () => {
    const names = both((app, stacks) => {
      const assembly = app.synth();
      return stacks.map(({ stackName }) => {
        const { template }: { template: unknown } = assembly.getStackByName(stackName);
        return namesIn(JSON.stringify(template));
      });
    });
    const [first = new Set(), second = new Set()] = names;
    expect(first.size).toBeGreaterThan(20);
    expect([...first].filter((name) => second.has(name))).toEqual([]);
  });

  it('can be told apart on the bill', () => {
    const tags = both((_app, stacks) => stacks.map((stack) => stack.tags.tagValues()));
    expect(tags).toEqual([
      { station: 'aristotelous', stage: 'prod' },
      { station: 'pylaia', stage: 'north' },
    ]);
  });

  it('neither goes by a slip of the hand: their stacks refuse to be deleted, a demo’s does not', () => {
    const kept = both((_app, stacks) => stacks.map(({ terminationProtection }) => terminationProtection));
    expect(kept).toEqual([true, true]);
    const demo = withQuickApp((app) => new StationStack(app, 'Demo', { config: configs.demo }));
    expect(demo.terminationProtection).toBe(false);
  });

  it('each has the group and the people of its own', () => {
    const told = both((app, stacks) =>
      stacks.map(({ stackName }) => {
        const { template }: { template: unknown } = app.synth().getStackByName(stackName);
        const text = JSON.stringify(template);
        return ['"-1001"', '"-1002"', 'north@station.example'].filter((own) => text.includes(own));
      }),
    );
    expect(told).toEqual([['"-1001"'], ['"-1002"', 'north@station.example']]);
  });
});

/** Everything that has a name of its own in an account: such as station-prod-inbound.fifo or /station/prod/telegram. */
function namesIn(template: string): ReadonlySet<string> {
  return new Set(
    [...template.matchAll(/"(\/?(?:aws\/vendedlogs\/)?station[-/][^"\s]+)"/g)].map(([, name = '']) => name),
  );
}

describe('whose data a function carries', () => {
  let assets: Assets;
  beforeAll(async () => {
    assets = await buildAssets(['links'], 'pylaia');
  }, 120_000);
  afterAll(() => assets.close());

  it('is that of its stage’s station, and nothing of another', async () => {
    const code = await readFile(join(assets.folder('links'), 'index.mjs'), 'utf8');
    expect(code).toContain('Pylaia Tyres');
    expect(code).not.toContain('Aristotelous');
  });

  it('is listed by the name of its file, so that the data in a bundle is the data the stack was made with', async () => {
    for (const [name, station] of Object.entries(stations)) {
      const file: unknown = await import(`../../shared/station/${name}.ts`);
      expect(file).toMatchObject({ station });
    }
  });

  it('stages are called by the name they are listed under', () => {
    expect(Object.values(configs).map(({ stage }) => stage)).toEqual(Object.keys(configs));
    for (const stage of Object.keys(configs)) expect(stage).toMatch(/^[a-z][a-z0-9-]{0,19}$/);
  });
});
