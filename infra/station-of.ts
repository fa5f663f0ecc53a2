import type { Station } from '#shared/station/schema.ts';

/**
 * The data of the station that a stage deploys, as its functions have it. Loaded when first asked for, so that wrong data is told in
 * words. Throws where there is no such stage.
 */
export async function stationOf(stage: string): Promise<Station> {
  const { configs } = await import('./config.ts');
  const { stations } = await import('./stations.ts');
  const found = Object.entries(configs).find(([name]) => name === stage)?.[1];
  if (!found) throw new Error(`There is no stage ${stage}`);
  return stations[found.station];
}

/** The one that npm start runs on this machine. */
export async function localStation(): Promise<Station> {
  const { stations } = await import('./stations.ts');
  return stations.station;
}
