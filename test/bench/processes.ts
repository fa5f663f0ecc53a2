import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Task } from './measured/task.ts';

/** The stub's process and its addresses; `tlsUrl` is null where this machine cannot make a certificate. */
export type Stub = {
  readonly url: string;
  readonly tls: { readonly url: string; readonly certificate: string } | null;
  /** Asks it something between measurements; see `stub/stub.ts`. */
  ask(what: string): Promise<unknown>;
  stop(): void;
};

const ports = z.object({ port: z.number(), tlsPort: z.number().nullable() });

/** Starts the stub; its throwaway certificate lies in `folder`. */
export async function startStub(folder: string): Promise<Stub> {
  const certificate = makeCertificate(folder);
  const child = fork(join(import.meta.dirname, 'stub/stub.ts'), certificate ?? [], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const [told]: unknown[] = await once(child, 'message');
  const { port, tlsPort } = ports.parse(told);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    tls: tlsPort && certificate ? { url: `https://127.0.0.1:${tlsPort}`, certificate: certificate[1] } : null,
    ask: async (what) => {
      const answer = await fetch(`${url}/_bench/${what}`);
      if (!answer.ok) throw new Error(`The stub failed at ${what}: see its words above`);
      return answer.json();
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** A key and certificate for the loopback, made by openssl for this run; null without openssl. */
function makeCertificate(folder: string): readonly [key: string, certificate: string] | null {
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  try {
    const files = ['-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, ...files], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return existsSync(certificate) ? [key, certificate] : null;
}

export type Measured = { readonly values: Readonly<Record<string, number>>; readonly stdoutBytes: number };

const values = z.record(z.string(), z.number());

/**
 * Runs one measuring process to its end. It has an environment of its own, like a function: nothing of this machine's
 * profiles, keys or proxies reaches it. Throws what it said when it failed.
 */
export async function measure(
  script: string,
  task: Task,
  stub: Stub,
  how: { readonly tls?: boolean; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Measured> {
  const tls = how.tls ? stub.tls : null;
  const child = spawn(process.execPath, ['--expose-gc', script], {
    env: {
      ...lambdaEnvironment(tls?.url ?? stub.url),
      ...(tls ? { NODE_EXTRA_CA_CERTS: tls.certificate } : {}),
      ...how.environment,
      BENCH_STUB: stub.url,
      BENCH_TASK: JSON.stringify(task),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let stdoutBytes = 0;
  let said = '';
  let result = '';
  child.stdout?.on('data', (part: Buffer) => {
    stdoutBytes += part.length;
  });
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString('utf8');
  });
  child.stdio[3]?.on('data', (part: Buffer) => {
    result += part.toString('utf8');
  });
  const [status]: unknown[] = await once(child, 'close');
  if (status !== 0 || result === '')
    throw new Error(`A measuring process (${task.kind}) ended with ${status}:\n${said.slice(-2_000)}`);
  return { values: values.parse(JSON.parse(result)), stdoutBytes };
}

function lambdaEnvironment(url: string): Record<string, string> {
  const queue = (name: string) => `${url}/123456789012/${name}`;
  return {
    TZ: 'UTC',
    NODE_NO_WARNINGS: '1',
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'made-up-for-the-bench',
    // A real session token is about as long.
    AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN'.repeat(20),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_ENDPOINT_URL: url,
    AWS_LAMBDA_FUNCTION_NAME: 'bench',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_LEVEL: 'INFO',
    STAGE: 'prod',
    LOG_LEVEL: 'INFO',
    TABLE_NAME: 'station',
    INBOUND_QUEUE_URL: queue('inbound.fifo'),
    OUTBOUND_QUEUE_URL: queue('outbound.fifo'),
    LATER_QUEUE_URL: queue('later'),
    JOBS_QUEUE_URL: queue('jobs'),
    DOCUMENTS_QUEUE_URL: queue('documents'),
    DEAD_LETTER_URLS: queue('documents'),
    FILES_BUCKET: 'station-files',
    TELEGRAM_API_URL: url,
    TELEGRAM_SECRETS: '/station/prod/telegram',
    WHATSAPP_API_URL: `${url}/graph`,
    WHATSAPP_SECRETS: '/station/prod/whatsapp',
    ADVISOR_GROUP_ID: '-1002000000001',
    ADVISOR_IDS: '5000001',
    PUBLIC_URL: 'https://abc123.execute-api.eu-central-1.amazonaws.com',
  };
}
