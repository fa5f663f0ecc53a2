import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The station's table in the engine under test. The behaviours of this folder hold in every engine. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

let places = 0;

/** A partition that no other test uses: the whole suite shares one table. */
export function freshPlace(): string {
  places += 1;
  return `place-${places}`;
}

/** The error a call fails with; a call that succeeds fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => ({ failed: false as const }),
    (error: unknown) => ({ failed: true as const, error }),
  );
  if (!outcome.failed) throw new Error('the call succeeded, but should have been refused');
  return outcome.error;
}
