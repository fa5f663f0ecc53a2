import { describe, expect, it } from 'vitest';
import { createDocuments, mostTries } from '#functions/documents/documents.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { DocumentJob } from '#shared/domain/job.ts';
import { agreementName } from '#shared/domain/order/agreement.ts';
import { station } from '#shared/station/station.ts';
import { customerItem } from '#shared/store/customer.ts';
import { agreedItem, orderItem } from '#shared/store/order.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryFiles } from '#test/helpers/files.ts';
import { dejavu, resvg } from '#test/helpers/fonts.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { testQueue } from '#test/helpers/queue.ts';
import { agreementOf, estimateOf, noon, orderOf, usual } from './orders.ts';
import { withPdf } from './pdf.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const of = 'telegram/4242/501/';
const tell = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };
const ticket = { flow: 'estimate', of: 'document', name: 'K7M2QP-v2', nested: [1, 'a'] };

function jobOf(given: Partial<DocumentJob> = {}): DocumentJob {
  const job = { v: 1, kind: 'document', id: 'document 7K2M4Q K7M2QP-v2', of, ref: 'K7M2QP' } as const;
  return { ...job, number: 2, language: 'en', tell, ticket, ...given };
}

/** The function over a table, a store and a queue in memory. */
function desk() {
  const table = memoryTable();
  const files = memoryFiles();
  const inbound = testQueue(() => noon);
  const trouble = { files: false, fonts: false };
  const documents = createDocuments({
    table,
    files: {
      put: async (key, file) => {
        if (trouble.files) throw new Error('The bucket does not answer');
        await files.put(key, file);
      },
      get: files.get,
    },
    channelOf,
    inbound,
    textFor: (language, currency) => textFor(language, { ...station, currency }),
    station: { ...station, rules: { signAbove: 100_000 } },
    fonts: dejavu,
    rasterizer: resvg,
    now: () => noon,
  });
  const told = () => {
    const message = inbound.next();
    if (!message) return null;
    inbound.done(message);
    return envelopeSchema.parse(JSON.parse(message.body)).inbound;
  };
  const owner = {
    ...newCustomer(of, 'Νίκος'),
    vehicles: [{ id: 'v1', label: 'Skoda Octavia · ABC-4821', short: '' }],
  };
  table.plant(customerItem(owner));
  table.plant(orderItem(orderOf()));
  for (const number of [1, 2, 12]) table.plant(agreedItem(agreementOf({ number, at: noon + number })));
  table.plant(agreedItem(agreementOf({ ref: 'OTHERS', number: 2, at: noon + 60_000 })));
  return { documents, files, told, trouble, table };
}

function lineOf(content: Uint8Array): Promise<string> {
  return withPdf(content, async ({ pages }) => words(pages.join(' ')));
}

function words(page: string): string {
  return page.replace(/\s+/g, ' ');
}

