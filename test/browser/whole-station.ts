import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { telegramOf, whatsappOf } from './fake.ts';

/** A Monday morning: the station is open, and tomorrow is an ordinary day. */
const MONDAY = '2026-11-23T08:12:00Z';

/** One whole station for the tests of a describe, from before the first until after the last. Call it inside the describe. */
export const useStation = (): (() => Station) => {
  let running: Station | undefined;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'station-page-'));
    running = await startStation({ settings: { DATA_DIR: dataDir, PORT: '0', STATION_NOW: MONDAY } });
  });
  afterAll(async () => {
    await running?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  return () => {
    if (!running) throw new Error('The station runs while the tests do, not before.');
    return running;
  };
};

/** A phone in somebody's hand. Each act is over when the station has answered it and the page shows so. */
export type Hand = {
  readonly phone: Locator;
  /** Taps the newest button of that name: older messages may still show theirs. */
  readonly tap: (name: string | RegExp) => Promise<void>;
  /** Takes a row: of the newest message's buttons on Telegram, out of its list on WhatsApp (up to three are buttons there, too). */
  readonly choose: (name: string | RegExp) => Promise<void>;
  readonly write: (words: string) => Promise<void>;
};

export const telegramHand = (page: Page, station: Station): Hand => {
  const phone = telegramOf(page);
  const tap = async (name: string | RegExp): Promise<void> => {
    await answersOf(phone).and(phone.getByRole('button', { name })).last().click();
    await station.settled();
  };
  return {
    phone,
    tap,
    choose: tap,
    write: async (words) => {
      await writeOn(phone, words);
      await station.settled();
    },
  };
};

/** The buttons that a message offers, not those that are there for every message. */
const answersOf = (phone: Locator): Locator => phone.locator('button:not(.actions > *)');

export const whatsappHand = (page: Page, station: Station): Hand => {
  const phone = whatsappOf(page);
  const list = phone.locator('.row:last-child .answer[aria-haspopup="dialog"]');
  const own = phone.locator('.row.own');
  /** Whatever a person does on WhatsApp becomes a message of theirs, and each is answered below it. */
  const said = async (act: () => Promise<void>): Promise<void> => {
    const before = await own.count();
    await act();
    await expect.poll(() => own.count(), { timeout: 10_000 }).toBe(before + 1);
    await station.settled();
    await phone.locator('.row.own ~ .row.theirs:last-child').waitFor();
  };
  const tap = (name: string | RegExp): Promise<void> =>
    said(() =>
      answersOf(phone)
        .and(phone.getByRole('button', { name, disabled: false }))
        .last()
        .click(),
    );
  return {
    phone,
    tap,
    choose: async (name) => {
      await phone.locator('.row:last-child .answer').first().waitFor();
      if ((await list.count()) === 0) return tap(name);
      await said(async () => {
        await list.click();
        const sheet = phone.getByRole('dialog');
        await sheet.getByRole('radio', { name }).first().check();
        await sheet.locator('button[type="submit"]').click();
        await sheet.waitFor({ state: 'detached' });
      });
    },
    write: (words) => said(() => writeOn(phone, words)),
  };
};

const writeOn = async (phone: Locator, words: string): Promise<void> => {
  const field = phone.getByRole('textbox', { name: 'Message', exact: true });
  await field.fill(words);
  await field.press('Enter');
};

/** A person nobody knows yet, with both messengers, who speaks English. */
export const newPerson = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Language', { exact: true }).selectOption('en');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('region', { name: `The phone of ${name}: Telegram` }).waitFor();
};
