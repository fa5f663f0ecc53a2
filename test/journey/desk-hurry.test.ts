import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { el, lena, mondayTen } from './desk-talk.ts';
import { bookOil, recordsOf } from './people.ts';

describe.each(['telegram', 'whatsapp'] as const)(
  'an advisor in a hurry, with a customer on %s',
  (messenger) => {
    let rig: Rig;
    const types = async (text: string, where: typeof lena | 'general' = lena) => {
      await rig.desk.as('maria').says(text, where);
      await rig.calm();
      const place = where === 'general' ? rig.desk.general() : await rig.desk.topicOf(where);
      return place.messages.at(-1)?.text ?? '';
    };
    const visit = async () => (await recordsOf(rig, messenger).customer(lena))?.visits[0];

    beforeEach(async () => {
      rig = await startRig({ messenger, table: memoryTable() });
      rig.clock = mondayTen;
      await rig.says('Good day', lena);
      await rig.calm();
      await bookOil(rig, lena, 'en');
      await rig.calm();
      rig.clock = ((await visit())?.start ?? 0) + 60_000;
    });
    afterEach(() => rig.close());

    it.each([
      ['/statsu working', 'statsu', 'status'],
      ['/arived', 'arived', 'arrived'],
      ['/exprot 2026-11', 'exprot', 'export'],
      ['/reports', 'reports', 'report'],
      ['/statusworking', 'statusworking', 'status'],
      ['/teleport', 'teleport', ''],
    ])(
      'who types %s is told what may have been meant, and nobody else reads it',
      async (typed, name, near) => {
        const before = rig.bubbles(lena).length;
        expect(await types(typed)).toBe(el(phrase('relayUnknownCommand', { name, near })));
        expect(rig.bubbles(lena)).toHaveLength(before);
      },
    );

    it('is understood with a mark behind the command, a blank in it, the bot’s name, in capitals', async () => {
      for (const typed of ['/Status!', '/ status', '/STATUS', '/status@station_bot'])
        expect(await types(typed), typed).toContain('Octavia');
      const before = rig.bubbles(lena).length;
      await types('/ arrived 84210');
      expect((await visit())?.life).toMatchObject({ stage: 'arrived', intake: { mileage: 84_210 } });
      expect(rig.bubbles(lena)).toHaveLength(before);
    });

    it('adds what they saw of the car by the same word once more', async () => {
      await types('/arrived');
      await types('/arrived 84210 1/2');
      expect((await visit())?.life.intake).toMatchObject({ mileage: 84_210, fuel: 4 });
      await types('/arrived full');
      expect((await visit())?.life.intake).toMatchObject({ mileage: 84_210, fuel: 8 });
    });

    it.each(['5', '5pm', '17', '1700', '17-00', '17.00', '17:00', '5 pm'])(
      'promises five in the afternoon by %s',
      async (time) => {
        await types('/arrived 84210');
        await types(`/promise ${time} parts`);
        const at = (await visit())?.readyBy ?? 0;
        expect(new Date(at).toISOString().slice(11, 16)).toBe('15:00');
      },
    );

    it('hears in General where such a command works', async () => {
      for (const typed of ['/status', '/arrived', '/ready', '/promise 17:00'])
        expect(await types(typed, 'general')).toBe(el(phrase('relayInTopic')));
    });
  },
);
