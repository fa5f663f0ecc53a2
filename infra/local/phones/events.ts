import type { ServerResponse } from 'node:http';

/** Server-sent events to every open page. */
export const eventStream = () => {
  const open = new Set<ServerResponse>();
  return {
    open: (response: ServerResponse): void => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      // An empty comment makes the browser report the stream as open at once.
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send: (event: Readonly<Record<string, string>>): void => {
      for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: (): void => {
      for (const response of open) response.end();
    },
  };
};
