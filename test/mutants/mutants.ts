import { byEarMutants } from './by-ear.ts';
import { dangerMutants } from './danger.ts';
import { deskMutants } from './desk.ts';
import { estimateMutants } from './estimates.ts';
import { identityMutants } from './identity.ts';
import { learningMutants } from './learning.ts';
import { modelMutants } from './model.ts';
import { orderMutants } from './orders.ts';
import { payerMutants } from './payer.ts';
import { stationMutants } from './station.ts';
import { whatsappMutants } from './whatsapp.ts';
import { wordMutants } from './words.ts';

/** One edit: `find` stands exactly once in `file`, and `put` takes its place. */
export type Edit = { readonly file: string; readonly find: string; readonly put: string };

/** A bug put in by hand, and the tests that must notice it. `only` narrows them to names that contain it. */
export type Mutant = {
  readonly bug: string;
  readonly edits: readonly Edit[];
  readonly tests: readonly string[];
  readonly only?: string;
};

/** `npm run mutants -- desk` plants those of a group only. */
export const groups: Readonly<Record<string, readonly Mutant[]>> = {
  station: stationMutants,
  whatsapp: whatsappMutants,
  identity: identityMutants,
  danger: dangerMutants,
  desk: deskMutants,
  orders: orderMutants,
  estimates: estimateMutants,
  payer: payerMutants,
  words: wordMutants,
  byEar: byEarMutants,
  model: modelMutants,
  learning: learningMutants,
};
