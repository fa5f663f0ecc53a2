import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PhoneAct } from '../../phone-api.ts';
import type { Open } from './composer.tsx';
import { MOST_BYTES, sentFile, sizeOf } from './files.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { useWays } from './messenger.ts';
import { useStation } from './use-station.ts';
import type { Where } from './where.ts';

type Props = {
  readonly where: Where;
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
  readonly photos: () => void;
  readonly act: (what: PhoneAct) => Promise<void>;
};

/** Seconds of a pretend video. */
const SECONDS = 6;

/** The clip beside the input and what it offers to send. */
export const Attach = ({ where, open, setOpen, photos, act }: Props): JSX.Element => {
  const station = useStation();
  const { name, notes, larger } = useWays();
  const file = useRef<HTMLInputElement>(null);
  const inGroup = where.as !== undefined;
  const sendFile = async (input: HTMLInputElement): Promise<void> => {
    const [chosen] = input.files ?? [];
    if (chosen && chosen.size > MOST_BYTES && !larger) {
      const [most, has] = [MOST_BYTES, chosen.size].map(sizeOf);
      station.fail(`This page carries files of at most ${most} to ${name}; ${chosen.name} has ${has}.`);
    } else if (chosen) await act({ do: 'document', ...(await sentFile(chosen)), ...where });
    input.value = '';
  };
  const video = (note: boolean): void =>
    void act({ do: 'video', seconds: SECONDS, note, caption: '', ...where });
  const items: readonly MenuItem[] = [
    { label: 'Photo', detail: 'samples or your own', icon: 'photo', choose: photos },
    { label: 'File', detail: 'from this computer', icon: 'file', choose: () => file.current?.click() },
    { label: 'Video', detail: 'a pretend one', icon: 'video', choose: () => video(false) },
    ...(notes
      ? [
          {
            label: 'Round video',
            detail: 'a pretend one',
            icon: 'play' as const,
            choose: () => video(true),
          },
        ]
      : []),
    { label: 'Sticker', detail: '', icon: 'smile', choose: () => setOpen('sticker') },
    { label: 'Location', detail: 'a place on the map', icon: 'pin', choose: () => setOpen('location') },
    {
      label: 'My contact',
      detail: 'your phone number',
      icon: 'person',
      choose: () => (inGroup ? void act({ do: 'contact', own: true, ...where }) : setOpen('contact')),
    },
    {
      label: "Somebody else's contact",
      detail: inGroup ? 'a card' : 'proves nothing',
      icon: 'people',
      choose: () => void act({ do: 'contact', own: false, ...where }),
    },
  ];
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={inGroup ? 'Attach to the group' : 'Attach'}
        aria-haspopup="menu"
        aria-expanded={open === 'attach'}
        onClick={() => setOpen(open === 'attach' ? 'nothing' : 'attach')}
      >
        <Icon name="clip" />
      </button>
      {open === 'attach' && <Menu label="Attach" items={items} close={() => setOpen('nothing')} />}
      <input
        ref={file}
        type="file"
        hidden
        aria-label={inGroup ? 'A file for the group' : 'A file from this computer'}
        onChange={(event) => void sendFile(event.currentTarget)}
      />
    </>
  );
};
