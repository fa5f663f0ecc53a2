import type { SignatureV4 } from '@smithy/signature-v4';
import { openSigner } from './aws-json.ts';
import { now } from './clock.ts';
import { urlOf } from './files.ts';

/** An address of a stored file that anybody may open for a minute, as a download of that name. */
export type Share = (key: string, name: string) => Promise<string>;

/** Long enough to follow a redirect, too short to be passed on. Seconds. */
const goodFor = 60;

/**
 * Opens the bucket for sharing: the address carries the signature, so that the file goes from the bucket to the browser and not
 * through a function, which answers at most 6 MB.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function openShare(bucket: string): Share {
  let signer: SignatureV4 | undefined;
  return async (key, name) => {
    signer ??= openSigner('s3');
    const { protocol, host, hostname, pathname: path } = urlOf(bucket, key);
    const query = {
      'response-content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    };
    const { query: signed = {} } = await signer.presign(
      {
        method: 'GET',
        protocol,
        hostname,
        path,
        query,
        headers: { host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
      },
      { expiresIn: goodFor, signingDate: new Date(now()) },
    );
    const written = Object.entries(signed).flatMap(([field, value]) =>
      typeof value === 'string' ? [`${escapeUri(field)}=${escapeUri(value)}`] : [],
    );
    return `${protocol}//${host}${path}?${written.join('&')}`;
  };
}

/** As the signature was made over it: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function escapeUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
