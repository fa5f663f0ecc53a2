import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';

export type MenuItem = {
  readonly label: string;
  readonly detail: string;
  readonly icon?: IconName;
  readonly choose: () => void;
};

type Props = { readonly label: string; readonly items: readonly MenuItem[]; readonly close: () => void };

/** A pop-up menu: arrows move, Enter chooses, Escape or a tap elsewhere closes. */
export const Menu = ({ label, items, close }: Props): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);

  // Before the next key can come: the focus it takes away is the focus it gives back.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const menu = box.current;
    menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent): void => {
      // The button that opened the menu closes it by itself.
      const opener = event.target instanceof Element && event.target.closest('[aria-haspopup]');
      if (!opener && event.target instanceof Node && !menu?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      // The chosen item is gone from the page by now, and the focus with it; a focus that moved elsewhere is left there.
      const lost = document.activeElement === document.body || menu?.contains(document.activeElement);
      if (before instanceof HTMLElement && before.isConnected && lost) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      close();
      return;
    }
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const here = stops.findIndex((stop) => stop.matches(':focus'));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    stops[(to + stops.length) % stops.length]?.focus();
  };

  return (
    <div class="menu" role="menu" aria-label={label} ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          key={item.label}
          onClick={() => {
            close();
            item.choose();
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span dir="auto">{item.label}</span>
          <small dir="auto">{item.detail}</small>
        </button>
      ))}
    </div>
  );
};
