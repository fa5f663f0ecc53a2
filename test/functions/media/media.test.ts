import { describe, expect, it } from 'vitest';
import { createMedia, mostTries } from '#functions/media/media.ts';
import type { Account, Channel, Downloaded } from '#shared/channels/channel.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { envelopeSchema, type InboundEvent } from '#shared/domain/inbound.ts';
import type { FetchJob } from '#shared/domain/job.ts';
import { memoryFiles } from '#test/helpers/files.ts';
import { testQueue } from '#test/helpers/queue.ts';
import { testImages } from './magick.ts';
import { exif, heic, lookAt, noise, picture, withSegment } from './pictures.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const MB = 1024 * 1024;
const now = Date.parse('2026-11-24T08:00:00Z');
const tell = { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '17' };
const account: Account = {
  bot: '4242',
  token: '123:canary-token',
  number: '',
  webhookSecrets: [],
  verifyToken: '',
  apiUrl: 'https://api.example',
};
const file = { id: 'canary-file-id', what: 'document', bytes: null, mime: null, name: null } as const;

function jobOf(given: Partial<FetchJob['file']> = {}, forChannel = 'telegram'): FetchJob {
  const from = forChannel === 'telegram' ? 'whatsapp' : 'telegram';
  const ticket = { case: 'c1', nested: [1, 'a'] };
  return {
    v: 1,
    kind: 'fetch',
    id: 'telegram/4242/501/#m77',
    channel: from,
    file: { ...file, ...given },
    forChannel,
    tell,
    ticket,
  };
}

type Fetched = Extract<InboundEvent, { kind: 'fetched' }>;

/** The function over a messenger that hands over what `answer` says, and a store and a queue in memory. */
function line(answer: Uint8Array | Extract<Downloaded, { kind: 'failed' }>['why']) {
  const files = memoryFiles();
  const inbound = testQueue(() => now);
  let downloads = 0;
  const handing = (channel: Channel): Channel => ({
    ...channel,
    files: {
      ...channel.files,
      download: async () => {
        downloads += 1;
        return typeof answer === 'string'
          ? { kind: 'failed', why: answer }
          : { kind: 'file', content: answer };
      },
    },
  });
  const media = createMedia({
    files,
    inbound,
    channelOf: (named) => handing(channelOf(named)),
    accountOf: () => ({ get: async () => account }),
    images: testImages,
    http: async () => ({ kind: 'notSent', reason: 'nobody is called here' }),
    now: () => now,
  });
  const told = () => {
    const message = inbound.next();
    if (!message) return null;
    inbound.done(message);
    const { inbound: one } = envelopeSchema.parse(JSON.parse(message.body));
    return one.event.kind === 'fetched' ? { ...one, event: one.event } : null;
  };
  const outcome = (): Fetched['outcome'] | undefined => told()?.event.outcome;
  return { files, media, told, outcome, downloads: () => downloads };
}

