import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly write: (value: string) => void;
  readonly send: () => void;
  /** Pictures that were pasted. */
  readonly paste?: (files: readonly File[]) => void;
};

/** The input field: Enter sends, Shift+Enter breaks the line, and it grows with the text up to six lines. */
export const Writing = ({ label, placeholder, value, disabled, write, send, paste }: Props): JSX.Element => {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 140)}px`;
  }, [value]);
  return (
    <textarea
      ref={field}
      class="field"
      rows={1}
      dir="auto"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      disabled={disabled}
      onInput={(event) => write(event.currentTarget.value)}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0 || !paste) return;
        event.preventDefault();
        paste(files);
      }}
      onKeyDown={(event) => {
        // A word that an input method is still composing ends with Enter too; that Enter is not ours.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send();
      }}
    />
  );
};
