import type { Payload } from '#shared/channels/channel.ts';
import { published, unpublished } from './commands.ts';
import type { Context } from './context.ts';
import type { Bot } from './telegram-secrets.ts';

/** The menu of commands of customers or of advisors, in every language. True when it was published anew. */
export async function checkMenu(
  { list, http, writes, rerun }: Context,
  bot: Bot,
  whose: 'customers' | 'advisors',
  calls: readonly Payload[],
): Promise<boolean> {
  const stale = await unpublished(calls, bot.account, http);
  if (stale === null) {
    list.wrong(`The menu of ${whose} could not be read`, 'Run it again in a minute');
    return false;
  }
  if (stale.length === 0) {
    list.fine(`The menu of ${whose} is there in every language`);
    return false;
  }
  const says = `The menu of ${whose} is missing or old (${stale.length} of ${calls.length}: one for each language, one for everybody else)`;
  if (!writes) {
    list.wrong(says, rerun);
    return false;
  }
  const done = await published(stale, bot.account, http);
  if (done)
    list.fine(
      `The menu of ${whose} was published (${stale.length} of ${calls.length}: one for each language, one for everybody else)`,
    );
  else list.wrong(says, 'Telegram did not take it: run npm run connect again in a minute');
  return done;
}
