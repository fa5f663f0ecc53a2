import type { SentFile } from '../phones/sent-files.ts';
import { appSubscriptions, debugToken, register, subscribeApp } from './app.ts';
import type { Fetched } from './content.ts';
import { errorBody, GraphError, noSuchObject } from './errors.ts';
import type { FaultScript } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { markRead } from './mark-read.ts';
import { linkTo, mediaOf, upload } from './media.ts';
import { phoneNumber } from './number.ts';
import { type Route, routeOf } from './routes.ts';
import { send } from './send.ts';
import { createTemplate, deleteTemplate, listTemplates } from './templates/registry.ts';
import type { CallName, Fault, FaultKind } from './types.ts';
import type { World } from './world.ts';

/** One call as it came in. */
export type Call = {
  readonly verb: string;
  /** Without the version. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Whose token it has: the station's, the app's own, or none that is right. */
  readonly caller: Caller;
  /** JSON, the fields of a form, or `undefined` when there is none or it cannot be read. */
  readonly body: unknown;
  /** `file` of a form. */
  readonly file: SentFile | undefined;
  readonly fetched: Fetched;
  /** What the handshake of a call that registers a webhook was answered with; 0 for every other call. */
  readonly shaken: number;
};

export type Caller = 'station' | 'app' | 'nobody';

/** What goes back over HTTP, and the fault that the HTTP side has to act out. */
export type Outcome = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly fault: FaultKind | undefined;
};

export type Dispatcher = {
  readonly world: World;
  readonly faults: FaultScript;
  readonly ledger: Ledger;
  readonly reviewMs: number;
};

type Done = {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly chat?: string;
  readonly wamid?: string;
  readonly billable?: boolean;
  readonly failed?: number;
};

/**
 * Runs one call: lets the fault script and the rules judge it, does it, writes the ledger. All in one piece, so that a
 * kill leaves either the call with its ledger line or neither.
 */
export const dispatch = (dispatcher: Dispatcher, call: Call): Outcome =>
  dispatcher.world.store.atomically(() => {
    const { world, faults, ledger } = dispatcher;
    const route = refined(routeOf(world.account, call.verb, call.path), call.body);
    const chat = chatOfBody(world, call.body);
    const fault = call.caller !== 'nobody' ? faults.hit({ call: route.call, chat }) : undefined;
    const note = (outcome: Outcome, error: GraphError | undefined, done: Done | undefined): Outcome => {
      ledger.record({
        call: route.call,
        verb: call.verb,
        path: call.path,
        chat: done?.chat ?? chat,
        payload: payloadOf(call),
        status: lostAnswer(fault) ? 0 : outcome.status,
        code: error?.code ?? 0,
        details: error?.details || (error?.message ?? ''),
        messageIds: done?.wamid === undefined ? [] : [done.wamid],
        effect: done !== undefined,
        billable: done?.billable ?? false,
        failed: done?.failed ?? 0,
        fault: fault?.kind,
      });
      return outcome;
    };
    try {
      if (call.caller === 'nobody') throw wrongToken();
      if ((call.caller === 'app') !== appOnly.has(route.call)) throw otherToken(call, route.id);
      if (fault) refuseByFault(fault);
      const done = perform(dispatcher, route, call, fault?.kind === 'failed' ? fault.code : 0);
      return note({ status: 200, body: done.answer, fault: fault?.kind }, undefined, done);
    } catch (error) {
      const refusal =
        error instanceof GraphError
          ? error
          : new GraphError(1, 'An unknown error occurred.', { status: 500 });
      return note(
        { status: refusal.status, body: errorBody(refusal), fault: fault?.kind },
        refusal,
        undefined,
      );
    }
  });

