import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, people, recordsOf } from './people.ts';

const { en: lena, ru: anna } = people;
/** Maria and Eleni read Greek; the demo station says so. */
const el = (what: Parameters<typeof words>[1]) => words('el', what);
const label = {
  // The card is in English while nobody has the case.
  offer: words('en', phrase('caseLabelOffer')),
  send: el(phrase('diaryLabelSend')),
  leaves: el(phrase('diaryLabelLeaves')),
  waits: el(phrase('diaryLabelWaits')),
  urgent: el(phrase('diaryLabelReason', { reason: 'urgent' })),
  anyway: el(phrase('diaryLabelAnyway')),
  cancel: el(phrase('diaryLabelCancel')),
  again: el(phrase('diaryLabelAgain')),
  doIt: el(phrase('diaryLabelDoIt')),
  undo: el(phrase('diaryLabelUndo')),
} as const;

describe.each(['telegram', 'whatsapp'] as const)(
  'the calendar at the desk, for a customer on %s',
  (messenger) => {
    let rig: Rig;
    const eleni = () => rig.desk.as('eleni');
    const records = () => recordsOf(rig, messenger);
    const visits = async () => (await records().customer(lena))?.visits ?? [];
    const inTopic = async (person = lena) =>
      (await rig.desk.topicOf(person)).messages.map(({ text }) => text);
    const here = async (person = lena) => (await inTopic(person)).at(-1) ?? '';
    const general = () => rig.desk.general().messages.at(-1)?.text ?? '';
    const toLena = () =>
      rig
        .bubbles(lena)
        .map(({ text }) => text)
        .join('\n');

    beforeEach(async () => {
      rig = await startRig({ messenger });
      // Monday, 23 November, 10:00 in Athens: the desk is open.
      rig.clock = Date.parse('2026-11-23T08:00:00Z');
      await rig.says('Good day', lena);
      await rig.calm();
    });
    afterEach(() => rig.close());

    it('an offered time is booked by two taps of the customer, and the desk sees it', async () => {
      await eleni().taps(label.offer, lena);
      await eleni().taps(serviceRow('el', 'oil'), lena);
      await rig.calm();
      expect(toLena()).not.toContain('Eleni has picked');
      await eleni().taps(label.send, lena);
      await rig.calm();
      expect(rig.last(lena).text).toContain('Eleni has picked out free times');
      expect(await rig.desk.caseOf(lena)).toMatchObject({ waitingSince: null, answered: { by: 'eleni' } });
      await rig.taps(aTime, lena);
      await rig.says('Octavia ABC-4821', lena);
      await rig.taps(words('en', phrase('labelLeave')), lena);
      await rig.calm();
      const [visit] = await visits();
      expect(visit).toMatchObject({ services: ['oil'], vehicle: { label: 'Octavia ABC-4821' } });
      const card = (await rig.desk.topicOf(lena)).messages.find(({ pinned }) => pinned);
      expect(card?.text).toContain(visit?.id);
    });

    it('a booking in the customer’s place is told to them with the file, and stands on the card', async () => {
      await eleni().says('/book oil tomorrow 10:00 car Octavia ABC-4821', lena);
      await rig.calm();
      expect(await visits()).toEqual([]);
      await eleni().taps(label.leaves, lena);
      await rig.calm();
      const [visit] = await visits();
      expect(visit).toMatchObject({
        services: ['oil'],
        start: Date.parse('2026-11-24T08:00:00Z'),
        stay: 'leave',
        vehicle: { short: 'Octavia …4821' },
        desk: { by: 'eleni', override: null },
      });
      expect(toLena()).toContain('Eleni has booked a visit for you');
      expect(toLena()).toContain(`Booking no. ${visit?.id}`);
      expect(await records().rows(lena, `visit#${visit?.id}`)).toMatchObject([
        { agreed: 'booked', by: 'eleni' },
      ]);
      if (messenger === 'telegram')
        expect(
          rig.phone.calls.some(({ method, body }) => method === 'sendDocument' && body.chat_id === lena.id),
        ).toBe(true);
      else expect(toLena()).toContain('https://station.example/c/');
    });

    it('a time that online booking would refuse asks for a reason, which the card shows', async () => {
      await eleni().says('/book annual 12:00', lena);
      expect(await here()).toContain(el(phrase('diaryOdd', { rule: 'notice' })));
      await eleni().taps(label.leaves, lena);
      expect(await visits()).toEqual([]);
      await eleni().taps(label.urgent, lena);
      await rig.calm();
      expect(await visits()).toMatchObject([
        { services: ['annual'], desk: { by: 'eleni', override: { rule: 'notice', reason: 'urgent' } } },
      ]);
      const card = (await rig.desk.topicOf(lena)).messages.find(({ pinned }) => pinned);
      expect(card?.text).toContain('Outside the online rules (the notice is too short), urgent. Eleni');
    });

    it('a moved visit is told as moved, a cancelled one as cancelled; its place is free again', async () => {
      await bookOil(rig, lena, 'en');
      await rig.calm();
      const [before] = await visits();
      await eleni().says('/move 25.11 12:00', lena);
      await eleni().taps(label.leaves, lena);
      await rig.calm();
      const [after] = await visits();
      expect(after).toMatchObject({ id: before?.id, start: Date.parse('2026-11-25T10:00:00Z') });
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
      expect(toLena()).toContain('Eleni has moved your visit');
      expect(await records().jobsOn('2026-11-25')).toHaveLength(1);
      await eleni().says('/cancel', lena);
      expect(await visits()).toHaveLength(1);
      await eleni().taps(label.cancel, lena);
      await rig.calm();
      expect(await visits()).toEqual([]);
      expect(await records().jobsOn('2026-11-25')).toEqual([]);
      expect(toLena()).toContain('Eleni has cancelled your visit');
      await eleni().taps(label.again, lena);
      expect(await here()).toContain('Ποια ώρα;');
    });

    it('two taps on the same button book once', async () => {
      await eleni().says('/book oil tomorrow 10:00', lena);
      const tap = await eleni().tapOn(label.leaves, lena);
      await rig.on('telegram').brings(tap);
      await rig.on('telegram').brings({
        ...tap,
        update_id: 9_999_999,
        callback_query: { ...Object(tap).callback_query, id: 'again' },
      });
      await rig.settle();
      await rig.calm();
      expect(await visits()).toHaveLength(1);
    });

    it('a time that two advisors give away at once is given away once', async () => {
      await rig.says('Мне нужно масло', anna);
      await rig.calm();
      const at = '/book tyres 26.11 09:00';
      await eleni().says(at, lena);
      await rig.desk.as('maria').says(at, anna);
      await eleni().taps(label.waits, lena);
      await rig.desk.as('maria').taps(label.waits, anna);
      await rig.calm();
      expect((await visits()).length + ((await records().customer(anna))?.visits.length ?? 0)).toBe(1);
      expect(await inTopic(anna)).toEqual(
        expect.arrayContaining([expect.stringContaining(el(phrase('diarySlotGone')))]),
      );
    });

    it('somebody at the counter or on the phone is in the calendar, without a topic and without a message', async () => {
      const topics = rig.desk.topics().length;
      await eleni().says('/walkin puncture 10:30 Giorgos IKA-9071', 'general');
      await eleni().taps(label.waits, 'general');
      await rig.calm();
      expect(general()).toContain('Giorgos');
      expect(general()).not.toContain('τηλέφωνο');
      await eleni().says('/book oil tomorrow 10:00 Petra phone +306900000001', 'general');
      expect(general()).toContain('+306900000001');
      await eleni().taps(label.leaves, 'general');
      await rig.calm();
      expect(rig.desk.topics()).toHaveLength(topics);
      await eleni().says('/day tomorrow', 'general');
      await rig.calm();
      expect(general()).toContain('Petra');
      await eleni().taps(/Petra/, 'general');
      expect(general()).toContain(el(phrase('diaryNoMessenger', { name: 'Petra', phone: '+306900000001' })));
      await eleni().taps(label.cancel, 'general');
      await eleni().taps(label.cancel, 'general');
      await rig.calm();
      expect(await records().jobsOn('2026-11-24')).toEqual([]);
    });

    it('a full time can be squeezed in with a reason only', async () => {
      await eleni().says('/book tyres 26.11 09:00 Petra phone +306900000001', 'general');
      await eleni().taps(label.waits, 'general');
      await eleni().says('/book tyres 26.11 09:00', lena);
      await rig.calm();
      expect(await here()).toContain(
        el(
          phrase('diaryTight', { start: Date.parse('2026-11-26T07:00:00Z'), rule: 'room', squeezed: true }),
        ).split('\n')[0],
      );
      await eleni().taps(label.anyway, lena);
      expect(await visits()).toEqual([]);
      await eleni().taps(label.urgent, lena);
      await rig.calm();
      expect(await visits()).toMatchObject([{ desk: { override: { rule: 'room', reason: 'urgent' } } }]);
    });

    it('a blocked bay lists the visits that lie there; the customer gets other times and words why, and can take one', async () => {
      await bookOil(rig, lena, 'en');
      await rig.calm();
      const [visit] = await visits();
      const job = (await records().jobsOn(visit?.dates[0] ?? '')).find((one) =>
        one.startsWith(visit?.id ?? '-'),
      );
      const bay = job?.split('.')[1];
      await eleni().says(`/block ${bay} ${visit?.dates[0]} lift broken`, 'general');
      await rig.calm();
      expect(general()).toContain(visit?.id);
      await eleni().taps(label.doIt, 'general');
      await eleni().taps(el(phrase('diaryLabelOfferMove', { name: 'Lena' })), 'general');
      // Their day is kept, and the very time that they have is no other one.
      const own = new Date(visit?.start ?? 0);
      const labels = general().match(/^\S+ \d+ · \d\d:\d\d$/gm) ?? [];
      expect(labels.length).toBeGreaterThan(0);
      expect(labels.every((one) => one.includes(` ${own.getUTCDate()} · `))).toBe(true);
      expect(labels).not.toContain(el(phrase('diaryLabelTime', { start: own.getTime(), odd: false })));
      await eleni().taps(label.send, 'general');
      await rig.calm();
      expect(rig.last(lena).text).toContain('Something has changed in our workshop');
      expect(rig.last(lena).text).not.toContain('broken');
      expect((await inTopic()).at(-1)).toContain('Ελένη');
      await rig.taps(aTime, lena);
      await rig.taps(words('en', phrase('labelYesMove')), lena);
      await rig.calm();
      const [moved] = await visits();
      expect(moved).toMatchObject({ id: visit?.id });
      expect(moved?.start).not.toBe(visit?.start);
    });

    it('a block can be taken back', async () => {
      await eleni().says('/closed 25.11', 'general');
      await eleni().taps(label.doIt, 'general');
      expect((await records().jobsOn('2026-11-25')).length).toBeGreaterThan(3);
      await eleni().taps(label.undo, 'general');
      expect(await records().jobsOn('2026-11-25')).toEqual([]);
    });

    it('a block is taken out of a day from the page of that day, too', async () => {
      await eleni().says('/away Kostas 25.11-26.11', 'general');
      await eleni().taps(label.doIt, 'general');
      await eleni().says('/unblock 25.11', 'general');
      await eleni().taps(el(phrase('diaryLabelUnblock', { id: 'kos' })), 'general');
      expect(await records().jobsOn('2026-11-25')).toEqual([]);
      expect(await records().jobsOn('2026-11-26')).toHaveLength(1);
    });

    it('of two advisors who write into one day in the same moment neither loses the other’s word', async () => {
      await eleni().says('/block B5 9-12 26.11', 'general');
      await rig.desk.as('maria').says('/book oil 26.11 12:00', lena);
      const line = rig.on('telegram');
      await line.brings(await eleni().tapOn(label.doIt, 'general'));
      await line.brings(await rig.desk.as('maria').tapOn(label.leaves, lena));
      const { inbound } = rig.queues;
      const both = [inbound.next(), inbound.next()];
      await Promise.all(
        both.map((message) =>
          rig.handlers.converse(JSON.parse(message?.body ?? '')).then(() => message && inbound.done(message)),
        ),
      );
      await rig.calm();
      const jobs = await records().jobsOn('2026-11-26');
      expect(jobs.filter((job) => job.includes('#'))).toHaveLength(1);
      expect(jobs.filter((job) => job.includes('oil~'))).toHaveLength(1);
    });

    it('after days of silence a move is told all the same: freely, or by the notice that says so', async () => {
      await bookOil(rig, lena, 'en');
      await rig.calm();
      await eleni().says('/move 26.11 10:00', lena);
      await eleni().taps(label.leaves, lena);
      await rig.calm();
      rig.clock = Date.parse('2026-11-25T08:00:00Z');
      await eleni().says('/move 27.11 12:00', lena);
      await eleni().taps(label.leaves, lena);
      await rig.calm();
      if (messenger === 'telegram') expect(toLena()).toContain('Moved. The new time: Fri 27 Nov, 12:00.');
      else expect(rig.last(lena).text).toContain('Day and time: Friday 27 November, 12:00');
    });

    it('what nobody understands changes nothing and shows how it is written', async () => {
      await eleni().says('/book polish tomorrow', lena);
      expect(await here()).toContain('/book λάδια αύριο 10:00');
      await eleni().says('/move soonish', lena);
      expect(await here()).toContain('/move αύριο 10:00');
      await eleni().says('/move 10:00', 'general');
      expect(general()).toBe(el(phrase('diaryInTopic')));
      await eleni().says('/walkin', 'general');
      expect(general()).toContain('/walkin λάστιχο');
      await eleni().says('/book oil tomorrow 10:00', 'general');
      expect(general()).toContain('τηλ +30');
      expect(await visits()).toEqual([]);
    });
  },
);
