import { startFakeStation } from './fake-station.ts';

/** Serves the page on the fake station, to look at it while building: `node test/local/page/serve.ts`. Ends with Ctrl+C. */
const station = await startFakeStation();
process.stdout.write(`The page with a fake station: ${station.url}\n`);
