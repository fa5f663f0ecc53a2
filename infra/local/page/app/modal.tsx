import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';

type Props = {
  readonly title: string;
  readonly close: () => void;
  /** `sheet` rises inside the phone, the others slide in from a side of the window. */
  readonly shape: 'sheet' | 'from-left' | 'from-right';
  readonly children: ComponentChildren;
};

const FOCUSABLE =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),summary,[tabindex="0"]';

/** A dialog that takes the focus, keeps it, gives it back, and closes on Escape or a tap beside it. */
export const Modal = ({ title, close, shape, children }: Props): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);
  const closing = useRef(close);
  closing.current = close;

  // Before the next key can come: the focus it takes away is the focus it gives back.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const wanted = box.current?.querySelector<HTMLElement>('[data-first]');
    (wanted ?? box.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      closing.current();
    }
    if (event.key !== 'Tab' || !box.current) return;
    const stops = [...box.current.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (stop) => stop.offsetParent,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (!standsOn(edge) && document.activeElement !== box.current) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };

  return (
    <div class={`modal ${shape}`}>
      <button type="button" class="shade" tabIndex={-1} aria-hidden="true" onClick={close} />
      <div
        ref={box}
        class="modal-box"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header class="modal-head">
          <h2>{title}</h2>
          <button type="button" class="round" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </div>
  );
};

/** Radios of one name are one stop of the Tab key, wherever in the group the focus stands. */
const standsOn = (stop: HTMLElement | undefined): boolean => {
  const here = document.activeElement;
  if (!(here instanceof HTMLInputElement && stop instanceof HTMLInputElement)) return here === stop;
  return here === stop || (here.type === 'radio' && stop.type === 'radio' && here.name === stop.name);
};
