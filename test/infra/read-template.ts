import * as z from 'zod';
import type { Stage } from '#infra/config.ts';
import { synthesizeTemplate } from '#infra/template.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().default('Delete'),
});

const TemplateJson = z.object({ Resources: z.record(z.string(), Resource) });

/** One resource of a template, with its logical id less the hash: `InboundQueue`, `ConverseFunction`. */
export type Found = z.infer<typeof Resource> & { readonly id: string };

/** The resources of a stage's template, synthesised once for a test file; `more`: what the owner said beside the advisors. */
export function resourcesOf(stage: Stage, more: Readonly<Record<string, string>> = {}): readonly Found[] {
  const { Resources } = TemplateJson.parse(synthesizeTemplate(stage, { ...advisors, ...more }).template);
  return Object.entries(Resources).map(([id, resource]) => ({ ...resource, id: short(id) }));
}

/** As an owner gives them on deploying. */
export const advisors = {
  ADVISOR_GROUP_ID: '-1001234567890',
  ADVISOR_IDS: '11,22',
  ALARM_EMAIL: 'owner@station.example',
};

/** With a language model, by a profile as most regions have it. */
export const withModel = { BEDROCK_MODEL: 'eu.amazon.nova-lite-v1:0', BEDROCK_CALLS_A_DAY: '50' };

/** Those of one type, `AWS::` left out. */
export function ofType(resources: readonly Found[], type: string): readonly Found[] {
  return resources.filter((resource) => resource.Type === `AWS::${type}`);
}

/** The one resource with this id. Throws an error if there is none. */
export function named(resources: readonly Found[], id: string): Found {
  const found = resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`No resource ${id}; there are: ${resources.map((one) => one.id).join(', ')}`);
  return found;
}

/** A property in words: references become the ids they point at (`Table/index/due`), pseudo parameters `<Region>`. */
export function words(value: unknown): string {
  const known = Intrinsic.safeParse(value);
  if (!known.success) return typeof value === 'string' ? value : JSON.stringify(value);
  const it = known.data;
  if ('Ref' in it) return it.Ref.startsWith('AWS::') ? `<${it.Ref.slice(5)}>` : short(it.Ref);
  if ('Fn::GetAtt' in it) {
    const [id, attribute] = it['Fn::GetAtt'];
    return attribute === 'Arn' ? short(id) : `${short(id)}.${attribute}`;
  }
  const [separator, parts] = it['Fn::Join'];
  return parts.map(words).join(separator);
}

const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
]);

function short(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

const oneOrMore = z.union([z.unknown().array(), z.unknown().transform((one) => [one])]);

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMore, Resource: oneOrMore }),
    ),
  }),
});

/** What a policy allows, one line for each action on each resource: `sqs:SendMessage on InboundQueue`, sorted. */
export function allowed(policy: Found): readonly string[] {
  const { Statement } = Policy.parse(policy.Properties).PolicyDocument;
  return Statement.filter((statement) => statement.Effect === 'Allow')
    .flatMap(({ Action, Resource: on }) =>
      Action.flatMap((action) => on.map((it) => `${words(action)} on ${words(it)}`)),
    )
    .sort();
}
