/** One request to the station's address. */
export type Asked = {
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** From the address on, with its slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What came back: an answer and the milliseconds it took, or the code of what kept it from coming. */
export type Answered =
  | { readonly status: number; readonly body: string; readonly milliseconds: number }
  | { readonly reason: string };

/** Never throws. */
export type Call = (asked: Asked) => Promise<Answered>;

const timeoutMs = 30_000;

/** Calls the address as messengers and browsers do: certificates are checked, redirects are not followed. */
export function callAt(url: string): Call {
  return async ({ method, path, headers = {}, body = null }) => {
    const begun = performance.now();
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      return { status: response.status, body: text, milliseconds: performance.now() - begun };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  };
}

/** The code says more than the words around it, such as ENOTFOUND or CERT_HAS_EXPIRED. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
