import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { telegramOf, whatsappOf } from './fake.ts';
import { newPerson, useStation } from './whole-station.ts';

/** A newcomer has two minutes. The station answers in milliseconds; the rest is theirs. */
const MOST_CLICKING_MS = 120_000;

const estimate = '/estimate\nfront pads 64 parts 32 work, safety - 2 mm left\nwiper blades 24 wish';

/** What a newcomer has at the page: a phone, the advisors' group, the clock. Everything is done by clicks and seen on the page. */
const handsAt = (page: Page, phone: Locator) => {
  const desk = page.getByRole('region', { name: 'The group Advisors' });
  const clock = page.getByRole('region', { name: "The station's clock" });
  const newest = (place: Locator, label: RegExp): Locator =>
    place.locator('button:enabled:not(.actions > *)').filter({ hasText: label }).last();
  const onWhatsApp = async (): Promise<boolean> =>
    (await phone.getAttribute('data-messenger')) === 'whatsapp';
  return {
    desk,
    clock,
    tap: (label: RegExp) => newest(phone, label).click(),
    /** Takes a row: of the newest message's buttons, or out of its list. */
    choose: async (label: RegExp): Promise<void> => {
      const list = phone.locator('.row:last-child .answer[aria-haspopup="dialog"]');
      if (!(await onWhatsApp())) return newest(phone, label).click();
      await phone.locator('.row:last-child .answer').first().waitFor();
      if ((await list.count()) === 0) return newest(phone, label).click();
      await list.click();
      await phone.getByRole('radio', { name: label }).first().check();
      await phone.getByRole('button', { name: 'Send', exact: true }).click();
    },
    says: async (words: string): Promise<void> => {
      const field = phone.getByRole('textbox', { name: 'Message', exact: true });
      await field.fill(words);
      await field.press('Enter');
    },
    hears: (words: string | RegExp) => phone.locator('.row.theirs').getByText(words).last().waitFor(),
    /** The clock's button, whose own words say what it will bring. */
    next: async (brings: RegExp): Promise<void> => {
      await clock.getByRole('button', { name: brings }).click();
      await page.locator('.clock[aria-busy="false"]').waitFor();
    },
    openTopic: () => desk.getByRole('list', { name: 'Topics' }).getByRole('button').first().click(),
    /** The pinned card's button for the first time, then the one below what was set last. */
    pinnedStatus: async (): Promise<void> => {
      await desk.getByRole('button', { name: /^Pinned/ }).click();
      await desk.locator('.pinned-card').getByRole('button', { name: 'Status' }).click();
      await desk.locator('.pinned-card').waitFor({ state: 'detached' });
    },
    atDesk: (label: RegExp) => newest(desk.getByRole('log'), label).click(),
    /** Who clicks faster than Telegram lets a bot write to a group reads so, and what to do. */
    deskHears: async (words: RegExp): Promise<void> => {
      const heard = desk.getByRole('log').getByText(words).last();
      const full = desk.getByText('Telegram takes 20 messages a minute');
      await heard.or(full).first().waitFor();
      // What stands there of an earlier full minute says nothing of this one: the clock is pushed only where nothing comes by itself.
      const came = await heard.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (!came) await clock.getByRole('button', { name: /^What’s next/ }).click();
      await heard.waitFor();
    },
    estimates: async (): Promise<void> => {
      const field = desk.getByRole('textbox', { name: 'Message to the group' });
      await field.fill(estimate);
      await field.press('Enter');
    },
  };
};
type Hands = ReturnType<typeof handsAt>;

/** From the keys on the counter to the keys in the owner's hand. */
const inTheHouse = async (hands: Hands): Promise<void> => {
  const { atDesk, choose, deskHears, estimates, hears, next, openTopic, pinnedStatus } = hands;
  await openTopic();
  await pinnedStatus();
  await atDesk(/^Arrived/);
  await atDesk(/^Fuel ½/);
  await deskHears(/fuel ½/);
  await atDesk(/^Tell the owner/);
  await hears(/with us since .*fuel ½/);
  await atDesk(/^Status/);
  await atDesk(/^Checking/);
  await deskHears(/: Checking\./);

  await estimates();
  await atDesk(/^Send$/);
  await hears(/1\. front pads: 96 €/);
  await choose(/^Approve all/);
  await hears(/Total 120 €/);

  await pinnedStatus();
  for (const stage of ['Working', 'Quality check']) {
    await atDesk(new RegExp(`^${stage}`));
    await deskHears(new RegExp(`: ${stage}\\.`));
    await atDesk(/^Status/);
  }
  await atDesk(/^Ready/);
  await deskHears(/: Ready\./);
  await next(/news for the owner/);
  await hears(/ready to be collected since/);
  await atDesk(/^Status/);
  await atDesk(/^Handed back/);
  await hears(/handed back/);
};

/** The booking, then the evening before, the day itself, and the question on the next. */
const lives = async (page: Page, phone: Locator, book: (hands: Hands) => Promise<void>): Promise<void> => {
  page.setDefaultTimeout(30_000);
  const hands = handsAt(page, phone);
  const { choose, clock, hears, next } = hands;
  const day = await clock.locator('.clock-face span').innerText();
  await book(hands);
  await hears('Thank you. We write only about your visits');
  await next(/18:00, .*: reminder of the visit/);
  await hears(/Your visit is coming up: tomorrow/);
  await choose(/^I.ll be there/);
  await hears(/Thank you, see you then/);
  await clock.getByRole('button', { name: 'Tomorrow 09:00' }).click();
  await expect.poll(() => clock.locator('.clock-face span').innerText()).not.toBe(day);
  await inTheHouse(hands);
  await next(/“how was the visit\?”/);
  // A day after their last word WhatsApp takes a prepared notice only, which asks the same.
  await hears(/How was (the visit|it)/);
  await choose(/All good/);
  await hears(/Thank you, we are glad that it went well/);
};

await inBrowser('A visit’s whole life by clicks at the page', (open) => {
  const station = useStation();

  it('on Telegram, from the booking to the rating', { timeout: 180_000 }, async () => {
    const { page, problems } = await open(station().url);
    const began = performance.now();
    await page.getByRole('button', { name: /^Lena/ }).click();
    await lives(page, telegramOf(page), async ({ tap, says }) => {
      for (const label of [/^Start$/, /^Book a visit/, /^Annual service/]) await tap(label);
      await says('octavia 2018');
      for (const label of [/^Tue 24 · \d\d:\d\d/, /^Leave the car/, /^Skip/, /^Yes, keep me posted/])
        await tap(label);
    });
    expect(performance.now() - began).toBeLessThan(MOST_CLICKING_MS);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });
});

await inBrowser('A visit’s whole life by clicks on the other messenger', (open) => {
  const station = useStation();

  it('on WhatsApp just as well', { timeout: 180_000 }, async () => {
    const { page, problems } = await open(station().url);
    const began = performance.now();
    await newPerson(page, 'Alex');
    await lives(page, whatsappOf(page), async ({ tap, choose, says }) => {
      await tap(/^Say/);
      await choose(/^Book a visit/);
      await choose(/^Annual service/);
      await says('corolla 2012');
      await choose(/\d\d:\d\d/);
      await choose(/^Leave the car/);
      await choose(/^Yes, keep me posted/);
    });
    expect(performance.now() - began).toBeLessThan(MOST_CLICKING_MS);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });
});
