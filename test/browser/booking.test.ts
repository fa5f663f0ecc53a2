import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { inBrowser, NARROW } from './browser.ts';
import { telegramOf } from './fake.ts';

/** A Monday morning: the station is open, and tomorrow is an ordinary day. */
const MONDAY = '2026-11-23T08:12:00Z';

await inBrowser('A person at the page of the whole station', (open) => {
  let station: Station;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'station-page-'));
    station = await startStation({ settings: { DATA_DIR: dataDir, PORT: '0', STATION_NOW: MONDAY } });
  });
  afterAll(async () => {
    await station?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });

  /** The newest button of that name on the phone: older messages may still show theirs. */
  const tap = async (page: Page, name: string | RegExp): Promise<void> => {
    await telegramOf(page).getByRole('button', { name }).last().click();
    await station.idle();
  };
  const write = async (page: Page, words: string): Promise<void> => {
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).fill(words);
    await page.keyboard.press('Enter');
    await station.idle();
  };
  const newPerson = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Language', { exact: true }).selectOption('en');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await telegramOf(page)
      .and(page.getByRole('region', { name: `The phone of ${name}` }))
      .waitFor();
  };

  it('books a visit, moves it and cancels it', async () => {
    const { page, problems } = await open(station.url);
    await newPerson(page, 'Alex');
    await tap(page, 'Start');
    await tap(page, /^Book a visit/);
    await tap(page, /^Annual service/);
    await write(page, 'octavia 2018');
    await tap(page, /^Tue 24 · \d\d:\d\d/);
    await page.getByText(/Held for 10 min: Tue 24 Nov/).waitFor();
    await tap(page, /^Leave the car/);
    const visit = telegramOf(page).locator('.row', { hasText: 'Booking no.' });
    await visit.getByText('Booked: Tue 24 Nov').waitFor();
    const time = async (): Promise<string> =>
      /Tue 24 Nov, (\d\d:\d\d)/.exec((await visit.textContent()) ?? '')?.[1] ?? '';
    const first = await time();
    expect(first).toMatch(/^\d\d:\d\d$/);

    const downloading = page.waitForEvent('download');
    await telegramOf(page).locator('.file').first().click();
    expect((await downloading).suggestedFilename()).toMatch(/\.ics$/);

    await tap(page, 'Skip');
    await tap(page, /^Only when I ask/);
    await tap(page, /^Change the time/);
    await tap(page, /^Tue 24 · \d\d:\d\d/);
    await tap(page, /^Yes, move it/);
    await visit.getByText('Moved. The new time').waitFor();
    expect(await time()).not.toBe(first);
    expect(await time()).toMatch(/^\d\d:\d\d$/);

    await tap(page, /^Cancel the visit/);
    await page.getByText(/Cancelled: Tue 24 Nov/).waitFor();
    expect(problems).toEqual([]);
    expect(station.deadLetters()).toEqual([]);
  });

  it('books on a narrow window, by keyboard alone', async () => {
    const { page } = await open(station.url, { viewport: NARROW });
    const press = async (name: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name }).last().press('Enter');
      await station.idle();
    };
    await press(/^People/);
    await press(/^Lena/);
    await press('Start');
    await write(page, 'book');
    await press(/^Wheel alignment/);
    await write(page, 'corolla 2012');
    await press(/^Tue 24 · \d\d:\d\d/);
    await press(/^Leave the car|^I'll wait there/);
    await page.getByText('Booked: Tue 24 Nov').waitFor();
    await press('Skip');
    await page.getByRole('button', { name: 'Only when I ask' }).waitFor();
  });

  it('is shown what the station’s clock brings', async () => {
    const { page } = await open(station.url);
    const clock = page.getByRole('region', { name: "The station's clock" });
    await clock.getByRole('button', { name: 'Tomorrow 09:00' }).click();
    await clock.getByText('24 November 2026').waitFor();
    expect(new Date(station.now()).toISOString()).toMatch(/^2026-11-24T07:0\d/);
  });
});
