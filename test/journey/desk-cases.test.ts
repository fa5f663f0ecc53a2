import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { either, el, lena, shown, withLena } from './desk-talk.ts';

describe.each(['telegram', 'whatsapp'] as const)('who has the talk of a customer on %s', (messenger) => {
  const { signed } = shown[messenger];
  const talk = withLena(messenger);
  const seenBy = (person = lena) => talk.rig.bubbles(person).map(({ text }) => text);
  const topic = () => talk.rig.desk.topicOf(lena);
  it('of two who take it one has it, and the other is told who', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    const label = either(phrase('caseLabelTake'));
    const [one, two] = [
      await talk.rig.desk.as('maria').tapOn(label, lena),
      await talk.rig.desk.as('eleni').tapOn(label, lena),
    ];
    await Promise.all([talk.rig.on('telegram').brings(one), talk.rig.on('telegram').brings(two)]);
    await talk.rig.calm();
    const owner = (await talk.rig.desk.caseOf(lena))?.owner ?? '';
    expect(['maria', 'eleni']).toContain(owner);
    const toasts = talk.rig.phone.calls.flatMap(({ method, body }) =>
      method === 'answerCallbackQuery' ? [body.text] : [],
    );
    expect(toasts).toContain(el(phrase('relayTaken')));
    expect(toasts).toContain(el(phrase('relayTakenBy', { owner })));
  });

  it('writing into a colleague’s talk is asked about; it goes out with the writer’s name, or stays', async () => {
    await talk.rig.desk.as('maria').says('I am on it', lena);
    await talk.rig.calm();
    const before = seenBy().length;
    await talk.rig.desk.as('eleni').says('He can come at five', lena);
    await talk.rig.calm();
    expect(seenBy()).toHaveLength(before);
    expect((await topic()).messages.at(-1)?.text).toContain('Μαρία');
    await talk.rig.desk.as('maria').taps(el(phrase('relayLabelSend')), lena);
    expect(talk.rig.desk.toast()).toBe(el(phrase('relayOnlyWriter', { name: 'eleni' })));
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelSend')), lena);
    await talk.rig.calm();
    expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'He can come at five'));
    expect((await talk.rig.desk.caseOf(lena))?.owner).toBe('maria');
    await talk.rig.desk.as('eleni').says('Or at six', lena);
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelDrop')), lena);
    await talk.rig.calm();
    expect(seenBy().join()).not.toContain('Or at six');
  });

  it('a held answer is sent once, and not after ten minutes', async () => {
    await talk.rig.desk.as('maria').says('I am on it', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('Five is fine', lena);
    await talk.rig.calm();
    const tap = await talk.rig.desk.as('eleni').tapOn(el(phrase('relayLabelSend')), lena);
    const again = await talk.rig.desk.as('eleni').tapOn(el(phrase('relayLabelSend')), lena);
    await talk.rig.on('telegram').brings(tap);
    await talk.rig.on('telegram').brings(again);
    await talk.rig.calm();
    expect(seenBy().filter((text) => text.includes('Five is fine'))).toHaveLength(1);
    await talk.rig.desk.as('eleni').says('Six is fine', lena);
    await talk.rig.calm();
    const late = await talk.rig.desk.as('eleni').tapOn(el(phrase('relayLabelSend')), lena);
    talk.rig.clock += 11 * 60_000;
    await talk.rig.on('telegram').brings(late);
    await talk.rig.calm();
    expect(seenBy().join()).not.toContain('Six is fine');
    expect(talk.rig.desk.toast()).toBe(el(phrase('relayHeldExpired')));
  });

  it('handed over, it is the colleague’s; given back, the bot answers and the customer knows', async () => {
    await talk.rig.desk.as('maria').says('One moment', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps(either(phrase('caseLabelHandOver')), lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps('Ελένη', lena);
    await talk.rig.calm();
    expect((await talk.rig.desk.caseOf(lena))?.owner).toBe('eleni');
    await talk.rig.desk.as('eleni').taps(either(phrase('caseLabelGiveBack')), lena);
    await talk.rig.calm();
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot', owner: null });
    expect(talk.rig.last(lena).text).toBe(words('en', phrase('caseBack', { advisor: 'eleni' })));
  });

  it('/open lists who waits, with the way to their topic, and only an answer takes them off', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('/open', 'general');
    await talk.rig.calm();
    const list = talk.rig.desk.general().messages.at(-1);
    expect(list?.text).toContain('Lena');
    expect(list?.buttons[0]?.url).toBe(`https://t.me/c/2000000001/${(await topic()).thread}`);
    await talk.rig.says('hello?', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('We are here', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('/open', 'general');
    await talk.rig.calm();
    expect(talk.rig.desk.general().messages.at(-1)?.text).toBe(el(phrase('relayOpenNone')));
  });

  it('a customer who is shut out is neither heard nor answered until let in again', async () => {
    await talk.rig.desk.as('maria').taps(either(phrase('caseLabelMore')), lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps(either(phrase('caseLabelBlock')), lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps(el(phrase('relayLabelAbuse')), lena);
    await talk.rig.calm();
    const [told, lines] = [seenBy().length, (await topic()).messages.length];
    await talk.rig.says('You are thieves', lena);
    await talk.rig.calm();
    expect(seenBy()).toHaveLength(told);
    expect((await topic()).messages).toHaveLength(lines);
    await talk.rig.desk.as('eleni').says('Hello', lena);
    await talk.rig.calm();
    expect(seenBy()).toHaveLength(told);
    await talk.rig.desk.as('eleni').taps(either(phrase('caseLabelUnblock')), lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('Hello', lena);
    await talk.rig.calm();
    expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'Hello'));
  });
});
