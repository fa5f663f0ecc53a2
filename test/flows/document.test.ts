import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import { type DocumentJob, documentJobSchema } from '#shared/domain/job.ts';
import { documentCame, documentJob } from '#shared/flows/estimate/document.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** A document that a job made comes in between whatever the person is doing, and disturbs none of it. */

const order = { of: 'telegram/4242/7000001/', ref: 'K7M2QP', state: 'agreed' } as const;
const stored = {
  kind: 'stored',
  key: 'files/0f',
  mime: 'application/pdf',
  bytes: 30_000,
  name: 'K7M2QP-v2.pdf',
  what: 'document',
} as const;

/** The job as the person's own step makes it. */
function jobOf(lena: Neighbour, wanted: Partial<Parameters<typeof documentJob>[0]> = {}): DocumentJob {
  const { turn } = lena.play({ kind: 'text', text: 'hello' }).prepared;
  return documentJob({ order, number: 2, ...wanted }, turn);
}

function came(
  ticket: unknown,
  outcome: Extract<InboundEvent, { kind: 'fetched' }>['outcome'] = stored,
): InboundEvent {
  return { kind: 'fetched', outcome, ticket };
}

describe('a document that was made', () => {
  it('goes to the person and into their topic, as the file in the store under its number', () => {
    const lena = given().person('Lena', 'en');
    const { outcome } = lena.play(came(jobOf(lena).ticket));
    expect(outcome.say.map(({ to }) => to)).toEqual(['customer', 'desk']);
    for (const { message } of outcome.say)
      expect(message).toMatchObject({
        kind: 'relay',
        content: {
          kind: 'file',
          what: 'document',
          source: { at: 'store', key: 'files/0f' },
          name: 'K7M2QP-v2.pdf',
        },
        sign: { key: 'documentReady', args: { kind: 'agreement', name: 'K7M2QP-v2' } },
      });
  });

  it('leaves a booking where it is, and photos that are still coming together', () => {
    const lena = given().person('Lena', 'en').sends('book').taps('labelService', { id: 'oil' });
    const { ticket } = documentJob(
      { order, number: 2 },
      lena.play({ kind: 'text', text: 'Golf' }).prepared.turn,
    );
    const before = lena.conversation.flow;
    expect(before?.name).toBe('book');
    lena.does(came(ticket));
    expect(lena.conversation.flow).toEqual(before);

    const anna = given().person('Anna', 'en');
    const job = jobOf(anna);
    anna.shows('p1', 'p2');
    const { burst } = anna.conversation;
    expect(burst?.photos.length).toBeGreaterThan(0);
    anna.does(came(job.ticket));
    expect(anna.conversation.burst).toEqual(burst);
  });

  it('that could not be made is told with its number and the station’s phone', () => {
    const lena = given().person('Lena', 'en');
    const { outcome } = lena.play(came(jobOf(lena).ticket, { kind: 'failed', why: 'unreachable' }));
    expect(outcome.say).toMatchObject([
      {
        to: 'customer',
        message: {
          text: [{ key: 'documentFailed', args: { name: 'K7M2QP-v2', phone: lena.town.station.phone } }],
        },
      },
    ]);
  });

  it.each([
    null,
    'text',
    { flow: 'estimate' },
    { flow: 'desk.relay', of: 'document' },
    { flow: 'estimate', of: 'document', name: 1 },
  ])('is nothing where the job was another one: %j', (ticket) => {
    expect(documentCame(stored, ticket)).toBeNull();
    expect(given().person('Lena', 'en').play(came(ticket)).outcome.say).toEqual([]);
  });
});

describe('the job that makes it', () => {
  it('is the same one where the same step is decided again, and another one for another wish or person', () => {
    const lena = given().person('Lena', 'en');
    const { turn } = lena.play({ kind: 'text', text: 'hello' }).prepared;
    const make = (wanted: Partial<Parameters<typeof documentJob>[0]>) =>
      documentJobSchema.parse(documentJob({ order, number: 2, ...wanted }, turn));
    const anna = { address: { ...turn.address, chat: '99' }, language: 'ru' } as const;
    expect(make({})).toEqual(make({}));
    const ids = [make({}), make({ number: 1 }), make({ number: null }), make({ to: anna })].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(4);
    expect(make({ to: anna })).toMatchObject({ tell: anna.address, language: 'ru' });
    expect(make({})).toMatchObject({ tell: turn.address, language: 'en' });
  });

  it.each([
    ['an agreement', { number: 2 }, 'agreement', 'K7M2QP-v2'],
    ['a refusal', { number: 2, declined: true }, 'declined', 'K7M2QP-v2'],
    ['an estimate', { number: null, order: { ...order, state: 'asked' } }, 'estimate', 'K7M2QP'],
    [
      'what is still to be signed',
      { number: null, order: { ...order, state: 'signing' } },
      'agreement',
      'K7M2QP',
    ],
  ] as const)('says beside the file what it is: %s', (_what, wanted, kind, name) => {
    const job = jobOf(given().person('Lena', 'en'), wanted);
    expect(documentCame(stored, job.ticket)?.ticket).toMatchObject({ kind, name });
  });
});
