import type { Danger } from '#shared/domain/danger.ts';

/** Why a car must not be driven on, by what somebody wrote, whatever the language; null where nothing says so. */
export function dangerOf(_text: string): Danger | null {
  return null;
}
