import * as z from 'zod';
import { phrase } from '#shared/domain/phrase.ts';
import { managersOf } from '#shared/station/managers.ts';
import { textFor } from '#shared/text/text.ts';
import { askBotApi } from './bot-api.ts';
import { checkGroup, gone } from './check-group.ts';
import { deskCommandCalls } from './commands.ts';
import type { Context } from './context.ts';
import { seenGroups } from './find-group.ts';
import { checkMenu } from './menu.ts';
import type { Bot } from './telegram-secrets.ts';

const member = z.looseObject({ status: z.string() });

/** The advisors' group, who may act in it, and its menu. `able`: the bot can write there; `changed`: something was set. */
export async function checkAdvisorsGroup(
  context: Context,
  bot: Bot,
  group: string,
  advisorIds: string,
): Promise<{ readonly able: boolean; readonly changed: boolean }> {
  const { list, http, station } = context;
  const managers = managersOf(station).map(({ deskId }) => deskId);
  const findings = await checkGroup(bot.account, group, http, managers);
  for (const { says, todo } of findings) list.wrong(says, todo);
  const hindered = findings.some(({ trouble }) => trouble !== 'noManager');
  if (hindered) return { able: false, changed: false };
  list.fine('The advisors’ group has topics, and the bot may do there what it needs');
  await checkAdvisors(context, bot, group, advisorIds);
  const changed = await checkMenu(context, bot, 'advisors', deskCommandCalls(station, group));
  return { able: true, changed };
}

async function checkAdvisors({ list, http }: Context, bot: Bot, group: string, advisorIds: string) {
  const ids = advisorIds.split(',').filter(Boolean);
  if (ids.length === 0) {
    list.wrong(
      'Nobody may act as an advisor in the group',
      'Deploy again with -c advisorIds=… (numeric ids with commas; before the webhook is set, npm run connect -- --check names the ids of whoever writes in the group)',
    );
    return;
  }
  const missing: string[] = [];
  for (const id of ids) {
    const body = { chat_id: Number(group), user_id: Number(id) };
    const answer = await askBotApi(bot.account, http, 'getChatMember', body, member);
    if (answer.kind === 'unreachable')
      return list.wrong('Telegram could not be reached to look for the advisors', 'Run it again in a minute');
    if (answer.kind === 'refused' || gone.has(answer.result.status)) missing.push(id);
  }
  for (const id of missing)
    list.wrong(
      `The advisor ${id} is not in the group`,
      'Open the group, tap its name, “Add members”; or take the id out of ADVISOR_IDS and deploy again',
    );
  if (missing.length === 0) list.fine(`All ${ids.length} advisors are in the group`);
}

/** Leaves the first words in General, where a person sees that the line works. */
export async function greetGroup({ list, http, station }: Context, bot: Bot, group: string): Promise<void> {
  const language = managersOf(station)[0]?.languages[0] ?? station.defaultLanguage;
  const text = textFor(language, station).say(phrase('deskConnected'));
  const body = { chat_id: Number(group), text };
  const answer = await askBotApi(bot.account, http, 'sendMessage', body, z.looseObject({}));
  if (answer.kind === 'done') list.fine('A message stands in the group’s General topic');
  else
    list.wrong(
      `The message to the group’s General topic did not arrive (${answer.kind === 'refused' ? `Telegram answered ${answer.code}` : 'Telegram could not be reached'})`,
      'Open the group: General must be there, neither closed nor hidden; then run it again',
    );
}

/** No group is known: names the ones that the bot heard of, and who wrote there, as the deployment wants them. */
export async function tellSeenGroups({ list, http, stage }: Context, bot: Bot): Promise<void> {
  const seen = await seenGroups(bot.account, http);
  if (seen === null || seen.length === 0) {
    list.wrong(
      'The advisors’ group is not known yet',
      seen === null
        ? 'Open it on web.telegram.org: its id, which begins with -100, stands in the address behind #. Then deploy with -c advisorGroupId=…'
        : `In Telegram make a group, turn “Topics” on, add ${bot.name} as an administrator, let each advisor write /help there, and run npm run connect -- --check`,
    );
    return;
  }
  for (const { id, writers } of seen) {
    const ids = writers.length > 0 ? writers.join(',') : '…';
    list.wrong(
      `The bot is in the group ${id}, where ${writers.length} people wrote${writers.length > 1 ? ' (ids in the order of their first words)' : ''}`,
      `If these are your advisors: npx cdk deploy -c stage=${stage} -c advisorGroupId=${id} -c advisorIds=${ids}`,
    );
  }
}
