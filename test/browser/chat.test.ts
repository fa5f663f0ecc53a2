import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, telegramOf, useFakes } from './fake.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

await inBrowser('A chat on the page', (open) => {
  const start = useFakes();

  it('opens on the first demo person with a Start button, and Start greets them', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    expect(await page.getByRole('region', { name: 'The phone of Nikos' }).count()).toBe(2);
    expect(station.acts).toEqual([{ do: 'say', chat: NIKOS, text: '/start' }]);
    expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
    expect(await page.title()).toBe('Aristotelous Auto on this computer');
    expect(problems).toEqual([]);
  });

  it('shows a new message, its edit and "typing…" the moment they happen', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.typing(NIKOS, true);
    await page.locator('.chat-head').getByText('typing').waitFor();
    station.model.typing(NIKOS, false);
    await page.locator('.chat-head').getByText('bot', { exact: true }).waitFor();
    const id = station.model.put(NIKOS, 'bot', text('Your car is on the lift.'));
    const bubble = page.getByRole('listitem').filter({ hasText: 'Your car is on the lift.' });
    await bubble.waitFor();
    expect(await bubble.getByText('edited').count()).toBe(0);
    station.model.edit(NIKOS, id, text('Your car is ready.'));
    await page.getByRole('listitem').filter({ hasText: 'Your car is ready.' }).getByText('edited').waitFor();
  });

  it('heads days as a messenger does, in the station’s zone', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.locator('.log').getByText('Today').waitFor();
    station.model.moveClock({ now: '2026-11-24T22:30:00Z' });
    station.model.put(NIKOS, 'bot', text('After midnight in Thessaloniki.'));
    await page.getByText('After midnight').waitFor();
    await page.locator('.log').getByText('23 November').waitFor();
    expect(await page.locator('.day').allInnerTexts()).toEqual(['23 November', 'Today']);
    expect(await page.locator('time[datetime^="2026-11-24T22:30"]').last().textContent()).toBe('00:30');
  });

  it('keeps the newest message in sight, but leaves a reader who has scrolled up where they are', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    for (let n = 1; n <= 30; n += 1) station.model.put(NIKOS, 'bot', text(`News number ${n}.`));
    const log = page.getByRole('log', { name: /Conversation of Nikos .* on Telegram/ });
    const below = () =>
      log.evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight));
    await page.getByText('News number 30.').waitFor();
    await expect.poll(below).toBeLessThan(3);

    await log.evaluate((box) => box.scrollTo({ top: 0 }));
    await page.getByRole('button', { name: 'To the newest message' }).waitFor();
    station.model.put(NIKOS, 'bot', text('Something at the end.'));
    await page.getByText('Something at the end.').waitFor({ state: 'attached' });
    expect(await log.evaluate((box) => box.scrollTop)).toBe(0);

    await page.getByRole('button', { name: 'To the newest message' }).click();
    await expect.poll(below).toBeLessThan(3);
  });

  it('says that it is connecting when the line breaks, and catches up when it is back', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.locator('.chat-head').getByText('bot', { exact: true }).waitFor();
    station.breakLines();
    await telegramOf(page).locator('.chat-head').getByText('connecting…').waitFor();
    station.model.put(NIKOS, 'bot', text('Said while nobody listened.'));
    await page.getByText('Said while nobody listened.').waitFor();
    await page.locator('.chat-head').getByText('bot', { exact: true }).waitFor();
  });

  it('counts what others have not read, and opens their phone with a tap', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put('502', 'bot', text('Здравствуйте, Анна!'));
    const anna = page.getByRole('button', { name: /Anna/ });
    await anna.locator('.unread', { hasText: '1' }).waitFor();
    await anna.click();
    await page.getByText('Здравствуйте, Анна!').waitFor();
    expect(await anna.locator('.unread').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('#anna');
    await page.reload();
    await page.getByText('Здравствуйте, Анна!').waitFor();
  });

  it('draws places, calendar files, contacts and voice notes', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put(NIKOS, 'bot', {
      kind: 'location',
      latitude: 40.63642,
      longitude: 22.94439,
      title: 'The station',
    });
    station.model.put(NIKOS, 'bot', {
      kind: 'document',
      name: 'visit.ics',
      url: '/_local/file/visit.ics',
      caption: '',
    });
    station.model.put(NIKOS, 'person', { kind: 'voice', seconds: 75 });
    const map = page.getByRole('link', { name: 'Open the map: The station' });
    expect(await map.getAttribute('href')).toContain('mlat=40.63642&mlon=22.94439');
    const file = page.getByRole('link', { name: /visit\.ics/ });
    expect(await file.getAttribute('download')).toBe('visit.ics');
    expect(await file.getAttribute('href')).toBe('/_local/file/visit.ics');
    await page.getByText('1:15').waitFor();
  });

  it('opens the first phone, without a word, when the address names one of another station', async () => {
    const station = await start();
    const { page, problems } = await open(`${station.url}/#7000042`);
    await page.getByRole('region', { name: 'The phone of Nikos: Telegram' }).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(await page.locator('.errors p').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('#nikos');
    expect(problems).toEqual([]);
  });
});
