import { rungs } from '#shared/domain/inbound.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import type { Item } from '#test/helpers/expressions.ts';
import type { Person } from '#test/helpers/rig.ts';
import { wamidOf } from '#test/helpers/whatsapp-updates.ts';
import type { PostOffice } from './post-office.ts';
import { chatKeyOf, type Small } from './small.ts';
import { inversions, type Row, rowsIn } from './soak-audit.ts';

/** What Meta took, what its phones show and what the table says about it; each line of `faults` is one. */
export type GraphReport = {
  readonly faults: readonly string[];
  /** Messages sent once more, since nobody was told in time what became of them. */
  readonly repeated: number;
  /** Messages that failed later. */
  readonly failed: number;
  /** Rows given up, or not delivered as somebody was told. */
  readonly givenUp: number;
};

export function auditGraph(
  items: readonly Item[],
  rig: Small,
  town: readonly Person[],
  office: Pick<PostOffice, 'untold' | 'failed' | 'rungs'>,
): GraphReport {
  const shownIn = new Map(
    town.flatMap((person) => rig.bubbles(person).map(({ id }) => [id, chatKeyOf(rig, person)] as const)),
  );
  const rows = rowsIn(items).filter(({ pk }) => pk.startsWith('O#whatsapp'));
  const taken = takenIn(rig, rows);
  const ordinals = new Map(taken.map(({ wamid }, index) => [wamid, index + 1]));
  const inOrder = rows.filter(({ again, heldFor, undelivered }) => !again && !heldFor && !undelivered);
  const byChat = Map.groupBy(inOrder, ({ pk }) => pk);
  const twice = [...Map.groupBy(taken, ({ reference }) => reference).values()].filter(
    ({ length }) => length > 1,
  );
  return {
    faults: [
      ...taken.flatMap((one) => [...astray(one, shownIn), ...undecided(one, office), ...fallen(one, office)]),
      ...twice.flatMap((copies) => needless(copies, office)),
      ...rows.flatMap((row) => notShown(row, shownIn, office)),
      ...[...byChat.values()].flatMap((own) => inversions(own, (id) => ordinals.get(id) ?? 0)),
    ],
    repeated: twice.length,
    failed: taken.filter(({ wamid }) => !shownIn.has(wamid)).length,
    givenUp: rows.filter(({ outcome, undelivered }) => outcome !== 'sent' || undelivered).length,
  };
}

/** A message that Meta took: the row and message it belongs to, by what went along with it. */
type Taken = {
  readonly wamid: string;
  readonly reference: string;
  readonly to: string;
  readonly row: Row | undefined;
  readonly part: string;
};

function takenIn({ played }: Small, rows: readonly Row[]): readonly Taken[] {
  const byKey = new Map(rows.map((row) => [`${row.pk}|${row.sk}`, row]));
  return played.whatsapp.graph.calls
    .filter(({ body }) => body.status !== 'read')
    .map(({ body }, index) => {
      const reference = body.biz_opaque_callback_data ?? '';
      const [destination = '', sk, part = ''] = reference.split('|');
      return {
        wamid: wamidOf('Out', index + 1),
        reference,
        to: body.recipient ?? `tel.${body.to}`,
        row: byKey.get(`${outboxPk(destination)}|${sk}`),
        part,
      };
    });
}

/** A message goes to the chat of its row and is shown there or nowhere. */
function astray(
  { wamid, reference, to, row }: Taken,
  shownIn: ReadonlyMap<string | number, string>,
): readonly string[] {
  const [destination = ''] = reference.split('|');
  const there = shownIn.get(wamid) ?? destination;
  return row && there === destination && destination.includes(`/${to}/`)
    ? []
    : [`${wamid} of ${reference} went to ${to} and is shown in ${there}`];
}

/** Of what Meta says has failed, somebody decided; a copy of what arrived may fail. */
function undecided({ wamid, reference, row, part }: Taken, { failed }: Pick<PostOffice, 'failed'>) {
  const arrived = Number(row?.[`rung${part}`] ?? 0) >= rungs.delivered;
  return !failed.has(wamid) || row?.undelivered || arrived ? [] : [`nobody knows that ${reference} failed`];
}

/** What is on record of a message is the most that was told of it. */
function fallen(
  { reference, row, part }: Taken,
  { rungs: told }: Pick<PostOffice, 'rungs'>,
): readonly string[] {
  const noted = Number(row?.[`rung${part}`] ?? 0);
  const highest = told.get(reference) ?? 0;
  return noted === highest ? [] : [`${reference} is noted as ${noted} and was told to be ${highest}`];
}

/** Only what nobody was told of in time may be sent twice, and nothing three times. */
function needless(copies: readonly Taken[], { untold }: Pick<PostOffice, 'untold'>): readonly string[] {
  const [{ reference } = { reference: '' }] = copies;
  return copies.length === 2 && untold.has(reference) ? [] : [`${reference} was sent ${copies.length} times`];
}

/** A row that was sent is on the phone, message by message, or somebody decided about what failed. */
function notShown(
  { pk, sk, outcome, reason, parts, undelivered }: Row,
  shownIn: ReadonlyMap<string | number, string>,
  { untold, failed }: Pick<PostOffice, 'untold' | 'failed'>,
): readonly string[] {
  if (outcome === 'superseded' || outcome === 'merged' || undelivered) return [];
  if (outcome !== 'sent') return [`${pk} ${sk} ended as ${outcome} (${reason}), and nobody decided about it`];
  return parts.flatMap((id, part) => {
    const reference = `${pk.slice(2)}|${sk}|${part}`;
    if (id !== null && (shownIn.has(id) || (!failed.has(id) && untold.has(reference)))) return [];
    return [`${reference}: message ${id} is on no phone`];
  });
}
