import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PhoneAct } from '../../phone-api.ts';
import { AboutBar } from './about-bar.tsx';
import { type About, editing, replying, wordsOf } from './actions.ts';
import { BotToasts } from './bot-toasts.tsx';
import { Conversation } from './conversation.tsx';
import { Icon } from './icons.tsx';
import { GENERAL, Topics } from './topics.tsx';
import { useStation, useView } from './use-station.ts';
import { Writing } from './writing.tsx';

/** The demo's desk, for a station that does not say who works there. */
const DESK = [
  { id: 'Maria', name: 'Maria' },
  { id: 'Eleni', name: 'Eleni' },
] as const;

/** The advisors' group: what the station tells its people, and what they answer, written as one of them. */
export const Desk = ({ group }: { readonly group: string }): JSX.Element => {
  const station = useStation();
  const { chats, state } = useView();
  const chat = chats[group];
  const advisors = state?.advisors ?? DESK;
  const [as, setAs] = useState(advisors[0]?.id ?? '');
  const [chosen, setChosen] = useState<number>();
  const [about, setAbout] = useState<About>();
  useEffect(() => station.watch(group), [station, group]);
  if (!chat || !state) return <p class="waiting">Opening the advisors' group…</p>;

  const writer = advisors.find(({ id }) => id === as)?.name ?? as;
  const general = chat.messages.some((message) => message.topic === undefined);
  const topics = chat.topics ?? [];
  const newest = general ? GENERAL : (topics[0]?.id ?? GENERAL);
  // Until somebody chooses, the newest talk is shown; a topic that was deleted is left.
  const topic = topics.some(({ id }) => id === chosen) || chosen === GENERAL ? (chosen ?? newest) : newest;
  const inTopic = chat.topics
    ? chat.messages.filter((message) => (message.topic ?? GENERAL) === topic)
    : chat.messages;
  const messages = inTopic.map((message) =>
    message.from === 'bot' ? { ...message, author: state.station } : message,
  );
  return (
    <section class="desk" aria-label={`The group ${chat.phone.name}`} data-messenger={chat.phone.messenger}>
      {chat.topics && <Topics chat={chat} live={state.live} as={as} topic={topic} choose={setChosen} />}
      <Conversation
        key={topic}
        chat={group}
        label={`Conversation in ${chat.phone.name}`}
        messages={messages}
        zone={state.zone}
        mine={(message) => message.from === 'person' && message.author === writer}
        named
        as={as}
        actions={state.live ? [replying(setAbout), editing(setAbout)] : []}
      />
      {messages.length === 0 && <p class="empty">Quiet so far. What concerns the advisors comes in here.</p>}
      {state.live && (
        <DeskComposer
          group={group}
          topic={topic}
          about={about}
          as={as}
          advisors={advisors}
          choose={setAs}
          drop={() => setAbout(undefined)}
        />
      )}
      <BotToasts chat={group} />
    </section>
  );
};

type ComposerProps = {
  readonly group: string;
  readonly topic: number;
  readonly about: About | undefined;
  readonly as: string;
  readonly advisors: readonly { readonly id: string; readonly name: string }[];
  readonly choose: (id: string) => void;
  readonly drop: () => void;
};

const DeskComposer = ({ group, topic, about, as, advisors, choose, drop }: ComposerProps): JSX.Element => {
  const station = useStation();
  const [text, setText] = useState('');
  useEffect(() => {
    if (about?.kind === 'edit') setText(wordsOf(about.message));
  }, [about]);
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (!words) return;
    const where = { chat: group, text: words, as };
    const act: PhoneAct =
      about?.kind === 'edit'
        ? { do: 'edit', ...where, messageId: about.message.id }
        : {
            do: 'say',
            ...where,
            ...(topic === GENERAL ? {} : { topic }),
            ...(about ? { replyTo: about.message.id } : {}),
          };
    setText('');
    if (await station.act(act)) drop();
    else setText(text);
  };
  return (
    <form
      class="foot"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {about && <AboutBar about={about} drop={drop} />}
      <div class="composer">
        <select
          class="field writer"
          aria-label="Write as"
          value={as}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {advisors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <div class="input">
          <Writing
            label="Message to the group"
            placeholder="Message or // note"
            value={text}
            disabled={false}
            write={setText}
            send={() => void send()}
          />
        </div>
        <button type="submit" class="round send" aria-label="Send to the group" disabled={!text.trim()}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
};
