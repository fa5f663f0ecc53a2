import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '#infra/functions.ts';
import { allowed, type Found, named, ofType, resourcesOf, withModel } from './read-template.ts';

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod', withModel);
});

const parameter = 'arn:<Partition>:ssm:<Region>:<AccountId>:parameter/station/prod';

const files = 'FilesBucket/files/*';
const profile = 'arn:<Partition>:bedrock:<Region>:<AccountId>:inference-profile/eu.amazon.nova-lite-v1:0';
const behind = 'arn:<Partition>:bedrock:*::foundation-model/amazon.nova-lite-v1:0';

/** Written out by hand, so that a wider grant in functions.ts has to be defended here as well. */
const granted = {
  TelegramWebhook: ['sqs:SendMessage on InboundQueue', `ssm:GetParameter on ${parameter}/telegram`],
  WhatsAppWebhook: [
    'sqs:SendMessage on InboundQueue',
    'dynamodb:UpdateItem on Table',
    'sqs:SendMessage on OutboundQueue',
    `ssm:GetParameter on ${parameter}/whatsapp`,
  ],
  Links: [
    'dynamodb:BatchGetItem on Table',
    'dynamodb:GetItem on Table',
    'dynamodb:Query on Table',
    's3:GetObject on FilesBucket/files/*',
  ],
  Converse: [
    ...consume('InboundQueue'),
    'dynamodb:BatchGetItem on Table',
    'dynamodb:GetItem on Table',
    'dynamodb:Query on Table',
    'dynamodb:PutItem on Table',
    'dynamodb:UpdateItem on Table',
    'dynamodb:DeleteItem on Table',
    'sqs:SendMessage on OutboundQueue',
    'sqs:SendMessage on LaterQueue',
    'sqs:SendMessage on JobsQueue',
    'sqs:SendMessage on DocumentJobsQueue',
    'sqs:SendMessage on InterpretQueue',
  ],
  Media: [
    ...consume('JobsQueue'),
    `s3:PutObject on ${files}`,
    'sqs:SendMessage on InboundQueue',
    `ssm:GetParameter on ${parameter}/telegram`,
    `ssm:GetParameter on ${parameter}/whatsapp`,
  ],
  Deliver: [
    ...consume('OutboundQueue'),
    `s3:GetObject on ${files}`,
    'dynamodb:BatchGetItem on Table',
    'dynamodb:GetItem on Table',
    'dynamodb:PutItem on Table',
    'dynamodb:Query on Table/index/waiting',
    'dynamodb:UpdateItem on Table',
    'sqs:SendMessage on InboundQueue',
    'sqs:SendMessage on LaterQueue',
    `ssm:GetParameter on ${parameter}/telegram`,
    `ssm:GetParameter on ${parameter}/whatsapp`,
  ],
  Documents: [
    ...consume('DocumentJobsQueue'),
    ...lookThrough(['Inbound', 'Outbound', 'Later', 'Jobs', 'DocumentJobs', 'Interpret']),
    'dynamodb:BatchGetItem on Table',
    'dynamodb:GetItem on Table',
    'dynamodb:Query on Table',
    'dynamodb:Scan on Table',
    'dynamodb:PutItem on Table',
    'dynamodb:UpdateItem on Table',
    'dynamodb:DeleteItem on Table',
    `s3:GetObject on ${files}`,
    `s3:PutObject on ${files}`,
    `s3:DeleteObject on ${files}`,
    's3:GetObject on FilesBucket/erased/*',
    's3:PutObject on FilesBucket/erased/*',
    's3:ListBucket on FilesBucket',
    'sqs:SendMessage on InboundQueue',
    'sqs:SendMessage on OutboundQueue',
    'sqs:SendMessage on LaterQueue',
  ],
  Tick: [
    ...consume('LaterQueue'),
    'dynamodb:Query on Table/index/due',
    'sqs:SendMessage on InboundQueue',
    'sqs:SendMessage on OutboundQueue',
    'sqs:SendMessage on DocumentJobsQueue',
  ],
  Alarm: ['sqs:SendMessage on InboundQueue'],
  InterpretWords: [
    ...consume('InterpretQueue'),
    'dynamodb:PutItem on Table',
    'dynamodb:UpdateItem on Table',
    'sqs:SendMessage on InboundQueue',
    `bedrock:InvokeModel on ${profile}`,
    `bedrock:InvokeModel on ${behind}`,
  ],
} as const;

