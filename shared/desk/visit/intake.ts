import * as z from 'zod';
import { type Content, wordsOf } from '#shared/domain/content.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { isNote } from '#shared/domain/desk.ts';
import { actingSchema } from '#shared/domain/group.ts';
import type { Fetched, FetchJob } from '#shared/domain/job.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { actionsOf, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { withDone } from '#shared/domain/visit/life.ts';
import { clockChange } from '#shared/flows/clock/agenda.ts';
import { fetchFor } from '../files.ts';
import { type About, type DeskDecision, type DeskEvent, type DeskTurn, reply } from '../turn.ts';
import { type VisitAction, visitAction } from './action.ts';
import { intakeCard } from './intake-card.ts';
import { type Came, readIntake } from './read-intake.ts';
import { atDesk, rowWith, tellOwner } from './set.ts';

/** The car as it came: mileage, fuel and photos of its condition, by taps and by answers to the card that asks for them. */

/** As many as an owner would look at; `intakeSchema` holds no more. */
const mostPhotos = 12;

/** What the job brings along, so that the photo finds its visit, and who sent it. */
const ticketSchema = z.object({
  flow: z.literal('desk.visit'),
  by: actingSchema,
  customer: z.string(),
  visit: z.string(),
  card: z.string().nullable(),
  carries: z.string(),
  language: languageSchema,
});
export type IntakeTicket = z.infer<typeof ticketSchema>;

/** Null for a ticket of something else. */
export function intakeTicket(ticket: unknown): IntakeTicket | null {
  return ticketSchema.safeParse(ticket).data ?? null;
}

/**
 * Whose intake a message of ours asks for, by its buttons as they were sent: the card that was tapped "Arrived" becomes the
 * intake by an edit, so any card of a visit that has one asks for it. Null where it asks for none.
 */
function intakeAnswered({ counterpart, about }: Pick<DeskTurn, 'counterpart' | 'about'>) {
  for (const { flow, data } of (counterpart?.row.messages ?? []).flatMap(actionsOf)) {
    const known = visitAction.safeParse(flow === 'desk.visit' ? data : null).data;
    if (!known || known.do === 'status') continue;
    const { customer, visit } = known;
    const asks = about?.customer.visits.find(({ id }) => id === visit)?.life.intake != null;
    if (known.do === 'fuel' || asks) return { customer, visit };
  }
  return null;
}

/** An answer to the intake is never meant for the customer; a note stays one. Null for anything else. */
export function intakeReplied(
  content: Content,
  turn: Pick<DeskTurn, 'counterpart' | 'about'>,
): DeskEvent<unknown> | null {
  const ours = turn.counterpart?.how === 'sent' && intakeAnswered(turn) !== null;
  return ours && turn.about && !isNote(wordsOf(content)) ? { kind: 'content', content } : null;
}

/** Words are mileage and fuel; a photo is fetched into the station's store first. */
export function answeredIntake(content: Content, about: About, turn: DeskTurn): DeskDecision {
  const of = intakeAnswered(turn);
  const visit = of && about.customer.visits.find(({ id }) => id === of.visit);
  if (!of || !visit?.life.intake) return reply(say(phrase('stageIntakeGone')));
  const shownAt = turn.counterpart?.row.parts.findLast((part) => part !== null) ?? null;
  if (content.kind === 'photo' || content.kind === 'file') {
    const job = photoJob(content, { ...of, card: shownAt }, about, turn);
    return job ? { changes: [], say: [], jobs: [job] } : reply(say(phrase('stageIntakeOdd')));
  }
  const came = readIntake(wordsOf(content));
  if (came === null) return reply(say(phrase('stageIntakeOdd')));
  const { intake } = visit.life;
  return noted(
    visit,
    { mileage: came.mileage ?? intake.mileage, fuel: came.fuel ?? intake.fuel, photos: intake.photos },
    about,
    turn,
    shownAt,
  );
}

function photoJob(
  content: Extract<Content, { kind: 'photo' | 'file' }>,
  of: Pick<IntakeTicket, 'customer' | 'visit' | 'card'>,
  about: About,
  { by, language, messageId, desk, id, here }: DeskTurn,
): FetchJob | null {
  if (messageId === null) return null;
  const ticket: IntakeTicket = { flow: 'desk.visit', by, ...of, carries: messageId, language };
  return fetchFor(content, {
    id: `intake.${of.visit}.${id}`,
    forChannel: about.home?.channel ?? desk.address.channel,
    tell: { ...here },
    ticket,
  });
}

