import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeyboardKey, PhoneAct, ShownChat } from '../../phone-api.ts';
import { AboutBar } from './about-bar.tsx';
import { type About, wordsOf } from './actions.ts';
import { dataUrlOf } from './files.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { PhotoSheet } from './photos.tsx';
import { ReplyKeyboard } from './reply-keyboard.tsx';
import { ContactSheet, LocationSheet } from './sheets.tsx';
import { useStation } from './use-station.ts';
import { Recorder } from './voice.tsx';
import { Writing } from './writing.tsx';

type Props = {
  readonly chat: ShownChat;
  readonly station: string;
  readonly dropped: readonly File[];
  /** A message of their own that the next words correct. */
  readonly about: About | undefined;
  readonly drop: () => void;
};

type Open = 'nothing' | 'attach' | 'commands' | 'photos' | 'location' | 'contact' | 'voice';

/** Unsent words stay with their chat while other phones are in hand. */
const drafts = new Map<string, string>();

/** Everything below the messages: input, attachments, command menu, voice, and the bot's reply keyboard. */
export const Composer = ({ chat, station: name, dropped, about, drop }: Props): JSX.Element => {
  const station = useStation();
  const { id } = chat.phone;
  const [text, setText] = useState(drafts.get(id) ?? '');
  const [open, setOpen] = useState<Open>('nothing');
  const file = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [folded, setFolded] = useState(false);
  const close = (): void => setOpen('nothing');
  const act = (what: PhoneAct): void => void station.act(what);

  const write = (value: string): void => {
    drafts.set(id, value);
    setText(value);
  };
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (!words) return;
    write('');
    const what: PhoneAct = about
      ? { do: 'edit', chat: id, messageId: about.message.id, text: words }
      : { do: 'say', chat: id, text: words };
    if (await station.act(what)) drop();
    else if (!drafts.get(id)) write(text);
  };
  const sendFile = async (input: HTMLInputElement): Promise<void> => {
    const [chosen] = input.files ?? [];
    if (chosen) act({ do: 'document', chat: id, name: chosen.name, data: await dataUrlOf(chosen) });
    input.value = '';
  };
  const stopEditing = (): void => {
    write('');
    drop();
  };
  const take = (given: readonly File[]): void => {
    setFiles(given);
    setOpen('photos');
  };
  useEffect(() => {
    if (dropped.length > 0) take(dropped);
  }, [dropped]);

  useEffect(() => {
    if (about) write(wordsOf(about.message));
  }, [about]);

  const press = (key: KeyboardKey): void => {
    if (key.kind === 'contact') setOpen('contact');
    else if (key.kind === 'location') setOpen('location');
    else act({ do: 'say', chat: id, text: key.text });
  };

  const attach: readonly MenuItem[] = [
    { label: 'Photo', detail: 'samples or your own', icon: 'photo', choose: () => take([]) },
    { label: 'File', detail: 'from this computer', icon: 'file', choose: () => file.current?.click() },
    { label: 'Location', detail: 'a place on the map', icon: 'pin', choose: () => setOpen('location') },
    { label: 'My contact', detail: 'your phone number', icon: 'person', choose: () => setOpen('contact') },
    {
      label: "Somebody else's contact",
      detail: 'proves nothing',
      icon: 'people',
      choose: () => act({ do: 'contact', chat: id, own: false }),
    },
  ];
  const asked = /^\/\w*$/.test(text) ? text.slice(1) : undefined;
  const matching = chat.commands.filter(({ command }) => asked !== undefined && command.startsWith(asked));
  const hasKeyboard = chat.keyboard.length > 0;

  if (open === 'voice') return <Recorder chat={id} close={close} />;
  return (
    <div class="foot">
      <div class="anchor">
        {matching.length > 0 && open === 'nothing' && (
          <ul class="suggestions" aria-label="Commands that begin like this">
            {matching.map(({ command, description }) => (
              <li key={command}>
                <button
                  type="button"
                  onClick={() => {
                    write('');
                    act({ do: 'say', chat: id, text: `/${command}` });
                  }}
                >
                  <b>/{command}</b>
                  <small dir="auto">{description}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
        {about && <AboutBar about={about} drop={stopEditing} />}
        <form
          class="composer"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <button
            type="button"
            class="round"
            aria-label="Attach"
            aria-haspopup="menu"
            aria-expanded={open === 'attach'}
            onClick={() => setOpen(open === 'attach' ? 'nothing' : 'attach')}
          >
            <Icon name="clip" />
          </button>
          <div class="input">
            <Writing
              label="Message"
              placeholder="Message"
              value={text}
              disabled={false}
              write={write}
              send={() => void send()}
              paste={take}
            />
            {hasKeyboard && (
              <button
                type="button"
                class="round"
                aria-label="The bot's keyboard"
                aria-pressed={!folded}
                onClick={() => setFolded(!folded)}
              >
                <Icon name="keys" />
              </button>
            )}
            {chat.commands.length > 0 && !text && (
              <button
                type="button"
                class="round"
                aria-label="Commands"
                aria-haspopup="menu"
                aria-expanded={open === 'commands'}
                onClick={() => setOpen(open === 'commands' ? 'nothing' : 'commands')}
              >
                <Icon name="slash" />
              </button>
            )}
          </div>
          {text.trim() ? (
            <button type="submit" class="round send" aria-label="Send">
              <Icon name="send" />
            </button>
          ) : (
            <button
              type="button"
              class="round"
              aria-label="Record a voice message"
              onClick={() => setOpen('voice')}
            >
              <Icon name="mic" />
            </button>
          )}
        </form>
        {open === 'attach' && <Menu label="Attach" items={attach} close={close} />}
        {open === 'commands' && (
          <Menu
            label="Commands"
            items={chat.commands.map(({ command, description }) => ({
              label: description,
              detail: `/${command}`,
              choose: () => act({ do: 'say', chat: id, text: `/${command}` }),
            }))}
            close={close}
          />
        )}
      </div>
      {hasKeyboard && !folded && <ReplyKeyboard rows={chat.keyboard} press={press} />}
      <input
        ref={file}
        type="file"
        hidden
        aria-label="A file from this computer"
        onChange={(event) => void sendFile(event.currentTarget)}
      />
      {open === 'photos' && <PhotoSheet chat={id} given={files} close={close} />}
      {open === 'location' && <LocationSheet chat={id} close={close} />}
      {open === 'contact' && <ContactSheet chat={id} station={name} close={close} />}
    </div>
  );
};
