import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Clock } from './clock.tsx';
import { Desk } from './desk.tsx';
import { waysOf } from './messenger.ts';
import { PersonSettings } from './person-settings.tsx';
import { useStation, useView } from './use-station.ts';

type Props = {
  readonly corner?: ComponentChildren;
  /** A button that makes the column large or small again. */
  readonly size?: ComponentChildren;
};

/** The column beside the phones: the clock, this person's settings, and the station's side of the story. */
export const Tools = ({ corner, size }: Props): JSX.Element => {
  const { state } = useView();
  const group = state?.phones.find((phone) => phone.kind === 'group');
  const [story, setStory] = useState(false);
  return (
    <div class="tools">
      <Clock corner={corner} />
      <PersonSettings />
      <div class="card stage">
        <fieldset class="tabs" aria-label="The station's side">
          {group && (
            <button type="button" aria-pressed={!story} onClick={() => setStory(false)}>
              {group.name}
              {group.unread > 0 && story && <span class="unread">{group.unread}</span>}
            </button>
          )}
          <button type="button" aria-pressed={story || !group} onClick={() => setStory(true)}>
            What happened
          </button>
          {size}
        </fieldset>
        {group && !story ? <Desk key={group.id} group={group.id} /> : <Story />}
      </div>
    </div>
  );
};

/** The last calls that the station made to the messengers, the newest on top, for people who build on it. */
const Story = (): JSX.Element => {
  const station = useStation();
  const { calls, state } = useView();
  const nameOf = (chat: string): string => state?.phones.find(({ id }) => id === chat)?.name ?? '';
  useEffect(() => station.watchCalls(), [station]);
  if (calls.length === 0) return <p class="waiting">The station has called nobody yet.</p>;
  return (
    <ol class="story" aria-label="Calls to the messengers, the newest first">
      {calls.map((call, index) => (
        <li key={calls.length - index}>
          <details>
            <summary>
              <code>{call.method}</code>
              <span class="to" dir="auto">
                {nameOf(call.chat)}
              </span>
              <small>{waysOf(call.messenger).name}</small>
              <span class={call.ok ? 'good' : 'bad'}>{call.ok ? 'taken' : 'refused'}</span>
            </summary>
            <pre>{call.detail}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
};
