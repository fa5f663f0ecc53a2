import { describe, expect, it } from 'vitest';
import { checkGroup, type Trouble } from '#infra/connect/check-group.ts';
import { startTelegram } from '#infra/local/telegram/start.ts';
import type { TelegramServer } from '#infra/local/telegram/types.ts';
import { createHttpClient, type HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost } from '../runtime/fake-http.ts';

const token = '4242:canary-token';
const group = -1_002_000_000_001;
const http = createHttpClient();

async function withTelegram<T>(use: (telegram: TelegramServer) => Promise<T>): Promise<T> {
  const telegram = await startTelegram({
    token,
    webhookSecret: 's',
    webhookUrl: () => 'http://127.0.0.1:9/telegram',
    now: Date.now,
    dataDir: undefined,
    groupId: group,
    advisorIds: [5_000_001],
  });
  try {
    return await use(telegram);
  } finally {
    await telegram.close();
  }
}

async function troubles(telegram: TelegramServer, id = String(group), given = token) {
  const findings = await checkGroup({ token: given, apiUrl: telegram.apiUrl }, id, http);
  expect(JSON.stringify(findings)).not.toContain('canary');
  return findings.map(({ trouble }) => trouble);
}

describe('the check of the advisors’ group', () => {
  it('finds nothing where all is well', async () => {
    await withTelegram(async (telegram) => {
      expect(await troubles(telegram)).toEqual([]);
      expect(telegram.ledger().every(({ unknownFields }) => unknownFields.length === 0)).toBe(true);
    });
  });

  it('names each missing right, and says when the bot was removed', async () => {
    await withTelegram(async (telegram) => {
      telegram.conditions.botRights({ manageTopics: false, pinMessages: false });
      expect(await troubles(telegram)).toEqual(['manageTopics', 'pinMessages']);
      telegram.conditions.botRights({ member: false });
      expect(await troubles(telegram)).toEqual(['notMember']);
    });
  });

  it('says where the group has a new id, where there is none, and where the token is wrong', async () => {
    await withTelegram(async (telegram) => {
      expect(await troubles(telegram, '-1009999999999')).toEqual(['groupNotFound']);
      expect(await troubles(telegram, String(group), '4242:canary-other')).toEqual(['token']);
      telegram.conditions.groupMigrated(-1_002_000_000_009);
      const findings = await checkGroup({ token, apiUrl: telegram.apiUrl }, String(group), http);
      expect(findings).toMatchObject([{ trouble: 'groupMoved' }]);
      expect(findings[0]?.todo).toContain('-1002000000009');
    });
  });

  const ok = (result: object) => answered(200, { ok: true, result });
  const bot = ok({ id: 4242, username: 'station_bot' });
  const forum = ok({ id: group, type: 'supergroup', is_forum: true });
  const full = {
    status: 'administrator',
    can_manage_topics: true,
    can_pin_messages: true,
    can_delete_messages: true,
  };
  const refused = (code: number, description: string) =>
    answered(code, { ok: false, error_code: code, description });

  const groups: readonly (readonly [string, readonly HttpOutcome[], readonly Trouble[]])[] = [
    ['a plain group', [bot, ok({ type: 'group' }), ok(full)], ['topicsOff']],
    ['topics that are off', [bot, ok({ type: 'supergroup' }), ok(full)], ['topicsOff']],
    [
      'topics off and no administrator',
      [bot, ok({ type: 'group' }), ok({ status: 'member' })],
      ['topicsOff', 'notAdministrator'],
    ],
    ['no administrator', [bot, forum, ok({ status: 'member' })], ['notAdministrator']],
    ['its owner', [bot, forum, ok({ status: 'creator' })], []],
    ['a bot that left', [bot, forum, ok({ status: 'left' })], ['notMember']],
    [
      'a bot that was kicked',
      [bot, refused(403, 'Forbidden: bot was kicked from the supergroup chat')],
      ['notMember'],
    ],
    ['a channel', [bot, ok({ type: 'channel' })], ['notAGroup']],
    ['a person', [bot, ok({ type: 'private' })], ['notAGroup']],
    ['a Telegram out of reach', [lost], ['unreachable']],
    ['a Telegram out of reach in the middle', [bot, forum, lost], ['unreachable']],
    ['a page of a proxy', [answered(502, '<html>')], ['unreachable']],
  ];

  it.each([
    ['a manager is in the group', [{ status: 'left' }, { status: 'member' }], []],
    ['no manager of the station is in the group', [{ status: 'left' }, { status: 'kicked' }], ['noManager']],
    ['the station names no manager', [], ['noManager']],
  ] as const)('knows whether %s', async (_label, statuses, expected) => {
    const outcomes = [bot, forum, ok(full), ...statuses.map(ok)];
    const findings = await checkGroup(
      { token, apiUrl: 'https://t.example' },
      String(group),
      fakeHttp(...outcomes).http,
      statuses.map((_, index) => 5_000_001 + index),
    );
    expect(findings.map(({ trouble }) => trouble)).toEqual(expected);
  });

  it.each(groups)('knows %s', async (_label, outcomes, expected) => {
    const findings = await checkGroup(
      { token, apiUrl: 'https://t.example' },
      String(group),
      fakeHttp(...outcomes).http,
    );
    expect(findings.map(({ trouble }) => trouble)).toEqual(expected);
    for (const { says, todo } of findings) {
      for (const words of [says, todo]) expect(words).toMatch(/^[A-Z@-].*[^.]$/);
      expect(says + todo).not.toContain('canary');
    }
  });
});
