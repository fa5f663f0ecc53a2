import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { group } from '#test/helpers/rig.ts';
import { el, lena, shown, withLena } from './desk-talk.ts';

describe.each(['telegram', 'whatsapp'] as const)(
  'the advisors’ group, with a customer on %s',
  (messenger) => {
    const { signed } = shown[messenger];
    const talk = withLena(messenger);
    const seenBy = (person = lena) => talk.rig.bubbles(person).map(({ text }) => text);
    const topic = () => talk.rig.desk.topicOf(lena);
    it('nobody but advisors on the list is passed on: strangers, hidden administrators', async () => {
      const before = seenBy();
      await talk.rig.desk.as('stranger').says('Your car is stolen', lena);
      await talk.rig.desk.as('stranger').says('Call me', lena);
      await talk.rig.desk.as('maria').saysHidden('Ready', lena);
      await talk.rig.desk.as('maria').saysHidden('Ready now', lena);
      await talk.rig.calm();
      expect(seenBy()).toEqual(before);
      const lines = (await topic()).messages.map(({ text }) => text);
      expect(lines.filter((text) => text.includes('6660001'))).toHaveLength(1);
      expect(lines.filter((text) => text === words('en', phrase('relayHidden')))).toHaveLength(1);
    });

    it('a manager lets somebody act, and takes them off again', async () => {
      await talk.rig.desk.as('stranger').says('Ready', lena);
      await talk.rig.calm();
      await talk.rig.desk.as('eleni').taps(words('en', phrase('relayLabelLetAct')), lena);
      expect(talk.rig.desk.toast()).toBe(el(phrase('relayManagersOnly')));
      await talk.rig.desk.as('maria').taps(words('en', phrase('relayLabelLetAct')), lena);
      await talk.rig.calm();
      await talk.rig.desk.as('stranger').says('Ready at five', lena);
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toBe(signed('Stranger', 'Ready at five'));
      await talk.rig.desk.as('maria').says('/advisors remove 6660001', 'general');
      await talk.rig.calm();
      await talk.rig.desk.as('stranger').says('Ready at six', lena);
      await talk.rig.calm();
      expect(seenBy().join()).not.toContain('Ready at six');
    });

    it('a topic deleted by hand is built anew with the way to what was said, and nothing is lost', async () => {
      const old = await topic();
      talk.rig.desk.deletes(old);
      await talk.rig.says('Are you there', lena);
      await talk.rig.calm();
      const anew = await topic();
      expect(anew.thread).not.toBe(old.thread);
      const lines = anew.messages.map(({ text }) => text);
      expect(lines.some((text) => text.includes('Are you there'))).toBe(true);
      expect(lines.some((text) => text.includes('/h/'))).toBe(true);
      expect(anew.messages.filter(({ pinned }) => pinned)).toHaveLength(1);
      expect(talk.rig.desk.general().messages).toEqual([]);
      await talk.rig.desk.as('eleni').says('Yes', lena);
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'Yes'));
    });

    it('a group that gets a new id is followed', async () => {
      const moved = await talk.rig.desk.migrates(-1002000000009);
      await talk.rig.calm();
      await talk.rig.says('Are you there', lena);
      await talk.rig.calm();
      const anew = await topic();
      expect(moved.topics.has(anew.thread)).toBe(true);
      await talk.rig.desk.as('eleni').says('Yes', lena);
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'Yes'));
      expect(group).not.toBe(String(moved.chat));
    });

    it('what an advisor wrote just before the group got a new id arrives, though it is handled after', async () => {
      const { played, desk } = talk.rig;
      const spot = { forum: desk.forum, thread: (await topic()).thread };
      const late = played.telegram.groupUpdates.text(spot, desk.people.eleni, { id: 9_001 }, 'At five');
      await desk.migrates(-1002000000009);
      await talk.rig.calm();
      await talk.rig.on('telegram').brings(late);
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'At five'));
    });

    it('a switch of the group that is turned off is named once, and again when it is turned off again', async () => {
      talk.rig.desk.forum.rights.topics = false;
      await talk.rig.desk.rightsChanged();
      await talk.rig.desk.rightsChanged();
      await talk.rig.calm();
      const told = () =>
        talk.rig.desk
          .general()
          .messages.filter(({ text }) => text === words('en', phrase('topicTrouble', { trouble: 'topics' })));
      expect(told()).toHaveLength(1);
      talk.rig.desk.forum.rights.topics = true;
      await talk.rig.desk.rightsChanged();
      talk.rig.desk.forum.rights.topics = false;
      await talk.rig.desk.rightsChanged();
      await talk.rig.calm();
      expect(told()).toHaveLength(2);
    });

    it('what waited for a right comes the moment it is given back', async () => {
      const { desk } = talk.rig;
      desk.deletes(await topic());
      desk.forum.rights.topics = false;
      await desk.rightsChanged();
      await talk.rig.says('Are you there', lena);
      await talk.rig.advance(12);
      expect((await topic()).deleted).toBe(true);
      desk.forum.rights.topics = true;
      await desk.rightsChanged();
      // Without moving the clock: nothing waits for the next try.
      await talk.rig.settle();
      const lines = (await topic()).messages.map(({ text }) => text);
      expect(lines.some((text) => text.includes('Are you there'))).toBe(true);
    });

    it('who joins is reported to the manager by name', async () => {
      await talk.rig.desk.joins({ id: 6660002, first_name: 'Petros' });
      await talk.rig.calm();
      const line = talk.rig.desk.general().messages.at(-1);
      expect(line?.text).toContain('Maria');
      expect(line?.text).toContain('Petros');
    });

    it('words in General and in a topic of nobody’s go nowhere', async () => {
      const before = seenBy();
      const own = talk.rig.desk.forum.opensTopic('Lunch');
      await talk.rig.desk.as('eleni').says('Who brings coffee', 'general');
      await talk.rig.desk.as('eleni').says('I do', own);
      await talk.rig.desk.as('eleni').says('Thanks', own);
      await talk.rig.calm();
      expect(seenBy()).toEqual(before);
      expect(own.messages.filter(({ from }) => from === null)).toHaveLength(1);
      expect(talk.rig.desk.general().messages.filter(({ from }) => from === null)).toEqual([]);
    });
  },
);
