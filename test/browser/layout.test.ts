import { expect, it } from 'vitest';
import { DESKTOP, inBrowser, NARROW } from './browser.ts';
import { greeted, NIKOS, telegramOf, useFakes } from './fake.ts';

await inBrowser('The page on any window', (open) => {
  const start = useFakes();

  it.each([
    [1440, 900],
    [1140, 700],
    [1000, 760],
    [760, 1024],
    [390, 844],
    [320, 568],
  ])('fits %i × %i without scrolling sideways, with the phone in sight', async (width, height) => {
    const station = await start();
    const { page } = await open(station.url, { viewport: { width, height } });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Hello! This is').waitFor();
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      tall: document.documentElement.scrollHeight,
      device: document.querySelector('.device')?.getBoundingClientRect().toJSON(),
    }));
    expect(seen).toMatchObject({ wide: width, tall: height });
    expect(seen.device?.top).toBeGreaterThanOrEqual(0);
    expect(seen.device?.bottom).toBeLessThanOrEqual(height);
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).click();
  });

  it('shows the phone alone on a narrow window; people and tools are drawers', async () => {
    const station = await start();
    const { page } = await open(station.url, { viewport: NARROW, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: 'Start', exact: true }).tap();
    await page.getByText('Hello! This is').waitFor();
    expect(await page.getByRole('navigation', { name: 'People' }).count()).toBe(0);
    station.model.put('502', 'bot', { kind: 'text', text: 'Здравствуйте, Анна!' });
    await page.getByRole('button', { name: 'People, 1 unread' }).tap();
    await page.getByRole('dialog', { name: 'People' }).getByRole('button', { name: /Anna/ }).tap();
    await page.getByText('Здравствуйте, Анна!').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Clock and advisors' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: '+10 min' }).tap();
    await expect.poll(() => station.clockMoves).toEqual([{ advanceMinutes: 10 }]);
  });

  it('gives the tools’ column back to the phone, and takes it again', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'Hide the clock and the advisors' }).click();
    await page.getByRole('region', { name: "The station's clock" }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clock and advisors' }).click();
    await page.getByRole('region', { name: "The station's clock" }).waitFor();
  });

  it('is dark when the system is dark', async () => {
    const station = await start();
    const brightness = async (colorScheme: 'light' | 'dark'): Promise<number> => {
      const { page } = await open(station.url, { colorScheme });
      await telegramOf(page).locator('.chat-head').waitFor();
      return page.evaluate(() => {
        const colour = getComputedStyle(
          document.querySelector('.chat-head') ?? document.body,
        ).backgroundColor;
        return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
      });
    };
    expect(await brightness('light')).toBeGreaterThan(230);
    expect(await brightness('dark')).toBeLessThan(60);
  });

  it('keeps still for people who asked for it', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.holdTaps();
    await page.getByRole('button', { name: 'Book a visit' }).click();
    await page.locator('.spinner').waitFor();
    const runs = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
    expect(runs).toBe(0);
  });

  it('opens a photo sheet that fits inside the phone', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await telegramOf(page).getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    const sheet = await page.getByRole('dialog', { name: 'Send photos' }).boundingBox();
    const screen = await telegramOf(page).locator('.screen').boundingBox();
    expect(
      sheet && screen && sheet.x >= screen.x && sheet.x + sheet.width <= screen.x + screen.width + 1,
    ).toBe(true);
    expect(sheet && sheet.y + sheet.height <= DESKTOP.height).toBe(true);
  });

  it('says that it only looks on when the messengers’ servers were given from outside', async () => {
    const station = await start({ live: false });
    station.model.put(NIKOS, 'bot', { kind: 'text', text: 'Booked.' }, [
      [{ kind: 'callback', text: 'Cancel', data: 'x' }],
    ]);
    const { page } = await open(station.url);
    await page
      .getByText("The messengers' servers were given from outside, so this page sends nothing.")
      .waitFor();
    await page.getByText('Booked.').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true);
    for (const name of [
      'Start',
      'New person',
      'Attach',
      'This Telegram account',
      'This WhatsApp account',
      'Send to the group',
    ])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    expect(station.acts).toEqual([]);
  });

  it('says so when there is no phone at all, because the messengers are elsewhere', async () => {
    const station = await start({ live: false, empty: true });
    const { page, problems } = await open(station.url);
    await page.getByText('There is no phone to hold here').waitFor();
    await page.getByText('so this page sends nothing.').waitFor();
    await page.getByRole('button', { name: '+10 min' }).click();
    await expect.poll(() => station.clockMoves).toEqual([{ advanceMinutes: 10 }]);
    expect(problems).toEqual([]);
  });

  it('shows a refusal over the phones, clear of the input', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.refuseNext('The message is too long.');
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).fill('x');
    await page.keyboard.press('Enter');
    const words = await page.getByRole('alert').getByText('The message is too long.').boundingBox();
    const phones = await page.locator('.phones').boundingBox();
    const input = await telegramOf(page).locator('.composer').boundingBox();
    if (!words || !phones || !input) throw new Error('One of the three is not drawn.');
    expect(Math.abs(words.x + words.width / 2 - (phones.x + phones.width / 2))).toBeLessThan(2);
    expect(words.y + words.height).toBeLessThan(input.y);
  });
});
