import { textIn } from '#shared/station/text-in.ts';
import { StartError } from './start-error.ts';

/** The station's name and IANA zone, from its own data. Throws a StartError that lists what is wrong with the data. */
export async function stationFacts(): Promise<{ readonly station: string; readonly zone: string }> {
  try {
    // Loaded late, so that wrong data is told in words instead of ending the process with a stack.
    const { station } = await import('#shared/station/station.ts');
    return { station: textIn(station.name, 'en', station), zone: station.zone };
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}
