import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { KeyboardKey, PhoneAct, ShownChat } from '../../phone-api.ts';
import { AboutBar } from './about-bar.tsx';
import { type About, wordsOf } from './actions.ts';
import { Attach } from './attach.tsx';
import { Suggestions } from './commands.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { PhotoSheet } from './photos.tsx';
import { ReplyKeyboard } from './reply-keyboard.tsx';
import { ContactSheet, LocationSheet } from './sheets.tsx';
import { StickerSheet } from './stickers.tsx';
import { useStation } from './use-station.ts';
import { Recorder } from './voice.tsx';
import { draftKey, type Where } from './where.ts';
import { Writing } from './writing.tsx';

type Props = {
  readonly chat: ShownChat;
  readonly station: string;
  readonly dropped: readonly File[];
  /** The message that the next words answer, or one of their own that they correct. */
  readonly about: About | undefined;
  readonly drop: () => void;
  readonly where: Where;
  readonly label: string;
  readonly placeholder: string;
  readonly sendLabel: string;
  /** Stands above the input: in the group, who writes. */
  readonly before?: ComponentChildren;
};

export type Open =
  | 'nothing'
  | 'attach'
  | 'commands'
  | 'photos'
  | 'location'
  | 'contact'
  | 'sticker'
  | 'voice';

/** Unsent words stay with their chat or topic while others are in hand. */
const drafts = new Map<string, string>();

/** Everything below the messages: input, attachments, command menu, voice, and the bot's reply keyboard. */
export const Composer = (props: Props): JSX.Element => {
  const { chat, station: name, dropped, about, drop, label, placeholder, sendLabel, before } = props;
  const station = useStation();
  const group = chat.phone.kind === 'group';
  const draft = draftKey(props.where);
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [open, setOpen] = useState<Open>('nothing');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [folded, setFolded] = useState(false);
  const reply = about?.kind === 'reply' ? about.message.id : undefined;
  const where = reply === undefined ? props.where : { ...props.where, replyTo: reply };
  const close = (): void => setOpen('nothing');
  /** After what answers a message was sent, the answering is over. */
  const closeSent = (): void => {
    close();
    if (reply !== undefined) drop();
  };
  const act = async (what: PhoneAct): Promise<void> => {
    if ((await station.act(what)) && reply !== undefined) drop();
  };

  const write = (value: string): void => {
    drafts.set(draft, value);
    setText(value);
  };
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (!words) return;
    write('');
    const { chat: id, as } = where;
    const what: PhoneAct =
      about?.kind === 'edit'
        ? { do: 'edit', chat: id, messageId: about.message.id, text: words, ...(as ? { as } : {}) }
        : { do: 'say', text: words, ...where };
    if (await station.act(what)) drop();
    else if (!drafts.get(draft)) write(text);
  };
  const stop = (): void => {
    if (about?.kind === 'edit') write('');
    drop();
  };
  const take = (given: readonly File[]): void => {
    setFiles(given);
    setOpen('photos');
  };
  // In the group most commands go on with words; on a phone they are whole.
  const command = (command: string): void => {
    write(group ? `/${command} ` : '');
    if (!group) void act({ do: 'say', text: `/${command}`, ...where });
  };
  useEffect(() => {
    if (dropped.length > 0) take(dropped);
  }, [dropped]);
  useEffect(() => {
    if (about?.kind === 'edit') write(wordsOf(about.message));
  }, [about]);

  const press = (key: KeyboardKey): void => {
    if (key.kind === 'contact') setOpen('contact');
    else if (key.kind === 'location') setOpen('location');
    else void act({ do: 'say', text: key.text, ...where });
  };
  const hasKeyboard = chat.keyboard.length > 0;

  if (open === 'voice') return <Recorder where={where} close={closeSent} />;
  return (
    <div class="foot">
      {before}
      <div class="anchor">
        {open === 'nothing' && <Suggestions text={text} commands={chat.commands} choose={command} />}
        {about && <AboutBar about={about} drop={stop} />}
        <form
          class="composer"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Attach where={where} open={open} setOpen={setOpen} photos={() => take([])} act={act} />
          <div class="input">
            <Writing
              label={label}
              placeholder={placeholder}
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
                aria-label={group ? 'Commands of the group' : 'Commands'}
                aria-haspopup="menu"
                aria-expanded={open === 'commands'}
                onClick={() => setOpen(open === 'commands' ? 'nothing' : 'commands')}
              >
                <Icon name="slash" />
              </button>
            )}
          </div>
          {text.trim() ? (
            <button type="submit" class="round send" aria-label={sendLabel}>
              <Icon name="send" />
            </button>
          ) : (
            <button
              type="button"
              class="round"
              aria-label={group ? 'Record a voice message to the group' : 'Record a voice message'}
              onClick={() => setOpen('voice')}
            >
              <Icon name="mic" />
            </button>
          )}
        </form>
        {open === 'commands' && (
          <Menu
            label={group ? 'Commands of the group' : 'Commands'}
            items={chat.commands.map(({ command: name, description }) => ({
              label: description,
              detail: `/${name}`,
              choose: () => command(name),
            }))}
            close={close}
          />
        )}
      </div>
      {hasKeyboard && !folded && <ReplyKeyboard rows={chat.keyboard} press={press} />}
      {open === 'photos' && <PhotoSheet where={where} given={files} close={closeSent} />}
      {open === 'location' && <LocationSheet where={where} close={closeSent} />}
      {open === 'contact' && <ContactSheet where={where} station={name} close={closeSent} />}
      {open === 'sticker' && <StickerSheet where={where} close={closeSent} />}
    </div>
  );
};
