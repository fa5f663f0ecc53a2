import type * as Http from 'node:http';
import type { Socket } from 'node:net';
import { now } from './clock.ts';
import { codeOf } from './safe-error.ts';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
  /** Milliseconds until the request is given up, from the call to the last byte of the answer. */
  readonly timeoutMs: number;
  /** A longer answer is given up as lost (`AnswerTooLong`), at its announced length or on the way; 4 MiB without it. */
  readonly maxAnswerBytes?: number;
};

/**
 * `answered`: the server's answer, whatever its status. `notSent`: the connection could not be made, so nothing can have
 * happened there. `lost`: the request was written but no whole answer came, so it may have had its effect.
 */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Http.IncomingHttpHeaders;
      readonly body: Buffer;
    }
  | { readonly kind: 'notSent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly reason: string };

/** Sends one request. Never throws; never follows a redirect; reasons are codes, never the URL (it may hold a token). */
export type HttpClient = (request: HttpRequest) => Promise<HttpOutcome>;

/**
 * Not imported: an import statement reads every export of the module, and `node:http` loads the whole of undici behind
 * three of them, 35 ms of CPU at each cold start (Node 24).
 */
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

/** What an API this product calls never answers more than; files are longer and say so. */
const maxAnswerBytes = 4 * 1024 * 1024;

/**
 * A kept connection that was idle for longer is closed, not used: servers drop idle connections after 20 to 75 s, a
 * frozen Lambda does not see it, and a write into a dropped one ends as `lost` although nothing arrived.
 */
const maxIdleMs = 15_000;

/**
 * node:http(s) with kept-alive connections: about a third of the CPU of global fetch a call, and 50 ms less at the first
 * (floors `echo` and `echo-fetch` of `npm run bench`).
 */
export function createHttpClient(): HttpClient {
  const plain = keptAlive(new http.Agent({ keepAlive: true, maxSockets: 64 }));
  const secure = keptAlive(new https.Agent({ keepAlive: true, maxSockets: 64 }));
  return (request) => {
    try {
      const url = new URL(request.url);
      return url.protocol === 'https:'
        ? exchange(request, https.request, url, secure, 'secureConnect')
        : exchange(request, http.request, url, plain, 'connect');
    } catch {
      return Promise.resolve({ kind: 'notSent', reason: 'InvalidRequest' });
    }
  };
}

let shared: HttpClient | undefined;

/** The process's one client, so that every part of a function uses the same connections. */
export function sharedHttpClient(): HttpClient {
  shared ??= createHttpClient();
  return shared;
}

function exchange(
  request: HttpRequest,
  open: typeof Http.request,
  url: URL,
  { agent, closeStale }: KeptAlive,
  connected: 'connect' | 'secureConnect',
): Promise<HttpOutcome> {
  closeStale();
  const call = open(url, {
    method: request.method,
    agent,
    headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
  });
  return new Promise((resolve) => {
    let written = false;
    const end = (outcome: HttpOutcome) => {
      clearTimeout(deadline);
      resolve(outcome);
    };
    const fail = (reason: string) => end({ kind: written ? 'lost' : 'notSent', reason });
    const giveUp = (reason: string) => {
      fail(reason);
      call.destroy();
    };
    const deadline = setTimeout(() => giveUp('Timeout'), request.timeoutMs);
    call.on('error', (error) => fail(codeOf(error) ?? 'ConnectionFailed'));
    // A kept-alive socket is already connected: from the moment the bytes may leave, the outcome is uncertain.
    call.on('socket', (socket) => {
      if (socket.connecting) {
        socket.once(connected, () => {
          written = true;
        });
      } else written = true;
    });
    const most = request.maxAnswerBytes ?? maxAnswerBytes;
    call.on('response', (answer) => {
      if (Number(answer.headers['content-length']) > most) return giveUp('AnswerTooLong');
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) giveUp('AnswerTooLong');
        else chunks.push(chunk);
      });
      answer.on('error', () => fail('AnswerCut'));
      answer.on('end', () =>
        answer.complete
          ? end({
              kind: 'answered',
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            })
          : fail('AnswerCut'),
      );
    });
    call.end(request.body);
  });
}

type KeptAlive = { readonly agent: Http.Agent; readonly closeStale: () => void };

/** Notes when each connection fell idle. Timers cannot do this: they stand still while a Lambda is frozen. */
function keptAlive(agent: Http.Agent): KeptAlive {
  const idleSince = new WeakMap<object, number>();
  agent.on('free', (socket: Socket) => idleSince.set(socket, now()));
  return {
    agent,
    closeStale: () => {
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) {
          const since = idleSince.get(socket);
          if (since !== undefined && Math.abs(now() - since) > maxIdleMs) socket.destroy();
        }
      }
    },
  };
}
