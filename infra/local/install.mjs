// Runs before every npm script, on whatever Node is at hand: installs what package-lock.json names when it is missing or
// older than the lockfile, so that each script works alone on a fresh clone. Plain JavaScript, because Node 20 cannot
// read TypeScript; the scripts themselves run on the Node 24 that this install brings.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = 'package-lock.json';
const stamp = 'node_modules/.installed-lock.json';
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8');

if (!installed) {
  console.log('Installing dependencies (once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    console.error(
      'npm ci failed: see the lines above. The registry must be reachable for the first install.',
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, readFileSync(lock, 'utf8'));
}
