import type { Text } from '#shared/channels/channel.ts';
import { type Cents, taxIn } from '#shared/domain/money.ts';
import type { Choice, Estimate, EstimateLine, EstimateOption } from '#shared/domain/order/estimate.ts';
import { nameOf } from '#shared/domain/order/sums.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';

/** One thing to be done, as the table shows it: figures are words already, '' where nothing is told. */
export type Row = {
  readonly number: string;
  readonly name: string;
  /** Urgency and reason, in smaller letters below; '' where there is neither. */
  readonly about: string;
  readonly parts: string;
  readonly labour: string;
  readonly price: string;
};

/** Lines of one kind. Their sum stands below those that are paid for, and nowhere else. */
export type Section = {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly totals: readonly { readonly label: string; readonly value: string }[];
};

type Say = Text['say'];
type Named = PhraseArgs['documentSection']['section'];
/** What the sum is called and how much it is, with the tax that it holds. */
type Sum = {
  readonly of: PhraseArgs['documentTotal']['of'];
  readonly cents: Cents;
  readonly percent: number;
};

/** All lines of an estimate that nobody has answered yet, each way of a line in a row of its own. */
export function proposedSections({ lines }: Estimate, sum: Omit<Sum, 'of'>, say: Say): readonly Section[] {
  const of = lines.some(({ options }) => options.length > 1) ? 'allFirst' : 'all';
  return [sectionOf('proposed', proposed(lines, say), { ...sum, of }, say)];
}

/** The lines by what was said to them. `isOpen`: they were chosen, but that does not count yet. */
export function answeredSections(
  { lines }: Estimate,
  choices: readonly Choice[],
  isOpen: boolean,
  sum: Omit<Sum, 'of'>,
  say: Say,
): readonly Section[] {
  const said = (says: Choice['says']) =>
    lines.flatMap((line) => {
      const choice = choices.find((one) => one.line === line.id && one.says === says);
      const option = choice && (line.options[choice.option] ?? line.options[0]);
      return option ? [rowOf(line, { ...option, name: nameOf(line, choice.option) }, say)] : [];
    });
  const left = lines.filter(({ id }) => !choices.some(({ line }) => line === id));
  const chosen = isOpen ? 'chosen' : 'agreed';
  return [
    sectionOf(chosen, said('yes'), { ...sum, of: chosen }, say),
    sectionOf('later', said('later'), null, say),
    sectionOf('declined', said('no'), null, say),
    sectionOf('proposed', proposed(left, say), null, say),
  ].filter(({ rows }) => rows.length > 0);
}

function sectionOf(section: Named, rows: readonly Row[], sum: Sum | null, say: Say): Section {
  return {
    heading: say(phrase('documentSection', { section })),
    rows,
    totals: sum ? totalsOf(sum, say) : [],
  };
}

function totalsOf({ of, cents, percent }: Sum, say: Say): Section['totals'] {
  const money = (value: Cents) => say(phrase('documentMoney', { cents: value }));
  return [
    { label: say(phrase('documentTotal', { of })), value: money(cents) },
    { label: say(phrase('documentTax', { percent })), value: money(taxIn(cents, percent)) },
  ];
}

/** With a letter where a line has several ways. */
function proposed(lines: readonly EstimateLine[], say: Say): readonly Row[] {
  return lines.flatMap((line) =>
    line.options.map((option, index) => {
      const row = rowOf(line, option, say);
      if (line.options.length === 1) return row;
      const letter = String.fromCharCode('A'.charCodeAt(0) + index);
      return { ...row, number: `${line.id}${letter}`, about: index === 0 ? row.about : '' };
    }),
  );
}

function rowOf(line: EstimateLine, { name, parts, work, price }: EstimateOption, say: Say): Row {
  const money = (cents: Cents | null) => (cents === null ? '' : say(phrase('documentMoney', { cents })));
  const { id, urgency, months, reason } = line;
  const isTimed = urgency !== null || months !== null;
  const soon = isTimed ? say(phrase('documentUrgency', { urgency, months })) : '';
  return {
    number: id,
    name,
    about: [soon, reason].filter(Boolean).join(' · '),
    parts: money(parts),
    labour: money(work),
    price: money(price),
  };
}
