import type { Checklist } from '../connect/checklist.ts';
import type { Ask } from '../connect/context.ts';

/** What only a person with a phone sees, in the order of ten minutes. */
type Task = { readonly does: string; readonly sees: string; readonly todo: string };

/** `whatsapp`: whether the station has a number there. */
export function tasksOf({
  stage,
  whatsapp,
}: {
  readonly stage: string;
  readonly whatsapp: boolean;
}): readonly Task[] {
  return [
    {
      does: 'Write /start to the bot in Telegram, from a phone that is no advisor’s',
      sees: 'it answers with a greeting and buttons, within some three seconds',
      todo: 'Run npm run connect; then look at the logs of telegram-webhook, converse and deliver, in this order',
    },
    ...(whatsapp
      ? [
          {
            does: 'Write “hello” to the station’s number in WhatsApp',
            sees: 'it answers within some three seconds',
            todo: 'Is the app published in developers.facebook.com/apps? Then npm run connect, and the log of whatsapp-webhook',
          },
        ]
      : []),
    {
      does: 'Open the advisors’ group, and answer in the new topic with a word',
      sees: 'your phone shows that word',
      todo: 'Run npm run connect -- --check: it says which right the bot lacks in the group',
    },
    {
      does: 'Send a photo from the phone',
      sees: 'it stands in the topic (that is WebAssembly on an arm64 processor)',
      todo: 'Look at the log of media',
    },
    {
      does: 'Book a visit for another day, and open its calendar file',
      sees: 'time and address in it are right',
      todo: 'Look at the log of links, and at the station’s zone in shared/station',
    },
    {
      does: `Run: aws cloudwatch set-alarm-state --alarm-name station-${stage}-deadLetters --state-value ALARM --state-reason smoke`,
      sees: 'a mail comes and a line in the group’s General topic; both end within half an hour by themselves',
      todo: 'Confirm the mail that AWS sent to ALARM_EMAIL at the first deployment; alarmsInGroup in infra/config.ts is for the group',
    },
    {
      does: 'Open DashboardUrl of the stack, and X-Ray’s “Traces” in the same console',
      sees: 'your messages are in the graphs and traces',
      todo: 'Figures come after five minutes; if not, look whether the region is the right one',
    },
  ];
}

/** Asks for each task in turn. Whoever types anything before Enter says that it was not so. */
export async function guide(list: Checklist, ask: Ask, tasks: readonly Task[]): Promise<void> {
  for (const { does, sees, todo } of tasks) {
    const typed = await ask(`${does}. Enter when ${sees}; n and Enter when not:`);
    if (typed.trim() === '') list.fine(`Seen: ${sees}`);
    else list.wrong(`Not seen: ${sees}`, todo);
  }
}
