import { expect, it } from 'vitest';
import { button } from '#test/local/page/fake-model.ts';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, useFakes } from './fake.ts';

await inBrowser('Buttons under a message', (open) => {
  const start = useFakes();

  it('spin until the station answers, and then show its edit', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    const release = station.holdTaps();
    const book = page.getByRole('button', { name: /^Book a visit/ });
    await book.click();
    await page.locator('[aria-busy="true"]', { hasText: 'Book a visit' }).waitFor();
    await book.click();
    expect(station.acts.filter((act) => act.do === 'tap')).toHaveLength(1);
    release();
    await page.getByText('Which work for the Skoda Octavia (…4821)?').waitFor();
    await page.getByText('edited').waitFor();
    expect(await page.locator('.inline[aria-busy="true"]').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('book a visit in four taps', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    for (const name of [
      'Book a visit',
      'Same as last time: annual service',
      'Tue 24 · 09:00',
      'Leave the car',
    ])
      await page.getByRole('button', { name, exact: true }).click();
    await page.locator('strong', { hasText: 'Booked, Nikos.' }).waitFor();
    await page.getByRole('button', { name: 'Cancel the visit' }).waitFor();
    expect(station.acts.filter((act) => act.do === 'tap')).toHaveLength(4);
  });

  it('show the words of a callback answer once, on the phone', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    await page.getByRole('button', { name: 'Where is my car?' }).click();
    await page.locator('.bot-toasts').getByText('No car of yours is here now').first().waitFor();
  });

  it('stop spinning and say why when the station refuses the tap', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.refuseNext('This message was deleted.');
    await page.getByRole('button', { name: 'Book a visit' }).click();
    await page.getByRole('alert').getByText('This message was deleted.').waitFor();
    expect(await page.locator('.inline[aria-busy="true"]').count()).toBe(0);
  });

  it('with an address are links that open beside the page, and only to the web or a phone', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put(NIKOS, 'bot', { kind: 'text', text: 'Where we are' }, [
      [
        { kind: 'url', text: 'Map', url: 'https://maps.example/station' },
        { kind: 'url', text: 'Trick', url: 'javascript:alert(1)' },
      ],
      [button('Fine', 'fine')],
    ]);
    const map = page.getByRole('link', { name: 'Map', exact: true });
    expect(await map.getAttribute('href')).toBe('https://maps.example/station');
    expect(await map.getAttribute('target')).toBe('_blank');
    expect(await page.locator('a', { hasText: 'Trick' }).getAttribute('href')).toBeNull();
  });
});
