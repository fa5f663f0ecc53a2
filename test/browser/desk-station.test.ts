import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { telegramOf, whatsappOf } from './fake.ts';
import { newPerson, useStation } from './whole-station.ts';

await inBrowser('A customer and an advisor at one page of the whole station', (open) => {
  const station = useStation();
  const deskOf = (page: Page): Locator => page.getByRole('region', { name: 'The group Advisors' });
  /** A message's own words, not those that another one quotes. */
  const saidIn = (desk: Locator, words: string): Locator =>
    desk.getByRole('log').locator('.bubble > .text').filter({ hasText: words }).first();
  const topicOf = (desk: Locator, name: string): Locator =>
    desk.getByRole('list', { name: 'Topics' }).getByRole('button', { name: new RegExp(`^${name}`) });

  // The group takes 20 messages a minute; nobody waits here for what an earlier test has used up.
  beforeEach(() => station().advance(2));

  /** Writes and goes on at once: lines that wait for their minute keep the station from being idle. */
  const write = async (place: Locator, label: string, words: string): Promise<void> => {
    const field = place.getByRole('textbox', { name: label, exact: true });
    await field.fill(words);
    await field.press('Enter');
  };
  const says = (phone: Locator, words: string): Promise<void> => write(phone, 'Message', words);

  /** Somebody new wrote on this messenger, and an advisor has their topic open. */
  const together = async (name: string, messenger: 'telegram' | 'whatsapp') => {
    const { page, problems } = await open(station().url);
    page.setDefaultTimeout(20_000);
    await newPerson(page, name);
    const phone = messenger === 'telegram' ? telegramOf(page) : whatsappOf(page);
    if (messenger === 'telegram') {
      await phone.getByRole('button', { name: 'Start', exact: true }).click();
      await phone.locator('.row.theirs').first().waitFor();
    }
    await says(phone, 'My brakes squeal when it is cold');
    const desk = deskOf(page);
    await topicOf(desk, name).click();
    const words = saidIn(desk, 'My brakes squeal when it is cold');
    await words.waitFor();
    return { page, problems, phone, desk, words };
  };
  const answer = async (desk: Locator, words: string): Promise<Locator> => {
    await write(desk, 'Message to the group', words);
    const row = desk.locator('.row.own').filter({ hasText: words });
    await row.waitFor();
    return row;
  };

  it('an advisor answers in the topic: the customer reads it with the name, and the tick comes back', async () => {
    const { desk, phone, problems } = await together('Ann', 'telegram');
    const row = await answer(desk, 'Come at nine tomorrow.');
    const seen = phone.locator('.row.theirs').filter({ hasText: 'Come at nine tomorrow.' });
    await seen.waitFor();
    expect(await seen.locator('strong').textContent()).toBe('Maria');
    await row.getByRole('img', { name: 'Reaction 👌' }).waitFor();
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('on WhatsApp the ticks climb to read, because the chat is in sight', async () => {
    const { desk, phone } = await together('Bob', 'whatsapp');
    const row = await answer(desk, 'Come at ten tomorrow.');
    await phone.locator('.row.theirs').filter({ hasText: 'Come at ten tomorrow.' }).waitFor();
    await row.getByRole('img', { name: 'Reaction 👀' }).waitFor();
  });

  it('a note stays in the group', async () => {
    const { desk, phone } = await together('Cleo', 'telegram');
    const note = await answer(desk, '// was rude last year');
    await note.getByRole('img', { name: 'Reaction ✍' }).waitFor();
    expect(await phone.getByText('was rude').count()).toBe(0);
  });

  it('answers keep their quotes and reactions cross in both directions', async () => {
    const { page, desk, phone, words } = await together('Dora', 'telegram');
    await words.hover();
    await desk.getByRole('button', { name: 'Reply: My brakes squeal when it is cold' }).click();
    const row = await answer(desk, 'Since when?');
    await phone.locator('.row.theirs .quote').getByText('My brakes squeal').waitFor();
    await words.hover();
    await desk.getByRole('button', { name: 'React: My brakes squeal when it is cold' }).click();
    await page.getByRole('menuitem', { name: '🙏' }).click();
    await phone.locator('.row.own').getByRole('img', { name: 'Reaction 🙏' }).waitFor();
    const seen = phone.locator('.row.theirs').filter({ hasText: 'Since when?' });
    await seen.locator('.bubble').hover();
    await seen.getByRole('button', { name: /^React/ }).click();
    await page.getByRole('menuitem', { name: '👍' }).click();
    await row.getByRole('img', { name: 'Reaction 👍' }).waitFor();
  });

  it.each(['telegram', 'whatsapp'] as const)('photos go both ways on %s', async (messenger) => {
    const { page, desk, phone } = await together(messenger === 'telegram' ? 'Eve' : 'Finn', messenger);
    const sendPhotos = async (clip: Locator): Promise<void> => {
      await clip.click();
      await page.getByRole('menuitem', { name: /^Photo/ }).click();
      await page.getByRole('button', { name: 'Engine lamp' }).click();
      await page.getByRole('button', { name: 'Nail in a tyre' }).click();
      await page.getByLabel('Caption').fill('Look');
      await page.getByRole('button', { name: 'Send 2 photos' }).click();
    };
    await sendPhotos(phone.getByRole('button', { name: 'Attach' }));
    await expect.poll(() => desk.locator('.row.theirs .photo img').count(), { timeout: 20_000 }).toBe(2);
    await sendPhotos(desk.getByRole('button', { name: 'Attach to the group' }));
    await expect.poll(() => phone.locator('.row.theirs .photo img').count(), { timeout: 20_000 }).toBe(2);
    for (const photo of await phone.locator('.row.theirs .photo img').all())
      expect(await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(true);
  });

  it('a deleted topic is built anew at the next word, and nothing is lost', async () => {
    const { page, desk, phone } = await together('Gus', 'telegram');
    await desk.getByRole('button', { name: 'Change this topic' }).click();
    await page.getByRole('menuitem', { name: 'Delete the topic' }).click();
    await expect.poll(() => topicOf(desk, 'Gus').count()).toBe(0);
    await says(phone, 'Are you there?');
    await topicOf(desk, 'Gus').click();
    await saidIn(desk, 'Are you there?').waitFor();
    await answer(desk, 'Yes, we are.');
    await phone.locator('.row.theirs').getByText('Yes, we are.').waitFor();
  });

  it('the group moves to another supergroup and the talk goes on there', async () => {
    const { page, desk, phone } = await together('Hal', 'telegram');
    await desk.getByRole('button', { name: 'Back to the topics' }).click();
    await desk.getByRole('button', { name: 'The group', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Move the group/ }).click();
    await says(phone, 'Are you still there?');
    await topicOf(desk, 'Hal').click();
    await saidIn(desk, 'Are you still there?').waitFor();
    await answer(desk, 'Here we are.');
    await phone.locator('.row.theirs').getByText('Here we are.').waitFor();
    expect(station().deadLetters()).toEqual([]);
  });
});
