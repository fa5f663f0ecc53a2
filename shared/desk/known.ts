import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Case, Topic } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Group, Roster } from '#shared/domain/group.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Station } from '#shared/station/schema.ts';
import { deskLanguage } from './language.ts';
import type { Ground } from './rows.ts';
import type { Arrived } from './ticks.ts';
import type { About, DeskTurn, KnownRow, Reach } from './turn.ts';
import type { Known } from './who.ts';

/** A row of the outbox as the shell read it. */
export type ReadRow = Omit<KnownRow, 'waits' | 'isOver'> &
  Arrived & {
    readonly outcome: string | null;
    readonly parked: unknown;
    readonly going: boolean;
    readonly ambiguous: number;
  };
type Placed = { readonly destination: string; readonly row: ReadRow };
type Reached = { readonly address: Address; readonly conversation: Conversation };

/** What the shell read before it asks for a decision. */
export type DeskKnown = {
  readonly group: Group;
  readonly roster: Roster;
  readonly about: {
    readonly customer: Customer;
    readonly case: Case;
    readonly topic: Topic | null;
    readonly home: Reached | null;
    readonly elsewhere: readonly Reached[];
  } | null;
  readonly counterpart: ({ readonly how: 'passed' | 'sent' } & Placed) | null;
  readonly offer: { readonly messages: readonly Outbound[]; readonly born: number } | null;
  readonly named: Placed | null;
  readonly album: { readonly isNote: boolean; readonly rows: readonly Placed[] } | null;
  /** Names of rows that say what is said once only, of those that were asked for. */
  readonly told: readonly string[];
  /** When the same person's last note was so long that what follows may be its rest (`split.ts`). */
  readonly split: string | null;
  /** When the week's figures come next, epoch milliseconds; null: no timer is set yet. */
  readonly timerAt: number | null;
  /** The timer at the group that fell due, as it was set. */
  readonly fired: { readonly dueAt: number; readonly data: unknown } | null;
};

export type DeskSetting = {
  readonly station: Station;
  readonly desk: Desk;
  /** Numeric ids of those who may act, beside those whom the station's data names. */
  readonly advisorIds: readonly string[];
  readonly publicUrl: string;
  readonly now: number;
  readonly token: string;
  /** What the messenger of an address lets us do. */
  limitsOf(address: Address): {
    readonly windowMs: number | null;
    readonly editableMs: number | null;
    readonly receipts: boolean;
    readonly calendar: 'file' | 'link';
  };
  linkTo: DeskTurn['linkTo'];
  figures: DeskTurn['figures'];
};

/** The customer whom it is about, with what their messengers allow now. */
export function aboutOf({ about }: DeskKnown, { limitsOf }: DeskSetting): About | null {
  if (!about) return null;
  const { customer, case: known, topic, home } = about;
  const openUntil = ({ address, conversation }: Reached) => {
    const { windowMs } = limitsOf(address);
    return windowMs === null ? null : conversation.heardAt + windowMs;
  };
  return {
    customer,
    case: known,
    topic,
    home: home?.address ?? null,
    conversation: home?.conversation ?? null,
    openUntil: home ? openUntil(home) : null,
    editableMs: home ? limitsOf(home.address).editableMs : null,
    calendar: home ? limitsOf(home.address).calendar : 'file',
    elsewhere: about.elsewhere.map(
      (one): Reach => ({
        address: one.address,
        language: one.conversation.language,
        openUntil: openUntil(one),
      }),
    ),
  };
}

/** Where rows of this step go, whoever decides on them. */
export function groundOf(inbound: Inbound, about: About | null, setting: DeskSetting): Ground {
  const { address, event } = inbound;
  const here = addressKey(address);
  return {
    now: setting.now,
    id: shortId(`${here} ${inbound.id}`),
    desk: setting.desk,
    language: about ? deskLanguage(about.case, setting.station) : 'en',
    thread: address.thread,
    about,
    here,
    tapId: event.kind === 'tap' ? event.tapId : null,
    windowAt: (at) => setting.limitsOf(at).windowMs,
  };
}

/** The turn of somebody on the list. */
export function turnOf(
  inbound: Inbound,
  { by, language, learned }: Known,
  known: DeskKnown,
  ground: Ground,
  { station, publicUrl, token, linkTo, figures }: DeskSetting,
): DeskTurn {
  const { about, desk, now, id, thread, windowAt } = ground;
  const { event, replyTo, messageId } = inbound;
  const placed = ({ destination, row }: Placed) => ({ destination, row: knownRow(row) });
  return {
    now,
    id,
    token,
    station,
    publicUrl,
    desk,
    group: known.group,
    roster: learned ?? known.roster,
    by,
    language,
    here: inbound.address,
    thread,
    messageId: event.kind === 'edited' ? event.messageId : messageId,
    about,
    counterpart: known.counterpart && { how: known.counterpart.how, ...placed(known.counterpart) },
    answersCard: isCard(replyTo, known, about),
    named: known.named && placed(known.named),
    album: known.album && { isNote: known.album.isNote, rows: known.album.rows.map(placed) },
    linkTo,
    figures,
    windowAt,
  };
}

/** The pinned card, or one that was pinned before. */
function isCard(replyTo: string | undefined, { counterpart }: DeskKnown, about: About | null): boolean {
  if (replyTo === undefined) return false;
  const ofRow = counterpart?.row.messages.some((one) => one.kind === 'say' && one.slot === 'card') ?? false;
  return ofRow || about?.topic?.slots.card === replyTo;
}

/** A row as decisions look at it. */
export function knownRow({
  sk,
  messages,
  parts,
  source,
  born,
  outcome,
  parked,
  going,
  ambiguous,
}: Omit<ReadRow, keyof Arrived> & Pick<ReadRow, 'parts' | 'source'>): KnownRow {
  const waits = outcome === null && parts.length === 0 && parked === null && !going && ambiguous === 0;
  const isOver = outcome !== null && outcome !== 'sent' && outcome !== 'merged';
  return { sk, messages, parts, source, born, waits, isOver };
}

/** The message of the tapped row that carries the button, and the action behind it. */
export function tappedIn(messages: readonly Outbound[], option: number) {
  let left = option;
  for (const message of messages) {
    const actions = actionsOf(message);
    const action = actions[left];
    if (action) return { message, action };
    left -= actions.length;
  }
  return null;
}
