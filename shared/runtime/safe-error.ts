/**
 * An error whose message may be written to a log: our own words, holding no data of a person and no secret. Of every
 * other error only name, code and place are logged, since libraries quote their input (JSON.parse does).
 */
export class SafeError extends Error {
  override readonly name: string = 'SafeError';
  /** A short word to search for, such as `ThrottlingException`. */
  readonly code: string;

  constructor(message: string, code = 'none') {
    super(message);
    this.code = code;
  }
}

/** What a log may hold of anything that was thrown. `at` is the innermost place in the code. */
export type SafeDescription = {
  readonly error: string;
  readonly code: string | undefined;
  readonly why: string | undefined;
  readonly at: string | undefined;
};

/** Describes anything that was thrown without quoting a message that is not ours. */
export function describeError(thrown: unknown): SafeDescription {
  if (!(thrown instanceof Error))
    return { error: typeof thrown, code: undefined, why: undefined, at: undefined };
  return {
    error: thrown.name.slice(0, 80),
    code: codeOf(thrown),
    why: thrown instanceof SafeError ? thrown.message : undefined,
    at: placeOf(thrown),
  };
}

/** `ECONNRESET`, `ValidationException`; undefined when the error has no such word. */
export function codeOf(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return /^[A-Za-z0-9_.-]{1,80}$/.test(error.code) ? error.code : undefined;
}

function placeOf(error: Error): string | undefined {
  const stack = error.stack ?? '';
  const afterMessage = stack.indexOf(error.message) + error.message.length;
  const frame = stack
    .slice(afterMessage)
    .split('\n')
    .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frame?.trim().slice(3, 203);
}
