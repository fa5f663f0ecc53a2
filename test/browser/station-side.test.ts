import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, NIKOS_WHATSAPP, telegramOf, useFakes } from './fake.ts';

await inBrowser('The station’s side of the page', (open) => {
  const start = useFakes();

  it('pushes the clock by buttons, to tomorrow morning, and to a chosen moment in the station’s zone', async () => {
    const station = await start();
    const { page } = await open(station.url);
    const clock = page.getByRole('region', { name: "The station's clock" });
    await clock.getByText('10:12').waitFor();
    await clock.getByRole('button', { name: '+10 min' }).click();
    await clock.getByText('10:22').waitFor();
    await clock.getByRole('button', { name: '+1 hour' }).click();
    await clock.getByText('11:22').waitFor();
    await clock.getByRole('button', { name: '+1 day' }).click();
    await clock.getByText('24 November 2026').waitFor();
    await clock.getByRole('button', { name: 'Tomorrow 09:00' }).click();
    await clock.getByText('25 November 2026').waitFor();
    await clock.getByRole('button', { name: 'Choose…' }).click();
    await clock.getByLabel('Day and time at the station').fill('2026-12-01T08:30');
    await clock.getByRole('button', { name: 'Go' }).click();
    await clock.getByText('1 December 2026').waitFor();
    expect(station.clockMoves).toEqual([
      { advanceMinutes: 10 },
      { advanceMinutes: 60 },
      { now: '2026-11-24T09:22:00.000Z' },
      { now: '2026-11-25T07:00:00.000Z' },
      { now: '2026-12-01T06:30:00.000Z' },
    ]);
  });

  it('says why the clock cannot go back', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'Choose…' }).click();
    await page.getByLabel('Day and time at the station').fill('2026-11-24T08:30');
    station.model.moveClock({ now: '2026-12-24T08:30:00Z' });
    await page.getByText('24 December 2026').waitFor();
    await page.getByLabel('Day and time at the station').evaluate((input) => input.removeAttribute('min'));
    await page.getByRole('button', { name: 'Go' }).click();
    await page
      .getByRole('alert')
      .getByText(/only be moved forward/)
      .waitFor();
  });

  it('changes the language of the person in hand, blocks the bot and takes it back', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.getByLabel('Language of the messengers').selectOption('uk');
    await expect
      .poll(() => station.acts.slice(-2))
      .toEqual([NIKOS, NIKOS_WHATSAPP].map((chat) => ({ do: 'language', chat, language: 'uk' })));
    await page
      .getByRole('button', { name: /^Nikos/ })
      .getByText('UK')
      .waitFor();
    await page.getByRole('button', { name: 'This Telegram account' }).click();
    await page.getByRole('menuitem', { name: 'Block the bot' }).click();
    await page.locator('.chat-head').getByText('blocked by you').waitFor();
    await telegramOf(page).getByRole('button', { name: 'Unblock' }).click();
    await telegramOf(page).getByRole('textbox', { name: 'Message', exact: true }).waitFor();
    expect(station.acts.slice(-2)).toEqual([
      { do: 'block', chat: NIKOS, blocked: true },
      { do: 'block', chat: NIKOS, blocked: false },
    ]);
  });

  it('makes a new person and puts their phone in hand', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Yannis');
    await page.getByLabel('Language', { exact: true }).selectOption('en');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('region', { name: 'The phone of Yannis: Telegram' }).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(station.acts).toEqual([{ do: 'new-person', name: 'Yannis', language: 'en' }]);
  });

  it('lists what the station called, the newest first, while it happens', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.getByRole('button', { name: 'What happened' }).click();
    const story = page.getByRole('list', { name: /Calls to the messengers/ });
    await story.getByText('sendMessage').waitFor();
    station.model.put(NIKOS, 'bot', { kind: 'location', latitude: 1, longitude: 2, title: 'Here' });
    await story.getByText('sendVenue').waitFor();
    expect(await story.locator('summary').first().textContent()).toContain('Nikos');
    await story.locator('summary').first().click();
    await story.getByText('"latitude": 1').waitFor();
  });
});
