import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { inBrowser } from './browser.ts';
import { telegramOf } from './fake.ts';

/** The demo people whose profiles speak these languages; English is booked in booking.test.ts. */
const people = [
  ['ru', 'Anna'],
  ['uk', 'Olena'],
  ['el', 'Nikos'],
] as const;

await inBrowser('A car owner at the page, in their own language', (open) => {
  let station: Station;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'station-languages-'));
    station = await startStation({
      settings: { DATA_DIR: dataDir, PORT: '0', STATION_NOW: '2026-11-23T08:12:00Z' },
    });
  });
  afterAll(async () => {
    await station?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });

  it.each(people)('books, moves and cancels a visit (%s)', async (language, name) => {
    const { page, problems } = await open(station.url);
    const label = (what: Parameters<typeof words>[1]) => words(language, what);
    const tap = async (button: string | RegExp): Promise<void> => {
      await telegramOf(page).getByRole('button', { name: button }).last().click();
      await station.idle();
    };
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await telegramOf(page)
      .and(page.getByRole('region', { name: `The phone of ${name}` }))
      .waitFor();
    await tap('Start');
    await tap(label(phrase('labelBook')));
    await tap(serviceRow(language, 'annual'));
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).fill('Octavia ABC-4821');
    await page.keyboard.press('Enter');
    await station.idle();
    await tap(aTime);
    await tap(label(phrase('labelLeave')));
    await telegramOf(page).locator('.row', { hasText: 'Octavia …4821' }).last().waitFor();
    await tap(label(phrase('labelSkip')));
    await tap(label(phrase('labelConsentAsk')));
    await tap(label(phrase('labelMove')));
    await tap(aTime);
    await tap(label(phrase('labelYesMove')));
    await tap(label(phrase('labelCancelVisit')));
    await telegramOf(page)
      .getByRole('button', { name: label(phrase('labelUndo')) })
      .waitFor();
    expect(problems).toEqual([]);
    expect(station.deadLetters()).toEqual([]);
  });
});
