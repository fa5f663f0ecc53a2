import * as z from 'zod';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import type { ChannelFiles, Downloaded } from '../channel.ts';
import { allowedUrl, downloadedFrom, fetchFile, isGone } from '../fetch-file.ts';
import { jsonOf } from '../json.ts';
import { callTimeoutMs, media } from './limits.ts';

/**
 * Media of the Cloud API: 100 MB come in; what goes out is a closed list of types, each with its size.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media
 */
export const files: ChannelFiles = {
  mostBytes: 100 * 1024 * 1024,
  uploads: {
    photo: { mimes: ['image/jpeg'], bytes: media.image.bytes },
    voice: { mimes: ['audio/ogg'], bytes: media.audio.bytes },
    video: ruleOf(media.video),
    videoNote: null,
    audio: ruleOf(media.audio),
    animation: null,
    sticker: ruleOf(media.sticker),
    document: ruleOf(media.document),
  },
  /**
   * Two calls: where the media is (good for five minutes), and the media. A webhook brings such an address, too, and it is
   * never used: it may have grown old on the queue. An address that is refused is asked for once more.
   */
  async download(id, account, http, mostBytes) {
    if (!/^[\w-]{1,200}$/.test(id)) return { kind: 'failed', why: 'gone' };
    const headers = { authorization: `Bearer ${account.token}`, 'user-agent': userAgent };
    const attempt = async (): Promise<Attempt> => {
      const asked = await http({
        method: 'GET',
        url: `${account.apiUrl}/${id}`,
        headers,
        body: '',
        timeoutMs: callTimeoutMs,
      });
      const told = urlOf(asked);
      if (typeof told !== 'string') return { fresh: false, downloaded: told };
      const url = allowedUrl(told, { apiUrl: account.apiUrl, hosts });
      if (url === null) return { fresh: false, downloaded: { kind: 'failed', why: 'unreachable' } };
      const got = await fetchFile(http, url, headers, mostBytes);
      const refused = got.kind === 'answered' && [401, 403, 404, 410].includes(got.status);
      return { fresh: refused, downloaded: downloadedFrom(got) };
    };
    const first = await attempt();
    return first.fresh ? (await attempt()).downloaded : first.downloaded;
  },
};

/** `fresh`: another address may help. */
function ruleOf({ types, bytes }: { readonly types: readonly string[]; readonly bytes: number }) {
  return { mimes: types, bytes };
}

type Attempt = { readonly fresh: boolean; readonly downloaded: Downloaded };

/** Where Meta keeps media, besides the API itself. */
const hosts = ['lookaside.fbsbx.com'] as const;
/** Meta's media servers answer nobody without a name. */
const userAgent = 'station-messenger/1';

const answerShape = z.looseObject({ url: z.string() });
const errorShape = z.looseObject({ error: z.looseObject({ code: z.number().int() }) });
/** Graph's words for an object that is not there (any more); any other code may pass. */
const noSuchObject = 100;

function urlOf(outcome: HttpOutcome): string | Extract<Downloaded, { kind: 'failed' }> {
  if (outcome.kind !== 'answered') return { kind: 'failed', why: 'unreachable' };
  const json = jsonOf(outcome.body);
  if (outcome.status === 200) {
    const url = answerShape.safeParse(json).data?.url;
    return url ?? { kind: 'failed', why: 'unreachable' };
  }
  const code = errorShape.safeParse(json).data?.error.code;
  const gone = isGone(outcome.status) && code === noSuchObject;
  return { kind: 'failed', why: gone ? 'gone' : 'unreachable' };
}
