import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The owner's file as they would have edited it, given to a process of its own in place of the one that is there. */
const edited = `
import { registerHooks } from 'node:module';
registerHooks({
  load: (url, context, next) =>
    url.endsWith('/shared/station/station.ts')
      ? {
          format: 'module',
          shortCircuit: true,
          source: [
            "import { demoStation } from './demo.ts';",
            "import { loadStation } from './load.ts';",
            "export const station = loadStation({ ...demoStation, phone: '2310 555010' });",
          ].join('\\n'),
        }
      : next(url, context),
});`;

it('npm start tells what is wrong in the station’s data, and nothing of where the program stood', {
  timeout: 30_000,
}, () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(edited)}`,
      join(import.meta.dirname, '../../../infra/local/main.ts'),
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', PORT: '0' } },
  );
  expect(stderr).toBe(
    "The station's data has 1 to correct:\n- phone: Write the phone as +country and digits without spaces\n",
  );
  expect(status).toBe(1);
});
