import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { anna, el, lena, shown, withLena } from './desk-talk.ts';

describe.each(['telegram', 'whatsapp'] as const)(
  'what an advisor writes to a customer on %s',
  (messenger) => {
    const { signed, arrived } = shown[messenger];
    const talk = withLena(messenger);
    const seenBy = (person = lena) => talk.rig.bubbles(person).map(({ text }) => text);
    const topic = () => talk.rig.desk.topicOf(lena);
    it('an answer in the topic reaches the customer with the writer’s name, and a mark shows how far it got', async () => {
      const answer = await talk.rig.desk.as('eleni').says('It is ready at 17:00', lena);
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toBe(signed('Eleni', 'It is ready at 17:00'));
      expect(answer.reaction).toBe(arrived);
      expect(await talk.rig.desk.caseOf(lena)).toMatchObject({
        baton: 'person',
        owner: 'eleni',
        waitingSince: null,
      });
    });

    it('the name stands in the customer’s own language', async () => {
      await talk.rig.says('Моя машина готова', anna);
      await talk.rig.calm();
      await talk.rig.desk.as('maria').says('Готова в 17:00', anna);
      await talk.rig.calm();
      expect(talk.rig.last(anna).text).toBe(signed('Мария', 'Готова в 17:00'));
    });

    it('a note stays in the group and gets a mark of its own, with slashes, by command or under the card', async () => {
      const before = seenBy().length;
      const note = await talk.rig.desk.as('eleni').says('  // he never pays on time', lena);
      const command = await talk.rig.desk.as('eleni').says('/note ask Giorgos first', lena);
      const card = (await topic()).messages.find(({ pinned }) => pinned);
      expect(card).toBeDefined();
      const under = await talk.rig.desk.as('maria').says('VIP', lena, { replyTo: card?.id ?? 0 });
      await talk.rig.calm();
      expect([note, command, under].map(({ reaction }) => reaction)).toEqual(['✍', '✍', '✍']);
      expect(seenBy()).toHaveLength(before);
      expect(await talk.rig.desk.caseOf(lena)).toMatchObject({ baton: 'bot', answered: null });
    });

    it('no part of an album goes out once its caption is a note, in whichever order they come', async () => {
      const before = seenBy().length;
      const eleni = talk.rig.desk.as('eleni');
      await eleni.sendsPhoto('a', lena, { album: 'first', caption: '// insurance only' });
      await eleni.sendsPhoto('b', lena, { album: 'first' });
      await eleni.sendsPhoto('c', lena, { album: 'second' });
      await eleni.sendsPhoto('d', lena, { album: 'second', caption: '//not for them' });
      await eleni.sendsPhoto('e', lena, { album: 'second' });
      await talk.rig.calm();
      await talk.rig.advance(3);
      expect(seenBy()).toHaveLength(before);
      const marks = (await topic()).messages.filter(({ kind, from }) => kind === 'photo' && from === 'Eleni');
      expect(marks.filter(({ reaction }) => reaction === '✍').length).toBeGreaterThanOrEqual(4);
    });

    it('an album reaches the customer as one, with its words once', async () => {
      const eleni = talk.rig.desk.as('eleni');
      await eleni.sendsPhoto('a', lena, { album: 'x', caption: 'Old and new' });
      await eleni.sendsPhoto('b', lena, { album: 'x' });
      await talk.rig.calm();
      const photos = talk.rig.bubbles(lena).slice(-2);
      if (messenger === 'telegram') {
        expect(
          talk.rig.phone.calls.filter(
            ({ method, body }) => method === 'sendMediaGroup' && body.chat_id === lena.id,
          ),
        ).toHaveLength(1);
      }
      expect(photos.filter(({ text }) => text.includes('Old and new'))).toHaveLength(1);
      expect(talk.rig.bubbles(lena)).toHaveLength(4 - 1);
    });

    it.each(['voice', 'video', 'document', 'sticker'] as const)('a %s is passed on', async (what) => {
      const sent = await talk.rig.desk.as('eleni').sends(what, `${what}-1`, lena);
      await talk.rig.calm();
      expect(sent.reaction).toBe(arrived);
      if (messenger === 'telegram') {
        expect(talk.rig.phone.bubbles.get(lena.id)?.at(-1)?.files).toEqual([`${what}-1`]);
      } else {
        expect(talk.rig.played.whatsapp.graph.bubbles.at(-1)?.file).toBe('up-1');
      }
    });

    it('what was set off stays set off', async () => {
      const bold = [{ type: 'bold', offset: 9, length: 5 }];
      await talk.rig.desk.as('eleni').says('Ready at 17:00, not before', lena, { entities: bold });
      await talk.rig.calm();
      if (messenger === 'whatsapp')
        expect(talk.rig.last(lena).text).toContain('Ready at *17:00*, not before');
      else {
        const [sign, time] = talk.rig.phone.bubbles.get(lena.id)?.at(-1)?.entities ?? [];
        expect([sign, time]).toMatchObject([
          { type: 'bold', offset: 0, length: 5 },
          { type: 'bold', offset: 'Eleni\n'.length + 9, length: 5 },
        ]);
      }
    });

    it('a place and a contact are passed on', async () => {
      const place = await talk.rig.desk.as('eleni').sendsLocation(40.64, 22.94, lena);
      const contact = await talk.rig.desk.as('eleni').sendsContact('+302310555011', 'Tyres', lena);
      await talk.rig.calm();
      expect([place.reaction, contact.reaction]).toEqual([arrived, arrived]);
    });

    it('an answer that quotes the customer’s message quotes it at the customer too', async () => {
      const asked = (await topic()).messages.find(({ text }) => text.includes('My Octavia has a new owner'));
      await talk.rig.desk.as('eleni').says('Yes', lena, { replyTo: asked?.id ?? 0 });
      await talk.rig.calm();
      const quoted =
        messenger === 'telegram'
          ? talk.rig.phone.bubbles.get(lena.id)?.at(-1)?.replyTo
          : talk.rig.played.whatsapp.graph.bubbles.at(-1)?.replyTo;
      expect(quoted).toBeTruthy();
    });

    it('a changed answer changes at the customer, or is corrected where nothing can be changed', async () => {
      const answer = await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
      await talk.rig.calm();
      const before = seenBy().length;
      await talk.rig.desk.as('eleni').edits(answer, 'Ready at 18:00');
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toContain('Ready at 18:00');
      expect(seenBy()).toHaveLength(messenger === 'telegram' ? before : before + 1);
      if (messenger === 'whatsapp') expect(talk.rig.last(lena).text).toContain('Correction:');
      await talk.rig.desk.as('eleni').edits(answer, 'Ready at 18:30');
      await talk.rig.calm();
      expect(talk.rig.last(lena).text).toContain('18:30');
    });

    it('/undo deletes an answer, or asks to disregard it where it cannot', async () => {
      const answer = await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
      await talk.rig.calm();
      await talk.rig.desk.as('eleni').says('/undo', lena, { replyTo: answer });
      await talk.rig.calm();
      if (messenger === 'telegram') expect(seenBy().join()).not.toContain('17:00');
      else expect(talk.rig.last(lena).text).toContain('Please disregard my message “Ready at 17:00”');
      expect(answer.reaction).toBeNull();
      const after = seenBy().length;
      await talk.rig.desk.as('eleni').says('/undo', lena, { replyTo: answer });
      await talk.rig.calm();
      expect(seenBy()).toHaveLength(after);
      expect((await topic()).messages.at(-1)?.text).toBe(el(phrase('relayUndone', { how: 'before' })));
    });

    it('an answer that becomes a note stays as it was sent, and a note that becomes an answer is not sent', async () => {
      const answer = await talk.rig.desk.as('eleni').says('Ready at 17:00', lena);
      const note = await talk.rig.desk.as('eleni').says('// careful', lena);
      await talk.rig.calm();
      const before = seenBy();
      await talk.rig.desk.as('eleni').edits(answer, '// Ready at 17:00, but do not tell');
      await talk.rig.desk.as('eleni').edits(note, 'careful');
      await talk.rig.calm();
      expect(seenBy()).toEqual(before);
      const lines = (await topic()).messages.map(({ text }) => text);
      expect(lines).toContain(el(phrase('relayStaysSent')));
      expect(lines).toContain(el(phrase('relayEditNotSent')));
    });

    it('a reaction on the customer’s message is seen by the customer', async () => {
      const asked = (await topic()).messages.find(({ text }) => text.includes('My Octavia has a new owner'));
      if (!asked) throw new Error('The question is not there');
      await talk.rig.desk.as('eleni').reacts(asked, '👍');
      await talk.rig.calm();
      if (messenger === 'telegram') {
        const call = talk.rig.phone.calls.findLast(({ method }) => method === 'setMessageReaction');
        expect(call?.body).toMatchObject({ chat_id: lena.id, reaction: [{ emoji: '👍' }] });
      } else expect([...talk.rig.played.whatsapp.graph.reactions.values()]).toEqual(['👍']);
    });
  },
);
