/** ` (34 MB)` behind the name of a file; nothing where its size is not known or not worth telling. */
export function megabytes(bytes: number | null, unit: string): string {
  return bytes === null || bytes < 1_000_000 ? '' : ` (${Math.round(bytes / 1_000_000)} ${unit})`;
}
