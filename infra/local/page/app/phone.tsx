import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PhoneState, ShownChat } from '../../phone-api.ts';
import { type About, editing } from './actions.ts';
import { StationMark } from './avatar.tsx';
import { BotToasts } from './bot-toasts.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { useNow, useStation, useView } from './use-station.ts';
import { timeOf } from './zone.ts';

type Props = {
  /** Buttons of the window beside the phone, where the window is too narrow for its columns. */
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
};

/** The phone in the middle: the open person's chat with the station, as their messenger draws it. */
export const Phone = ({ before, after }: Props): JSX.Element => {
  const station = useStation();
  const view = useView();
  const { state } = view;
  const chat = view.chats[view.open];
  const owner = chat?.phone.name ?? '';
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [about, setAbout] = useState<About>();
  useEffect(() => setAbout(undefined), [view.open]);
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (state?.live) setDropped(files);
  };
  return (
    <section
      class="device"
      data-messenger={chat?.phone.messenger ?? 'telegram'}
      aria-label={owner ? `The phone of ${owner}` : 'The phone'}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div class="screen">
        <StatusBar zone={state?.zone ?? 'UTC'} />
        <header class="chat-head">
          {before}
          <StationMark />
          <div class="chat-name">
            <h1 dir="auto">{state?.station ?? 'The station'}</h1>
            <p aria-live="polite">
              <Presence up={view.up} typing={chat?.typing ?? false} blocked={chat?.phone.blocked ?? false} />
            </p>
          </div>
          {after}
        </header>
        {state && chat ? (
          <>
            <Conversation
              chat={chat.phone.id}
              label={`Conversation of ${owner} with ${state.station}`}
              messages={chat.messages}
              zone={state.zone}
              mine={(message) => message.from === 'person'}
              actions={state.live ? [editing(setAbout)] : []}
              {...(state.live
                ? { command: (text: string) => void station.act({ do: 'say', chat: chat.phone.id, text }) }
                : {})}
            />
            {chat.messages.length === 0 && <Welcome state={state} owner={owner} />}
            <Foot
              state={state}
              chat={chat}
              dropped={dropped}
              about={about}
              drop={() => setAbout(undefined)}
            />
          </>
        ) : (
          <p class="waiting" role="status">
            {state
              ? 'There is no phone to hold here: the messengers are elsewhere.'
              : 'Looking for the station…'}
          </p>
        )}
        <BotToasts chat={view.open} />
      </div>
    </section>
  );
};

const StatusBar = ({ zone }: { readonly zone: string }): JSX.Element => {
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

type PresenceProps = { readonly up: boolean; readonly typing: boolean; readonly blocked: boolean };

const Presence = ({ up, typing, blocked }: PresenceProps): JSX.Element => {
  if (!up) return <span>connecting…</span>;
  if (typing)
    return (
      <span class="typing">
        typing
        <i />
        <i />
        <i />
      </span>
    );
  return <span>{blocked ? 'blocked by you' : 'bot'}</span>;
};

const Welcome = ({ state, owner }: { readonly state: PhoneState; readonly owner: string }): JSX.Element => (
  <div class="welcome">
    <StationMark />
    <h2>What can this bot do?</h2>
    <p>
      Book a visit to {state.station}, send a photo of a problem, or ask where your car is. You are {owner}:
      tap START and try.
    </p>
  </div>
);

type FootProps = {
  readonly state: PhoneState;
  readonly chat: ShownChat;
  readonly dropped: readonly File[];
  readonly about: About | undefined;
  readonly drop: () => void;
};

const Foot = ({ state, chat, dropped, about, drop }: FootProps): JSX.Element => {
  const station = useStation();
  const { id, blocked } = chat.phone;
  if (!state.live)
    return (
      <p class="foot-note" role="note">
        Nothing is sent from here: the messengers' servers were given from outside.
      </p>
    );
  if (blocked)
    return (
      <button
        type="button"
        class="start"
        onClick={() => void station.act({ do: 'block', chat: id, blocked: false })}
      >
        Unblock
      </button>
    );
  if (chat.messages.length === 0)
    return (
      <button
        type="button"
        class="start"
        onClick={() => void station.act({ do: 'say', chat: id, text: '/start' })}
      >
        Start
      </button>
    );
  return (
    <Composer key={id} chat={chat} station={state.station} dropped={dropped} about={about} drop={drop} />
  );
};
