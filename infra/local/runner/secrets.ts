import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/** The messengers' secrets by the names of their variables. */
export type Secrets = Readonly<Record<SecretName, string>>;

export type SecretName = (typeof secretNames)[number];

const secretNames = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'WHATSAPP_PHONE_NUMBER_ID',
] as const;

const kept = z.partialRecord(z.enum(secretNames), z.string());

/**
 * The secrets of this station: a given one as it is, a missing one made up and kept in the data folder (readable only
 * by its owner) so that it is the same after a restart. `fresh` names the ones made up just now: the only ones that
 * may be printed.
 */
export function settleSecrets(
  settings: Settings,
  dataDir: string,
): { readonly secrets: Secrets; readonly fresh: readonly SecretName[] } {
  const file = join(dataDir, 'secrets.json');
  const before = readKept(file);
  const fresh = secretNames.filter((name) => settings[name] === undefined && before[name] === undefined);
  const madeUp = { ...before, ...Object.fromEntries(fresh.map((name) => [name, makeUp[name]()])) };
  if (fresh.length > 0) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(madeUp, null, 2), { mode: 0o600 });
  }
  const value = (name: SecretName): string => settings[name] ?? madeUp[name] ?? makeUp[name]();
  return {
    secrets: {
      TELEGRAM_BOT_TOKEN: value('TELEGRAM_BOT_TOKEN'),
      TELEGRAM_WEBHOOK_SECRET: value('TELEGRAM_WEBHOOK_SECRET'),
      WHATSAPP_ACCESS_TOKEN: value('WHATSAPP_ACCESS_TOKEN'),
      WHATSAPP_APP_SECRET: value('WHATSAPP_APP_SECRET'),
      WHATSAPP_VERIFY_TOKEN: value('WHATSAPP_VERIFY_TOKEN'),
      WHATSAPP_PHONE_NUMBER_ID: value('WHATSAPP_PHONE_NUMBER_ID'),
    },
    fresh,
  };
}

const makeUp: Readonly<Record<SecretName, () => string>> = {
  TELEGRAM_BOT_TOKEN: () =>
    `${randomInt(1_000_000_000, 9_999_999_999)}:AA${randomBytes(25).toString('base64url').slice(0, 33)}`,
  TELEGRAM_WEBHOOK_SECRET: () => randomBytes(24).toString('base64url'),
  WHATSAPP_ACCESS_TOKEN: () => `EAA${randomBytes(24).toString('hex')}`,
  WHATSAPP_APP_SECRET: () => randomBytes(16).toString('hex'),
  WHATSAPP_VERIFY_TOKEN: () => randomBytes(16).toString('hex'),
  WHATSAPP_PHONE_NUMBER_ID: () => `10${randomInt(1_000_000_000_000, 9_999_999_999_999)}`,
};

function readKept(file: string): z.infer<typeof kept> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${file} is not the file this station wrote. Delete it to have new secrets made up (the messengers must then be told them).`,
    );
  }
}
