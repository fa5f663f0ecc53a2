import type { Text } from '#shared/channels/channel.ts';
import { type Cents, taxIn } from '#shared/domain/money.ts';
import { type Agreement, agreementName } from '#shared/domain/order/agreement.ts';
import {
  agreedTotal,
  type Choice,
  type Estimate,
  type EstimateLine,
  type EstimateOption,
  totalOf,
} from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
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

/** A paper, in words of one language: what stands on it and in which order. How it looks is `paper.ts`'s matter. */
export type Sheet = {
  /** `K7M2QP-v2`: the number that both sides call it by. */
  readonly name: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** When what it says was said; the only instant that the file carries, so that the same paper has the same bytes. */
  readonly at: number;
  readonly station: { readonly name: string; readonly address: string; readonly phone: string };
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** What was found, in the technician's words; ''. */
  readonly finding: string;
  readonly columns: Readonly<Record<'work' | 'parts' | 'labour' | 'price', string>>;
  readonly sections: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
  readonly totals: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  /** The words of the chat; null where nothing was answered yet. */
  readonly shown: { readonly heading: string; readonly text: string } | null;
  /** Lines to sign on; empty where an answer in the chat is enough. */
  readonly signatures: readonly string[];
  page(page: number, pages: number): string;
};

/** What a paper is made from. Of an order without an agreement it is of the edition that was sent last. */
export type SheetInput = {
  readonly order: Order;
  readonly agreement: Agreement | null;
  readonly owner: string;
  /** As the owner wrote it. */
  readonly car: string;
  readonly station: { readonly phone: string };
  /** Sums from which on an answer in the chat is not enough, in cents; null: it always is. */
  readonly signAbove: number | null;
};

type Kind = PhraseArgs['documentTitle']['kind'];
type Section = PhraseArgs['documentSection']['section'];

/** What stands on the paper; null where nothing was proposed that it could be about. */
export function sheetOf(input: SheetInput, text: Text): Sheet | null {
  const { order, agreement, signAbove } = input;
  const estimate = agreement?.estimate ?? order.estimate;
  if (!estimate) return null;
  const { say } = text;
  const choices = agreement?.choices ?? order.choices;
  const isChosen = agreement !== null || order.state === 'signing';
  const cents = agreement?.cents ?? (isChosen ? agreedTotal(estimate, choices) : totalOf(estimate));
  const isRefused = agreement !== null && !choices.some(({ says }) => says === 'yes');
  const kind: Kind = agreement === null ? 'estimate' : isRefused ? 'declined' : 'agreement';
  const name = agreement ? agreementName(agreement) : order.ref;
  const mustBeSigned = kind !== 'declined' && isChosen && signAbove !== null && cents > signAbove;
  const vat = agreement?.vatPercent ?? order.vatPercent;
  return {
    name,
    title: say(phrase('documentTitle', { kind, name })),
    language: text.language,
    at: agreement?.at ?? estimate.at,
    station: { name: text.place.title, address: text.place.address, phone: input.station.phone },
    fields: fieldsOf(input, estimate, say),
    finding: estimate.note,
    columns: {
      work: say(phrase('documentColumn', { column: 'work' })),
      parts: say(phrase('documentColumn', { column: 'parts' })),
      labour: say(phrase('documentColumn', { column: 'labour' })),
      price: say(phrase('documentColumn', { column: 'price' })),
    },
    sections: isChosen
      ? answered(estimate, choices, agreement === null, say)
      : sections([['proposed', proposed(estimate.lines, say)]], say),
    totals: kind === 'declined' ? [] : totalsOf(cents, vat, totalName(kind, isChosen), say),
    notes: notesOf(input, mustBeSigned && agreement === null, say),
    shown:
      agreement && agreement.shown !== ''
        ? { heading: say(phrase('documentShown')), text: agreement.shown }
        : null,
    signatures: mustBeSigned
      ? (['owner', 'station'] as const).map((of) => say(phrase('documentSignature', { of })))
      : [],
    page: (page, pages) => say(phrase('documentPage', { page, pages })),
  };
}

type Say = Text['say'];

