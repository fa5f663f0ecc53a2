import * as z from 'zod';
import { type Choice, firstWorking, type Verdict } from '../connect/candidates.ts';
import { type MetaNumber, ownersOf, readNumber } from '../connect/whatsapp-number.ts';
import { debugToken } from '../connect/whatsapp-token.ts';
import { type Rotation, untilAllKnow } from './rotation.ts';

const keptShape = z.object({
  accessToken: z.string().min(1),
  appSecrets: z.array(z.string().min(1)).min(1),
  verifyToken: z.string(),
  phoneNumberId: z.string().regex(/^\d+$/),
  bot: z.string().exactOptional(),
});
type Kept = z.infer<typeof keptShape>;

const tokenQuestion =
  'The new access token (business.facebook.com/settings, “System users”, yours, “Generate token”; not shown; Enter: it stays):';
const secretQuestion =
  'The new app secret (developers.facebook.com/apps, yours, “App settings”, “Basic”, “Reset”; not shown; Enter: it stays):';

/**
 * A new access token, a new app secret, or both: asked for, tried at Meta, and only then kept, the new app secret beside the old ones
 * until every function knows it. What Meta signs before that is refused and comes again: it brings a message for days. The verify
 * token stays: it proves nothing but the registration of the webhook.
 */
export async function rotateWhatsApp(rotation: Rotation): Promise<void> {
  const { told, ask, secrets } = rotation;
  if (ask === null)
    return told.wrong('The new secrets are asked for', 'Run it at a terminal, not from a script');
  const kept = await keptSecrets(rotation);
  if (kept === null) return;
  const accessToken = await newToken(kept, rotation);
  if (accessToken === null) return;
  const appSecret = await newSecret({ ...kept, accessToken }, rotation);
  if (appSecret === null) return;
  const others = kept.appSecrets.filter((one) => one !== appSecret);
  if (accessToken === kept.accessToken && appSecret === kept.appSecrets[0])
    return told.note('Nothing was changed');
  const write = async (appSecrets: readonly string[]) => {
    const trouble = await secrets.write('whatsapp', { ...kept, accessToken, appSecrets });
    if (trouble) told.wrong(trouble.says, trouble.todo);
    return trouble === null;
  };
  if (!(await write([appSecret, ...others]))) return;
  told.fine('Kept beside what was there before');
  if (appSecret !== kept.appSecrets[0])
    told.note('What Meta signs with the new one before every function knows it is refused, and comes again');
  await untilAllKnow(rotation);
  if (!(await write([appSecret]))) return;
  told.fine('What was there before is dropped; the old access token may be revoked at Meta now');
}

async function keptSecrets({ told, secrets }: Rotation): Promise<Kept | null> {
  const stored = await secrets.read('whatsapp');
  if (stored.kind === 'trouble') {
    told.wrong(stored.trouble.says, stored.trouble.todo);
    return null;
  }
  const kept = keptShape.safeParse(stored.kind === 'found' ? stored.value : {}).data ?? null;
  if (kept === null) told.wrong('No secrets of WhatsApp are kept yet', 'Run npm run connect');
  else for (const secret of [kept.accessToken, kept.verifyToken, ...kept.appSecrets]) told.hide(secret);
  return kept;
}

/** The token to go on with: a new one that Meta takes, or the kept one; null: nothing is changed. */
async function newToken({ accessToken, phoneNumberId }: Kept, rotation: Rotation): Promise<string | null> {
  const { told, ask, http, apiUrls } = rotation;
  const choice = await firstWorking<MetaNumber>([], ask, tokenQuestion, async (token) => {
    told.hide(token);
    const account = { token, apiUrl: apiUrls.whatsapp, number: phoneNumberId };
    const answer = await readNumber(account, http);
    if (answer.kind === 'done') return { kind: 'works', found: answer.result };
    return verdictOf(answer);
  });
  return settled(choice, accessToken, 'Meta does not take the new access token for this number', told);
}

async function newSecret(kept: Kept, rotation: Rotation): Promise<string | null> {
  const { told, ask, http, apiUrls } = rotation;
  const account = { token: kept.accessToken, apiUrl: apiUrls.whatsapp, number: kept.phoneNumberId };
  const number = await readNumber(account, http);
  const appId = number.kind === 'done' ? ownersOf(number.result).appId : null;
  const choice = await firstWorking<unknown>([], ask, secretQuestion, async (secret) => {
    told.hide(secret);
    if (appId !== null) return debugToken(http, account, { id: appId, secret });
    told.note('Meta does not name the app of this number, so the app secret cannot be tried');
    return { kind: 'works', found: null };
  });
  return settled(choice, kept.appSecrets[0] ?? '', 'Meta does not take the new app secret', told);
}

/** What works, or what was there before where they only pressed Enter; null where nothing is to be changed. */
function settled(
  choice: Choice<unknown>,
  before: string,
  refused: string,
  told: Rotation['told'],
): string | null {
  if (choice.kind === 'works') return choice.secret;
  if (choice.kind === 'none' && choice.refused === 0) return before;
  if (choice.kind === 'none') told.wrong(refused, 'Nothing was changed: look at it again and run this anew');
  else told.wrong('Meta could not be reached', 'Nothing was changed: run it again later');
  return null;
}

function verdictOf(
  answer: { readonly kind: 'refused'; readonly status: number } | { readonly kind: 'unreachable' },
): Verdict<never> {
  return answer.kind === 'refused' && answer.status < 500 ? { kind: 'refused' } : { kind: 'unreachable' };
}
