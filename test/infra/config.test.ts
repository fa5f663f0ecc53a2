import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Config, configs } from '#infra/config.ts';
import { readConfig } from '#infra/read-config.ts';
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
    [{ stage: 'production' }, /'stage' is not right: say one of demo, prod/],
    [
      { advisorGroupId: '1001234567890' },
      /'advisorGroupId' is not right: a supergroup has a negative number/,
    ],
    [{ advisorGroupId: '@advisors' }, /'advisorGroupId' is not right/],
    [{ advisorIds: '5000001; 5000002' }, /'advisorIds' is not right: write the numeric ids/],
    [{ publicUrl: 'http://station.example' }, /'publicUrl' is not right: write https:/],
    [{ publicUrl: 'https://station.example/' }, /'publicUrl' is not right: write https:/],
  ])('%j is refused with what to write instead', (context, why) => {
    expect(() => read(context)).toThrow(why);
  });
});

const staffed: Config = { ...configs.prod, advisorGroupId: '-1001', advisorIds: '1,2' };

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
