import type { Stack } from 'aws-cdk-lib';
import { modelPrices } from './prices.ts';

/** A language model of Amazon Bedrock that a station can be given. */
export type LanguageModel = {
  /** It is reached by an inference profile, which keeps a call within one part of the world. */
  readonly profile: boolean;
  /** US dollars for 1,000 tokens. */
  readonly price: { readonly read: number; readonly written: number };
  /** What is called: the model in this region, or the profile. */
  arn(stack: Stack): string;
  /** The model behind a profile, in whichever region it is answered; '' without a profile. */
  behind(stack: Stack): string;
  /** The one star in it, as cdk-nag finds it, and why it is right. */
  readonly finding: { readonly id: string; readonly reason: string };
};

/** Parts of the world within which a profile keeps a call. There are profiles without such a border; nobody's words go there. */
const geographies = ['us', 'eu', 'apac'] as const;

/** For the message to whoever wrote another one. */
export const modelsThereAre = `${Object.keys(modelPrices).join(', ')} (with ${geographies.join('., ')}. before it for a profile)`;

/**
 * The model that this id names, such as `amazon.nova-lite-v1:0` or, by a profile, `eu.amazon.nova-lite-v1:0`; null for none and for
 * what has no price in `prices.ts`. Most regions of Europe have models by profile only.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function modelOf(id: string): LanguageModel | null {
  const geography = geographies.find((one) => id.startsWith(`${one}.`));
  const name = geography === undefined ? id : id.slice(geography.length + 1);
  const [, price] = Object.entries(modelPrices).find(([known]) => known === name) ?? [];
  if (price === undefined) return null;
  const profile = geography !== undefined;
  const foundation = { service: 'bedrock', account: '', resource: 'foundation-model', resourceName: name };
  return {
    profile,
    price,
    arn: (stack) =>
      stack.formatArn(
        profile ? { service: 'bedrock', resource: 'inference-profile', resourceName: id } : foundation,
      ),
    behind: (stack) => (profile ? stack.formatArn({ ...foundation, region: '*' }) : ''),
    finding: {
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${name}]`,
      reason:
        'A profile answers from any region of its part of the world, and AWS may add one: the model is named, the region cannot be, and only by way of the profile',
    },
  };
}
