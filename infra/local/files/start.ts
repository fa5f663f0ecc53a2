import { type Listening, listen } from '../http/listen.ts';
import type { Judge } from '../runner/grants.ts';
import { openObjectStore } from './object-store.ts';
import { answerS3 } from './s3-api.ts';

/**
 * Starts the S3 of the local station on a free port of the loopback, with the given buckets and whatever was put into
 * them before. `url` has an IP address for a host, so that SDKs use path style by themselves.
 */
export async function startFiles(options: {
  readonly dataDir: string;
  readonly buckets: readonly string[];
  readonly now: () => number;
  readonly judge: Judge;
}): Promise<Listening> {
  const store = openObjectStore(options);
  const server = await listen(0, (request, response) => {
    answerS3(store, options.judge, request, response).catch(() => {
      response.statusCode = 400;
      response.end();
    });
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      store.close();
    },
  };
}
