import { beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { el, lena, withLena } from './desk-talk.ts';

describe('a customer on WhatsApp whose day is over', () => {
  const talk = withLena('whatsapp');
  beforeEach(() => talk.rig.advance(25 * 60));

  it('is not written to by mistake: the text waits, the notice goes, and the text follows their answer', async () => {
    const before = talk.rig.bubbles(lena).length;
    await talk.rig.desk.as('eleni').says('It is ready', lena);
    await talk.rig.calm();
    expect(talk.rig.bubbles(lena)).toHaveLength(before);
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelNotice')), lena);
    await talk.rig.calm();
    expect(talk.rig.bubbles(lena)).toHaveLength(before + 1);
    expect(talk.rig.last(lena).text).not.toContain('It is ready');
    await talk.rig.taps(words('en', phrase('labelShow')), lena);
    await talk.rig.calm();
    expect(talk.rig.bubbles(lena).map(({ text }) => text)).toContain('*Eleni*\nIt is ready');
  });

  it('gets the text that waits also where they answer in words, which nobody but a person answers', async () => {
    await talk.rig.desk.as('eleni').says('It is ready', lena);
    await talk.rig.calm();
    // The notice is sent after lunch.
    await talk.rig.advance(90);
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelNotice')), lena);
    await talk.rig.calm();
    await talk.rig.advance(40);
    await talk.rig.says('yes, I am here', lena);
    await talk.rig.calm();
    expect(talk.rig.last(lena).text).toBe('*Eleni*\nIt is ready');
  });

  it('an answer that waits is taken back before it leaves', async () => {
    const answer = await talk.rig.desk.as('eleni').says('It is ready', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelNotice')), lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('/undo', lena, { replyTo: answer });
    await talk.rig.calm();
    await talk.rig.taps(words('en', phrase('labelShow')), lena);
    await talk.rig.calm();
    expect(
      talk.rig
        .bubbles(lena)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('It is ready');
  });
});
