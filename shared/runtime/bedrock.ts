import * as z from 'zod';
import { endpointOf, openPost } from './aws-json.ts';
import { stopwatch } from './clock.ts';
import type { HttpClient, HttpOutcome } from './http-client.ts';
import { SafeError } from './safe-error.ts';

/** What a language model answered, and the tokens that it read and wrote: what it takes money for. */
export type ModelAnswer = { readonly text: string; readonly read: number; readonly written: number };

/** Asks once: fixed instructions, and the text that they are about. Throws a SafeError when there is no answer in time. */
export type Model = (instructions: string, text: string) => Promise<ModelAnswer>;

/** Milliseconds for one try, and for all that is done for an answer; a second try only where this much is left. */
const times = { tryMs: 5_000, allMs: 8_000, leastMs: 2_000 } as const;

/** Our answers have a third of it. */
const mostTokens = 400;

/**
 * A model of Amazon Bedrock by its id, or by that of an inference profile, over AWS's own signer and our own connections. Calls go to
 * AWS_ENDPOINT_URL_BEDROCK_RUNTIME or AWS_ENDPOINT_URL when set, else to AWS. What passes by itself is tried once more.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function openModel(modelId: string, http?: HttpClient): Model {
  const url = new URL(`${endpointOf('bedrock-runtime')}/model/${encodeURIComponent(modelId)}/converse`);
  const post = openPost('bedrock', url, http);
  const attempt = (body: string, timeoutMs: number) =>
    post({ 'content-type': 'application/json' }, body, timeoutMs);
  return async (instructions, text) => {
    const body = JSON.stringify({
      system: [{ text: instructions }],
      messages: [{ role: 'user', content: [{ text }] }],
      inferenceConfig: { maxTokens: mostTokens, temperature: 0 },
    });
    const started = stopwatch();
    const left = () => times.allMs - (stopwatch() - started);
    const first = await attempt(body, times.tryMs);
    const outcome =
      passes(first) && left() >= times.leastMs ? await attempt(body, Math.min(times.tryMs, left())) : first;
    return read(outcome);
  };
}

/** Throttled, too busy, or nothing was heard. */
function passes(outcome: HttpOutcome): boolean {
  return outcome.kind !== 'answered' || outcome.status === 429 || outcome.status >= 500;
}

const answer = z.object({
  output: z.object({ message: z.object({ content: z.array(z.object({ text: z.string().optional() })) }) }),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
});

function read(outcome: HttpOutcome): ModelAnswer {
  if (outcome.kind !== 'answered')
    throw new SafeError(`The model did not answer: ${outcome.reason}.`, outcome.reason);
  if (outcome.status !== 200)
    throw new SafeError(`The model answered with status ${outcome.status}.`, `Status${outcome.status}`);
  const { output, usage } = parsed(outcome.body);
  const text = output.message.content.flatMap((part) => part.text ?? []).join('');
  return { text, read: usage.inputTokens, written: usage.outputTokens };
}

function parsed(body: Buffer): z.infer<typeof answer> {
  try {
    return answer.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new SafeError('The model answered in a form that nobody knows.', 'UnreadableAnswer');
  }
}
