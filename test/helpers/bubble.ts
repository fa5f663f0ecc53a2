import type { CallBody } from './bot-call.ts';
import type { ShownBubble, ShownButton } from './messenger.ts';

/** A message as a chat at Telegram shows it. */
export type Bubble = ShownBubble & {
  readonly id: number;
  /** Words or caption; the method's name where a message has none. */
  text: string;
  buttons: readonly ShownButton[];
  /** What it is: `text`, `photo`, `voice`, `venue`, … */
  kind: string;
  /** Ids of files, or names of uploaded ones. */
  files: readonly string[];
  entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly replyTo: number | null;
  /** Our bot's own reaction, one emoji. */
  reaction: string | null;
  readonly album: string | null;
  /** Who wrote it; null: our bot. */
  readonly from: string | null;
  pinned: boolean;
  edited: boolean;
};

export function newBubble(id: number, given: Partial<Omit<Bubble, 'id'>>): Bubble {
  return {
    id,
    text: '',
    buttons: [],
    kind: 'text',
    files: [],
    entities: [],
    replyTo: null,
    reaction: null,
    album: null,
    from: null,
    pinned: false,
    edited: false,
    ...given,
  };
}

/** `sendVideoNote` shows a `videoNote`. */
export function kindOfMethod(method: string): string {
  const kind = method.replace(/^send/, '');
  return kind === 'Message' ? 'text' : kind.charAt(0).toLowerCase() + kind.slice(1);
}

const fileFields = ['photo', 'voice', 'video', 'video_note', 'audio', 'animation', 'document', 'sticker'];

/** The files that a call names or brings. */
export function filesOf(body: CallBody, uploads: readonly string[]): readonly string[] {
  const named = fileFields.flatMap((field) => {
    const value = body[field];
    return typeof value === 'string' && !value.startsWith('attach://') ? [value] : [];
  });
  return [...named, ...uploads];
}

export function buttonsOf(body: CallBody): readonly ShownButton[] {
  return (body.reply_markup?.inline_keyboard?.flat() ?? []).map(({ text, callback_data: data, url }) => ({
    text,
    data,
    url,
  }));
}

export function sameButtons(some: readonly ShownButton[], others: readonly ShownButton[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
