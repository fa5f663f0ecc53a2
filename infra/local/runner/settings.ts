import * as z from 'zod';
import { StartError } from './start-error.ts';

/** Everything the local station can be told from outside: the variables of the README, under their own names. */
export type Settings = z.infer<typeof schema>;

/** The same before parsing: what `process.env` or a test gives. */
export type GivenSettings = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables; an empty variable counts as unset. Made-up secrets are not made here
 * (see secrets.ts). Throws a StartError that names each wrong variable, what is wrong and an example, never its value.
 */
export function readSettings(given: GivenSettings): Settings {
  const known = Object.keys(schema.shape).map((name) => [name, given[name] || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new StartError(`These settings cannot be used:\n${lines.join('\n')}`);
}

const wholeNumber = (text: string) => Number.parseInt(text, 10);

const apiBase = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address, for example https://api.telegram.org' })
  .transform((url) => url.replace(/\/+$/, ''));

const schema = z.object({
  /** Port of the page, the webhooks and the controls; 0 = any free one. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, for example 3000')
    .transform(wholeNumber)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(3000),
  TELEGRAM_API_URL: apiBase.optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, 'must look like 123456789:AAE… as @BotFather gave it')
    .optional(),
  /**
   * https://core.telegram.org/bots/api#setwebhook: 1-256 characters of A-Z, a-z, 0-9, _ and -. Several with commas
   * while they are rotated; the simulator uses the first.
   */
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}( *, *[\w-]{1,256})*$/, 'must be 1 to 256 letters, digits, _ or -')
    .optional(),
  WHATSAPP_API_URL: apiBase.optional(),
  WHATSAPP_ACCESS_TOKEN: z
    .string()
    .regex(/^[!-~]+$/, 'must be the token as Meta gave it, without blanks')
    .optional(),
  /** Several with commas while they are rotated; the simulator signs with the first. */
  WHATSAPP_APP_SECRET: z
    .string()
    .regex(/^[!-+\--~]+( *, *[!-+\--~]+)*$/, 'must be the app secret as Meta shows it, without blanks')
    .optional(),
  WHATSAPP_VERIFY_TOKEN: z
    .string()
    .regex(/^[!-~]+$/, 'must be a word of your own without blanks')
    .optional(),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{1,40}$/, 'must be the digits of the phone number id, for example 106540352242922')
    .optional(),
  ADVISOR_GROUP_ID: z
    .string()
    .regex(/^-\d{1,16}$/, 'must be the negative chat id of the advisors’ group, for example -1002000000001')
    .default('-1002000000001'),
  ADVISOR_IDS: z
    .string()
    .transform((text) => text.replaceAll(' ', ''))
    .refine(
      (text) => /^\d{1,16}(,\d{1,16})*$/.test(text),
      'must be numeric ids with commas between them, for example 5000001,5000002',
    )
    .default('5000001,5000002'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address, for example http://127.0.0.1:3000' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().default('.station'),
  /** Milliseconds since the epoch after parsing. */
  STATION_NOW: z.iso
    .datetime({
      offset: true,
      error: 'must be an ISO instant with a zone, for example 2026-11-23T08:00:00Z',
    })
    .transform((text) => Date.parse(text))
    .optional(),
});
