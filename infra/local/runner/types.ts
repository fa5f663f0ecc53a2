import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * How the parts of the local station plug into its runner. The runner owns the clock, the queues, the functions and
 * the HTTP front; a simulator plays a messenger's server; the page shows the phones. Each part is one object of the
 * shapes below, handed to the runner in one line of station.ts.
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

/** What a simulator starts with. `webhookUrl` is where it posts updates, as the platform would. */
export type SimulatorOptions = {
  readonly clock: StationClock;
  readonly webhookUrl: string;
  /** The simulator's own folder; it creates it when it keeps anything on disk. */
  readonly dataDir: string;
};

/** A messenger's server, played on this machine. */
export type Simulator = {
  readonly messenger: 'telegram' | 'whatsapp';
  /** Base of the API it serves, without a trailing slash: what TELEGRAM_API_URL or WHATSAPP_API_URL becomes. */
  readonly apiUrl: string;
  /** Takes requests to `/_local/phone/…` on the station's port. */
  readonly handle: RequestHandler;
  /**
   * What the simulator itself still has to do. `busy`: webhooks being posted or ready to be posted now, in count.
   * `nextDueAt`: when (station milliseconds) it will next act by itself, for example a webhook's retry; undefined when
   * nothing waits. The station is idle only with `busy` 0 and no `nextDueAt`; pushing the clock stops at `nextDueAt`,
   * and the simulator acts on it in its `clock.onMove` listener.
   */
  readonly work: () => { readonly busy: number; readonly nextDueAt: number | undefined };
  readonly close: () => Promise<void>;
};

/** The web page: takes `/` and `/assets/…`. */
export type Page = { readonly handle: RequestHandler };
