import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openShare } from '#shared/runtime/share.ts';
import { station } from '#shared/station/station.ts';
import { openTable } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { createLinks } from './links.ts';

const env = readEnv(['TABLE_NAME', 'FILES_BUCKET']);

/** Gives out what people open by a link. */
export const handler = createLinks({
  table: openTable(env.TABLE_NAME),
  textFor: (language) => textFor(language, station),
  defaultLanguage: station.defaultLanguage,
  zone: station.zone,
  share: openShare(env.FILES_BUCKET),
  now,
});
