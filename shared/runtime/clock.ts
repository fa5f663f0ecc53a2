/** The present, epoch milliseconds UTC. The only place where deployed code reads the time of day; it is passed on from there. */
export function now(): number {
  return Date.now();
}

/** Milliseconds on a clock that is never set: for measuring how long something took, and for time budgets. */
export function stopwatch(): number {
  return performance.now();
}
