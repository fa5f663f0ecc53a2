import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./payloads/', import.meta.url);

/** Names of all recorded-style bodies, without their ending. */
export const payloadNames = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

/** One body's bytes, as Telegram posts them. */
export function payload(name: string): Buffer {
  return readFileSync(new URL(`${name}.json`, folder));
}
