import { describe, expect, it } from 'vitest';
import { shortId } from '#shared/domain/short-id.ts';

const from = (chat: number, update: number) => `telegram/4242/${7_000_000 + chat}/ ${90_000_000 + update}`;

describe('a reference number', () => {
  it('is six signs that cannot be misheard or misread', () => {
    for (let update = 0; update < 5_000; update += 1)
      expect(shortId(from(update % 7, update))).toMatch(/^[2-9ABCDEFGHJKMNPQRSTVWXYZ]{6}$/);
  });

  it('is the same for the same message, whenever it is made', () => {
    expect(shortId(from(1, 1))).toBe(shortId(from(1, 1)));
    expect(shortId('telegram/4242/7000001/ 90000001')).toBe('J4HC25');
  });

  it('uses every sign about equally often, at every place', () => {
    const counts = new Map<string, number>();
    for (let update = 0; update < 60_000; update += 1)
      for (const [place, sign] of [...shortId(from(3, update))].entries())
        counts.set(`${place}${sign}`, (counts.get(`${place}${sign}`) ?? 0) + 1);
    // 2000 each; the last place takes what is left of 32 bits and cannot be as even.
    const inner = [...counts].filter(([at]) => !at.startsWith('5')).map(([, count]) => count);
    expect(inner).toHaveLength(5 * 30);
    expect(Math.min(...inner)).toBeGreaterThan(1_700);
    expect(Math.max(...inner)).toBeLessThan(2_300);
  });

  it('is not met twice among all messages of a busy day', () => {
    const ids = new Set<string>();
    for (let chat = 0; chat < 50; chat += 1)
      for (let update = 0; update < 100; update += 1) ids.add(shortId(from(chat, chat * 100 + update)));
    expect(ids.size).toBe(5_000);
  });

  it('is met twice no oftener than chance has it among 200 000', () => {
    const ids = new Set<string>();
    for (let update = 0; update < 200_000; update += 1) ids.add(shortId(from(update % 997, update)));
    // Six of thirty signs are 729 million numbers: chance alone repeats about 27 of 200 000.
    expect(200_000 - ids.size).toBeLessThan(60);
  });
});
