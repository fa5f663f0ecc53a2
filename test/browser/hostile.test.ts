import { expect, it } from 'vitest';
import { button, GROUP } from '#test/local/page/fake-model.ts';
import { inBrowser } from './browser.ts';
import { greeted, NIKOS, NIKOS_WHATSAPP, useFakes, whatsappOf } from './fake.ts';

const NASTY = [
  '<img src=x onerror="window.owned=1">',
  '<script>window.owned=1</script>',
  '"><svg onload=window.owned=1>',
  'javascript:window.owned=1',
  '{{constructor.constructor("window.owned=1")()}}',
  '\u202Eevil\u202C &lt;b&gt;',
] as const;

const ROW = { description: 'in <b>bold</b>' } as const;

await inBrowser('What hostile people write', (open) => {
  const start = useFakes();

  it('is shown letter for letter as text, wherever it stands', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    for (const [index, words] of NASTY.entries()) {
      station.model.put(NIKOS, 'bot', { kind: 'text', text: words });
      station.model.put(NIKOS, 'bot', { kind: 'document', name: words, url: words, caption: words });
      station.model.put(NIKOS, 'bot', { kind: 'photo', url: words, caption: words });
      station.model.put(NIKOS, 'bot', { kind: 'contact', name: words, phone: words });
      station.model.put(NIKOS, 'bot', { kind: 'location', latitude: 1, longitude: 1, title: words });
      station.model.put(NIKOS, 'bot', { kind: 'service', text: words }, []);
      station.model.put(NIKOS, 'bot', { kind: 'text', text: 'x' }, [
        [
          { kind: 'callback', text: words, data: words },
          { kind: 'url', text: words, url: words },
        ],
      ]);
      station.model.toast(NIKOS, words);
      station.model.put(NIKOS_WHATSAPP, 'person', { kind: 'text', text: `${index} *${words}*` });
      station.model.put(NIKOS_WHATSAPP, 'bot', { kind: 'text', text: words }, [[button(words, words)]], {
        header: words,
        footer: words,
        template: words,
        list: { button: words, sections: [{ title: words, rows: [{ ...ROW, title: words, data: words }] }] },
      });
      station.model.addPhone({ id: `9${index}`, name: words, language: 'en', about: words });
      station.model.addTopic(90 + index, words);
      station.model.put(GROUP, 'person', { kind: 'text', text: words }, [], {
        author: words,
        topic: 90 + index,
      });
    }
    await page.locator('.person', { hasText: 'constructor' }).waitFor();
    const texts = await page.locator('.theirs .text').allTextContents();
    for (const words of NASTY) expect(texts).toContain(words);
    for (const part of ['.header', '.footer', '.answer span'])
      expect(await whatsappOf(page).locator(part).allTextContents()).toEqual(
        expect.arrayContaining([...NASTY]),
      );
    expect(await whatsappOf(page).locator('strong').allTextContents()).toEqual([...NASTY]);
    await whatsappOf(page).locator('.answer').last().click();
    await page.getByRole('radio').waitFor();
    const names = await page.locator('.person b').allTextContents();
    for (const words of NASTY) expect(names).toContain(words);
    expect(await page.evaluate(() => Reflect.get(window, 'owned'))).toBeUndefined();
    expect(await page.locator('#page script, #page img[onerror], [onload]').count()).toBe(0);
    const addresses = await page
      .locator('#page a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((address) => /^javascript:/i.test(address))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('cannot stretch the phone: a word without spaces breaks inside its bubble', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    station.model.put(NIKOS, 'bot', { kind: 'text', text: 'W'.repeat(600) });
    const long = 'Z'.repeat(200);
    station.model.put(NIKOS_WHATSAPP, 'bot', { kind: 'text', text: long }, [[button(long, 'x')]], {
      header: long,
      footer: long,
      template: long,
    });
    station.model.addPhone({ id: '99', name: 'N'.repeat(300), language: 'en' });
    await page.getByText('WWWW').waitFor();
    await page.getByRole('button', { name: long }).waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.log, .people, .device, html')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.className),
    );
    expect(wide).toEqual([]);
  });
});
