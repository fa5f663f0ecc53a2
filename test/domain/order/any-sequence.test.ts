import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderSchema } from '#shared/domain/order/order.ts';
import { type Act, acts } from './acts.ts';
import { World } from './world.ts';

/** Behaviour 7: no surprise bill. `World` says what was really agreed to, and throws where an order does something else. */

function live(all: readonly Act[]): { readonly world: World; readonly done: readonly Act['do'][] } {
  const world = new World();
  return { world, done: all.filter((one) => world.try(one)).map((one) => one.do) };
}

it('work beyond the agreed sum never begins, goes on or ends, whatever anybody tries in whatever order', () => {
  fc.assert(
    fc.property(acts(40), (all) => {
      orderSchema.parse(live(all).world.order);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

it('the sequences that are tried reach every action: none is refused always', () => {
  const seen = new Map<string, number>();
  for (const all of fc.sample(acts(40), { numRuns: 1000, seed: 7 }))
    for (const one of live(all).done) seen.set(one, (seen.get(one) ?? 0) + 1);
  const names: readonly Act['do'][] = [
    ...([
      'draft',
      'propose',
      'choose',
      'chooseAll',
      'agree',
      'decline',
      'sign',
      'record',
      'confirm',
    ] as const),
    ...([
      'carryOn',
      'expire',
      'withdraw',
      'ask',
      'answered',
      'askInstead',
      'start',
      'stop',
      'finish',
    ] as const),
  ];
  const rare = names.filter((one) => (seen.get(one) ?? 0) < 20);
  expect(rare).toEqual([]);
});
