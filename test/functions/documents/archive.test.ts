import { describe, expect, it } from 'vitest';
import { partsOf } from '#functions/documents/archive/files.ts';
import { addressOf } from '#shared/domain/address.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { languages } from '#shared/domain/language.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { consentItem } from '#shared/store/ledger.ts';
import { agreedItem } from '#shared/store/order.ts';
import { reportItem } from '#shared/store/report.ts';
import { agreementOf, estimateOf, pads } from './orders.ts';
import {
  archiveJob,
  elsewhere,
  minute,
  nikos,
  now,
  opened,
  sentFile,
  type Vault,
  vault,
  visit,
} from './vault.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

/** Runs the job and opens what it made. */
async function archived({ documents, files, told }: Vault, job = archiveJob()) {
  await documents(job, 1);
  const inbound = told();
  const outcome = inbound.event.kind === 'fetched' ? inbound.event.outcome : null;
  const key = outcome?.kind === 'stored' ? outcome.key : '';
  return { inbound, inside: opened(files.stored.get(key)?.content) };
}

/** Nikos with a talk on two messengers, two visits, an agreement, a consent, a report and files. */
function nikosIn(house: Vault): void {
  const past: Visit = {
    ...visit,
    id: 'PAST01',
    start: visit.start - 90 * 24 * 60 * minute,
    services: ['pads'],
  };
  const running: Visit = {
    ...visit,
    life: {
      ...freshLife,
      stage: 'working',
      since: now - 30 * minute,
      intake: { at: now - 60 * minute, by: 'maria', mileage: 84_100, fuel: 3, photos: ['files/intake'] },
      log: [{ stage: 'arrived', at: now - 60 * minute, by: 'maria' }],
      moved: [
        {
          of: 'ready',
          from: visit.readyBy,
          to: visit.readyBy + 60 * minute,
          reason: 'parts',
          words: 'the lorry is late',
          at: now - 20 * minute,
          by: 'maria',
          told: now - 20 * minute,
        },
      ],
    },
  };
  house.person(nikos, 'Nikos', {
    addresses: [nikos, elsewhere],
    phone: '+306900000001',
    vehicles: [visit.vehicle],
    visits: [running],
    past: [
      {
        ...past,
        end: past.start + minute,
        stage: 'handedBack',
        rating: { mark: 'soso', reasons: ['time'], at: now, markedAt: now, said: false },
      },
    ],
    upkeep: [{ vehicle: visit.vehicle.id, service: 'oil', at: past.start, km: 80_000 }],
    written: [{ purpose: 'visit', at: now - minute }],
  });
  house.booked(nikos, past, past.start - minute);
  house.booked(nikos, visit);
  house.table.plant(
    agreedItem(agreementOf({ of: nikos, at: now - 5 * minute, shown: 'Front pads: 96 €.\nYes.' })),
  );
  house.table.plant(
    consentItem(
      nikos,
      { purpose: 'visit', given: true, wording: 'visit-1', messageId: null },
      { language: 'en', inbound: 'u' },
      now - 9 * minute,
    ),
  );
  house.table.plant(
    reportItem(nikos, {
      id: 'R7K2M4',
      at: now - 8 * minute,
      lastAt: now - 8 * minute,
      car: 'Octavia …4821',
      kind: 'leak',
      danger: null,
      colour: null,
      drive: null,
      moment: null,
      place: null,
      words: 'It leaks <b>oil</b> & more',
      photos: 1,
      videos: 0,
      voices: 0,
      documents: 0,
      passedAt: null,
    }),
  );
  house.says(nikos, 'Hello from the first phone', now - 12 * minute);
  house.went(nikos, [say(phrase('menu'))], now - 11 * minute);
  house.says(elsewhere, 'And from the other', now - 7 * minute);
  house.photo(nikos, elsewhere, 'leak', now - 6 * minute);
  house.files.stored.set('files/order', { mime: 'application/pdf', content: Buffer.from('%PDF order') });
  house.files.stored.set('files/intake', { mime: 'image/jpeg', content: Buffer.from('intake') });
  house.went(nikos, [sentFile('files/order', 'K7M2QP-v2.pdf', 'application/pdf')], now - 4 * minute);
}

