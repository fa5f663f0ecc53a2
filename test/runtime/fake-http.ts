import type { HttpClient, HttpOutcome, HttpRequest } from '#shared/runtime/http-client.ts';

/** A client that answers from a list (the last one again and again) and keeps what was asked of it. */
export type FakeHttp = { readonly http: HttpClient; readonly requests: readonly HttpRequest[] };

export function fakeHttp(...outcomes: readonly HttpOutcome[]): FakeHttp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    http: async (request) => {
      requests.push(request);
      const outcome = outcomes[Math.min(requests.length, outcomes.length) - 1];
      if (!outcome) throw new Error('no call was expected here');
      return outcome;
    },
  };
}

/** An answer with a JSON body; a text is sent as it is. */
export function answered(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpOutcome {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { kind: 'answered', status, headers, body: bytes };
}

export const lost: HttpOutcome = { kind: 'lost', reason: 'ECONNRESET' };
export const notSent: HttpOutcome = { kind: 'notSent', reason: 'ECONNREFUSED' };
