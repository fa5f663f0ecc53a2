import { expect, it } from 'vitest';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { inBrowser } from './browser.ts';
import { telegramHand, useStation, whatsappHand } from './whole-station.ts';

/** The demo people whose profiles speak these languages; English is booked in booking.test.ts. */
const people = [
  ['ru', 'Anna'],
  ['uk', 'Olena'],
  ['el', 'Nikos'],
] as const;

await inBrowser('A car owner at the page, in their own language', (open) => {
  const station = useStation();

  it.each(people)('books, moves and cancels a visit on Telegram (%s)', async (language, name) => {
    const { page, problems } = await open(station().url);
    const label = (what: Phrase) => words(language, what);
    await page
      .getByRole('navigation', { name: 'People' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await page.getByRole('region', { name: `The phone of ${name}: Telegram` }).waitFor();
    const { phone, tap, write } = telegramHand(page, station());
    await tap('Start');
    await tap(label(phrase('labelBook')));
    await tap(serviceRow(language, 'annual'));
    await write('Octavia ABC-4821');
    await tap(aTime);
    await tap(label(phrase('labelLeave')));
    await phone.locator('.row', { hasText: 'Octavia …4821' }).last().waitFor();
    await tap(label(phrase('labelSkip')));
    await tap(label(phrase('labelConsentAsk')));
    await tap(label(phrase('labelMove')));
    await tap(aTime);
    await tap(label(phrase('labelYesMove')));
    await tap(label(phrase('labelCancelVisit')));
    await phone.getByRole('button', { name: label(phrase('labelUndo')) }).waitFor();
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it.each(people)('books, moves and cancels a visit on WhatsApp (%s)', async (language, name) => {
    const { page, problems } = await open(station().url);
    const label = (what: Phrase) => words(language, what);
    await page
      .getByRole('navigation', { name: 'People' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await page.getByRole('region', { name: `The phone of ${name}: WhatsApp` }).waitFor();
    const { phone, tap, choose, write } = whatsappHand(page, station());
    await tap(/^Say “/);
    await tap(label(phrase('labelBook')));
    await choose(serviceRow(language, 'annual'));
    await write('Octavia ABC-4821');
    await tap(aTime);
    await tap(label(phrase('labelLeave')));
    await phone.locator('.row', { hasText: 'Octavia …4821' }).last().waitFor();
    await tap(label(phrase('labelConsentAsk')));
    await tap(label(phrase('labelMove')));
    await tap(aTime);
    await tap(label(phrase('labelYesMove')));
    await tap(label(phrase('labelCancelVisit')));
    await phone.getByRole('button', { name: label(phrase('labelUndo')) }).waitFor();
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });
});
