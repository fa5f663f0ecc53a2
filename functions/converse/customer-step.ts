import { knownRow } from '#shared/desk/known.ts';
import { type Mirrored, mirror } from '#shared/desk/mirror.ts';
import { aboutMessage } from '#shared/desk/seen.ts';
import type { Counterpart } from '#shared/desk/turn.ts';
import { addressKey } from '#shared/domain/address.ts';
import { isFromBefore } from '#shared/domain/erased.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { EraseJob } from '#shared/domain/job.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import { heardAt } from '#shared/flows/heard.ts';
import { decide, type Outcome, prepare } from '#shared/flows/step.ts';
import type { Step } from '#shared/store/commit.ts';
import { type Loaded, loadConversation, loadFacts, readCase, readTopicPlace } from '#shared/store/load.ts';
import type { NewRow } from '#shared/store/outbox.ts';
import type { ConverseDeps } from './converse.ts';
import { elsewhere, rowOf } from './elsewhere.ts';
import { buried, erasureIn } from './erasing.ts';
import { rested } from './rested.ts';
import { withWording } from './wording.ts';

/** One step with a customer: what they wrote is decided on, and what the desk sees of it is added. */
export async function customerStep(inbound: Inbound, deps: ConverseDeps): Promise<Step | 'dropped' | null> {
  const { table } = deps;
  const desk = deps.desk?.address ?? null;
  const now = deps.now();
  const { defaultLanguage } = deps.setting.station;
  const known = await loadConversation(table, inbound, defaultLanguage, aboutMessage(inbound));
  if (known.erased && isFromBefore(inbound, known.erased, known.customer.version === 0)) return 'dropped';
  const { calendar, editableMs } = deps.channelOf(known.home).limits;
  const canEdit = editableMs !== null;
  const { publicUrl } = deps;
  const interprets = deps.interpret !== null;
  const setting = {
    ...deps.setting,
    desk,
    now,
    token: deps.token(),
    calendar,
    canEdit,
    publicUrl,
    interprets,
  };
  const prepared = prepare(inbound, { ...known, failed: known.offer }, setting);
  const facts = await loadFacts(table, prepared.needs);
  const outcome = decide(inbound, prepared, facts);
  const erasure = erasureIn(outcome.jobs);
  if (erasure) return erasureStep(erasure, inbound, known, outcome, deps, now);
  const seen = await seenAtDesk(inbound, known, outcome, deps, now);
  const nobodyWrote = outcome.conversation === null && inbound.from === null;
  if (nobodyWrote && seen.rows.length === 0 && seen.changes.length === 0) return null;
  const rows = [
    ...rowsOf(inbound, known, outcome, deps, now),
    ...elsewhere(inbound, outcome.say, known.customer, deps, now),
    ...seen.rows,
  ];
  const wake = [...new Set([...rows.map((row) => row.destination), ...settled(inbound, known)])];
  return {
    inbound,
    home: known.home,
    conversation: seen.conversation,
    customer: known.conversation.customer,
    read: known.read,
    changes: withWording(
      [...outcome.changes, ...seen.changes, ...carriedBy(rows)],
      deps.setting.station,
      now,
      inbound.id,
    ),
    rows,
    aftermath: { wake, quiet: outcome.quiet, jobs: [...(outcome.jobs ?? []), ...seen.jobs] },
    now,
  };
}

/** The step that accepts an erasure: the advisors hear of it once all is gone, and nothing of this is added to what they see. */
async function erasureStep(
  erasure: EraseJob,
  inbound: Inbound,
  known: Loaded,
  outcome: Outcome,
  deps: ConverseDeps,
  now: number,
): Promise<Step> {
  const { blank, changes } = await buried(deps.table, erasure, inbound, known);
  const rows = rowsOf(inbound, known, outcome, deps, now);
  return {
    inbound,
    home: known.home,
    conversation: blank,
    customer: known.conversation.customer,
    read: known.read,
    changes: [...outcome.changes, ...changes],
    rows,
    aftermath: { wake: rows.map(({ destination }) => destination), quiet: null, jobs: outcome.jobs ?? [] },
    now,
  };
}

/** An advisor's message is found by the row that carries it now, where the first one did not arrive. */
function carriedBy(rows: readonly NewRow[]): readonly Change[] {
  return rows.flatMap(({ again, source, destination, sk }): Change[] =>
    again && source
      ? [{ kind: 'passed', at: source.at, messageId: source.messageId, to: destination, row: sk }]
      : [],
  );
}

