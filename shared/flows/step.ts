import type { Address } from '#shared/domain/address.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Case, CaseChange } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type Customer, upcomingVisits } from '#shared/domain/customer.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Danger } from '#shared/domain/danger.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { InterpretJob, Job } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Said } from '#shared/domain/said.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Asked, MissTopic, Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { withLinks, withOffer } from './below.ts';
import { missedToday, nextVisit } from './coming/which.ts';
import { dayHappened } from './count.ts';
import { asItIs, factsNow } from './earlier-calls.ts';
import { wordIn } from './estimate/word-in.ts';
import { answer, type Decision, type Outgoing, type Repeats, type Turn } from './flow.ts';
import { heardAt } from './heard.ts';
import { interpretJob } from './interpret.ts';
import { languageFor } from './language-for.ts';
import { type Learned, learn, needsOfNumbers, newsOf } from './linking/number.ts';
import type { Call } from './meant.ts';
import { afterHours } from './person.ts';
import { isSecondTap, placed, usedUpBy, withoutOld } from './placed.ts';
import { flowNamed } from './registry.ts';
import { cameOf } from './report/arrivals.ts';
import { stateIn, withoutBeneath } from './report/state.ts';
import { type Routed, route, tappedMessage } from './route.ts';
import { burstCalls } from './routing/burst.ts';
import { comingAndAsking } from './routing/coming-too.ts';
import { heardTwice, withMissed } from './routing/heard-twice.ts';
import { keptIn } from './routing/kept-in.ts';
import { type Collected, nothing } from './routing/kinds.ts';
import { understoodIn } from './routing/understood.ts';
import { liveOutgoing, withVisits } from './visit/follow.ts';
import type { Word } from './word.ts';

/** What the shell knows before it asks for a decision. */
export type Known = Routed & {
  /** Where the conversation is: the inbound may come from an older address of the same person. */
  readonly home: Address;
  readonly conversation: Conversation;
  readonly customer: Customer;
  readonly case: Case;
  /** What is written with this step because the person's address changed, whatever is decided. */
  readonly arrived: readonly Change[];
};
export type Setting = {
  readonly station: Station;
  readonly desk: Address | null;
  readonly now: number;
  /** 16 random bytes of this attempt, hexadecimal. */
  readonly token: string;
  /** How a calendar file reaches the person at this messenger. */
  readonly calendar: 'file' | 'link';
  /** Whether a card can change where it stands at this messenger. */
  readonly canEdit: boolean;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  wordOf(text: string): Word | null;
  /** Why a car must not be driven on, by what somebody wrote; null where nothing says so. */
  dangerOf(text: string): Danger | null;
  /** What somebody's words say about coming to their visit; null for everything else. */
  comingOf(text: string): Said | null;
  /** What somebody's words say of a visit they want, and what they ask, while a booking asks this; null where that is not sure. */
  understoodOf(text: string, station: Station, asked: Asked): Understood | null;
  /** What words that were not understood are about, as far as single ones tell it. */
  missTopicOf(text: string, station: Station): MissTopic;
  /** A language model may be asked what nobody understood. */
  readonly interprets: boolean;
  /** The language whose word a whole message is; null where it is of none or of several. */
  tongueOf(text: string): Language | null;
};

/** A step that is prepared: what is to be decided, and what must be read for it. */
export type Prepared = {
  readonly turn: Turn;
  readonly calls: readonly Call[];
  readonly collect: Collected | null;
  /** It is for the person who has the talk; `expects`: the customer waits for an answer now. */
  readonly forPerson: { readonly expects: boolean; readonly joins: Call | null } | null;
  /** It was not understood, and a language model is asked first. */
  readonly asks: InterpretJob | null;
  /** The message whose button was tapped. */
  readonly tapped: Outbound | null;
  /** A number that the messenger vouches for and that was not known to be theirs. */
  readonly news: string | null;
  readonly arrived: readonly Change[];
  readonly calendar: Setting['calendar'];
  readonly needs: readonly Need[];
};

/** What follows from the inbound. `conversation: null` leaves it as it is; `quiet` is the burst to end after silence. */
export type Outcome = {
  readonly conversation: Conversation | null;
  readonly changes: readonly Change[];
  readonly say: readonly Outgoing[];
  /** Work that begins once this is written. */
  readonly jobs?: readonly Job[];
  /** What changes at the desk with it. */
  readonly case: CaseChange;
  /** What is said to the customer says again what did not arrive before. */
  readonly repeats?: Repeats;
  readonly language: Language;
  readonly quiet: number | null;
};

