import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PhoneAct, PhoneState } from '../phone-api.ts';
import { phoneActShape } from './act-shape.ts';
import { eventStream } from './events.ts';
import { madeUpPhone } from './made-up-phone.ts';
import { ActRefused, type MessengerPhones } from './types.ts';

/** What the page is told besides the chats. */
export type PhonesOptions = {
  readonly messengers: readonly MessengerPhones[];
  /** Milliseconds on the station's clock. */
  readonly now: () => number;
  /** IANA zone and name of the station. */
  readonly zone: string;
  readonly station: string;
  /** False when the messengers' servers were given from outside: then nobody can act. */
  readonly live: boolean;
  readonly outside?: PhoneState['outside'];
};

export type MountedPhones = {
  /** Takes requests to `/_local/phone/…`; answers false for all others. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The station's clock was moved: tells open pages. */
  readonly clockMoved: () => void;
  readonly close: () => void;
};

/** Longest body of an act: ten photos as data URLs. */
const MAX_BODY = 64 * 1024 * 1024;

/** The endpoints behind the page, over one or more simulated messengers. See phone-api.ts. */
export const mountPhones = (options: PhonesOptions): MountedPhones => {
  const events = eventStream();
  const unwatch = options.messengers.map((messenger) => messenger.watch((chat) => events.send({ chat })));
  return {
    handle: async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const route = /^\/_local\/phone\/(\w+)$/.exec(url.pathname)?.[1];
      if (route === undefined) return false;
      const asked = `${request.method} ${route}`;
      if (asked === 'GET events') events.open(response);
      else if (asked === 'GET file') sendFile(options, url.searchParams, response);
      else if (asked === 'POST act') send(response, await act(options, request));
      else send(response, read(options, asked, url.searchParams));
      return true;
    },
    clockMoved: () => events.send({ clock: new Date(options.now()).toISOString() }),
    close: () => {
      for (const stop of unwatch) stop();
      events.close();
    },
  };
};

type Answer = { readonly status: number; readonly body: unknown };

const read = (options: PhonesOptions, asked: string, query: URLSearchParams): Answer => {
  switch (asked) {
    case 'GET state':
      return { status: 200, body: state(options) };
    case 'GET chat':
      return openChat(options, query.get('id') ?? '');
    case 'GET ledger': {
      const messenger = query.get('messenger') ?? 'telegram';
      const found = options.messengers.find((each) => each.messenger === messenger);
      return found
        ? { status: 200, body: found.ledger() }
        : refused(404, `there is no messenger ${messenger} here`);
    }
    default:
      return refused(404, `there is no ${asked} under /_local/phone: see phone-api.ts`);
  }
};

const state = ({ messengers, now, zone, station, live, outside = [] }: PhonesOptions): PhoneState => ({
  phones: messengers.flatMap((messenger) => messenger.phones()),
  now: new Date(now()).toISOString(),
  zone,
  station,
  live,
  outside,
  writers: messengers.flatMap((messenger) => messenger.writers()),
});

/** What is shown once (the toast) is in this answer and gone from the next. */
const openChat = (options: PhonesOptions, id: string): Answer => {
  const owner = ownerOf(options, id);
  const body = owner?.chat(id);
  owner?.seen(id);
  return body ? { status: 200, body } : refused(404, 'there is no such chat');
};

const ownerOf = ({ messengers }: PhonesOptions, chat: string): MessengerPhones | undefined =>
  messengers.find((messenger) => messenger.chat(chat) !== undefined);

const act = async (options: PhonesOptions, request: IncomingMessage): Promise<Answer> => {
  if (!options.live) return refused(400, 'the messengers were given from outside: act in the real app');
  const parsed = phoneActShape.safeParse(await readJson(request));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refused(400, `not an act: ${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`);
  }
  const deed = parsed.data;
  try {
    if (deed.do === 'new-person') return { status: 200, body: { chat: newPerson(options, deed) } };
    const messenger = ownerOf(options, deed.chat);
    if (!messenger) return refused(400, 'there is no such chat');
    const { chat } = messenger.act(deed);
    return { status: 200, body: chat === deed.chat ? {} : { chat } };
  } catch (error) {
    if (error instanceof ActRefused) return refused(400, error.message);
    throw error;
  }
};

/** Somebody new, on every messenger with one number. @returns their chat on the first one. */
const newPerson = ({ messengers }: PhonesOptions, deed: Extract<PhoneAct, { do: 'new-person' }>): string => {
  const phone = deed.phone ?? madeUpPhone();
  if (messengers.some((messenger) => messenger.phones().some(({ person }) => person === phone))) {
    throw new ActRefused('Somebody has this number already.');
  }
  const [first] = messengers.map((messenger) => messenger.act({ ...deed, phone }).chat);
  if (first === undefined) throw new ActRefused('There is no messenger here.');
  return first;
};

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    size += chunk.length;
    if (size <= MAX_BODY) parts.push(chunk);
  }
  try {
    return size > MAX_BODY ? undefined : JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
};

const sendFile = (options: PhonesOptions, query: URLSearchParams, response: ServerResponse): void => {
  const messenger = options.messengers.find((each) => each.messenger === query.get('messenger'));
  const file = messenger?.file(query.get('id') ?? '');
  if (!file) {
    send(response, refused(404, 'there is no such file'));
    return;
  }
  const shown = ['image/jpeg', 'image/png', 'image/webp'].includes(file.mime);
  response.writeHead(200, {
    'content-type': shown ? file.mime : 'application/octet-stream',
    'content-length': file.bytes.length,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
    ...(shown
      ? {}
      : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }),
  });
  response.end(file.bytes);
};

const refused = (status: number, error: string): Answer => ({ status, body: { error } });

const send = (response: ServerResponse, { status, body }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};
