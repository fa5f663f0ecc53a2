import { describe, expect, it } from 'vitest';
import { NIKOS, type Rig, startedRig, TOKEN } from './rig.ts';

const button = (fields: Record<string, unknown>) => ({ inline_keyboard: [[{ text: 'Go', ...fields }]] });

describe('Telegram takes', () => {
  const lengths: readonly (readonly [string, (rig: Rig) => Promise<unknown>])[] = [
    ['a text of exactly 4,096 units', (rig) => rig.send(NIKOS, 'x'.repeat(4096))],
    [
      '4,096 units counted after the tags are gone',
      (rig) => rig.send(NIKOS, `<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' }),
    ],
    [
      'button data of exactly 64 bytes',
      (rig) => rig.send(NIKOS, 'hi', { reply_markup: button({ callback_data: 'д'.repeat(32) }) }),
    ],
    ['a chat id written as words', (rig) => rig.send(Number(NIKOS), 'hi', { chat_id: String(NIKOS) })],
    [
      'an answer to a message that is gone, if told so',
      (rig) =>
        rig.send(NIKOS, 'hi', { reply_parameters: { message_id: 9999, allow_sending_without_reply: true } }),
    ],
    [
      'a markup as JSON text',
      (rig) => rig.send(NIKOS, 'hi', { reply_markup: JSON.stringify(button({ callback_data: 'a' })) }),
    ],
  ];
  it.each(lengths)('%s', async (_what, act) => {
    const rig = await startedRig();
    await act(rig);
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ status: 200, unknownFields: [] });
  });

  it('method names in any case, as GET and as a form', async () => {
    const rig = await startedRig();
    const base = `${rig.telegram.apiUrl}/bot${TOKEN}`;
    const got = await fetch(`${base}/SENDMESSAGE?chat_id=${NIKOS}&text=one`);
    const form = await fetch(`${base}/sendmessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(NIKOS), text: 'two' }),
    });
    expect([got.status, form.status]).toEqual([200, 200]);
    const shown = rig.telegram.phones.chat(String(NIKOS))?.messages.map((message) => message.content);
    expect(shown).toMatchObject([{ text: '/start' }, { text: 'one' }, { text: 'two' }]);
    expect(rig.telegram.ledger().map((entry) => entry.method)).toEqual(['sendMessage', 'sendMessage']);
  });

  it('fields it does not know, silently; the ledger names them', async () => {
    const rig = await startedRig();
    await rig.send(NIKOS, 'hi', {
      parsemode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'a', label: 'x' }]] },
    });
    expect(rig.telegram.ledger().at(-1)?.unknownFields).toEqual([
      'parsemode',
      'reply_markup.inline_keyboard.0.0.label',
    ]);
  });

  it('bodies that are no JSON only with a refusal', async () => {
    const rig = await startedRig();
    for (const body of ['{', '[]', 'null', '"x"']) {
      const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(await response.json()).toMatchObject({ ok: false, error_code: 400 });
    }
  });
});
