import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '#shared/channels/channel.ts';
import { channels } from '#shared/channels/registry.ts';
import { type Content, wordsOf } from '#shared/domain/content.ts';
import { failureSchema } from '#shared/domain/failure.ts';
import { inboundSchema } from '#shared/domain/inbound.ts';
import { languages } from '#shared/domain/language.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { actionsOf, card, type Outbound, say } from '#shared/domain/outbound.ts';
import { phraseKeys } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { answered, fakeHttp, lost, notSent } from '../runtime/fake-http.ts';
import { sampleNow, samplePhrases } from '../text/samples.ts';
import { offersIn, reachAll, textsIn } from './reach.ts';
import {
  account,
  act,
  anyContent,
  anyOutbound,
  calendar,
  context,
  link,
  person,
  text,
  words,
} from './sample.ts';
import { toy } from './toy/channel.ts';

/** What holds for every messenger, and would for the next one: `toy` stands for it. */
const all: readonly Channel[] = [...channels, toy];

/** One message of every kind: a new kind does not compile until it has one. */
const samples = {
  say: say(words('Which day?'), [[act('Mon'), act('Tue')], [link('Map')]]),
  calendar,
  place: { kind: 'place' },
  relay: {
    kind: 'relay',
    content: { kind: 'text', text: { text: 'It is ready' } },
    sign: words('Maria'),
    replyTo: null,
    target: null,
  },
  react: { kind: 'react', target: '40', mark: { emoji: '👍' } },
  retract: { kind: 'retract', targets: ['40'], text: 'It is ready' },
  dropTopic: { kind: 'dropTopic' },
  silence: { kind: 'silence' },
} as const satisfies { readonly [K in Outbound['kind']]: Extract<Outbound, { kind: K }> };

const askContact = { share: words('Share my number'), skip: words('Skip') };
const manyOptions = Array.from({ length: 23 }, (_, index) => [act(`Row ${index}`)]);
const rows: readonly (readonly Outbound[])[] = [
  [{ ...say(words('Your number?')), askContact }],
  [{ ...say(words('Your number?'), [[act('Back')]]), askContact }],
  [{ ...say(words('Stop safely')), askLocation: words('Send my location') }],
  [{ ...say(words('Stop safely'), [[act('Call')]]), askLocation: words('Send my location') }],
  [{ ...card('step', words('Which day?'), [[act('Mon')]]), place: 'edit', target: '40' }],
  [samples.say, calendar, samples.place, samples.silence, say(words('And?'), manyOptions)],
  [
    say(words('One')),
    say(words('Two'), manyOptions),
    say(words('Three'), [[act('a')], [act('b'), act('c')]]),
  ],
  [{ ...calendar, cancelled: true }],
  [{ ...calendar, token: null }],
];

const notices: readonly Notice[] = [
  { kind: 'reminder', start: sampleNow, car: 'Octavia …4821' },
  { kind: 'expected', car: 'Octavia …4821', start: sampleNow },
  { kind: 'rating', car: 'Octavia …4821', at: sampleNow },
  { kind: 'update', what: 'ready', car: 'Octavia …4821', at: sampleNow },
  { kind: 'update', what: 'delayed', car: 'Octavia …4821', at: sampleNow },
  { kind: 'update', what: 'moved', car: 'Octavia …4821', at: sampleNow },
  { kind: 'update', what: 'cancelled', car: 'Octavia …4821', at: sampleNow },
  { kind: 'estimate', car: 'Octavia …4821', until: sampleNow },
  { kind: 'message', car: '' },
];

const signed = { sign: words('Maria'), replyTo: null, target: null };

/** Without formatting, which a messenger may have to write between the letters. */
function plainly(content: Content): Content {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: { text: content.text.text } };
    case 'photo':
    case 'file':
      return { ...content, caption: { text: content.caption.text } };
    case 'location':
    case 'contact':
      return content;
  }
}

