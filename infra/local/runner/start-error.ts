/**
 * Thrown when the local station cannot start for a reason its owner can put right. The message says what is wrong and
 * what to do; main.ts prints it without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
