import type { Context } from './context.ts';
import { proven, provenWithin } from './own-webhook.ts';
import type { Bot } from './telegram-secrets.ts';
import { readWebhook, registerWebhook, type WebhookInfo, webhookDifferences } from './webhook.ts';

/** More than these are no rush hour any more. */
const pileOf = 100;
const hourMs = 3_600_000;

/** Whether updates arrive: our address takes them, Telegram brings them there. True when something was set. */
export async function checkTelegramWebhook(context: Context, bot: Bot, url: string): Promise<boolean> {
  const { list, http } = context;
  const ready = await provenWithin(context, bot.fresh, () => proven(http, url, bot.account));
  if (ready !== null) {
    list.wrong(ready.says, ready.todo);
    return false;
  }
  list.fine('Our webhook for Telegram takes what has the secret and refuses what has not');
  const info = await readWebhook(bot.account, http);
  if (info === null) {
    list.wrong('Telegram does not tell of its webhook', 'Run it again in a minute');
    return false;
  }
  const reasons = [
    ...webhookDifferences(info, url),
    ...(bot.fresh ? ['Telegram does not have the new secret'] : []),
    ...(otherSecret(info) ? ['Telegram sends another secret than the one that is kept'] : []),
  ];
  if (reasons.length > 0) return setAnew(context, bot, url, reasons);
  list.fine('Telegram’s webhook is set, with all that is read and no more');
  tellErrors(context, info);
  return false;
}

async function setAnew(context: Context, bot: Bot, url: string, reasons: readonly string[]) {
  const { list, http, writes, rerun } = context;
  if (!writes) {
    for (const reason of reasons) list.wrong(reason, rerun);
    return false;
  }
  try {
    await registerWebhook(bot.account, url, http);
    list.fine(`Telegram’s webhook was set; before that: ${reasons.join('; ')}`);
    return true;
  } catch (error) {
    list.wrong(
      error instanceof Error ? error.message : 'Telegram did not take the webhook',
      'Run it again in a minute; Telegram takes public https addresses only',
    );
    return false;
  }
}

/** Our webhook proved the secret that is kept, and refuses Telegram's nevertheless. */
function otherSecret({ last_error_message: error = '' }: WebhookInfo): boolean {
  return /\b40[13]\b/.test(error);
}

function tellErrors({ list, now }: Context, info: WebhookInfo): void {
  const { pending_update_count: pending, last_error_date: at = 0, last_error_message: words = '' } = info;
  const minutes = Math.round((now() - at * 1000) / 60_000);
  if (words !== '' && (pending > 0 || minutes < 60)) {
    list.wrong(
      `Telegram could not bring updates ${minutes} minutes ago: ${words.slice(0, 120)}`,
      'Look at the log of telegram-webhook and at the queue inbound (RUNBOOK.md, webhookErrors)',
    );
  } else if (pending > pileOf) {
    list.wrong(
      `${pending} updates wait at Telegram`,
      'Look at the log of telegram-webhook and at throttling of Lambda; they come by themselves when it answers again',
    );
  } else {
    const last =
      words === '' ? '' : `; its last error is ${Math.round((minutes * 60_000) / hourMs)} hours old`;
    list.fine(`Nothing piles up at Telegram (${pending} waiting)${last}`);
  }
}