/** More messages than this within a minute from one person are recorded but not answered one by one. */
const floodLimit = 30;
/** A burst keeps this much; the transcript keeps all of it. */
const burstLimit = { photos: 30, others: 10, words: 1_000 } as const;

/** First half of a step: who speaks, in which language, what it means, and what has to be read. Pure. */
export function prepare(inbound: Inbound, known: Known, setting: Setting): Prepared {
  const language = languageFor(inbound, known.conversation, setting);
  const conversation = { ...known.conversation, language };
  const word = wordSaid(inbound, known, setting);
  const turn: Turn = {
    now: setting.now,
    id: shortId(`${addressKey(inbound.address)} ${inbound.id}`),
    station: setting.station,
    address: known.home,
    desk: setting.desk,
    case: known.case,
    language,
    customer: withoutPast(known.customer, setting.now),
    token: setting.token,
    word,
    danger: dangerIn(inbound, setting),
    ...heardIn(inbound, word, { ...known, conversation }, setting),
    missTopicOf: (text) => setting.missTopicOf(text, setting.station),
    messageId: inbound.messageId,
    canEdit: setting.canEdit,
    publicUrl: setting.publicUrl,
    conversation,
  };
  const meant = isSecondTap(inbound, conversation) ? nothing : route(inbound, known, turn);
  const takesAll = meant.kind === 'calls' && meant.takesBurst === true;
  const flushed = conversation.burst && !takesAll && flushes(inbound, meant.kind) ? burstCalls(turn) : [];
  const asks = setting.interprets ? interpretJob(inbound, meant, turn) : null;
  const calls = meant.kind === 'calls' && asks === null ? [...flushed, ...meant.calls] : [];
  const joins = meant.kind === 'person' ? meant.joins : null;
  // What comes late from an older address tells an older number.
  const isHome = addressKey(inbound.address) === addressKey(known.home);
  const news = isHome ? newsOf(inbound, conversation, setting.now) : null;
  const needs = [
    ...[...calls, ...(joins ? [joins] : [])].flatMap(
      (call) => flowNamed(call.flow)?.needs(stateIn(conversation.flow, call.flow), call.event, turn) ?? [],
    ),
    ...(news === null ? [] : needsOfNumbers(news, conversation.vouched?.phone)),
  ];
  const tapped =
    inbound.event.kind === 'tap'
      ? tappedMessage(known.offer?.messages ?? [], inbound.event.offer?.option)
      : null;
  const collect = meant.kind === 'collect' ? meant : null;
  const forPerson = meant.kind === 'person' ? meant : null;
  const { arrived } = known;
  return { turn, calls, collect, forPerson, asks, tapped, news, arrived, calendar: setting.calendar, needs };
}

/**
 * What a message says of coming, and what of a visit that is wanted, or asks. Only who has a visit before them, or missed one today,
 * can mean coming.
 */
function heardIn(
  inbound: Inbound,
  word: Word | null,
  { customer, conversation }: Known,
  setting: Setting,
): Pick<Turn, 'said' | 'understood'> {
  const { event } = inbound;
  const { comingOf, station, now } = setting;
  const understood = understoodIn(inbound, { ...setting, word, conversation });
  const isComing = nextVisit({ customer, now }) !== null || missedToday({ customer, station, now }) !== null;
  if (event.kind !== 'text' || !isComing) return { said: null, understood };
  const said = comingOf(event.text);
  const isAlone = word === null && conversation.burst === null;
  return (said === null && isAlone ? comingAndAsking(event.text, setting) : null) ?? { said, understood };
}

/** What a message is as an always-word; what stands below a file, or is a correction, only where it asks us to stop the work. */
function wordSaid({ event }: Inbound, known: Known, setting: Setting): Word | null {
  const { wordOf } = setting;
  if (event.kind === 'text')
    return wordIn(wordOf(event.text) ?? keptIn(event.text, known.conversation, setting), known);
  const { text } = cameOf(event);
  return text !== '' && wordOf(text) === 'stopWork' ? 'stopWork' : null;
}

/** By what somebody wrote, by itself or below a file. */
function dangerIn({ event }: Inbound, { dangerOf }: Setting): Danger | null {
  const { text } = cameOf(event);
  return text === '' ? null : dangerOf(text);
}

