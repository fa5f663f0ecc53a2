import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { instructionsFor } from '#functions/interpret/prompt.ts';
import { modelPrices, prices } from '#infra/prices.ts';
import { readConfig } from '#infra/read-config.ts';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { type Found, named, ofType, resourcesOf, withModel, words } from './read-template.ts';

const read = (context: Record<string, unknown>, environment: Record<string, string> = {}) =>
  readConfig({ context: (name) => context[name], environment });

describe('what an owner says of a language model', () => {
  it('is nothing until they do: there is none', () => {
    expect(read({})).toMatchObject({ model: '' });
    expect(read({ stage: 'demo' })).toMatchObject({ model: '' });
  });

  it.each([
    'amazon.nova-micro-v1:0',
    'eu.amazon.nova-lite-v1:0',
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  ])('is a model whose price is known: %s', (model) => {
    expect(read({ model }).model).toBe(model);
    expect(read({}, { BEDROCK_MODEL: model, BEDROCK_CALLS_A_DAY: '20' })).toMatchObject({
      model,
      modelCallsADay: 20,
    });
  });

  it.each([
    [{ model: 'gpt-4' }, /'model' is not right: write one of amazon\.nova-micro-v1:0, .*prices\.ts/],
    // Nobody's words leave their part of the world.
    [{ model: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' }, /'model' is not right/],
    [{ modelCallsADay: 0 }, /'modelCallsADay' is not right: write a whole number of calls/],
    [{ modelCallsADay: 'many' }, /'modelCallsADay' is not right/],
  ])('%j is refused, and says what to write', (context, why) => {
    expect(() => read(context)).toThrow(why);
  });
});

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Action: z.union([z.string(), z.array(z.string())]),
        Resource: z.unknown(),
        Condition: z.unknown().optional(),
      }),
    ),
  }),
});

function invokes(resources: readonly Found[]) {
  const { PolicyDocument } = Policy.parse(named(resources, 'InterpretWordsRoleDefaultPolicy').Properties);
  return PolicyDocument.Statement.filter(({ Action }) => String(Action).startsWith('bedrock:'));
}

describe('a station without a language model', () => {
  let resources: readonly Found[];
  beforeAll(() => {
    resources = resourcesOf('prod');
  });

  it('has nothing of it: no function, no queue, no right to call one, no word in any environment', () => {
    expect(JSON.stringify(resources)).not.toMatch(/bedrock|interpret|MODEL_/i);
    expect(ofType(resources, 'SQS::Queue')).toHaveLength(10);
  });
});

describe('a station with a language model', () => {
  it('may call that model in its own region and nothing else of Bedrock', () => {
    const resources = resourcesOf('prod', { BEDROCK_MODEL: 'amazon.nova-micro-v1:0' });
    const [only, ...more] = invokes(resources);
    expect(more).toEqual([]);
    expect(only?.Action).toBe('bedrock:InvokeModel');
    expect(words(only?.Resource)).toBe(
      'arn:<Partition>:bedrock:<Region>::foundation-model/amazon.nova-micro-v1:0',
    );
    const others = ofType(resources, 'IAM::Policy').filter(({ id }) => !id.startsWith('InterpretWords'));
    expect(JSON.stringify(others)).not.toContain('bedrock');
  });

  it('by a profile may call the model behind it by way of that profile only', () => {
    const resources = resourcesOf('prod', withModel);
    const [, behind] = invokes(resources);
    expect(JSON.stringify(behind?.Condition)).toMatch(
      /"StringEquals":\{"bedrock:InferenceProfileArn":.*:inference-profile\/eu\.amazon\.nova-lite-v1:0"/,
    );
  });
});

/** Tokens of a question: the instructions in any language with a message, and the longest answers that make sense. */
const question = { read: 1_000, written: 60 };

it('the README tells what each model takes for a thousand questions', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, table = ''] = /<!-- model -->(.*?)<!-- \/model -->/s.exec(readme) ?? [];
  const told = [...table.matchAll(/`([^`]+)` \| \$([\d.]+)/g)].map(([, id, dollars]) => [id, dollars]);
  expect(told).toEqual(
    Object.entries(modelPrices).map(([id, { read, written }]) => [
      id,
      (question.read * read + question.written * written).toFixed(2),
    ]),
  );
  expect(readme).toContain(`one more metric of an alarm takes $${prices.alarmMetric.toFixed(2)}`);
});

it('a question takes no more tokens than the README counts: two letters of other alphabets to one, four of ours', () => {
  for (const language of languages) {
    const told = instructionsFor(station, language);
    const other = told.match(/\P{ASCII}/gu)?.length ?? 0;
    expect((told.length - other) / 4 + other / 2 + 50, language).toBeLessThan(question.read);
  }
});