describe('an archive', () => {
  it('holds who the person is, cars, visits with their log, agreements word for word, consents, reports and the talk', async () => {
    const house = vault();
    nikosIn(house);
    const { inside, inbound } = await archived(house);
    expect(inbound).toMatchObject({
      address: addressOf(nikos),
      event: {
        ticket: { flow: 'archive', asked: now, part: 1, parts: 1, way: 'file' },
        outcome: { kind: 'stored', mime: 'application/zip', name: 'my-data-2026-11-24.zip' },
      },
    });
    expect(Object.keys(inside).sort()).toEqual([
      'data.json',
      'files/0001-photo.jpg',
      'files/0002-photo.jpg',
      'files/0003-K7M2QP-v2.pdf',
      'index.html',
    ]);
    expect(inside['files/0002-photo.jpg']).toBe('bytes of leak');
    const page = inside['index.html'] ?? '';
    const told = [
      'Nikos',
      '+306900000001',
      'Skoda Octavia 2018 · ABC-4821',
      'being worked on',
      '84100 km',
      '⅜',
      'the lorry is late',
      'handed back',
      'Front pads: 96 €.\nYes.',
      'Yes, 24 November 2026, 12:32 (wording visit-1)',
      'It leaks &lt;b&gt;oil&lt;/b&gt; &amp; more',
      'src="files/0001-photo.jpg"',
      'href="files/0003-K7M2QP-v2.pdf"',
    ];
    for (const words of told) expect(page).toContain(words);
    expect(page.indexOf('Hello from the first phone')).toBeLessThan(page.indexOf('And from the other'));
    expect(page).not.toMatch(/<script|<b>|javascript:/);
    expect(JSON.parse(inside['data.json'] ?? '')).toMatchObject({
      person: { name: 'Nikos', messengers: [{ id: '501' }, { id: 'GR.2' }] },
      visits: [{ number: '7K2M4Q', stage: 'working', log: [{ stage: 'arrived' }] }],
      past: [{ number: 'PAST01', stage: 'handedBack' }],
      agreements: [{ name: 'K7M2QP-v2', recordedBy: null, shown: 'Front pads: 96 €.\nYes.' }],
      consents: [{ purpose: 'visit', given: true }],
      ratings: [{ visit: 'PAST01', mark: 'soso', reasons: ['time'] }],
      upkeep: [{ car: 'Skoda Octavia 2018 · ABC-4821', service: 'Oil and filter change', km: 80_000 }],
      automatic: [{ purpose: 'visit' }],
      reports: [{ number: 'R7K2M4', kind: 'leak' }],
    });
  });

  it('is in the person’s own language', async () => {
    const house = vault();
    nikosIn(house);
    const pages = [];
    for (const language of languages)
      pages.push((await archived(house, archiveJob({ language, id: language }))).inside['index.html'] ?? '');
    for (const [index, language] of languages.entries())
      expect(pages[index]).toContain(`<html lang="${language}">`);
    expect(new Set(pages.map((page) => /<h2>([^<]+)</.exec(page)?.[1])).size).toBe(languages.length);
  });

  it('holds nothing of a thousand other people, of who had the address before, or of what advisors keep for themselves', async () => {
    const house = vault();
    nikosIn(house);
    for (let one = 0; one < 1_000; one += 1) {
      const id = `telegram/4242/9${String(one).padStart(6, '0')}/`;
      const theirs: Visit = {
        ...visit,
        id: `C${one}`,
        vehicle: { ...visit.vehicle, label: `CANARY car ${one}` },
      };
      house.person(id, `CANARY name ${one}`, { phone: `+3069CANARY${one}`, visits: [theirs] });
      house.booked(id, theirs);
      house.says(id, `CANARY words ${one}`, now - minute);
      house.went(id, [sentFile(`files/CANARY${one}`, `CANARY${one}.pdf`, 'application/pdf')], now - minute);
      house.photo(id, id, `CANARY${one}`, now - minute);
    }
    // Who answers for Nikos is a name to him and nothing more; the driver for whom he answers as well.
    const anna = 'telegram/4242/CANARYanna/';
    house.person(anna, 'Anna', { phone: '+3069CANARY' });
    house.person(nikos, 'Nikos', {
      addresses: [nikos, elsewhere],
      approver: { customer: anna, name: 'Anna' },
      approvesFor: [{ customer: 'telegram/4242/CANARYdriver/', name: 'Petros' }],
      visits: [
        { ...visit, desk: { by: 'CANARYadvisor', override: { rule: 'full', reason: 'CANARY he shouts' } } },
      ],
    });
    const who = { customer: anna, name: 'Anna' };
    house.table.plant(agreedItem(agreementOf({ of: nikos, number: 3, at: now - minute, who })));
    house.says('telegram/4242/-1002000000001/77', '// CANARY a note of ours about Nikos', now - minute);
    house.own(nikos, 'note#1', { at: now - minute, text: 'CANARY a note' });
    house.own(nikos, 'request#1', { at: now - minute, text: 'asked', by: 'CANARY' });
    const { inside } = await archived(house);
    const all = Object.values(inside).join('\n');
    expect(all).not.toContain('CANARY');
    expect(all).toContain('Anna');
    expect(all).toContain('Petros');
    expect(inside['index.html']).toContain('Hello from the first phone');
  });

  it('begins where the address became theirs, and ends when they asked', async () => {
    const house = vault();
    house.person(nikos, 'Nikos', {}, now - 10 * minute);
    house.says(nikos, 'CANARY of who had this number before', now - 11 * minute);
    house.photo('telegram/4242/501/~1', nikos, 'CANARY', now - 11 * minute);
    house.says(nikos, 'mine', now - 9 * minute);
    house.says(nikos, 'CANARY said after it was asked for', now + minute);
    const { inside } = await archived(house);
    const all = Object.values(inside).join('\n');
    expect(all).toContain('mine');
    expect(all).not.toContain('CANARY');
  });

  it('follows the person to where they are one with somebody else, and holds what lay with each', async () => {
    const house = vault();
    house.person(elsewhere, '', { mergedInto: nikos });
    house.person(nikos, 'Nikos', { addresses: [nikos, elsewhere], formerly: [elsewhere] });
    house.table.plant(
      agreedItem(agreementOf({ of: elsewhere, at: now - minute, shown: 'Said before we were one' })),
    );
    const { inside } = await archived(house, archiveJob({ of: elsewhere }));
    expect(inside['index.html']).toContain('Said before we were one');
  });

  it('is of nobody any more where the person was erased', async () => {
    const house = vault();
    await house.documents(archiveJob(), 1);
    expect(house.told().event).toMatchObject({ outcome: { kind: 'failed', why: 'gone' } });
    expect(house.files.stored.size).toBe(0);
  });

  it('holds no earlier archive, and is made without a file whose days are over', async () => {
    const house = vault();
    house.person(nikos, 'Nikos');
    house.photo(nikos, nikos, 'gone', now - 3 * minute);
    house.files.stored.delete('files/gone');
    house.went(nikos, [sentFile('files/old', 'my-data.zip', 'application/zip')], now - 2 * minute);
    house.files.stored.set('files/old', { mime: 'application/zip', content: Buffer.from('old') });
    house.own(nikos, 'file#x', {
      messageId: 'archive-1',
      address: nikos,
      key: 'files/old',
      mime: 'application/zip',
      bytes: 3,
      what: 'archive',
      at: now - 2 * minute,
    });
    const { inside } = await archived(house);
    expect(Object.keys(inside).sort()).toEqual(['data.json', 'index.html']);
  });
});

