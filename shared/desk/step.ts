import { addressKey } from '#shared/domain/address.ts';
import { toWall } from '#shared/domain/clock.ts';
import { albumOf } from '#shared/domain/content.ts';
import { albumKey } from '#shared/domain/desk.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import type { Group, Roster } from '#shared/domain/group.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { workingMinutes } from '#shared/domain/working-time.ts';
import { deskHours } from '#shared/flows/baton/timers.ts';
import { happened } from '#shared/flows/count.ts';
import type { Station } from '#shared/station/schema.ts';
import { contentOf } from './content.ts';
import { isGroupNow, nextDigest, noDigest } from './digest/timer.ts';
import { questionNeeds, questionsOver } from './estimate/answered.ts';
import { aboutOf, type DeskKnown, type DeskSetting, groundOf, tappedIn } from './known.ts';
import { deskLanguage } from './language.ts';
import { type Decided, isAct, type Meaning, meaningOf } from './meaning.ts';
import { ticketOf } from './relay/fetched.ts';
import { type DeskRow, type Ground, rowsOf } from './rows.ts';
import { settle } from './settle.ts';
import { type About, type DeskDecision, toast } from './turn.ts';
import { withLive, withVisits } from './visit/follow.ts';
import { knownAs, tongueOfOwner } from './who.ts';

/** A step that is prepared: what is to be decided, and what must be read for it. */
export type PreparedDesk = {
  readonly meaning: Meaning;
  readonly ground: Ground;
  readonly setting: DeskSetting;
  readonly roster: Roster;
  /** The message whose button was tapped. */
  readonly tapped: Outbound | null;
  /** Changes that are due whatever is decided. */
  readonly changes: readonly Change[];
  readonly needs: readonly Need[];
};

/** What follows from the inbound. */
export type DeskOutcome = {
  readonly changes: readonly Change[];
  readonly rows: readonly DeskRow[];
  readonly jobs: readonly Job[];
};

const nothing: DeskDecision = { changes: [], say: [] };

/**
 * Whether it comes from the advisors' group: the configured one, or the one that it became. What was written before the
 * group got its new id may be handled after it, and is no less an advisor's for that. An alarm is for whichever group it is.
 */
export function isOurGroup(
  { address, event }: Inbound,
  group: Pick<Group, 'chat'>,
  { desk }: Pick<DeskSetting, 'desk'>,
): boolean {
  if (address.channel !== desk.address.channel) return false;
  if (event.kind === 'alarm') return true;
  const ours = [desk.chat, group.chat];
  return (
    ours.includes(address.chat) ||
    (event.kind === 'migrated' && ours.includes(event.from) && event.to === address.chat)
  );
}

/** First half of a step: who acts, on whom, what it means, and what has to be read. Pure. */
export function prepareDesk(inbound: Inbound, known: DeskKnown, setting: DeskSetting): PreparedDesk {
  const { event, from } = inbound;
  const about = aboutOf(known, setting);
  const listed = from && knownAs(from, { ...setting, roster: known.roster });
  const plain = groundOf(inbound, about, setting);
  // What happens to the group is told to all; what somebody does is answered in their language.
  const ground = listed && isAct(event) ? { ...plain, language: listed.language } : plain;
  const meaning = meaningOf(inbound, listed, known, ground, setting);
  const option = event.kind === 'tap' ? event.offer?.option : undefined;
  const tapped =
    option === undefined ? null : (tappedIn(known.offer?.messages ?? [], option)?.message ?? null);
  return {
    meaning,
    ground,
    setting,
    roster: known.roster,
    tapped,
    changes: [
      ...(listed?.learned ? [{ kind: 'roster', roster: listed.learned } as const] : []),
      ...digestChanges(inbound, known, setting),
    ],
    needs: meaning.kind === 'asks' ? needsFor(meaning, about) : [],
  };
}

/** The week's figures have their timer where the group is now, and none where it was. */
function digestChanges(
  inbound: Inbound,
  { group, timerAt }: DeskKnown,
  { desk, station, now }: DeskSetting,
): readonly Change[] {
  const { address, event } = inbound;
  const isMissing = timerAt === null && isGroupNow(inbound, group, desk);
  return [
    ...(isMissing ? [nextDigest(address, station, now)] : []),
    ...(event.kind === 'migrated' ? [noDigest({ ...address, chat: event.from })] : []),
  ];
}

/** What the part asks for, and what an answer to the customer may settle. */
function needsFor(
  { part, event, turn }: Extract<Meaning, { kind: 'asks' }>,
  about: About | null,
): readonly Need[] {
  const needs = part.needs(event, turn);
  return about ? [...needs, ...questionNeeds(about, needs)] : needs;
}

