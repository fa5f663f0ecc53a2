import { randomBytes } from 'node:crypto';

/** The codes this server uses by itself: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const known: Readonly<Record<number, { readonly status?: number; readonly title: string }>> = {
  0: { status: 401, title: 'AuthException' },
  1: { title: 'API Unknown' },
  2: { status: 503, title: 'API Service' },
  3: { status: 500, title: 'API Method' },
  4: { title: 'Application request limit reached' },
  10: { status: 403, title: 'Permission Denied' },
  33: { title: 'Parameter value is not valid' },
  100: { title: 'Invalid parameter' },
  190: { status: 401, title: 'Access token has expired' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  80007: { title: 'Rate limit issues' },
  130429: { title: 'Rate limit hit' },
  130472: { title: "User's number is part of an experiment" },
  131000: { status: 500, title: 'Something went wrong' },
  131005: { status: 403, title: 'Access denied' },
  131008: { title: 'Required parameter is missing' },
  131009: { title: 'Parameter value is not valid' },
  131016: { status: 500, title: 'Service unavailable' },
  131021: { title: 'Recipient cannot be sender' },
  131026: { title: 'Message undeliverable' },
  131030: { title: 'Recipient phone number not in allowed list' },
  131031: { status: 403, title: 'Account has been locked' },
  131042: { title: 'Business eligibility payment issue' },
  131045: { status: 500, title: 'Incorrect certificate' },
  131047: { title: 'Re-engagement message' },
  131048: { title: 'Spam rate limit hit' },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
  },
  131050: { title: 'User has stopped receiving marketing messages' },
  131051: { title: 'Unsupported message type' },
  131052: { title: 'Media download error' },
  131053: { title: 'Media upload error' },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { status: 500, title: 'Account in maintenance mode' },
  132000: { title: 'Number of parameters does not match the expected number of params' },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  132005: { title: 'Translated text too long' },
  132012: { title: 'Parameter format does not match format in the created template' },
  132015: { title: 'Template is paused' },
  132016: { title: 'Template is disabled' },
  132018: { title: 'There’s an issue with the parameters in your template' },
  133016: { title: 'Account register deregister rate limit exceeded' },
  135000: { title: 'Generic user error' },
};

export const titleOf = (code: number): string => known[code]?.title ?? 'Error';

type Extra = {
  readonly status?: number;
  readonly subcode?: number;
  readonly type?: string;
  /** Instead of `(#code) title`. */
  readonly message?: string;
};

/** A refusal as the Graph API words it. `details` names parameters and limits, never what a person wrote. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  readonly details: string;
  readonly status: number;
  readonly subcode: number | undefined;
  readonly type: string;

  constructor(code: number, details: string, extra: Extra = {}) {
    super(extra.message ?? `(#${code}) ${code === 100 && details !== '' ? details : titleOf(code)}`);
    this.code = code;
    this.details = details;
    this.status = extra.status ?? known[code]?.status ?? 400;
    this.subcode = extra.subcode;
    this.type = extra.type ?? 'OAuthException';
  }
}

/** An id that this server does not know, or a verb that it does not take: code 100 with subcode 33. */
export const noSuchObject = (verb: string, id: string): GraphError =>
  new GraphError(100, '', {
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported ${verb.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  });

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const errorBody = (error: GraphError): Readonly<Record<string, unknown>> => ({
  error: {
    message: error.message,
    type: error.type,
    code: error.code,
    ...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
    ...(error.details === ''
      ? {}
      : { error_data: { messaging_product: 'whatsapp', details: error.details } }),
    fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
  },
});

/** The same code inside a `failed` status or an unsupported message. */
export const webhookError = (code: number, details: string): Readonly<Record<string, unknown>> => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details },
  href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
});
