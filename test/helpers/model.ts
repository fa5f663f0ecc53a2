import * as z from 'zod';
import { createInterpret, type InterpretDeps } from '#functions/interpret/interpret.ts';
import { modelInterpreter } from '#functions/interpret/interpreter.ts';
import { openModel } from '#shared/runtime/bedrock.ts';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import { station } from '#shared/station/station.ts';
import { answered } from '#test/runtime/fake-http.ts';

const request = z.object({
  system: z.array(z.object({ text: z.string() })),
  messages: z.array(z.object({ role: z.literal('user'), content: z.array(z.object({ text: z.string() })) })),
  inferenceConfig: z.object({ maxTokens: z.number(), temperature: z.number() }),
});

/** Amazon Bedrock as a station calls it, in this process: it answers what the test says, and keeps what it was asked. */
export function playedModel() {
  const asked: { readonly text: string; readonly instructions: string; readonly url: string }[] = [];
  let next: () => HttpOutcome | Promise<HttpOutcome> = () => answered(500, {});
  const http: HttpClient = async ({ url, body, headers }) => {
    const { system, messages } = request.parse(JSON.parse(String(body)));
    const text = messages.flatMap(({ content }) => content.map((part) => part.text)).join('');
    asked.push({ text, instructions: system.map((part) => part.text).join(), url });
    if (!headers.authorization?.includes('/bedrock/aws4_request')) return answered(403, {});
    return next();
  };
  return {
    http,
    asked,
    /** What it writes from now on: an object as JSON, a text as it is. */
    says(answer: unknown): void {
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      next = () => answered(200, converse(text));
    },
    fails(outcome: HttpOutcome): void {
      next = () => outcome;
    },
  };
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_ResponseSyntax */
function converse(text: string) {
  return {
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 1_200, outputTokens: 60, totalTokens: 1_260 },
    metrics: { latencyMs: 640 },
  };
}

export type ModelOptions = { readonly server: HttpClient; readonly mostCalls: number };

/** The function that asks a model, as deployed. */
export function interpretWith({
  server,
  mostCalls = 0,
  ...deps
}: Pick<InterpretDeps, 'table' | 'inbound' | 'measure' | 'now'> & Partial<ModelOptions>) {
  return createInterpret({
    ...deps,
    interpreter: modelInterpreter(openModel('eu.amazon.nova-lite-v1:0', server), station),
    zone: station.zone,
    mostCalls,
    dollars: { read: 0.000_06, written: 0.000_24 },
  });
}
