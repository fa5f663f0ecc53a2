import { beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { either, el, lena, withLena } from './desk-talk.ts';
import { bookOil } from './people.ts';

const en = (what: Parameters<typeof words>[1]) => words('en', what);

/** Somebody waits for a person: who is told when, what the bot says meanwhile, and how the talk comes back to it. */
describe.each(['telegram', 'whatsapp'] as const)('a customer on %s who waits for a person', (messenger) => {
  const talk = withLena(messenger);
  const theirs = (person = lena) => talk.rig.bubbles(person).map(({ text }) => text);
  const inTopic = async () => (await talk.rig.desk.topicOf(lena)).messages.map(({ text }) => text);
  const inGeneral = () => talk.rig.desk.general().messages.map(({ text }) => text);
  const card = async () => (await talk.rig.desk.topicOf(lena)).messages.find(({ pinned }) => pinned);
  const clockTo = (iso: string) => {
    talk.rig.clock = Date.parse(iso);
  };

  it('is told who answers by when, and the card says since when they wait', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    expect(theirs().at(-1)).toMatch(/Maria will answer here by 10:30/);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'waiting', alerts: 0, owner: null });
    expect((await card())?.text).toMatch(/Waiting for an answer since Mon 23 Nov, 10:00, promised by 10:30/);
    expect(await inTopic()).toContain('person');
  });

  it('is shouted about after 3, 5 and 15 working minutes and when the promise passes, louder each time', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.advance(4);
    expect((await inTopic()).filter((text) => /Nobody has taken this yet/.test(text))).toHaveLength(1);
    expect(inGeneral()).toEqual([]);
    await talk.rig.advance(2);
    expect(inGeneral()).toEqual([expect.stringMatching(/^Lena: no answer for 5 min, since 10:00/)]);
    const [link] = talk.rig.desk.general().messages[0]?.buttons ?? [];
    expect(link?.text).toBe(en(phrase('caseLabelOpenTopic')));
    await talk.rig.advance(10);
    expect(inGeneral().at(-1)).toMatch(/^Maria: Lena has had no answer for 15 min/);
    await talk.rig.advance(20);
    expect(inGeneral().at(-1)).toMatch(/^Lena was promised an answer by 10:30/);
    expect(inGeneral()).toHaveLength(3);
    // The time that the owner was given instead passes as well: that is worth a word, too.
    await talk.rig.advance(120);
    expect(inGeneral()).toHaveLength(4);
    expect(inGeneral().at(-1)).toMatch(/^Lena was promised an answer by 11:15/);
  });

  it('is not shouted about once a person answered, and again when they wrote and nobody did', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.advance(2);
    await talk.rig.desk.as('eleni').says('I am looking', lena);
    await talk.rig.advance(20);
    expect(inGeneral()).toEqual([]);
    const heard = theirs().length;
    await talk.rig.says('and the price?', lena);
    await talk.rig.calm();
    expect(theirs()).toHaveLength(heard);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', owner: 'eleni', alerts: 0 });
    expect((await talk.rig.desk.caseOf(lena))?.waitingSince).not.toBeNull();
    await talk.rig.advance(4);
    expect((await inTopic()).at(-1)).toMatch(/^Ελένη, /);
    await talk.rig.advance(2);
    expect(inGeneral()).toHaveLength(1);
  });

  it('may book meanwhile: the bot asks each thing once, promises nothing anew, and they still wait', async () => {
    const { rig } = talk;
    await rig.says('person', lena);
    await rig.calm();
    const promised = (await rig.desk.caseOf(lena))?.answerBy;
    for (const step of [
      () => rig.says('book', lena),
      () => rig.taps(/^Oil/, lena),
      () => rig.says('Octavia', lena),
      () => rig.taps(/· \d\d:\d\d$/, lena),
      () => rig.taps(/Leave the car|I'll wait/, lena),
    ]) {
      rig.clock += 20_000;
      await step();
      await rig.calm();
    }
    expect(theirs().filter((text) => text.startsWith('Which car'))).toHaveLength(1);
    expect(theirs().filter((text) => text.includes('will answer here'))).toHaveLength(1);
    expect(theirs().some((text) => text.startsWith('Booked'))).toBe(true);
    expect(await rig.desk.caseOf(lena)).toMatchObject({ baton: 'waiting', answerBy: promised });
  });

  it('reads an honest new time when the promised one passes, once each, and later each time', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    const late = () => theirs().filter((text) => text.startsWith('Sorry: we promised you an answer'));
    await talk.rig.advance(29);
    expect(late()).toEqual([]);
    await talk.rig.advance(2);
    expect(late()).toHaveLength(1);
    expect(late()[0]).toMatch(/answer by 10:30.* answers by 11:15/s);
    await talk.rig.advance(40);
    expect(late()).toHaveLength(1);
    await talk.rig.advance(10);
    expect(late()).toHaveLength(2);
    expect(inGeneral().at(-1)).toMatch(/^Lena was promised an answer by 11:15/);
    await talk.rig.desk.as('maria').says('We call you now', lena);
    await talk.rig.advance(300);
    expect(late()).toHaveLength(2);
  });

  it('waits no more when no answer is needed', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps(either(phrase('caseLabelNoAnswer')), lena);
    await talk.rig.advance(40);
    expect(inGeneral()).toEqual([]);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ waitingSince: null });
  });

  it('thanks somebody without waiting for another answer', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
    const heard = theirs().length;
    await talk.rig.says('thank you', lena);
    await talk.rig.says('👍', lena);
    await talk.rig.calm();
    expect(theirs()).toHaveLength(heard);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ waitingSince: null });
    expect((await inTopic()).slice(-3)).toContain('thank you');
  });

  it('hears nothing of the bot while a person has the talk, but for what they ask of it', async () => {
    await talk.rig.desk.as('eleni').says('Hello, what is it about', lena);
    const heard = theirs().length;
    await talk.rig.says('it rattles', lena);
    await talk.rig.post(talk.rig.updates.photo('p1', null, lena));
    await talk.rig.post(talk.rig.updates.voice('v1', lena));
    await talk.rig.advance(1);
    expect(theirs()).toHaveLength(heard);
    await talk.rig.says('hours', lena);
    expect(theirs()).toHaveLength(heard + 1);
    expect(theirs().at(-1)).toContain('We are open');
  });

  it('may finish by words what they began by a button while a person has the talk', async () => {
    await talk.rig.desk.as('eleni').says('Just book it here', lena);
    await talk.rig.advance(1);
    await talk.rig.command('/book', lena);
    await talk.rig.taps(/^Oil/, lena);
    await talk.rig.says('Octavia ABC-4821', lena);
    expect(talk.rig.last(lena).buttons.some(({ text }) => /\d\d:\d\d/.test(text))).toBe(true);
  });

  it('is told once a night that nobody is there, whatever they add, and all of it is in the topic', async () => {
    clockTo('2026-11-23T21:00:00Z');
    await talk.rig.says('person', lena);
    const heard = theirs().length;
    expect(theirs().at(-1)).toMatch(/we are closed now.* 09:00/s);
    for (const line of ['it does not start', 'at all', 'please']) {
      await talk.rig.says(line, lena);
      await talk.rig.advance(40);
    }
    expect(theirs()).toHaveLength(heard);
    // A photo is a report, also at night; that nobody is there is not said again.
    await talk.rig.post(talk.rig.updates.photo('p1', null, lena));
    await talk.rig.advance(2);
    expect(theirs()).toHaveLength(heard + 1);
    expect(theirs().filter((text) => /we are closed now/.test(text))).toHaveLength(1);
    expect(await inTopic()).toEqual(expect.arrayContaining(['it does not start', 'at all', 'please']));
    expect(inGeneral()).toEqual([]);
    clockTo('2026-11-24T06:29:00Z');
    await talk.rig.advance(8);
    expect(inGeneral()).toHaveLength(1);
  });

  it('writing at night to the person who has the talk is told once when they answer, not while that person is there', async () => {
    clockTo('2026-11-23T21:00:00Z');
    await talk.rig.desk.as('eleni').says('I am still here for a minute', lena);
    const heard = theirs().length;
    await talk.rig.says('did you look at the wipers, too?', lena);
    expect(theirs()).toHaveLength(heard);
    await talk.rig.desk.as('eleni').says('We did', lena);
    await talk.rig.advance(40);
    const answered = theirs().length;
    await talk.rig.says('at what time?', lena);
    expect(theirs().slice(answered)).toEqual([expect.stringMatching(/we are closed now.* 09:00/s)]);
    await talk.rig.advance(40);
    await talk.rig.says('and can I pay by card?', lena);
    await talk.rig.advance(5);
    expect(theirs()).toHaveLength(answered + 1);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', owner: 'eleni' });
  });

  it('is not given back to the bot, nor told that all is settled, before anybody answered', async () => {
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    await talk.rig.desk.as('eleni').says('/take', lena);
    await talk.rig.calm();
    const heard = theirs().length;
    await talk.rig.desk.as('eleni').says('/give', lena);
    await talk.rig.calm();
    expect(theirs()).toHaveLength(heard);
    expect((await inTopic()).at(-1)).toBe(el(phrase('relayStillWaits')));
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', owner: 'eleni' });
    expect((await talk.rig.desk.caseOf(lena))?.waitingSince).not.toBe(null);
    await talk.rig.desk.as('eleni').says('/done', lena);
    await talk.rig.desk.as('eleni').says('/give', lena);
    await talk.rig.calm();
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot', owner: null });
  });

  it('is offered back to the bot after half an hour of silence, and told so when it takes over', async () => {
    await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
    await talk.rig.advance(29);
    expect((await inTopic()).at(-1)).toBe('Ready at 17:00');
    await talk.rig.advance(2);
    expect((await inTopic()).at(-1)).toBe(el(phrase('caseSilence', { owner: 'eleni', minutes: 30 })));
    await talk.rig.desk.as('eleni').taps(either(phrase('caseLabelGiveBack')), lena);
    await talk.rig.calm();
    expect(theirs().at(-1)).toBe(en(phrase('caseBack', { advisor: 'eleni' })));
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot', owner: null });
    await talk.rig.says('hello', lena);
    expect(theirs().at(-1)).toContain('Aristotelous Auto');
  });

  it('comes back to the bot the next morning, without a word at night', async () => {
    clockTo('2026-11-23T15:20:00Z');
    await talk.rig.desk.as('eleni').says('We close now', lena);
    const heard = theirs().length;
    await talk.rig.advance(60);
    clockTo('2026-11-24T06:25:00Z');
    await talk.rig.advance(4);
    expect(theirs()).toHaveLength(heard);
    await talk.rig.advance(3);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot' });
    expect(theirs()).toHaveLength(heard);
  });

  it('is told on the new day who answers again only where they agreed to be written to', async () => {
    await bookOil(talk.rig, lena, 'en');
    if (messenger === 'telegram') await talk.rig.says(en(phrase('labelSkip')), lena);
    await talk.rig.taps(en(phrase('labelConsentYes')), lena);
    await talk.rig.says('person', lena);
    await talk.rig.calm();
    clockTo('2026-11-23T15:20:00Z');
    await talk.rig.desk.as('eleni').says('We close now', lena);
    const heard = theirs().length;
    clockTo('2026-11-24T06:31:00Z');
    await talk.rig.advance(2);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot' });
    expect(theirs().slice(heard)).toEqual([en(phrase('caseBackNewDay'))]);
  });

  it('stays with the person in the morning while somebody waits for their answer', async () => {
    clockTo('2026-11-23T15:20:00Z');
    await talk.rig.desk.as('eleni').says('We close now', lena);
    await talk.rig.says('wait, one more thing', lena);
    clockTo('2026-11-24T06:25:00Z');
    await talk.rig.advance(7);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', owner: 'eleni' });
  });

  it('can ask to be called at a time that suits, and waits from then on', async () => {
    await talk.rig.says('call me back', lena);
    await talk.rig.taps(/^Tue 24 · morning/, lena);
    if (/Which number/.test(talk.rig.last(lena).text)) await talk.rig.says('+306911111111', lena);
    await talk.rig.calm();
    expect(theirs().at(-1)).toMatch(/will call you Tue 24 Nov, morning/);
    expect((await inTopic()).some((text) => /^Asks for a call Tue 24 Nov, morning/.test(text))).toBe(true);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({
      waitingSince: null,
      callback: { when: '2026-11-24 morning' },
    });
    expect((await card())?.text).toMatch(/Wants a call: Tue 24 Nov, morning/);
    clockTo('2026-11-24T06:29:00Z');
    await talk.rig.advance(2);
    expect((await talk.rig.desk.caseOf(lena))?.waitingSince).not.toBeNull();
    await talk.rig.desk.as('maria').taps(either(phrase('caseLabelCallDone')), lena);
    expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ callback: null });
  });
});

