/** Why AWS did not do what one of the station's own commands asked. */
export type AwsTroubleKind = 'credentials' | 'region' | 'denied' | 'unreachable' | 'other';

/** One trouble in words for whoever ran the command: what is wrong, and what to do. No secret and no request is quoted. */
export type AwsTrouble = { readonly kind: AwsTroubleKind; readonly says: string; readonly todo: string };

/**
 * What an error of the AWS SDK means. `doing` completes "AWS did not let us …".
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function awsTrouble(error: unknown, doing: string): AwsTrouble {
  const name = error instanceof Error ? error.name : '';
  const words = error instanceof Error ? error.message : '';
  if (credentialErrors.has(name)) {
    return {
      kind: 'credentials',
      says: 'There are no AWS credentials that work',
      todo: 'Run `aws configure` (or `aws sso login`), or set AWS_PROFILE; `aws sts get-caller-identity` must answer',
    };
  }
  if (/region is missing/i.test(words)) {
    return {
      kind: 'region',
      says: 'No AWS region is set',
      todo: 'Run `aws configure set region eu-central-1` (a region near you), or set AWS_REGION',
    };
  }
  if (deniedErrors.has(name)) {
    return {
      kind: 'denied',
      says: `AWS did not let us ${doing} (${name})`,
      todo: 'Use the credentials that deploy the station: they need CloudFormation, Lambda and SSM in this account',
    };
  }
  if (connectionErrors.has(codeOf(error)) || connectionErrors.has(name)) {
    return {
      kind: 'unreachable',
      says: `AWS could not be reached to ${doing}`,
      todo: 'Look at the network, at the region and at AWS_ENDPOINT_URL',
    };
  }
  return {
    kind: 'other',
    says: `AWS did not ${doing} (${name || 'unknown error'})`,
    todo: 'Run it again; if it stays, look the name of the error up in the AWS documentation',
  };
}

/** Region for the clients: the SDK for JavaScript overlooks one of the variables that the AWS CLI and the CDK read. */
export function regionOf(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly region: string } | Record<string, never> {
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  return region ? { region } : {};
}

const credentialErrors: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationToken',
]);

const deniedErrors: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'OptInRequired',
]);

const connectionErrors: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'TimeoutError',
]);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
