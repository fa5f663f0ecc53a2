import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { startStation } from '../runner/station.ts';
import { estimateScene } from './scenes/estimate.ts';
import { handsOn, type Scene } from './scenes/hands.ts';
import { visitsScene } from './scenes/visits.ts';

/**
 * Takes the README's pictures, each on the page of a new station of its own, in English. `npm run picture` writes the files that
 * the README shows; another folder may be named, and then one picture: `npm run picture -- /some/folder estimate.png`.
 */
const scenes: Readonly<Record<string, Scene>> = { 'picture.png': visitsScene, 'estimate.png': estimateScene };
const [folder = import.meta.dirname, only] = process.argv.slice(2);

const places = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path && existsSync(path));
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : { channel: 'chrome' }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [file, scene] of Object.entries(scenes))
    if (only === undefined || only === file) await take(browser, scene, join(folder, file));
} finally {
  await browser.close();
}

async function take(inBrowser: Browser, scene: Scene, path: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'picture-'));
  const station = await startStation({
    settings: { PORT: '0', DATA_DIR: dataDir, STATION_NOW: '2026-11-23T08:12:00Z' },
  });
  try {
    const page = await inBrowser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    });
    await page.goto(station.url);
    await page.getByRole('button', { name: /^Lena/ }).click();
    await scene(handsOn(page, station));
    // No button of the page shall look hovered.
    await page.mouse.move(0, 0);
    // What the clock brings next is asked a moment after the last news.
    await page.waitForTimeout(1_000);
    await page.screenshot({ path });
    await page.close();
  } finally {
    await station.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
