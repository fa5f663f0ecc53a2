import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PhoneState, ShownChat, Writer } from '../../phone-api.ts';
import { type About, deleting, editing, replying } from './actions.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Pinned } from './pinned.tsx';
import { TopicHead } from './topic-head.tsx';
import { GENERAL, type TopicLine, topicOf } from './unread.ts';
import { useStation } from './use-station.ts';

type Props = {
  readonly chat: ShownChat;
  readonly state: PhoneState;
  readonly line: TopicLine;
  readonly writer: Writer;
  /** Who writes is chosen here. */
  readonly writers: ComponentChildren;
  readonly dropped: readonly File[];
  /** Leads back to the list; absent where the list stands beside. */
  readonly back: (() => void) | undefined;
};

/** One open topic: its pinned card, the talk, and the composer that writes into it as somebody of the group. */
export const TopicTalk = ({ chat, state, line, writer, writers, dropped, back }: Props): JSX.Element => {
  const station = useStation();
  const [about, setAbout] = useState<About>();
  const as = writer.id;
  const group = chat.phone.id;
  const messages = chat.messages
    .filter((message) => topicOf(message) === line.id)
    .map((message) => (message.from === 'bot' ? { ...message, author: state.station } : message));
  const pinned = messages.findLast((message) => message.pinned);
  const where = { chat: group, as, ...(line.id === GENERAL ? {} : { topic: line.id }) };
  return (
    <section class="talk-open" aria-label={`The topic ${line.name}`}>
      <TopicHead line={line} group={group} as={as} live={state.live} back={back} typing={chat.typing} />
      {pinned && <Pinned chat={group} message={pinned} as={as} newest={messages.at(-1)?.id ?? 0} />}
      <Conversation
        chat={group}
        label={`Conversation in ${line.name}`}
        messages={messages}
        zone={state.zone}
        mine={(message) => message.authorId === as}
        named
        as={as}
        names={(id) => state.writers?.find((one) => one.id === id)?.name ?? 'Somebody'}
        actions={
          state.live
            ? [
                replying(setAbout),
                editing(setAbout),
                deleting(({ id }) => void station.act({ do: 'delete', chat: group, messageId: id, as })),
              ]
            : []
        }
        {...(state.live
          ? {
              me: as,
              react: (messageId: number, emoji: string | null) =>
                void station.act({ do: 'react', chat: group, messageId, emoji, as }),
            }
          : {})}
      />
      {state.live && (
        <Composer
          key={`${line.id}`}
          chat={chat}
          station={state.station}
          dropped={dropped}
          about={about}
          drop={() => setAbout(undefined)}
          where={where}
          label="Message to the group"
          placeholder={line.id === GENERAL ? 'Message to colleagues' : 'Answer, or // note'}
          sendLabel="Send to the group"
          before={writers}
        />
      )}
    </section>
  );
};
