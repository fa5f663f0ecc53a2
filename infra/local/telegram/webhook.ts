import { randomInt } from 'node:crypto';
import { apiChat } from './api-shapes.ts';
import { onRequestOnly } from './methods/webhook-methods.ts';
import type { QueuedUpdate, Webhook } from './state.ts';
import type { World } from './world.ts';

/**
 * The side of Telegram that posts updates. As the open Bot API server does it (tdlib/telegram-bot-api WebhookActor.cpp):
 * one queue a chat (presses: one a user), strictly one update at a time inside a queue; anything but 2xx within 60 s is a
 * failure; then at once, 2, 4, 8 … s up to a random 60-120 s, or `Retry-After` up to an hour; an update that would be
 * tried after its expiry (24 h, presses 150 s) is dropped silently.
 */
export type WebhookOptions = {
  readonly webhookUrl: () => string;
  readonly timeoutMs: number;
  readonly firstUpdateId: number;
  /** The station answered an update with a method call in the body. */
  readonly execute: (method: string, raw: Readonly<Record<string, unknown>>) => void;
};

export type WebhookSide = {
  readonly tell: (update: Readonly<Record<string, unknown>>, queue: string) => number;
  readonly pending: () => number;
  readonly nextDue: () => number | undefined;
  /** Starts what is due and resolves when nothing is in flight and nothing can start before the clock moves. */
  readonly settled: () => Promise<void>;
  readonly redeliver: (updateId: number) => void;
  readonly close: () => void;
};

const HOUR = 3_600_000;
/** Delivered updates that a test can have posted again. */
const REMEMBERED = 10_000;
const lifetimes = { callback_query: 150_000, inline_query: 30_000 } as const;

/** @param world asked lazily: the world needs `tell`, and this needs the world. */
export const webhookSide = (world: () => World, options: WebhookOptions): WebhookSide => {
  const inFlight = new Map<string, AbortController>();
  const delivered = new Map<number, Posted>();
  const waiting: (() => void)[] = [];
  let extra = 0;
  let closed = false;

  /** The first update of each queue that nobody is posting. */
  const heads = (): QueuedUpdate[] => {
    const first = new Map<string, QueuedUpdate>();
    for (const update of world().updates.all()) if (!first.has(update.queue)) first.set(update.queue, update);
    return [...first.values()].filter((update) => !inFlight.has(update.queue));
  };

  const wake = (): void => {
    const webhook = world().webhooks.get('set');
    for (const update of !closed && webhook?.url ? heads() : []) {
      if (!webhook || inFlight.size >= webhook.maxConnections) break;
      if (update.expiresAt < world().now()) drop(update);
      else if (update.dueAt <= world().now()) start(update, webhook);
    }
    release();
  };

  const drop = (update: QueuedUpdate): void => {
    world().updates.drop(update.id);
    showDelivered(update);
    queueMicrotask(wake);
  };

  const start = (update: QueuedUpdate, webhook: Webhook): void => {
    const abort = new AbortController();
    inFlight.set(update.queue, abort);
    const posted = { update_id: update.id, ...update.body };
    void postUpdate(posted, options, webhook.secret, abort.signal).then((answer) => {
      inFlight.delete(update.queue);
      if (closed) return;
      world().store.atomically(() => settle(update, posted, answer));
      wake();
    });
  };

  const settle = (update: QueuedUpdate, posted: Posted['body'], answer: WebhookAnswer): void => {
    if (answer.ok) {
      delivered.set(update.id, { body: posted, queue: update.queue });
      const [oldest] = delivered.keys();
      if (delivered.size > REMEMBERED && oldest !== undefined) delivered.delete(oldest);
      world().updates.drop(update.id);
      showDelivered(update);
      if (answer.call) options.execute(answer.call.method, answer.call.raw);
      return;
    }
    const now = world().now();
    noteError(world(), answer.problem, now);
    const wait = answer.retryAfterMs ?? backOff(update.failures);
    const dueAt = now + wait;
    if (dueAt > update.expiresAt) drop(update);
    else world().updates.put(update.id, { ...update, failures: update.failures + 1, dueAt });
  };

  /** The person's app shows two ticks now. */
  const showDelivered = (update: QueuedUpdate): void => {
    const chat = Number(update.queue.split(':')[1]);
    if (update.queue.startsWith('message:')) world().changed(chat);
  };

  const canStart = (): boolean =>
    Boolean(world().webhooks.get('set')?.url) && heads().some((update) => update.dueAt <= world().now());
  const busy = (): boolean => !closed && (inFlight.size > 0 || extra > 0 || canStart());
  const release = (): void => {
    if (!busy()) for (const resolve of waiting.splice(0)) resolve();
  };
  const settled = (): Promise<void> => {
    wake();
    return busy() ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve();
  };

  return {
    tell: (update, queue) => {
      const kind = Object.keys(update)[0] ?? '';
      if (!subscribed(world().webhooks.get('set'), kind)) return 0;
      const id = world().count('update', options.firstUpdateId);
      const now = world().now();
      const life = kind === 'callback_query' || kind === 'inline_query' ? lifetimes[kind] : 24 * HOUR;
      world().updates.put(id, {
        id,
        queue,
        body: { ...update },
        expiresAt: now + life,
        failures: 0,
        dueAt: now,
      });
      queueMicrotask(wake);
      return id;
    },
    pending: () => world().updates.size() + extra,
    nextDue: () => {
      const due = heads().map((update) => Math.min(update.dueAt, update.expiresAt + 1));
      return world().webhooks.get('set')?.url && due.length > 0 ? Math.min(...due) : undefined;
    },
    settled,
    redeliver: (updateId) => {
      const posted = delivered.get(updateId);
      const webhook = world().webhooks.get('set');
      if (!posted || !webhook) throw new Error(`update ${updateId} was not delivered yet: nothing to repeat`);
      extra += 1;
      void postUpdate(posted.body, options, webhook.secret, new AbortController().signal).then(() => {
        extra -= 1;
        release();
      });
    },
    close: () => {
      closed = true;
      for (const abort of inFlight.values()) abort.abort();
      release();
    },
  };
};

