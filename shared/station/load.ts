import { type Station, stationSchema } from './schema.ts';

/** Thrown when a station's data is wrong; the message lists every finding, one a line, with its field. */
export class StationError extends Error {
  override readonly name = 'StationError';
}

/** The station of an owner's data. Throws one StationError that lists everything wrong at once. */
export function loadStation(data: unknown): Station {
  const parsed = stationSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `- ${fieldOf(issue.path)}: ${issue.message}`);
  throw new StationError(`The station's data has ${lines.length} to correct:\n${lines.join('\n')}`);
}

function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return field.replace(/^\./, '') || '(the whole station)';
}
