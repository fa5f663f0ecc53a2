import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { playbookActs, playbookCases, playbookGood } from '#shared/domain/playbook.ts';
import { el, lena, shown, withLena } from './desk-talk.ts';

describe.each(['telegram', 'whatsapp'] as const)('a canned answer to a customer on %s', (messenger) => {
  const { signed, arrived } = shown[messenger];
  const talk = withLena(messenger);
  const card = async () => (await talk.rig.desk.topicOf(lena)).messages.at(-1);

  it('is found by a word, seen in both languages, and sent in the customer’s by one tap', async () => {
    const eleni = talk.rig.desk.as('eleni');
    await eleni.says('/say ακριβο', lena);
    await talk.rig.calm();
    expect((await card())?.text).toContain('απαντήσεις για «ακριβο»');
    await eleni.taps('Είναι ακριβό', lena);
    await talk.rig.calm();
    expect((await card())?.text).toContain('We understand: it is a noticeable sum');
    expect((await card())?.text).toContain('το ποσό δεν είναι μικρό');
    const before = talk.rig.bubbles(lena).length;
    await eleni.taps(el(phrase('cannedLabelSend')), lena);
    await talk.rig.calm();
    expect(talk.rig.bubbles(lena)).toHaveLength(before + 1);
    expect(talk.rig.last(lena).text).toContain(signed('Eleni', 'We understand: it is a noticeable sum'));
    const sent = (await talk.rig.desk.topicOf(lena)).messages.find(({ text }) => text.includes('Στάλθηκε'));
    expect(sent?.reaction).toBe(arrived);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({
      baton: 'person',
      owner: 'eleni',
      waitingSince: null,
    });
  });

  it('with a hole in it cannot be sent', async () => {
    const eleni = talk.rig.desk.as('eleni');
    await eleni.says('/say έτοιμο πότε', lena);
    await talk.rig.calm();
    await eleni.taps('Πότε τελειώνει', lena);
    await talk.rig.calm();
    expect((await card())?.text).toContain('…');
    await expect(eleni.taps(el(phrase('cannedLabelSend')), lena)).rejects.toThrow();
  });
});

describe('practice in the group', () => {
  const talk = withLena('telegram');

  it('takes an advisor through ten cases, and no customer sees any of it', async () => {
    const before = talk.rig.bubbles(lena).length;
    const eleni = talk.rig.desk.as('eleni');
    await eleni.says('/playbook', 'general');
    await talk.rig.calm();
    await eleni.taps(el(phrase('playbookLabelStart')), 'general');
    await talk.rig.calm();
    for (const [at, name] of playbookCases.entries()) {
      const act = playbookActs[name].find((one) => playbookGood[name].some((good) => good === one)) ?? '';
      await eleni.taps(el(phrase('playbookLabelAct', { case: name, act })), 'general');
      await talk.rig.calm();
      const on = at + 1 < playbookCases.length ? phrase('playbookLabelNext') : phrase('playbookLabelEnd');
      await eleni.taps(el(on), 'general');
      await talk.rig.calm();
    }
    expect(talk.rig.desk.general().messages.at(-1)?.text).toContain('10 από 10');
    expect(talk.rig.bubbles(lena)).toHaveLength(before);
  });
});
