import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, describe } from 'vitest';

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

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Launches Chromium from CHROME_PATH, the usual places or an installed Chrome; undefined when there is none. A wrong CHROME_PATH rejects. */
export const launch = async (): Promise<Browser | undefined> => {
  const executablePath = process.env.CHROME_PATH || PLACES.find((path) => existsSync(path));
  try {
    return await chromium.launch(
      executablePath ? { executablePath, args: FLAGS } : { channel: 'chrome', args: FLAGS },
    );
  } catch (error) {
    if (executablePath) throw error;
    return undefined;
  }
};

/** A fresh tab, and what went wrong in it: uncaught errors, console errors, requests that left this computer. */
export type Tab = { readonly page: Page; readonly problems: readonly string[] };

export type OpenTab = (url: string, options?: BrowserContextOptions) => Promise<Tab>;

export const DESKTOP = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

const MISSING = 'No Chromium or Chrome was found: install one, or say where it is with CHROME_PATH.';

/**
 * A describe whose tests drive a real browser. Without one they are skipped with a message, and fail where CI=true.
 * Every tab is closed after its test. Tests wait for what they expect to see, never for time.
 */
export const inBrowser = async (name: string, tests: (open: OpenTab) => void): Promise<void> => {
  const browser = await launch();
  if (!browser && process.env.CI === 'true') throw new Error(MISSING);
  if (!browser) process.stderr.write(`${name}: skipped. ${MISSING}\n`);
  describe.skipIf(!browser)(name, () => {
    afterEach(async () => {
      await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    });
    afterAll(async () => browser?.close());
    tests(async (url, options = {}) => {
      if (!browser) throw new Error(MISSING);
      const context = await browser.newContext({
        viewport: DESKTOP,
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const problems = watch(page);
      await page.goto(url);
      return { page, problems };
    });
  });
};

const watch = (page: Page): readonly string[] => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  // A refused act is an answer that the page shows; the browser still logs its status line.
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of 400/.test(line.text())) problems.push(line.text());
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url()))
      problems.push(`left this computer: ${request.url()}`);
  });
  return problems;
};
