import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useWays } from './messenger.ts';
import { Modal } from './modal.tsx';
import { ALBUM, jpegOf, shown } from './pictures.ts';
import { SAMPLES } from './samples.ts';
import { useStation } from './use-station.ts';
import type { Where } from './where.ts';

type Props = { readonly where: Where; readonly given: readonly File[]; readonly close: () => void };

/** A chosen picture and the JPEG that is sent for it, a data URL. */
type Picture = { readonly url: string; readonly image: string };

type Choice = { readonly name: string; readonly url: string };

/** Chooses photos, drawn samples or files from the disk, and sends them: as one album, or one by one where there are no albums. */
export const PhotoSheet = ({ where, given, close }: Props): JSX.Element => {
  const station = useStation();
  const { albums } = useWays();
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [caption, setCaption] = useState('');
  const [busy, setBusy] = useState(false);

  const add = async (files: readonly File[]): Promise<void> => {
    const pictures = files.filter(isPicture);
    if (pictures.length < files.length) station.fail('Only pictures can be sent as photos.');
    const read = await Promise.all(pictures.map(choiceOf));
    const unread = pictures.filter((_, index) => read[index] === null);
    if (unread.length > 0)
      station.fail(
        `This browser cannot show ${unread.map(({ name }) => name).join(', ')}: send it with “File”.`,
      );
    const added = read.filter((choice) => choice !== null);
    setOwn((before) => [...before, ...added]);
    setChosen((before) => [...before, ...added.map(({ url }) => url)].slice(0, ALBUM));
  };
  useEffect(() => void add(given), []);

  const toggle = (url: string): void => {
    if (chosen.includes(url)) setChosen(chosen.filter((one) => one !== url));
    else if (chosen.length < ALBUM) setChosen([...chosen, url]);
    else
      station.fail(albums ? `An album holds at most ${ALBUM} photos.` : `At most ${ALBUM} photos at once.`);
  };

  /** Sends these one after the other. What was taken leaves the choice, so that a second try sends only the rest. */
  const sendAll = async (parcels: readonly (readonly Picture[])[]): Promise<boolean> => {
    for (const [index, parcel] of parcels.entries()) {
      const words = index === 0 ? caption.trim() : '';
      const images = parcel.map(({ image }) => image);
      if (!(await station.act({ do: 'photos', images, caption: words, ...where }))) return false;
      setChosen((left) => left.filter((url) => !parcel.some((sent) => sent.url === url)));
      setCaption('');
    }
    return true;
  };

  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const pictures = await Promise.all(chosen.map(async (url) => ({ url, image: await jpegOf(url) })));
      if (await sendAll(albums ? [pictures] : pictures.map((picture) => [picture]))) {
        for (const { url } of own) URL.revokeObjectURL(url);
        close();
      }
    } catch {
      station.fail('One of the pictures cannot be shown here. Send it as a file, or choose a JPEG or PNG.');
    }
    setBusy(false);
  };

  const count = chosen.length;
  return (
    <Modal title="Send photos" shape="sheet" close={close}>
      <ul class="tiles" aria-label="Photos to choose from">
        {[...own, ...SAMPLES].map(({ name, url }) => (
          <li key={url}>
            <button
              type="button"
              class="tile"
              aria-pressed={chosen.includes(url)}
              onClick={() => toggle(url)}
            >
              <img src={url} alt="" />
              <span>{name}</span>
              {chosen.includes(url) && <b aria-hidden="true">{chosen.indexOf(url) + 1}</b>}
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="tile add" data-first onClick={() => input.current?.click()}>
            <Icon name="plus" />
            <span>From this computer…</span>
          </button>
        </li>
      </ul>
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif"
        multiple
        hidden
        aria-label="Photos from this computer"
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <form
        class="sheet-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 && !busy) void send();
        }}
      >
        <input
          class="field"
          aria-label="Caption"
          placeholder="Add a caption…"
          maxLength={1024}
          value={caption}
          onInput={(event) => setCaption(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={count === 0 || busy}>
          {count > 1 ? `Send ${count} photos` : 'Send photo'}
        </button>
      </form>
    </Modal>
  );
};

/** Phones name what they take HEIC, and not every computer knows the kind by that name. */
const isPicture = ({ type, name }: File): boolean => type.startsWith('image/') || /\.hei[cf]$/i.test(name);

/** A file as a tile; null where this browser cannot show it. */
const choiceOf = async (file: File): Promise<Choice | null> => {
  const url = URL.createObjectURL(file);
  try {
    await shown(url);
    return { name: file.name, url };
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
};
