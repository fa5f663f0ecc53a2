import type { RenderContext } from '#shared/channels/channel.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Files } from '#shared/runtime/files.ts';

/**
 * The stored files that messages name, for `RenderContext.files`, all at once. One that is gone is not in the map: the
 * renderer says so in its place. Throws a SafeError when the store cannot be reached: the row is sent later.
 */
export async function filesFor(
  files: Pick<Files, 'get'>,
  messages: readonly Outbound[],
): Promise<NonNullable<RenderContext['files']>> {
  const keys = [...new Set(messages.flatMap(keyOf))];
  const found = await Promise.all(keys.map(async (key) => [key, await files.get(key)] as const));
  return new Map(found.flatMap(([key, file]) => (file === null ? [] : [[key, file] as const])));
}

function keyOf(message: Outbound): readonly string[] {
  if (message.kind !== 'relay') return [];
  const { content } = message;
  const source = content.kind === 'photo' || content.kind === 'file' ? content.source : null;
  return source?.at === 'store' ? [source.key] : [];
}
