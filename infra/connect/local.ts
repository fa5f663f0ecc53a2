import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { jsonOf } from '#shared/channels/json.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Context } from './context.ts';
import type { Place } from './run.ts';
import { localStore } from './secret-store.ts';

/** What a station on this machine tells of itself: `GET /_local/line`. */
const told = z.object({
  /** Its own address, without a slash at the end. */
  url: z.string(),
  /** Folder of its data. */
  dataDir: z.string(),
  apiUrls: z.object({ telegram: z.string(), whatsapp: z.string() }),
  advisorGroupId: z.string(),
  advisorIds: z.string(),
  /** Its clock, an ISO instant. */
  now: z.string(),
});
export type ToldLine = z.infer<typeof told>;

/** What a run against a station on this machine has instead of AWS; a text: why there is none, with what to do. */
export async function localPlace(
  address: string,
  environment: Context['environment'],
  http: HttpClient,
): Promise<(Pick<Context, 'apiUrls' | 'secrets' | 'now'> & { readonly place: Place }) | string> {
  const start = 'start it with npm start, and give the address it prints';
  const url = URL.canParse(address) ? new URL('/_local/line', address).href : '';
  const outcome = await http({ method: 'GET', url, headers: {}, body: '', timeoutMs: 5_000 });
  if (outcome.kind !== 'answered') return `No station answers at ${address}: ${start}`;
  const line = told.safeParse(jsonOf(outcome.body)).data;
  if (!line) return `What answers at ${address} is no station on this machine: ${start}`;
  const webhooks = { telegram: `${line.url}/telegram`, whatsapp: `${line.url}/whatsapp` };
  const secretsFile = join(line.dataDir, 'secrets.json');
  return {
    apiUrls: line.apiUrls,
    secrets: localStore({ ...kept(secretsFile), ...given(environment) }, secretsFile),
    now: () => Date.parse(line.now),
    place: {
      kind: 'local',
      deployed: { webhooks, advisorGroupId: line.advisorGroupId, advisorIds: line.advisorIds },
    },
  };
}

/** A station that was given all its secrets keeps none. */
function kept(file: string): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function given(environment: Context['environment']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      /^(TELEGRAM|WHATSAPP)_/.test(name) && value ? [[name, value]] : [],
    ),
  );
}
