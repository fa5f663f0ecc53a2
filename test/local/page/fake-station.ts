import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buildPage, type Page } from '#infra/local/page/build.ts';
import type { PhoneAct } from '#infra/local/phone-api.ts';
import { type Model, newModel } from './fake-model.ts';
import { answer } from './scripted-bot.ts';

/** A station of cardboard for the page's tests: the phone API in memory, and a bot that follows a script. */
export type FakeStation = {
  readonly url: string;
  readonly model: Model;
  /** Every act that the page sent, in order. */
  readonly acts: readonly PhoneAct[];
  readonly clockMoves: readonly unknown[];
  /** From now on taps are not answered; the returned function answers those that wait. */
  readonly holdTaps: () => () => void;
  /** The next act is answered 400 with this text. */
  readonly refuseNext: (error: string) => void;
  /** Breaks every line of live updates, as a restart would. */
  readonly breakLines: () => void;
  readonly stop: () => Promise<void>;
};

export type FakeOptions = {
  readonly live?: boolean;
  readonly zone?: string;
  /** No phone and no group at all, as on a station whose messengers are elsewhere. */
  readonly empty?: boolean;
};

let built: Promise<Page> | undefined;

/** Starts on a free port of 127.0.0.1. The page is built once per process. */
export const startFakeStation = async (options: FakeOptions = {}): Promise<FakeStation> => {
  built ??= buildPage();
  const page = await built;
  const lines = new Set<ServerResponse>();
  const tell = (news: object): void => {
    for (const line of lines) line.write(`data: ${JSON.stringify(news)}\n\n`);
  };
  const model = newModel({
    live: options.live ?? true,
    zone: options.zone ?? 'Europe/Athens',
    empty: options.empty ?? false,
    tell,
  });
  const acts: PhoneAct[] = [];
  const clockMoves: unknown[] = [];
  const held: (() => void)[] = [];
  let holding = false;
  let refusal = '';

  const take = (act: PhoneAct): object => {
    acts.push(act);
    const opened = model.apply(act);
    const react = (): void => answer(model, act);
    if (holding && act.do === 'tap') held.push(react);
    else react();
    return opened ? { chat: opened } : {};
  };

  const routes: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => unknown>
  > = {
    'GET /_local/phone/state': (_request, response) => json(response, 200, model.state()),
    'GET /_local/phone/chat': (_request, response, url) =>
      json(response, 200, model.chat(url.searchParams.get('id') ?? '')),
    'GET /_local/phone/ledger': (_request, response, url) =>
      json(response, 200, model.ledger(url.searchParams.get('messenger') ?? 'telegram')),
    'GET /_local/phone/events': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': hello\n\n');
      lines.add(response);
      response.on('close', () => lines.delete(response));
    },
    'POST /_local/phone/act': async (request, response) => {
      const act: PhoneAct = JSON.parse(await textOf(request));
      if (refusal) json(response, 400, { error: refusal });
      else json(response, 200, take(act));
      refusal = '';
    },
    'GET /_local/clock': (_request, response) => json(response, 200, { now: model.state().now, next: null }),
    'POST /_local/clock': async (request, response) => {
      const move: unknown = JSON.parse(await textOf(request));
      clockMoves.push(move);
      const refused = model.moveClock(move);
      json(response, refused ? 400 : 200, refused ? { error: refused } : { now: model.state().now });
    },
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = page.assets[url.pathname];
    const route = routes[`${request.method} ${url.pathname}`];
    if (route) void route(request, response, url);
    else if (file) response.writeHead(200, { 'content-type': file.type }).end(file.body);
    else response.writeHead(404).end();
  });
  const url = await listening(server);
  return {
    url,
    model,
    acts,
    clockMoves,
    holdTaps: () => {
      holding = true;
      return () => {
        holding = false;
        for (const react of held.splice(0)) react();
      };
    },
    refuseNext: (error) => {
      refusal = error;
    },
    breakLines: () => {
      for (const line of lines) line.destroy();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

const listening = (server: Server): Promise<string> =>
  new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('The fake station has no port.'));
      else ready(`http://127.0.0.1:${address.port}`);
    });
  });

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};
