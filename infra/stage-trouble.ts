/**
 * What is wrong with the name of a stage; null where there is such a stage. Also null where the stations' data cannot be read:
 * that is somebody else's to tell.
 */
export async function stageTrouble(stage: string): Promise<{ says: string; todo: string } | null> {
  const stages = await import('./config.ts').then(
    ({ configs }) => Object.keys(configs),
    () => [stage],
  );
  if (stages.includes(stage)) return null;
  return {
    says: `There is no stage ${stage}: say one of ${stages.join(', ')}`,
    todo: 'For a new one see “Several stations” in RUNBOOK.md',
  };
}
