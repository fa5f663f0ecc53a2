import { GraphError } from '../errors.ts';
import type { TemplateInMessage, TextParameter } from '../requests/template.ts';
import type { Button, Template } from '../state.ts';
import type { World } from '../world.ts';
import { statusOf } from './registry.ts';
import type { Component } from './shape.ts';
import { filled, variablesIn } from './variables.ts';

/** A template with this message's values in it. */
export type FilledTemplate = {
  readonly template: Template;
  readonly header: string;
  /** Media of the header, as the message gives it. */
  readonly media: HeaderMedia | undefined;
  readonly body: string;
  readonly footer: string;
  readonly buttons: readonly Button[];
};

type SentComponent = NonNullable<TemplateInMessage['components']>[number];
type SentHeader = Extract<SentComponent, { type: 'header' }>['parameters'][number];
type HeaderMedia = Exclude<SentHeader, { type: 'text' }>;

const MOST_BODY = 1024;

/**
 * Fits a message's parameters into an approved template.
 * @throws GraphError 132001 (no such template, language or approval), 132000 (count), 132012 (form), 132018 (a value
 * that a parameter may not have), 132005 (too long), 132015 and 132016 (paused, disabled).
 */
export const fillTemplate = (world: World, sent: TemplateInMessage): FilledTemplate => {
  const template = approved(world, sent);
  const parts = sent.components ?? [];
  checkParts(template, parts);
  const header = template.components.find((component) => component.type === 'HEADER');
  const headerGiven = parts.flatMap((part) => (part.type === 'header' ? part.parameters : []));
  const bodyGiven = parts.flatMap((part) => (part.type === 'body' ? part.parameters : []));
  const body = template.components.find((component) => component.type === 'BODY');
  const text = fillText(template, body?.text ?? '', bodyGiven, 'body');
  if (text.length > MOST_BODY)
    throw new GraphError(132005, `The body is longer than ${MOST_BODY} characters.`);
  return {
    template,
    ...fillHeader(template, header, headerGiven),
    body: text,
    footer: template.components.find((component) => component.type === 'FOOTER')?.text ?? '',
    buttons: fillButtons(template, parts),
  };
};

const approved = (world: World, { name, language }: TemplateInMessage): Template => {
  const template = [...world.templates.all()].find(
    (each) => each.name === name && each.language === language.code,
  );
  const status = template && statusOf(world, template);
  if (status === 'PAUSED') throw new GraphError(132015, 'Template is paused due to low quality.');
  if (status === 'DISABLED') throw new GraphError(132016, 'Template was paused too often and is disabled.');
  if (!template || status !== 'APPROVED') {
    throw new GraphError(132001, `template name (${name}) does not exist in ${language.code}`);
  }
  return template;
};

/** Each component at most once, and none that the template does not have. */
const checkParts = (template: Template, parts: readonly SentComponent[]): void => {
  const keys = parts.map((part) => (part.type === 'button' ? `button ${part.index}` : part.type));
  if (new Set(keys).size < keys.length) throw new GraphError(132012, 'A component is given twice.');
  const has = (type: Component['type']) => template.components.some((component) => component.type === type);
  for (const part of parts) {
    if (part.type === 'header' && !has('HEADER')) throw new GraphError(132012, 'The template has no header.');
  }
};

const fillHeader = (
  template: Template,
  header: Extract<Component, { type: 'HEADER' }> | undefined,
  given: readonly SentHeader[],
): Pick<FilledTemplate, 'header' | 'media'> => {
  const [first] = given;
  if (header && header.format !== 'TEXT') {
    if (!first) throw new GraphError(132000, `header: a parameter of type ${header.format} is required`);
    if (first.type === 'text' || first.type.toUpperCase() !== header.format) {
      throw new GraphError(132012, `header: Format mismatch, expected ${header.format}`);
    }
    return { header: '', media: first };
  }
  const texts = given.flatMap((parameter) => (parameter.type === 'text' ? [parameter] : []));
  if (texts.length < given.length) throw new GraphError(132012, 'header: Format mismatch, expected TEXT');
  return { header: fillText(template, header?.text ?? '', texts, 'header'), media: undefined };
};

const fillText = (
  template: Template,
  text: string,
  given: readonly TextParameter[],
  where: string,
): string => {
  const variables = variablesIn(text);
  if (given.length !== variables.length) {
    throw new GraphError(
      132000,
      `${where}: number of localizable_params (${given.length}) does not match the expected number of params (${variables.length})`,
    );
  }
  const values = new Map<string, string>();
  for (const [index, parameter] of given.entries()) {
    checkValue(parameter.text, `${where} parameter ${index + 1}`);
    if (template.named !== (parameter.parameter_name !== undefined)) {
      throw new GraphError(
        132012,
        `${where}: parameter_name is for templates with named parameters, and only for them`,
      );
    }
    values.set(parameter.parameter_name ?? String(index + 1), parameter.text);
  }
  if (!variables.every((name) => values.has(name))) {
    throw new GraphError(132012, `${where}: a parameter has a name that the template does not have`);
  }
  return filled(text, values);
};

const checkValue = (value: string, where: string): void => {
  if (value.trim() === '') throw new GraphError(132018, `${where}: text must not be empty`);
  if (/[\n\r\t]| {5,}/.test(value)) {
    throw new GraphError(
      132018,
      `${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
    );
  }
};

const fillButtons = (template: Template, parts: readonly SentComponent[]): readonly Button[] => {
  const buttons = template.components.find((component) => component.type === 'BUTTONS')?.buttons ?? [];
  const given = new Map(
    parts.flatMap((part) => (part.type === 'button' ? [[part.index, part] as const] : [])),
  );
  for (const [index, part] of given) {
    const type = buttons[index]?.type;
    const fits = part.sub_type === 'quick_reply' ? type === 'QUICK_REPLY' : type === 'URL';
    if (!fits) throw new GraphError(132012, `button ${index}: the template has no ${part.sub_type} there`);
  }
  return buttons.map((button, index) => fillButton(button, index, given.get(index)?.parameters[0]));
};

type TemplateButton = Extract<Component, { type: 'BUTTONS' }>['buttons'][number];
type ButtonParameter = Extract<SentComponent, { type: 'button' }>['parameters'][number];

const fillButton = (
  button: TemplateButton,
  index: number,
  parameter: ButtonParameter | undefined,
): Button => {
  switch (button.type) {
    case 'QUICK_REPLY': {
      if (parameter?.type === 'text') throw new GraphError(132012, `button ${index}: expected a payload`);
      return { kind: 'quick-reply', text: button.text, payload: parameter?.payload ?? button.text };
    }
    case 'URL': {
      const needed = variablesIn(button.url).length > 0;
      if (parameter?.type === 'payload' || needed !== (parameter !== undefined)) {
        throw new GraphError(
          132000,
          `button ${index}: the URL takes ${needed ? 'one text' : 'no'} parameter`,
        );
      }
      const url = filled(button.url, new Map([['1', parameter?.text ?? '']]));
      return { kind: 'url', text: button.text, url };
    }
    case 'PHONE_NUMBER':
      return { kind: 'url', text: button.text, url: `tel:${button.phone_number}` };
  }
};
