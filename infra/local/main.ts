/**
 * `npm start`: the whole station on this machine, until Ctrl+C. What it is told it reads from the environment (see
 * runner/settings.ts and the README); what it keeps lies in DATA_DIR.
 */

const NEEDED_NODE = 24;

/** Errors whose message says all there is to say; others are shown with their stack. */
const ownWords = new Set(['StartError', 'FunctionBroken', 'StationError']);

if (Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
  fail(
    `This needs Node ${NEEDED_NODE} and runs on ${process.versions.node}. Start it with 'npm start' (which brings its own Node on Linux and Windows), or install Node ${NEEDED_NODE}: https://nodejs.org`,
  );
}

// Node announces each use of its SQLite as experimental; nobody who starts a station can do anything about it.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.warn(`${warning.name}: ${warning.message}`);
});

// Loaded after the checks: an older Node would stumble over the rest and say nothing useful.
const { startStation } = await import('./runner/station.ts').catch(told);
const { greeting } = await import('./runner/greeting.ts');
const { groupTroubles } = await import('./runner/group-check.ts');
const { staleAnswerLines } = await import('../stale-answers.ts');
const { localStation } = await import('../station-of.ts');

// From the first moment on: what is accepted is on disk, so that a start may be broken off as well.
let stop = async () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // A part that hangs must not keep the process.
    setTimeout(() => process.exit(0), 1_000).unref();
    void stop().then(() => process.exit(0));
  });
}

try {
  const station = await startStation({ settings: process.env, say: (line) => console.log(line) });
  stop = station.stop;
  for (const line of greeting(station, process.env)) console.log(line);
  for (const line of await groupTroubles(station, process.env)) console.warn(line);
  for (const line of staleAnswerLines(await localStation(), station.now())) console.warn(line);
} catch (error) {
  told(error);
}

function told(error: unknown): never {
  fail(error instanceof Error && ownWords.has(error.name) ? error.message : error);
}

function fail(reason: unknown): never {
  console.error(reason);
  process.exit(1);
}
