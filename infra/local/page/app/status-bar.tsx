import type { JSX } from 'preact';
import { useNow } from './use-station.ts';
import { timeOf } from './zone.ts';

/** The phone's own top line, with the station's time; it only decorates. */
export const StatusBar = ({ zone }: { readonly zone: string }): JSX.Element => {
  const now = useNow();
  return (
    <div class="status-bar" aria-hidden="true">
      <span>{timeOf(now, zone)}</span>
      <i class="island" />
      <svg viewBox="0 0 62 14" aria-hidden="true" focusable="false">
        <path d="M1 9h3v4H1ZM6 6.5h3V13H6ZM11 4h3v9h-3ZM16 1.5h3V13h-3Z" />
        <path
          d="M36 1h20a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 56 13H36a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 36 1Zm.3 1.800a1 1 0 0 0-1 1v6.400a1 1 0 0 0 1 1h19.400a1 1 0 0 0 1-1V3.800a1 1 0 0 0-1-1ZM59.5 5v4q1.5-.6 1.5-2t-1.5-2ZM36.600 4.100h15v5.800h-15Z"
          fill-rule="evenodd"
        />
      </svg>
    </div>
  );
};
