import * as z from 'zod';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import { kill } from '#test/helpers/between.ts';
import type { Fate } from '#test/helpers/graph.ts';
import { answered } from '#test/helpers/phone.ts';
import type { Chance } from './chance.ts';
import { cut, down, html, reset, timedOut } from './outcomes.ts';

/** Everything that goes wrong at Meta, in a given share of all calls, and what becomes of messages that it took. */
export type GraphFaults = {
  readonly around: (http: HttpClient) => HttpClient;
  readonly fate: () => Fate;
  on: boolean;
  /** Faults so far. */
  count: number;
};

/** How often a message that was taken fails later, of all that are taken. */
const failsLater = 0.03;
const codes = [131_047, 131_026, 131_056];

export function graphFaults(chance: Chance, part: number): GraphFaults {
  const lostOnce = new Set<string>();

  const faults: GraphFaults = {
    on: true,
    count: 0,
    around: (http) => (request) => {
      const reference = referenceOf(request);
      if (reference === null || !faults.on || !chance.share(part)) return http(request);
      faults.count += 1;
      const { when, becomes } = chance.of(lostOnce.has(reference) ? known : [...known, ...lost]);
      if (when === 'instead') return Promise.resolve(becomes);
      // A message loses its answer once at most: one that loses it twice is given up, as another test tells.
      lostOnce.add(reference);
      return losing(() => http(request), when, becomes);
    },
    fate: () => {
      if (!faults.on || !chance.share(failsLater)) return 'delivered';
      faults.count += 1;
      return { code: chance.of(codes) };
    },
  };
  return faults;
}

async function losing(
  act: () => Promise<HttpOutcome>,
  when: 'before' | 'after',
  becomes: HttpOutcome | 'killed',
): Promise<HttpOutcome> {
  if (when === 'after') await act();
  return becomes === 'killed' ? kill() : becomes;
}

const message = z.object({ biz_opaque_callback_data: z.string() });

/** Row and message that a call to Meta brings along; null for any other call. */
function referenceOf({ url, body }: Parameters<HttpClient>[0]): string | null {
  if (!url.endsWith('/messages')) return null;
  const read = message.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
  return read.data?.biz_opaque_callback_data ?? null;
}

/** Meta says no, or nothing was sent. */
const known = [
  answered(400, { error: { code: 131_056, message: 'pair rate limit' } }),
  answered(429, { error: { code: 130_429, message: 'throughput' } }),
  down,
].map((becomes) => ({ when: 'instead' as const, becomes }));

/** Nobody knows whether it was sent, until a status comes. */
const lost = (['before', 'after'] as const).flatMap((when) =>
  ([timedOut, reset, cut, html, answered(500, { error: { code: 131_000 } }), 'killed'] as const).map(
    (becomes) => ({ when, becomes }),
  ),
);
