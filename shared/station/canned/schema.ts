import * as z from 'zod';
import { languages } from '#shared/domain/language.ts';

/**
 * Canned answers as an owner edits them: what the station says again and again, in each of its languages. `{ready}` is a
 * variable, filled from the customer's topic; what stands in square brackets is left out where a variable in it is unknown.
 */

/** What may stand in braces. */
export const variables = {
  name: "the customer's name",
  car: 'their car, short',
  visit: 'day and time of their next visit',
  date: 'day of their next visit',
  ready: 'when that visit is ready: "by 12:30"',
  price: "price from, of that visit's work",
  advisor: 'who answers',
  hours: "the station's hours",
  address: "the station's address",
  phone: "the station's phone",
  payment: "the station's own words on payment",
  parking: "the station's own words on parking",
  warranty: "the station's own words on the warranty",
} as const;
export type Variable = keyof typeof variables;

export function isVariable(name: string): name is Variable {
  return Object.hasOwn(variables, name);
}

/** The drawers in which answers lie, in the order in which they are shown. */
export const cannedGroups = [
  'greeting',
  'visit',
  'work',
  'money',
  'place',
  'objection',
  'decline',
  'sorry',
] as const;
export type CannedGroup = (typeof cannedGroups)[number];

/** A button holds this many UTF-16 units. */
const longestTitle = 20;
/** So many characters are read at a glance. */
const longestText = 300;

const language = z.enum(languages, { error: `Use one of: ${languages.join(', ')}` });
const inEach = <T extends z.ZodType>(value: T) => z.partialRecord(language, value);
const written = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Write the text or remove the language')
    .max(most, `Use at most ${most} characters`);

const answerText = written(longestText).superRefine((text, context) => {
  for (const finding of findingsIn(text)) context.addIssue({ code: 'custom', message: finding });
});

export const cannedSchema = z.strictObject({
  /** Small letters, digits, hyphens; never shown. */
  id: z.string().regex(/^[a-z0-9-]{1,24}$/, 'Use 1 to 24 small letters, digits and hyphens'),
  group: z.enum(cannedGroups, { error: `Use one of: ${cannedGroups.join(', ')}` }),
  /** On its button. */
  title: inEach(written(longestTitle)),
  /** Words by which it is looked for, beside those of title and text; separated by blanks. */
  words: inEach(z.string().trim()),
  text: inEach(answerText),
  /** For the advisor's eyes: how this answer is best used. */
  hint: inEach(written(200)).nullable().default(null),
});
export type Canned = z.output<typeof cannedSchema>;
export type CannedData = z.input<typeof cannedSchema>;

/** What is wrong with the braces and brackets of a text, in words. */
function findingsIn(text: string): readonly string[] {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/gu)]
    .map(([, name = '']) => name)
    .filter((name) => !isVariable(name));
  const bare = text.replace(/\{[^{}]*\}/gu, '').replace(/\[[^[\]]*\]/gu, '');
  const empty = [...text.matchAll(/\[([^[\]]*)\]/gu)].some(([, inside = '']) => !inside.includes('{'));
  return [
    ...unknown.map((name) => `"{${name}}" is no variable; there are ${known()}`),
    ...(/[{}]/u.test(bare) ? ['Close each brace that you open: {name}'] : []),
    ...(/[[\]]/u.test(bare) ? ['Close each bracket that you open, one inside another does not work'] : []),
    ...(empty ? ['Put a variable into the brackets: they are left out where it is unknown'] : []),
  ];
}

function known(): string {
  return Object.keys(variables)
    .map((name) => `{${name}}`)
    .join(' ');
}
