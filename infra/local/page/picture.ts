import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

/**
 * Takes the README's picture: a person books a visit on the page of a running station.
 * `node infra/local/page/picture.ts http://127.0.0.1:3000 page.png`
 * The chat in it is what the station answers; on a station with an old chat the picture shows that chat as it stands.
 */
const [url, target] = process.argv.slice(2);
if (!url || !target) {
  process.stderr.write('Say where the page is and where the picture goes: picture.ts <url> <out.png>\n');
  process.exit(1);
}

/** Most taps on the way to a booking; the first button of each message is taken. */
const MOST_TAPS = 8;

const places = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path && existsSync(path));
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : { channel: 'chrome' }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.locator('.log').waitFor();
  await book(page);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
}

/** Presses Start, then the first button of the newest message until a calendar file arrives or no button is left. */
async function book(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  if ((await start.count()) === 0) return;
  await start.click();
  for (let taps = 0; taps < MOST_TAPS; taps += 1) {
    await settled(page);
    if ((await page.locator('.device .file').count()) > 0) return;
    const first = page.locator('.device .buttons').last().locator('button.inline').first();
    if ((await first.count()) === 0) return;
    await first.click();
  }
  await settled(page);
}

/** Waits until the station has nothing in work and the page has drawn it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await fetch('/_local/idle');
  });
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .typing'));
  await page.locator('.device .row.theirs').last().waitFor();
}
