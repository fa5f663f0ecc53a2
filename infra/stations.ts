import { station as pylaia } from '#shared/station/pylaia.ts';
import type { Station } from '#shared/station/schema.ts';
import { station } from '#shared/station/station.ts';

/**
 * The stations of this owner, each by the name of its file in `shared/station`, which exports it as `station`. A stage says
 * which one it deploys (`config.ts`). `station` is also the one that runs on this machine and in the tests.
 */
export const stations = { station, pylaia } as const satisfies Record<string, Station>;

export type StationName = keyof typeof stations;
