import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinks } from '#functions/links/links.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { contextOf, eventOf } from '../runtime/lambda.ts';
import { el, lena, mondayTen } from './desk-talk.ts';
import { bookOil, recordsOf } from './people.ts';

/** The screen on the workshop's wall, from the address that a manager asked for to what stands there. */

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

describe.each(['telegram', 'whatsapp'] as const)(
  'the calendar on the wall, with customers on %s',
  (messenger) => {
    let rig: Rig;
    const addresses = () =>
      rig.desk
        .general()
        .messages.flatMap(({ text }) => text.match(/https:\/\/station\.example\/f\/[\w-]{22}\.ics/g) ?? []);
    const reads = async (address = '') => {
      const links = createLinks({
        table: rig.table,
        textFor: (reader) => textFor(reader, station),
        defaultLanguage: 'en',
        zone: station.zone,
        share: async (key) => key,
        now: () => rig.clock,
      });
      const file = address.split('/').at(-1) ?? '';
      const answer = await links(
        eventOf({ method: 'GET', path: '/f/{file}', names: { file }, headers: {} }),
        contextOf('r'),
      );
      return { status: answer.statusCode, body: answer.body ?? '' };
    };
    const types = async (text: string) => {
      await rig.desk.as('maria').says(text, 'general');
      await rig.calm();
    };

    beforeEach(async () => {
      rig = await startRig({ messenger, table: memoryTable() });
      rig.clock = mondayTen;
      await rig.says('Good day', lena);
      await rig.calm();
    });
    afterEach(() => rig.close());

    it('shows a visit as soon as it is booked, and names nobody', async () => {
      await types('/feed');
      const [address] = addresses();
      const empty = await reads(address);
      expect(empty.status).toBe(200);
      expect(empty.body).not.toContain('BEGIN:VEVENT');
      await bookOil(rig, lena, 'en');
      await rig.calm();
      const visit = (await recordsOf(rig, messenger).customer(lena))?.visits[0];
      const { body } = await reads(address);
      expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      const [, start = ''] = /\r\nDTSTART:(\d{8}T\d{6}Z)\r\n/.exec(body) ?? [];
      const at = Date.parse(start.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:'));
      expect(at).toBeGreaterThanOrEqual(visit?.start ?? Number.NaN);
      expect(at).toBeLessThan(visit?.readyBy ?? Number.NaN);
      expect(body).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
      expect(body.replaceAll('\r\n ', '')).toMatch(/\r\nSUMMARY:[^\r]*Octavia …4821/);
      for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(body).not.toMatch(/(?<!\r)\n/);
      expect(body).not.toMatch(/Lena|ABC-4821|\+30/);
    });

    it('is read by nobody at an address that a new one ended, or that nobody was given', async () => {
      await types('/feed');
      await types('/feed');
      await rig.desk.as('maria').taps(el(phrase('archiveLabelFeed')), 'general');
      await rig.calm();
      const [first = '', second] = addresses();
      expect((await reads(first)).status).toBe(410);
      expect((await reads(second)).status).toBe(200);
      const guessed = `${first.slice(0, -5)}${first.at(-5) === 'A' ? 'B' : 'A'}.ics`;
      expect((await reads(guessed)).status).toBe(404);
    });
  },
);
