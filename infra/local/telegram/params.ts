import * as z from 'zod';
import { badRequest } from './errors.ts';

/**
 * Readers of Bot API parameters. A parameter arrives as JSON, as a form field or as a part of a multipart body; the real
 * server turns all of them into text first, so a number may come as "5" and an object as JSON text. Each reader refuses
 * with the server's words.
 */

/** A file of a multipart body. */
export type Upload = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };
export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;

const reader = <T>(read: (raw: unknown) => T) => z.unknown().transform(read);
const optionalReader = <T>(read: (raw: unknown) => T) =>
  z
    .unknown()
    .transform((raw) => (raw === undefined ? undefined : read(raw)))
    .optional();

const asText = (raw: unknown): string | undefined => {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
};

const readText = (name: string) => (raw: unknown) => {
  const text = asText(raw);
  if (text === undefined) throw badRequest(`Field "${name}" must be of type String`);
  return text;
};

/** @param whenMissing Telegram's words when the parameter is missing or empty; left out = it may be missing. */
export const text = (name: string, whenMissing: string) =>
  reader((raw) => {
    const value = raw === undefined ? '' : readText(name)(raw);
    if (value === '') throw badRequest(whenMissing);
    return value;
  });

export const optionalText = (name: string) => optionalReader(readText(name));

const readInteger = (words: string) => (raw: unknown) => {
  const value = asText(raw);
  if (value === undefined || !/^-?\d{1,16}$/.test(value)) throw badRequest(words);
  return Number(value);
};

/** @param words Telegram's words when it is missing or not a whole number. */
export const integer = (words: string) => reader(readInteger(words));
export const optionalInteger = (words: string) => optionalReader(readInteger(words));

/** The server reads a number it does not understand as 0; the simulator refuses it. */
export const decimal = (name: string) =>
  reader((raw) => {
    const value = asText(raw);
    if (value === undefined || value === '') throw badRequest(`${name} is empty`);
    if (!Number.isFinite(Number(value))) throw badRequest(`${name} must be a valid Float`);
    return Number(value);
  });
export const optionalDecimal = (name: string) =>
  optionalReader((raw) => {
    if (!Number.isFinite(Number(asText(raw)))) throw badRequest(`${name} must be a valid Float`);
    return Number(raw);
  });

export const flag = (name: string) =>
  optionalReader((raw) => {
    const value = asText(raw)?.toLowerCase();
    if (value === undefined || !['true', 'false', '1', '0', 'yes', 'no'].includes(value)) {
      throw badRequest(`Field "${name}" must be of type Boolean`);
    }
    return ['true', '1', 'yes'].includes(value);
  });

/** Chat id, or "@name" of a public chat (this world has none of these). */
export const chatId = () =>
  reader((raw) => {
    const value = asText(raw);
    if (value === undefined || value === '') throw badRequest('chat_id is empty');
    if (!/^-?\d{1,16}$/.test(value)) throw badRequest('chat not found');
    return Number(value);
  });

const nested = new WeakMap<z.ZodType, z.ZodType>();

/**
 * An object or array, also as JSON text.
 * @param words Telegram's words for what is not JSON or has another shape altogether.
 * @param detail put before the words about a field inside.
 * @param choose which of a union's shapes a value is meant to be: the errors are then about that one.
 */
export const json = <T>(
  shape: z.ZodType<T>,
  words: string,
  detail = '',
  choose: (value: unknown) => z.ZodType<T> | undefined = () => shape,
) => {
  const field = optionalReader((raw) => readJson(choose(jsonOf(raw)), raw, words, detail));
  nested.set(field, shape);
  return field;
};

/** As `json`, but required: `whenMissing` are the words without it. */
export const requiredJson = <T>(shape: z.ZodType<T>, words: string, whenMissing: string) => {
  const field = reader((raw) => {
    if (raw === undefined) throw badRequest(whenMissing);
    return readJson(shape, raw, words, '');
  });
  nested.set(field, shape);
  return field;
};

const readJson = <T>(shape: z.ZodType<T> | undefined, raw: unknown, words: string, detail: string): T => {
  if (!shape) throw badRequest(words);
  const value = jsonOf(raw);
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined || issue.path.length === 0)
    throw badRequest(issue?.code === 'custom' ? issue.message : words);
  throw badRequest(`${detail}${issueWords(issue, value)}`);
};

const jsonOf = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
};

const issueWords = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (issue.code === 'custom') return issue.message;
  const field = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  if (at(value, issue.path) === undefined) return `Can't find field "${field}"`;
  const kind =
    issue.code === 'invalid_type' ? (kinds[issue.expected] ?? issue.expected) : 'a supported value';
  return `Field "${field}" must be of type ${kind}`;
};

const kinds: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  int: 'Number',
  boolean: 'Boolean',
  array: 'Array',
  object: 'Object',
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

/** What was sent, with JSON text opened, as the ledger keeps it. */
export const openedPayload = (
  params: z.ZodObject,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const field = Object.hasOwn(params.shape, name) ? params.shape[name] : undefined;
      if (isUpload(value)) return [name, { file: value.name, size: value.bytes.length }];
      return [name, isZod(field) && nested.has(field) ? jsonOf(value) : value];
    }),
  );

/** Paths of fields that the Bot API does not have: it ignores them silently, so a misspelt one has no effect. */
export const unknownFields = (params: z.ZodObject, payload: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(payload).flatMap(([name, value]) => {
    const field = Object.hasOwn(params.shape, name) ? params.shape[name] : undefined;
    if (!isZod(field)) return isAttachment(value) ? [] : [name];
    const shape = nested.get(field);
    return shape ? unknownInside(shape, value, name) : [];
  });

/** Parts of a multipart body that `attach://name` refers to have names of the caller's choice. */
const isAttachment = (value: unknown) =>
  typeof value === 'object' && value !== null && 'file' in value && 'size' in value;

const isZod = (field: unknown): field is z.ZodType => field instanceof z.ZodType;

const unknownInside = (shape: unknown, value: unknown, path: string): string[] => {
  if (shape instanceof z.ZodOptional) return unknownInside(shape.unwrap(), value, path);
  if (shape instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => unknownInside(shape.element, item, `${path}.${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (shape instanceof z.ZodUnion) {
    const found = shape.options.map((option) => unknownInside(option, value, path));
    return found.toSorted((one, other) => one.length - other.length)[0] ?? [];
  }
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(shape.shape, key)
      ? unknownInside(shape.shape[key], inner, `${path}.${key}`)
      : [`${path}.${key}`],
  );
};
