import { isRecord } from './item.ts';

/** A JSON object as it travels: the body of a request or of an answer. */
export type Body = Readonly<Record<string, unknown>>;

/** What an operation answers: the HTTP status and the JSON body, error or not. */
export type Answer = { readonly status: number; readonly body: Body };

const SERVICE = 'com.amazonaws.dynamodb.v20120810#';
const VALIDATION = 'com.amazon.coral.validate#ValidationException';

export function ok(body: Body): Answer {
  return { status: 200, body };
}

/** An error of the service itself, for example `ResourceNotFoundException`. */
export function serviceError(name: string, message: string, more: Body = {}): Answer {
  return { status: 400, body: { __type: SERVICE + name, message, ...more } };
}

/** A request that no state of the table could make valid. */
export function validationError(message: string): Answer {
  return { status: 400, body: { __type: VALIDATION, message } };
}

/** The error name of an answer without its namespace; undefined for a success. */
export function errorName(answer: Answer): string | undefined {
  const type = answer.body.__type;
  return answer.status === 200 || typeof type !== 'string' ? undefined : type.slice(type.indexOf('#') + 1);
}

export function errorMessage(answer: Answer): string {
  const message = answer.body.message ?? answer.body.Message;
  return typeof message === 'string' ? message : '';
}

/** The JSON object in `text`; undefined when it is not JSON or not an object. */
export function parseBody(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
