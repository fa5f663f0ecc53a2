import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * How the parts of the local station plug into its runner. The runner owns the clock, the queues, the functions and
 * the HTTP front; a simulator plays a messenger's server; the page shows the phones.
 */

/** The one clock of the local station: queue delays, timers, holds, windows and the simulator's limits all read it. */
export type StationClock = {
  /** Milliseconds since the epoch, UTC, on the station's clock (it may be pushed forward, never back). */
  readonly now: () => number;
  /** Called after every jump with the new time in milliseconds; returns the function that ends the calls. */
  readonly onMove: (listener: (now: number) => void) => () => void;
};

/** Answers true when it has taken the request (it then owns the response), false when it is somebody else's. */
export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | Promise<boolean>;

/** A messenger's server, played on this machine, as the runner sees it (the Telegram server of ../telegram is one). */
export type Simulator = {
  /** Base of the API it serves, without a trailing slash: what TELEGRAM_API_URL or WHATSAPP_API_URL becomes. */
  readonly apiUrl: string;
  /** Webhooks waiting, retrying or in flight. The station is idle only when there are none. */
  readonly pending: () => number;
  /** When it next acts by itself, in station milliseconds; undefined when nothing waits for the clock. */
  readonly nextDue: () => number | undefined;
  /** Does what is due at `now` and resolves when nothing is in flight any more. */
  readonly pump: (now: number) => Promise<void>;
  /** Resolves when nothing is in flight and nothing can start before the clock moves. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};