describe('a large archive', () => {
  it('comes in parts that each fit, every file in one of them', async () => {
    const house = vault();
    house.person(nikos, 'Nikos');
    for (let one = 0; one < 5; one += 1)
      house.photo(nikos, nikos, `p${one}`, now - (10 - one) * minute, 7_000_000);
    const seen: string[] = [];
    for (let part = 1; part <= 3; part += 1) {
      const { inside, inbound } = await archived(house, archiveJob({ part, id: `part ${part}` }));
      expect(inbound.event).toMatchObject({
        ticket: { part, parts: 3 },
        outcome: { name: `my-data-2026-11-24-${part}-3.zip` },
      });
      expect('index.html' in inside).toBe(part === 1);
      seen.push(...Object.keys(inside).filter((path) => path.startsWith('files/')));
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('of a messenger that takes no such files is told as a link', async () => {
    const house = vault();
    house.person(nikos, 'Nikos', { addresses: [nikos, elsewhere] });
    const { inbound } = await archived(house, archiveJob({ tell: addressOf(elsewhere) }));
    expect(inbound.event).toMatchObject({ ticket: { way: 'link' } });
  });

  it('has at least one part, and a file larger than a part has one of its own', () => {
    const file = (path: string, bytes: number) => ({ path, key: path, mime: '', bytes });
    const [a, b, c] = [file('a', 3), file('b', 20), file('c', 3)];
    expect(partsOf([], 10)).toEqual([[]]);
    expect(partsOf([a, b, c], 10)).toEqual([[a], [b], [c]]);
    expect(partsOf([a, c], 10)).toEqual([[a, c]]);
  });
});

it('an agreement by phone names the advisor who wrote it down, not their id', async () => {
  const house = vault();
  house.person(nikos, 'Nikos');
  const estimate = estimateOf([pads]);
  house.table.plant(
    agreedItem(agreementOf({ of: nikos, at: now - minute, by: 'maria', how: 'phone', estimate })),
  );
  const { inside } = await archived(house);
  expect(JSON.parse(inside['data.json'] ?? '')).toMatchObject({
    agreements: [{ recordedBy: 'Maria', how: 'phone' }],
  });
});
