// Runs before every npm script, on whatever Node is at hand: installs what package-lock.json names when it is missing or
// older than the lockfile, so that each script works alone on a fresh clone. Plain JavaScript, because Node 20 cannot
// read TypeScript; the scripts themselves run on the Node 24 that this install brings.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = 'package-lock.json';
const stamp = 'node_modules/.installed-lock.json';
const windows = process.platform === 'win32';

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== readFileSync(lock, 'utf8')) {
  console.log('Installing dependencies (once) …');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', ...quiet], {
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0)
    stop('npm ci failed: see the lines above. The registry must be reachable for the first install.');
  writeFileSync(stamp, readFileSync(lock, 'utf8'));
}

// npm puts node_modules/.bin first in the PATH of scripts: what answers here is what runs them.
const { stdout } = spawnSync('node', ['--version'], { encoding: 'utf8', shell: windows });
const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1]);
if (major < 24)
  stop(
    `Node 24 is needed and npm brings none for this system: install it yourself (see .nvmrc). Found ${stdout}`,
  );

function stop(why) {
  console.error(why);
  process.exit(1);
}