const perform = ({ world, reviewMs }: Dispatcher, route: Route, call: Call, ordered: number): Done => {
  const { account } = world;
  switch (route.call) {
    case 'send':
      return send(world, call.body, call.fetched, ordered);
    case 'mark-read':
      return { chat: markRead(world, call.body), answer: { success: true } };
    case 'upload':
      return { answer: { id: upload(world, uploadedFile(call)).id } };
    case 'media': {
      const media = ownMedia(world, route, call);
      return {
        answer: {
          messaging_product: 'whatsapp',
          url: linkTo(world, media),
          mime_type: media.mime,
          sha256: media.sha256,
          file_size: media.size,
          id: media.id,
        },
      };
    }
    case 'delete-media':
      world.media.drop(ownMedia(world, route, call).id);
      return { answer: { success: true } };
    case 'phone-number':
      return { answer: phoneNumber(world, call.query) };
    case 'phone-numbers':
      return { answer: { data: [phoneNumber(world, call.query)] } };
    case 'list-templates':
      return { answer: listTemplates(world, call.query) };
    case 'create-template':
      return { answer: createTemplate(world, call.body, reviewMs) };
    case 'delete-template':
      return { answer: deleteTemplate(world, call.query) };
    case 'subscriptions':
      return {
        answer: {
          data:
            world.words.get('app') === 'unsubscribed'
              ? []
              : [{ whatsapp_business_api_data: { name: 'Station', id: account.appId } }],
        },
      };
    case 'subscribe':
      world.words.put('app', 'subscribed');
      return { answer: { success: true } };
    case 'unsubscribe':
      world.words.put('app', 'unsubscribed');
      return { answer: { success: true } };
    case 'register':
      return { answer: register(world, call.body) };
    case 'debug-token':
      return { answer: debugToken(world, call.query) };
    case 'app-subscriptions':
      return { answer: appSubscriptions(world) };
    case 'app-subscribe':
      return { answer: subscribeApp(world, call.body, call.shaken) };
    case 'download':
    case 'unknown':
      throw noSuchObject(call.verb, route.id);
  }
};

/** A read mark goes to the same address as a message. */
const refined = (route: Route, body: unknown): Route =>
  route.call === 'send' && typeof body === 'object' && body !== null && 'status' in body
    ? { ...route, call: 'mark-read' }
    : route;

/** The chat that a body names, whether it is right or not: faults and the ledger go by it. */
const chatOfBody = (world: World, body: unknown): string => {
  if (typeof body !== 'object' || body === null) return '';
  const to = 'to' in body && typeof body.to === 'string' ? body.to.replaceAll(/\D/g, '') : undefined;
  const userId = 'recipient' in body ? body.recipient : undefined;
  const person = [...world.people.all()].find((each) =>
    to === undefined ? each.userId === userId : each.phone === to,
  );
  return person?.chat ?? '';
};

const uploadedFile = ({ body, file }: Call): SentFile => {
  const product = typeof body === 'object' && body !== null && 'messaging_product' in body;
  if (!product || body.messaging_product !== 'whatsapp') {
    throw new GraphError(100, 'The parameter messaging_product is required.');
  }
  if (!file) throw new GraphError(100, 'The parameter file is required.');
  // The type may stand in a field of its own, where the part itself does not say it.
  const type = 'type' in body && typeof body.type === 'string' ? body.type : undefined;
  return file.mime === 'application/octet-stream' && type !== undefined ? { ...file, mime: type } : file;
};

const ownMedia = (world: World, route: Route, call: Call) => {
  const number = call.query.get('phone_number_id');
  if (number !== null && number !== world.account.phoneNumberId) throw noSuchObject(call.verb, route.id);
  return mediaOf(world, call.verb, route.id);
};

const payloadOf = ({ body, file }: Call): unknown =>
  file && typeof body === 'object' && body !== null
    ? { ...body, file: { file: file.name, size: file.bytes.length } }
    : body;

/** No token, or not the one in force. */
export const wrongToken = (): GraphError =>
  new GraphError(190, '', { message: 'Invalid OAuth access token - Cannot parse access token' });

/** What the app's owner asks, and the station may not. */
const appOnly: ReadonlySet<CallName> = new Set(['debug-token', 'app-subscriptions', 'app-subscribe']);

const otherToken = (call: Call, id: string): GraphError =>
  call.caller === 'app'
    ? noSuchObject(call.verb, id)
    : new GraphError(15, '', { message: '(#15) This method must be called with an app access_token.' });

const lostAnswer = (fault: Fault | undefined): boolean =>
  fault?.kind === 'reset' || fault?.kind === 'timeout-after' || fault?.kind === 'reset-after';

/** @throws GraphError for the faults that keep a call from taking effect. */
const refuseByFault = (fault: Fault): void => {
  switch (fault.kind) {
    case 'error':
      throw new GraphError(fault.code, 'A test ordered this refusal.');
    case '500':
      throw new GraphError(131000, 'Something went wrong.');
    case 'html':
    case 'reset':
      throw new GraphError(2, 'Service temporarily unavailable', { status: 502 });
    case 'failed':
    case 'timeout-after':
    case 'reset-after':
      return;
  }
};
