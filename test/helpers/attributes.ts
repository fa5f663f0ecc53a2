import * as z from 'zod';

/** DynamoDB's JSON for values, as far as the station uses it. */
export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean }
  | { readonly L: readonly Attribute[] }
  | { readonly M: { readonly [name: string]: Attribute } };

export const attribute: z.ZodType<Attribute> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ BOOL: z.boolean() }),
    z.object({ NULL: z.boolean() }),
    z.object({ L: z.array(attribute) }),
    z.object({ M: z.record(z.string(), attribute) }),
  ]),
);

export const attributes = z.record(z.string(), attribute);

export function plain(value: Attribute): unknown {
  if ('S' in value) return value.S;
  if ('N' in value) return Number(value.N);
  if ('BOOL' in value) return value.BOOL;
  if ('NULL' in value) return null;
  if ('L' in value) return value.L.map(plain);
  return plainItem(value.M);
}

export function plainItem(item: Readonly<Record<string, Attribute>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

export function wire(value: unknown): Attribute {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(wire) };
  return { M: wireItem({ ...value }) };
}

/** Attributes that are undefined are left out, as the station's own client does. */
export function wireItem(item: Readonly<Record<string, unknown>>): Record<string, Attribute> {
  const given = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, wire(value)]));
}
