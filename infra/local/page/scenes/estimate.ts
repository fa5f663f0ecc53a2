import type { Locator } from 'playwright-core';
import type { Hands, Scene } from './hands.ts';

const lines = [
  '/estimate',
  'sump gasket parts 18 work 64, safety (oil on the exhaust)',
  'front discs original 148 3m',
  'wiper blades 24 wish',
  'ready 17:00',
].join('\n');

/**
 * Lena has sent photos of oil under her car from both phones, and Maria an estimate to each. On WhatsApp it is agreed and the paper
 * is there; on Telegram she is about to confirm.
 */
export const estimateScene: Scene = async (hands) => {
  const { telegram, whatsapp, tap, choose, desk, minuteLater, openTopic, writeAs } = hands;
  await tap(whatsapp, /^Say/);
  await openTopic(/^Lena/);
  await writeAs('Maria', '/language');
  await tap(desk, /^English$/);
  await offered(hands, whatsapp);
  for (const label of [/^Choose items/, /^1\. Yes/, /^2\. Later/, /^3\. No/, /^Confirm/])
    await choose(whatsapp, label);
  await tap(whatsapp, /^Get the document/);
  await whatsapp.locator('.file', { hasText: '.pdf' }).waitFor({ timeout: 60_000 });

  await minuteLater();
  await tap(telegram, /^Start$/);
  await offered(hands, telegram);
  for (const label of [/^Choose items/, /^1\. Yes/, /^2\. Later/, /^3\. No/]) await tap(telegram, label);
  await telegram.getByRole('button', { name: /^Confirm/ }).waitFor();
  await minuteLater();
  await desk.locator('.talk-open .buttons').last().waitFor();
};

async function offered(hands: Hands, phone: Locator): Promise<void> {
  const { choose, desk, openTopic, photos, tap, writeAs } = hands;
  await photos(phone, ['Oil under the car', 'Number plate']);
  await ((await phone.getAttribute('data-messenger')) === 'telegram' ? tap : choose)(phone, /^Leak/);
  await tap(phone, /^Drives normally/);
  await tap(phone, /^That’s all/);
  await openTopic(/^Lena/);
  await desk.locator('.row.theirs .photo').first().waitFor();
  await writeAs('Maria', lines);
  await tap(desk, /^Send$/);
  await phone.getByText('1. sump gasket').first().waitFor();
}
