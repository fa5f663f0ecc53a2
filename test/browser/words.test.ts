import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Hand, newPerson, telegramHand, useStation, whatsappHand } from './whole-station.ts';

/** A sentence, the car, a time, one tap: what a newcomer types at the page. */
const books = async (hand: Hand, sentence: string, car: string): Promise<void> => {
  const { phone } = hand;
  await hand.write(sentence);
  await phone.getByText('Hello! This is the assistant of').waitFor();
  await hand.write(car);
  await hand.tap(/^Tue 24 · 1[2-9]:\d\d/);
  expect(await phone.getByText('Booking no.').count()).toBe(0);
  await hand.tap(/^Leave the car/);
  await phone.getByText(/Booked: Tue 24 Nov, 1[2-9]:\d\d/).waitFor();
};

await inBrowser('Somebody who types what they want', (open) => {
  const station = useStation();

  it('books by a sentence on either phone, asks in between, and moves the visit in their own words', async () => {
    const { page, problems } = await open(station().url);
    await newPerson(page, 'Alex');
    const telegram = telegramHand(page, station());
    await telegram.tap('Start');
    await books(telegram, 'oil change tomorrow afternoon please', 'octavia 2018');
    await telegram.write('where can I park?');
    await telegram.write('move it to wednesday morning');
    await telegram.tap(/^Wed 25 · (0|10|11)/);
    await telegram.tap(/^Yes, move it/);
    await telegram.phone.getByText(/Moved\. The new time: Wed 25 Nov/).waitFor();

    await newPerson(page, 'Iris');
    const whatsapp = whatsappHand(page, station());
    await books(whatsapp, 'oil tmrw pm', 'fiesta 2009');
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });
});
