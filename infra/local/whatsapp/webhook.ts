import { randomInt } from 'node:crypto';
import { changeSetup } from './setup.ts';
import type { Item, Post } from './state.ts';
import { signatureOf, webhookBytes } from './webhook-body.ts';
import type { World } from './world.ts';

/**
 * The side of WhatsApp that posts webhooks. Nothing goes out before the station answered the handshake. Anything but
 * 200 is a failure; then at once and with falling frequency for 7 days, then never. Nothing is promised about order, but
 * of one person only one POST is under way at a time, so that new things come roughly as they happened; what failed does
 * not hold up what follows. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export type WebhookOptions = {
  readonly webhookUrl: () => string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Real milliseconds. */
  readonly timeoutMs: number;
  readonly handshakeEveryMs: number;
};

export type WebhookSide = {
  readonly tell: World['tell'];
  readonly untell: World['untell'];
  readonly subscribed: () => boolean;
  readonly pending: () => number;
  readonly nextDue: () => number | undefined;
  /** Starts what is due and resolves when nothing is in flight and nothing can start before the clock moves. */
  readonly settled: () => Promise<void>;
  /** As `settled`, and tries the handshake first when the station is not subscribed yet. */
  readonly pump: () => Promise<void>;
  readonly redeliverAll: () => void;
  /** Begins the handshake, tried again until it succeeds. */
  readonly open: () => void;
  readonly close: () => void;
};

const SECOND = 1000;
const HOUR = 3_600_000;
const LIFE_MS = 7 * 24 * HOUR;
/** Waits before the first, second, … retry; the last one is for all that follow. Meta publishes none. */
const waits = [0, 5 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND, HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR];
const LONGEST_WAIT = 12 * HOUR;
/** As many things in one POST, and as many POSTs at once. Meta's most is 1,000 things. */
const MOST_ITEMS = 20;
const MOST_AT_ONCE = 40;
/** Taken POSTs that a test can have posted again. */
const REMEMBERED = 1000;

