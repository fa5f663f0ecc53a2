/** The one entry point of dynalite 4 that the layer uses; the package ships no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  function dynalite(options?: {
    /** Folder of the LevelDB store; without it everything is kept in memory. */
    readonly path?: string;
    /** Milliseconds that a table stays in CREATING, DELETING and UPDATING. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
    readonly maxItemSizeKb?: number;
  }): Server;
  export = dynalite;
}
