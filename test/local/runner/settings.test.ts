import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleSecrets } from '#infra/local/runner/secrets.ts';
import { readSettings } from '#infra/local/runner/settings.ts';

describe('the settings of npm start', () => {
  it('are complete when nothing is set', () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      ADVISOR_GROUP_ID: '-1002000000001',
      ADVISOR_IDS: '5000001,5000002',
      DATA_DIR: '.station',
    });
  });

  it('are read as they are meant, an empty one as unset', () => {
    const given = readSettings({
      PORT: '0',
      DATA_DIR: '',
      ADVISOR_IDS: '1, 2',
      PUBLIC_URL: 'https://station.example/',
      TELEGRAM_API_URL: 'http://127.0.0.1:8081/v9//',
      WHATSAPP_API_URL: 'https://graph.facebook.com/v26.0/',
      WHATSAPP_APP_SECRET: 'new-secret, old-secret',
      STATION_NOW: '2026-11-23T10:00:00+02:00',
      UNRELATED: 'x',
    });
    expect(given).toMatchObject({
      PORT: 0,
      DATA_DIR: '.station',
      ADVISOR_IDS: '1,2',
      PUBLIC_URL: 'https://station.example',
      TELEGRAM_API_URL: 'http://127.0.0.1:8081/v9',
      WHATSAPP_API_URL: 'https://graph.facebook.com/v26.0',
      WHATSAPP_APP_SECRET: 'new-secret, old-secret',
      STATION_NOW: Date.UTC(2026, 10, 23, 8),
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['TELEGRAM_API_URL', 'ftp://x'],
    ['TELEGRAM_BOT_TOKEN', 'secret-thing'],
    ['TELEGRAM_WEBHOOK_SECRET', 'secret thing'],
    ['WHATSAPP_API_URL', 'graph.facebook.com'],
    ['WHATSAPP_ACCESS_TOKEN', 'EAA with a blank'],
    ['WHATSAPP_APP_SECRET', 'one two'],
    ['WHATSAPP_VERIFY_TOKEN', 'my words'],
    ['WHATSAPP_PHONE_NUMBER_ID', '+302310555010'],
    ['ADVISOR_GROUP_ID', '1002000000777'],
    ['ADVISOR_IDS', 'Maria'],
    ['PUBLIC_URL', 'station.example'],
    ['STATION_NOW', '2026-11-25'],
  ])('say what is wrong with %s=%s, without repeating it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}: must`));
    try {
      readSettings({ [name]: value });
    } catch (error) {
      expect(String(error)).not.toContain(value);
    }
  });
});

describe('the secrets of a station', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made up once, kept for their owner only, and give way to what is given', () => {
    const first = settleSecrets(readSettings({}), folder);
    expect(first.fresh).toContain('TELEGRAM_BOT_TOKEN');
    expect(first.secrets.TELEGRAM_BOT_TOKEN).toMatch(/^\d{10}:[\w-]{35}$/);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const again = settleSecrets(readSettings({}), folder);
    expect(again).toEqual({ secrets: first.secrets, fresh: [] });
    const given = settleSecrets(readSettings({ TELEGRAM_BOT_TOKEN: '1:mine' }), folder);
    expect(given.secrets.TELEGRAM_BOT_TOKEN).toBe('1:mine');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('1:mine');
  });

  it('are not silently replaced when their file is broken', () => {
    writeFileSync(join(folder, 'secrets.json'), '{');
    expect(() => settleSecrets(readSettings({}), folder)).toThrow(/secrets\.json.*Delete it/);
  });
});
