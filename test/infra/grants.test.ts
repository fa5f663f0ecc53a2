import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '#infra/functions.ts';
import { allowed, type Found, named, ofType, resourcesOf } from './read-template.ts';

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod');
});

const parameter = 'arn:<Partition>:ssm:<Region>:<AccountId>:parameter/station/prod/telegram';

/** Written out by hand, so that a wider grant in functions.ts has to be defended here as well. */
const granted = {
  TelegramWebhook: ['sqs:SendMessage on InboundQueue', `ssm:GetParameter on ${parameter}`],
  Converse: [
    ...consume('InboundQueue'),
    'dynamodb:BatchGetItem on Table',
    'dynamodb:GetItem on Table',
    'dynamodb:PutItem on Table',
    'dynamodb:UpdateItem on Table',
    'dynamodb:DeleteItem on Table',
    'sqs:SendMessage on OutboundQueue',
    'sqs:SendMessage on LaterQueue',
  ],
  Deliver: [
    ...consume('OutboundQueue'),
    'dynamodb:Query on Table/index/waiting',
    'dynamodb:UpdateItem on Table',
    'sqs:SendMessage on LaterQueue',
    `ssm:GetParameter on ${parameter}`,
  ],
  Tick: [
    ...consume('LaterQueue'),
    'dynamodb:Query on Table/index/due',
    'sqs:SendMessage on InboundQueue',
    'sqs:SendMessage on OutboundQueue',
  ],
} as const;

describe('what a function may do', () => {
  it.each(Object.entries(granted))(
    '%s may do what its job needs, write its own log and traces, and nothing else',
    (name, job) => {
      expect(allowed(named(resources, `${name}RoleDefaultPolicy`))).toEqual([...job, ...house(name)].sort());
    },
  );

  it('a forged request costs nothing: what the webhook may call at all is one queue and one secret', () => {
    const may = allowed(named(resources, 'TelegramWebhookRoleDefaultPolicy'));
    expect(may.filter((line) => !house('TelegramWebhook').includes(line))).toHaveLength(2);
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

  it('grants no action with a star, and no resource with a star but for traces, which have none to name', () => {
    const all = ofType(resources, 'IAM::Policy').flatMap(allowed);
    expect(all.filter((line) => line.includes('*') && !/^xray:Put\w+ on \*$/.test(line))).toEqual([]);
  });
});

function consume(queue: string): readonly string[] {
  return ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility'].map(
    (action) => `sqs:${action} on ${queue}`,
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
