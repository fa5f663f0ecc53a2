import { SSMClient } from '@aws-sdk/client-ssm';
import { channelOf } from '#shared/channels/registry.ts';
import { sharedHttpClient } from '#shared/runtime/http-client.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import { apiUrlOf } from '#shared/runtime/secrets.ts';
import { awsTrouble, regionOf } from '../aws-trouble.ts';
import { Interrupted } from '../connect/ask.ts';
import type { Checklist } from '../connect/checklist.ts';
import type { Ask } from '../connect/context.ts';
import { type Messenger, ssmStore } from '../connect/secret-store.ts';
import { NoOutputs } from '../stack-outputs.ts';
import { listDeadLetters, redrive } from './dead-letters.ts';
import { eraseAgain, erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import type { Order } from './order.ts';
import { NotReached, openPlace, type Place } from './place.ts';
import { rotateTelegram } from './rotate-telegram.ts';
import { rotateWhatsApp } from './rotate-whatsapp.ts';
import type { Rotation } from './rotation.ts';

/** Does what an order says and tells of it. `ask`: null where nobody sits at a terminal. Never throws. */
export async function run(order: Order, told: Checklist, ask: Ask | null): Promise<void> {
  try {
    const place = await openPlace(order);
    await perform(order, place, told, ask);
  } catch (error) {
    if (error instanceof Interrupted)
      return told.wrong('Broken off at the terminal', 'Nothing was changed: run it again');
    const { says, todo } = troubleOf(error);
    told.wrong(says, todo);
  }
}

async function perform(
  { command, stage }: Order,
  place: Place,
  told: Checklist,
  ask: Ask | null,
): Promise<void> {
  switch (command.do) {
    case 'list':
      return listDeadLetters(place, told);
    case 'redrive':
      return redrive(command, place, told);
    case 'erase':
      return erasePerson(command, place, told);
    case 'eraseAgain':
      return eraseAgain(place, told);
    case 'export':
      return exportPerson(command, place, told);
    case 'rotate': {
      const rotation = rotationOf(stage, place, told, ask);
      if (rotation === null)
        return told.wrong(
          'The secrets of a station on this machine are its own',
          'Give other ones to npm start as variables, several with commas while they are rotated',
        );
      return command.messenger === 'telegram' ? rotateTelegram(rotation) : rotateWhatsApp(rotation);
    }
  }
}

function rotationOf(stage: string, { webhooks }: Place, told: Checklist, ask: Ask | null): Rotation | null {
  if (webhooks === null) return null;
  const baseOf = (messenger: Messenger) => apiUrlOf(channelOf({ channel: messenger }).account);
  return {
    told,
    ask,
    http: sharedHttpClient(),
    secrets: ssmStore(new SSMClient(regionOf(process.env)), stage),
    apiUrls: { telegram: baseOf('telegram'), whatsapp: baseOf('whatsapp') },
    webhooks,
  };
}

function troubleOf(error: unknown): { readonly says: string; readonly todo: string } {
  if (error instanceof NoOutputs || error instanceof NotReached)
    return { says: error.message, todo: error.todo };
  if (!(error instanceof SafeError)) return awsTrouble(error, 'do this');
  // Our own doors to AWS carry AWS's word for it as a code.
  const named = new Error(error.message);
  named.name = error.code;
  return awsTrouble(named, 'do this');
}
