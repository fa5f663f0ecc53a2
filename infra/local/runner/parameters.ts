import * as z from 'zod';
import { messengerSecrets } from '#infra/connect/secret-store.ts';
import { secretsName } from '#infra/names.ts';
import type { Secrets } from './secrets.ts';

/** The encrypted parameters of this machine's station, as SSM would give them out. */
export type SsmApi = {
  /** The parameter that a request names; undefined when it names none. */
  readonly nameIn: (body: Uint8Array) => string | undefined;
  readonly valueOf: (name: string) => string | undefined;
};

const asked = z.object({ Name: z.string().min(1) });

/** Both messengers' secrets under the names that the stage's functions are told. */
export function parametersOf(secrets: Secrets, stage: string): SsmApi {
  const values = new Map(
    Object.entries(messengerSecrets(secrets)).map(([messenger, value]) => [
      secretsName(stage, messenger === 'telegram' ? 'telegram' : 'whatsapp'),
      JSON.stringify(value),
    ]),
  );
  return {
    nameIn: (body) => {
      try {
        return asked.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data?.Name;
      } catch {
        return undefined;
      }
    },
    valueOf: (name) => values.get(name),
  };
}
