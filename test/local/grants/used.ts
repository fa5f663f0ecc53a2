import { allows, type Wish } from '#infra/local/runner/grants.ts';
import type { FunctionWiring } from '#infra/local/runner/wiring-types.ts';

/** One action on one resource, as the template gives it to one function. */
type Given = { readonly fn: string; readonly action: string; readonly resource: string };

/**
 * What Lambda itself does in a function's name: its log and its traces. No code of ours calls them.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
const byLambda = /^(logs|xray):/;

/** Records what functions do, and tells how that differs from what they may do. */
export function recorder() {
  const wishes = new Map<string, Map<string, Wish>>();
  return {
    onWish: (fn: string, wish: Wish) => {
      const of = wishes.get(fn) ?? new Map<string, Wish>();
      wishes.set(fn, of.set(`${wish.action} on ${wish.on}`, wish));
    },
    /** Lines `function: action on resource`: granted and never used. */
    unused: (functions: readonly FunctionWiring[]): readonly string[] =>
      givenTo(functions)
        .filter(
          ({ fn, action, resource }) =>
            ![...(wishes.get(fn)?.values() ?? [])].some((wish) =>
              allows([{ effect: 'Allow', actions: [action], resources: [resource] }], wish),
            ),
        )
        .map(({ fn, action, resource }) => `${fn}: ${action} on ${short(resource)}`),
    /** The same of what was wished for without a grant. */
    refused: (functions: readonly FunctionWiring[]): readonly string[] =>
      functions.flatMap(({ name, statements }) =>
        [...(wishes.get(name)?.values() ?? [])]
          .filter((wish) => !allows(statements, wish))
          .map(({ action, on }) => `${name}: ${action} on ${short(on)}`),
      ),
    /** How many different actions on resources were seen. */
    size: () => [...wishes.values()].reduce((sum, of) => sum + of.size, 0),
  };
}

function givenTo(functions: readonly FunctionWiring[]): readonly Given[] {
  return functions.flatMap(({ name: fn, statements }) =>
    statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((resource) => ({ fn, action, resource }))),
      )
      .filter(({ action }) => !byLambda.test(action)),
  );
}

/** Without partition, region and account. */
function short(arn: string): string {
  return arn.split(':').slice(5).join(':');
}
