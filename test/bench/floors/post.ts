/** The bare client of the floors: kept-alive connections and nothing else. Fetched, not imported: see http-client.ts. */
const secure = (process.env.AWS_ENDPOINT_URL ?? '').startsWith('https:');
const client = process.getBuiltinModule(secure ? 'node:https' : 'node:http');
const agent = new client.Agent({ keepAlive: true, maxSockets: 64 });

/** Posts and answers the body, whatever the status. */
export function post(
  base: string,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<string> {
  const { hostname, port } = new URL(base);
  const length = { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = client.request(
      { hostname, port, path, method: 'POST', agent, headers: { ...headers, ...length } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve(text));
        answer.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
