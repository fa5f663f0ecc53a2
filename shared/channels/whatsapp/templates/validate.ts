import { languages } from '#shared/domain/language.ts';
import { validateButtons } from './buttons.ts';
import type { FilledText, TemplateDefinition } from './definition.ts';

/**
 * What Meta would refuse about a template, in words; empty when nothing. Lengths are UTF-16 units.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components
 */
export function validateTemplate(template: TemplateDefinition): readonly string[] {
  const { name, category, language, header, body, footer, buttons } = template;
  return [
    ...when(!/^[a-z0-9_]+$/.test(name), 'the name may only have a-z, 0-9 and _'),
    ...when(name.length > 512, `the name has ${name.length} characters, at most 512 are allowed`),
    ...when(!categories.includes(category), `the category is none of ${categories.join(', ')}`),
    ...when(
      !languages.some((known) => known === language),
      `the language code is none of ${languages.join(', ')}`,
    ),
    ...(header === null ? [] : validateHeader(header)),
    ...validateBody(body),
    ...(footer === null ? [] : validateFooter(footer)),
    ...validateButtons(buttons),
  ];
}

/** https://developers.facebook.com/docs/whatsapp/updates-to-pricing/new-template-guidelines */
const categories: readonly string[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

const variable = /\{\{([1-9]\d*)\}\}/g;

function validateHeader(header: FilledText): readonly string[] {
  return [
    ...lengthOf('header', header.text, 60),
    ...when(numbersIn(header.text).length > 1, 'the header has more than one variable'),
    ...when(/[\n\t*_~`]/.test(header.text), 'the header has a line break or formatting'),
    ...validateVariables('header', header),
  ];
}

function validateFooter(footer: string): readonly string[] {
  return [...lengthOf('footer', footer, 60), ...when(/[{}]{2}/.test(footer), 'the footer has a variable')];
}

function validateBody(body: FilledText): readonly string[] {
  const numbers = numbersIn(body.text);
  const between = body.text.split(/\{\{[1-9]\d*\}\}/);
  const spoken = between.map((piece) => wordsIn(piece));
  const words = spoken.reduce((sum, count) => sum + count, 0);
  return [
    ...lengthOf('body', body.text, 1024),
    ...when(
      /\n{3}| {5}|\t/.test(body.text),
      'the body has a tab, more than four spaces or more than two line breaks in a row',
    ),
    ...validateVariables('body', body),
    ...when(numbers.length > 0 && spoken[0] === 0, 'the body begins with a variable'),
    ...when(numbers.length > 0 && spoken.at(-1) === 0, 'the body ends with a variable'),
    ...when(spoken.slice(1, -1).includes(0), 'two variables of the body stand side by side'),
    // Meta names no number; this one is what approvals and refusals (2388293) have shown.
    ...when(
      words < 2 * numbers.length + 1,
      `the body has ${words} words for ${numbers.length} variables, it needs ${2 * numbers.length + 1}`,
    ),
  ];
}

function validateVariables(where: 'header' | 'body', { text, examples }: FilledText): readonly string[] {
  const numbers = new Set(numbersIn(text));
  const gaps = [...numbers].some((number) => number > numbers.size);
  return [
    ...when(/\{\{|\}\}/.test(text.replace(variable, '')), `the ${where} has a variable that is no number`),
    ...when(gaps, `the variables of the ${where} are not numbered from 1 without gaps`),
    ...when(
      examples.length !== numbers.size,
      `the ${where} has ${numbers.size} variables and ${examples.length} examples`,
    ),
    ...when(
      examples.some((example) => example.trim() === ''),
      `the ${where} has an empty example`,
    ),
  ];
}

function lengthOf(where: string, text: string, most: number): readonly string[] {
  return [
    ...when(text.trim() === '', `the ${where} is empty`),
    ...when(text.length > most, `the ${where} has ${text.length} characters, at most ${most} are allowed`),
  ];
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(variable)].map(([, number]) => Number(number));
}

/** Punctuation alone is no word: Meta sees `{{1}}, {{2}}.` as two variables side by side at the end. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function when(wrong: boolean, finding: string): readonly string[] {
  return wrong ? [finding] : [];
}
