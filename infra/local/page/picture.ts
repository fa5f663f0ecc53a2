import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startStation } from '../runner/station.ts';

/**
 * Takes the README's picture: on the page of a new station of its own, Lena books a visit in English.
 * `npm run picture` writes the file that the README shows; another place may be named: `npm run picture -- page.png`.
 */
const target = process.argv[2] ?? join(import.meta.dirname, 'picture.png');
const dataDir = await mkdtemp(join(tmpdir(), 'picture-'));
const station = await startStation({
  settings: { PORT: '0', DATA_DIR: dataDir, STATION_NOW: '2026-11-23T08:12:00Z' },
});
const { url } = station;

const places = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path && existsSync(path));
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : { channel: 'chrome' }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.getByRole('button', { name: /^Lena/ }).click();
  await page.getByRole('region', { name: 'The phone of Lena' }).waitFor();
  if ((await page.getByRole('button', { name: 'Start', exact: true }).count()) > 0) await book(page);
  // No button of the page shall look hovered.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await station.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function book(page: Page): Promise<void> {
  await tap(page, /^Start$/);
  await tap(page, /^Book a visit/);
  await tap(page, /^Annual service/);
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('octavia 2018');
  await page.keyboard.press('Enter');
  await answered(page);
  await tap(page, /\d\d:\d\d/);
  await tap(page, /^Leave the car/);
}

/** Taps the newest button of that name on the phone. */
async function tap(page: Page, name: RegExp): Promise<void> {
  await page.locator('.device').getByRole('button', { name }).last().click();
  await answered(page);
}

/** Waits until the station has nothing in work and the page has drawn its answer. */
async function answered(page: Page): Promise<void> {
  const idle = await page.request.get(new URL('/_local/idle', page.url()).href);
  if (!idle.ok()) throw new Error(`The station did not come to rest: it answered ${idle.status()}.`);
  await page.waitForFunction(
    () => document.querySelector('.theirs') && !document.querySelector('[aria-busy="true"], .typing'),
  );
}
