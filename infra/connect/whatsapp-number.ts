import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Checklist } from './checklist.ts';
import { askGraph, type GraphAnswer } from './graph.ts';

const state = z.string().optional().catch(undefined);

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status */
const entity = z.looseObject({
  /** PHONE_NUMBER, WABA, BUSINESS or APP. */
  entity_type: z.string(),
  id: z.string(),
  /** AVAILABLE, LIMITED or BLOCKED. */
  can_send_message: z.string(),
  errors: z
    .array(z.looseObject({ error_code: z.number(), error_description: z.string().catch('') }))
    .catch([]),
  additional_info: z.array(z.string()).catch([]),
});

const numberShape = z.looseObject({
  display_phone_number: z.string().catch(''),
  verified_name: z.string().catch(''),
  status: state,
  code_verification_status: state,
  name_status: state,
  quality_rating: state,
  /** Where webhooks of the number go, the app's address among them. */
  webhook_configuration: z.looseObject({ application: state }).optional().catch(undefined),
  health_status: z
    .looseObject({ entities: z.array(entity) })
    .optional()
    .catch(undefined),
});

/** The station's number as Meta tells of it. */
export type MetaNumber = z.infer<typeof numberShape>;

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status */
const usualFields =
  'display_phone_number,verified_name,status,code_verification_status,name_status,quality_rating';
const allFields = `${usualFields},webhook_configuration,health_status`;

/** An object that is not there, or may not be seen. */
const noSuchObject = 33;

/** Asks Meta for the number, without what a version of the API does not have. Reads only. */
export async function readNumber(
  account: Pick<Account, 'token' | 'apiUrl' | 'number'>,
  http: HttpClient,
): Promise<GraphAnswer<MetaNumber>> {
  const ask = (fields: string) =>
    askGraph(account, http, { path: account.number, query: { fields } }, numberShape);
  const answer = await ask(allFields);
  const strange = answer.kind === 'refused' && answer.code === 100 && answer.subcode !== noSuchObject;
  return strange ? ask(usualFields) : answer;
}

/** The business account and the app that the number belongs to; null where Meta does not say. */
export function ownersOf({ health_status }: MetaNumber): {
  readonly wabaId: string | null;
  readonly appId: string | null;
} {
  const idOf = (type: string) =>
    health_status?.entities.find(({ entity_type }) => entity_type === type)?.id ?? null;
  return { wabaId: idOf('WABA'), appId: idOf('APP') };
}

/** Before Meta has these behind it, the number neither sends nor has templates: registering it mends that. */
const unregistered: ReadonlySet<string> = new Set(['PENDING', 'DISCONNECTED', 'UNVERIFIED']);

export function isRegistered({ status }: MetaNumber): boolean {
  return status === undefined || !unregistered.has(status);
}

const manager = 'WhatsApp Manager (business.facebook.com/wa/manage)';

/** What Meta says of the number itself: proven, its name taken, its quality. */
export function tellNumber(list: Checklist, number: MetaNumber): void {
  const { code_verification_status: proof, name_status: name, quality_rating: quality, status } = number;
  const own = `${number.display_phone_number} (${number.verified_name})`;
  // EXPIRED is the code's own end: a number that is connected goes on.
  if (proof === 'NOT_VERIFIED')
    list.wrong(
      `The number ${own} is not verified`,
      `Open ${manager}, “Phone numbers”, choose it, “Verify”, and enter the code that comes by SMS or call`,
    );
  else if (proof !== undefined) list.fine(`The number ${own} is verified`);
  if (status !== undefined && status !== 'CONNECTED' && !unregistered.has(status))
    list.wrong(
      `Meta has the number as ${status.toLowerCase()}`,
      `Open ${manager}, “Account quality”: it says why and how to ask for a review`,
    );
  if (name === 'DECLINED' || name === 'EXPIRED')
    list.wrong(
      `Meta did not take the name “${number.verified_name}” (${name})`,
      `Open ${manager}, “Phone numbers”, choose it, “Profile”, and give a name that the station is known by`,
    );
  else if (name === 'PENDING_REVIEW')
    list.note(`Meta still looks at the name “${number.verified_name}”: up to two days`);
  if (quality === 'RED')
    list.wrong(
      'People block or report the number: its quality is low',
      `Open ${manager}, “Insights”, and see which messages they report; write less that nobody asked for`,
    );
}

/** Meta's code for trouble with payment. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status */
const paymentTrouble = 141_006;

/** What Meta says of sending: payment, and everything else that hinders it. */
export function tellHealth(list: Checklist, { health_status: health }: MetaNumber): void {
  if (health === undefined) {
    list.note(
      `Meta does not tell whether messages may be sent and are paid for: look into ${manager}, “Overview”`,
    );
    return;
  }
  const errors = health.entities.flatMap((one) =>
    one.errors.map((error) => ({ ...error, of: one.entity_type })),
  );
  const unpaid = errors.some(({ error_code }) => error_code === paymentTrouble);
  if (unpaid)
    list.wrong(
      'Meta has no way to be paid, so messages fail (131042)',
      `Open ${manager}, “Overview”, “Payment settings”, “Add payment method”`,
    );
  else list.fine('Meta reports nothing wrong with the payment');
  for (const { error_code, error_description, of } of errors) {
    if (error_code === paymentTrouble) continue;
    list.wrong(
      `Meta hinders sending (${of}, ${error_code}): ${error_description.slice(0, 160)}`,
      `Open ${manager}, “Overview”: its alerts say what to do`,
    );
  }
  for (const { can_send_message, errors: own, additional_info, entity_type } of health.entities) {
    if (can_send_message === 'AVAILABLE' || own.length > 0) continue;
    const why = additional_info.join(' ').slice(0, 200);
    list.note(`Meta limits sending (${entity_type}, ${can_send_message})${why && `: ${why}`}`);
  }
}
