import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownMessage } from '../../phone-api.ts';

/** What the small bar offers; all of them are reactions on every messenger. */
const QUICK = ['👍', '❤', '🙏', '👏', '😁', '🤔', '😢', '👀'] as const;

type ChipsProps = {
  readonly message: ShownMessage;
  /** Who looks on, as `by` of a reaction; '' for nobody who could react. */
  readonly me: string;
  readonly names: (id: string) => string;
  readonly react: ((messageId: number, emoji: string | null) => void) | undefined;
};

/** The reactions under a message: the bot's own, and people's, the own one to be taken away by a tap. */
export const Reactions = ({ message, me, names, react }: ChipsProps): JSX.Element | null => {
  const by = Map.groupBy(message.reactions ?? [], ({ emoji }) => emoji);
  if (!message.reaction && by.size === 0) return null;
  return (
    <span class="reactions">
      {message.reaction && (
        <span class="reaction" role="img" aria-label={`Reaction ${message.reaction}`}>
          {message.reaction}
        </span>
      )}
      {[...by].map(([emoji, people]) => {
        const own = people.some((one) => one.by === me);
        const label = `Reaction ${emoji} of ${people.map((one) => (one.by === me ? 'yours' : names(one.by))).join(', ')}`;
        return react && me ? (
          <button
            type="button"
            class="reaction"
            key={emoji}
            aria-pressed={own}
            aria-label={label}
            onClick={() => react(message.id, own ? null : emoji)}
          >
            {emoji}
            {people.length > 1 && ` ${people.length}`}
          </button>
        ) : (
          <span class="reaction" role="img" key={emoji} aria-label={label}>
            {emoji}
          </span>
        );
      })}
    </span>
  );
};

type BarProps = {
  readonly choose: (emoji: string) => void;
  readonly close: () => void;
};

/** A bar of reactions to choose from: arrows move, Enter chooses, Escape or a tap elsewhere closes. */
export const ReactionBar = ({ choose, close }: BarProps): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const bar = box.current;
    bar?.querySelector('button')?.focus();
    const outside = (event: PointerEvent): void => {
      // The button that opened the bar closes it by itself.
      const opener = event.target instanceof Element && event.target.closest('[aria-haspopup]');
      if (!opener && event.target instanceof Node && !bar?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      const lost = document.activeElement === document.body || bar?.contains(document.activeElement);
      if (before instanceof HTMLElement && before.isConnected && lost) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      close();
      return;
    }
    const stops = [...(box.current?.querySelectorAll('button') ?? [])];
    const here = stops.findIndex((stop) => stop.matches(':focus'));
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    stops[(to + stops.length) % stops.length]?.focus();
  };
  return (
    <div
      class="reaction-bar"
      role="menu"
      aria-label="Reactions"
      ref={box}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {QUICK.map((emoji) => (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          key={emoji}
          onClick={() => {
            close();
            choose(emoji);
          }}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
};
