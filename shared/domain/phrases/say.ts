import * as z from 'zod';
import { languageSchema } from '../language.ts';
import { playbookCases } from '../playbook.ts';

const none = z.object({});
const drawer = z.enum([
  'greeting',
  'visit',
  'work',
  'money',
  'place',
  'objection',
  'decline',
  'sorry',
  'kept',
]);
const variable = z.enum([
  'name',
  'car',
  'visit',
  'date',
  'ready',
  'price',
  'advisor',
  'hours',
  'address',
  'phone',
  'payment',
  'parking',
  'warranty',
]);
const practice = z.enum(playbookCases);
const act = z.object({ case: practice, act: z.string() });

/** Canned answers, the calmer draft, practice cases. Keys begin with `canned`, `calm` or `playbook`. */
export const sayPhrases = {
  // Canned answers
  cannedHow: none,
  /** Nothing was looked for: which kind of answer it is to be. */
  cannedDrawers: none,
  /** `query` is '' where a drawer was opened. */
  cannedFound: z.object({ query: z.string(), count: z.number(), page: z.number(), pages: z.number() }),
  cannedLine: z.object({ title: z.string(), text: z.string() }),
  cannedNothing: z.object({ query: z.string() }),
  /** How an answer is best used. */
  cannedHint: z.object({ text: z.string() }),
  /** What the customer reads; `meant`: the same in the reader's own language, before it. */
  cannedGoesOut: z.object({ text: z.string(), language: languageSchema }),
  cannedMeant: z.object({ text: z.string() }),
  /** What is not known, so that it cannot be sent. */
  cannedMissing: z.object({ variables: z.array(variable) }),
  cannedSent: z.object({ text: z.string() }),
  cannedRenewed: none,
  cannedGone: none,
  /** Something in it is not the same each time, so that it is for the advisor to write. */
  cannedGap: none,
  // Ready answers of the advisors' own
  cannedAsk: z.object({ text: z.string(), count: z.number() }),
  cannedKept: z.object({ text: z.string() }),
  cannedNotKept: z.object({ text: z.string() }),
  cannedRemoved: z.object({ text: z.string() }),

  // Practice cases
  playbookStart: z.object({ by: z.string() }),
  playbookCase: z.object({ case: practice, at: z.number(), of: z.number() }),
  playbookWhy: act.extend({ good: z.boolean() }),
  /** `weak`: cases where the first choice was not the best. */
  playbookEnd: z.object({ right: z.number(), of: z.number() }),
  playbookWeak: z.object({ cases: z.array(practice) }),
  playbookTry: none,
  playbookOthers: z.object({ by: z.string() }),
  // Words written behind the command: how they would be judged
  calmFine: none,
  calmLong: z.object({ length: z.number() }),
  calmHeld: z.object({ why: z.enum(['insult', 'shouting', 'sarcasm', 'blame']), draft: z.string() }),

  // Labels of buttons
  cannedLabelDrawer: z.object({ group: drawer }),
  cannedLabelAll: none,
  cannedLabelMore: none,
  cannedLabelBack: none,
  cannedLabelSend: none,
  cannedLabelKeep: none,
  cannedLabelNo: none,
  cannedLabelRemove: none,
  playbookLabelAct: act,
  playbookLabelStart: none,
  playbookLabelNext: none,
  playbookLabelEnd: none,
  playbookLabelAgain: none,
} as const;
