import { describe, expect, it } from 'vitest';
import { configs, readConfig } from '#infra/config.ts';

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
    [{ stage: 'production' }, /'stage' is not right: say demo or prod/],
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
