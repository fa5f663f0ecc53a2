import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { audit } from './audit.ts';
import { DESKTOP, inBrowser, NARROW } from './browser.ts';
import { photoWithPlace } from './photo.ts';
import { type Hand, newPerson, telegramHand, useStation, whatsappHand } from './whole-station.ts';

const estimate = [
  '/estimate',
  'front pads original 64 parts 32 work, safety',
  'front discs 148 3m',
  'wiper blades 24 wish',
  'ready 17:00',
].join('\n');

const say = (what: Phrase): string => words('en', what);
/** The advisors' own language is their choice. */
const inAny = (what: Phrase): RegExp =>
  new RegExp(`^(${(['en', 'ru', 'uk', 'el'] as const).map((language) => words(language, what)).join('|')})`);

/** From the first photo to a signed paper, by the hands of both sides. */
await inBrowser('A defect at the page of the whole station', (open) => {
  const station = useStation();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'photos-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  // The group takes 20 messages a minute; nobody waits here for what an earlier test has used up.
  beforeEach(() => station().advance(2));

  const deskOf = (page: Page): Locator => page.getByRole('region', { name: 'The group Advisors' });
  const topicOf = (desk: Locator, name: string): Locator =>
    desk.getByRole('list', { name: 'Topics' }).getByRole('button', { name: new RegExp(`^${name}`) });
  const write = async (desk: Locator, text: string): Promise<void> => {
    const field = desk.getByRole('textbox', { name: 'Message to the group', exact: true });
    await field.fill(text);
    await field.press('Enter');
  };

  /** Photos that a camera made, out of a folder of this computer. */
  async function sendFromDisk(page: Page, clip: Locator, names: readonly string[]): Promise<void> {
    const paths = names.map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, await photoWithPlace(page));
    await clip.click();
    await page.getByRole('menuitem', { name: /^Photo/ }).click();
    await page.getByLabel('Photos from this computer').setInputFiles(paths);
    await page
      .getByRole('button', { name: names.length > 1 ? `Send ${names.length} photos` : 'Send photo' })
      .click();
  }

  /** The first photo, the questions, the recap. */
  async function reports(page: Page, hand: Hand): Promise<void> {
    const { phone } = hand;
    await sendFromDisk(page, phone.getByRole('button', { name: 'Attach' }), ['wheel.jpg', 'disc.jpg']);
    await phone.getByText('Got 2 photos, thank you.').waitFor();
    await hand.choose(say(phrase('reportLabelKind', { kind: 'noise' })));
    await hand.choose(say(phrase('reportLabelDrive', { drive: 'normal' })));
    await hand.choose(say(phrase('reportLabelMoment', { moment: 'braking' })));
    await hand.choose(say(phrase('reportLabelPlace', { place: 'frontRight' })));
    await hand.tap(say(phrase('labelSkip')));
    await phone
      .getByText('noise or vibration, when braking, front right, drives normally, 2 photos')
      .last()
      .waitFor();
  }

  /** Maria reads the report in its topic, and puts three lines to the customer. */
  async function offers(page: Page, name: string): Promise<Locator> {
    const desk = deskOf(page);
    await topicOf(desk, name).click();
    const photos = desk.locator('.row.theirs .photo img');
    await expect.poll(() => photos.count(), { timeout: 20_000 }).toBe(2);
    await expect.poll(() => photos.first().evaluate(sizes)).toEqual([960, 1280]);
    expect(await bytesOf(page, await photos.first().getAttribute('src'))).not.toContain('Exif');
    await write(desk, estimate);
    const send = desk.getByRole('button', { name: inAny(phrase('orderLabelSend')) }).last();
    await send.waitFor();
    await send.click();
    return desk;
  }

  async function opensPdf(page: Page, phone: Locator): Promise<void> {
    const file = phone.locator('.file', { hasText: '.pdf' }).last();
    await file.waitFor({ timeout: 40_000 });
    expect(await file.textContent()).toMatch(/PDF file · \d+ KB/);
    const content = await bytesOf(page, await file.getAttribute('href'));
    expect(content).toMatch(/^%PDF-/);
    expect(content.trimEnd()).toMatch(/%%EOF$/);
  }

  it('is told with photos from the disk on Telegram, and its estimate answered line by line on one card', async () => {
    const { page, problems } = await open(station().url);
    page.setDefaultTimeout(20_000);
    await newPerson(page, 'Nadia');
    const hand = telegramHand(page, station());
    const { phone } = hand;
    await hand.tap('Start');
    await reports(page, hand);
    const desk = await offers(page, 'Nadia');
    await phone.getByText('268 €').last().waitFor();
    const number = phone.getByText(/Agreement \S+-v1/).last();

    // On a phone's own width, and by keyboard alone.
    await page.setViewportSize(NARROW);
    const press = async (label: Phrase): Promise<void> => {
      await phone
        .getByRole('button', { name: say(label) })
        .last()
        .press('Enter');
      await station().settled();
    };
    await press(phrase('estimateLabelSome'));
    const rows = await phone.locator('.row').count();
    await press(phrase('estimateLabelYes', { id: '1', chosen: false }));
    await press(phrase('estimateLabelLater', { id: '2', chosen: false }));
    await press(phrase('estimateLabelNo', { id: '3', chosen: false }));
    expect(await phone.locator('.row').count()).toBe(rows);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    await expect.poll(() => audit(page)).toEqual([]);
    await press(phrase('estimateLabelConfirm', { cents: 9_600 }));
    await number.waitFor();
    await press(phrase('estimateLabelDocument'));
    await opensPdf(page, phone);

    await page.setViewportSize(DESKTOP);
    const [agreement = ''] = /\S+-v1/.exec((await number.textContent()) ?? '') ?? [];
    await topicOf(desk, 'Nadia').click();
    await desk.getByText(agreement).last().waitFor();
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('is told with photos from the disk on WhatsApp, and its estimate answered line after line', async () => {
    const { page, problems } = await open(station().url);
    page.setDefaultTimeout(20_000);
    await newPerson(page, 'Omar');
    const hand = whatsappHand(page, station());
    const { phone } = hand;
    await hand.tap(/^Say “Hello/);
    await reports(page, hand);
    const desk = await offers(page, 'Omar');
    await phone.getByText('268 €').last().waitFor();
    await hand.tap(say(phrase('estimateLabelSome')));
    await hand.tap(say(phrase('estimateLabelYes', { id: '1', chosen: false })));
    await hand.tap(say(phrase('estimateLabelLater', { id: '2', chosen: false })));
    await hand.tap(say(phrase('estimateLabelNo', { id: '3', chosen: false })));
    await hand.tap(say(phrase('estimateLabelConfirm', { cents: 9_600 })));
    await phone
      .getByText(/Agreement \S+-v1/)
      .last()
      .waitFor();
    await desk.getByText(/-v1/).last().waitFor();
    await hand.tap(say(phrase('estimateLabelDocument')));
    await opensPdf(page, phone);
    expect(problems).toEqual([]);
    expect(station().deadLetters()).toEqual([]);
  });

  it('keeps nothing of the place where a photo was taken, also where it is sent as a file', async () => {
    const { page } = await open(station().url);
    await newPerson(page, 'Rita');
    const hand = telegramHand(page, station());
    await hand.tap('Start');
    const before = storedIn(station().dataDir).length;
    const path = join(folder, 'IMG_2041.jpg');
    await writeFile(path, await photoWithPlace(page));
    const choosing = page.waitForEvent('filechooser');
    await hand.phone.getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /^File/ }).click();
    await (await choosing).setFiles(path);
    await hand.phone.getByText('thank you.').waitFor();
    await expect.poll(() => storedIn(station().dataDir).length, { timeout: 20_000 }).toBeGreaterThan(before);
    for (const file of storedIn(station().dataDir)) expect(file).not.toContain('Exif\0');
  });

  it('is put right before it is sent: lines are corrected by editing, a photo joins by answering the preview', async () => {
    const { page, problems } = await open(station().url);
    page.setDefaultTimeout(20_000);
    await newPerson(page, 'Sofia');
    const hand = whatsappHand(page, station());
    const { phone } = hand;
    await hand.tap(/^Say “Hello/);
    const desk = deskOf(page);
    await topicOf(desk, 'Sofia').click();
    const field = desk.getByRole('textbox', { name: 'Message to the group', exact: true });
    await field.pressSequentially('/estimate');
    await field.press('Shift+Enter');
    await field.pressSequentially('wiper blades 42 wish');
    await field.press('Enter');
    const preview = desk.locator('.row.theirs', { hasText: 'wiper blades' }).last();
    await preview.getByText('42 €').first().waitFor();
    await desk.locator('.row.own', { hasText: 'wiper blades' }).hover();
    await desk.getByRole('button', { name: /^Edit: .estimate/ }).click();
    await expect.poll(() => field.inputValue()).toBe('/estimate\nwiper blades 42 wish');
    await field.fill('/estimate\nwiper blades 24 wish');
    await field.press('Enter');
    await preview.getByText('24 €').first().waitFor();

    await preview.hover();
    await preview.getByRole('button', { name: /^Reply/ }).click();
    await desk.getByRole('button', { name: 'Attach to the group' }).click();
    await page.getByRole('menuitem', { name: /^Photo/ }).click();
    await page.getByRole('button', { name: 'Dent in a door' }).click();
    await page.getByRole('button', { name: 'Send photo' }).click();
    await desk.getByText(/📷 1/).last().waitFor();
    await desk
      .getByRole('button', { name: inAny(phrase('orderLabelSend')) })
      .last()
      .click();
    await phone.locator('.row.theirs .photo').waitFor();
    await phone
      .locator('.row.theirs .photo')
      .locator('xpath=following::*[contains(., "24 €")]')
      .first()
      .waitFor();
    expect(await phone.getByText('42 €').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it.each(['telegram', 'whatsapp'] as const)(
    'is danger: on %s they are told to stop, show where they are, and the advisors see both',
    async (messenger) => {
      const { page, problems } = await open(station().url);
      page.setDefaultTimeout(20_000);
      await newPerson(page, messenger === 'telegram' ? 'Petra' : 'Quentin');
      const hand = messenger === 'telegram' ? telegramHand(page, station()) : whatsappHand(page, station());
      await hand.tap(messenger === 'telegram' ? 'Start' : /^Say “Hello/);
      await hand.write('The brakes do not work at all');
      await hand.phone.getByText('Please do not drive').waitFor();
      await hand.phone.getByRole('button', { name: /^Send (my )?location$/ }).click();
      await page.getByRole('button', { name: /Stuck on the ring road/ }).click();
      await hand.phone.getByText('Please stay in a safe place.').waitFor();
      const desk = deskOf(page);
      const topics = desk.getByRole('list', { name: 'Topics' });
      await topics.getByRole('button', { name: /^General/ }).waitFor();
      await topics
        .getByRole('button', { name: /^[PQ].*waits for a person/ })
        .first()
        .click();
      await desk.locator('.row.theirs .map').waitFor();
      expect(problems).toEqual([]);
      expect(station().deadLetters()).toEqual([]);
    },
  );
});

/** Runs inside the browser. */
const sizes = (image: Element): readonly number[] =>
  image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [];

const bytesOf = async (page: Page, address: string | null): Promise<string> => {
  const answer = await page.request.get(new URL(address ?? '', page.url()).href);
  expect(answer.status()).toBe(200);
  return (await answer.body()).toString('latin1');
};

/** What the station's bucket holds, byte for byte. */
const storedIn = (dataDir: string): readonly string[] => {
  const store = new DatabaseSync(join(dataDir, 'files', 'files.sqlite'), { readOnly: true });
  const rows = store.prepare('SELECT bytes FROM files').all();
  store.close();
  return rows.map(({ bytes }) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('latin1') : ''));
};
