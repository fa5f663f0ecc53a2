import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandCalls, deskCommandCalls } from '#infra/connect/commands.ts';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';

const menu = z.object({
  commands: z.array(z.object({ command: z.string(), description: z.string() })),
  language_code: z.string().optional(),
});

const group = '-1002000000001';

describe.each([
  ['of customers', commandCalls(station), { type: 'all_private_chats' }],
  ['of advisors', deskCommandCalls(station, group), { type: 'chat', chat_id: -1_002_000_000_001 }],
])('the command menu %s', (_label, calls, scope) => {
  const menus = calls.map(({ body }) => menu.parse(body));

  it('is seen by them alone', () => {
    for (const { body } of calls) expect(body.scope).toEqual(scope);
  });

  it('is there in every language, and in the station’s own for everybody else', () => {
    expect(menus.map(({ language_code }) => language_code)).toEqual([undefined, ...languages]);
    const texts = menus.slice(1).map(({ commands }) => commands.map(({ description }) => description).join());
    expect(new Set(texts).size).toBe(languages.length);
  });

  it('keeps to what Telegram takes', () => {
    for (const { commands } of menus) {
      expect(commands.length).toBeLessThanOrEqual(100);
      for (const { command, description } of commands) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description.length).toBeGreaterThan(0);
        expect(description.length).toBeLessThanOrEqual(256);
      }
    }
  });
});
