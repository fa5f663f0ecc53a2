import type { FunctionWiring, Statement } from './wiring-types.ts';

/** What a caller wants to do: an IAM action on a resource's ARN. */
export type Wish = { readonly action: string; readonly on: string };

/** Told of every call that a function makes, granted or not. */
export type OnWish = (functionName: string, wish: Wish) => void;

/** The first wish a caller may not have; undefined when it may do all of it. */
export type Judge = (accessKey: string, wishes: readonly Wish[]) => Wish | undefined;

/**
 * Judges calls to the emulators by the grants in the template, so that a grant missing there is missing here. Each
 * function signs with its logical id as access key; any other key is the owner of this machine, who may do everything;
 * an unsigned call may do nothing.
 * `onRefusal` is told of each refusal in words, `onWish` of all that is wished for.
 */
export function judgeBy(
  functions: readonly FunctionWiring[],
  onRefusal: (functionName: string, words: string) => void,
  onWish: OnWish = () => {},
): Judge {
  const known = new Map(functions.map((fn) => [fn.id, fn]));
  return (accessKey, wishes) => {
    if (accessKey === '') return wishes[0];
    const fn = known.get(accessKey);
    if (fn === undefined) return undefined;
    for (const wish of wishes) onWish(fn.name, wish);
    const refused = wishes.find((wish) => !allows(fn.statements, wish));
    if (refused !== undefined) onRefusal(fn.name, `has no grant for ${refused.action} on ${refused.on}`);
    return refused;
  };
}

/** Whether the statements allow it: some Allow fits and no Deny does. Conditions are not looked at. */
export function allows(statements: readonly Statement[], { action, on }: Wish): boolean {
  const fitting = statements.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => fits(pattern, on)),
  );
  return fitting.some(({ effect }) => effect === 'Allow') && !fitting.some(({ effect }) => effect === 'Deny');
}

/** The access key out of a request's signature, in its header or in a presigned link; '' when it is not signed. */
export function accessKeyOf(authorization: string | undefined, query?: URLSearchParams): string {
  const credential = /Credential=([^/,]+)\//.exec(authorization ?? '')?.[1];
  return credential ?? query?.get('X-Amz-Credential')?.split('/')[0] ?? '';
}

/** IAM's wildcards: `*` is any text, `?` any one character. */
function fits(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
