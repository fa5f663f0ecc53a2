import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Config, configs } from '#infra/config.ts';
import { readConfig, readConfigs } from '#infra/read-config.ts';
import { StationStack } from '#infra/station-stack.ts';
import { withQuickApp } from '#infra/template.ts';

const read = (context: Record<string, unknown>, environment: Record<string, string> = {}) =>
  readConfig({ context: (name) => context[name], environment });

describe("an owner's settings", () => {
  it('a plain deploy is a deploy of the station itself', () => {
    expect(read({})).toEqual(configs.prod);
  });

  it('come from the command line before the environment', () => {
    const environment = { ADVISOR_GROUP_ID: '-1001', ADVISOR_IDS: '1,2', PUBLIC_URL: 'https://a.example' };
    expect(read({ stage: 'demo' }, environment)).toMatchObject({
      stage: 'demo',
      advisorGroupId: '-1001',
      advisorIds: '1,2',
      publicUrl: 'https://a.example',
    });
    expect(read({ advisorGroupId: -1002, advisorIds: 7 }, environment)).toMatchObject({
      advisorGroupId: '-1002',
      advisorIds: '7',
    });
  });

  it.each([
    [{ stage: 'production' }, /'stage' is not right: say one of demo, prod, or add it \(“Several stations”/],
    [
      { advisorGroupId: '1001234567890' },
      /'advisorGroupId' is not right: a supergroup has a negative number/,
    ],
    [{ advisorGroupId: '@advisors' }, /'advisorGroupId' is not right/],
    [{ advisorIds: '5000001; 5000002' }, /'advisorIds' is not right: write the numeric ids/],
    [{ publicUrl: 'http://station.example' }, /'publicUrl' is not right: write https:/],
    [{ publicUrl: 'https://station.example/' }, /'publicUrl' is not right: write https:/],
    [{ alarmEmail: 'owner' }, /'alarmEmail' is not right: write one address/],
    [{ alarmsInGroup: 'yes' }, /'alarmsInGroup' is not right: write true or false/],
    [{ dollarsADay: '10$' }, /'dollarsADay' is not right: write US dollars as a number above 0/],
    [{ dollarsADay: '0' }, /'dollarsADay' is not right: write US dollars as a number above 0/],
    [{ repositoryUrl: 'https://git.example/' }, /'repositoryUrl' is not right: write where RUNBOOK.md is/],
  ])('%j is refused with what to write instead', (context, why) => {
    expect(() => read(context)).toThrow(why);
  });
});

describe('the name of a setting', () => {
  const say = (...names: readonly string[]) =>
    readConfigs({ context: () => undefined, environment: {}, names });

  it.each([
    ['advisorGroup', 'advisorGroupId'],
    ['advisorId', 'advisorIds'],
    ['ADVISOR_IDS', 'advisorIds'],
    ['alarmMail', 'alarmEmail'],
    ['prod.advisorsIds', 'advisorIds'],
    ['stag', 'stage'],
  ])('%s is not passed over in silence', (name, meant) => {
    expect(() => say(name)).toThrow(
      `The setting '${name}' is not right: there is none of this name, write ${meant}.`,
    );
  });

  it('names a stage that there is', () => {
    expect(() => say('nroth.advisorIds')).toThrow(/'nroth\.advisorIds' is not right: say one of demo, prod/);
    expect(say('demo.advisorIds')).toHaveLength(1);
  });

  it('may be anything else that CDK or the owner keeps there', () => {
    const flags = ['@aws-cdk/core:stackRelativeExports', 'aws:cdk:bundling-stacks', 'cli-telemetry', 'acme'];
    expect(say(...flags, 'stage', 'stages', 'advisorIds', 'dollarsADay')).toHaveLength(1);
  });
});

describe('what an owner says of alarms', () => {
  it('is taken from the command line or the environment, as words or as what cdk.json holds', () => {
    const said = { alarmEmail: 'owner@station.example', dollarsADay: 2.5, alarmsInGroup: false };
    expect(
      read({ alarmsInGroup: false, dollarsADay: 2.5 }, { ALARM_EMAIL: 'owner@station.example' }),
    ).toMatchObject(said);
    expect(
      read({}, { ALARM_EMAIL: 'owner@station.example', DOLLARS_A_DAY: '2.5', ALARMS_IN_GROUP: 'false' }),
    ).toMatchObject(said);
  });

  it('is, without a word, the group and ten dollars a day', () => {
    expect(read({})).toMatchObject({ alarmEmail: '', alarmsInGroup: true, dollarsADay: 10 });
  });
});

describe('several stages in one app', () => {
  const several = (context: Record<string, unknown>, environment: Record<string, string> = {}) =>
    readConfigs({ context: (name) => context[name], environment });

  it('each takes what is said with its name before it', () => {
    const all = several({
      stages: 'prod,demo',
      'prod.advisorGroupId': '-1001',
      'demo.advisorGroupId': -1002,
      'demo.alarmEmail': 'demo@station.example',
      alarmEmail: 'owner@station.example',
    });
    expect(all.map(({ stage, advisorGroupId, alarmEmail }) => [stage, advisorGroupId, alarmEmail])).toEqual([
      ['prod', '-1001', 'owner@station.example'],
      ['demo', '-1002', 'demo@station.example'],
    ]);
  });

  it('without a list of stages it is the one stage', () => {
    expect(several({ stage: 'demo' })).toEqual([read({ stage: 'demo' })]);
    expect(read({ 'prod.advisorIds': '7', advisorIds: '8' }).advisorIds).toBe('7');
  });

  it.each([
    [{ stages: 'prod,south' }, {}, /'stages' is not right: say one of demo, prod/],
    [{ stages: 'prod,prod' }, {}, /'stages' is not right: each stage can be named once/],
    [{ stages: 'prod,demo', advisorGroupId: '-1' }, {}, /say whose it is, such as -c prod\.advisorGroupId=/],
    [{ stages: 'prod,demo' }, { ADVISOR_IDS: '1' }, /say whose it is, such as -c prod\.advisorIds=/],
  ])(
    '%j with %j is refused: two stations never share a group, its people or an address',
    (context, environment, why) => {
      expect(() => several(context, { ...environment })).toThrow(why);
    },
  );
});

const staffed: Config = {
  ...configs.prod,
  advisorGroupId: '-1001',
  advisorIds: '1,2',
  alarmEmail: 'owner@station.example',
};

describe('what a setting does to the stack', () => {
  it('a larger account can keep instances free for each webhook; a new one keeps none, or the deploy would fail', () => {
    const reserved = { ReservedConcurrentExecutions: 5 };
    template({ ...staffed, webhookReservation: 5 }).resourcePropertiesCountIs(
      'AWS::Lambda::Function',
      reserved,
      2,
    );
    expect(JSON.stringify(template(staffed).toJSON())).not.toContain('ReservedConcurrentExecutions');
  });

  it('a domain of the station takes the place of the address AWS gives', () => {
    const own = template({ ...staffed, publicUrl: 'https://station.example' });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_URL: 'https://station.example' } },
    });
  });

  it('a restored table takes the place of the stack’s own, which is left alone: functions are told its name and let at it', () => {
    const restored = template({ ...staffed, restoredTable: 'station-prod-restored' });
    restored.resourceCountIs('AWS::DynamoDB::Table', 0);
    restored.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { TABLE_NAME: 'station-prod-restored' } },
    });
    const policies = JSON.stringify(restored.findResources('AWS::IAM::Policy'));
    expect(policies).toContain(':table/station-prod-restored"');
    expect(policies).toContain(':table/station-prod-restored/index/waiting"');
  });

  it('without advisors it deploys, says that nobody can answer yet, and tells the functions nothing false', () => {
    const { warnings, lambdas } = withQuickApp((app) => {
      const stack = new StationStack(app, 'Unstaffed', { config: configs.prod });
      const lambdas = Template.fromStack(stack).findResources('AWS::Lambda::Function');
      return { warnings: stack.node.metadata.map(({ data }) => String(data)).join(), lambdas };
    });
    expect(warnings).toMatch(/No advisors yet.*ADVISOR_GROUP_ID/);
    expect(JSON.stringify(lambdas)).not.toContain('ADVISOR_');
  });
});

function template(config: Config): Template {
  return withQuickApp((app) => Template.fromStack(new StationStack(app, 'Station', { config })));
}
