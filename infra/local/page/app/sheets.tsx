import type { JSX } from 'preact';
import { Icon } from './icons.tsx';
import { Modal } from './modal.tsx';
import { useStation } from './use-station.ts';
import type { Where } from './where.ts';

type Props = { readonly where: Where; readonly close: () => void };

/** Places around the demo station that a person may write from. */
const PLACES = [
  {
    name: 'Home, Kalamaria',
    detail: 'fifteen minutes from the station',
    latitude: 40.5825,
    longitude: 22.9506,
  },
  {
    name: 'Stuck on the ring road',
    detail: 'a place to be towed from',
    latitude: 40.6402,
    longitude: 22.9685,
  },
  {
    name: 'Aristotelous Square',
    detail: 'in the middle of Thessaloniki',
    latitude: 40.6325,
    longitude: 22.9407,
  },
] as const;

export const LocationSheet = ({ where, close }: Props): JSX.Element => {
  const station = useStation();
  const send = async (latitude: number, longitude: number): Promise<void> => {
    if (await station.act({ do: 'location', latitude, longitude, ...where })) close();
  };
  return (
    <Modal title="Send a location" shape="sheet" close={close}>
      <ul class="choices">
        {PLACES.map(({ name, detail, latitude, longitude }, index) => (
          <li key={name}>
            <button
              type="button"
              data-first={index === 0 || undefined}
              onClick={() => void send(latitude, longitude)}
            >
              <span class="file-icon">
                <Icon name="pin" />
              </span>
              <span class="file-name">
                <span>{name}</span>
                <small>{detail}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
};

/** The messenger's own question before a phone number leaves the phone. */
export const ContactSheet = ({
  where,
  close,
  station: name,
}: Props & { readonly station: string }): JSX.Element => {
  const station = useStation();
  const share = async (): Promise<void> => {
    if (await station.act({ do: 'contact', own: true, ...where })) close();
  };
  return (
    <Modal title="Share your phone number?" shape="sheet" close={close}>
      <p class="sheet-text">
        {name} will know your phone number. This is useful when the station has to call you.
      </p>
      <div class="sheet-foot">
        <button type="button" class="quiet" onClick={close}>
          Cancel
        </button>
        <button type="button" class="primary" data-first onClick={() => void share()}>
          Share
        </button>
      </div>
    </Modal>
  );
};
