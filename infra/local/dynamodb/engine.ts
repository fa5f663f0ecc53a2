import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import { type Answer, type Body, parseBody } from './wire.ts';

/** One dynalite, called inside this process: no socket between the layer and its store. */
export type Engine = {
  /** Performs one operation, for example `PutItem`; refusals are answers, not exceptions. */
  call(operation: string, body: Body): Promise<Answer>;
  /** Opens the endpoint on a free port of the loopback and returns its port; `listener` takes every request. */
  listen(listener: RequestListener): Promise<number>;
  /** Hands a request over as it came: what the layer has no opinion on. */
  forward(request: IncomingMessage, response: ServerResponse): void;
  /** Closes the endpoint, if open, and the store. */
  close(): Promise<void>;
};

/**
 * dynalite refuses nothing the layer accepts: item sizes are judged by the layer. The figure is not free, though:
 * a batch read answers up to 1 MB plus it, and with 15 MB that is the 16 MB of
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
const MAX_ITEM_SIZE_KB = 15 * 1024;

/** dynalite looks for these headers and does not check what they say. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
  'x-amz-date': '20260101T000000Z',
};

/** Opens a store in `path`, or in memory when there is none. */
export function openEngine(path: string | undefined): Engine {
  const server: Server = dynalite({
    ...(path === undefined ? {} : { path }),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    maxItemSizeKb: MAX_ITEM_SIZE_KB,
  });
  const [handle] = server.listeners('request');
  if (handle === undefined)
    throw new Error('dynalite has changed: its server has no request listener to wrap');
  server.removeAllListeners('request');

  return {
    call: (operation, body) =>
      new Promise((resolve) => {
        const request = Object.assign(new EventEmitter(), {
          method: 'POST',
          url: '/',
          headers: { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` },
        });
        const response = {
          statusCode: 200,
          setHeader() {},
          end: (text: string) => resolve({ status: response.statusCode, body: parseBody(text) ?? {} }),
        };
        Reflect.apply(handle, server, [request, response]);
        request.emit('data', Buffer.from(JSON.stringify(body)));
        request.emit('end');
      }),
    forward: (request, response) => Reflect.apply(handle, server, [request, response]),
    async listen(listener) {
      server.on('request', listener);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address === null || typeof address === 'string')
        throw new Error('the DynamoDB endpoint has no port');
      return address.port;
    },
    async close() {
      // dynalite closes its store only behind an open server.
      if (!server.listening) {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
      }
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
