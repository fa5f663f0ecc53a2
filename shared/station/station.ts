import { demoStation } from './demo.ts';
import { loadStation } from './load.ts';
import type { Station } from './schema.ts';

/** The station that is deployed. To make it yours, copy `demo.ts`, edit the copy and name it here. */
export const station: Station = loadStation(demoStation);
