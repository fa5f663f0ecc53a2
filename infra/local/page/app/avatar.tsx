import type { JSX } from 'preact';

/** A person's initials on a colour that stays theirs. */
export const Avatar = ({ id, name }: { readonly id: string; readonly name: string }): JSX.Element => (
  <span class="avatar" data-colour={colourOf(id)} aria-hidden="true">
    {initialsOf(name)}
  </span>
);

/** One of seven colours of the style sheet, always the same for the same id. */
export const colourOf = (id: string): number => {
  let sum = 0;
  for (const unit of id) sum = (sum * 31 + (unit.codePointAt(0) ?? 0)) % 997;
  return sum % 7;
};

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '?')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** The station's own face in the bot's header and as the page's mark. */
export const StationMark = (): JSX.Element => (
  <span class="avatar mark" aria-hidden="true">
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 13.5 5.8 8.6A2 2 0 0 1 7.7 7.3h8.6a2 2 0 0 1 1.9 1.3l1.8 4.9v4.2h-2.6v-1.5H6.6v1.5H4ZM7 11.6h10l-.9-2.5H7.9Z" />
      <circle cx="7.4" cy="14" r="1" />
      <circle cx="16.6" cy="14" r="1" />
    </svg>
  </span>
);
