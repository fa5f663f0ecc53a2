import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ClockMove } from './server.ts';
import { useNow, useStation, useView } from './use-station.ts';
import { addDays, dayOf, instantOf, longDate, soonAt, timeOf, weekdayIn } from './zone.ts';

/** The station's clock and the buttons that push it forward; reminders, holds and promises fall due on the way. */
export const Clock = ({ corner }: { readonly corner?: ComponentChildren }): JSX.Element => {
  const station = useStation();
  const { state, clockBusy, next } = useView();
  const now = useNow();
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState('');
  const zone = state?.zone ?? 'UTC';
  const today = dayOf(now, zone);
  const moves: readonly { readonly label: string; readonly move: () => ClockMove }[] = [
    { label: '+10 min', move: () => ({ advanceMinutes: 10 }) },
    { label: '+1 hour', move: () => ({ advanceMinutes: 60 }) },
    { label: '+1 day', move: () => ({ now: instantOf(addDays(today, 1), timeOf(now, zone), zone) }) },
    { label: 'Tomorrow 09:00', move: () => ({ now: instantOf(addDays(today, 1), '09:00', zone) }) },
  ];
  const choose = (): void => {
    setChosen(`${addDays(today, 1)}T08:30`);
    setChoosing(!choosing);
  };
  const go = async (): Promise<void> => {
    const [day, time] = chosen.split('T');
    if (!day || !time) return;
    await station.moveClock({ now: instantOf(day, time, zone) });
    setChoosing(false);
  };
  return (
    <section class="card clock" aria-label="The station's clock" aria-busy={clockBusy}>
      <p class="clock-face">
        <time dateTime={now}>{timeOf(now, zone)}</time>
        <span>
          {longDate(now, zone)}
          <small>{clockBusy ? 'doing what falls due…' : weekdayIn(now, zone)}</small>
        </span>
      </p>
      {corner && <div class="corner">{corner}</div>}
      <div class="chips">
        <button
          type="button"
          class="chip next"
          disabled={clockBusy || !state}
          onClick={() => void station.moveClock({ to: 'next' })}
        >
          What’s next
          <small>{next ? `${soonAt(next.at, now, zone)}, ${next.what}` : 'nothing waits for its time'}</small>
        </button>
        {moves.map(({ label, move }) => (
          <button
            type="button"
            class="chip"
            key={label}
            disabled={clockBusy || !state}
            onClick={() => void station.moveClock(move())}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          aria-expanded={choosing}
          disabled={clockBusy || !state}
          onClick={choose}
        >
          Choose…
        </button>
      </div>
      {choosing && (
        <form
          class="pair"
          aria-label="Choose a moment"
          onSubmit={(event) => {
            event.preventDefault();
            void go();
          }}
        >
          <input
            class="field"
            type="datetime-local"
            aria-label="Day and time at the station"
            min={`${today}T${timeOf(now, zone)}`}
            value={chosen}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={clockBusy}>
            Go
          </button>
        </form>
      )}
    </section>
  );
};
