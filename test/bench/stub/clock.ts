/** Saturday noon in Athens: the moment at which every measured process believes it starts, so that runs are alike. */
export const startOfRun = Date.parse('2026-11-21T10:00:00Z');

const begun = performance.now();

/** The run's clock, epoch milliseconds. */
export function runClock(): number {
  return Math.floor(startOfRun + performance.now() - begun);
}