/** A text without what messengers write formatting with. */
function bare(shown: string): string {
  return shown.replace(/[*_~`>\s]/gu, '');
}

/** Shorter texts than this hold no sentence. */
const shortestText = 100;

describe.each(all.map((channel) => [channel.name, channel] as const))(
  '%s, like every messenger,',
  (name, channel) => {
    const to = { ...person, channel: name };
    const shown = (messages: readonly Outbound[], said = text) =>
      channel.render(messages, to, said, context).map(({ payload }) => payload);

    it('has a name of its own, and limits that can be kept', () => {
      expect(all.filter((one) => one.name === name)).toHaveLength(1);
      expect(channel.limits.textLength).toBeGreaterThan(shortestText);
      expect(channel.limits.bodyBytes).toBeGreaterThan(10_000);
    });

    it('refuses a request without proof, and every request while no secret is set', () => {
      const request = { headers: {}, body: Buffer.from('{}') };
      expect(channel.verify(request, account)).toBe(false);
      fc.assert(
        fc.property(fc.dictionary(fc.string(), fc.string()), (headers) => {
          const forged = { headers, body: Buffer.from('{}') };
          expect(channel.verify(forged, { ...account, webhookSecrets: [] })).toBe(false);
          expect(channel.verify(forged, { ...account, webhookSecrets: [''] })).toBe(false);
        }),
      );
    });

    it('never throws at a body and always says what became of it', () => {
      fc.assert(
        fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => {
          const found = channel.parse(Buffer.from(body), account);
          expect(found.length).toBeGreaterThan(0);
          for (const one of found) {
            if ('ignored' in one) expect(one.ignored).not.toBe('');
            else if (!('receipt' in one)) expect(inboundSchema.safeParse(one).success).toBe(true);
          }
        }),
      );
    });

    it('reads its account from variables, or says that there is none', () => {
      expect(channel.account.given({})).toBeNull();
      expect(channel.account.schema.safeParse({}).success).toBe(false);
      expect(channel.account.example).toContain('{');
    });

    it.each(Object.values(samples))('can show $kind', (message) => {
      // A topic is deleted where there are topics, and from within one.
      const isSilent = message.kind === 'silence' || message.kind === 'dropTopic';
      expect(shown([message]).length > 0).toBe(!isSilent);
    });

    it('completes every message that shows once, in order', () => {
      for (const row of rows) {
        const complete = channel.render(row, to, text, context).flatMap(({ completes }) => completes);
        expect(complete).toEqual([...complete].sort((a, b) => a - b));
        expect(new Set(complete).size).toBe(complete.length);
        const says = row.flatMap((message, index) => (message.kind === 'say' ? [index] : []));
        expect(complete).toEqual(expect.arrayContaining(says));
      }
    });

    it('lets a person reach every action, however many there are', () => {
      for (const row of rows) {
        const { options } = reachAll(channel, row, to, text, context);
        expect(options).toEqual([...row.flatMap(actionsOf).keys()]);
      }
    });

    it('puts nothing on a button but the row and the number of the action', () => {
      for (const row of rows) {
        const data = shown(row).flatMap(({ body }) =>
          textsIn(body).filter((one) => one.includes(context.row)),
        );
        for (const one of data)
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(channel.limits.buttonDataBytes);
        expect(data.length).toBe(data.filter((one) => one.startsWith(`1.${context.row}.`)).length);
        const { options, more } = offersIn(shown(row), context.row);
        expect(options.length + more.length).toBe(data.length);
      }
    });

    it('shows whatever is said, the same each time, within the size of a request', () => {
      fc.assert(
        fc.property(fc.array(anyOutbound, { minLength: 1, maxLength: 4 }), (messages) => {
          const payloads = shown(messages);
          expect(shown(messages)).toEqual(payloads);
          for (const { body, uploads } of payloads) {
            const bytes = uploads.reduce((sum, { content }) => sum + content.length, 0);
            expect(JSON.stringify(body).length + bytes).toBeLessThan(1_000_000);
          }
        }),
        { numRuns: 60, endOnFailure: true },
      );
    });

    it('passes on whatever a person sends: who it is from, every word of it, or that a file is missing', () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          const relay = { kind: 'relay', content: plainly(content), ...signed } as const;
          const payloads = shown([relay]);
          const seen = bare(textsIn(payloads.map(({ body }) => body)).join(' '));
          expect(seen).toContain('Maria');
          // A word may stand across two messages: then one of its ends is seen.
          for (const word of wordsOf(content).toWellFormed().split(/\s+/).map(bare))
            expect(seen.includes(word.slice(0, 10)) || seen.includes(word.slice(-10)), word).toBe(true);
          const isFile = content.kind === 'photo' || content.kind === 'file';
          if (isFile && content.source.at === 'store' && content.source.key === 'gone')
            expect(seen).toContain('mediaMissing');
        }),
        { numRuns: 200, endOnFailure: true },
      );
    });

    describe.each(languages)('in %s', (language) => {
      const real = textFor(language, station, sampleNow);
      const options = [[act('One')], [act('Two'), link('Map')]];

      it.each(phraseKeys.filter((key) => !/^(label|command)/.test(key)))('says all of "%s"', (key) => {
        for (const one of samplePhrases(key)) {
          for (const message of [say(one), say(one, options), card('step', [one, one], manyOptions)]) {
            const seen = textsIn(shown([message], real).map(({ body }) => body)).join(' ');
            const missing = real
              .say(one)
              .toWellFormed()
              .split(/\s+/)
              .filter((word) => !seen.includes(word));
            expect(missing).toEqual([]);
          }
        }
      });

      it('shows each label on its button, or at least how it begins', () => {
        for (const key of phraseKeys.filter((one) => one.startsWith('label'))) {
          for (const label of samplePhrases(key)) {
            const action = { flow: 'menu', data: null };
            const message = say(words('Choose'), [[{ kind: 'act', label, action }]]);
            const seen = textsIn(shown([message], real).map(({ body }) => body));
            const start = real.say(label).trim().slice(0, 12);
            expect(
              seen.some((one) => one.startsWith(start)),
              `${key} ${start}`,
            ).toBe(true);
          }
        }
      });

      it('has a notice for when it may not write freely, and only then', () => {
        for (const notice of notices) {
          const payload = channel.notice(notice, to, real, context);
          expect(payload !== null).toBe(channel.limits.windowMs !== null);
          expect(textsIn(payload?.body).filter((one) => /[\n\t]|undefined|NaN/.test(one))).toEqual([]);
        }
      });
    });

    it('calls nothing sent that may not have arrived, and keeps its token to itself', async () => {
      const [message] = shown([samples.say]);
      for (const payload of [
        message,
        channel.acknowledge({ tapId: '1', messageId: '40' }),
        channel.retireCard(to, '40'),
      ]) {
        if (!payload) continue;
        const unsure = await channel.send(payload, account, fakeHttp(lost).http, 'ref');
        expect(unsure.kind).toBe(payload.idempotent ? 'unreachable' : 'ambiguous');
        const down = await channel.send(payload, account, fakeHttp(notSent).http, 'ref');
        expect(down.kind).toBe('unreachable');
        expect(JSON.stringify([unsure, down, payload])).not.toContain('canary');
      }
    });

    it('makes one of a closed list of whatever the messenger answers', async () => {
      const [message] = shown([samples.say]);
      if (!message) throw new Error('nothing is shown');
      const status = fc.oneof(
        fc.integer({ min: 100, max: 599 }),
        fc.constantFrom(200, 400, 401, 403, 429, 500),
      );
      await fc.assert(
        fc.asyncProperty(status, fc.oneof(fc.json(), fc.string()), async (code, body) => {
          const result = await channel.send(message, account, fakeHttp(answered(code, body)).http, 'ref');
          if (result.kind === 'sent') expect(code).toBeLessThan(300);
          else expect(failureSchema.safeParse(result).success).toBe(true);
          expect(JSON.stringify(result)).not.toContain('canary');
        }),
        { numRuns: 300 },
      );
    });
  },
);
