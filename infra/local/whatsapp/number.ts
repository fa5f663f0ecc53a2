import { GraphError } from './errors.ts';
import { setupOf } from './setup.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

const usualFields = 'verified_name,code_verification_status,display_phone_number,quality_rating';

/**
 * The station's number, the fields that were asked for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @throws GraphError 100 for a field that a number does not have.
 */
export const phoneNumber = (world: World, query: URLSearchParams): Json => {
  const { account } = world;
  const setup = setupOf(world);
  const all: Json = {
    id: account.phoneNumberId,
    verified_name: account.verifiedName,
    display_phone_number: spaced(account.displayPhoneNumber),
    quality_rating: setup.quality,
    code_verification_status: setup.codeVerification,
    name_status: setup.nameStatus,
    status: setup.status,
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    webhook_configuration: setup.callbackUrl === '' ? {} : { application: setup.callbackUrl },
    health_status: healthOf(world),
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

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status */
const healthOf = (world: World): Json => {
  const { phoneNumberId, wabaId, appId } = world.account;
  const { paid } = setupOf(world);
  const unpaid = {
    can_send_message: 'BLOCKED',
    errors: [
      {
        error_code: 141_006,
        error_description: 'There is an error with the payment method.',
        possible_solution:
          'There was an error with your payment method. Please add a new payment method to the account.',
      },
    ],
  };
  const available = { can_send_message: 'AVAILABLE' };
  return {
    can_send_message: paid ? 'AVAILABLE' : 'BLOCKED',
    entities: [
      { entity_type: 'PHONE_NUMBER', id: phoneNumberId, ...available },
      { entity_type: 'WABA', id: wabaId, ...(paid ? available : unpaid) },
      { entity_type: 'BUSINESS', id: `4${phoneNumberId}`, ...available },
      { entity_type: 'APP', id: appId, ...available },
    ],
  };
};

const spaced = (digits: string): string =>
  `+${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`.trimEnd();
