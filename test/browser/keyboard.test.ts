import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { NIKOS, telegramOf, useFakes } from './fake.ts';

/** Presses Tab until the focus stands on this, at most 60 times, and answers what was passed on the way. */
const tabTo = async (page: Page, wanted: string): Promise<readonly string[]> => {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const stop = document.activeElement;
      return stop?.getAttribute('aria-label') ?? stop?.textContent?.trim() ?? '';
    });
    if (name.startsWith(wanted)) return passed;
    passed.push(name);
  }
  throw new Error(`Tab never came to ${wanted}; it went over: ${passed.join(' | ')}`);
};

await inBrowser('The page without a mouse', (open) => {
  const start = useFakes();

  it('books a visit, writes and sends a photo', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await tabTo(page, 'Start');
    await page.keyboard.press('Enter');
    for (const name of ['Book a visit', 'Same as last time', 'Tue 24 · 09:00', 'Leave the car']) {
      await page.getByRole('button', { name }).first().waitFor();
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Booked, Nikos.').first().waitFor();

    await tabTo(page, 'Attach');
    await page.keyboard.press('Enter');
    await page.getByRole('menu', { name: 'Attach' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Send photos' }).waitFor();
    await tabTo(page, 'Engine lamp');
    await page.keyboard.press('Space');
    await tabTo(page, 'Caption');
    await page.keyboard.type('Since Monday');
    await page.keyboard.press('Enter');
    await page.getByText('The photo is here.').waitFor();
    expect(station.acts.filter((act) => act.do === 'photos')).toMatchObject([
      { chat: NIKOS, caption: 'Since Monday' },
    ]);
  });

  it('moves in menus with the arrows, closes with Escape, and gives the focus back', async () => {
    const station = await start();
    station.model.put(NIKOS, 'bot', { kind: 'text', text: 'Hello.' });
    const { page } = await open(station.url);
    const attach = telegramOf(page).getByRole('button', { name: 'Attach' });
    await attach.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(focused).toMatch(/^Photo/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^File/);
    await page.keyboard.press('End');
    expect(await focused()).toMatch(/^Somebody/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Photo/);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await attach.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('keeps the focus inside an open dialog and returns it when Escape closes it', async () => {
    const station = await start();
    station.model.put(NIKOS, 'bot', { kind: 'text', text: 'Hello.' });
    const { page } = await open(station.url);
    await telegramOf(page).getByRole('button', { name: 'Attach' }).press('Enter');
    await page.getByRole('menuitem', { name: /Location/ }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Send a location' });
    await dialog.waitFor();
    for (let presses = 0; presses < 9; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Attach');
  });

  it('goes from the people to the phone to the tools, and shows where the focus is', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Write to colleagues' }).click();
    await page.getByRole('textbox', { name: 'Message to the group' }).waitFor();
    // The keyboard starts from the top of the page again.
    await page.locator('.brand').click();
    const passed = await tabTo(page, 'Message to the group');
    const order = [
      'Nikos',
      'New person',
      'Conversation of',
      'Start',
      '+10 min',
      'Language of the messengers',
      'Write as',
    ];
    const places = order.map((name) => passed.findIndex((stop) => stop.includes(name)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).toBe('solid');
  });
});