/** Second half: the decision itself. Pure: the same prepared step and facts always give the same outcome. */
export function decide(inbound: Inbound, prepared: Prepared, facts: Facts): Outcome {
  const { news, arrived } = prepared;
  const learned = news === null ? null : learn(news, facts, prepared.turn);
  const turn = learned ? knowing(prepared.turn, learned) : prepared.turn;
  const outcome = decided(inbound, { ...prepared, turn }, facts);
  // What the address or the number tells is written with whatever else is; a new address also by itself.
  const conversation = outcome.conversation ?? (arrived.length > 0 ? turn.conversation : null);
  if (conversation === null) return outcome;
  const heard = { before: turn.conversation.heardAt, now: conversation.heardAt };
  const counted = dayHappened(turn, heard, outcome.case.waitingSince);
  const changes = [...arrived, ...(learned?.changes ?? []), ...outcome.changes, ...counted];
  const known = { ...outcome, conversation, changes };
  return withLinks(isOurs(inbound) ? known : withOffer(known), prepared);
}

function knowing(turn: Turn, { customer, settings }: Learned): Turn {
  return { ...turn, customer, conversation: { ...turn.conversation, ...settings } };
}

function decided(inbound: Inbound, prepared: Prepared, facts: Facts): Outcome {
  const { turn } = prepared;
  const flood = countFlood(turn);
  const quietly = { language: turn.language, quiet: null, changes: [], say: [], case: {} };
  // Who is in danger, or wants us to stop, is heard, however much they write.
  const isHeard = turn.danger !== null || turn.word === 'stopWork';
  if (inbound.from && flood.count > floodLimit + 1 && !isHeard) return { ...quietly, conversation: null };
  const base = {
    ...turn.conversation,
    heardAt: heardAt(inbound, turn.conversation, turn.now),
    flood: inbound.from ? flood : turn.conversation.flood,
    tappedAt: isOwnWish(inbound) ? turn.now : turn.conversation.tappedAt,
  };
  if (inbound.from && flood.count === floodLimit + 1 && !isHeard) {
    const slow = run({ flow: 'menu', event: { kind: 'action', action: { do: 'slow' } } }, base, facts, turn);
    return { ...quietly, conversation: base, say: slow.decision.say };
  }
  if (prepared.forPerson) {
    const told = prepared.forPerson.expects ? afterHours(turn) : {};
    const { joins } = prepared.forPerson;
    const joined = joins === null ? [] : run(joins, base, facts, turn).decision.changes;
    const changes = withCustomer([...arrival(inbound), ...joined], turn);
    return { ...quietly, conversation: base, changes, ...told };
  }
  if (prepared.collect) return collected(prepared.collect, base, turn);
  if (prepared.asks)
    return { ...quietly, conversation: base, changes: withCustomer([], turn), jobs: [prepared.asks] };
  if (prepared.calls.length === 0) {
    // What waits for the person goes out now: that they were heard is what matters.
    const conversation = inbound.event.kind === 'show' ? base : null;
    const changes = conversation ? withCustomer(arrival(inbound), turn) : arrival(inbound);
    return { ...quietly, conversation, changes };
  }
  const ours = isOurs(inbound);
  let conversation: Conversation = ours ? base : { ...base, burst: null };
  let repeats: Repeats | undefined;
  let desk: CaseChange = {};
  const changes: Change[] = [...arrival(inbound)];
  const say: Outgoing[] = [];
  const jobs: Job[] = [];
  for (const [index, call] of prepared.calls.entries()) {
    // What two calls of one step create must not share an id.
    const id = index === 0 ? turn.id : shortId(`${turn.id} ${index}`);
    const now = { ...asItIs(turn, changes, desk), conversation, id };
    const made = run(call, conversation, factsNow(facts, changes), now);
    const person = heardTwice(inbound, made.decision, conversation.misses);
    const done = person === null ? made : run(person, conversation, facts, now);
    conversation = { ...done.conversation, misses: ours ? base.misses : done.conversation.misses };
    repeats ??= done.decision.repeats;
    desk = { ...desk, ...done.decision.case };
    changes.push(...done.decision.changes);
    say.push(...done.decision.say);
    jobs.push(...(done.decision.jobs ?? []));
  }
  const shown = placed(withoutOld(say), inbound, prepared.tapped);
  const moved = withVisits(withCustomer(changes, turn), facts, turn);
  const kept = withMissed(conversation, turn.conversation, inbound);
  return {
    conversation: { ...kept, usedUp: ours ? base.usedUp : usedUpBy(inbound, shown) },
    changes: moved,
    say: [...shown, ...liveOutgoing(moved, shown, facts, turn)],
    jobs,
    case: desk,
    ...(repeats ? { repeats } : {}),
    language: conversation.language,
    quiet: null,
  };
}