describe('a document that was asked for', () => {
  it('lies in the store, and whoever asked is told with the ticket that went along', async () => {
    const { documents, files, told } = desk();
    await documents(jobOf(), 1);
    const inbound = told();
    expect(inbound).toMatchObject({
      address: tell,
      at: noon,
      from: null,
      event: {
        kind: 'fetched',
        ticket,
        outcome: { kind: 'stored', mime: 'application/pdf', name: 'K7M2QP-v2.pdf', what: 'document' },
      },
    });
    const [[key, kept] = []] = [...files.stored];
    expect(key).toMatch(/^files\/[0-9a-f]{64}$/);
    expect(kept?.mime).toBe('application/pdf');
    await withPdf(kept?.content ?? new Uint8Array(), async ({ pages }) => {
      expect(words(pages[0] ?? '')).toContain('Skoda Octavia · ABC-4821');
      expect(words(pages[0] ?? '')).toContain('Νίκος');
    });
  });

  it.each([1, 2, 12])('is of the very agreement that was meant, number %i', async (number) => {
    const { documents, files, told } = desk();
    await documents(jobOf({ number }), 1);
    const name = agreementName({ ref: 'K7M2QP', number });
    expect(told()?.event).toMatchObject({ outcome: { name: `${name}.pdf` } });
    const [kept] = [...files.stored.values()];
    await withPdf(kept?.content ?? new Uint8Array(), async ({ pages }) => {
      expect(words(pages[0] ?? '')).toContain(`Work order ${name} `);
    });
  });

  it.each([
    ['confirmed', 'The owner has said in the chat that this is right.'],
    ['disputed', 'The owner has said in the chat that this is not so.'],
  ] as const)('of an agreement by phone says what the owner said to it later: %s', async (kind, words) => {
    const { documents, files, told, table } = desk();
    const recorded = { number: 5, how: 'phone', by: 'maria' } as const;
    table.plant(agreedItem(agreementOf({ ...recorded, at: noon + 5 })));
    await documents(jobOf({ number: 5, id: 'first' }), 1);
    table.plant(agreedItem(agreementOf({ ...recorded, kind, at: noon + 90_000 })));
    await documents(jobOf({ number: 5, id: 'second' }), 1);
    expect(told()?.event).toMatchObject({ outcome: { name: 'K7M2QP-v5.pdf' } });
    const [before, after] = await Promise.all(
      [...files.stored.values()].map(({ content }) => lineOf(content)),
    );
    expect(before).toContain('by phone');
    expect(before).toContain('written down by Maria');
    expect(before).toContain('The owner was asked in the chat whether this is right.');
    expect(after).toContain(words);
  });

  it('that was still to be signed is of the agreement, where they agreed meanwhile', async () => {
    const { documents, told, table } = desk();
    const agreed = {
      number: 2,
      edition: 1,
      estimate: estimateOf(),
      choices: [...usual],
      refused: [],
      cents: 9_600,
    };
    const now = { ...agreed, base: 9_600, at: noon, how: 'chat', confirmed: null } as const;
    table.plant(orderItem(orderOf({ state: 'agreed', agreed: now, agreements: 2 })));
    await documents(jobOf({ number: null }), 1);
    expect(told()?.event).toMatchObject({ outcome: { name: 'K7M2QP-v2.pdf' } });
  });

  it('without a number is of the estimate as it stands, in the language that was asked for', async () => {
    const { documents, files, told } = desk();
    await documents(jobOf({ number: null, language: 'el' }), 1);
    expect(told()?.event).toMatchObject({ outcome: { name: 'K7M2QP.pdf' } });
    const [kept] = [...files.stored.values()];
    await withPdf(kept?.content ?? new Uint8Array(), async ({ pages }) => {
      expect(words(pages[0] ?? '')).toContain('Προσφορά K7M2QP');
    });
  });

  it('made twice lies there once and is told under the same id', async () => {
    const { documents, files, told } = desk();
    await documents(jobOf(), 1);
    await documents(jobOf(), 2);
    const ids = [told()?.id, told()?.id].filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(1);
    expect(files.stored.size).toBe(1);
  });

  it.each([
    ['an order that is not there', { ref: 'NOBODY' }],
    ['an agreement that was never made', { number: 3 }],
    ['somebody else’s order', { of: 'telegram/4242/777/' }],
  ])('of %s is told to be missing, and nothing is stored', async (_label, given) => {
    const { documents, files, told } = desk();
    await documents(jobOf(given), 1);
    expect(told()?.event).toMatchObject({ outcome: { kind: 'failed', why: 'gone' } });
    expect(files.stored.size).toBe(0);
  });
});

describe('a document that cannot be made', () => {
  it('is tried again, a few times, and then whoever asked is told', async () => {
    const { documents, trouble, told } = desk();
    trouble.files = true;
    for (let tries = 1; tries < mostTries; tries += 1) {
      await expect(documents(jobOf(), tries)).rejects.toThrow();
      expect(told()).toBeNull();
    }
    await documents(jobOf(), mostTries);
    expect(told()?.event).toMatchObject({ ticket, outcome: { kind: 'failed', why: 'unreachable' } });
  });

  it('because the function died of it again and again, is left alone at last', async () => {
    const { documents, files, told } = desk();
    await documents(jobOf(), mostTries + 1);
    expect(told()?.event).toMatchObject({ outcome: { kind: 'failed', why: 'unreachable' } });
    expect(files.stored.size).toBe(0);
  });
});
