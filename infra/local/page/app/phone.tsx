import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Phone as PhoneInHand, PhoneState, ShownChat, ShownMessage } from '../../phone-api.ts';
import { type About, deleting, editing, replying } from './actions.ts';
import { BotToasts } from './bot-toasts.tsx';
import { ChatHead } from './chat-head.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { ListSheet } from './list-sheet.tsx';
import { MessengerContext, useWays, waysOf } from './messenger.ts';
import { ContactSheet, LocationSheet } from './sheets.tsx';
import { StatusBar } from './status-bar.tsx';
import { useStation, useView } from './use-station.ts';
import { Welcome } from './welcome.tsx';
import { WindowLine } from './window-line.tsx';

type Props = { readonly phone: PhoneInHand; readonly state: PhoneState };

/** One phone of the open person: their chat with the station, as that messenger draws it. */
export const Phone = ({ phone, state }: Props): JSX.Element => {
  const station = useStation();
  const { chats } = useView();
  const { id, messenger, name } = phone;
  const chat = chats[id];
  const [dropped, setDropped] = useState<readonly File[]>([]);
  useEffect(() => station.watch(id), [station, id]);
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (state.live) setDropped(files);
  };
  return (
    <MessengerContext.Provider value={messenger}>
      <section
        class="device"
        data-messenger={messenger}
        aria-label={`The phone of ${name}: ${waysOf(messenger).name}`}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <div class="screen">
          <StatusBar zone={state.zone} />
          <ChatHead phone={phone} state={state} typing={chat?.typing ?? false} />
          {messenger === 'whatsapp' && <WindowLine phone={phone} chat={chat} zone={state.zone} />}
          {chat ? (
            <OpenChat key={id} phone={phone} chat={chat} state={state} dropped={dropped} />
          ) : (
            <p class="waiting" role="status">
              Opening the chat…
            </p>
          )}
          <BotToasts chat={id} />
        </div>
      </section>
    </MessengerContext.Provider>
  );
};

type OpenProps = Props & { readonly chat: ShownChat; readonly dropped: readonly File[] };

const OpenChat = ({ phone, chat, state, dropped }: OpenProps): JSX.Element => {
  const station = useStation();
  const { edits, deletes, name: app } = useWays();
  const [about, setAbout] = useState<About>();
  const [sheet, setSheet] = useState<ShownMessage>();
  const { id, name } = phone;
  const close = (): void => setSheet(undefined);
  const remove = ({ id: messageId }: ShownMessage): void =>
    void station.act({ do: 'delete', chat: id, messageId });
  const react = (messageId: number, emoji: string | null): void =>
    void station.act({ do: 'react', chat: id, messageId, emoji });
  const say = (text: string): void => void station.act({ do: 'say', chat: id, text });
  return (
    <>
      <Conversation
        chat={id}
        label={`Conversation of ${name} with ${state.station} on ${app}`}
        messages={chat.messages}
        zone={state.zone}
        mine={(message) => message.from === 'person'}
        actions={
          state.live
            ? [
                replying(setAbout),
                ...(edits ? [editing(setAbout)] : []),
                ...(deletes ? [deleting(remove)] : []),
              ]
            : []
        }
        openSheet={setSheet}
        names={() => state.station}
        {...(state.live ? { command: say, me: id, react } : {})}
      />
      {chat.messages.length === 0 && <Welcome phone={phone} station={state.station} live={state.live} />}
      <Foot state={state} chat={chat} dropped={dropped} about={about} drop={() => setAbout(undefined)} />
      {sheet?.list && <ListSheet chat={id} messageId={sheet.id} list={sheet.list} close={close} />}
      {sheet?.asksContact && <ContactSheet where={{ chat: id }} station={state.station} close={close} />}
      {sheet?.asksLocation && <LocationSheet where={{ chat: id, replyTo: sheet.id }} close={close} />}
    </>
  );
};

type FootProps = {
  readonly state: PhoneState;
  readonly chat: ShownChat;
  readonly dropped: readonly File[];
  readonly about: About | undefined;
  readonly drop: () => void;
};

const Foot = ({ state, chat, dropped, about, drop }: FootProps): JSX.Element => {
  const station = useStation();
  const { starts } = useWays();
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
  if (chat.messages.length === 0 && starts)
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
    <Composer
      chat={chat}
      station={state.station}
      dropped={dropped}
      about={about}
      drop={drop}
      where={{ chat: id }}
      label="Message"
      placeholder="Message"
      sendLabel="Send"
    />
  );
};
