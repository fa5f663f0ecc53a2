import * as z from 'zod';

/** What a worker is started with. */
export type WorkerStart = {
  readonly file: string;
  readonly handler: string;
  readonly clock: SharedArrayBuffer;
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly region: string;
  readonly account: string;
};

/** One call; `event` is JSON, as Lambda hands it over. */
export const call = z.object({
  id: z.string(),
  event: z.string(),
  /** Real milliseconds the function may take. */
  timeoutMs: z.number(),
});
export type Call = z.infer<typeof call>;

/** What a worker says back; `result` is JSON. */
export const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('broken'), error: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('done'), id: z.string(), result: z.string() }),
  z.object({ kind: z.literal('failed'), id: z.string(), error: z.string(), detail: z.string() }),
]);
export type Said = z.infer<typeof said>;
