import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { given, type Rig, startRig } from './rig.ts';

/** The command itself, as npm starts it, in a process of its own without a terminal. */

type Ended = { readonly code: number; readonly said: string };

function command(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const root = join(import.meta.dirname, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'connect-'));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'infra/connect/main.ts'), ...args],
      {
        cwd: folder,
        // Nothing of the machine's own: neither its credentials nor its region.
        env: {
          PATH: process.env.PATH ?? '',
          HOME: folder,
          AWS_EC2_METADATA_DISABLED: 'true',
          ...environment,
        },
      },
      (error, stdout, stderr) => {
        rmSync(folder, { recursive: true, force: true });
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr });
      },
    );
  });
}

describe('npm run connect', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig();
  });
  afterEach(() => rig.close());

  const world = () => ({
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'canary-aws-key',
    AWS_ENDPOINT_URL: rig.aws.url,
    TELEGRAM_API_URL: rig.telegram.apiUrl,
    WHATSAPP_API_URL: rig.whatsapp.apiUrl,
  });

  it('looks, connects, and finds everything in order the next time', async () => {
    const look = await command(['--check'], { ...world(), ...given });
    expect(look).toMatchObject({ code: 1, said: expect.stringContaining('to put right.') });
    expect(rig.writes()).toBe(0);
    const done = await command([], { ...world(), ...given });
    expect(done.said).toContain('All is connected.');
    expect(done.code).toBe(0);
    const before = rig.writes();
    const again = await command([], world());
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Nothing had to be changed') });
    expect(rig.writes()).toBe(before);
    for (const { said } of [look, done, again]) expect(said).not.toMatch(/canary/);
  });

  it('looks after the parameters of the stage that is named', async () => {
    await command(['--stage', 'demo'], { ...world(), ...given });
    expect([...rig.aws.parameters.keys()]).toEqual(['/station/demo/telegram', '/station/demo/whatsapp']);
  });
});

describe('npm run connect says in plain words', () => {
  const quick = { AWS_MAX_ATTEMPTS: '1', TELEGRAM_API_URL: 'http://127.0.0.1:9' };

  it.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    [
      'that there are no credentials',
      [],
      { ...quick, AWS_REGION: 'eu-central-1' },
      /✗ There are no AWS credentials that work -> Run `aws configure`/,
    ],
    [
      'that no region is set',
      [],
      { ...quick, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
      /✗ No AWS region is set -> Run `aws configure set region/,
    ],
    [
      'that AWS is not reached',
      [],
      {
        ...quick,
        AWS_DEFAULT_REGION: 'eu-south-1',
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'b',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      },
      /✗ AWS could not be reached/,
    ],
    [
      'that there is no such stage',
      ['--stage', 'nowhere'],
      quick,
      /^✗ There is no stage nowhere: say one of .*prod.* -> For a new one see “Several stations” in RUNBOOK.md$/m,
    ],
    [
      'that no station runs here',
      ['--local', 'http://127.0.0.1:9'],
      {},
      /✗ No station answers at http:\/\/127\.0\.0\.1:9: start it with npm start/,
    ],
    ['that this is no address', ['--local', 'nonsense'], {}, /✗ No station answers at nonsense/],
    ['that there is no such option', ['--chekc'], {}, /chekc/],
    ['that npm kept --check for itself', [], { npm_config_check: 'true' }, /^npm took --check for itself/],
  ])('%s', async (_what, args, environment, expected) => {
    const { code, said } = await command(args, environment);
    expect(said).toMatch(expected);
    expect(said, 'no stack trace').not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it('how it is used', async () => {
    const { code, said } = await command(['--help']);
    expect(code).toBe(0);
    expect(said).toMatch(/--check .*\n.*--stage .*\n.*--local /);
  });
});

describe('a station on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-station-'));
  let station: Station;
  beforeAll(async () => {
    station = await startStation({ settings: { PORT: '0', DATA_DIR: folder } });
    // The handshake of WhatsApp goes by itself, twice a second.
    await station.messengers.whatsapp?.pump(station.now());
  });
  afterAll(async () => {
    await station.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is connected from the start, as npm run connect -- --local finds', async () => {
    const { code, said } = await command(['--local', station.url]);
    expect(said).toContain('! AWS is not in use here');
    expect(said).toContain('✓ Nothing had to be changed, so the group gets no message');
    expect(said).toContain('All is connected.');
    expect(code).toBe(0);
    for (const secret of Object.values(station.secrets)) expect(said).not.toContain(secret);
  });
});
