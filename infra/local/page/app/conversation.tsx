import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage } from '../../phone-api.ts';
import type { BubbleAction } from './actions.ts';
import { answered } from './answered.ts';
import { Bubble } from './bubble.tsx';
import { Icon } from './icons.tsx';
import { rowsOf } from './rows.ts';
import { useStation } from './use-station.ts';

type Props = {
  readonly chat: string;
  readonly label: string;
  readonly messages: readonly ShownMessage[];
  readonly zone: string;
  readonly mine: (message: ShownMessage) => boolean;
  /** Several people write here: names are shown. */
  readonly named?: boolean;
  readonly command?: (command: string) => void;
  readonly actions?: readonly BubbleAction[];
  readonly as?: string;
  /** Opens what a message asks with: its list, or the question for the contact. */
  readonly openSheet?: (message: ShownMessage) => void;
  /** Who looks on, as `by` of a reaction, and how they react; left out where nobody can. */
  readonly me?: string;
  readonly react?: (messageId: number, emoji: string | null) => void;
  /** The name behind `by` of a reaction. */
  readonly names?: (id: string) => string;
};

/** Closer to the end than this (CSS pixels) counts as reading the newest, and new messages keep it in sight. */
const AT_END = 48;

/** The scrolling list of messages. It stays at the newest unless the reader has scrolled up; then a button leads back. */
export const Conversation = ({
  chat,
  label,
  messages,
  zone,
  mine,
  named = false,
  command,
  actions = [],
  as = '',
  openSheet = () => {},
  me = '',
  react,
  names = () => 'Somebody',
}: Props): JSX.Element => {
  const station = useStation();
  const view = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const sticks = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = (): void => {
    const box = view.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  const newest = messages.at(-1);
  const ownNewest = newest && mine(newest) ? newest.id : 0;

  // What the person has just written is always brought into sight, wherever they had scrolled to.
  useLayoutEffect(() => {
    sticks.current = true;
    toEnd();
  }, [chat, ownNewest]);
  useLayoutEffect(() => {
    if (sticks.current) toEnd();
  }, [messages]);
  // Pictures that load late and a keyboard that opens change the heights after the messages were drawn.
  useEffect(() => {
    const watcher = new ResizeObserver(() => sticks.current && toEnd());
    if (view.current) watcher.observe(view.current);
    if (list.current) watcher.observe(list.current);
    return () => watcher.disconnect();
  }, []);

  const onScroll = (): void => {
    const box = view.current;
    if (!box) return;
    sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END;
    setAway(!sticks.current);
  };
  const used = answered(messages);
  const byId = new Map(messages.map((message) => [message.id, message]));

  return (
    <div class="conversation">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <div class="log" ref={view} role="log" aria-label={label} tabIndex={0} onScroll={onScroll}>
        <ol ref={list}>
          {rowsOf(messages, station.now(), zone).map((row) =>
            row.kind === 'bubble' ? (
              <Bubble
                key={row.key}
                chat={chat}
                row={row}
                zone={zone}
                mine={mine}
                named={named}
                quoted={byId.get(row.messages[0].replyTo ?? -1)}
                command={command}
                actions={actions}
                as={as}
                used={used.has(row.messages[0].id)}
                openSheet={openSheet}
                me={me}
                react={react}
                names={names}
              />
            ) : (
              <li class={row.kind} key={row.key}>
                <span dir="auto">{row.kind === 'day' ? row.label : row.text}</span>
              </li>
            ),
          )}
        </ol>
      </div>
      {away && (
        <button type="button" class="round to-end" aria-label="To the newest message" onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
};
