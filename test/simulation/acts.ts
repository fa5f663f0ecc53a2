import { MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { Line } from '#test/helpers/line.ts';
import type { Citizen, Town } from './year.ts';

/** What people of the town do, each with how often; and what the desk does about a visit. Another automatic sender: a line here. */

export type Act = {
  readonly weight: number;
  does(citizen: Citizen, town: Town): Promise<void>;
};

const lineOf = ({ messenger }: Citizen, { rig }: Town): Line => rig.on(messenger);

/** Taps what is there; false where nothing of the kind is. */
async function taps(what: string | RegExp, citizen: Citizen, town: Town): Promise<boolean> {
  try {
    await lineOf(citizen, town).taps(what, citizen.person);
    return true;
  } catch {
    // Not every button is on every screen.
    return false;
  }
}

const says = (text: string, citizen: Citizen, town: Town) => lineOf(citizen, town).says(text, citizen.person);

/** The desk writes or taps in somebody's topic, where they have one. */
async function deskSays(text: string, { person, messenger }: Citizen, { rig }: Town): Promise<void> {
  const topic = await rig.desk.topicOf(person, messenger).catch(() => null);
  if (topic) await rig.desk.as('maria').says(text, topic);
}
async function deskTaps(what: RegExp, { person, messenger }: Citizen, { rig }: Town): Promise<void> {
  const topic = await rig.desk.topicOf(person, messenger).catch(() => null);
  await rig.desk
    .as('maria')
    .taps(what, topic ?? 'general')
    .catch(() => undefined);
}

export const acts: readonly Act[] = [
  { weight: 8, does: books },
  { weight: 2, does: (citizen, town) => says(town.chance.of(['status', 'where is my car']), citizen, town) },
  // Settings, by buttons and words
  { weight: 2, does: setsPurpose },
  { weight: 2, does: setsQuietHours },
  { weight: 1, does: (citizen, town) => says('stop', citizen, town) },
  {
    weight: 1,
    does: async (citizen, town) => {
      await taps(words(citizen.language, phrase('labelUndo')), citizen, town);
    },
  },
  {
    weight: 2,
    does: async (citizen, town) => {
      await taps(words(citizen.language, phrase('labelConsentYes')), citizen, town);
    },
  },
  { weight: 2, does: ratesOrPutsOff },
  { weight: 1, does: (citizen, town) => says('the left mirror is loose', citizen, town) },
  {
    weight: 1,
    does: (citizen, town) =>
      lineOf(citizen, town).brings(town.rig.on(citizen.messenger) && photoOf(citizen, town)),
  },
];

function photoOf({ person, messenger }: Citizen, { rig, chance }: Town): unknown {
  return rig.played[messenger].updates.photo(`photo${chance.below(1_000_000)}`, null, person);
}

/** What stands below the question how it was, and below a reminder of what is due. */
const afterwards = [
  'feedbackLabelGood',
  'feedbackLabelBad',
  'feedbackLabelServiceYes',
  'feedbackLabelLater',
  'feedbackLabelBook',
] as const;

async function ratesOrPutsOff(citizen: Citizen, town: Town): Promise<void> {
  await taps(words(citizen.language, phrase(town.chance.of(afterwards))), citizen, town);
}

async function setsPurpose(citizen: Citizen, town: Town): Promise<void> {
  const { chance } = town;
  await says('settings', citizen, town);
  const key = chance.of(['ownLabelVisit', 'ownLabelService', 'ownLabelOffers'] as const);
  // Most of them want to hear of their visits.
  const on = key === 'ownLabelVisit' ? !chance.share(0.75) : chance.share(0.5);
  await taps(words(citizen.language, phrase(key, { on })), citizen, town);
}

async function setsQuietHours(citizen: Citizen, town: Town): Promise<void> {
  await says('quiet hours', citizen, town);
  if (!(await taps(words(citizen.language, phrase('ownLabelQuiet')), citizen, town))) return;
  if (town.chance.share(0.3)) await taps(words(citizen.language, phrase('ownLabelAsStation')), citizen, town);
  else await says(town.chance.of(['22-8', '20-10', '13-15', '18:30 - 11:00', '23-7']), citizen, town);
}

async function books(citizen: Citizen, town: Town): Promise<void> {
  const { chance, rig } = town;
  const line = lineOf(citizen, town);
  const before = (await town.customerOf(citizen))?.visits.map(({ id }) => id) ?? [];
  await line.command('/book', citizen.person);
  if (!(await taps(serviceRow(citizen.language, chance.of(['oil', 'annual', 'diag'])), citizen, town)))
    return;
  await taps(/Octavia/, citizen, town);
  if (rig.played[citizen.messenger].bubbles(citizen.person).length < 6)
    await says('Octavia ABC-4821', citizen, town);
  // More of the times that are shown, so that visits lie on all days.
  await taps(aTime, citizen, town);
  if (!(await taps(words(citizen.language, phrase('labelLeave')), citizen, town)))
    await taps(words(citizen.language, phrase('labelWait')), citizen, town);
  if (chance.share(0.7)) await says('skip', citizen, town);
  if (chance.share(0.7)) await taps(words(citizen.language, phrase('labelConsentYes')), citizen, town);
  const visits = (await town.customerOf(citizen))?.visits ?? [];
  for (const visit of visits.filter(({ id }) => !before.includes(id))) accompanied(visit, citizen, town);
}

/** What becomes of a visit: they come, late or not at all, and the car goes its way through the workshop. */
function accompanied(visit: Visit, citizen: Citizen, town: Town): void {
  const { chance, plan } = town;
  const { start, readyBy } = visit;
  const desk = (at: number, text: string) => plan(at, () => deskSays(text, citizen, town));
  if (chance.share(0.15)) return;
  let at = start + (chance.below(40) - 10) * MINUTE;
  const then = (minutes: number) => {
    at += minutes * MINUTE;
    return at;
  };
  desk(at, '/status arrived');
  if (chance.share(0.5)) desk(then(1), '84210 1/2');
  if (chance.share(0.7)) desk(then(15 + chance.below(60)), '/status checking');
  if (chance.share(0.4)) {
    desk(then(20), '/estimate\npads front 64 parts 32 work, safety\ndiscs 148 3m');
    plan(then(2), () => deskTaps(new RegExp(`^${escaped('el', 'orderLabelSend')}$`), citizen, town));
    if (chance.share(0.5))
      plan(then(chance.below(200)), async () => {
        await taps(words(citizen.language, phrase('estimateLabelAll')), citizen, town);
      });
  } else desk(then(10), '/status working');
  if (chance.share(0.3)) desk(then(30), `/promise ${clockOf(readyBy + 60 * MINUTE)} parts`);
  at = Math.max(at, readyBy + (chance.below(180) - 120) * MINUTE);
  if (chance.share(0.9)) desk(at, '/status ready');
  desk(then(30 + chance.below(3 * 60)), '/status handed back');
}

function escaped(language: 'el', key: 'orderLabelSend'): string {
  return words(language, phrase(key)).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function clockOf(at: number): string {
  const { minute } = toWall(at, station.zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
