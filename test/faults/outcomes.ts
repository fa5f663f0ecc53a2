import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, type Instead } from '#test/helpers/phone.ts';
import type { Rig } from '#test/helpers/rig.ts';

/** What can become of a call to Telegram, besides an answer in its own words. */
export const html: HttpOutcome = {
  kind: 'answered',
  status: 502,
  headers: {},
  body: Buffer.from('<html>Bad Gateway</html>'),
};
export const cut: HttpOutcome = {
  kind: 'answered',
  status: 200,
  headers: {},
  body: Buffer.from('{"ok":tr'),
};
export const timedOut: HttpOutcome = { kind: 'lost', reason: 'Timeout' };
export const reset: HttpOutcome = { kind: 'lost', reason: 'ECONNRESET' };
export const down: HttpOutcome = { kind: 'notSent', reason: 'ECONNREFUSED' };
export const internal = answered(500, {
  ok: false,
  error_code: 500,
  description: 'Internal Server Error',
});

/** The call has its effect first, and only then this becomes of it. */
export function onceDone(outcome: HttpOutcome): Instead {
  return { kind: 'after', outcome };
}

/** Does something else to the next calls of a method to a customer's phone, one after the other. */
export function instead(rig: Rig, method: string, ...outcomes: readonly Instead[]): void {
  const waiting = [...outcomes];
  rig.phone.intercept = ({ method: called, body }) =>
    called === method && (body.chat_id ?? 0) >= 0 ? waiting.shift() : undefined;
}
