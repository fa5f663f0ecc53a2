import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { respond } from '../http/respond.ts';
import { accessKeyOf, type Judge } from '../runner/grants.ts';
import { decodeAwsChunked } from './chunked.ts';
import type { ObjectStore, StoredFile } from './object-store.ts';

/** Largest file taken in one piece here. */
const MOST_FILE_BYTES = 128 * 1024 * 1024;

/** Headers of an upload that come back with the file. */
const keptHeader = /^(content-type|content-disposition|content-language|cache-control|x-amz-meta-.+)$/;

/**
 * Answers one request in S3's own words: put (also If-None-Match: *), get with range, head, delete, list and delete
 * many, path style, signed or presigned (signatures are not checked, a presigned link's expiry is).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
 */
export async function answerS3(
  store: ObjectStore,
  judge: Judge,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [bucket = '', ...path] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const key = path.join('/');
  if (!store.hasBucket(bucket)) return refuse(response, 404, 'NoSuchBucket');
  if (isExpired(url.searchParams)) return refuse(response, 403, 'AccessDenied');
  const operation = `${request.method} ${key === '' ? 'bucket' : 'file'}`;
  const caller = accessKeyOf(request.headers.authorization, url.searchParams);
  const wishes = (actions[operation] ?? []).map((action) => ({
    action,
    on: key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`,
  }));
  if (judge(caller, wishes) !== undefined) return refuse(response, 403, 'AccessDenied');
  switch (operation) {
    case 'PUT file':
      return put(store, bucket, key, request, response);
    case 'GET file':
    case 'HEAD file':
      return get(store, bucket, key, url.searchParams, request, response);
    case 'DELETE file':
      store.remove(bucket, key);
      return respond(response, 204, {}, '');
    case 'GET bucket':
      return list(store, bucket, url.searchParams, response);
    case 'HEAD bucket':
      return respond(response, 200, {}, '');
    case 'POST bucket':
      return url.searchParams.has('delete')
        ? removeMany(store, judge, caller, bucket, request, response)
        : refuse(response, 501, 'NotImplemented');
    default:
      return refuse(response, 501, 'NotImplemented');
  }
}

/** What each operation has to be granted; deleting many is judged file by file. */
const actions: Readonly<Record<string, readonly string[]>> = {
  'PUT file': ['s3:PutObject'],
  'GET file': ['s3:GetObject'],
  'HEAD file': ['s3:GetObject'],
  'DELETE file': ['s3:DeleteObject'],
  'GET bucket': ['s3:ListBucket'],
  'HEAD bucket': ['s3:ListBucket'],
};

async function put(
  store: ObjectStore,
  bucket: string,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.headers['x-amz-copy-source'] !== undefined) return refuse(response, 501, 'NotImplemented');
  const body = await readBody(request, MOST_FILE_BYTES);
  if (body.kind === 'too-large') return refuse(response, 400, 'EntityTooLarge');
  if (body.kind === 'throttled') return refuse(response, 503, 'SlowDown');
  if (body.kind === 'cut') return;
  if (request.headers['if-none-match'] === '*' && store.find(bucket, key) !== undefined) {
    return refuse(response, 412, 'PreconditionFailed');
  }
  const chunked = /aws-chunked/.test(String(request.headers['content-encoding'] ?? ''));
  const bytes = chunked ? decodeAwsChunked(body.bytes) : body.bytes;
  if (bytes === undefined) return refuse(response, 400, 'IncompleteBody');
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    keptHeader.test(name) && typeof value === 'string' ? [[name, value]] : [],
  );
  const file = store.put(bucket, key, bytes, Object.fromEntries(headers));
  respond(response, 200, { etag: file.etag }, '');
}

function get(
  store: ObjectStore,
  bucket: string,
  key: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const file = store.find(bucket, key);
  if (file === undefined) return refuse(response, 404, 'NoSuchKey');
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const first = Number(from ?? 0);
  const last = Math.min(file.size - 1, to ? Number(to) : file.size - 1);
  if (from !== undefined && first > last) return refuse(response, 416, 'InvalidRange');
  const overridden = [...query].flatMap(([name, value]) =>
    name.startsWith('response-content-') ? [[name.slice('response-'.length), value]] : [],
  );
  const bytes = store.bytes(bucket, key);
  respond(
    response,
    from === undefined ? 200 : 206,
    {
      'content-type': 'binary/octet-stream',
      ...file.headers,
      ...Object.fromEntries(overridden),
      etag: file.etag,
      'last-modified': new Date(file.modified).toUTCString(),
      'accept-ranges': 'bytes',
      ...(from === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${file.size}` }),
    },
    from === undefined ? bytes : bytes.subarray(first, last + 1),
  );
}

function list(store: ObjectStore, bucket: string, query: URLSearchParams, response: ServerResponse) {
  const most = Math.min(1000, Number(query.get('max-keys') ?? 1000) || 1000);
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const found = store.list(bucket, prefix, after, most + 1);
  const page = found.slice(0, most);
  const more = found.length > most;
  const next = more ? `<NextContinuationToken>${xml(page.at(-1)?.key ?? '')}</NextContinuationToken>` : '';
  respondXml(
    response,
    200,
    `<ListBucketResult><Name>${xml(bucket)}</Name><Prefix>${xml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount>` +
      `<MaxKeys>${most}</MaxKeys><IsTruncated>${more}</IsTruncated>${next}${page.map(contentsOf).join('')}</ListBucketResult>`,
  );
}

function contentsOf({ key, size, etag, modified }: StoredFile): string {
  return `<Contents><Key>${xml(key)}</Key><LastModified>${new Date(modified).toISOString()}</LastModified><ETag>${xml(etag)}</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}

async function removeMany(
  store: ObjectStore,
  judge: Judge,
  caller: string,
  bucket: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readBody(request);
  if (body.kind !== 'whole') return refuse(response, 400, 'MalformedXML');
  const keys = [...body.bytes.toString('utf8').matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) =>
    unxml(key ?? ''),
  );
  const refused = judge(
    caller,
    keys.map((key) => ({ action: 's3:DeleteObject', on: `arn:aws:s3:::${bucket}/${key}` })),
  );
  if (refused !== undefined) return refuse(response, 403, 'AccessDenied');
  for (const key of keys) store.remove(bucket, key);
  respondXml(
    response,
    200,
    `<DeleteResult>${keys.map((key) => `<Deleted><Key>${xml(key)}</Key></Deleted>`).join('')}</DeleteResult>`,
  );
}

/** A presigned link is good for X-Amz-Expires seconds after X-Amz-Date (20261123T080000Z), in real time as it was signed. */
function isExpired(query: URLSearchParams): boolean {
  const [, y, mo, d, h, mi, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '') ?? [];
  if (y === undefined) return false;
  const signed = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  return Date.now() > signed + Number(query.get('X-Amz-Expires')) * 1000;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  respondXml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function respondXml(response: ServerResponse, status: number, content: string): void {
  respond(
    response,
    status,
    { 'content-type': 'application/xml' },
    `<?xml version="1.0" encoding="UTF-8"?>${content}`,
  );
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' } as const;

function xml(text: string): string {
  return Object.entries(entities).reduce((all, [plain, entity]) => all.replaceAll(plain, entity), text);
}

function unxml(text: string): string {
  return Object.entries(entities).reduceRight((all, [plain, entity]) => all.replaceAll(entity, plain), text);
}
