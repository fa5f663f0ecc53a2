import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { channelOf } from '#shared/channels/registry.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { awsTrouble, regionOf } from '../aws-trouble.ts';
import type { Checklist } from '../connect/checklist.ts';
import { localPlace } from '../connect/local.ts';
import { type Messenger, type SecretStore, ssmStore } from '../connect/secret-store.ts';
import { NoOutputs, readOutputs, type StackOutputs } from '../stack-outputs.ts';
import type { KeptAccount, Smoke } from './run.ts';

/** Where the station is, and what is known of it beside its address. */
export type SmokePlace = { readonly url: string } & Pick<Smoke, 'account' | 'deadLetters'>;

/**
 * The station at this address: on this machine the one that npm start runs, else the stage's stack in AWS, whose own address is
 * taken where none is given. Null when there is nothing to ask; the list says why.
 */
export async function findPlace(
  list: Checklist,
  { url, stage }: { readonly url: string | undefined; readonly stage: string },
): Promise<SmokePlace | null> {
  list.section('The station');
  if (url !== undefined && isLocal(url)) return localStation(list, url);
  if (url !== undefined && !/^https:\/\/[^/]+/.test(url)) {
    list.wrong(
      'The address does not begin with https://',
      'Write it in full, as the output TelegramWebhookUrl has it without /telegram; on this machine as npm start prints it, http://127.0.0.1:3000',
    );
    return null;
  }
  const outputs = await deployed(list, stage);
  const told = outputs?.TelegramWebhookUrl.replace(/\/telegram$/, '');
  const address = (url ?? told)?.replace(/\/+$/, '');
  if (address === undefined) return null;
  if (told !== undefined && told !== address)
    list.note(
      `The stack of stage ${stage} tells another address of its own (${told}): right for a domain of yours`,
    );
  const where = regionOf(process.env);
  const store = ssmStore(new SSMClient(where), stage);
  return {
    url: address,
    account: (messenger) => accountIn(store, messenger),
    deadLetters: async () =>
      outputs ? countLetters(new SQSClient(where), outputs.DeadLetterUrls) : nothingKnown(stage),
  };
}

async function deployed(list: Checklist, stage: string): Promise<StackOutputs | null> {
  try {
    const outputs = await readOutputs(stage, new CloudFormationClient(regionOf(process.env)));
    list.fine(`The stack of stage ${stage} is deployed`);
    return outputs;
  } catch (error) {
    if (!(error instanceof NoOutputs)) throw error;
    list.wrong(error.message, error.todo);
    return null;
  }
}

function nothingKnown(stage: string) {
  return {
    says: 'Whether there are dead letters cannot be told without the stack',
    todo: `Put right what is said of the stack of stage ${stage} above`,
  };
}

async function countLetters(client: Pick<SQSClient, 'send'>, urls: ReadonlyMap<string, string>) {
  try {
    const counted = [...urls].map(async ([name, QueueUrl]): Promise<[string, number]> => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      return [name, Number(Attributes?.ApproximateNumberOfMessages ?? 0)];
    });
    return new Map(await Promise.all(counted));
  } catch (error) {
    return awsTrouble(error, 'count the dead letters');
  }
}

async function accountIn(store: SecretStore, messenger: Messenger): Promise<KeptAccount> {
  const stored = await store.read(messenger);
  switch (stored.kind) {
    case 'missing':
      return 'none';
    case 'trouble':
      return stored.trouble;
    case 'found': {
      const account = channelOf({ channel: messenger }).account.schema.safeParse(stored.value);
      return account.success
        ? { ...account.data, apiUrl: '' }
        : {
            says: `What lies in ${store.where(messenger)} cannot be read as secrets`,
            todo: 'Run npm run connect, which writes it anew',
          };
    }
  }
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

const letters = z.array(z.object({ queue: z.string() }));

async function localStation(list: Checklist, url: string): Promise<SmokePlace | null> {
  const found = await localPlace(url, process.env, createHttpClient());
  if (typeof found === 'string') {
    list.wrong(found, 'Then run it again');
    return null;
  }
  list.note('This is a station on one machine: it proves the code, and nothing of an AWS account');
  return {
    url: new URL(url).origin,
    account: (messenger) => accountIn(found.secrets, messenger),
    deadLetters: async () => {
      const response = await fetch(new URL('/_local/dead-letters', url));
      const dead = new Map<string, number>();
      for (const { queue } of letters.parse(await response.json()))
        dead.set(queue, (dead.get(queue) ?? 0) + 1);
      return dead;
    },
  };
}
