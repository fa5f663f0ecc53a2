import type { Account, Channel, ShownAs } from '#shared/channels/channel.ts';
import { type Fetched, type FetchJob, fetchJobSchema } from '#shared/domain/job.ts';
import { fetchedEntry } from '#shared/runtime/fetched.ts';
import { type Files, fileKey } from '#shared/runtime/files.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { addIds, log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import type { Images } from './images.ts';
import { passedName, runs } from './name.ts';
import { withoutPlace } from './place.ts';
import { planFor } from './plan.ts';
import { isPicture, typeOf } from './type-of.ts';

export type MediaDeps = {
  readonly files: Pick<Files, 'put'>;
  readonly inbound: Pick<Queue, 'send'>;
  readonly channelOf: (named: { readonly channel: string }) => Channel;
  readonly accountOf: (channel: Channel) => { get(): Promise<Account> };
  readonly images: Images;
  readonly http: HttpClient;
  readonly now: () => number;
};

/**
 * A messenger that does not answer is asked this often, minutes apart; WhatsApp locks numbers out that ask for the same
 * missing file more than five times in an hour. A picture that makes the function die counts like that, too.
 */
export const mostTries = 4;

/**
 * Takes one job: brings the file, looks at what it is, writes pictures anew, stores it, and tells who asked. `tries`: how often
 * this job was taken, this time included. Throws while another try may help; the last one tells that the file was not reached.
 */
export function createMedia(deps: MediaDeps): (body: unknown, tries: number) => Promise<void> {
  return async (body, tries) => {
    const job = fetchJobSchema.parse(body);
    addIds({ kind: job.file.what });
    const outcome: Fetched = tries > mostTries ? failed('unreachable') : await fetched(deps, job);
    if (outcome.kind === 'failed' && outcome.why === 'unreachable' && tries < mostTries)
      throw new SafeError('The messenger did not hand a file over; it is asked again.', 'Unreachable');
    log('info', 'A file was handled', { reason: outcome.kind === 'failed' ? outcome.why : outcome.what });
    await deps.inbound.send(fetchedEntry(job, outcome, deps.now()));
  };
}

function failed(why: Extract<Fetched, { kind: 'failed' }>['why']): Fetched {
  return { kind: 'failed', why };
}

async function fetched(deps: MediaDeps, job: FetchJob): Promise<Fetched> {
  const { files } = deps.channelOf(job);
  const { file } = job;
  if (file.bytes !== null && file.bytes > files.mostBytes) return failed('tooLarge');
  const account = await deps.accountOf(deps.channelOf(job)).get();
  const found = await files.download(file.id, account, deps.http, files.mostBytes);
  if (found.kind === 'failed') return found;
  if (found.content.byteLength === 0) return failed('damaged');
  return prepared(deps, job, found.content);
}

async function prepared(deps: MediaDeps, job: FetchJob, content: Uint8Array): Promise<Fetched> {
  const { uploads } = deps.channelOf({ channel: job.forChannel }).files;
  const seen = typeOf(content, job.file.mime);
  if (job.file.what === 'photo' && (seen === null || !isPicture(seen))) return failed('damaged');
  // A picture loses its name; anything else would be opened by it.
  const mime = seen !== null && !isPicture(seen) && runs(job.file.name) ? null : seen;
  const plan = planFor({ mime, bytes: content.byteLength, what: job.file.what }, uploads);
  switch (plan.kind) {
    case 'refused':
      return failed(plan.why);
    case 'asIs':
      return stored(deps, job, {
        what: plan.what,
        mime: plan.mime,
        content: inBoxes.test(plan.mime) ? withoutPlace(content) : content,
      });
    case 'picture': {
      const redrawn = await drawn(deps.images, content, plan, uploads.photo?.bytes ?? 0);
      return redrawn.kind === 'failed' ? failed(redrawn.why) : stored(deps, job, redrawn);
    }
  }
}

/** Films and recordings whose boxes may name the place. */
const inBoxes = /^(video\/(mp4|3gpp|quicktime)|audio\/mp4)$/;

type Ready = { readonly what: ShownAs; readonly mime: string; readonly content: Uint8Array };
type Picture = Extract<ReturnType<typeof planFor>, { kind: 'picture' }>;

/** A sticker that fits nobody's size goes as a photo. */
async function drawn(
  images: Images,
  content: Uint8Array,
  plan: Picture,
  photoBytes: number,
): Promise<
  (Ready & { readonly kind: 'ready' }) | { readonly kind: 'failed'; readonly why: 'damaged' | 'tooLarge' }
> {
  const result = await images(content, plan);
  if (result.kind === 'picture')
    return { kind: 'ready', what: plan.as, mime: result.mime, content: result.content };
  return plan.as === 'sticker' && result.why === 'tooLarge'
    ? drawn(images, content, { ...plan, as: 'photo', bytes: photoBytes }, photoBytes)
    : result;
}

async function stored({ files }: MediaDeps, job: FetchJob, { what, mime, content }: Ready): Promise<Fetched> {
  const key = fileKey(job.id);
  await files.put(key, { mime, content });
  const name = what === 'document' || what === 'audio' ? passedName(job.file.name) : null;
  return { kind: 'stored', key, mime, bytes: content.byteLength, name, what };
}
