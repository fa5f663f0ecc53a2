import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { either, el, lena, shown, withLena } from './desk-talk.ts';

const en = (what: Parameters<typeof words>[1]) => words('en', what);

/** What customers send, answer, change and mark, as it stands in their topic. */
describe.each(['telegram', 'whatsapp'] as const)('a customer on %s', (messenger) => {
  const talk = withLena(messenger);
  const topic = async () => (await talk.rig.desk.topicOf(lena)).messages;
  const news = async (before: number) => (await topic()).slice(before).filter(({ from }) => from === null);

  it('shows a photo, which stands in the topic as a photo, and nothing of the way it came', async () => {
    const before = (await topic()).length;
    await talk.rig.brings(talk.rig.updates.photo('photo7', null, lena));
    await talk.rig.calm();
    const photos = (await news(before)).filter(({ kind }) => kind === 'photo');
    expect(photos).toHaveLength(1);
    expect((await topic()).map(({ text }) => text)).not.toContain(
      en(phrase('mediaPending', { what: 'photo' })),
    );
  });

  it('speaks, and the advisors hear it', async () => {
    const before = (await topic()).length;
    await talk.rig.brings(talk.rig.updates.voice('voice7', lena));
    await talk.rig.calm();
    expect((await news(before)).map(({ kind }) => kind)).toContain('voice');
  });

  it('answers an advisor’s words, and the quote stands in the topic', async () => {
    const answer = await talk.rig.desk.as('eleni').says('Today or tomorrow', lena);
    await talk.rig.calm();
    const { id } = talk.rig.last(lena);
    const { telegram, whatsapp } = talk.rig.played;
    await talk.rig.brings(
      messenger === 'telegram'
        ? telegram.updates.reply('today', Number(id), lena)
        : whatsapp.updates.reply('today', String(id), lena),
    );
    await talk.rig.calm();
    expect((await topic()).find(({ text }) => text === 'today')?.replyTo).toBe(answer.id);
  });

  it('marks an answer with a heart, which lies on the advisor’s message', async () => {
    const answer = await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
    await talk.rig.calm();
    const { id } = talk.rig.last(lena);
    const { telegram, whatsapp } = talk.rig.played;
    await talk.rig.brings(
      messenger === 'telegram'
        ? telegram.updates.reaction('❤', Number(id), lena)
        : whatsapp.updates.reaction('❤', String(id), lena),
    );
    await talk.rig.calm();
    expect(answer.reaction).toBe('❤');
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ waitingSince: null });
  });
});

describe('an album on Telegram', () => {
  const talk = withLena('telegram');

  it('stands in the topic as one', async () => {
    for (const one of ['photo1', 'photo2', 'photo3'])
      await talk.rig.post(talk.rig.updates.photo(one, '99', lena));
    await talk.rig.calm();
    const { messages } = await talk.rig.desk.topicOf(lena);
    const photos = messages.filter(({ kind }) => kind === 'photo');
    expect(photos.map(({ files }) => files)).toEqual([['photo1'], ['photo2'], ['photo3']]);
    expect(new Set(photos.map(({ album }) => album)).size).toBe(1);
  });
});

describe('what does not come through on WhatsApp', () => {
  const talk = withLena('whatsapp');
  const { signed } = shown.whatsapp;
  const topic = async () => (await talk.rig.desk.topicOf(lena)).messages;

  it('a file that cannot be had is said in the topic, in words', async () => {
    await talk.rig.brings(talk.rig.updates.photo('gone1', null, lena));
    await talk.rig.calm();
    const texts = (await topic()).map(({ text }) => text);
    expect(texts.some((text) => text.startsWith(en(phrase('mediaPending', { what: 'photo' }))))).toBe(false);
    expect(
      texts.some((text) => /photo/i.test(text) && /did not|could not|cannot|gone|expired/i.test(text)),
    ).toBe(true);
  });

  it('an answer that failed is marked, told in the topic within a minute, and sent again by one tap', async () => {
    const { graph } = talk.rig.played.whatsapp;
    graph.fate = () => ({ code: 131_051 });
    const answer = await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
    await talk.rig.advance(1);
    expect(answer.reaction).toBe('💔');
    const line = (await topic()).at(-1);
    expect(line?.text).toMatch(/131051/);
    expect(line?.replyTo).toBe(answer.id);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ undelivered: { why: 'rejected' } });
    expect((await topic()).find(({ pinned }) => pinned)?.text).toContain(
      el(phrase('caseCardUndelivered', { why: 'rejected', at: talk.rig.clock }))
        .split(':')
        .at(-1)
        ?.trim(),
    );
    graph.fate = () => 'delivered';
    await talk.rig.desk.as('eleni').taps(either(phrase('caseLabelAgain')), lena);
    await talk.rig.advance(1);
    expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'Ready at 17:00'));
    expect(answer.reaction).toBe('👍');
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ undelivered: null });
  });
});

describe('a person whose two chats are joined', () => {
  const talk = withLena('telegram');

  it('goes on in one topic, from whichever messenger they write; nobody’s wait is lost', async () => {
    const { rig } = talk;
    const whatsapp = rig.on('whatsapp');
    await whatsapp.says('hours', lena);
    await whatsapp.says('person', lena);
    await rig.calm();
    const since = (await rig.desk.caseOf(lena, 'whatsapp'))?.waitingSince;
    const old = await rig.desk.topicOf(lena, 'whatsapp');
    await rig.says('link', lena);
    const [code = ''] = /\d{4} \d{4}/.exec(rig.last(lena).text) ?? [];
    await whatsapp.says(code, lena);
    await rig.advance(2);
    const topic = await rig.desk.topicOf(lena);
    expect((await rig.desk.topicOf(lena, 'whatsapp')).thread).toBe(topic.thread);
    expect(old.thread).not.toBe(topic.thread);
    expect(old.messages.at(-1)?.text).toBe(en(phrase('caseJoined', { other: topic.title })));
    expect(await rig.desk.caseOf(lena)).toMatchObject({ baton: 'waiting', waitingSince: since });
    await whatsapp.says('it rattles', lena);
    await rig.calm();
    const words = topic.messages.find(({ text }) => text.endsWith('it rattles'));
    expect(words?.text).toBe(`${en(phrase('caseVia', { channel: 'whatsapp' }))}\nit rattles`);
    await rig.desk.as('eleni').says('I am looking', lena);
    await rig.calm();
    expect(whatsapp.last(lena).text).toBe(shown.whatsapp.signed('Eleni', 'I am looking'));
  });
});
