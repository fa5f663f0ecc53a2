import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Verdict } from './candidates.ts';
import type { Checklist } from './checklist.ts';
import { askGraph } from './graph.ts';

/** https://developers.facebook.com/docs/graph-api/reference/debug_token */
const debugged = z.looseObject({
  data: z.looseObject({
    is_valid: z.boolean().catch(false),
    /** Unix seconds; 0: never. */
    expires_at: z.number().catch(0),
    scopes: z.array(z.string()).catch([]),
  }),
});
export type DebuggedToken = z.infer<typeof debugged>['data'];

/** What Meta says of our token to the app's owner: so it tells of the app secret, too. */
export async function debugToken(
  http: HttpClient,
  { token, apiUrl }: Pick<Account, 'token' | 'apiUrl'>,
  app: { readonly id: string; readonly secret: string },
): Promise<Verdict<DebuggedToken>> {
  const owner = { token: `${app.id}|${app.secret}`, apiUrl };
  const answer = await askGraph(
    owner,
    http,
    { path: 'debug_token', query: { input_token: token } },
    debugged,
  );
  if (answer.kind === 'done') return { kind: 'works', found: answer.result.data };
  return answer.kind === 'refused' && answer.status < 500 ? { kind: 'refused' } : { kind: 'unreachable' };
}

const needed = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;
const generate = 'business.facebook.com/settings, “System users”, yours, “Generate token”';

/** Whether the token may do what it is for, and for how long. */
export function tellToken(list: Checklist, { scopes, expires_at }: DebuggedToken, now: number): void {
  const missing = needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    list.wrong(
      `The token lacks ${missing.join(' and ')}`,
      `Open ${generate}, choose ${missing.join(' and ')} as well, and give the new one to npm run ops -- rotate-secret whatsapp`,
    );
  if (expires_at > 0)
    list.wrong(
      `The token ends on ${new Date(expires_at * 1000).toISOString().slice(0, 10)}${expires_at * 1000 < now ? ': it has ended' : ''}`,
      `Open ${generate}, “Token expiration”: never, and give the new one to npm run ops -- rotate-secret whatsapp`,
    );
  if (missing.length === 0 && expires_at === 0)
    list.fine('The token may send and manage, and never ends; the app secret is right');
}
