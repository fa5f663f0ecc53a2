import { expect, it } from 'vitest';
import { swallowed } from '#infra/swallowed.ts';

it('an option that npm kept for itself is named, with the way to write it', () => {
  const environment = {
    npm_config_check: 'true',
    npm_config_stage: 'north',
    npm_config_cache: '/home/you/.npm',
  };
  expect(swallowed('connect', ['check', 'stage', 'local'], environment)).toBe(
    'npm took --check and --stage for itself: write "--" before the options, as in npm run connect -- … --check --stage',
  );
});

it('what npm keeps of its own says nothing', () => {
  expect(swallowed('ops', ['stage', 'yes'], { npm_config_yes: 'true' })).toBeNull();
});
