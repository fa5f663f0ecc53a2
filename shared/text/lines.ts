/** The lines of a message; what is empty or left out makes no line. */
export function lines(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== false && part !== null && part !== '').join('\n');
}
