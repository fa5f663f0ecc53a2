import * as z from 'zod';
import { consentsSchema, purposeSchema } from '#shared/domain/consent.ts';
import { languageSchema } from '#shared/domain/language.ts';
import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

/** Minutes past midnight; `from` may be later than `to`. */
const span = z.object({ from: z.int().min(0).max(1_439), to: z.int().min(0).max(1_439) });
export type Span = z.infer<typeof span>;

/** What the buttons of the settings do. */
export const settingsAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('language') }),
  z.object({ do: z.literal('setLanguage'), language: languageSchema }),
  z.object({ do: z.literal('stop') }),
  /** Takes a "stop" of that moment back: what was before it, for each purpose. */
  z.object({ do: z.literal('undoStop'), at: z.number(), before: consentsSchema }),
  /** The same, as an older version offered it. */
  z.object({ do: z.literal('resume'), visit: z.boolean().nullable() }),
  /** The answer to the question below a booking or report. */
  z.object({ do: z.literal('consent'), given: z.boolean() }),
  /** A purpose switched on or off by hand. */
  z.object({ do: z.literal('set'), purpose: purposeSchema, given: z.boolean() }),
  z.object({ do: z.literal('quiet') }),
  /** Null: as the station. */
  z.object({ do: z.literal('setQuiet'), hours: span.nullable() }),
  z.object({ do: z.literal('cars') }),
  z.object({ do: z.literal('car'), id: z.string() }),
  z.object({ do: z.literal('rename'), id: z.string() }),
  z.object({ do: z.literal('askRemove'), id: z.string() }),
  z.object({ do: z.literal('remove'), id: z.string() }),
  z.object({ do: z.literal('phone'), phone: z.string(), own: z.boolean() }),
]);
export type SettingsAction = z.infer<typeof settingsAction>;

/** A question that may also be answered in words: the phone after the first booking, then consent; the rest by choice. */
export const settingsState = z.union([
  z.object({ step: z.enum(['phone', 'consent', 'language', 'quiet']) }),
  z.object({ step: z.literal('car'), id: z.string() }),
]);
export type SettingsState = z.infer<typeof settingsState>;

/** A button of the settings. */
export function act(label: Phrase, data: z.input<typeof settingsAction>): Option {
  return button(label, { flow: 'settings', data });
}