/** Second half: the decision itself, and all that follows from it. Pure. */
export function decideDesk(prepared: PreparedDesk, facts: Facts): DeskOutcome {
  const { meaning, ground } = prepared;
  const made =
    meaning.kind === 'decided' ? meaning.decision : meaning.part.decide(meaning.event, facts, meaning.turn);
  const known: Decided = made === 'expired' ? toast(phrase('relayGone')) : made;
  const by = meaning.kind === 'asks' ? meaning.turn.by.advisor : null;
  const moved = withVisits(known, facts, ground.about, by, prepared.setting);
  const decision = withLive(moved, ground.about, prepared.setting);
  const settled = settledBy(decision, prepared);
  const shown = placed([...decision.say, ...settled.say], prepared, meaning);
  const rows = rowsOf({ ...decision, say: shown }, ground);
  const customer: readonly Change[] = decision.customer
    ? [{ kind: 'customer', customer: decision.customer }]
    : [];
  // Somebody's name that was learned is in the list that the decision itself writes.
  const isListed = decision.changes.some(({ kind }) => kind === 'roster');
  const learned = prepared.changes.filter(({ kind }) => kind !== 'roster' || !isListed);
  return {
    changes: [
      ...learned,
      ...customer,
      ...decision.changes,
      ...questionsOver(decision, facts),
      ...settled.changes,
      ...carried(rows, ground),
    ],
    rows,
    jobs: decision.jobs ?? [],
  };
}

/** The case, whoever waits, the timers and the card, where the decision or the customer's own row changed them. */
function settledBy(
  decision: Decided,
  { ground, setting, roster }: PreparedDesk,
): Pick<DeskDecision, 'changes' | 'say'> {
  const { about, now } = ground;
  const touches = decision.case || decision.customer || decision.spoke || decision.showCard;
  // Who has no messenger has no talk: there is no case to write.
  if (!about?.home || !touches) return nothing;
  const { station } = setting;
  const owner = decision.case?.owner === undefined ? about.case.owner : decision.case.owner;
  const {
    changes,
    card,
    case: after,
  } = settle(
    about.case,
    { tongue: tongueOfOwner(owner, { station, roster }), ...decision.case },
    {
      station: setting.station,
      customer: decision.customer ?? about.customer,
      language: about.conversation?.language ?? setting.station.defaultLanguage,
      openUntil: about.openUntil,
      now,
      spoke: decision.spoke ?? false,
      ...(decision.showCard ? { showCard: true } : {}),
    },
  );
  return {
    changes: [...changes, ...firstAnswer(about, decision, { station, now, id: ground.id })],
    say: card
      ? [{ to: 'topic', priority: 'answer', message: card, language: deskLanguage(after, setting.station) }]
      : [],
  };
}

/** For the owner's figures: a person answered somebody who waited. */
function firstAnswer(
  { case: before, customer }: About,
  { case: change }: Decided,
  { station, now, id }: { readonly station: Station; readonly now: number; readonly id: string },
): readonly Change[] {
  if (before.waitingSince === null || change?.answered?.at !== now) return [];
  const minutes = Math.round(workingMinutes(deskHours(station), before.waitingSince, now));
  const dateOf = (at: number) => toWall(at, station.zone).date;
  const first = before.answered === null || dateOf(before.answered.at) !== dateOf(now);
  const name = `answered#${shortId(first ? customer.id : id)}`;
  return [happened(name, { what: 'answered', minutes, first }, { station, now })];
}

/** After a tap on a card of its own the first answer stands in its place; the pinned card keeps its own. */
function placed(say: DeskDecision['say'], { tapped }: PreparedDesk, meaning: Meaning): DeskDecision['say'] {
  const target = meaning.kind === 'asks' ? meaning.turn.messageId : null;
  if (target === null || tapped?.kind !== 'say' || tapped.card === null || tapped.slot !== null) return say;
  const first = say.findIndex(
    ({ to, message }) => (to === 'here' || to === 'topic') && message.kind === 'say' && message.card !== null,
  );
  return say.map((one, index) =>
    index === first && one.message.kind === 'say'
      ? { ...one, message: { ...one.message, place: 'edit', target } }
      : one,
  );
}

/** Which row carries which message of an advisor. */
function carried(rows: readonly DeskRow[], { desk }: Ground): readonly Change[] {
  const at = addressKey(desk.address);
  return rows.flatMap(({ source, destination, sk }): readonly Change[] =>
    source?.at === at ? [{ kind: 'passed', at, messageId: source.messageId, to: destination, row: sk }] : [],
  );
}

/** The name under which the album of an inbound is remembered; null for anything by itself. */
export function albumIn(inbound: Inbound): string | null {
  const { event } = inbound;
  const content = event.kind === 'fetched' ? ticketOf(event.ticket)?.pending.content : contentOf(inbound);
  const album = content && albumOf(content);
  return album ? albumKey(album) : null;
}
