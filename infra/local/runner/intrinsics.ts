/** What a template's references mean on this machine. */
export type Meanings = {
  /** `{"Ref": id}`, pseudo parameters such as AWS::Region included. */
  readonly ref: (id: string) => string;
  /** `{"Fn::GetAtt": [id, attribute]}`. */
  readonly attribute: (id: string, attribute: string) => string;
};

/**
 * Puts values in place of the CloudFormation functions the CDK writes: Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select,
 * Fn::Split. Anything else that looks like a function is an error, so that no wrong value travels on silently.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: unknown, meanings: Meanings): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, meanings));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const [name, argument] = only;
    const call = functions[name];
    if (call !== undefined) return call(argument, meanings);
    if (name.startsWith('Fn::')) {
      throw new Error(
        `The template uses ${name}, which the local station does not know yet (intrinsics.ts).`,
      );
    }
  }
  return Object.fromEntries(entries.map(([key, entry]) => [key, resolve(entry, meanings)]));
}

const functions: Readonly<Record<string, (argument: unknown, meanings: Meanings) => unknown>> = {
  Ref: (argument, meanings) => meanings.ref(text(argument)),
  'Fn::GetAtt': (argument, meanings) => {
    const [id, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument).map(text);
    return meanings.attribute(id ?? '', path.join('.'));
  },
  'Fn::Join': (argument, meanings) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts, meanings)).map(text).join(text(separator));
  },
  'Fn::Split': (argument, meanings) => {
    const [separator, whole] = list(argument);
    return text(resolve(whole, meanings)).split(text(separator));
  },
  'Fn::Select': (argument, meanings) => {
    const [index, from] = list(argument);
    return list(resolve(from, meanings))[Number(resolve(index, meanings))];
  },
  'Fn::Sub': (argument, meanings) => {
    const [pattern, given] = Array.isArray(argument) ? argument : [argument, {}];
    const own = Object.entries(Object(resolve(given, meanings)));
    return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      const found = own.find(([key]) => key === name);
      if (found !== undefined) return text(found[1]);
      const [id, ...path] = name.split('.');
      return path.length === 0 ? meanings.ref(name) : meanings.attribute(id ?? '', path.join('.'));
    });
  },
};

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`The template has ${JSON.stringify(value)} where a text belongs.`);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`The template has ${JSON.stringify(value)} where a list belongs.`);
}