describe('a file that was sent', () => {
  it('is stored, and whoever asked is told with the ticket that went along', async () => {
    const { media, told, files } = line(Buffer.from('%PDF-1.7 the bill'));
    await media(jobOf({ name: '../Bill 2026.pdf', mime: 'application/pdf' }), 1);
    const inbound = told();
    expect(inbound).toMatchObject({
      address: tell,
      at: now,
      from: null,
      event: {
        kind: 'fetched',
        ticket: { case: 'c1', nested: [1, 'a'] },
        outcome: {
          kind: 'stored',
          mime: 'application/pdf',
          bytes: 17,
          name: 'Bill 2026.pdf',
          what: 'document',
        },
      },
    });
    const [[key, kept] = []] = [...files.stored];
    expect(key).toMatch(/^files\/[0-9a-f]{64}$/);
    expect(inbound?.event.outcome).toMatchObject({ key });
    expect(kept?.mime).toBe('application/pdf');
  });

  it('done twice lies there once and is told under the same id, so that it goes on once', async () => {
    const { media, told, files } = line(Buffer.from('%PDF-1.7 the bill'));
    await media(jobOf(), 1);
    await media(jobOf(), 2);
    const ids = [told()?.id, told()?.id];
    // The queue drops the second one, or the step does.
    expect(new Set(ids.filter((id) => id !== undefined)).size).toBe(1);
    expect(files.stored.size).toBe(1);
  });

  it('is a photo without its place, though it came as a document', async () => {
    const { media, outcome, files } = line(withSegment(await picture('image/jpeg'), 0xe1, exif(6)));
    await media(jobOf({ name: 'IMG_0001.HEIC', mime: 'image/heic' }), 1);
    const stored = outcome();
    expect(stored).toMatchObject({ kind: 'stored', mime: 'image/jpeg', what: 'photo', name: null });
    const [kept] = [...files.stored.values()];
    expect(await lookAt(kept?.content ?? new Uint8Array())).toMatchObject({
      width: 48,
      height: 64,
      profiles: [],
      told: [],
    });
  });

  it('of an iPhone opens on every phone', async () => {
    const { media, outcome } = line(heic);
    await media(jobOf({ what: 'photo' }, 'whatsapp'), 1);
    expect(outcome()).toMatchObject({ kind: 'stored', mime: 'image/jpeg', what: 'photo' });
  });

  it('as a sticker stays one, and becomes a photo where it is larger than a sticker may be', async () => {
    const sticker = line(await picture('image/webp', 512, 512));
    await sticker.media(jobOf({ what: 'sticker', mime: 'image/webp' }, 'whatsapp'), 1);
    expect(sticker.outcome()).toMatchObject({ mime: 'image/webp', what: 'sticker' });
    const grainy = line(await noise('image/webp', 512));
    await grainy.media(jobOf({ what: 'sticker', mime: 'image/webp' }, 'whatsapp'), 1);
    expect(grainy.outcome()).toMatchObject({ mime: 'image/jpeg', what: 'photo' });
  });

  it.each([
    ['that the messenger no longer has', 'gone', {}, 'gone'],
    ['that turned out longer than it may be', 'tooLarge', {}, 'tooLarge'],
    ['that is empty', new Uint8Array(), {}, 'damaged'],
    ['that is a program', Buffer.from('MZ\x90\0 setup'), {}, 'unknownType'],
    ['that is a page', Buffer.from('<html><body>hello'), {}, 'unknownType'],
    [
      'that a computer would run when it is opened',
      Buffer.from('echo 1'),
      { name: 'bill.bat' },
      'unknownType',
    ],
    [
      'that hides a photo behind other bytes',
      Buffer.from('\0\0 \u00ff\u00d8\u00ff', 'latin1'),
      {},
      'unknownType',
    ],
    ['that is a torn photo', Buffer.from('\u00ff\u00d8\u00ff torn', 'latin1'), {}, 'damaged'],
    [
      'that is called a photo and is a page',
      Buffer.from('\x00\x01\x02 bytes'),
      { what: 'photo', mime: 'image/jpeg' },
      'damaged',
    ],
  ] as const)('%s is told, and nothing is stored', async (_label, answer, given, why) => {
    const { media, outcome, files } = line(answer);
    await media(jobOf(given, 'whatsapp'), 1);
    expect(outcome()).toEqual({ kind: 'failed', why });
    expect(files.stored.size).toBe(0);
  });

  it('that says itself that it is too long is not even fetched', async () => {
    const { media, outcome, downloads } = line(Buffer.from('x'));
    await media(jobOf({ bytes: 101 * MB }), 1);
    expect(outcome()).toEqual({ kind: 'failed', why: 'tooLarge' });
    expect(downloads()).toBe(0);
  });
});

describe('a messenger that hands nothing over', () => {
  it('is asked again later, a few times, and then it is told', async () => {
    const { media, outcome, told } = line('unreachable');
    for (let tries = 1; tries < mostTries; tries += 1) {
      await expect(media(jobOf(), tries)).rejects.toMatchObject({ name: 'SafeError', code: 'Unreachable' });
      expect(told()).toBeNull();
    }
    await media(jobOf(), mostTries);
    expect(outcome()).toEqual({ kind: 'failed', why: 'unreachable' });
  });

  it('or a file that the function died of again and again, is left alone at last', async () => {
    const { media, outcome, downloads } = line(Buffer.from('%PDF-1.7'));
    await media(jobOf(), mostTries + 1);
    expect(outcome()).toEqual({ kind: 'failed', why: 'unreachable' });
    expect(downloads()).toBe(0);
  });

  it('is not named with token, file or name in what is thrown', async () => {
    const { media } = line('unreachable');
    const thrown = await media(jobOf({ name: 'canary.pdf' }), 1).catch((error: unknown) => String(error));
    expect(thrown).not.toMatch(/canary/);
  });
});
