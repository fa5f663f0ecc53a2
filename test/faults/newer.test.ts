import { afterEach, expect, it } from 'vitest';
import { type Rig, startRig } from '#test/helpers/rig.ts';

/** While a newer version is deployed, or after it was rolled back, older code meets messages that it does not know. */

let rig: Rig | undefined;
afterEach(() => rig?.close());

const newer = {
  inbound: { v: 2, inbound: {} },
  outbound: { v: 2, destination: 'telegram/4242/7000001/' },
  later: { v: 1, kind: 'dream', of: 'a newer version' },
  jobs: { v: 1, kind: 'film', id: 'a newer version' },
  documents: { v: 1, kind: 'book', id: 'a newer version' },
} as const;

it.each(Object.keys(newer))(
  'what a newer version put on %s stays until that version is there again',
  async (name) => {
    const town = await startRig({ onFailure: 'retry' });
    rig = town;
    const queue = Object.entries(town.queues).find(([one]) => one === name)?.[1];
    const body = JSON.stringify(Object.entries(newer).find(([one]) => one === name)?.[1]);
    await queue?.send({ body, group: 'newer', dedupe: 'newer' });
    await town.settle();
    expect(queue?.waiting).toMatchObject([{ body, received: 1 }]);
    await town.calm();
    expect(queue?.waiting).toEqual([]);
    expect(queue?.dead).toMatchObject([{ body }]);
  },
);
