import { devNull } from 'node:os';
import { LOCAL_REGION } from './wiring.ts';
import type { FunctionWiring } from './wiring-types.ts';

/** What differs on this machine from what the template says. Base addresses without a trailing slash. */
export type LocalFacts = {
  readonly awsUrl: string;
  readonly filesUrl: string;
  /** Bases of the messengers' APIs. */
  readonly apiUrls: { readonly telegram: string; readonly whatsapp: string };
  readonly publicUrl: string;
  readonly advisorGroupId: string;
  readonly advisorIds: string;
};

/**
 * The whole environment of one function, built from nothing: a profile or key of the machine's owner never reaches it,
 * and every AWS service it could call is on this machine. What the template gives a function is what it has; a value
 * is replaced only where the station's owner or this machine says otherwise.
 */
export function functionEnvironment(fn: FunctionWiring, local: LocalFacts): Record<string, string> {
  const replaced: Readonly<Record<string, string>> = {
    TELEGRAM_API_URL: local.apiUrls.telegram,
    WHATSAPP_API_URL: local.apiUrls.whatsapp,
    PUBLIC_URL: local.publicUrl,
    ADVISOR_GROUP_ID: local.advisorGroupId,
    ADVISOR_IDS: local.advisorIds,
  };
  const fromTemplate = Object.entries(fn.environment).map(([name, value]) => [name, replaced[name] ?? value]);
  return {
    TZ: 'UTC',
    NODE_ENV: 'production',
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    // Its signature says who calls: the grants of its role are judged by it.
    AWS_ACCESS_KEY_ID: fn.id,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: local.awsUrl,
    AWS_ENDPOINT_URL_SQS: local.awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: local.awsUrl,
    AWS_ENDPOINT_URL_S3: local.filesUrl,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
    // Its log is read by people, and no CloudWatch makes metrics of it.
    POWERTOOLS_METRICS_DISABLED: 'true',
    ...Object.fromEntries(fromTemplate),
  };
}
