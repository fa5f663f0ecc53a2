import type { Account } from '#shared/channels/channel.ts';
import type { AwsTrouble } from '../aws-trouble.ts';
import type { Checklist } from '../connect/checklist.ts';
import type { Ask } from '../connect/context.ts';
import type { Messenger } from '../connect/secret-store.ts';
import type { Answered, Call } from './call.ts';
import { guide, tasksOf } from './guided.ts';
import { paceOf, slowestMs } from './pace.ts';
import { type Probe, strangersProbes, telegramProbe, whatsappProbes, wrongOf } from './probes.ts';

/** The account at a messenger as it is kept; 'none' where the station does without; or why it cannot be told. */
export type KeptAccount = Account | 'none' | Pick<AwsTrouble, 'says' | 'todo'>;

export type Smoke = {
  readonly list: Checklist;
  readonly call: Call;
  readonly stage: string;
  readonly account: (messenger: Messenger) => Promise<KeptAccount>;
  /** How many letters nobody could handle, by queue; or why it cannot be told. */
  readonly deadLetters: () => Promise<ReadonlyMap<string, number> | Pick<AwsTrouble, 'says' | 'todo'>>;
  /** For the part with a phone; null leaves it out. */
  readonly ask: Ask | null;
};

/** Everything in its order; what is wrong is counted by the checklist. */
export async function smoke({ list, call, stage, account, deadLetters, ask }: Smoke): Promise<void> {
  list.section('The address, as anybody can call it');
  if (!(await probed(list, call, strangersProbes()))) return;

  list.section('With the secrets that are kept');
  const telegram = await keptAccount(list, 'Telegram', await account('telegram'));
  if (telegram) await probed(list, call, [telegramProbe(telegram)]);
  const whatsapp = await keptAccount(list, 'WhatsApp', await account('whatsapp'));
  if (whatsapp) await probed(list, call, whatsappProbes(whatsapp));

  list.section('How fast');
  const { asked } = telegramProbe(telegram ?? { webhookSecrets: [] });
  const pace = await paceOf(call, asked);
  if (pace === null) list.wrong('Ten calls in a row were not all answered', 'Run it again in a minute');
  else {
    const says = `Ten calls of Telegram’s webhook: half within ${Math.round(pace.half)} ms, the slowest ${Math.round(pace.slowest)} ms, the way from here included`;
    if (pace.slowest <= slowestMs) list.fine(says);
    else
      list.wrong(
        says,
        'Run it again; if it stays, look at “Milliseconds until the address answers” in the dashboard',
      );
  }

  if (ask) {
    list.section('With a phone in your hand');
    await guide(list, ask, tasksOf({ stage, whatsapp: whatsapp !== null }));
  }

  list.section('Afterwards');
  const dead = await deadLetters();
  if ('says' in dead) tell(list, dead);
  else if ([...dead.values()].every((count) => count === 0)) list.fine('Nothing lies in a dead-letter queue');
  else {
    const full = [...dead].flatMap(([queue, count]) => (count > 0 ? [`${queue}: ${count}`] : []));
    list.wrong(`Dead letters: ${full.join(', ')}`, `Run npm run ops -- dead-letters list --stage ${stage}`);
  }
}

/** Answers whether there is an address at all; without one nothing more is asked. */
async function probed(list: Checklist, call: Call, probes: readonly Probe[]): Promise<boolean> {
  for (const [index, probe] of probes.entries()) {
    const answer = await call(probe.asked);
    const wrong = wrongOf(probe, answer);
    if (wrong) list.wrong(wrong.says, wrong.todo);
    else list.fine(`${probe.proves}${within(answer)}`);
    if ('reason' in answer && index === 0) return false;
  }
  return true;
}

/** The first call of a function is a cold start: worth seeing where it took long. */
function within(answer: Answered): string {
  return 'milliseconds' in answer && answer.milliseconds > 500
    ? ` (${Math.round(answer.milliseconds)} ms)`
    : '';
}

async function keptAccount(list: Checklist, name: string, kept: KeptAccount): Promise<Account | null> {
  if (kept === 'none') {
    list.note(
      `No secrets of ${name} are kept: its webhook refuses everything, as it should; npm run connect stores them`,
    );
    return null;
  }
  if ('says' in kept) {
    tell(list, kept);
    return null;
  }
  for (const secret of [kept.token, kept.verifyToken, ...kept.webhookSecrets]) list.hide(secret);
  return kept;
}

function tell(list: Checklist, { says, todo }: Pick<AwsTrouble, 'says' | 'todo'>): void {
  list.wrong(says, todo);
}
