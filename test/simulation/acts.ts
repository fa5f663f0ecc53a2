import { MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { Line } from '#test/helpers/line.ts';
import { begins, type Citizen, type Town } from './year.ts';

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
  { weight: 8, does: (citizen, town) => books(citizen, town, town.chance.of(works)) },
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
  { weight: 4, does: answersAfterwards },
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

/** The station answers who waits for a person: until then the bot asks them nothing. */
export async function deskAnswers(town: Town): Promise<void> {
  for (const citizen of town.citizens) {
    const known = await town.rig.desk.caseOf(citizen.person, citizen.messenger);
    if (known && known.waitingSince !== null) await deskSays('We look at it when you come.', citizen, town);
  }
}

/** What stands below the question how it was, and below a reminder of what is due. */
const afterwards = [
  'feedbackLabelGood',
  'feedbackLabelBad',
  'feedbackLabelServiceYes',
  'feedbackLabelLater',
  'feedbackLabelNever',
  'feedbackLabelBook',
] as const;

async function answersAfterwards(citizen: Citizen, town: Town): Promise<void> {
  const key = town.chance.of(afterwards);
  const isThere = await taps(words(citizen.language, phrase(key)), citizen, town);
  if (isThere && key === 'feedbackLabelLater') town.notes.later.push({ citizen, at: town.rig.clock });
}

/** How most people begin: a visit, and the wish to hear of it and of what is due after it. */
export async function begin(citizen: Citizen, town: Town): Promise<void> {
  await books(citizen, town, 'tyres');
  for (const key of ['ownLabelVisit', 'ownLabelService'] as const) {
    await says('settings', citizen, town);
    await taps(words(citizen.language, phrase(key, { on: false })), citizen, town);
  }
}

async function setsPurpose(citizen: Citizen, town: Town): Promise<void> {
  const { chance } = town;
  await says('settings', citizen, town);
  const key = chance.of(['ownLabelVisit', 'ownLabelService', 'ownLabelOffers'] as const);
  // Most of them want to hear of their visits, and of what is due.
  const on = key === 'ownLabelOffers' ? chance.share(0.5) : !chance.share(0.8);
  await taps(words(citizen.language, phrase(key, { on })), citizen, town);
}

async function setsQuietHours(citizen: Citizen, town: Town): Promise<void> {
  await says('quiet hours', citizen, town);
  if (!(await taps(words(citizen.language, phrase('ownLabelQuiet')), citizen, town))) return;
  if (town.chance.share(0.3)) await taps(words(citizen.language, phrase('ownLabelAsStation')), citizen, town);
  else await says(town.chance.of(['22-8', '20-10', '13-15', '18:30 - 11:00', '23-7']), citizen, town);
}

/** What is booked: by date or mileage it is due again, tyres in spring and autumn, and looking for a fault never. */
const works = ['oil', 'annual', 'tyres', 'diag'] as const;
type Work = (typeof works)[number];

/** Up to where the times are shown. Everybody has two cars, and names the second one some day. */
async function asksForTimes(citizen: Citizen, town: Town, work: Work): Promise<void> {
  const { language, plate } = citizen;
  const car = town.chance.of(['Octavia', 'Yaris']);
  const names = () => says(`${car} ${car === 'Yaris' ? 'XYZ-7' : 'ABC-4'}${plate}`, citizen, town);
  await lineOf(citizen, town).command('/book', citizen.person);
  // Below the work stands the car of the last visit.
  const isOther =
    town.chance.share(0.5) && (await taps(words(language, phrase('labelOtherCar')), citizen, town));
  if (isOther && !(await taps(new RegExp(`^${car}`), citizen, town))) {
    await taps(words(language, phrase('labelNewCar')), citizen, town);
    await names();
  }
  if (work === 'tyres') await taps(words(language, phrase('labelMoreWork')), citizen, town);
  await taps(serviceRow(language, work), citizen, town);
  if ((await town.stepOf(citizen)) === 'car') await names();
}

async function books(citizen: Citizen, town: Town, work: Work): Promise<void> {
  const { chance } = town;
  const before = (await town.customerOf(citizen))?.visits.map(({ id }) => id) ?? [];
  await asksForTimes(citizen, town, work);
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
  if (chance.share(0.5)) desk(then(1), `${mileageAt(at)} 1/2`);
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

/** More is driven than is usual, so that some services are due by the mileage. */
function mileageAt(at: number): number {
  return 84_210 + Math.round((60 * (at - begins)) / (24 * 60 * MINUTE));
}

/**
 * Somebody has the next time for tyres, which have one bay; others ask to be told, and it is given back. Whoever is asked takes it,
 * refuses, or says nothing.
 */
export async function rush(town: Town): Promise<void> {
  const { chance, plan, rig, citizens } = town;
  const at = chance.below(citizens.length);
  const [first, ...others] = [...citizens.slice(at), ...citizens.slice(0, at)].slice(0, 4);
  if (!first) return;
  await books(first, town, 'tyres');
  for (const one of others) {
    await asksForTimes(one, town, 'tyres');
    await taps(words(one.language, phrase('labelMoreTimes')), one, town);
    await taps(words(one.language, phrase('waitlistLabelJoin')), one, town);
  }
  const gone = rig.clock + (10 + chance.below(120)) * MINUTE;
  plan(gone, async () => {
    await taps(words(first.language, phrase('labelCancelVisit')), first, town);
  });
  for (const one of others)
    for (const after of [5, 22, 39]) plan(gone + after * MINUTE, () => answersOffer(one, town));
}

async function answersOffer(citizen: Citizen, town: Town): Promise<void> {
  const { chance, notes, rig } = town;
  const { offered } = await town.waitlist();
  const waits = (await town.customerOf(citizen))?.waits ?? [];
  const isAsked = offered.some(({ wait, until }) => waits.includes(wait) && until > rig.clock);
  const key = chance.of(['waitlistLabelBook', 'waitlistLabelNotNow', null] as const);
  if (!isAsked || key === null) return;
  if (await taps(words(citizen.language, phrase(key)), citizen, town))
    notes.answered.push(key === 'waitlistLabelBook' ? 'taken' : 'refused');
}

function escaped(language: 'el', key: 'orderLabelSend'): string {
  return words(language, phrase(key)).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function clockOf(at: number): string {
  const { minute } = toWall(at, station.zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
