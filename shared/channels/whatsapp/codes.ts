import type { SendFailure } from '#shared/domain/failure.ts';

/** What is done about a code; `pair` and `number` say whom a pause is for. */
type Meaning =
  | 'pair'
  | 'number'
  | 'unasked'
  | 'windowClosed'
  | 'blocked'
  | 'rejected'
  | 'token'
  | 'payment'
  | 'account'
  | 'ambiguous';

/**
 * Meta's codes for sends, the same in an answer and in a status that comes later, with our own words for an operator.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
const codes: ReadonlyMap<number, readonly [Meaning, words: string]> = new Map([
  [131_056, ['pair', 'too many messages to this person']],

  [4, ['number', 'too many calls of the app']],
  [17, ['number', 'too many calls of the user']],
  [32, ['number', 'too many calls of the page']],
  [613, ['number', 'too many calls']],
  [80_007, ['number', 'too many calls of the account']],
  [80_008, ['number', 'too many calls of the account']],
  [130_429, ['number', 'too many messages of this number']],
  [131_064, ['number', 'limited after templates in a wrong category']],
  [133_016, ['number', 'too many registrations of this number']],
  [131_048, ['unasked', 'too many messages were blocked or reported']],

  [131_047, ['windowClosed', 'more than 24 hours since the last words of the person']],

  [131_026, ['blocked', 'cannot be delivered to this person']],
  [130_403, ['blocked', 'we have blocked this person']],

  [33, ['rejected', 'no such number of ours']],
  [100, ['rejected', 'a parameter is invalid']],
  [130_472, ['rejected', 'the person is part of an experiment of Meta']],
  [130_501, ['rejected', 'not for this kind of chat']],
  [131_008, ['rejected', 'a parameter is missing']],
  [131_009, ['rejected', 'a value is invalid']],
  [131_021, ['rejected', 'the sender is the recipient']],
  [131_030, ['rejected', 'a test number may not write to this person']],
  [131_049, ['rejected', 'held back so that the person gets less marketing']],
  [131_050, ['rejected', 'the person wants no marketing']],
  [131_051, ['rejected', 'this type of message is not supported']],
  [131_052, ['rejected', 'the file of the person could not be loaded']],
  [131_053, ['rejected', 'the file could not be sent']],
  [131_062, ['rejected', 'not possible without the number of the person']],
  [131_063, ['rejected', 'marketing goes another way']],
  [132_000, ['rejected', 'the template has another number of parameters']],
  [132_001, ['rejected', 'no such template in this language']],
  [132_005, ['rejected', 'the text of the template is too long']],
  [132_007, ['rejected', 'the template violates a policy']],
  [132_008, ['rejected', 'a parameter of the template has a wrong form']],
  [132_012, ['rejected', 'a parameter of the template has a wrong form']],
  [132_015, ['rejected', 'the template is paused']],
  [132_016, ['rejected', 'the template is disabled']],
  [132_018, ['rejected', 'a parameter of the template has a wrong form']],
  [132_068, ['rejected', 'the form is blocked']],
  [132_069, ['rejected', 'the form was sent too often']],
  [137_000, ['rejected', 'the person has a new key']],

  [0, ['token', 'the token is not accepted']],
  [3, ['token', 'the app may not do this']],
  [10, ['token', 'a permission is missing']],
  [102, ['token', 'the session is over']],
  [190, ['token', 'the token has expired']],
  [131_005, ['token', 'a permission is missing']],

  [131_042, ['payment', 'no valid way of payment']],
  [131_044, ['payment', 'no valid way of payment']],

  [368, ['account', 'the account is restricted']],
  [130_497, ['account', 'the account may not write to this country']],
  [131_031, ['account', 'the account is locked']],
  [131_037, ['account', 'the name of the number is not approved']],
  [131_045, ['account', 'the number is not registered rightly']],
  [133_010, ['account', 'the number is not registered']],

  // It failed on Meta's side at a moment when the message may have been on its way.
  [1, ['ambiguous', 'an unknown error of Meta']],
  [2, ['ambiguous', 'Meta is not available for the moment']],
  [131_000, ['ambiguous', 'an unknown error of Meta']],
  [131_016, ['ambiguous', 'a service of Meta is not available']],
  [131_057, ['ambiguous', 'the account is being maintained']],
  [135_000, ['ambiguous', 'an error of Meta']],
]);

/** The failure that a code of Meta's stands for; null for an unknown one. Reasons begin with the code. */
export function failureOf(code: number): SendFailure | null {
  // 200 to 299 are the permissions of an app. https://developers.facebook.com/docs/graph-api/guides/error-handling
  const permission = code >= 200 && code < 300;
  const known = permission ? (['token', 'a permission is missing'] as const) : codes.get(code);
  if (!known) return null;
  const [meaning, words] = known;
  const reason = `${code} ${words}`;
  switch (meaning) {
    case 'pair':
      return { kind: 'throttled', retryAfterSeconds: null, scope: 'chat', unasked: false };
    case 'number':
    case 'unasked':
      return { kind: 'throttled', retryAfterSeconds: null, scope: 'account', unasked: meaning === 'unasked' };
    case 'token':
    case 'payment':
    case 'account':
      return { kind: 'unauthorized', reason, why: meaning };
    case 'windowClosed':
    case 'blocked':
    case 'rejected':
    case 'ambiguous':
      return { kind: meaning, reason };
  }
}