describe('what a function may do', () => {
  it.each(Object.entries(granted))(
    '%s may do what its job needs, write its own log and traces, and nothing else',
    (name, job) => {
      expect(allowed(named(resources, `${name}RoleDefaultPolicy`))).toEqual([...job, ...house(name)].sort());
    },
  );

  it.each(['TelegramWebhook', 'WhatsAppWebhook', 'Links'])(
    '%s, which anybody can call, may not read a queue or search the table',
    (name) => {
      const may = allowed(named(resources, `${name}RoleDefaultPolicy`));
      const never = /Receive|Scan|Delete|PutItem|UpdateItem|s3:(?!GetObject)/;
      expect(may.filter((line) => never.test(line) && name === 'Links')).toEqual([]);
      // Whoever has a token gets the page of one talk, the week of the bays, or an archive, whose address it signs.
      const none = /Receive|Scan|BatchGet|Query|Delete|PutItem|s3:/;
      if (name !== 'Links') expect(may.filter((line) => none.test(line))).toEqual([]);
    },
  );

  it('each messenger’s webhook knows its own secrets and not those of the other', () => {
    const secrets = ['TelegramWebhook', 'WhatsAppWebhook'].map((name) =>
      allowed(named(resources, `${name}RoleDefaultPolicy`)).filter((line) => line.startsWith('ssm:')),
    );
    expect(secrets).toEqual([
      [`ssm:GetParameter on ${parameter}/telegram`],
      [`ssm:GetParameter on ${parameter}/whatsapp`],
    ]);
  });

  it('gives each function a role of its own, with no managed or second policy', () => {
    const roles = ofType(resources, 'IAM::Role');
    expect(roles.map((role) => role.id).sort()).toEqual(
      Object.keys(granted)
        .map((name) => `${name}Role`)
        .sort(),
    );
    expect(
      roles.filter((role) => 'ManagedPolicyArns' in role.Properties || 'Policies' in role.Properties),
    ).toEqual([]);
    expect(ofType(resources, 'IAM::Policy')).toHaveLength(Object.keys(functions).length);
  });

  it('grants no action with a star, and no resource with a star but for traces, files and the regions of a profile, which have none to name', () => {
    const all = ofType(resources, 'IAM::Policy').flatMap(allowed);
    const known = [/^xray:Put\w+ on \*$/, /^s3:(Get|Put|Delete)Object on FilesBucket\/(files|erased)\/\*$/];
    known.push(
      /^bedrock:InvokeModel on arn:<Partition>:bedrock:\*::foundation-model\/amazon\.nova-lite-v1:0$/,
    );
    expect(all.filter((line) => line.includes('*') && !known.some((one) => one.test(line)))).toEqual([]);
  });
});

function consume(queue: string): readonly string[] {
  return ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility'].map(
    (action) => `sqs:${action} on ${queue}`,
  );
}

/** Dead letters of whoever is erased are looked for in every queue. */
function lookThrough(queues: readonly string[]): readonly string[] {
  return queues.flatMap((queue) =>
    ['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility'].map(
      (action) => `sqs:${action} on ${queue}DeadLetters`,
    ),
  );
}

function house(name: string): readonly string[] {
  return [
    `logs:CreateLogStream on ${name}Logs`,
    `logs:PutLogEvents on ${name}Logs`,
    'xray:PutTelemetryRecords on *',
    'xray:PutTraceSegments on *',
  ];
}
