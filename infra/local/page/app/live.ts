/** What the station told: a chat changed, the clock was moved, or the line to it came up or went down. */
export type News =
  | { readonly kind: 'chat'; readonly chat: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'line'; readonly up: boolean };

/** Milliseconds before a lost line is tried again; the last value repeats. */
const PATIENCE = [500, 1_000, 2_000, 5_000];

/**
 * Listens to the station's server-sent events and calls again whenever the line breaks. The browser's own reconnect gives
 * up for good on an answer that is no event stream (a proxy's error page, a station that is just starting), so it is not relied on.
 * Answers a function that hangs up.
 */
export const listen = (tell: (news: News) => void): (() => void) => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const call = (): void => {
    source = new EventSource('/_local/phone/events');
    source.onopen = () => {
      failures = 0;
      tell({ kind: 'line', up: true });
    };
    source.onmessage = (event) => {
      const news = newsOf(String(event.data));
      if (news) tell(news);
    };
    source.onerror = () => {
      source?.close();
      tell({ kind: 'line', up: false });
      timer = setTimeout(call, PATIENCE[Math.min(failures++, PATIENCE.length - 1)]);
    };
  };
  call();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};

const newsOf = (data: string): News | undefined => {
  const told: unknown = JSON.parse(data);
  if (typeof told !== 'object' || told === null) return undefined;
  if ('chat' in told) return { kind: 'chat', chat: String(told.chat) };
  return 'clock' in told ? { kind: 'clock' } : undefined;
};
