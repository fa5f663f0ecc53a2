import { StartError } from './start-error.ts';

/** The stage whose stack runs on this machine. */
export const LOCAL_STAGE = 'demo';

let synthesized: Promise<unknown> | undefined;

/**
 * The CloudFormation template of the station's stack, synthesised once a process. Throws a StartError with the reason
 * when the stack cannot be built, for example because the station's own data is wrong.
 */
export function stationTemplate(): Promise<unknown> {
  synthesized ??= synthesize();
  return synthesized;
}

async function synthesize(): Promise<unknown> {
  try {
    // Loaded late: the CDK is the largest part of a start, and tests with a template of their own do without it.
    const { synthesizeTemplate } = await import('../../template.ts');
    return synthesizeTemplate(LOCAL_STAGE).template;
  } catch (error) {
    throw new StartError(
      `The station's stack cannot be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
