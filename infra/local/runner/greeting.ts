import { relative } from 'node:path';
import { FUNCTION_LOG } from './function-log.ts';
import type { GivenSettings } from './settings.ts';
import type { Station } from './station.ts';

/**
 * The lines a station prints when it is ready: where its page is, where its data lies, and the secrets that were made
 * up at this start, once. A secret that was given, or made up earlier, is never printed.
 */
export function greeting(station: Station, given: GivenSettings): readonly string[] {
  const dataDir = relative(process.cwd(), station.dataDir) || '.';
  return [
    `The station is open: ${station.url}`,
    `Its data lives in ${dataDir} (delete the folder for a new station); the functions' log is ${dataDir}/${FUNCTION_LOG}.`,
    ...outside('Telegram', given.TELEGRAM_API_URL),
    ...outside('WhatsApp', given.WHATSAPP_API_URL),
    ...(station.freshSecrets.length === 0
      ? []
      : [
          'Secrets made up for this station, shown this once:',
          ...station.freshSecrets.map((name) => `  ${name}=${station.secrets[name]}`),
        ]),
  ];
}

function outside(messenger: string, apiUrl: string | undefined): readonly string[] {
  return apiUrl ? [`${messenger} is reached at ${apiUrl}; its phones on the page are off.`] : [];
}