describe('what is seen of a customer', () => {
  const talk = withLena('telegram');
  const topic = () => talk.rig.desk.topicOf(lena);
  beforeEach(() => talk.rig.calm());

  it('is no topic at all after a mere greeting', async () => {
    const shy = { id: 7000077, first_name: 'Shy', language_code: 'en' };
    await talk.rig.command('/start', shy);
    await talk.rig.calm();
    await expect(talk.rig.desk.topicOf(shy)).rejects.toThrow(/no topic/);
    expect(await talk.rig.desk.caseOf(shy)).toBeNull();
  });

  it('is one line for what they tap, with what the bot said last', async () => {
    await talk.rig.command('/book', lena);
    await talk.rig.taps(/^Oil/, lena);
    await talk.rig.advance(1);
    const lines = (await topic()).messages
      .map(({ text }) => text)
      .filter((text) => text.startsWith('Tapped'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Tapped: \/book › Oil & filter.*\nBot: /);
  });

  it('keeps the end of a booking, and the card names it', async () => {
    await talk.rig.command('/book', lena);
    await talk.rig.taps(/^Oil/, lena);
    await talk.rig.says('Octavia ABC-4821', lena);
    await talk.rig.taps(/· \d\d:\d\d$/, lena);
    await talk.rig.taps('Leave the car', lena);
    await talk.rig.advance(2);
    await talk.rig.says('hello', lena);
    await talk.rig.calm();
    const { messages, title } = await topic();
    const lines = messages.map(({ text }) => text);
    expect(lines.findIndex((text) => /Which car is it/.test(text))).toBeLessThan(
      lines.indexOf('Octavia ABC-4821'),
    );
    expect(title).toBe('Lena · Octavia …4821');
    expect(messages.some(({ text }) => /Bot: Booked/.test(text))).toBe(true);
    expect(messages.find(({ pinned }) => pinned)?.text).toMatch(
      /Booked: .*Octavia …4821: oil and filter change/,
    );
  });

  it('is an edit in place, marked as one; a booking does not change with it', async () => {
    const { updates } = talk.rig.played.telegram;
    const update = updates.text('Is it reddy', lena);
    await talk.rig.brings(update);
    await talk.rig.calm();
    const id = updates.idOf(update);
    const before = (await topic()).messages.length;
    await talk.rig.brings(updates.edited('Is it ready', id, lena));
    await talk.rig.calm();
    const { messages } = await topic();
    expect(messages).toHaveLength(before);
    expect(messages.map(({ text }) => text)).toContain(`${en(phrase('caseEdited'))}\nIs it ready`);
  });
});
