/** A schema, as far as Meta's description of its API uses the language. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, string>>;
  };
};
export type Schemas = Readonly<Record<string, Schema>>;

/** What is wrong with a value, each with its place: `interactive.action.buttons.0: longer than 20`. */
export function faultsOf(value: unknown, name: string, schemas: Schemas): readonly string[] {
  return faults(value, { $ref: `#/components/schemas/${name}` }, { schemas, at: '', mapped: [] });
}

type Where = {
  readonly schemas: Schemas;
  readonly at: string;
  /** Schemas that a discriminator led to already: theirs name their common part, which would lead back. */
  readonly mapped: readonly string[];
};

function faults(value: unknown, schema: Schema, where: Where): readonly string[] {
  const said = (what: string) => [`${where.at || 'the body'}: ${what}`];
  if (schema.$ref !== undefined) {
    const found = where.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return found ? faults(value, found, where) : said(`unknown schema ${schema.$ref}`);
  }
  const { enum: allowed, oneOf, allOf = [], discriminator } = schema;
  return [
    ...(schema.type !== undefined && typeOf(value) !== schema.type ? said(`not ${schema.type}`) : []),
    ...(allowed && !allowed.includes(value) ? said(`not one of ${allowed.join(', ')}`) : []),
    ...(typeof value === 'string' ? stringFaults(value, schema).flatMap(said) : []),
    ...(Array.isArray(value) ? listFaults(value, schema, where) : []),
    ...(isObject(value) ? objectFaults(value, schema, where) : []),
    ...allOf.flatMap((one) => faults(value, one, where)),
    ...(oneOf ? oneOfFaults(value, oneOf, where) : []),
    ...(discriminator && isObject(value) ? mappedFaults(value, discriminator, where) : []),
  ];
}

function stringFaults(value: string, { minLength = 0, maxLength, pattern }: Schema): readonly string[] {
  return [
    ...(value.length < minLength ? [`shorter than ${minLength}`] : []),
    ...(maxLength !== undefined && value.length > maxLength ? [`longer than ${maxLength}`] : []),
    ...(pattern !== undefined && !new RegExp(pattern).test(value) ? [`not like ${pattern}`] : []),
  ];
}

function listFaults(value: readonly unknown[], schema: Schema, where: Where): readonly string[] {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  const count = value.length < minItems || value.length > maxItems;
  return [
    ...(count ? [`${where.at}: ${value.length} of ${minItems} to ${maxItems}`] : []),
    ...(items ? value.flatMap((one, index) => faults(one, items, below(where, String(index)))) : []),
  ];
}

function objectFaults(value: Values, { required = [], properties = {} }: Schema, where: Where) {
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${where.at || 'the body'}: no ${name}`),
    ...Object.entries(properties).flatMap(([name, schema]) =>
      name in value ? faults(value[name], schema, below(where, name)) : [],
    ),
  ];
}

function oneOfFaults(value: unknown, choices: readonly Schema[], where: Where): readonly string[] {
  const all = choices.map((choice) => faults(value, choice, where));
  if (all.some((one) => one.length === 0)) return [];
  // The choice that came nearest says best what is wrong.
  const [nearest = []] = [...all].sort((a, b) => a.length - b.length);
  return nearest;
}

function mappedFaults(value: Values, discriminator: NonNullable<Schema['discriminator']>, where: Where) {
  const kind = value[discriminator.propertyName];
  const $ref = typeof kind === 'string' ? discriminator.mapping[kind] : undefined;
  const place = `${where.at} ${$ref}`;
  if ($ref === undefined || where.mapped.includes(place)) return [];
  return faults(value, { $ref }, { ...where, mapped: [...where.mapped, place] });
}

/** Names that neither the schema nor any part of it knows: asked of whole objects, since parts forbid each other's names. */
export function strangers(value: unknown, name: string, schemas: Schemas): readonly string[] {
  if (!isObject(value)) return [];
  const known = namesIn({ $ref: `#/components/schemas/${name}` }, schemas);
  return Object.keys(value).filter((key) => !known.has(key));
}

function namesIn(schema: Schema, schemas: Schemas): ReadonlySet<string> {
  if (schema.$ref !== undefined) return namesIn(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => [
    ...namesIn(one, schemas),
  ]);
  return new Set([...Object.keys(schema.properties ?? {}), ...parts]);
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function below(where: Where, name: string): Where {
  return { ...where, at: where.at === '' ? name : `${where.at}.${name}` };
}
