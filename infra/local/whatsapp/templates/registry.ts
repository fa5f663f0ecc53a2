import { GraphError } from '../errors.ts';
import { readAs } from '../requests/read.ts';
import type { Template } from '../state.ts';
import { templateItem } from '../telling.ts';
import { newObjectId, type World } from '../world.ts';
import { checkRules } from './rules.ts';
import { newTemplateShape } from './shape.ts';

/**
 * The account's templates: handed in, looked at for a moment, then approved.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */

type Json = Readonly<Record<string, unknown>>;

/** Templates of an account whose business is not verified. */
const MOST_TEMPLATES = 250;

export const statusOf = (world: World, template: Template): Template['status'] | 'PENDING' =>
  world.now() < template.reviewedAt ? 'PENDING' : template.status;

/** @throws GraphError 100 with a subcode for what Meta would not take. */
export const createTemplate = (world: World, body: unknown, reviewMs: number): Json => {
  const given = readAs(newTemplateShape, upperCased(body));
  checkRules(given);
  const same = [...world.templates.all()].filter(({ name }) => name === given.name);
  if (same.some(({ language }) => language === given.language)) {
    throw new GraphError(100, 'There is already content in this language for this template.', {
      subcode: 2388024,
      message: 'Invalid parameter',
    });
  }
  if (same.some(({ category }) => category !== given.category)) {
    throw new GraphError(100, 'All languages of a template have one category.', {
      message: 'Invalid parameter',
    });
  }
  if (world.templates.size() >= MOST_TEMPLATES) {
    throw new GraphError(100, `The account has ${MOST_TEMPLATES} templates, the most it may have.`, {
      subcode: 2388019,
      message: 'Invalid parameter',
    });
  }
  const template: Template = {
    id: newObjectId(world),
    name: given.name,
    language: given.language,
    category: given.category,
    named: given.parameter_format === 'NAMED',
    components: given.components,
    status: 'APPROVED',
    reviewedAt: world.now() + reviewMs,
  };
  world.templates.put(template.id, template);
  world.tell([templateItem(template, 'APPROVED')], template.reviewedAt);
  return { id: template.id, status: 'PENDING', category: template.category };
};

const MOST_ON_A_PAGE = 1000;

/** Filters `name`, `language`, `status`, `category`; pages by `limit` and `after`. */
export const listTemplates = (world: World, query: URLSearchParams): Json => {
  const found = [...world.templates.all()]
    .map((template) => shown(world, template))
    .filter((template) =>
      (['name', 'language', 'status', 'category'] as const).every((field) => {
        const wanted = query.get(field);
        return wanted === null || template[field] === wanted;
      }),
    );
  const from = Number(Buffer.from(query.get('after') ?? '', 'base64url').toString() || '0');
  const limit = Number(query.get('limit') ?? '25');
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ON_A_PAGE || !Number.isInteger(from)) {
    throw new GraphError(100, 'Param limit must be a whole number and after a cursor.');
  }
  const page = found.slice(from, from + limit);
  const cursor = (at: number) => Buffer.from(String(at)).toString('base64url');
  if (page.length === 0) return { data: [] };
  const cursors = { before: cursor(from), after: cursor(from + page.length) };
  const more = from + page.length < found.length;
  const next = new URL(`${world.origin()}/v26.0/${world.account.wabaId}/message_templates`);
  next.searchParams.set('limit', String(limit));
  next.searchParams.set('after', cursors.after);
  return { data: page, paging: { cursors, ...(more ? { next: next.href } : {}) } };
};

/** Deletes all languages of a name, or with `hsm_id` one of them. @throws GraphError 100 when there is none. */
export const deleteTemplate = (world: World, query: URLSearchParams): Json => {
  const name = query.get('name');
  if (name === null) throw new GraphError(131008, 'The parameter name is required.');
  const id = query.get('hsm_id');
  const doomed = [...world.templates.all()].filter(
    (template) => template.name === name && (id === null || template.id === id),
  );
  if (doomed.length === 0) {
    throw new GraphError(100, 'Message template not found.', {
      subcode: 2593002,
      message: 'Invalid parameter',
    });
  }
  for (const template of doomed) world.templates.drop(template.id);
  return { success: true };
};

const shown = (world: World, template: Template) => ({
  id: template.id,
  name: template.name,
  language: template.language,
  status: statusOf(world, template),
  category: template.category,
  parameter_format: template.named ? 'NAMED' : 'POSITIONAL',
  components: template.components,
});

/** Meta takes names of types in any case. */
const upperCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(upperCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === 'string' && typeNames.has(key) ? inner.toUpperCase() : upperCased(inner),
    ]),
  );
};

const typeNames = new Set(['type', 'format', 'category', 'parameter_format']);
