import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Writer } from '../../phone-api.ts';
import { BotToasts } from './bot-toasts.tsx';
import { DeskWelcome } from './desk-welcome.tsx';
import { GroupHead } from './group-head.tsx';
import { TopicList } from './topic-list.tsx';
import { TopicTalk } from './topic-talk.tsx';
import { GENERAL, markRead, readingOf, type TopicLine, topicLines } from './unread.ts';
import { useRoom, useStation, useView } from './use-station.ts';

/** From so many CSS pixels on the list of topics stands beside the open one. */
const BESIDE = 620;

const NOBODY: Writer = { id: '', name: 'Nobody', role: 'advisor' };

/** The advisors' group as one of them sees it: the topics, and one of them open. */
export const Desk = ({ group }: { readonly group: string }): JSX.Element => {
  const station = useStation();
  const { chats, state, next } = useView();
  const box = useRef<HTMLElement>(null);
  const [as, setAs] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const both = useRoom(box, BESIDE);
  useEffect(() => station.watch(group), [station, group]);
  const chat = chats[group];
  const reading = chat && readingOf(chat);
  if (chat && reading && chosen !== undefined) markRead(reading, chosen, chat.messages);

  const writers = state?.writers ?? [];
  const writer = writers.find(({ id }) => id === as) ?? writers[0] ?? NOBODY;
  const lines = chat && reading ? topicLines(chat, reading) : [];
  // A topic that was deleted is left; General may be opened while it is still empty.
  const open =
    chosen === undefined ? undefined : (lines.find(({ id }) => id === chosen) ?? emptyGeneral(chosen));
  const choice = state && (
    <label class="writer">
      <span>Write as</span>
      <select
        class="field"
        aria-label="Write as"
        value={writer.id}
        onChange={(event) => setAs(event.currentTarget.value)}
      >
        {writers.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (open && state?.live) setDropped(files);
  };
  return (
    <section
      ref={box}
      class={`desk ${both ? 'both' : ''}`}
      aria-label="The group Advisors"
      data-messenger="telegram"
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {(!chat || !state) && <p class="waiting">Opening the advisors' group…</p>}
      {chat && state && (both || !open) && (
        <div class="talk-list">
          <GroupHead
            chat={chat}
            live={state.live}
            writer={writer}
            people={writers.filter(({ role }) => role !== 'anonymous').length}
          />
          {lines.length === 0 && <DeskWelcome station={state.station} />}
          {lines.length > 0 && <TopicList lines={lines} state={state} open={open?.id} choose={setChosen} />}
          {!lines.some(({ id }) => id === GENERAL) && state.live && (
            <button type="button" class="quiet general" onClick={() => setChosen(GENERAL)}>
              Write to colleagues
            </button>
          )}
        </div>
      )}
      {chat && state && open && (
        <TopicTalk
          key={open.id}
          chat={chat}
          state={state}
          line={open}
          writer={writer}
          writers={choice}
          dropped={dropped}
          back={both ? undefined : () => setChosen(undefined)}
        />
      )}
      {chat && both && !open && <p class="waiting">Choose a topic.</p>}
      {next?.group && (
        <p class="full" role="status">
          Telegram takes 20 messages a minute in a group. <b>What’s next</b> brings the rest at once.
        </p>
      )}
      <BotToasts chat={group} />
    </section>
  );
};

const emptyGeneral = (chosen: number): TopicLine | undefined =>
  chosen === GENERAL
    ? { id: GENERAL, name: 'General', closed: false, unread: 0, waiting: false, last: undefined }
    : undefined;

const nameOf = ({ name, role }: Writer): string => {
  if (role === 'anonymous') return 'An anonymous administrator';
  return role === 'stranger' ? `${name}, a stranger` : name;
};
