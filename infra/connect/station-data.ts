import { demoStation } from '#shared/station/demo.ts';
import { managersOf } from '#shared/station/managers.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Checklist } from './checklist.ts';

/** What the data says in the demo, which no customer of another station should read. */
const placeholders: readonly {
  readonly what: string;
  readonly same: (station: Station) => boolean;
}[] = [
  { what: 'the phone number', same: ({ phone }) => phone === demoStation.phone },
  { what: 'the address', same: ({ address }) => address.en === demoStation.address.en },
  { what: 'the place on the map', same: ({ map }) => map.latitude === demoStation.map.latitude },
  { what: 'the name', same: ({ name }) => name.en === demoStation.name.en },
  { what: 'the address for reviews', same: ({ reviewUrl }) => reviewUrl === demoStation.reviewUrl },
  {
    what: 'the advisors’ numeric ids',
    same: ({ advisors }) => {
      const demo = new Set(demoStation.advisors.map(({ deskId }) => deskId));
      return advisors.some(({ deskId }) => demo.has(deskId));
    },
  },
];

/** The station's data, which was read without an error: what of it is still the demo's, and what has grown old. */
export function checkStation(list: Checklist, station: Station, today: string): void {
  const { services, bays, technicians, advisors } = station;
  const counted = `${services.length} services, ${bays.length} bays, ${technicians.length} technicians, ${advisors.length} advisors`;
  list.fine(`The station’s data is right: ${counted}`);
  const demo = placeholders.flatMap(({ what, same }) => (same(station) ? [what] : []));
  if (demo.length > 0)
    list.note(
      `Still as in the demo: ${demo.join(', ')}. Put your own into shared/station before people write`,
    );
  if (!station.closed.some(({ to }) => to >= today))
    list.note('No closed day lies ahead: add the coming holidays to `closed`, or people will book on them');
  if (managersOf(station).length === 0)
    list.wrong(
      'No advisor of the station’s data is a manager, so nobody is called when a customer waits for long',
      'Give one of `advisors` the role `manager` and deploy again',
    );
}