type Posted = { readonly body: Readonly<Record<string, unknown>>; readonly queue: string };

const subscribed = (webhook: Webhook | undefined, kind: string): boolean => {
  if (!webhook || webhook.allowed.length === 0) return !onRequestOnly.includes(kind);
  return webhook.allowed.includes(kind);
};

/** @param failures before this one. */
const backOff = (failures: number): number =>
  failures === 0 ? 0 : Math.min(2 ** failures * 1000, randomInt(60_000, 120_001));

const noteError = (world: World, lastError: string, lastErrorAt: number): void => {
  const webhook = world.webhooks.get('set');
  if (webhook) world.webhooks.put('set', { ...webhook, lastError, lastErrorAt });
};

type WebhookAnswer =
  | { readonly ok: true; readonly call?: { readonly method: string; readonly raw: Record<string, unknown> } }
  | { readonly ok: false; readonly problem: string; readonly retryAfterMs?: number };

const postUpdate = async (
  body: unknown,
  { webhookUrl, timeoutMs }: WebhookOptions,
  secret: string,
  closing: AbortSignal,
): Promise<WebhookAnswer> => {
  try {
    const response = await fetch(webhookUrl(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    if (response.ok) return { ok: true, ...callIn(text) };
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      ok: false,
      problem: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      ...(retryAfter > 0 ? { retryAfterMs: Math.min(retryAfter, 3600) * 1000 } : {}),
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, problem: timedOut ? 'Read timeout expired' : 'Connection refused' };
  }
};

/** A 2xx body that is JSON with `method` is a call. */
const callIn = (text: string): { call?: { method: string; raw: Record<string, unknown> } } => {
  if (!text.trimStart().startsWith('{')) return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('method' in body) || typeof body.method !== 'string')
      return {};
    const { method, ...raw } = body;
    return { call: { method, raw } };
  } catch {
    return {};
  }
};

/** A `my_chat_member` update: the bot's standing in a chat changed. In private chats: blocked or unblocked. */
export const membershipUpdate = (
  world: World,
  chat: number,
  from: Record<string, unknown>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> => ({
  my_chat_member: {
    chat: apiChat(world, chat),
    from,
    date: Math.floor(world.now() / 1000),
    old_chat_member: before,
    new_chat_member: after,
  },
});
