import { editMethods } from './edit.ts';
import { fileMethods } from './file-methods.ts';
import { forumMethods } from './forum.ts';
import { markMethods } from './marks.ts';
import type { Method } from './method.ts';
import { profileMethods } from './profile.ts';
import { albumMethods } from './send-album.ts';
import { mediaMethods } from './send-media.ts';
import { textMethods } from './send-text.ts';
import { webhookMethods } from './webhook-methods.ts';

/** Every method the simulator has, by its name in small letters: Telegram takes method names in any case. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    ...textMethods,
    ...mediaMethods,
    ...albumMethods,
    ...editMethods,
    ...markMethods,
    ...forumMethods,
    ...profileMethods,
    ...webhookMethods,
    ...fileMethods,
  ].map((method) => [method.name.toLowerCase(), method]),
);
