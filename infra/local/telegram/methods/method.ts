import type * as z from 'zod';
import type { World } from '../world.ts';

/** What a call costs against the limits: so many new messages, an edit, or nothing. */
export type Cost = { readonly messages: number } | 'edit' | 'free';

/** What a method answers, and the ids of the messages that came of it (for the ledger). */
export type Answer = { readonly result: unknown; readonly messageIds?: readonly number[] };

/** A method whose parameters were not read yet: what the dispatcher works with. */
export type Method = {
  readonly name: string;
  readonly params: z.ZodObject;
  /** Reads the parameters and returns the call, ready to be judged and run. @throws ApiError in Telegram's words. */
  readonly read: (raw: Readonly<Record<string, unknown>>) => ReadCall;
};

export type ReadCall = {
  /** The chat it writes to, if any. */
  readonly chat: number | undefined;
  readonly cost: Cost;
  readonly run: (world: World) => Answer;
};

/** One method of the Bot API: its parameters, what it costs, what it does. */
export const method = <Shape extends z.ZodRawShape>(definition: {
  readonly name: string;
  readonly params: z.ZodObject<Shape>;
  readonly chat?: (params: z.infer<z.ZodObject<Shape>>) => number | undefined;
  readonly cost?: (params: z.infer<z.ZodObject<Shape>>) => Cost;
  readonly run: (world: World, params: z.infer<z.ZodObject<Shape>>) => Answer;
}): Method => ({
  name: definition.name,
  params: definition.params,
  read: (raw) => {
    const params = definition.params.parse(raw);
    return {
      chat: definition.chat?.(params),
      cost: definition.cost?.(params) ?? 'free',
      run: (world) => definition.run(world, params),
    };
  },
});

export const done: Answer = { result: true };
