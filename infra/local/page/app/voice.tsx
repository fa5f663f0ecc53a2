import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useStation } from './use-station.ts';
import type { Where } from './where.ts';

/** The bar of a voice note being recorded. Nothing is listened to: the note is as long as the bar was open, at least a second. */
export const Recorder = ({
  where,
  close,
}: {
  readonly where: Where;
  readonly close: () => void;
}): JSX.Element => {
  const station = useStation();
  const [seconds, setSeconds] = useState(0);
  const send = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    send.current?.focus();
    const started = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - started) / 1000)), 250);
    return () => clearInterval(timer);
  }, []);

  const finish = async (): Promise<void> => {
    if (await station.act({ do: 'voice', seconds: Math.max(1, seconds), ...where })) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the bar throws the recording away
    <div class="composer recorder" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <button type="button" class="round" aria-label="Throw the recording away" onClick={close}>
        <Icon name="trash" />
      </button>
      <span class="recording" role="timer" aria-label="Length of the recording">
        {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
      </span>
      <span class="hint">A pretend recording: no microphone is used</span>
      <button
        ref={send}
        type="button"
        class="round send"
        aria-label="Send the voice message"
        onClick={() => void finish()}
      >
        <Icon name="send" />
      </button>
    </div>
  );
};
