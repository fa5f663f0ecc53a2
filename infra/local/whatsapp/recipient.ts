import { GraphError } from './errors.ts';
import type { SendRequest } from './requests/send.ts';
import type { Person } from './state.ts';
import type { World } from './world.ts';

/** Whom a message goes to. `person` is undefined for a number or id that nobody has (any more). */
export type Recipient = {
  readonly person: Person | undefined;
  readonly to: { readonly phone: string } | { readonly userId: string };
  /** What the answer repeats in `contacts`. */
  readonly contact: Readonly<Record<string, string>>;
};

/** @throws GraphError 131008 when nobody is named, 131009 for a number that is none, 131021 for the station's own. */
export const recipientOf = (world: World, request: Pick<SendRequest, 'to' | 'recipient'>): Recipient => {
  if (request.to === undefined) return byUserId(world, request.recipient);
  const phone = request.to.replaceAll(/\D/g, '');
  if (!/^[1-9]\d{6,14}$/.test(phone)) throw new GraphError(131009, 'Param to must be a phone number.');
  if (phone === world.account.displayPhoneNumber) {
    throw new GraphError(131021, 'The recipient is the sender.');
  }
  const person = [...world.people.all()].find((each) => each.phone === phone);
  return { person, to: { phone }, contact: { input: request.to, wa_id: phone } };
};

const byUserId = (world: World, userId: string | undefined): Recipient => {
  if (userId === undefined) throw new GraphError(131008, 'The parameter to is required.');
  const person = [...world.people.all()].find((each) => each.userId === userId);
  return { person, to: { userId }, contact: { input: userId, user_id: userId } };
};
