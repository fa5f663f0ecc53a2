import type * as z from 'zod';
import { GraphError } from '../errors.ts';

/**
 * Parses a body as the Graph API would judge it.
 * @throws GraphError 100 for fields nobody knows and wrong values, 131008 for missing ones, 131009 for wrong values
 * inside `interactive`. It names the parameter, never its value.
 */
export const readAs = <T>(shape: z.ZodType<T>, body: unknown): T => {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? refusal(issue, body) : new GraphError(100, 'The body is not valid.');
};

const refusal = (issue: z.core.$ZodIssue, body: unknown): GraphError => {
  const param = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return new GraphError(100, `Unexpected key ${keys} on param ${param}.`);
  }
  if (valueAt(body, issue.path) === undefined) {
    return new GraphError(131008, `The parameter ${param} is required.`);
  }
  const code = issue.path[0] === 'interactive' ? 131009 : 100;
  return new GraphError(code, `Param ${param} ${limitOf(issue)}.`);
};

const limitOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `must be at most ${issue.maximum} characters long`
        : `must be at most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be at least ${issue.minimum} characters long`
        : `must be at least ${issue.minimum}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'has a type or form that is not known';
    case 'custom':
      return issue.message;
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? `must be a valid ${issue.format}` : issue.message;
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return 'is not valid';
  }
};

/** `interactive['action']['buttons'][0]`, as Meta spells paths. */
const pathOf = ([first = 'body', ...rest]: readonly PropertyKey[]): string =>
  `${String(first)}${rest.map((part) => (typeof part === 'number' ? `[${part}]` : `['${String(part)}']`)).join('')}`;

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