/** @param world asked lazily: the world needs `tell`, and this needs the world. */
export const webhookSide = (world: () => World, options: WebhookOptions): WebhookSide => {
  const inFlight = new Map<number, readonly string[]>();
  const closing = new AbortController();
  const taken: Post[] = [];
  const waiting: (() => void)[] = [];
  let isSubscribed = false;
  let shaking: Promise<void> | undefined;
  let nextTry: NodeJS.Timeout | undefined;

  const startable = (): Post[] => {
    const lanes = new Set([...inFlight.values()].flat());
    const found: Post[] = [];
    for (const post of isSubscribed && !closing.signal.aborted ? world().posts.all() : []) {
      if (post.dueAt > world().now() || inFlight.has(post.id)) continue;
      if (found.length + inFlight.size >= MOST_AT_ONCE) break;
      const own = lanesOf(post);
      const free = !own.some((lane) => lanes.has(lane));
      // Also one that must wait keeps what comes after it waiting.
      for (const lane of own) lanes.add(lane);
      if (free) found.push(post);
    }
    return found;
  };

  const wake = (): void => {
    for (const post of startable()) start(post);
    release();
  };

  const start = (post: Post): void => {
    inFlight.set(post.id, lanesOf(post));
    const bytes = webhookBytes(world().account, post.items);
    void postBytes(bytes, options, closing.signal).then((ok) => {
      inFlight.delete(post.id);
      if (closing.signal.aborted) return;
      world().store.atomically(() => (ok ? settle(post) : postpone(post)));
      wake();
    });
  };

  const settle = (post: Post): void => {
    world().posts.drop(post.id);
    if (post.again) return;
    taken.push(post);
    if (taken.length > REMEMBERED) taken.shift();
    for (const item of post.items) if (item.kind === 'message') showDelivered(world(), item.wamid);
    if (post.twice) repeat(post);
  };

  const postpone = (post: Post): void => {
    const dueAt = world().now() + (waits[post.failures] ?? LONGEST_WAIT);
    if (dueAt > post.expiresAt) world().posts.drop(post.id);
    else world().posts.put(post.id, { ...post, failures: post.failures + 1, dueAt });
  };

  const add = (post: Omit<Post, 'id' | 'expiresAt' | 'failures'>): void => {
    const id = world().count('post', 1);
    world().posts.put(id, { ...post, id, failures: 0, expiresAt: world().now() + LIFE_MS });
  };

  const repeat = ({ items }: Post): void => add({ items, dueAt: world().now(), again: true, twice: false });

  /** The newest POST that nobody is sending, if something due at the same time may join it. */
  const joinable = (dueAt: number): Post | undefined => {
    const last = [...world().posts.all()].at(-1);
    const open = last && last.failures === 0 && !last.again && !inFlight.has(last.id);
    const soon = (at: number) => Math.max(at, world().now());
    return open && soon(last.dueAt) === soon(dueAt) && last.items.length < MOST_ITEMS ? last : undefined;
  };

  const tell: World['tell'] = (items, dueAt = world().now()) => {
    if (world().words.get('app') === 'unsubscribed') return;
    const reversed = items.length > 1 && world().strikes('shuffle');
    for (const item of reversed ? items.toReversed() : items) {
      const joined = world().strikes('batch') ? joinable(dueAt) : undefined;
      if (joined) world().posts.put(joined.id, { ...joined, items: [...joined.items, item] });
      else add({ items: [item], dueAt, again: false, twice: world().strikes('duplicate') });
    }
    queueMicrotask(wake);
  };

  const handshake = async (): Promise<void> => {
    if (isSubscribed || closing.signal.aborted) return;
    const { webhookUrl, verifyToken, timeoutMs } = options;
    shaking ??= shakeHands({ url: webhookUrl, verifyToken, timeoutMs }, closing.signal).then((status) => {
      const ok = status === 200;
      shaking = undefined;
      isSubscribed = ok;
      // The owner entered the address by hand, so to speak.
      if (ok && !closing.signal.aborted) {
        changeSetup(world(), { callbackUrl: webhookUrl(), fields: ['messages'] });
      }
      clearTimeout(nextTry);
      if (!ok && !closing.signal.aborted) nextTry = setTimeout(open, options.handshakeEveryMs).unref();
      wake();
    });
    await shaking;
  };
  const open = (): void => void handshake();

  const busy = (): boolean =>
    !closing.signal.aborted && (inFlight.size > 0 || shaking !== undefined || startable().length > 0);
  const release = (): void => {
    if (!busy()) for (const resolve of waiting.splice(0)) resolve();
  };
  const settled = (): Promise<void> => {
    wake();
    return busy() ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve();
  };

  return {
    tell,
    untell: (wamid, status) => {
      for (const post of [...world().posts.all()]) {
        if (post.failures > 0 || inFlight.has(post.id)) continue;
        const left = post.items.filter((item) => !isStatus(item, wamid, status));
        if (left.length === post.items.length) continue;
        if (left.length === 0) world().posts.drop(post.id);
        else world().posts.put(post.id, { ...post, items: left });
      }
    },
    subscribed: () => isSubscribed,
    pending: () => world().posts.size(),
    nextDue: () => {
      const due = [...world().posts.all()].filter(({ id }) => !inFlight.has(id)).map(({ dueAt }) => dueAt);
      return isSubscribed && due.length > 0 ? Math.min(...due) : undefined;
    },
    settled,
    pump: async () => {
      await handshake();
      await settled();
    },
    redeliverAll: () => {
      for (const post of taken.toReversed()) repeat(post);
      wake();
    },
    open,
    close: () => {
      clearTimeout(nextTry);
      closing.abort();
      release();
    },
  };
};

/** Everybody whom a POST is about. */
const lanesOf = ({ items }: Post): readonly string[] => [
  ...new Set(items.map((item) => (item.kind === 'other' ? '' : item.chat))),
];

const isStatus = (item: Item, wamid: string, name: string): boolean =>
  item.kind === 'status' && item.wamid === wamid && item.name === name;

/** The person's app shows two ticks now. */
const showDelivered = (world: World, wamid: string): void => {
  const message = world.messages.get(wamid);
  if (!message || message.delivered) return;
  world.messages.put(wamid, { ...message, delivered: true });
  world.changed(message.chat);
};

/** @returns whether it was answered with 200; nothing else counts. */
const postBytes = async (
  bytes: Buffer,
  { webhookUrl, appSecret, timeoutMs }: WebhookOptions,
  closing: AbortSignal,
): Promise<boolean> => {
  try {
    const response = await fetch(webhookUrl(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signatureOf(bytes, appSecret),
      },
      body: new Uint8Array(bytes),
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
};

/**
 * @returns the status that it was answered with; 0 where nothing came, or 200 without the challenge.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export const shakeHands = async (
  how: { readonly url: () => string; readonly verifyToken: string; readonly timeoutMs: number },
  closing?: AbortSignal,
): Promise<number> => {
  const challenge = String(randomInt(10 ** 9, 10 ** 10));
  try {
    const url = new URL(how.url());
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.verify_token', how.verifyToken);
    const timeout = AbortSignal.timeout(how.timeoutMs);
    const signal = closing ? AbortSignal.any([closing, timeout]) : timeout;
    const response = await fetch(url, { redirect: 'manual', signal });
    const said = await response.text();
    return response.status === 200 && said !== challenge ? 0 : response.status;
  } catch {
    return 0;
  }
};
