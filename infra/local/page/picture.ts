import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { startStation } from '../runner/station.ts';

/**
 * Takes the README's picture: on the page of a new station of its own, Lena has booked a visit on each of her phones,
 * in English, and has asked for a person; an advisor answers in the topic of the group.
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
  await bookOnTelegram(page);
  await bookOnWhatsApp(page);
  await answer(page);
  // No button of the page shall look hovered.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await station.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function bookOnTelegram(page: Page): Promise<void> {
  const phone = page.locator('.device[data-messenger="telegram"]');
  await tap(phone, /^Start$/);
  await tap(phone, /^Book a visit/);
  await tap(phone, /^Annual service/);
  await write(phone, 'octavia 2018');
  await tap(phone, /\d\d:\d\d/);
  await tap(phone, /^Leave the car/);
  await tap(phone, /^Skip/);
  await tap(phone, /^Yes, keep me posted/);
  await phone.getByText('Thank you.').waitFor();
}

async function bookOnWhatsApp(page: Page): Promise<void> {
  const phone = page.locator('.device[data-messenger="whatsapp"]');
  await tap(phone, /^Say/);
  await write(phone, 'person');
  await tap(phone, /^Book a visit/);
  await choose(phone, /^Wheel alignment/);
  await write(phone, 'corolla 2012');
  await tap(phone, /\d\d:\d\d/);
  await tap(phone, /^(I'll wait|Leave the car)/);
  await phone.getByText('May we write to you').waitFor();
}

async function answer(page: Page): Promise<void> {
  const desk = page.locator('.desk');
  await desk.getByRole('list', { name: 'Topics' }).getByRole('button', { name: /^Lena/ }).last().click();
  await desk.getByLabel('Write as').selectOption('Eleni');
  await desk
    .getByRole('textbox', { name: 'Message to the group' })
    .fill('Good morning Lena, I am here. How can I help?');
  await page.keyboard.press('Enter');
  await page.locator('.device .row.theirs').getByText('Good morning Lena').waitFor();
  await desk.locator('.row.own .reaction').first().waitFor();
}

async function write(phone: Locator, words: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'Message', exact: true }).fill(words);
  await phone.page().keyboard.press('Enter');
  await answered(phone.page());
}

/** Taps the newest button of that name, once it is there. */
async function tap(phone: Locator, name: RegExp): Promise<void> {
  await phone.locator('button:enabled').filter({ hasText: name }).last().click();
  await answered(phone.page());
}

/** Takes a row out of the list that the newest message opens. */
async function choose(phone: Locator, name: RegExp): Promise<void> {
  await phone.locator('.row:last-child .answer[aria-haspopup="dialog"]').click();
  await phone.getByRole('radio', { name }).first().check();
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await answered(phone.page());
}

/** Waits until the station has nothing in work and no button of the page waits for it. */
async function answered(page: Page): Promise<void> {
  await station.settled();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .typing'));
}
