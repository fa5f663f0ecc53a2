import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { ToldLine } from '#infra/connect/local.ts';
import { alarmNames } from '#shared/domain/alarm.ts';
import { readBody } from '../http/body.ts';
import { splitUrl } from '../http/gateway-event.ts';
import { respondJson } from '../http/respond.ts';
import type { DeadLetter } from '../queues/types.ts';
import { alarmCall, alarmOrder } from './alarm-call.ts';
import type { Told } from './next-words.ts';
import type { ToldOutputs } from './told-outputs.ts';
import type { RequestHandler } from './types.ts';
import { StillBusy, type WorkLeft } from './work.ts';

/** What the controls act on. Times are station milliseconds. */
export type Controlled = {
  readonly now: () => number;
  readonly travel: (to: number) => Promise<void>;
  /** The whole minute by which the next thing is due; undefined where nothing is. */
  readonly nextDue: () => Promise<number | undefined>;
  /** The same with a few words on what it is. */
  readonly nextTold: () => Promise<({ readonly at: number } & Told) | undefined>;
  readonly idle: (signal: AbortSignal) => Promise<boolean>;
  readonly left: () => Promise<WorkLeft>;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Calls the function that hears of alarms, of a stage's name; false where the template has none, or it failed. */
  readonly alarm: (call: (stage: string) => unknown) => Promise<boolean>;
  /** What `npm run ops` needs to reach the station. */
  readonly outputs: ToldOutputs;
  /** What `npm run connect` needs to look after the messengers; its clock is added on asking. */
  readonly line: Omit<ToldLine, 'now'>;
};

/** A push by more than this is a slip of the finger: the year of the clock would have five digits soon after. */
const MOST_YEARS = 20;
const YEAR_MS = 366 * 86_400_000;
const MOST_CONTROL_BYTES = 64 * 1024;

/** `/_local/…`: how tests, scripts and the page look after the local station. Never deployed. */
export function controls(station: Controlled): RequestHandler {
  const perform: Readonly<
    Record<string, Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>>>
  > = {
    '/_local/health': {
      // Asked only when everything runs: before that the door answers (door.ts).
      GET: (_request, response) => respondJson(response, 200, { ready: true }),
    },
    '/_local/clock': {
      GET: (_request, response) => tellClock(station, response),
      POST: (request, response) => moveClock(station, request, response),
    },
    '/_local/idle': { GET: (request, response) => waitUntilIdle(station, request, response) },
    '/_local/aws': { GET: (_request, response) => respondJson(response, 200, station.outputs) },
    '/_local/line': {
      GET: (_request, response) => {
        const line: ToldLine = { ...station.line, now: iso(station.now()) };
        respondJson(response, 200, line);
      },
    },
    '/_local/alarm': { POST: (request, response) => tellAlarm(station, request, response) },
    '/_local/dead-letters': {
      GET: (_request, response) => respondJson(response, 200, station.deadLetters()),
    },
  };

  return async (request, response) => {
    const { path } = splitUrl(request.url ?? '/');
    if (!path.startsWith('/_local/')) return false;
    const methods = Object.hasOwn(perform, path) ? perform[path] : undefined;
    if (methods === undefined) {
      respondJson(response, 404, { error: `There is no control ${Object.keys(perform).join(', ')} here.` });
      return true;
    }
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const act = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (act === undefined) {
      response.setHeader('allow', Object.keys(methods).join(', '));
      respondJson(response, 405, { error: `Use ${Object.keys(methods).join(' or ')}.` });
      return true;
    }
    await act(request, response);
    return true;
  };
}

const nextOrder = z.strictObject({ to: z.literal('next') });

const order = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) }),
  z.strictObject({ advanceMinutes: z.number().nonnegative() }),
  nextOrder,
]);

