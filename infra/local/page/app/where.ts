/** Where the next message goes and whose it is, ready to be part of an act: topic and writer only in a group. */
export type Where = {
  readonly chat: string;
  readonly as?: string;
  readonly topic?: number;
  readonly replyTo?: number;
};

/** Under which key unsent words of this place are kept. */
export const draftKey = ({ chat, topic }: Where): string => `${chat} ${topic ?? ''}`;
