import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, NIKOS_WHATSAPP, telegramOf, useFakes, whatsappOf } from './fake.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

const people = (page: Page, name: RegExp) => page.getByRole('button', { name });

await inBrowser('The phones of one person', (open) => {
  const start = useFakes();

  it('stand side by side and are both in use at once, each with its own words', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    const fields = [telegramOf(page), whatsappOf(page)].map((phone) =>
      phone.getByRole('textbox', { name: 'Message', exact: true }),
    );
    await fields[0]?.fill('still thinking');
    await fields[1]?.fill('Is my car ready?');
    await fields[1]?.press('Enter');
    await whatsappOf(page).getByText('You wrote: Is my car ready?').waitFor();
    expect(await fields[0]?.inputValue()).toBe('still thinking');
    expect(await telegramOf(page).getByText('Is my car ready?').count()).toBe(0);
    await fields[0]?.press('Enter');
    await telegramOf(page).getByText('You wrote: still thinking').waitFor();
    expect(station.acts.slice(-2)).toEqual([
      { do: 'say', chat: NIKOS_WHATSAPP, text: 'Is my car ready?' },
      { do: 'say', chat: NIKOS, text: 'still thinking' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    [1440, 900],
    [1100, 760],
    [1000, 700],
  ])('fit beside each other in %i × %i, the same size, over nothing else', async (width, height) => {
    const station = await start();
    const { page } = await open(station.url, { viewport: { width, height } });
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    const [left, right, main] = await Promise.all(
      [telegramOf(page), whatsappOf(page), page.locator('main')].map((box) => box.boundingBox()),
    );
    if (!left || !right || !main) throw new Error('One of the three is not drawn.');
    expect(left.x).toBeGreaterThanOrEqual(main.x);
    expect(left.x + left.width).toBeLessThan(right.x);
    expect(right.x + right.width).toBeLessThanOrEqual(main.x + main.width);
    expect(Math.abs(left.width - right.width)).toBeLessThan(1);
    expect(left.width).toBeGreaterThan(340);
    expect(right.y + right.height).toBeLessThanOrEqual(height);
    // Whatever stands at the phone's corner and middle is the phone's own.
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll('.device')].filter((device) => {
        const { left: x, right: end, top: y } = device.getBoundingClientRect();
        return [
          [x + 60, y + 4],
          [end - 60, y + 4],
          [(x + end) / 2, y + 300],
        ].some(([a = 0, b = 0]) => !device.contains(document.elementFromPoint(a, b)));
      }),
    );
    expect(covered).toEqual([]);
  });

  it.each([
    [820, 1000],
    [375, 760],
  ])('are tabs in %i × %i, with what was not read yet', async (width, height) => {
    const station = await start();
    const { page } = await open(station.url, { viewport: { width, height } });
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(await page.locator('.device').count()).toBe(1);
    station.model.put(NIKOS_WHATSAPP, 'bot', text('Your car is ready.'));
    const tab = page.getByRole('button', { name: /^WhatsApp 1 unread/ });
    await tab.click();
    await whatsappOf(page).getByText('Your car is ready.').waitFor();
    expect(await telegramOf(page).count()).toBe(0);
    await page.getByRole('button', { name: 'WhatsApp', exact: true, pressed: true }).waitFor();
    const tall = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    expect(tall).toEqual([width, height]);
    await page.getByRole('button', { name: 'Telegram', exact: true }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  });

  it('are only one where the person has one messenger', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await people(page, /^Mr Papadopoulos/).click();
    await page.getByRole('region', { name: 'The phone of Mr Papadopoulos: Telegram' }).waitFor();
    expect(await page.locator('.device').count()).toBe(1);
    await people(page, /^Олена/).click();
    await page.getByRole('region', { name: 'The phone of Олена: WhatsApp' }).waitFor();
    expect(await page.locator('.device').count()).toBe(1);
    await whatsappOf(page)
      .getByRole('button', { name: /Добрий день/ })
      .click();
    await whatsappOf(page).getByText('Hello! This is the assistant').waitFor();
  });

  it('are counted apart while nobody looks at them, and opened together', async () => {
    const station = await start();
    const { page } = await open(station.url);
    station.model.put('502', 'bot', text('Здравствуйте!'));
    station.model.put('wa-502', 'bot', text('Ваша машина готова.'));
    station.model.put('wa-502', 'bot', text('Мы ждём вас.'));
    await people(page, /^Anna.*1 unread on Telegram\s*2 unread on WhatsApp/).click();
    await telegramOf(page).getByText('Здравствуйте!').waitFor();
    await whatsappOf(page).getByText('Мы ждём вас.').waitFor();
    expect(await people(page, /^Anna/).locator('.unread').count()).toBe(0);
    const unread = station.model.state().phones.filter((phone) => phone.unread > 0);
    expect(unread).toEqual([]);
  });

  it('come with a new person on every messenger', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Yannis');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('region', { name: 'The phone of Yannis: Telegram' }).waitFor();
    await page.getByRole('region', { name: 'The phone of Yannis: WhatsApp' }).waitFor();
  });

  it('are found by an address that names one of their chats', async () => {
    const station = await start();
    const { page } = await open(`${station.url}/#wa-502`);
    await page.getByRole('region', { name: 'The phone of Anna: WhatsApp' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe('#anna');
  });

  it('are told apart in the list of calls', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put(NIKOS_WHATSAPP, 'bot', text('Your car is ready.'));
    await page.getByRole('button', { name: 'What happened' }).click();
    const calls = page.getByRole('list', { name: /Calls to the messengers/ }).locator('summary');
    await expect.poll(() => calls.allInnerTexts()).toHaveLength(2);
    const lines = (await calls.allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
    expect(lines.toSorted()).toEqual(['send Nikos WhatsApp taken', 'sendMessage Nikos Telegram taken']);
  });
});
