import * as z from 'zod';
import type { World } from './world.ts';

/**
 * What the owner and Meta settle once: the number's proof and name, payment, what the token may do, where the app sends its
 * webhooks. All is well until a test says otherwise.
 */
const setupShape = z.object({
  codeVerification: z.enum(['VERIFIED', 'NOT_VERIFIED', 'EXPIRED']),
  nameStatus: z.enum(['APPROVED', 'AVAILABLE_WITHOUT_REVIEW', 'PENDING_REVIEW', 'DECLINED']),
  status: z.enum(['CONNECTED', 'PENDING', 'DISCONNECTED', 'FLAGGED', 'RESTRICTED', 'BANNED']),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  /** Meta has a way to be paid. */
  paid: z.boolean(),
  /** What the token may do. */
  scopes: z.array(z.string()),
  /** Unix seconds; 0: never. */
  tokenEnds: z.number(),
  /** Two-step PIN of the number; '' while none was set. */
  pin: z.string(),
  /** Where the app sends its webhooks; '' while nobody said. */
  callbackUrl: z.string(),
  /** What the app sends there. */
  fields: z.array(z.string()),
});
export type Setup = z.infer<typeof setupShape>;

const asItShouldBe: Setup = {
  codeVerification: 'VERIFIED',
  nameStatus: 'APPROVED',
  status: 'CONNECTED',
  quality: 'GREEN',
  paid: true,
  scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'public_profile'],
  tokenEnds: 0,
  pin: '',
  callbackUrl: '',
  fields: [],
};

export const setupOf = (world: World): Setup => {
  const kept = world.words.get('setup');
  return kept === undefined ? asItShouldBe : setupShape.parse(JSON.parse(kept));
};

export const changeSetup = (world: World, change: Partial<Setup>): void =>
  world.words.put('setup', JSON.stringify({ ...setupOf(world), ...change }));
