import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** Chromium's switches for a machine without a screen, and without anything that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Launches Chromium from CHROME_PATH, the usual places or an installed Chrome; undefined when there is none. */
export const launch = async (): Promise<Browser | undefined> => {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  try {
    return await chromium.launch(
      executablePath ? { executablePath, args: FLAGS } : { channel: 'chrome', args: FLAGS },
    );
  } catch (error) {
    if (executablePath) throw error;
    return undefined;
  }
};

export type Tab = { readonly page: Page; readonly problems: readonly string[] };

/** Opens fresh tabs; each notes uncaught errors, console errors and requests that leave this computer. */
export type OpenTab = (url: string, options?: BrowserContextOptions) => Promise<Tab>;

const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' } as const;

/**
 * A describe whose tests drive a real browser. Without one they are skipped with a message, or fail where CI=true.
 * Tabs are closed at the end; tests wait for what they expect, never for time.
 */
export const inBrowser = (name: string, tests: (open: OpenTab) => void): void => {
  let browser: Browser | undefined;
  describe(name, () => {
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => browser?.close());
    tests(async (url, options = {}) => {
      if (!browser) throw new Error('No browser was launched.');
      const context = await browser.newContext({ ...DESKTOP, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
      page.on('request', (request) => {
        if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url()))
          problems.push(`left this computer: ${request.url()}`);
      });
      await page.goto(url);
      return { page, problems };
    });
  });
};
