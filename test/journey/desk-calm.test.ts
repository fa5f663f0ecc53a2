import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { either, el, lena, shown, withLena } from './desk-talk.ts';

describe.each(['telegram', 'whatsapp'] as const)('sharp words to a customer on %s', (messenger) => {
  const { signed } = shown[messenger];
  const talk = withLena(messenger);
  const seenBy = () => talk.rig.bubbles(lena).map(({ text }) => text);
  const sharp = 'ARE YOU STUPID?! I told you 17:00!!!';

  it('are held with a kinder draft, which goes out instead', async () => {
    const before = seenBy().length;
    await talk.rig.desk.as('eleni').says(sharp, lena);
    await talk.rig.calm();
    expect(seenBy()).toHaveLength(before);
    await talk.rig.desk.as('eleni').taps(el(phrase('relayLabelDraft')), lena);
    await talk.rig.calm();
    expect(seenBy()).toHaveLength(before + 1);
    expect(talk.rig.last(lena).text).not.toMatch(/stupid/i);
    expect(talk.rig.last(lena).text).toContain(signed('Eleni', ''));
    await talk.rig.desk.as('maria').says('/advisors', 'general');
    await talk.rig.calm();
    expect(talk.rig.desk.general().messages.at(-1)?.text).not.toContain('παρά');
  });

  it('go out all the same when somebody insists, and that is counted for managers', async () => {
    await talk.rig.desk.as('eleni').says(sharp, lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').taps(either(phrase('relayLabelSend')), lena);
    await talk.rig.calm();
    expect(talk.rig.last(lena).text).toBe(signed('Eleni', sharp));
    await talk.rig.desk.as('maria').says('/advisors', 'general');
    await talk.rig.calm();
    const line = el(
      phrase('relayRosterLine', { advisor: 'eleni', role: 'advisor', id: '5000002', anyway: 1 }),
    );
    expect(talk.rig.desk.general().messages.at(-1)?.text).toContain(line);
  });

  it('are held in a change of what was sent, too', async () => {
    const answer = await talk.rig.desk.as('eleni').says('It is ready at 17:00', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').edits(answer, sharp);
    await talk.rig.calm();
    expect(seenBy().join()).not.toMatch(/stupid/i);
  });

  it('of a note stay among colleagues and are nobody’s business', async () => {
    await talk.rig.desk.as('eleni').says(`// ${sharp}`, lena);
    await talk.rig.calm();
    expect((await talk.rig.desk.topicOf(lena)).messages.at(-1)?.reaction).toBe('✍');
  });
});
