import type { Locator, Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { type FakeOptions, type FakeStation, startFakeStation } from '#test/local/page/fake-station.ts';
import type { OpenTab, Tab } from './browser.ts';

/** The first demo person of the fake station. */
export const NIKOS = '501';
/** His chat on WhatsApp. */
export const NIKOS_WHATSAPP = 'wa-501';

/** The open person's phone with this messenger. */
export const telegramOf = (page: Page): Locator => page.locator('.device[data-messenger="telegram"]');
export const whatsappOf = (page: Page): Locator => page.locator('.device[data-messenger="whatsapp"]');

/** Starts fake stations that end with their test. Call it inside a describe. */
export const useFakes = (): ((options?: FakeOptions) => Promise<FakeStation>) => {
  const running: FakeStation[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((station) => station.stop()));
  });
  return async (options) => {
    const station = await startFakeStation(options);
    running.push(station);
    return station;
  };
};

/** A tab in which Nikos has pressed Start and was greeted. */
export const greeted = async (open: OpenTab, station: FakeStation): Promise<Tab> => {
  const tab = await open(station.url);
  await tab.page.getByRole('button', { name: 'Start', exact: true }).click();
  await tab.page.getByText('Hello! This is the assistant').waitFor();
  return tab;
};
