import { GraphError } from '../errors.ts';
import type { Component, NewTemplate } from './shape.ts';
import { variablesIn } from './variables.ts';

/**
 * The rules of https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components that a
 * schema cannot say.
 * @throws GraphError 100 with Meta's subcode where one is known.
 */
export const checkRules = (template: NewTemplate): void => {
  const named = template.parameter_format === 'NAMED';
  const kinds = template.components.map(({ type }) => type);
  for (const type of new Set(kinds)) {
    if (kinds.filter((kind) => kind === type).length > 1) throw rejected(`There can be only one ${type}.`);
  }
  if (!kinds.includes('BODY')) throw rejected('A template needs a BODY.');
  for (const component of template.components) checkComponent(component, named);
};

const checkComponent = (component: Component, named: boolean): void => {
  switch (component.type) {
    case 'HEADER':
      if (component.format === 'TEXT') checkHeader(component, named);
      return;
    case 'BODY':
      checkBody(component, named);
      return;
    case 'FOOTER':
      if (variablesIn(component.text).length > 0) throw rejected('A footer has no variables.', 2388073);
      return;
    case 'BUTTONS':
      checkButtons(component.buttons);
      return;
  }
};

type Header = Extract<Component, { format: 'TEXT' }>;
type Body = Extract<Component, { type: 'BODY' }>;
type Buttons = Extract<Component, { type: 'BUTTONS' }>['buttons'];

const checkHeader = ({ text, example }: Header, named: boolean): void => {
  const variables = variablesIn(text);
  if (variables.length > 1) throw rejected('A header has at most one variable.', 2388047);
  if (/[\n*_~`]/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, ''))) {
    throw rejected('A header has no new lines and no formatting.', 2388047);
  }
  checkNames(variables, named);
  const examples = named
    ? example?.header_text_named_params?.map(({ param_name }) => param_name)
    : example?.header_text;
  checkExamples(variables, examples, named);
};

const checkBody = ({ text, example }: Body, named: boolean): void => {
  const variables = variablesIn(text);
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    throw rejected('Variables cannot be at the start or end of the template.', 2388299);
  }
  if (/\}\}\s*\{\{/.test(text)) throw rejected('Two variables cannot stand next to each other.', 2388299);
  if (/\n{3,}| {5,}|\t/.test(text)) {
    throw rejected('At most two new lines and four spaces in a row, and no tabs.', 2388047);
  }
  checkNames(variables, named);
  const plainWords = text.replaceAll(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // Meta names no number; this is the ratio that providers report.
  if (variables.length > 0 && plainWords < 2 * variables.length + 1) {
    throw rejected('This template has too many variables for its length.', 2388293);
  }
  const examples = named
    ? example?.body_text_named_params?.map(({ param_name }) => param_name)
    : example?.body_text?.[0];
  checkExamples(variables, examples, named);
};

const checkNames = (variables: readonly string[], named: boolean): void => {
  if (named) {
    if (
      !variables.every((name) => /^[a-z_]{1,20}$/.test(name)) ||
      new Set(variables).size < variables.length
    ) {
      throw rejected('Variable names are different, of a-z and _, at most 20 characters.', 2388047);
    }
    return;
  }
  if (!variables.every((name, index) => name === String(index + 1))) {
    throw rejected('Variables are {{1}}, {{2}}, … in order.', 2388047);
  }
};

const checkExamples = (
  variables: readonly string[],
  examples: readonly string[] | undefined,
  named: boolean,
): void => {
  const given = examples ?? [];
  const fits = named
    ? variables.every((name) => given.includes(name)) && given.length === variables.length
    : given.length === variables.length;
  if (!fits) throw rejected('Each variable needs an example, and nothing else does.', 2388043);
};

const MOST_URLS = 2;

const checkButtons = (buttons: Buttons): void => {
  const count = (type: Buttons[number]['type']) => buttons.filter((button) => button.type === type).length;
  if (count('URL') > MOST_URLS) throw rejected(`At most ${MOST_URLS} URL buttons.`);
  if (count('PHONE_NUMBER') > 1) throw rejected('At most one phone button.');
  if (new Set(buttons.map(({ text }) => text)).size < buttons.length) throw rejected('Button texts differ.');
  const groups = buttons.map(({ type }) => type === 'QUICK_REPLY');
  if (groups.filter((quick, index) => index > 0 && quick !== groups[index - 1]).length > 1) {
    throw rejected('Quick replies stand together.');
  }
  for (const button of buttons) {
    if (button.type !== 'URL') continue;
    const variables = variablesIn(button.url);
    if (variables.length > 0 && (variables.length > 1 || !button.url.endsWith('{{1}}'))) {
      throw rejected('A URL has at most one variable, {{1}}, at its end.');
    }
    if ((variables.length === 1) !== (button.example !== undefined)) {
      throw rejected('A URL with a variable, and no other, needs an example.', 2388043);
    }
  }
};

const rejected = (details: string, subcode?: number): GraphError =>
  new GraphError(100, details, {
    message: 'Invalid parameter',
    ...(subcode === undefined ? {} : { subcode }),
  });