/** A photo is in the store, or cannot be had. */
export function intakePhotoCame(
  outcome: Fetched,
  { customer, visit, card, carries }: IntakeTicket,
  now: number,
): DeskEvent<unknown> | DeskDecision {
  switch (outcome.kind) {
    case 'stored': {
      const action: VisitAction = { do: 'photo', customer, visit, key: outcome.key, card };
      return { kind: 'action', action, shownAt: now };
    }
    case 'failed': {
      const why = phrase('mediaFailed', { what: 'photo', why: outcome.why, bytes: null, whose: 'ours' });
      return {
        changes: [],
        say: [{ to: 'here', priority: 'answer', message: { ...say(why), replyTo: carries } }],
      };
    }
  }
}

/** Mileage and fuel that are written behind the command once more, of a car that is here already. */
export function addedTo(visit: Visit, came: Came, about: About, turn: DeskTurn): DeskDecision {
  const known = visit.life.intake ?? { mileage: null, fuel: null, photos: [] };
  const { mileage, fuel } = came;
  return noted(
    visit,
    { mileage: mileage ?? known.mileage, fuel: fuel ?? known.fuel, photos: known.photos },
    about,
    turn,
    null,
  );
}

export function photoAdded(
  visit: Visit,
  key: string,
  shownAt: string | null,
  about: About,
  turn: DeskTurn,
): DeskDecision {
  const { intake } = visit.life;
  if (!intake) return reply(say(phrase('stageIntakeGone')));
  if (intake.photos.includes(key)) return { changes: [], say: [] };
  if (intake.photos.length >= mostPhotos) return reply(say(phrase('stageIntakeMany', { most: mostPhotos })));
  return noted(visit, { ...intake, photos: [...intake.photos, key] }, about, turn, shownAt);
}

export function fuelTapped(visit: Visit, fuel: number, about: About, turn: DeskTurn): DeskDecision {
  const { intake } = visit.life;
  if (!intake) return reply(say(phrase('stageIntakeGone')));
  return noted(visit, { ...intake, fuel }, about, turn, turn.messageId);
}

type Known = { readonly mileage: number | null; readonly fuel: number | null; readonly photos: string[] };

/** The visit and its car know it; the card shows it where it stands. */
function noted(
  before: Visit,
  known: Known,
  about: About,
  turn: DeskTurn,
  shownAt: string | null,
): DeskDecision {
  const { now, by } = turn;
  const { mileage, fuel, photos } = known;
  const intake = { at: now, by: by.advisor, mileage, fuel, photos };
  const vehicle =
    mileage === null ? before.vehicle : { ...before.vehicle, mileage: { km: mileage, at: now } };
  const visit: Visit = { ...before, vehicle, life: { ...before.life, intake } };
  return written(visit, rowWith(about.customer, visit), intakeCard(visit, about, [], []), turn, shownAt);
}

/** The car is described as far as anybody wants to: its owner is told. */
export function toldNow(before: Visit, about: About, turn: DeskTurn): DeskDecision {
  if (!before.life.intake) return reply(say(phrase('stageIntakeGone')));
  const visit: Visit = { ...before, life: withDone(before.life, 'intake') };
  const { stage } = visit.life;
  const told = tellOwner(visit, about.customer, about, turn);
  const words = phrase('stageSet', { stage, car: visit.vehicle.short, by: turn.by.advisor, told: told.told });
  const shown = intakeCard(told.visit, about, [words], []);
  const done = written(told.visit, told.customer, shown, turn, turn.messageId);
  return { ...done, say: [...told.say, ...done.say] };
}

function written(
  visit: Visit,
  customer: Customer,
  shown: Say,
  turn: DeskTurn,
  shownAt: string | null,
): DeskDecision {
  const message: Say = shownAt === null ? shown : { ...shown, place: 'edit', target: shownAt };
  return {
    changes: [...clockChange(visit, { customer, station: turn.station }, turn.now)],
    customer,
    say: atDesk(message, turn).slice(0, 1),
  };
}
