import type { Station } from '#shared/station/schema.ts';
import { type AwsClients, checkAws } from './aws.ts';
import type { Checklist } from './checklist.ts';
import { commandCalls } from './commands.ts';
import type { Context, Deployed } from './context.ts';
import { checkMenu } from './menu.ts';
import { checkStation } from './station-data.ts';
import { checkAdvisorsGroup, greetGroup, tellSeenGroups } from './telegram-group.ts';
import { type Bot, settleTelegram } from './telegram-secrets.ts';
import { checkTelegramWebhook } from './telegram-webhook.ts';
import { tellHealth, tellNumber } from './whatsapp-number.ts';
import { checkRegistration } from './whatsapp-register.ts';
import { type Line, settleWhatsApp } from './whatsapp-secrets.ts';
import { checkTemplates } from './whatsapp-templates.ts';
import { checkWhatsAppWebhook } from './whatsapp-webhook.ts';

/** Where the station runs: in AWS, or on this machine with its addresses known already. */
export type Place =
  | { readonly kind: 'aws'; readonly clients: AwsClients }
  | { readonly kind: 'local'; readonly deployed: Deployed };

export type Run = {
  readonly context: Omit<Context, 'station'>;
  readonly place: Place;
  /** Reads the station's data; rejects with a StationError that lists what is wrong with it, or because a file cannot be read. */
  readonly loadStation: () => Promise<Station>;
};

/**
 * The whole checklist, from the station's data to the first words in the group. With `writes` it does what is missing on
 * the way; done again it writes nothing. What is wrong is counted by the checklist.
 */
export async function connect({ context, place, loadStation }: Run): Promise<void> {
  const { list } = context;
  list.section('The station’s data');
  const station = await loaded(list, loadStation);
  if (station === null) return;
  checkStation(list, station, new Date(context.now()).toISOString().slice(0, 10));

  list.section('AWS');
  const deployed = await deployedAt(list, place, context.stage);
  const whole: Context = { ...context, station };

  list.section('Secrets');
  const bot = await settleTelegram(whole);
  const line = await settleWhatsApp(whole);

  if (bot !== null) {
    list.section('Telegram');
    await connectTelegram(whole, bot, deployed);
  }
  if (line !== null) {
    list.section('WhatsApp');
    await connectWhatsApp(whole, line, deployed);
  }
}

async function loaded(list: Checklist, load: Run['loadStation']): Promise<Station | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'StationError')
      list.wrong(error.message, 'Correct these fields in shared/station and run it again');
    // Node tells neither the file nor the line of a comma too few.
    else
      list.wrong(
        `The files in shared/station cannot be read: ${error.message}`,
        'Run npm run types: it names the file and the line. Correct it and run it again',
      );
    return null;
  }
}

async function deployedAt(list: Checklist, place: Place, stage: string): Promise<Deployed | null> {
  if (place.kind === 'local') {
    list.note('AWS is not in use here: this is a station on one machine');
    return place.deployed;
  }
  const outputs = await checkAws(list, place.clients, stage);
  return (
    outputs && {
      webhooks: { telegram: outputs.TelegramWebhookUrl, whatsapp: outputs.WhatsAppWebhookUrl },
      advisorGroupId: outputs.AdvisorGroupId,
      advisorIds: outputs.AdvisorIds,
    }
  );
}

async function connectTelegram(context: Context, bot: Bot, deployed: Deployed | null): Promise<void> {
  const { list, environment, station, writes } = context;
  const group = deployed?.advisorGroupId || environment.ADVISOR_GROUP_ID || '';
  const advisorIds = deployed?.advisorIds || environment.ADVISOR_IDS || '';
  let changed = bot.fresh;
  if (deployed === null) list.note('The webhook is set when the stack is deployed');
  // With a webhook the bot could no longer be asked which groups it heard of.
  else if (group === '') list.note('The webhook is set when the advisors’ group is known');
  else changed = (await checkTelegramWebhook(context, bot, deployed.webhooks.telegram)) || changed;
  changed = (await checkMenu(context, bot, 'customers', commandCalls(station))) || changed;
  if (group === '') {
    await tellSeenGroups(context, bot);
    return;
  }
  if (deployed !== null && deployed.advisorGroupId === '')
    list.wrong(
      'The stack was deployed without the advisors’ group, so nobody can answer customers',
      `Deploy again: npx cdk deploy -c stage=${context.stage} -c advisorGroupId=${group} -c advisorIds=${advisorIds || '…'}`,
    );
  const desk = await checkAdvisorsGroup(context, bot, group, advisorIds);
  if (!desk.able || !writes) return;
  if (changed || desk.changed) await greetGroup(context, bot, group);
  else list.fine('Nothing had to be changed, so the group gets no message');
}

async function connectWhatsApp(context: Context, line: Line, deployed: Deployed | null): Promise<void> {
  const { list } = context;
  tellNumber(list, line.number);
  await checkRegistration(context, line);
  tellHealth(list, line.number);
  if (deployed === null) list.note('The webhook is registered when the stack is deployed');
  else await checkWhatsAppWebhook(context, line, deployed.webhooks.whatsapp);
  await checkTemplates(context, line);
  list.note(
    'Meta tells nobody whether the app is live: in developers.facebook.com/apps, your app, it must say “Published” (else “Publish”); until then only test messages arrive',
  );
}