function fieldsOf({ agreement, owner, car }: SheetInput, estimate: Estimate, say: Say): Sheet['fields'] {
  const told: readonly (readonly [PhraseArgs['documentField']['field'], string])[] = [
    ['car', car],
    ['owner', owner],
    ['advisor', say(phrase('documentPerson', { advisor: estimate.by }))],
    ['date', say(phrase('documentDay', { at: agreement?.at ?? estimate.at }))],
    ['ready', estimate.ready === null ? '' : say(phrase('documentMoment', { at: estimate.ready }))],
    ['validUntil', agreement ? '' : say(phrase('documentDay', { at: estimate.validUntil }))],
    [
      'answered',
      agreement
        ? say(
            phrase('documentAnswered', {
              how: agreement.how,
              who: agreement.who.name || owner,
              by: agreement.by,
              at: agreement.at,
            }),
          )
        : '',
    ],
  ];
  return told
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ label: say(phrase('documentField', { field })), value }));
}

function answered(
  { lines }: Estimate,
  choices: readonly Choice[],
  isOpen: boolean,
  say: Say,
): Sheet['sections'] {
  const said = (says: Choice['says']) =>
    lines.flatMap((line) => {
      const choice = choices.find((one) => one.line === line.id && one.says === says);
      return choice ? [rowOf(line, line.options[choice.option] ?? line.options[0], say)] : [];
    });
  const left = lines.filter(({ id }) => !choices.some(({ line }) => line === id));
  return sections(
    [
      [isOpen ? 'chosen' : 'agreed', said('yes')],
      ['later', said('later')],
      ['declined', said('no')],
      ['proposed', proposed(left, say)],
    ],
    say,
  );
}

function sections(found: readonly (readonly [Section, readonly Row[]])[], say: Say): Sheet['sections'] {
  return found
    .filter(([, rows]) => rows.length > 0)
    .map(([section, rows]) => ({ heading: say(phrase('documentSection', { section })), rows }));
}

/** Each way of a line is a row of its own, with a letter where there are several. */
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

function rowOf(line: EstimateLine, option: EstimateOption | undefined, say: Say): Row {
  const money = (cents: Cents | null | undefined) =>
    cents === null || cents === undefined ? '' : say(phrase('documentMoney', { cents }));
  const { urgency, months } = line;
  const isTimed = urgency !== null || months !== null;
  return {
    number: line.id,
    name: option?.name ?? '',
    about: [isTimed ? say(phrase('documentUrgency', { urgency, months })) : '', line.reason]
      .filter(Boolean)
      .join(' · '),
    parts: money(option?.parts),
    labour: money(option?.work),
    price: money(option?.price),
  };
}

function totalName(kind: Kind, isChosen: boolean): PhraseArgs['documentTotal']['of'] {
  if (kind === 'agreement') return 'agreed';
  return isChosen ? 'chosen' : 'all';
}

function totalsOf(
  cents: Cents,
  percent: number,
  of: PhraseArgs['documentTotal']['of'],
  say: Say,
): Sheet['totals'] {
  return [
    { label: say(phrase('documentTotal', { of })), value: say(phrase('documentMoney', { cents })) },
    {
      label: say(phrase('documentTax', { percent })),
      value: say(phrase('documentMoney', { cents: taxIn(cents, percent) })),
    },
  ];
}

/** What the owner says to what an advisor wrote down, and why there are lines to sign on. */
function notesOf({ order, agreement }: SheetInput, isToBeSigned: boolean, say: Say): readonly string[] {
  const notes = isToBeSigned ? [say(phrase('documentSignHint'))] : [];
  if (!agreement) return notes;
  const word = ownersWord(order, agreement);
  return word === null ? notes : [...notes, say(phrase('documentOwnersWord', { word }))];
}

/** Null where the owner answered themselves, and nobody has to ask whether it is right. */
function ownersWord(
  { agreed }: Order,
  { kind, by, number }: Agreement,
): PhraseArgs['documentOwnersWord']['word'] | null {
  if (kind === 'confirmed') return 'right';
  if (kind === 'disputed') return 'notSo';
  if (by === null) return null;
  const confirmed = agreed?.number === number ? agreed.confirmed : null;
  if (confirmed === null) return 'open';
  return confirmed ? 'right' : 'notSo';
}
