/** An attribute value as DynamoDB's JSON writes it; exactly one member is set, `B` is base64. */
export type AttributeValue = {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly AttributeValue[];
  readonly M?: Item;
};

export type Item = { readonly [attribute: string]: AttributeValue };

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html: 400 KB with the names. */
export const MAX_ITEM_BYTES = 400 * 1024;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a well-formed item of the wire; anything else is left to dynalite, which words the refusal. */
export function isItem(value: unknown): value is Item {
  return isRecord(value) && Object.values(value).every(isAttributeValue);
}

/**
 * Size of an item in bytes as DynamoDB counts it, attribute names included
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
 * dynalite counts UTF-16 units instead, which makes Cyrillic text half its size.
 */
export function itemSize(item: Item): number {
  return sum(Object.entries(item), ([name, value]) => utf8(name) + valueSize(value));
}

/** The same item has the same text, whatever the order of its attributes and the writing of its numbers. */
export function itemText(item: Item): string {
  const parts = Object.keys(item)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${valueText(item[name] ?? {})}`);
  return `{${parts.join(',')}}`;
}

/** The named attributes of an item; missing ones are left out. */
export function pick(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = item[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function isAttributeValue(value: unknown): value is AttributeValue {
  if (!isRecord(value)) return false;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return false;
  const [type, content] = entry;
  switch (type) {
    case 'S':
    case 'N':
    case 'B':
      return typeof content === 'string';
    case 'BOOL':
    case 'NULL':
      return typeof content === 'boolean';
    case 'SS':
    case 'NS':
    case 'BS':
      return Array.isArray(content) && content.every((member) => typeof member === 'string');
    case 'L':
      return Array.isArray(content) && content.every(isAttributeValue);
    case 'M':
      return isItem(content);
    default:
      return false;
  }
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return binarySize(value.B);
  if (value.SS !== undefined) return sum(value.SS, utf8);
  if (value.NS !== undefined) return sum(value.NS, numberSize);
  if (value.BS !== undefined) return sum(value.BS, binarySize);
  if (value.L !== undefined) return 3 + sum(value.L, (member) => 1 + valueSize(member));
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}

function utf8(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function binarySize(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

/** About one byte for two significant digits, one more, and one for a minus. */
function numberSize(text: string): number {
  const digits = (text.toLowerCase().split('e')[0] ?? '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return 1 + Math.ceil(digits.length / 2) + (text.startsWith('-') ? 1 : 0);
}

function valueText(value: AttributeValue): string {
  if (value.N !== undefined) return `N${plainNumber(value.N)}`;
  if (value.M !== undefined) return `M${itemText(value.M)}`;
  if (value.L !== undefined) return `L[${value.L.map(valueText).join(',')}]`;
  if (value.SS !== undefined) return `SS${JSON.stringify([...value.SS].sort())}`;
  if (value.NS !== undefined) return `NS${JSON.stringify(value.NS.map(plainNumber).sort())}`;
  if (value.BS !== undefined) return `BS${JSON.stringify([...value.BS].sort())}`;
  return JSON.stringify(value);
}

/** `1.0` and `1` are one key; a number beyond JavaScript's precision keeps its own writing. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

function sum<T>(values: readonly T[], size: (value: T) => number): number {
  return values.reduce((total, value) => total + size(value), 0);
}
