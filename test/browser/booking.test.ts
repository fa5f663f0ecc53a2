import { expect, it } from 'vitest';
import { inBrowser, NARROW } from './browser.ts';
import { telegramOf } from './fake.ts';
import { newPerson, telegramHand, useStation } from './whole-station.ts';

await inBrowser('A person at the page of the whole station', (open) => {
  const station = useStation();

  it('books a visit, moves it and cancels it', async () => {
    const { page, problems } = await open(station().url);
    await newPerson(page, 'Alex');
    const { tap, write } = telegramHand(page, station());
    await tap('Start');
    await tap(/^Book a visit/);
    await tap(/^Annual service/);
    await write('octavia 2018');
    await tap(/^Tue 24 · \d\d:\d\d/);
    await telegramOf(page)
      .getByText(/Held for 10 min: Tue 24 Nov/)
      .waitFor();
    await tap(/^Leave the car/);
    const visit = telegramOf(page).locator('.row', { hasText: 'Booking no.' });
    await visit.getByText('Booked: Tue 24 Nov').waitFor();
    const time = async (): Promise<string> =>
      /Tue 24 Nov, (\d\d:\d\d)/.exec((await visit.textContent()) ?? '')?.[1] ?? '';
    const first = await time();
    expect(first).toMatch(/^\d\d:\d\d$/);

    const downloading = page.waitForEvent('download');
    await telegramOf(page).locator('.file').first().click();
    expect((await downloading).suggestedFilename()).toMatch(/\.ics$/);

    await tap('Skip');
    await tap(/^Only when I ask/);
    await tap(/^Change the time/);
    await tap(/^Tue 24 · \d\d:\d\d/);
    await tap(/^Yes, move it/);
    await visit.getByText('Moved. The new time').waitFor();
    expect(await time()).not.toBe(first);
    expect(await time()).toMatch(/^\d\d:\d\d$/);

    await tap(/^Cancel the visit/);
    await telegramOf(page)
      .getByText(/Cancelled: Tue 24 Nov/)
      .waitFor();
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('books on a narrow window, by keyboard alone', async () => {
    const { page } = await open(station().url, { viewport: NARROW });
    const press = async (name: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name }).last().press('Enter');
      await station().settled();
    };
    const { write } = telegramHand(page, station());
    await press(/^People/);
    await press(/^Lena/);
    await press('Start');
    await write('book');
    await press(/^Wheel alignment/);
    await write('corolla 2012');
    await press(/^Tue 24 · \d\d:\d\d/);
    await press(/^Leave the car|^I'll wait there/);
    await telegramOf(page).getByText('Booked: Tue 24 Nov').waitFor();
    await press('Skip');
    await page.getByRole('button', { name: 'Only when I ask' }).waitFor();
  });

  it('is shown what the station’s clock brings', async () => {
    const { page } = await open(station().url);
    const clock = page.getByRole('region', { name: "The station's clock" });
    await clock.getByRole('button', { name: 'Tomorrow 09:00' }).click();
    await clock.getByText('24 November 2026').waitFor();
    expect(new Date(station().now()).toISOString()).toMatch(/^2026-11-24T07:0\d/);
  });
});
