import * as z from 'zod';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import type { ChannelFiles, Downloaded } from '../channel.ts';
import { allowedUrl, downloadedFrom, fetchFile, isGone } from '../fetch-file.ts';
import { jsonOf } from '../json.ts';
import { callTimeoutMs } from './limits.ts';

const MB = 1024 * 1024;
const file = (...mimes: string[]) => ({ mimes, bytes: 50 * MB });

/**
 * Files of the Bot API: 20 MB come in, 50 MB go out, photos 10 MB. A voice message and what shows itself as a sticker or a
 * film have their own types; any file at all goes as a document.
 * https://core.telegram.org/bots/api#getfile, https://core.telegram.org/bots/api#sending-files
 */
export const files: ChannelFiles = {
  mostBytes: 20 * MB,
  uploads: {
    photo: { mimes: ['image/jpeg', 'image/png'], bytes: 10 * MB },
    voice: file('audio/ogg'),
    video: file('video/mp4'),
    videoNote: file('video/mp4'),
    audio: file('audio/mpeg', 'audio/mp4'),
    animation: file('video/mp4'),
    sticker: { mimes: ['image/webp'], bytes: 512 * 1024 },
    document: { mimes: 'any', bytes: 50 * MB },
  },
  /** Two calls: where the file is (good for an hour), and the file. Its address holds the bot's token and is never told. */
  async download(id, account, http, mostBytes) {
    const found = await http({
      method: 'POST',
      url: `${account.apiUrl}/bot${account.token}/getFile`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ file_id: id }),
      timeoutMs: callTimeoutMs,
    });
    const path = pathOf(found);
    if (typeof path !== 'string') return path;
    const url = allowedUrl(`${account.apiUrl}/file/bot${account.token}/${path}`, {
      apiUrl: account.apiUrl,
      hosts: [],
    });
    if (url === null) return { kind: 'failed', why: 'unreachable' };
    return downloadedFrom(await fetchFile(http, url, {}, mostBytes));
  },
};

const answerShape = z.looseObject({
  ok: z.boolean(),
  result: z
    .looseObject({ file_path: z.string().nullable().catch(null) })
    .nullable()
    .catch(null),
  description: z.string().catch(''),
});

/** The path under the account's folder; never one that leads out of it. */
function pathOf(outcome: HttpOutcome): string | Extract<Downloaded, { kind: 'failed' }> {
  if (outcome.kind !== 'answered') return { kind: 'failed', why: 'unreachable' };
  const answer = answerShape.safeParse(jsonOf(outcome.body)).data;
  if (answer?.description.toLowerCase().includes('file is too big'))
    return { kind: 'failed', why: 'tooLarge' };
  const gone = answer !== undefined && !answer.ok && isGone(outcome.status);
  if (gone) return { kind: 'failed', why: 'gone' };
  const path = answer?.result?.file_path ?? '';
  return /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path) ? path : { kind: 'failed', why: 'unreachable' };
}
