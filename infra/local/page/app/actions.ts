import type { ShownMessage } from '../../phone-api.ts';
import type { IconName } from './icons.tsx';

/** What can be done with a bubble besides reading it; drawn as a small button beside it. */
export type BubbleAction = {
  readonly icon: IconName;
  readonly label: string;
  readonly fits: (message: ShownMessage, own: boolean) => boolean;
  readonly choose: (message: ShownMessage) => void;
};

/** The message that the next words are about: answered, or corrected by them. */
export type About = { readonly kind: 'reply' | 'edit'; readonly message: ShownMessage };

export const replying = (choose: (about: About) => void): BubbleAction => ({
  icon: 'reply',
  label: 'Reply',
  fits: () => true,
  choose: (message) => choose({ kind: 'reply', message }),
});

export const editing = (choose: (about: About) => void): BubbleAction => ({
  icon: 'pencil',
  label: 'Edit',
  fits: (message, own) => own && wordsOf(message) !== '',
  choose: (message) => choose({ kind: 'edit', message }),
});

export const deleting = (choose: (message: ShownMessage) => void): BubbleAction => ({
  icon: 'trash',
  label: 'Delete',
  fits: (_message, own) => own,
  choose,
});

/** The words of a message that its author may correct: its text or its caption. */
export const wordsOf = ({ content }: ShownMessage): string => {
  if (content.kind === 'text') return content.text;
  return 'caption' in content ? (content.caption ?? '') : '';
};
