import type { Locator, Page } from 'playwright-core';
import type { Station } from '../../runner/station.ts';

/** What is done on the page until a picture of it is taken. */
export type Scene = (hands: Hands) => Promise<void>;

export type Hands = {
  readonly telegram: Locator;
  readonly whatsapp: Locator;
  readonly desk: Locator;
  readonly write: (phone: Locator, words: string) => Promise<void>;
  /** Taps the newest button of that name, once it is there. */
  readonly tap: (place: Locator, name: RegExp) => Promise<void>;
  /** Takes a row out of the list that the newest message opens, or its button where it has few. */
  readonly choose: (phone: Locator, name: RegExp) => Promise<void>;
  /** Sends drawn photos by their names. */
  readonly photos: (phone: Locator, names: readonly string[]) => Promise<void>;
  /** Opens the topic that somebody wrote in last. */
  readonly openTopic: (name: RegExp) => Promise<void>;
  readonly writeAs: (name: string, words: string) => Promise<void>;
  /** A minute later the group takes 20 messages more. */
  readonly minuteLater: () => Promise<void>;
};

/** The hands of everybody at the page. Each act is over when the station has answered it. */
export const handsOn = (page: Page, station: Station): Hands => {
  const desk = page.locator('.desk');
  const answered = async (): Promise<void> => {
    await station.settled();
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .typing'));
  };
  const tap = async (place: Locator, name: RegExp): Promise<void> => {
    await place.locator('button:enabled').filter({ hasText: name }).last().click();
    await answered();
  };
  return {
    telegram: page.locator('.device[data-messenger="telegram"]'),
    whatsapp: page.locator('.device[data-messenger="whatsapp"]'),
    desk,
    tap,
    write: async (phone, words) => {
      await phone.getByRole('textbox', { name: 'Message', exact: true }).fill(words);
      await page.keyboard.press('Enter');
      await answered();
    },
    choose: async (phone, name) => {
      await phone.locator('.row:last-child .answer').first().waitFor();
      const list = phone.locator('.row:last-child .answer[aria-haspopup="dialog"]');
      if ((await list.count()) === 0) return tap(phone, name);
      await list.click();
      await phone.getByRole('radio', { name }).first().check();
      await phone.getByRole('button', { name: 'Send', exact: true }).click();
      await answered();
    },
    photos: async (phone, names) => {
      await phone.getByRole('button', { name: 'Attach' }).click();
      await page.getByRole('menuitem', { name: /^Photo/ }).click();
      for (const name of names) await page.getByRole('button', { name }).click();
      await page.getByRole('button', { name: /^Send (photo|\d+ photos)$/ }).click();
      await phone.getByText(/^Got \d photos?/).waitFor();
      await answered();
    },
    openTopic: async (name) => {
      const back = desk.getByRole('button', { name: 'Back to the topics' });
      if (await back.isVisible()) await back.click();
      await desk.getByRole('list', { name: 'Topics' }).getByRole('button', { name }).first().click();
    },
    writeAs: async (name, words) => {
      await desk.getByLabel('Write as').selectOption(name);
      await desk.getByRole('textbox', { name: 'Message to the group' }).fill(words);
      await page.keyboard.press('Enter');
    },
    minuteLater: async () => {
      await station.advance(1);
      await answered();
    },
  };
};
