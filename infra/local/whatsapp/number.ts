import { GraphError } from './errors.ts';
import type { Account } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

const usualFields = 'verified_name,code_verification_status,display_phone_number,quality_rating';

/**
 * The station's number, the fields that were asked for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @throws GraphError 100 for a field that a number does not have.
 */
export const phoneNumber = (account: Account, query: URLSearchParams): Json => {
  const all: Json = {
    id: account.phoneNumberId,
    verified_name: account.verifiedName,
    display_phone_number: spaced(account.displayPhoneNumber),
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    status: 'CONNECTED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
  };
  const wanted = (query.get('fields') ?? usualFields).split(',').filter(Boolean);
  const unknown = wanted.find((field) => !Object.hasOwn(all, field));
  if (unknown !== undefined) {
    throw new GraphError(
      100,
      `Tried accessing nonexisting field (${unknown}) on node type (WhatsAppBusinessPhoneNumber)`,
    );
  }
  return { ...Object.fromEntries(wanted.map((field) => [field, all[field]])), id: account.phoneNumberId };
};

const spaced = (digits: string): string =>
  `+${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`.trimEnd();
