import { crc32, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, telegramOf, useFakes, whatsappOf } from './fake.ts';

await inBrowser('Sending from the phone', (open) => {
  const start = useFakes();

  it('sends words with Enter, breaks the line with Shift+Enter, and shows them as delivered', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const field = telegramOf(page).getByRole('textbox', { name: 'Message', exact: true });
    await field.fill('First line');
    await field.press('Shift+Enter');
    await field.pressSequentially('second line');
    await field.press('Enter');
    await page.getByText('You wrote: First line').waitFor();
    expect(station.acts.at(-1)).toEqual({ do: 'say', chat: NIKOS, text: 'First line\nsecond line' });
    expect(await field.inputValue()).toBe('');
    const own = page.locator('.row.own').filter({ hasText: 'second line' });
    expect(await own.getByRole('img', { name: 'Delivered' }).count()).toBe(1);
  });

  it('keeps the words and says what is wrong when the station refuses them', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.refuseNext('You are writing too fast.');
    const field = telegramOf(page).getByRole('textbox', { name: 'Message', exact: true });
    await field.fill('Are you there?');
    await field.press('Enter');
    await page.getByRole('alert').getByText('You are writing too fast.').waitFor();
    await expect.poll(() => field.inputValue()).toBe('Are you there?');
  });

  it('keeps unsent words with their chat while another phone is in hand', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put('502', 'bot', { kind: 'text', text: 'Здравствуйте!' });
    const field = telegramOf(page).getByRole('textbox', { name: 'Message', exact: true });
    await field.fill('I was about to say');
    await page.getByRole('button', { name: /Anna/ }).click();
    await page.getByText('Здравствуйте!').waitFor();
    expect(await field.inputValue()).toBe('');
    await page.getByRole('button', { name: /^Nikos Octavia/ }).click();
    await page.getByText('Hello! This is').waitFor();
    await expect.poll(() => field.inputValue()).toBe('I was about to say');
  });

  it('sends several sample photos as one album of JPEGs, in the order of the taps', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    await telegramOf(page).getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    for (const name of ['Dent in a door', 'Engine lamp']) await page.getByRole('button', { name }).click();
    await page.getByLabel('Caption').fill('Since yesterday');
    await page.getByRole('button', { name: 'Send 2 photos' }).click();
    await page.getByText('2 photos are here.').waitFor();
    const act = station.acts.find((one) => one.do === 'photos');
    expect(act?.images.map((image) => image.slice(0, 23))).toEqual(Array(2).fill('data:image/jpeg;base64,'));
    expect(act?.caption).toBe('Since yesterday');
    const album = page.locator('.album');
    expect(await album.count()).toBe(1);
    expect(await album.getByRole('img').count()).toBe(2);
    expect(problems).toEqual([]);
  });

  it('shrinks a photo from the disk to at most 1280 pixels, and refuses what is no picture', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await telegramOf(page).getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    const input = page.getByLabel('Photos from this computer');
    await input.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await page.getByRole('alert').getByText('Only pictures can be sent as photos.').waitFor();
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    await input.setInputFiles({ name: 'IMG_7.HEIC', mimeType: '', buffer: heic });
    await page.getByRole('alert').getByText('cannot show IMG_7.HEIC: send it with “File”.').waitFor();
    await input.setInputFiles({ name: 'car.png', mimeType: 'image/png', buffer: png(2000, 500) });
    await page.getByRole('button', { name: 'Send photo' }).click();
    await page.getByText('The photo is here.').waitFor();
    const size = await page
      .locator('.photo img')
      .evaluate((image) =>
        image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [],
      );
    expect(size).toEqual([1280, 320]);
  });

  it('passes on that a file is larger than a bot may have, without all of its bytes; elsewhere says so', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const bytes = 21 * 1024 * 1024;
    const film = { name: 'film.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes) };
    await telegramOf(page).getByLabel('A file from this computer').setInputFiles(film);
    await expect
      .poll(() => station.acts.at(-1))
      .toMatchObject({ do: 'document', name: 'film.pdf', size: bytes });
    expect(JSON.stringify(station.acts.at(-1)).length).toBeLessThan(100_000);
    const before = station.acts.length;
    await whatsappOf(page).getByLabel('A file from this computer').setInputFiles(film);
    await page.getByRole('alert').getByText('at most 20.0 MB to WhatsApp; film.pdf has 21.0 MB.').waitFor();
    expect(station.acts).toHaveLength(before);
  });

  it('shares the own phone number only after asking', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.keyboard(NIKOS, [
      [{ text: 'Share my phone', kind: 'contact' }],
      [{ text: 'Skip', kind: 'text' }],
    ]);
    await page.getByRole('button', { name: 'Share my phone' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share your phone number?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(station.acts.some((act) => act.do === 'contact')).toBe(false);
    await page.getByRole('button', { name: 'Share my phone' }).click();
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByText('+30 694 000 0501').waitFor();
    expect(station.acts.at(-1)).toEqual({ do: 'contact', chat: NIKOS, own: true });
    await page.getByRole('group', { name: "The bot's keyboard" }).waitFor({ state: 'detached' });
  });

  it('sends the words of a keyboard key, and folds the keyboard away', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.keyboard(NIKOS, [[{ text: 'Skip', kind: 'text' }]]);
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await page.getByText('You wrote: Skip').waitFor();
    await page.getByRole('button', { name: "The bot's keyboard" }).click();
    expect(await page.getByRole('button', { name: 'Skip', exact: true }).count()).toBe(0);
  });

  it('sends a place, a voice note, a file and somebody else’s contact', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const attach = async (item: RegExp): Promise<void> => {
      await telegramOf(page).getByRole('button', { name: 'Attach' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await attach(/Location/);
    await page.getByRole('button', { name: /Stuck on the ring road/ }).click();
    await expect
      .poll(() => station.acts.at(-1))
      .toEqual({ do: 'location', chat: NIKOS, latitude: 40.6402, longitude: 22.9685 });
    await attach(/Somebody else/);
    await expect.poll(() => station.acts.at(-1)).toEqual({ do: 'contact', chat: NIKOS, own: false });
    const chooser = page.waitForEvent('filechooser');
    await attach(/File/);
    await (await chooser).setFiles({
      name: 'offer.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
    await page.getByRole('link', { name: /offer\.pdf/ }).waitFor();
    await telegramOf(page).getByRole('button', { name: 'Record a voice message' }).click();
    await page.getByRole('button', { name: 'Send the voice message' }).click();
    await expect.poll(() => station.acts.at(-1)).toEqual({ do: 'voice', chat: NIKOS, seconds: 1 });
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  });

  it('offers the bot’s commands in a menu, and while one is being typed', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('menuitem', { name: /Where is my car/ }).click();
    await expect.poll(() => station.acts.at(-1)).toEqual({ do: 'say', chat: NIKOS, text: '/status' });
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).fill('/per');
    await page.getByRole('button', { name: '/person' }).click();
    await expect.poll(() => station.acts.at(-1)).toEqual({ do: 'say', chat: NIKOS, text: '/person' });
  });

  it('corrects a message that was sent', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const field = telegramOf(page).getByRole('textbox', { name: 'Message', exact: true });
    await field.fill('tomorow');
    await field.press('Enter');
    await page.getByText('You wrote: tomorow').waitFor();
    await page.locator('.row.own').last().hover();
    await page.getByRole('button', { name: 'Edit: tomorow' }).click();
    await expect.poll(() => field.inputValue()).toBe('tomorow');
    await field.fill('tomorrow');
    await field.press('Enter');
    await page.locator('.row.own').last().getByText('edited').waitFor();
    expect(station.acts.at(-1)).toMatchObject({ do: 'edit', chat: NIKOS, text: 'tomorrow' });
  });
});

/** A black PNG of this size: https://www.w3.org/TR/png-3/ */
const png = (width: number, height: number): Buffer => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
