import { expect, it } from 'vitest';
import { button } from '#test/local/page/fake-model.ts';
import { inBrowser } from './browser.ts';
import { NIKOS_WHATSAPP, useFakes, whatsappOf } from './fake.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

const LIST = {
  button: 'Choose the work',
  sections: [
    { title: 'Often', rows: [{ data: 'annual', title: 'Annual service', description: 'about 2 h' }] },
    {
      title: 'Other',
      rows: [
        { data: 'oil', title: 'Oil & filter', description: '' },
        { data: 'brakes', title: 'Brakes', description: 'priced after a look' },
      ],
    },
  ],
} as const;

await inBrowser('A WhatsApp phone', (open) => {
  const start = useFakes();

  it('begins with a word of the person, in their language, and is answered', async () => {
    const station = await start();
    const { page, problems } = await open(station.url);
    const phone = whatsappOf(page);
    await phone.getByText('24-hour window: opens with your first word').waitFor();
    await phone.getByRole('button', { name: /Γεια σας/ }).click();
    await phone.getByText('Hello! This is the assistant').waitFor();
    await phone.getByText('24-hour window open until tomorrow, 10:12').waitFor();
    expect(station.acts).toEqual([{ do: 'say', chat: NIKOS_WHATSAPP, text: 'Γεια σας' }]);
    expect(problems).toEqual([]);
  });

  it('opens a list as a sheet, and sends the row that was chosen', async () => {
    const station = await start();
    const id = station.model.put(NIKOS_WHATSAPP, 'bot', text('Which work?'), [], { list: LIST });
    const { page } = await open(station.url);
    const opener = whatsappOf(page).getByRole('button', { name: 'Choose the work' });
    await opener.click();
    const sheet = page.getByRole('dialog', { name: 'Choose the work' });
    const send = sheet.getByRole('button', { name: 'Send' });
    expect(await send.isDisabled()).toBe(true);
    expect(await sheet.getByRole('group', { name: 'Other' }).getByRole('radio').count()).toBe(2);
    await sheet.getByRole('radio', { name: /^Annual service/ }).check();
    await sheet.getByText('priced after a look').click();
    expect(await sheet.getByRole('radio', { checked: true }).count()).toBe(1);
    await send.click();
    await sheet.waitFor({ state: 'detached' });
    expect(station.acts).toEqual([{ do: 'tap', chat: NIKOS_WHATSAPP, messageId: id, data: 'brakes' }]);
    const answer = whatsappOf(page).locator('.row.own');
    await answer.getByText('Brakes', { exact: true }).waitFor();
    expect(await answer.locator('.quote').textContent()).toContain('Which work?');
    expect(await opener.isEnabled()).toBe(true);
  });

  it('answers a list by keyboard alone, and keeps the focus in its sheet', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'bot', text('Which work?'), [], { list: LIST });
    const { page } = await open(station.url);
    const opener = whatsappOf(page).getByRole('button', { name: 'Choose the work' });
    await opener.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Choose the work' });
    await sheet.waitFor();
    const inside = () => sheet.evaluate((box) => box.contains(document.activeElement));
    // Nothing is chosen yet: the radios are the last stop before the sheet begins again.
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      expect(await inside()).toBe(true);
    }
    await sheet.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab']) {
      await page.keyboard.press(key);
      expect(await inside()).toBe(true);
    }
    await sheet.getByRole('radio', { checked: true }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    expect(station.acts).toMatchObject([{ do: 'tap', data: 'oil' }]);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('closes a list without an answer', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'bot', text('Which work?'), [], { list: LIST });
    const { page } = await open(station.url);
    await whatsappOf(page).getByRole('button', { name: 'Choose the work' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(station.acts).toEqual([]);
  });

  it('uses reply buttons up with the first tap, for this person and after a reload', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'bot', text('When?'), [
      [button('Tue 09:00', 'nine'), button('Tue 13:30', 'half')],
      [{ kind: 'url', text: 'Our page', url: 'https://station.example' }],
    ]);
    const { page } = await open(station.url);
    const phone = whatsappOf(page);
    await phone.getByRole('button', { name: 'Tue 13:30' }).click();
    await phone.locator('.row.own').getByText('Tue 13:30').waitFor();
    for (const look of ['at once', 'after a reload']) {
      if (look === 'after a reload') await page.reload();
      for (const name of ['Tue 09:00', 'Tue 13:30'])
        await expect
          .poll(() => phone.getByRole('button', { name, exact: true }).isDisabled(), { message: look })
          .toBe(true);
    }
    const link = phone.getByRole('link', { name: 'Our page' });
    expect(await link.getAttribute('href')).toBe('https://station.example');
    expect(station.acts.filter((act) => act.do === 'tap')).toHaveLength(1);
  });

  it('keeps the buttons when the station refuses the tap, and when other words are written', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'bot', text('When?'), [[button('Tue 09:00', 'nine')]]);
    const { page } = await open(station.url);
    const phone = whatsappOf(page);
    station.refuseNext('You blocked this business.');
    await phone.getByRole('button', { name: 'Tue 09:00' }).click();
    await page.getByRole('alert').getByText('You blocked this business.').waitFor();
    expect(await phone.getByRole('button', { name: 'Tue 09:00' }).isEnabled()).toBe(true);
    await phone.getByRole('textbox', { name: 'Message', exact: true }).fill('not Tuesday');
    await page.keyboard.press('Enter');
    await phone.getByText('You wrote: not Tuesday').waitFor();
    expect(await phone.getByRole('button', { name: 'Tue 09:00' }).isEnabled()).toBe(true);
  });

  it('shows one tick, then two, then two blue ones', async () => {
    const station = await start();
    const id = station.model.put(NIKOS_WHATSAPP, 'person', text('Hello'), [], { delivered: false });
    const { page } = await open(station.url);
    const tick = (name: string) => whatsappOf(page).getByRole('img', { name, exact: true });
    const blueness = async (name: string): Promise<number> => {
      const colour = await tick(name).evaluate((mark) => getComputedStyle(mark).color);
      const [red = 0, , blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
      return blue - red;
    };
    await tick('Sent').waitFor();
    station.model.mark(NIKOS_WHATSAPP, id, { delivered: true });
    await tick('Delivered').waitFor();
    expect(await blueness('Delivered')).toBeLessThan(50);
    station.model.mark(NIKOS_WHATSAPP, id, { read: true });
    await tick('Read').waitFor();
    await expect.poll(() => blueness('Read')).toBeGreaterThan(100);
  });

  it('shares the contact when it is asked for, once, and only after asking', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'bot', text('Whom may we call?'), [], { asksContact: true });
    const { page } = await open(station.url);
    const ask = whatsappOf(page).getByRole('button', { name: 'Share contact info' });
    await ask.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(station.acts).toEqual([]);
    await ask.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click();
    await whatsappOf(page).getByText('+30 694 000 0501').waitFor();
    expect(station.acts).toEqual([{ do: 'contact', chat: NIKOS_WHATSAPP, own: true }]);
    await expect.poll(() => ask.isDisabled()).toBe(true);
  });

  it('draws a template with its head and foot, and WhatsApp’s own formats', async () => {
    const station = await start();
    station.model.put(
      NIKOS_WHATSAPP,
      'bot',
      text('*Tomorrow* at _nine_, ~ten~ `B1`. https://station.example/a_b_c'),
      [[button('Confirm', 'yes')]],
      { template: 'visit_reminder', header: 'Your visit', footer: 'Aristotelous Auto' },
    );
    const { page } = await open(station.url);
    const message = whatsappOf(page).locator('.row.theirs');
    await message.getByText('Template visit_reminder').waitFor();
    expect(await message.locator('.header').textContent()).toBe('Your visit');
    expect(await message.locator('.footer').textContent()).toBe('Aristotelous Auto');
    expect(await message.locator('.text').textContent()).toBe(
      'Tomorrow at nine, ten B1. https://station.example/a_b_c',
    );
    for (const [tag, words] of [
      ['strong', 'Tomorrow'],
      ['em', 'nine'],
      ['s', 'ten'],
      ['code', 'B1'],
    ] as const)
      expect(await message.locator(`.text ${tag}`).textContent()).toBe(words);
    expect(await message.getByRole('link').getAttribute('href')).toBe('https://station.example/a_b_c');
  });

  it('sends the place it is asked for', async () => {
    const station = await start();
    const asked = station.model.put(NIKOS_WHATSAPP, 'bot', text('Where is the car?'), [], {
      asksLocation: true,
    });
    const { page } = await open(station.url);
    await whatsappOf(page).getByRole('button', { name: 'Send location' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Stuck on the ring road/ })
      .click();
    await expect
      .poll(() => station.acts)
      .toEqual([
        { do: 'location', chat: NIKOS_WHATSAPP, latitude: 40.6402, longitude: 22.9685, replyTo: asked },
      ]);
  });

  it('sends photos one by one, the caption with the first; there is nothing to correct and no command menu', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'person', text('Hello'));
    const { page } = await open(station.url);
    const phone = whatsappOf(page);
    await phone.locator('.row.own').hover();
    expect(await phone.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
    expect(await phone.getByRole('button', { name: 'Commands' }).count()).toBe(0);
    await phone.getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    for (const name of ['Dent in a door', 'Engine lamp']) await page.getByRole('button', { name }).click();
    await page.getByLabel('Caption').fill('Since *Monday*');
    await page.getByRole('button', { name: 'Send 2 photos' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const photos = station.acts.filter((act) => act.do === 'photos');
    expect(photos.map(({ images, caption }) => [images.length, caption])).toEqual([
      [1, 'Since *Monday*'],
      [1, ''],
    ]);
    await expect.poll(() => phone.locator('.photo').count()).toBe(2);
    expect(await phone.locator('.album').count()).toBe(0);
    await phone.locator('strong', { hasText: 'Monday' }).waitFor();
  });

  it('sends a second time only the photos that were not taken', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'person', text('Hello'));
    const { page } = await open(station.url);
    await whatsappOf(page).getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    for (const name of ['Dent in a door', 'Engine lamp']) await page.getByRole('button', { name }).click();
    await page.route('**/_local/phone/act', async (route) => {
      if (station.acts.length === 1) await route.abort();
      else await route.continue();
    });
    await page.getByRole('button', { name: 'Send 2 photos' }).click();
    await page
      .getByRole('alert')
      .getByText(/does not answer/)
      .waitFor();
    await page.unroute('**/_local/phone/act');
    await page.getByRole('button', { name: 'Send photo', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(station.acts.filter((act) => act.do === 'photos')).toHaveLength(2);
  });

  it('changes the number, hides it and shows it again, and blocks the business', async () => {
    const station = await start();
    const { page } = await open(station.url);
    const phone = whatsappOf(page);
    const choose = async (item: string): Promise<void> => {
      await phone.getByRole('button', { name: 'This WhatsApp account' }).click();
      await phone.getByRole('menuitem', { name: item }).click();
    };
    await choose('Change the number');
    await phone.getByText('You changed your number').waitFor();
    await choose('Hide the number');
    await phone.getByText('number hidden').waitFor();
    await choose('Show the number again');
    await phone.getByText('number hidden').waitFor({ state: 'detached' });
    await choose('Block the business');
    await phone.getByText('blocked by you').waitFor();
    await page
      .getByRole('button', { name: /^Nikos/ })
      .getByText('blocked it on WhatsApp')
      .waitFor();
    await phone.getByRole('button', { name: 'Unblock' }).click();
    await phone.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
    const chat = NIKOS_WHATSAPP;
    expect(station.acts).toEqual([
      { do: 'change-number', chat },
      { do: 'hide-number', chat, hidden: true },
      { do: 'hide-number', chat, hidden: false },
      { do: 'block', chat, blocked: true },
      { do: 'block', chat, blocked: false },
    ]);
  });

  it('says by the station’s clock when its window has shut', async () => {
    const station = await start();
    station.model.put(NIKOS_WHATSAPP, 'person', text('Hello'));
    const { page } = await open(station.url);
    const line = whatsappOf(page).locator('.window-line');
    await line.getByText('24-hour window open until tomorrow, 10:12').waitFor();
    station.model.moveClock({ now: '2026-11-24T07:00:00Z' });
    await line.getByText('24-hour window open until 10:12').waitFor();
    station.model.moveClock({ now: '2026-11-24T08:12:00Z' });
    await line.getByText('24-hour window shut: templates only until you write').waitFor();
  });
});
