import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listening, listen } from '../http/listen.ts';
import { respondJson } from '../http/respond.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The station's port, open before the station is: what comes early waits for it. */
export type Door = Listening & {
  /** Lets the waiting requests and all later ones in. */
  readonly letIn: (handle: Handle) => void;
};

/** Opens the port. Until `letIn`, health answers that the station is not ready, and everything else waits. */
export async function openDoor(port: number): Promise<Door> {
  let letIn: (handle: Handle) => void = () => {};
  const opened = new Promise<Handle>((resolve) => {
    letIn = resolve;
  });
  let current: Handle = async (request, response) => {
    if (request.url === '/_local/health') respondJson(response, 503, { ready: false });
    else await (await opened)(request, response);
  };
  const server = await listen(port, (request, response) => {
    void current(request, response);
  });
  return {
    ...server,
    letIn: (handle) => {
      current = handle;
      letIn(handle);
    },
  };
}
