import type { Phone, PhoneAct, PhoneState, ShownChat } from '../../phone-api.ts';

/** One call that the station made, as the drawer "What happened" lists it. */
export type Call = {
  readonly messenger: Phone['messenger'];
  readonly method: string;
  /** ISO instant on the station's clock; '' when it was not noted. */
  readonly at: string;
  readonly ok: boolean;
  /** The chat it went to; '' when it concerns none. */
  readonly chat: string;
  readonly detail: string;
};

export type ClockMove =
  | { readonly now: string }
  | { readonly advanceMinutes: number }
  /** To whatever falls due next. */
  | { readonly to: 'next' };

/** What the clock brings next: an ISO instant and a few words. `group`: an answer to an advisor that the group does not take yet. */
export type NextDue = { readonly at: string; readonly what: string; readonly group: boolean };

/** Thrown when the station refused what was asked; the message is its own, in words for the person at the page. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Everything the page asks of the station on this machine. Page and station come from one commit, so answers are checked for their outline only. */
export const server = {
  state: async (): Promise<PhoneState> => outline(isState, await get('/_local/phone/state')),
  chat: async (id: string): Promise<ShownChat> =>
    outline(isChat, await get(`/_local/phone/chat?id=${encodeURIComponent(id)}`)),
  /** Answers the id of the chat that the act opened, or ''. */
  act: async (act: PhoneAct): Promise<string> => {
    const answer = await post('/_local/phone/act', act);
    return isRecord(answer) && typeof answer.chat === 'string' ? answer.chat : '';
  },
  moveClock: async (move: ClockMove): Promise<void> => {
    await post('/_local/clock', move);
  },
  /** Undefined where nothing waits for its time. */
  next: async (): Promise<NextDue | undefined> => {
    const clock = await get('/_local/clock');
    const next = isRecord(clock) ? clock.next : undefined;
    return isRecord(next)
      ? { at: String(next.at), what: String(next.what), group: next.group === true }
      : undefined;
  },
  /** The latest calls of these messengers first, at most `count`. */
  calls: async (messengers: readonly Phone['messenger'][], count: number): Promise<readonly Call[]> => {
    const ledgers = await Promise.all(messengers.map(callsOf));
    // Sorting keeps the order of calls at the same instant, so the newest of each ledger come first.
    const newest = ledgers.flatMap((ledger) => ledger.slice(-count).reverse());
    return newest.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, count);
  },
};

const callsOf = async (messenger: Phone['messenger']): Promise<readonly Call[]> => {
  const ledger = await get(`/_local/phone/ledger?messenger=${messenger}`);
  const lines: unknown = isRecord(ledger) ? ledger.calls : ledger;
  return Array.isArray(lines) ? lines.map((line) => callOf(messenger, line)) : [];
};

const get = (path: string): Promise<unknown> => ask(path, {});

const post = (path: string, body: unknown): Promise<unknown> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const ask = async (path: string, init: RequestInit): Promise<unknown> => {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused('The station does not answer. Is `npm start` still running?');
  }
  const text = await response.text();
  const body = parsed(text);
  if (response.ok) return body;
  const said = isRecord(body) ? (body.error ?? body.reason) : text;
  throw new Refused(typeof said === 'string' && said ? said : `The station answered ${response.status}.`);
};

const parsed = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return text;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isState = (value: unknown): value is PhoneState =>
  isRecord(value) && Array.isArray(value.phones) && typeof value.now === 'string';

const isChat = (value: unknown): value is ShownChat =>
  isRecord(value) && isRecord(value.phone) && Array.isArray(value.messages);

const outline = <T>(fits: (value: unknown) => value is T, value: unknown): T => {
  if (fits(value)) return value;
  throw new Refused('The station answered in another shape than this page knows. Reload the page.');
};

/** Each messenger's ledger names a call and its chat in its own way. */
const callOf = (messenger: Phone['messenger'], line: unknown): Call => {
  const { method, call, chat, at, status, ...rest } = isRecord(line) ? line : { rest: line };
  const payload = isRecord(rest.payload) ? rest.payload : {};
  return {
    messenger,
    method: String(method ?? call ?? 'call'),
    at: String(at ?? ''),
    ok: typeof status !== 'number' || (status > 0 && status < 400),
    chat: String(chat ?? payload.chat_id ?? ''),
    detail: JSON.stringify({ at, status, ...rest }, undefined, 1),
  };
};
