import { describe, expect, it } from 'vitest';
import { type BotCall, type Instead, refused } from '#test/helpers/phone.ts';
import { nikos } from '#test/helpers/rig.ts';
import { cut, down, html, instead, internal, onceDone, reset, timedOut } from './outcomes.ts';
import { outboxOf, smallRig, textsOf } from './small.ts';

describe('a message that Telegram does not take', () => {
  it.each<[string, readonly Instead[], number]>([
    ['500', [internal], 1],
    ['500 five times', [internal, internal, internal, internal, internal], 1],
    ['an HTML page', [html], 1],
    ['a refused connection', [down, down], 1],
    ['a time-out before it had it', [timedOut], 1],
    ['a time-out after it had it', [onceDone(timedOut)], 2],
    ['a reset before it had it', [reset], 1],
    ['a reset after it had it', [onceDone(reset)], 2],
    ['half an answer after it had it', [onceDone(cut)], 2],
  ])('because of %s: is sent again, and shown at most once more', async (_label, outcomes, copies) => {
    const rig = await smallRig();
    instead(rig, 'sendMessage', ...outcomes);
    await rig.says('menu');
    await rig.says('hours');
    await rig.calm();
    const [menu, hours] = outboxOf(rig);
    expect(menu?.outcome).toBe('sent');
    expect(hours?.outcome).toBe('sent');
    expect(textsOf(rig).filter((text) => text.startsWith('What can I do'))).toHaveLength(copies);
    expect(textsOf(rig).at(-1)).toContain('We are open');
  });

  it.each<[string, Instead]>([
    ['a time-out', onceDone(timedOut)],
    ['a reset', onceDone(reset)],
    ['half an answer', onceDone(cut)],
  ])('as an edit, because of %s after it had it: shows nothing twice', async (_label, outcome) => {
    const rig = await smallRig();
    await rig.says('book');
    instead(rig, 'editMessageText', outcome, outcome, outcome);
    await rig.taps(/^Oil/);
    await rig.calm();
    const seen = rig.phone.seen.filter(({ chat }) => chat === nikos.id);
    expect(seen.map(({ how }) => how)).toEqual(['new', 'edit']);
    expect(outboxOf(rig).map(({ outcome: end }) => end)).toEqual(['sent', 'sent']);
  });

  it('and whose answer is lost each time: never comes a third time, and those after it go on', async () => {
    const rig = await smallRig();
    rig.phone.intercept = ({ body }) =>
      body.text?.startsWith('What can I do') ? onceDone(timedOut) : undefined;
    await rig.says('menu');
    await rig.says('hours');
    await rig.advance(120);
    expect(textsOf(rig).filter((text) => text.startsWith('What can I do'))).toHaveLength(2);
    expect(textsOf(rig).at(-1)).toContain('We are open');
    expect(outboxOf(rig)).toMatchObject([
      { outcome: 'failed', reason: 'the answer was lost twice' },
      { outcome: 'sent' },
    ]);
  });

  it('in a row whose every message loses its answer once: still brings all of them', async () => {
    const rig = await smallRig();
    const lost = new Set<string>();
    rig.phone.intercept = ({ method }) => {
      if (lost.has(method)) return undefined;
      lost.add(method);
      return timedOut;
    };
    await rig.says('address');
    await rig.calm();
    expect(textsOf(rig)).toEqual(['sendVenue', expect.stringContaining('Aristotelous')]);
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'sent' }]);
  });

  it('as the first of a row, whose answer is lost each time: does not take the others with it', async () => {
    const rig = await smallRig();
    rig.phone.intercept = ({ method }) => (method === 'sendVenue' ? timedOut : undefined);
    await rig.says('address');
    await rig.advance(60);
    expect(textsOf(rig)).toEqual([expect.stringContaining('Aristotelous')]);
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'failed', reason: 'the answer was lost twice' }]);
  });
});

describe('an edit', () => {
  it('that changes nothing counts as done', async () => {
    const rig = await smallRig();
    await rig.says('book');
    instead(rig, 'editMessageText', refused('Bad Request: message is not modified'));
    await rig.taps(/^Oil/);
    expect(outboxOf(rig).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(rig.phone.tried.filter(({ method }) => method === 'editMessageText')).toHaveLength(1);
  });

  it('of a message that is gone comes as a new message, once', async () => {
    const rig = await smallRig();
    await rig.says('book');
    instead(rig, 'editMessageText', refused('Bad Request: message to edit not found'));
    await rig.taps(/^Oil/);
    expect(textsOf(rig)).toHaveLength(2);
    expect(outboxOf(rig).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
  });

  it('is sent only in its last state when several of them wait', async () => {
    const rig = await smallRig();
    await rig.says('book');
    const telegram = rig.phone.intercept;
    const isEdit = ({ method, body }: BotCall) => method === 'editMessageText' && body.chat_id === nikos.id;
    rig.phone.intercept = (call) => (isEdit(call) ? down : undefined);
    await rig.taps('More services');
    await rig.taps('Something else');
    await rig.taps('Another car').catch(() => rig.taps('Back'));
    rig.phone.intercept = telegram;
    await rig.calm();
    const edits = rig.phone.calls.filter(isEdit);
    expect(edits).toHaveLength(1);
    expect(outboxOf(rig).map(({ outcome }) => outcome)).toEqual(['sent', 'superseded', 'superseded', 'sent']);
  });
});

describe('the answer to a tap', () => {
  it('that comes too late is no reason to stop', async () => {
    const rig = await smallRig();
    await rig.says('menu');
    instead(
      rig,
      'answerCallbackQuery',
      refused('Bad Request: query is too old and response timeout expired'),
    );
    await rig.taps('Opening hours');
    expect(rig.last().text).toContain('We are open');
  });
});