/**
 * What the advisors see of it; two reads more only where it is said to all of them or in another topic, or where two customers
 * become one.
 */
async function seenAtDesk(
  inbound: Inbound,
  known: Loaded,
  outcome: Outcome,
  { table, desk, setting, channelOf }: ConverseDeps,
  now: number,
): Promise<Mirrored> {
  const { home, conversation, customer } = known;
  const other = outcome.conversation?.customer ?? customer.id;
  const linksHere = ({ to, of }: Outgoing) => to === 'general' || (to === 'desk' && of !== undefined);
  const topic =
    desk !== null && outcome.say.some(linksHere) ? await readTopicPlace(table, customer.id) : null;
  return mirror({
    inbound,
    home,
    customer,
    case: known.case,
    conversation,
    offered: known.offer?.messages ?? [],
    counterpart: counterpartOf(known),
    outcome,
    other: other === customer.id ? null : await readCase(table, other),
    station: setting.station,
    desk,
    now,
    openUntil: openUntil(inbound, known, channelOf(home).limits.windowMs, now),
    topicUrl: desk && topic ? linkTo({ ...desk.address, ...topic }, channelOf) : null,
  });
}

function linkTo(
  topic: Parameters<ConverseDeps['channelOf']>[0],
  channelOf: ConverseDeps['channelOf'],
): string | null {
  return channelOf(topic).topics?.url(topic) ?? null;
}

function counterpartOf({ counterpart }: Loaded): Counterpart | null {
  return counterpart && { ...counterpart, row: knownRow(counterpart.row) };
}

/** Until when the messenger lets us write freely there; null: for ever. */
function openUntil(inbound: Inbound, known: Loaded, windowMs: number | null, now: number): number | null {
  return windowMs === null ? null : heardAt(inbound, known.conversation, now) + windowMs;
}

/**
 * Whether they may be written to again only since now: then what waits for them is sent, also where nothing is said to it.
 * Where something is known to wait, the messenger saw the end of the day before our clock did.
 */
function opensAgain(
  { conversation, case: known }: Loaded,
  windowMs: number | null,
  until: number | null,
  now: number,
): boolean {
  if (windowMs === null || until === null || until <= now) return false;
  const before = conversation.heardAt + windowMs;
  return before <= now || (known.undelivered?.why === 'held' && until > before);
}

/** A row that waits for news of a message goes on as soon as it is known that this one failed. */
function settled({ address, event }: Inbound, { offer }: Loaded): readonly string[] {
  return event.kind === 'undelivered' && offer?.parked?.part === event.part ? [addressKey(address)] : [];
}

/**
 * The row of the customer: all that is said to them. A tap, the wish to see what waits, and the first word after a silence
 * that kept us from writing are always answered, with an empty row if nothing is said.
 */
function rowsOf(
  inbound: Inbound,
  known: Loaded,
  outcome: Outcome,
  { channelOf, setting }: ConverseDeps,
  now: number,
): readonly NewRow[] {
  const { event, messageId } = inbound;
  const { home } = known;
  const tapId = event.kind === 'tap' ? event.tapId : null;
  const version = (outcome.conversation?.version ?? 0) + 1;
  const here = outcome.say.filter(({ to, of }) => to === 'customer' && !of);
  const { windowMs } = channelOf(home).limits;
  const until = openUntil(inbound, known, windowMs, now);
  const isAsked = here.length > 0 || tapId !== null || event.kind === 'show';
  if (!isAsked && !opensAgain(known, windowMs, until, now)) return [];
  const row: NewRow = {
    language: outcome.language,
    cause: event.kind === 'timer' ? 'timer' : 'person',
    car: known.customer.vehicles.at(-1)?.short ?? '',
    again: null,
    notBefore: 0,
    ...rowOf(here),
    sk: outcome.conversation ? `v${String(version).padStart(8, '0')}` : `a${inbound.id}`,
    destination: addressKey(home),
    tapId,
    messageId: isAsked ? messageId : null,
    openUntil: until,
    ...againOf(outcome, known),
  };
  return [rested(row, known.customer, setting.station, now)];
}

/** Said again, it still carries what the first one did. */
function againOf({ repeats }: Outcome, { offer }: Loaded): Partial<NewRow> {
  if (!repeats) return {};
  const { because, notBefore, cause } = repeats;
  return { again: because, notBefore, cause, source: offer?.source ?? null };
}
