/**
 * A refusal in the Bot API's own words. Wordings follow the open Bot API server (tdlib/telegram-bot-api) and the errors
 * that bots report from the cloud one.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400 with "Bad Request: " before it; the first letter is lowered as the server does, unless the second is a capital. */
export const badRequest = (words: string, parameters?: Readonly<Record<string, number>>): ApiError =>
  new ApiError(400, `Bad Request: ${lowerFirst(words)}`, parameters);

export const forbidden = (words: string): ApiError => new ApiError(403, `Forbidden: ${words}`);

export const tooManyRequests = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

const lowerFirst = (words: string): string =>
  /^[A-Z][A-Z_]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
