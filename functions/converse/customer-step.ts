import { addressKey } from '#shared/domain/address.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { priorities } from '#shared/domain/outbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import { heardAt } from '#shared/flows/heard.ts';
import { decide, type Outcome, prepare } from '#shared/flows/step.ts';
import type { Step } from '#shared/store/commit.ts';
import { type Loaded, loadConversation, loadFacts } from '#shared/store/load.ts';
import type { NewRow } from '#shared/store/outbox.ts';
import type { ConverseDeps } from './converse.ts';

/** The language of lines for the advisors' group. */
const deskLanguage = 'en';

/** One step with a customer: what they wrote is decided on, and what the desk sees of it is added. */
export async function customerStep(inbound: Inbound, deps: ConverseDeps): Promise<Step | null> {
  const { table } = deps;
  const desk = deps.desk?.address ?? null;
  const now = deps.now();
  const known = await loadConversation(table, inbound, deps.setting.station.defaultLanguage);
  const { calendar } = deps.channelOf(known.home).limits;
  const setting = { ...deps.setting, desk, now, token: deps.token(), calendar };
  const prepared = prepare(inbound, { ...known, failed: known.offer }, setting);
  const facts = await loadFacts(table, prepared.needs);
  const outcome = decide(inbound, prepared, facts);
  if (outcome.conversation === null && inbound.from === null) return null;
  const rows = rowsOf(inbound, known, outcome, deps, now);
  const wake = [...new Set([...rows.map((row) => row.destination), ...settled(inbound, known)])];
  return {
    inbound,
    home: known.home,
    conversation: outcome.conversation,
    customer: known.conversation.customer,
    read: known.read,
    changes: outcome.changes,
    rows,
    aftermath: { wake, quiet: outcome.quiet, jobs: [] },
    now,
  };
}

/** A row that waits for news of a message goes on as soon as it is known that this one failed. */
function settled({ address, event }: Inbound, { offer }: Loaded): readonly string[] {
  return event.kind === 'undelivered' && offer?.parked?.part === event.part ? [addressKey(address)] : [];
}

/**
 * One outbox row a destination. A tap, and the wish to see what waits, are always answered, with an empty row if nothing
 * else is said.
 */
function rowsOf(
  inbound: Inbound,
  known: Loaded,
  outcome: Outcome,
  { desk, channelOf }: ConverseDeps,
  now: number,
): readonly NewRow[] {
  const { event, messageId } = inbound;
  const { home } = known;
  const tapId = event.kind === 'tap' ? event.tapId : null;
  const version = (outcome.conversation?.version ?? 0) + 1;
  const shared = {
    language: outcome.language,
    cause: event.kind === 'timer' ? 'timer' : 'person',
    car: known.customer.vehicles.at(-1)?.short ?? '',
    again: null,
    notBefore: 0,
  } as const;
  const here = said(outcome, 'customer');
  const there = said(outcome, 'desk');
  const rows: NewRow[] = [];
  if (here.length > 0 || tapId !== null || event.kind === 'show') {
    const { windowMs } = channelOf(home).limits;
    rows.push({
      ...shared,
      ...rowOf(here),
      sk: outcome.conversation ? `v${String(version).padStart(8, '0')}` : `a${inbound.id}`,
      destination: addressKey(home),
      tapId,
      messageId,
      openUntil: windowMs === null ? null : heardAt(inbound, known.conversation, now) + windowMs,
      ...againOf(outcome),
    });
  }
  if (there.length > 0 && desk) {
    rows.push({
      ...shared,
      ...rowOf(there),
      language: deskLanguage,
      sk: `t${now.toString(36)}-${shortId(`${addressKey(inbound.address)} ${inbound.id}`)}`,
      destination: addressKey(desk.address),
      tapId: null,
      messageId: null,
      openUntil: null,
    });
  }
  return rows;
}

function againOf({ repeats }: Outcome): Partial<Pick<NewRow, 'again' | 'notBefore' | 'cause'>> {
  return repeats ? { again: repeats.because, notBefore: repeats.notBefore, cause: repeats.cause } : {};
}

function said({ say }: Outcome, to: Outgoing['to']): readonly Outgoing[] {
  return say.filter((outgoing) => outgoing.to === to);
}

function rowOf(outgoing: readonly Outgoing[]): Pick<NewRow, 'messages' | 'priority'> {
  const [first] = [...outgoing].sort((a, b) => priorities[a.priority] - priorities[b.priority]);
  return { messages: outgoing.map(({ message }) => message), priority: first?.priority ?? 'answer' };
}
