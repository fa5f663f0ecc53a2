import http from 'node:http';
import https from 'node:https';

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
  /** Milliseconds until the request is given up. */
  readonly timeoutMs: number;
};

/**
 * `answered`: the server's answer, whatever its status. `notSent`: the connection could not be made, so nothing can have
 * happened there. `lost`: the request was written but no whole answer came, so it may have had its effect.
 */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: Buffer;
    }
  | { readonly kind: 'notSent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly reason: string };

/** Sends one request. Never throws; never follows a redirect; errors carry codes, never the URL (it may hold a token). */
export type HttpClient = (request: HttpRequest) => Promise<HttpOutcome>;

/** Answers larger than this are cut off as lost: no API this product calls answers more. */
const maxAnswerBytes = 4 * 1024 * 1024;

/**
 * node:http(s) with kept-alive connections: about half the CPU of global fetch a call, and no 60 ms at its first use
 * (measured by `npm run bench`).
 */
export function createHttpClient(): HttpClient {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
  };
  return (request) =>
    new Promise((resolve) => {
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      let written = false;
      const fail = (reason: string) =>
        resolve(written ? { kind: 'lost', reason } : { kind: 'notSent', reason });
      const call = (secure ? https : http).request(
        url,
        {
          method: request.method,
          agent: secure ? agents['https:'] : agents['http:'],
          headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > maxAnswerBytes) call.destroy(new Error('answer too large'));
            else chunks.push(chunk);
          });
          answer.on('end', () =>
            answer.complete
              ? resolve({
                  kind: 'answered',
                  status: answer.statusCode ?? 0,
                  headers: answer.headers,
                  body: Buffer.concat(chunks),
                })
              : fail('answer cut short'),
          );
          answer.on('error', (error) => fail(codeOf(error)));
        },
      );
      call.setTimeout(request.timeoutMs, () => call.destroy(new Error('timeout')));
      call.on('error', (error) => fail(codeOf(error)));
      // A kept-alive socket is already connected: from the moment the bytes may leave, the outcome is uncertain.
      call.on('socket', (socket) => {
        if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => (written = true));
        else written = true;
      });
      call.end(request.body);
    });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.slice(0, 60);
}
