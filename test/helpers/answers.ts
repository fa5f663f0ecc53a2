import type { HttpOutcome } from '#shared/runtime/http-client.ts';

/** What a messenger's server answers. */

export function answered(status: number, json: unknown): HttpOutcome {
  return { kind: 'answered', status, headers: {}, body: Buffer.from(JSON.stringify(json)) };
}

/** Telegram's 400 with its words. */
export function refused(
  description: string,
  code = 400,
  parameters?: Readonly<Record<string, number>>,
): HttpOutcome {
  return answered(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
}

/** Telegram's 429: wait so many seconds. */
export function throttled(seconds: number): HttpOutcome {
  return refused(`Too Many Requests: retry after ${seconds}`, 429, { retry_after: seconds });
}

/** Telegram's 200 with its result. */
export function done(result: unknown): HttpOutcome {
  return answered(200, { ok: true, result });
}
