import type { PhoneAct, PhoneState, ShownChat } from '../../phone-api.ts';
import { listen } from './live.ts';
import { personOf } from './persons.ts';
import { type Call, type ClockMove, type NextDue, Refused, server } from './server.ts';

/** What the page knows at this moment. Replaced as a whole at every change, never changed in place. */
export type View = {
  readonly state: PhoneState | undefined;
  /** `performance.now()` at which `state.now` was true. */
  readonly stateAt: number;
  readonly chats: Readonly<Record<string, ShownChat>>;
  /** The person whose phones are in hand. */
  readonly open: string;
  /** The line of live updates stands. */
  readonly up: boolean;
  readonly taps: readonly Tap[];
  readonly toasts: readonly Toast[];
  readonly clockBusy: boolean;
  readonly next: NextDue | undefined;
  readonly calls: readonly Call[];
};

export type Tap = { readonly chat: string; readonly messageId: number; readonly data: string };

export type Toast = {
  readonly id: number;
  readonly text: string;
  /** `bot`: a callback's answer on the phone of `chat`; `error`: something the station refused. */
  readonly tone: 'bot' | 'error';
  readonly chat: string;
};

/** The page's one store: what is known, and what can be done. Every refusal becomes an error toast. */
export type Station = {
  readonly view: () => View;
  readonly subscribe: (changed: () => void) => () => void;
  /** Takes a person's phones in hand. */
  readonly open: (person: string) => void;
  /** Keeps a chat loaded and live while it is in sight. Answers a function that lets it go. */
  readonly watch: (chat: string) => () => void;
  /** True when the station took it. */
  readonly act: (act: PhoneAct) => Promise<boolean>;
  readonly moveClock: (move: ClockMove) => Promise<void>;
  /** Keeps the list of calls fresh while it is looked at. */
  readonly watchCalls: () => () => void;
  readonly fail: (text: string) => void;
  readonly now: () => string;
  readonly hangUp: () => void;
};

/** Calls that the drawer "What happened" shows. */
const CALLS = 60;

/** "typing…" goes out by itself after 5 s and is not told: https://core.telegram.org/bots/api#sendchataction */
const TYPING_MS = 5_200;

const TOAST_MS = 5_000;

/** Real milliseconds after news in which it is asked what the clock brings next: one step makes several of them. */
const NEXT_MS = 300;

const NOTHING: View = {
  state: undefined,
  stateAt: 0,
  chats: {},
  open: '',
  up: false,
  taps: [],
  toasts: [],
  clockBusy: false,
  next: undefined,
  calls: [],
};

