import { randomBytes, randomInt } from 'node:crypto';
import type { Account } from '#shared/channels/channel.ts';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Context } from './context.ts';

/** What is wrong with our own address, and what to do. */
type NotProven = { readonly says: string; readonly todo: string };

const timeoutMs = 15_000;
/** Functions that run keep that there is no secret for one minute, and old ones for five (`shared/runtime/secrets.ts`). */
const waits = { freshTries: 20, everyMs: 5_000 } as const;

/** Asks again where the secrets are new: a function may have looked a moment before they were there. */
export async function provenWithin(
  { sleep, list }: Pick<Context, 'sleep' | 'list'>,
  fresh: boolean,
  probe: () => Promise<NotProven | null>,
): Promise<NotProven | null> {
  let found = await probe();
  if (fresh && found !== null)
    list.note('Waiting for the functions to read the new secrets: up to 100 seconds');
  for (let left = fresh ? waits.freshTries : 0; found !== null && left > 0; left -= 1) {
    await sleep(waits.everyMs);
    found = await probe();
  }
  return found;
}

/**
 * Posts an update without anything in it to our own webhook, with the secret and with another one: the first must be taken,
 * the second refused.
 */
export async function proven(
  http: HttpClient,
  url: string,
  { webhookSecrets }: Pick<Account, 'webhookSecrets'>,
): Promise<NotProven | null> {
  const post = (secret: string) =>
    http({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: '{"update_id":0}',
      timeoutMs,
    });
  const taken = await post(webhookSecrets[0] ?? '');
  if (statusOf(taken) === 401) return otherSecrets('Telegram', 'telegram');
  if (statusOf(taken) !== 200) return broken('Telegram', 'telegram-webhook', taken);
  const refused = await post(randomBytes(32).toString('base64url'));
  return statusOf(refused) === 401
    ? null
    : {
        says: `Our webhook for Telegram does not refuse what has no secret (${shown(refused)})`,
        todo: 'Deploy again; if it stays, somebody changed the function',
      };
}

/**
 * Calls our own webhook as Meta does when it is registered: our challenge must come back.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export async function greeted(
  http: HttpClient,
  url: string,
  { verifyToken }: Pick<Account, 'verifyToken'>,
): Promise<NotProven | null> {
  const challenge = String(randomInt(10 ** 9, 10 ** 10));
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  const outcome = await http({ method: 'GET', url: `${url}?${query}`, headers: {}, body: '', timeoutMs });
  if (statusOf(outcome) === 403) return otherSecrets('WhatsApp', 'whatsapp');
  const said = outcome.kind === 'answered' && outcome.status === 200 && outcome.body.toString() === challenge;
  return said ? null : broken('WhatsApp', 'whatsapp-webhook', outcome);
}

function otherSecrets(messenger: string, parameter: string): NotProven {
  return {
    says: `Our webhook for ${messenger} does not know the secret that is kept`,
    todo: `Its function reads it anew within five minutes: run it again then. If it stays, look whether the function may read the parameter /station/…/${parameter}`,
  };
}

function broken(messenger: string, name: string, outcome: HttpOutcome): NotProven {
  return {
    says: `Our webhook for ${messenger} does not answer as it should (${shown(outcome)})`,
    todo:
      // Where no connection came about, no function was called and no log says anything.
      outcome.kind === 'notSent'
        ? 'Look whether this machine is online and run it again; if it stays, the address of the stack is gone: deploy again'
        : `Look at the log of the function ${name} in CloudWatch`,
  };
}

function statusOf(outcome: HttpOutcome): number {
  return outcome.kind === 'answered' ? outcome.status : 0;
}

function shown(outcome: HttpOutcome): string {
  return outcome.kind === 'answered' ? `status ${outcome.status}` : outcome.reason;
}
