import { checkGroup } from '#infra/connect/check-group.ts';
import { account as source } from '#shared/channels/telegram/account.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { station as known } from '#shared/station/station.ts';
import { type GivenSettings, readSettings } from './settings.ts';
import type { Station } from './station.ts';

/** The lines a station prints where its advisors' group cannot work: what is wrong and which switch to turn. */
export async function groupTroubles(
  { secrets, messengers }: Pick<Station, 'secrets' | 'messengers'>,
  given: GivenSettings,
): Promise<readonly string[]> {
  const ours = source.given(secrets);
  if (!ours) return [];
  const account = { ...ours, apiUrl: messengers.apiUrls.telegram };
  const findings = await checkGroup(
    account,
    readSettings(given).ADVISOR_GROUP_ID,
    createHttpClient(),
    known.advisors.filter(({ role }) => role === 'manager').map(({ deskId }) => deskId),
  );
  return findings.map(({ says, todo }) => `The advisors’ group: ${says}. ${todo}.`);
}
