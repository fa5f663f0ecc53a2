import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Hand, newPerson, telegramHand, useStation, whatsappHand } from './whole-station.ts';

/** From the first word to the confirmation. */
const books = async (hand: Hand, service: RegExp, car: string): Promise<void> => {
  await hand.tap(/^Book a visit/);
  await hand.choose(service);
  await hand.write(car);
};

const bookedAt = async (hand: Hand): Promise<string> => {
  const booked = await hand.phone.locator('.row.theirs', { hasText: 'Booking no.' }).last().textContent();
  return /Booked: (\w+ \d+ \w+, \d\d:\d\d)/.exec(booked ?? '')?.[1] ?? '';
};

await inBrowser('A person with WhatsApp at the page of the whole station', (open) => {
  const station = useStation();

  const someone = async (page: Page, name: string) => {
    await newPerson(page, name);
    return { telegram: telegramHand(page, station()), whatsapp: whatsappHand(page, station()) };
  };

  it('says hello, books, and gets links that open the calendar and the map', async () => {
    const { page, problems } = await open(station().url);
    const { whatsapp } = await someone(page, 'Alex');
    const { phone } = whatsapp;
    await phone.getByText('24-hour window: opens with your first word').waitFor();
    await whatsapp.tap(/^Say “Hello/);
    const greeting = phone.locator('.row.theirs').first();
    expect(await greeting.locator('.answer').allInnerTexts()).toEqual([
      'Book a visit',
      'Report a problem',
      'Where is my car?',
    ]);
    await books(whatsapp, /^Annual service/, 'octavia 2018');
    for (const answer of await greeting.locator('.answer').all())
      expect(await answer.isDisabled()).toBe(true);
    await whatsapp.tap(/^Tue 24 · \d\d:\d\d/);
    await phone.getByText(/Held for 10 min: Tue 24 Nov/).waitFor();
    await whatsapp.tap('Leave the car');
    expect(await bookedAt(whatsapp)).toMatch(/^Tue 24 Nov, /);
    await phone.getByText('24-hour window open until tomorrow').waitFor();
    await expect.poll(() => phone.locator('.row.own .ticks.read').count()).toBe(6);

    const map = phone.getByRole('link', { name: /maps/ });
    expect(await map.getAttribute('href')).toMatch(/^https:\/\/www\.google\.com\/maps\/.*40\.6447,22\.9162$/);
    const calendar = await page.request.get(
      (await phone.getByRole('link', { name: /\.ics$/ }).getAttribute('href')) ?? '',
    );
    expect(calendar.status()).toBe(200);
    expect(calendar.headers()['content-type']).toMatch(/^text\/calendar/);
    expect(await calendar.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART[^\n]*20261124T/);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('uses both phones at once, and each goes its own way', async () => {
    const { page, problems } = await open(station().url);
    const { telegram, whatsapp } = await someone(page, 'Maro');
    // One mouse: what is clicked on Telegram is still in work while WhatsApp is tapped.
    const clicks = (name: string | RegExp) => telegram.phone.getByRole('button', { name }).last().click();
    await clicks('Start');
    await whatsapp.tap(/^Say “Hello/);
    await clicks(/^Book a visit/);
    await whatsapp.tap(/^Book a visit/);
    await clicks(/^Annual service/);
    await whatsapp.choose(/^Wheel alignment/);
    await whatsapp.write('corolla 2012');
    await telegram.write('octavia 2018');
    await clicks(/^Tue 24 · \d\d:\d\d/);
    await whatsapp.tap(/^Tue 24 · \d\d:\d\d/);
    await whatsapp.tap(/^Leave the car|^I'll wait there/);
    await telegram.tap('Leave the car');
    await whatsapp.phone.getByText('Corolla: wheel alignment.').last().waitFor();
    await telegram.phone.getByText('Octavia: annual service.').last().waitFor();
    expect(await bookedAt(whatsapp)).toMatch(/^Tue 24 Nov, /);
    expect(await bookedAt(telegram)).toMatch(/^Tue 24 Nov, /);
    expect(await telegram.phone.getByText('Corolla:').count()).toBe(0);
    expect(await whatsapp.phone.getByText('annual service').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('links both phones by a code, and finds the visit in either', async () => {
    const { page, problems } = await open(station().url);
    const { telegram, whatsapp } = await someone(page, 'Iris');
    await whatsapp.tap(/^Say “Hello/);
    await books(whatsapp, /^Oil & filter/, 'fiesta 2009');
    await whatsapp.tap(/^\w+ \d+ · \d\d:\d\d/);
    await whatsapp.tap(/^Leave the car|^I'll wait there/);
    const when = await bookedAt(whatsapp);
    expect(when).toMatch(/\d\d:\d\d$/);
    await telegram.tap('Start');
    await telegram.write('status');
    expect(await telegram.phone.getByText(when).count()).toBe(0);

    await whatsapp.write('link');
    const told = await whatsapp.phone.locator('.row.theirs', { hasText: 'Your code' }).last().textContent();
    await telegram.write(/\d{4} \d{4}/.exec(told ?? '')?.[0] ?? '');
    await telegram.write('status');
    await telegram.phone.getByText(`Your visit: ${when}`).waitFor();
    await telegram.tap(/^Cancel the visit/);
    await telegram.phone.getByText(`Cancelled: ${when}`).waitFor();
    await whatsapp.write('status');
    expect(await whatsapp.phone.getByText(`Your visit: ${when}`).count()).toBe(0);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('is reminded by a template once the window has shut, and answers it with its button', async () => {
    const { page, problems } = await open(station().url);
    const { whatsapp } = await someone(page, 'Dora');
    const { phone } = whatsapp;
    await whatsapp.tap(/^Say “Hello/);
    await books(whatsapp, /^Annual service/, 'octavia 2018');
    await whatsapp.tap('More times');
    await whatsapp.choose(/^Wed 25 · \d\d:\d\d/);
    await whatsapp.tap('Leave the car');
    await whatsapp.tap(/^Yes, keep me posted/);

    const clock = page.getByRole('region', { name: "The station's clock" });
    await clock.getByRole('button', { name: 'Choose…' }).click();
    await clock.getByLabel('Day and time at the station').fill('2026-11-24T18:05');
    await clock.getByRole('button', { name: 'Go' }).click();
    await phone.getByText('24-hour window shut: templates only until you write').waitFor();
    const reminder = phone.locator('.row.theirs:last-child', { hasText: 'Template visit_reminder' });
    await reminder.getByText('Octavia').waitFor();
    expect(await reminder.locator('.footer').count()).toBe(1);
    await whatsapp.tap(/^I'll be there/);
    await phone.getByText('24-hour window open until tomorrow').waitFor();
    expect(await reminder.count()).toBe(0);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });
});