/** A button or a command: the person wants something of the bot. */
function isOwnWish({ event }: Inbound): boolean {
  return event.kind === 'tap' || event.kind === 'command';
}

function run(call: Call, conversation: Conversation, facts: Facts, turn: Turn) {
  const state = stateIn(conversation.flow, call.flow);
  const decided = flowNamed(call.flow)?.decide(state, call.event, facts, turn) ?? 'expired';
  const decision: Decision<unknown> = decided === 'expired' ? expired(call, turn, facts) : decided;
  const flow = flowAfter(call, conversation, decision);
  const misses = decision.understood === false ? conversation.misses + 1 : 0;
  return { decision, conversation: { ...conversation, ...decision.settings, flow, misses } };
}

/** No word of the person: what they are writing goes on being collected, what they were misunderstood in stays. */
function isOurs({ event }: Inbound): boolean {
  return event.kind === 'timer' || event.kind === 'undelivered' || event.kind === 'fetched';
}

function flowAfter(call: Call, { flow }: Conversation, { next }: Decision<unknown>): Conversation['flow'] {
  switch (next.kind) {
    case 'stay':
      return flow;
    case 'at':
      return { name: call.flow, state: next.state };
    case 'hand':
      return { name: next.flow, state: next.state };
    case 'done':
      return flow?.name === call.flow ? null : withoutBeneath(flow, call.flow);
    case 'anew':
      return null;
  }
}

function expired({ event }: Call, turn: Turn, facts: Facts): Decision<unknown> {
  if (event.kind === 'timer')
    return { ...answer(), changes: [{ kind: 'timer', key: event.key, dueAt: null, data: null }] };
  const told = flowNamed('menu')?.decide(null, { kind: 'action', action: { do: 'gone' } }, facts, turn);
  return told === undefined || told === 'expired' ? answer() : told;
}

/** Visits that are over leave the list; the latest of them is what "Same as last time" means. */
function withoutPast(customer: Customer, now: number): Customer {
  const visits = upcomingVisits(customer, now);
  if (visits.length === customer.visits.length) return customer;
  const past = customer.visits
    .filter((visit) => !visits.includes(visit))
    .sort((a, b) => b.start - a.start)[0];
  const last = past ? { services: past.services, vehicle: past.vehicle.id, stay: past.stay } : customer.last;
  return { ...customer, visits: [...visits], last };
}

/** A person's first step stores them; later ones only what changed. */
function withCustomer(changes: readonly Change[], { customer }: Turn): readonly Change[] {
  const named = changes.some((change) => change.kind === 'customer' && change.customer.id === customer.id);
  return customer.version === 0 && !named ? [{ kind: 'customer', customer }, ...changes] : changes;
}

function arrival(inbound: Inbound): readonly Change[] {
  return inbound.event.kind === 'unblocked' ? [{ kind: 'reachable' }] : [];
}

/** A tap or a command ends a burst at once; photos and words go on collecting. */
function flushes(inbound: Inbound, meant: string): boolean {
  const { kind } = inbound.event;
  return meant === 'calls' && kind !== 'quiet' && kind !== 'interpreted' && !isOurs(inbound);
}

function collected(got: Collected, conversation: Conversation, turn: Turn): Outcome {
  const version = conversation.version + 1;
  const before = conversation.burst ?? { photos: [], others: [], words: '' };
  const burst = {
    version,
    photos: [...before.photos, ...(got.photo ? [got.photo] : [])].slice(0, burstLimit.photos),
    others: [...before.others, ...(got.other ? [got.other] : [])].slice(0, burstLimit.others),
    words: cut([before.words, got.words].filter(Boolean).join('\n'), burstLimit.words),
  };
  return {
    conversation: { ...conversation, burst },
    changes: withCustomer([], turn),
    say: [],
    case: {},
    language: turn.language,
    quiet: version,
  };
}

function countFlood({ conversation, now }: Turn): Conversation['flood'] {
  const minute = Math.floor(now / 60_000);
  return { minute, count: conversation.flood.minute === minute ? conversation.flood.count + 1 : 1 };
}
