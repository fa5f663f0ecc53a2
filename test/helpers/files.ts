import type { Images } from '#functions/media/images.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';

/** Files as the messengers of the tests hold them, and the station's own store of them. */

/** What the file of an id holds: its name tells. One called `gone` is not there any more. */
export function bytesOf(id: string): Buffer | null {
  if (id.startsWith('gone')) return null;
  const latin = (text: string) => Buffer.from(text, 'latin1');
  if (id.startsWith('voice')) return latin(`OggS\0\x02${'\0'.repeat(22)}OpusHead ${id}`);
  if (id.startsWith('video')) return latin(`\0\0\0\x18ftypisom\0\0\x02\0isomiso2 ${id}`);
  if (id.startsWith('document')) return latin(`%PDF-1.7 ${id}`);
  if (id.startsWith('sticker')) return latin(`RIFF\0\0\0\0WEBPVP8 ${id}`);
  return latin(`\xff\xd8\xff\xe1 GPS 40.64 22.91 ${id} \xff\xd9`);
}

/** The bytes of a file as a server gives them out. */
export function served(id: string): HttpOutcome {
  const body = bytesOf(id);
  return body
    ? { kind: 'answered', status: 200, headers: {}, body }
    : { kind: 'answered', status: 404, headers: {}, body: Buffer.from('{}') };
}

/** Stands for the decoder: the picture is written anew, and nothing but pixels is left of it. */
export const redrawn: Images = async (content, { as }) => ({
  kind: 'picture',
  mime: as === 'sticker' ? 'image/webp' : 'image/jpeg',
  content: Buffer.from(content).subarray(0, 3),
});

export type Stored = { readonly mime: string; readonly content: Uint8Array };

export function memoryFiles() {
  const stored = new Map<string, Stored>();
  return {
    stored,
    put: async (key: string, file: Stored) => {
      stored.set(key, file);
    },
    get: async (key: string) => stored.get(key) ?? null,
    remove: async (key: string) => {
      stored.delete(key);
    },
    list: async (prefix: string) => [...stored.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}
