import fc from 'fast-check';

/**
 * Properties: in CI always the same seed, so that a run says something about the change and not about luck; elsewhere
 * another one each time (or FC_SEED). fast-check prints the seed of a failure.
 */
const seed = Number(process.env.FC_SEED ?? (process.env.CI ? 20_261_121 : Date.now() % 2_147_483_647));
fc.configureGlobal({ seed });
