import type { Person, Rig } from '#test/helpers/rig.ts';
import type { Chance } from './chance.ts';

/** People who use the bot as people do: tap what they see, write, send photos, start anew, change their minds. */

const firstId = 7_200_000;

/** At most 100 people. */
export function townOf(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    first_name: `Person${index}`,
    language_code: 'en',
  }));
}

/** The car's name tells its owner, so that a text in the wrong chat is seen; short, so that no button cuts it. */
export function carOf({ id }: Person): string {
  return `Car${String(id - firstId).padStart(2, '0')}`;
}

/** The next thing a person does, as the update that Telegram would post. */
export function actOf(person: Person, rig: Rig, chance: Chance): unknown {
  const buttons = rig
    .bubbles(person)
    .slice(-2)
    .flatMap((bubble) => bubble.buttons.map(({ text, data = '' }) => ({ bubble, text, data })))
    // Of who had everything erased nothing is left to be judged by; that has tests of its own.
    .filter(({ text, data }) => data !== '' && !/^(?:Erase|Delete)/.test(text));
  const onwards = buttons.filter(({ text }) => leadsOn.test(text));
  const asked = rig.bubbles(person).at(-1)?.text ?? '';
  if (asked.startsWith('Which car') && chance.share(0.8)) return rig.updates.text(carOf(person), person);
  if (buttons.length > 0 && chance.share(0.8)) {
    const { bubble, data } = chance.of(onwards.length > 0 && chance.share(0.9) ? onwards : buttons);
    return rig.updates.tap(bubble, data, person);
  }
  const act = chance.of(acts);
  return act(person, rig, chance);
}

/** What somebody taps who wants to get somewhere. */
const leadsOn =
  /· \d\d:\d\d$|· \d|^Book a visit|^Oil|^Leave the car|^I'll wait|^Yes|^Change the time|^Cancel the visit|^Undo/;

const acts: readonly ((person: Person, rig: Rig, chance: Chance) => unknown)[] = [
  (person, { updates }) => updates.command('/start', person),
  ...[1, 2, 3, 4, 5].map(
    () =>
      (person: Person, { updates }: Rig) =>
        updates.text('book', person),
  ),
  (person, { updates }) => updates.text('status', person),
  (person, { updates }) => updates.text('person', person),
  (person, { updates }) => updates.text('address', person),
  (person, { updates }) => updates.text('skip', person),
  (person, { updates }) => updates.text(carOf(person), person),
  (person, { updates }) => updates.text('blue elephants', person),
  (person, { updates }) => updates.contact(`+3069${person.id}`, person),
  (person, { updates }, chance) => updates.photo(`photo${chance.below(1e6)}`, 'album', person),
];
