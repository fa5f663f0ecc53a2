import { describe, expect, it } from 'vitest';
import { answered, type BotCall, throttled } from '#test/helpers/phone.ts';
import { nikos, type Rig } from '#test/helpers/rig.ts';
import { maria, outboxOf, smallRig, textsOf } from './small.ts';

/** Refuses calls to one chat with 429 until a moment; callback answers carry no chat and are let through. */
function slowDown(rig: Rig, chat: number, seconds: number): number {
  const until = rig.clock + seconds * 1000;
  rig.phone.intercept = ({ body, at }) =>
    body.chat_id === chat && at < until ? throttled(Math.ceil((until - at) / 1000)) : undefined;
  return until;
}

function callsTo(rig: Rig, chat: number): readonly BotCall[] {
  return rig.phone.tried.filter(({ body }) => body.chat_id === chat);
}

describe('when Telegram asks to wait', () => {
  it.each([1, 7, 60, 899, 900, 901, 3600])(
    '%i s: nothing goes to that chat before, everything goes after, in order',
    async (seconds) => {
      const rig = await smallRig();
      const until = slowDown(rig, nikos.id, seconds);
      for (const word of ['language', 'hours', 'menu']) await rig.says(word);
      expect(callsTo(rig, nikos.id)).toHaveLength(1);
      for (let minutes = 0; minutes <= seconds / 60 + 2; minutes += 1) await rig.advance(1);
      const [refused, ...later] = callsTo(rig, nikos.id);
      expect(refused?.at).toBeLessThan(until);
      expect(later.filter(({ at }) => at < until)).toEqual([]);
      const [language = '', hours = '', menu = ''] = textsOf(rig);
      expect(language).toContain('language');
      expect(hours).toContain('We are open');
      expect(menu).toContain('What can I do for you?');
      expect(textsOf(rig)).toHaveLength(3);
    },
  );

  it('other chats go on', async () => {
    const rig = await smallRig();
    slowDown(rig, nikos.id, 3600);
    await rig.says('menu');
    await rig.says('menu', maria);
    expect(textsOf(rig)).toEqual([]);
    expect(textsOf(rig, maria)).toHaveLength(1);
  });

  it('a tap is answered at once all the same', async () => {
    const rig = await smallRig();
    await rig.says('menu');
    slowDown(rig, nikos.id, 600);
    await rig.says('hours');
    await rig.taps('Opening hours');
    const answers = rig.phone.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(answers).toHaveLength(1);
    expect(textsOf(rig)).toHaveLength(1);
  });

  it('forty times over: the message has lost none of its tries', async () => {
    const rig = await smallRig();
    let refusals = 0;
    rig.phone.intercept = ({ method, body }) => {
      if (method !== 'sendMessage' || body.chat_id !== nikos.id || refusals > 40) return undefined;
      refusals += 1;
      return refusals > 40 ? answered(500, { ok: false, error_code: 500, description: 'x' }) : throttled(30);
    };
    await rig.says('menu');
    await rig.advance(30);
    expect(refusals).toBe(41);
    expect(textsOf(rig)).toHaveLength(1);
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'sent', attempts: 2 }]);
  });

  it('in the middle of several messages: those that arrived are not sent again', async () => {
    const rig = await smallRig();
    let told = false;
    rig.phone.intercept = ({ method, body }) => {
      if (told || method !== 'sendMessage' || body.chat_id !== nikos.id) return undefined;
      told = true;
      return throttled(120);
    };
    await rig.says('address');
    expect(textsOf(rig)).toEqual(['sendVenue']);
    await rig.advance(3);
    expect(textsOf(rig)).toEqual(['sendVenue', expect.stringContaining('Aristotelous')]);
  });
});
