import { basename } from 'node:path';
import type { Fetched } from './content.ts';
import { keepMedia, mediaLimits } from './media.ts';
import type { World } from './world.ts';

/** Real milliseconds that a link may take. */
const PATIENCE_MS = 5000;
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Fetches the media that a body names by link, as Meta would after accepting it. This WhatsApp has no way out into the
 * internet: only links to this machine lead anywhere.
 */
export const fetchLinks = async (world: World, body: unknown): Promise<Fetched> => {
  const fetched = new Map<string, string>();
  for (const link of new Set(linksIn(body))) {
    const id = await fetchOne(world, link);
    if (id !== undefined) fetched.set(link, id);
  }
  return fetched;
};

const linksIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'link' && typeof inner === 'string' ? [inner] : linksIn(inner),
  );
};

const fetchOne = async (world: World, link: string): Promise<string | undefined> => {
  try {
    const url = new URL(link);
    if (!loopback.has(url.hostname)) return undefined;
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return undefined;
    const file = {
      name: basename(url.pathname) || 'file',
      mime: response.headers.get('content-type') ?? 'application/octet-stream',
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
    return keepMedia(world, file, mediaLimits.uploadedMs).id;
  } catch {
    return undefined;
  }
};
