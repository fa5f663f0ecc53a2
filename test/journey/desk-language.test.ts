import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { el, lena, withLena } from './desk-talk.ts';

describe('the language of the desk', () => {
  const talk = withLena('telegram');
  const said = async () => (await talk.rig.desk.topicOf(lena)).messages.map(({ text }) => text);

  it('is the one of the station’s data until an advisor chooses another one with /language', async () => {
    const { desk } = talk.rig;
    await desk.as('eleni').says('/language', lena);
    await talk.rig.calm();
    expect(await said()).toContain(el(phrase('relayLanguageAsk', { name: 'eleni' })));
    await desk.as('eleni').taps('English', lena);
    await talk.rig.calm();
    expect(await said()).toContain(words('en', phrase('relayLanguageSet', { name: 'eleni' })));
    await desk.as('eleni').says('/help', lena);
    await talk.rig.calm();
    expect((await said()).at(-1)).toContain(words('en', phrase('relayHelp')));
    // A colleague's stays.
    await desk.as('maria').says('/help', lena);
    await talk.rig.calm();
    expect((await said()).at(-1)).toContain(el(phrase('relayHelp')));
  });

  it('is in General chosen as well, and the card of whoever takes a talk follows them', async () => {
    const { desk } = talk.rig;
    await desk.as('eleni').says('/language', 'general');
    await desk.as('eleni').taps('Українська', 'general');
    await desk.as('eleni').says('/take', lena);
    await talk.rig.calm();
    const topic = await desk.topicOf(lena);
    const card = topic.messages.find(({ pinned }) => pinned);
    expect(card?.buttons.map(({ text }) => text)).toContain(words('uk', phrase('caseLabelRelease')));
    await desk.as('eleni').says('/release', lena);
    await talk.rig.calm();
    expect(card?.buttons.map(({ text }) => text)).toContain(words('en', phrase('caseLabelGiveBack')));
  });

  it('tells what the marks on one’s own messages mean', async () => {
    await talk.rig.desk.as('eleni').says('/help', lena);
    await talk.rig.calm();
    for (const mark of ['👌', '👍', '👀', '💔']) expect((await said()).at(-1)).toContain(mark);
  });
});
