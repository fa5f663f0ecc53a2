import type { VariableName } from '#shared/runtime/env.ts';

/**
 * The variables that a function can be given, all of those the code reads but for the secrets: these never stand in a
 * template. A new variable does not compile until station-stack.ts says what it is.
 */
export type EnvironmentName = VariableName | AccountVariable;

/** Where each messenger's account is read from, and its API's base. */
type AccountVariable = 'TELEGRAM_API_URL' | 'TELEGRAM_SECRETS' | 'WHATSAPP_API_URL' | 'WHATSAPP_SECRETS';

/** The table's two indexes, as they stand in the template and in grants; queries name them in shared/store/table.ts. */
export const tableIndexes = { waiting: 'waiting', due: 'due' } as const;

/**
 * Name of the encrypted SSM parameter (SecureString) with a messenger's secrets as JSON: Telegram's `{botToken,
 * webhookSecrets[]}`, WhatsApp's `{accessToken, appSecrets[], verifyToken, phoneNumberId}`. A station may do without one of
 * the parameters: that messenger's webhook then refuses everything.
 */
export function secretsName(stage: string, messenger: 'telegram' | 'whatsapp'): string {
  return `/station/${stage}/${messenger}`;
}
