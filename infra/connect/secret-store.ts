import { GetParameterCommand, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { type AwsTrouble, awsTrouble } from '../aws-trouble.ts';
import { secretsName } from '../names.ts';

export type Messenger = 'telegram' | 'whatsapp';

/** What is kept of a messenger's secrets: JSON as `shared/runtime/secrets.ts` reads it, nothing, or no way to look. */
export type Stored =
  | { readonly kind: 'found'; readonly value: unknown }
  | { readonly kind: 'missing' }
  | { readonly kind: 'trouble'; readonly trouble: AwsTrouble };

/** Where a station's secrets lie. */
export type SecretStore = {
  /** In words, for lines such as "kept in …". */
  readonly where: (messenger: Messenger) => string;
  readonly read: (messenger: Messenger) => Promise<Stored>;
  /** Null: done. The value is JSON as `read` gives it. */
  readonly write: (
    messenger: Messenger,
    value: Readonly<Record<string, unknown>>,
  ) => Promise<AwsTrouble | null>;
};

/**
 * Encrypted parameters (SecureString) with the account's own key of SSM, which costs nothing; the functions of the stage may
 * read these two and no other. https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export function ssmStore(client: Pick<SSMClient, 'send'>, stage: string): SecretStore {
  return {
    where: (messenger) => `the encrypted parameter ${secretsName(stage, messenger)}`,
    read: async (messenger) => {
      try {
        const name = secretsName(stage, messenger);
        const { Parameter } = await client.send(
          new GetParameterCommand({ Name: name, WithDecryption: true }),
        );
        return { kind: 'found', value: jsonOf(Parameter?.Value) };
      } catch (error) {
        if (error instanceof Error && error.name === 'ParameterNotFound') return { kind: 'missing' };
        return { kind: 'trouble', trouble: awsTrouble(error, 'read the encrypted parameter') };
      }
    },
    write: async (messenger, value) => {
      try {
        await client.send(
          new PutParameterCommand({
            Name: secretsName(stage, messenger),
            Description: 'Secrets of the station’s line to a messenger, written by npm run connect',
            Type: 'SecureString',
            Value: JSON.stringify(value),
            Overwrite: true,
          }),
        );
        return null;
      } catch (error) {
        return awsTrouble(error, 'write the encrypted parameter');
      }
    },
  };
}

const localSecrets = z.record(z.string(), z.string());

/** The JSON of both parameters, of secrets by the names of their variables. */
export function messengerSecrets(of: Readonly<Record<string, string>>): Readonly<Record<Messenger, unknown>> {
  const list = (text = '') => text.split(',').flatMap((one) => one.trim() || []);
  return {
    telegram: { botToken: of.TELEGRAM_BOT_TOKEN, webhookSecrets: list(of.TELEGRAM_WEBHOOK_SECRET) },
    whatsapp: {
      accessToken: of.WHATSAPP_ACCESS_TOKEN,
      appSecrets: list(of.WHATSAPP_APP_SECRET),
      verifyToken: of.WHATSAPP_VERIFY_TOKEN,
      phoneNumberId: of.WHATSAPP_PHONE_NUMBER_ID,
    },
  };
}

/** The secrets of a station on this machine, as it keeps them: read only. `kept` is what its `secrets.json` holds. */
export function localStore(kept: unknown, folder: string): SecretStore {
  const values = messengerSecrets(localSecrets.catch({}).parse(kept));
  return {
    where: () => folder,
    read: async (messenger) => ({ kind: 'found', value: values[messenger] }),
    write: async () => ({
      kind: 'other',
      says: 'The secrets of a station on this machine are its own',
      todo: `Give them to npm start as variables, or delete ${folder} for new ones`,
    }),
  };
}

/** Undefined where it is no JSON. */
function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
