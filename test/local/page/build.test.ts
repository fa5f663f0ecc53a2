import { describe, expect, it } from 'vitest';
import { SAMPLES } from '#infra/local/page/app/samples.ts';
import { buildPage } from '#infra/local/page/build.ts';

const page = await buildPage();

describe('The built page', () => {
  it('has every file it asks for', () => {
    const asked = [...page.html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(asked.toSorted()).toEqual(['/favicon.svg', '/page.css', '/page.js']);
    const served = Object.keys(page.assets);
    expect(served).toEqual(expect.arrayContaining([...asked, ...SAMPLES.map((sample) => sample.url), '/']));
    for (const { type, body } of Object.values(page.assets)) {
      expect(type).toMatch(/^(text|image)\//);
      expect(body.length).toBeGreaterThan(100);
    }
  });

  it('is small: its program stays under 85,000 bytes, the advisors’ group with it', () => {
    expect(Buffer.byteLength(page.js)).toBeLessThan(85_000);
    expect(Buffer.byteLength(page.css)).toBeLessThan(45_000);
  });

  it('fetches nothing from anywhere else, and reads no text as markup', () => {
    const files = [page.html, page.css, ...Object.values(page.assets).map(({ body }) => body)];
    const addresses = files.flatMap(
      (file) => file.match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? [],
    );
    const known = ['http://www.w3.org', 'https://www.openstreetmap.org'];
    expect(addresses.filter((address) => !known.includes(address) && !address.includes('127.0.0.1'))).toEqual(
      [],
    );
    expect(page.js).not.toMatch(/insertAdjacentHTML|document\.write|\beval\(/);
    expect(page.html).toContain("default-src 'none'; script-src 'self'");
  });
});
