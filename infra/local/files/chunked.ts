/**
 * The content of a body in `aws-chunked` coding, in which SDKs send streams and bodies with a trailing checksum:
 * `<hex size>[;signature]\r\n<bytes>\r\n` … `0\r\n<trailers>\r\n`. Undefined when the body is not whole.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export function decodeAwsChunked(body: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    if (end === -1) return undefined;
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (size === 0) return Buffer.concat(parts);
    const from = end + 2;
    if (Number.isNaN(size) || from + size > body.length) return undefined;
    parts.push(body.subarray(from, from + size));
    at = from + size + 2;
  }
}
