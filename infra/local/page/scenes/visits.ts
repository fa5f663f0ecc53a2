import type { Scene } from './hands.ts';

/** Lena has booked a visit on each of her phones and has asked for a person; an advisor answers in the topic of the group. */
export const visitsScene: Scene = async ({
  telegram,
  whatsapp,
  desk,
  tap,
  choose,
  write,
  openTopic,
  writeAs,
}) => {
  await tap(telegram, /^Start$/);
  await tap(telegram, /^Book a visit/);
  await tap(telegram, /^Annual service/);
  await write(telegram, 'octavia 2018');
  await tap(telegram, /\d\d:\d\d/);
  await tap(telegram, /^Leave the car/);
  await tap(telegram, /^Skip/);
  await tap(telegram, /^Yes, keep me posted/);
  await telegram.getByText('Thank you.').waitFor();

  await tap(whatsapp, /^Say/);
  await write(whatsapp, 'person');
  await tap(whatsapp, /^Book a visit/);
  await choose(whatsapp, /^Wheel alignment/);
  await write(whatsapp, 'corolla 2012');
  await tap(whatsapp, /\d\d:\d\d/);
  await tap(whatsapp, /^(I'll wait|Leave the car)/);
  await whatsapp.getByText('May we write to you').waitFor();

  // The topic of what she booked on Telegram, which is the older one.
  await openTopic(/^Lena · Octavia/);
  await writeAs('Eleni', 'Good morning Lena, I am here. How can I help?');
  await telegram.locator('.row.theirs').getByText('Good morning Lena').waitFor();
  await desk.locator('.row.own .reaction').first().waitFor();
};
