import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { StartError } from '../runner/start-error.ts';

/** A server on the loopback. `close` drops what is still open instead of waiting for it. */
export type Listening = { readonly port: number; readonly url: string; readonly close: () => Promise<void> };

/**
 * Opens an HTTP server on 127.0.0.1 that no caller can hang or crash: slow headers and bodies are cut off, and a request
 * that cannot be read gets a 4xx. Throws a StartError when the port is taken.
 */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  const server = createServer(
    {
      // API Gateway refuses more than 10,240 bytes of headers; Node answers 431.
      maxHeaderSize: 10_240,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
    },
    listener,
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  // Expect: 100-continue and upgrades have no use here; Node's defaults would answer or hang.
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(
      `Port ${port} cannot be used (${error instanceof Error ? error.message : 'unknown'}). Stop what runs there, or choose another one: PORT=3001 npm start`,
    );
  }
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
