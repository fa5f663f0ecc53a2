import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whatsapp } from '#shared/channels/whatsapp/channel.ts';
import { languages } from '#shared/domain/language.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { card, type Outbound, type Relay, say } from '#shared/domain/outbound.ts';
import { phrase, phraseKeys } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { answered, fakeHttp } from '#test/runtime/fake-http.ts';
import { sampleNow, samplePhrases } from '#test/text/samples.ts';
import { account, act, anyOutbound, anyRelay, calendar, context, link, person, words } from '../sample.ts';
import { faultsOf, strangers } from './json-schema.ts';
import { metaSchemas, schemaOf } from './meta.ts';

/** Meta's own description is too big to come along: CI names the file where it lies beside the project. */
const file = process.env.WHATSAPP_OPENAPI ?? '';
const schemas = file === '' ? {} : metaSchemas(file);

const addresses = ['GR.13491208655302741918', 'tel.306900000001'].map((chat) => ({
  ...person,
  channel: 'whatsapp',
  chat,
}));

/** Other types under the names that the samples know, so that each kind is sent. */
const otherFiles = new Map(
  [
    ['jpeg', 'image/webp'],
    ['pdf', 'video/mp4'],
  ].map(([key = '', mime = '']) => [key, { mime, content: new Uint8Array(9) }]),
);

const sticker: Relay = {
  kind: 'relay',
  content: {
    kind: 'file',
    what: 'sticker',
    source: { at: 'store', key: 'jpeg' },
    mime: 'image/webp',
    name: null,
    bytes: null,
    caption: { text: '', marks: [] },
  },
  sign: null,
  replyTo: null,
  target: null,
};

/** The body exactly as it leaves us. */
async function sentBody(payload: Parameters<typeof whatsapp.send>[0]): Promise<unknown> {
  // The same answer is one to a file that was brought and to a message.
  const { http, requests } = fakeHttp(answered(200, { id: '1037', messages: [{ id: 'wamid.A' }] }));
  await whatsapp.send(payload, account, http, 'whatsapp/1/GR.1/|v00000001|0');
  return JSON.parse(Buffer.from(requests.at(-1)?.body ?? '{}').toString('utf8'));
}

function faultsIn(body: unknown): readonly string[] {
  const type = typeof body === 'object' && body !== null && 'type' in body ? String(body.type) : '';
  const name = schemaOf[type];
  if (name === undefined) return [`no schema for the type ${type}`];
  return [
    ...faultsOf(body, name, schemas),
    ...strangers(body, name, schemas).map((one) => `unknown field ${one}`),
  ];
}

const options = Array.from({ length: 14 }, (_, index) => [act(`Row number ${index} with a longer label`)]);
const askLocation = words('Send my location');
const askContact = { share: words('Share my number'), skip: words('Skip') };

describe.skipIf(file === '')('what we send to WhatsApp, by Meta’s own description of its API,', () => {
  it.each(languages)('is right for all that we say (%s)', async (language) => {
    const text = textFor(language, station, sampleNow);
    for (const key of phraseKeys.filter((one) => !/^(label|command)/.test(one))) {
      for (const one of samplePhrases(key)) {
        const rows: readonly (readonly Outbound[])[] = [
          [say(one, [[act('Yes'), act('No')], [link('Map')]]), calendar, { kind: 'place' }],
          [card('step', one, options), { ...say(one), askContact }, { ...say(one), askLocation }],
        ];
        for (const to of addresses)
          for (const row of rows)
            for (const { payload } of whatsapp.render(row, to, text, context))
              expect(faultsIn(await sentBody(payload)), key).toEqual([]);
      }
    }
  });

  it.each(languages)('is right for every prepared notice (%s)', async (language) => {
    const text = textFor(language, station, sampleNow);
    const car = 'Octavia …4821';
    const notices: readonly Notice[] = [
      { kind: 'reminder', start: sampleNow, car },
      { kind: 'update', what: 'delayed', car, at: sampleNow },
      { kind: 'estimate', car, until: sampleNow },
      { kind: 'message', car },
    ];
    for (const to of addresses) {
      for (const notice of notices) {
        const payload = whatsapp.notice(notice, to, text, context);
        expect(payload && faultsIn(await sentBody(payload))).toEqual([]);
      }
    }
  });

  it('is right for every kind of content, answers included', async () => {
    const text = textFor('en', station, sampleNow);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        anyRelay,
        fc.constantFrom(context, { ...context, files: otherFiles }),
        async (relay, where) => {
          const [to = person] = addresses;
          const react = { kind: 'react', target: 'wamid.B', mark: { emoji: '👍' } } as const;
          for (const { payload } of whatsapp.render(
            [{ ...relay, replyTo: 'wamid.B' }, react],
            to,
            text,
            where,
          )) {
            seen.add(String(payload.body.type));
            expect(faultsIn(await sentBody(payload))).toEqual([]);
          }
        },
      ),
      // A sticker that this messenger takes as one is rare among all that there is.
      { numRuns: 400, endOnFailure: true, examples: [[sticker, { ...context, files: otherFiles }]] },
    );
    const kinds = [
      'text',
      'image',
      'video',
      'document',
      'audio',
      'sticker',
      'location',
      'contacts',
      'reaction',
    ];
    expect([...seen].sort()).toEqual(kinds.sort());
  });

  it('is right whatever is said', async () => {
    const text = textFor('en', station, sampleNow);
    await fc.assert(
      fc.asyncProperty(fc.array(anyOutbound, { maxLength: 3 }), async (messages) => {
        const to = addresses[0] ?? person;
        for (const { payload } of whatsapp.render(messages, to, text, context))
          expect(faultsIn(await sentBody(payload))).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('would be found wrong', async () => {
    const text = textFor('en', station, sampleNow);
    const [shown] = whatsapp.render(
      [say(phrase('menu'), [[act('A'), act('B')]])],
      addresses[0] ?? person,
      text,
      context,
    );
    const body = await sentBody(shown?.payload ?? { method: '', body: {}, uploads: [], idempotent: false });
    const wrong = JSON.stringify(body).replace('"title":"A"', '"title":"a title of twenty-one"');
    expect(faultsIn(JSON.parse(wrong)).join()).toContain('longer than 20');
    expect(faultsIn({ ...Object(body), colour: 'green' })).toContain('unknown field colour');
    expect(faultsIn({ ...Object(body), interactive: { type: 'button' } }).length).toBeGreaterThan(0);
  });
});