/** Says where the clock should go, in milliseconds, or why it cannot. `next`: when the next thing falls due. */
export function readOrder(
  given: unknown,
  now: number,
  next: number | undefined,
): { readonly to: number } | { readonly refused: string } {
  const parsed = order.safeParse(given);
  if (!parsed.success) {
    return {
      refused:
        'Send {"now":"2026-11-23T08:00:00Z"} (an ISO instant with a zone), {"advanceMinutes":90} or {"to":"next"}.',
    };
  }
  const to = targetOf(parsed.data, now, next);
  if (to === undefined)
    return { refused: 'Nothing is due: no reminder, promise or answer waits for its time.' };
  if (to < now)
    return {
      refused: `The clock only goes forward; it stands at ${iso(now)}, which is later than asked for.`,
    };
  if (to - now > MOST_YEARS * YEAR_MS)
    return { refused: `The clock goes forward by at most ${MOST_YEARS} years at a time.` };
  return { to };
}

function targetOf(asked: z.infer<typeof order>, now: number, next: number | undefined): number | undefined {
  if ('to' in asked) return next;
  return 'now' in asked ? asked.now : now + Math.round(asked.advanceMinutes * 60_000);
}

/** Where the clock stands, and what it brings next: `{"now":"…","next":{"at":"…","what":"…","group":false}}`, `next` null where nothing waits. */
async function tellClock(station: Controlled, response: ServerResponse): Promise<void> {
  const next = await station.nextTold();
  respondJson(response, 200, {
    now: iso(station.now()),
    next: next === undefined ? null : { ...next, at: iso(next.at) },
  });
}

async function moveClock(
  station: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = await readJson(request, response);
  if (read === null) return;
  const { given } = read;
  const next = nextOrder.safeParse(given).success ? await station.nextDue() : undefined;
  const asked = readOrder(given, station.now(), next);
  if ('refused' in asked) return respondJson(response, 400, { error: asked.refused });
  try {
    await station.travel(asked.to);
    respondJson(response, 200, { now: iso(station.now()) });
  } catch (error) {
    if (!(error instanceof StillBusy)) throw error;
    respondJson(response, 409, { error: `${error.message} The clock stands at ${iso(station.now())}.` });
  }
}

/** Waits as long as the caller does, or at most `?timeoutMs=`, and then says what is left. */
async function waitUntilIdle(
  station: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = new URLSearchParams(splitUrl(request.url ?? '').query).get('timeoutMs');
  if (given !== null && !/^\d{1,9}$/.test(given)) {
    return respondJson(response, 400, { error: 'timeoutMs is a whole number of milliseconds.' });
  }
  const stop = new AbortController();
  response.on('close', () => stop.abort());
  const timer = given === null ? undefined : setTimeout(() => stop.abort(), Number(given));
  const idle = await station.idle(stop.signal);
  clearTimeout(timer);
  if (idle) respondJson(response, 200, { idle: true });
  else respondJson(response, 503, { idle: false, left: await station.left() });
}

/** Has the advisors told of an alarm, as CloudWatch would. */
async function tellAlarm(
  station: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = await readJson(request, response);
  if (read === null) return;
  const asked = alarmOrder.safeParse(read.given);
  if (!asked.success)
    return respondJson(response, 400, {
      error: `Send {"name":"deadLetters"}, and "over":true for its end. Names: ${alarmNames.join(', ')}.`,
    });
  const told = await station.alarm((stage) => alarmCall(asked.data, stage, station.now()));
  if (told) respondJson(response, 200, { told: asked.data.name });
  else respondJson(response, 409, { error: 'No function here took the alarm.' });
}

/** The body as JSON, undefined where it is none; null where it cannot be read, which is answered already. */
async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly given: unknown } | null> {
  const body = await readBody(request, MOST_CONTROL_BYTES);
  if (body.kind === 'whole') return { given: parseJson(body.bytes) };
  response.setHeader('connection', 'close');
  respondJson(response, body.kind === 'too-large' ? 413 : 400, { error: 'The body cannot be read.' });
  return null;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