/** `first` names the person to open with, or one of their chats; the first person there is, when nobody goes by it. */
export const openStation = (first: string): Station => {
  let view: View = { ...NOTHING, open: first };
  let toastId = 0;
  let callsWatched = 0;
  const typing = new Map<string, ReturnType<typeof setTimeout>>();
  const watched = new Map<string, number>();
  const subscribers = new Set<() => void>();

  const set = (change: Partial<View>): void => {
    view = { ...view, ...change };
    for (const changed of subscribers) changed();
  };

  const toast = (text: string, tone: Toast['tone'], chat: string): void => {
    const id = ++toastId;
    set({
      toasts: [
        ...view.toasts.filter((shown) => shown.text !== text || shown.chat !== chat),
        { id, text, tone, chat },
      ],
    });
    setTimeout(() => set({ toasts: view.toasts.filter((shown) => shown.id !== id) }), TOAST_MS);
  };

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      toast(error.message, 'error', '');
      return false;
    }
  };

  const loadState = oneAtATime(async () => {
    const state = await server.state();
    const people = state.phones.filter((phone) => phone.kind === 'person');
    const named = people.find((phone) => personOf(phone) === view.open || phone.id === view.open);
    const phone = named ?? people[0];
    set({ state, stateAt: performance.now(), open: phone ? personOf(phone) : '' });
  });

  const loadChat = async (id: string): Promise<void> => {
    const chat = await server.chat(id);
    // A change ends the spinning of taps that the station does not report itself.
    const taps = view.taps.filter((tap) => tap.chat !== id || waiting(chat, tap));
    set({ chats: { ...view.chats, [id]: chat }, taps });
    if (chat.toast) toast(chat.toast, 'bot', id);
    clearTimeout(typing.get(id));
    if (chat.typing)
      typing.set(
        id,
        setTimeout(() => refresh([id]), TYPING_MS),
      );
  };
  const chatLoaders = new Map<string, () => Promise<void>>();
  const refreshChat = (id: string): Promise<void> => {
    const loader = chatLoaders.get(id) ?? oneAtATime(() => loadChat(id));
    chatLoaders.set(id, loader);
    return loader();
  };
  const loadCalls = oneAtATime(async () => {
    const messengers = new Set(view.state?.phones.map((phone) => phone.messenger));
    set({ calls: await server.calls([...messengers], CALLS) });
  });

  let nextAsked = false;
  const loadNext = oneAtATime(async () => {
    // Only a hint: a station that is stopped says so elsewhere.
    nextAsked = false;
    set({ next: await server.next().catch(() => undefined) });
  });
  const askNext = (): void => {
    // News that never pause do not put it off.
    if (nextAsked) return;
    nextAsked = true;
    setTimeout(() => void loadNext(), NEXT_MS);
  };

  const inSight = (): readonly string[] => [...watched.keys()];
  const refresh = (chats: readonly string[]): void => {
    askNext();
    const work = [loadState(), ...chats.map(refreshChat), ...(callsWatched > 0 ? [loadCalls()] : [])];
    void attempt(async () => void (await Promise.all(work)));
  };
  // The address may name a phone of another station: whose phones there are is asked before any chat.
  const readAfresh = async (): Promise<void> => {
    askNext();
    await loadState();
    await Promise.all(inSight().map(refreshChat));
    if (callsWatched > 0) await loadCalls();
  };

  const hangUp = listen((news) => {
    if (news.kind === 'line') {
      set({ up: news.up });
      // Whatever happened while the line was down is read afresh.
      if (news.up) void attempt(readAfresh);
    } else if (news.kind === 'clock') refresh([]);
    else refresh(inSight().filter((id) => id === news.chat));
  });

  return {
    view: () => view,
    subscribe: (changed) => {
      subscribers.add(changed);
      return () => subscribers.delete(changed);
    },
    open: (person) => set({ open: person }),
    watch: (chat) => {
      watched.set(chat, (watched.get(chat) ?? 0) + 1);
      refresh([chat]);
      return () => {
        const left = (watched.get(chat) ?? 1) - 1;
        if (left > 0) watched.set(chat, left);
        else watched.delete(chat);
      };
    },
    act: async (act) => {
      const tap = act.do === 'tap' ? { chat: act.chat, messageId: act.messageId, data: act.data } : undefined;
      if (tap) set({ taps: [...view.taps, tap] });
      const done = await attempt(async () => {
        const opened = await server.act(act);
        if (act.do === 'new-person') await openNewest(opened);
      });
      if (!done && tap) set({ taps: view.taps.filter((waits) => waits !== tap) });
      return done;
    },
    moveClock: async (move) => {
      if (view.clockBusy) return;
      set({ clockBusy: true });
      await attempt(() => server.moveClock(move));
      set({ clockBusy: false });
      refresh(inSight());
    },
    watchCalls: () => {
      callsWatched += 1;
      refresh([]);
      return () => {
        callsWatched -= 1;
      };
    },
    fail: (text) => toast(text, 'error', ''),
    now: () => {
      const start = view.state ? Date.parse(view.state.now) : Date.now();
      return new Date(start + (view.state ? performance.now() - view.stateAt : 0)).toISOString();
    },
    hangUp,
  };

  /** After "New person": a station that does not answer the new id has put the new phone last in its list. */
  async function openNewest(opened: string): Promise<void> {
    const known = new Set(view.state?.phones.map((phone) => phone.id));
    await loadState();
    const phones = view.state?.phones ?? [];
    const newest =
      phones.find((phone) => phone.id === opened) ?? phones.filter((phone) => !known.has(phone.id)).at(-1);
    if (newest) set({ open: personOf(newest) });
  }
};

const waiting = (chat: ShownChat, tap: Tap): boolean =>
  chat.pending?.some((one) => one.messageId === tap.messageId && one.data === tap.data) ?? false;

/** Runs the work, and once more after it when it was asked for meanwhile; never twice at the same time. */
const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
};
