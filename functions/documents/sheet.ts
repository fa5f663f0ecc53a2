import type { Text } from '#shared/channels/channel.ts';
import { type Agreement, agreementName } from '#shared/domain/order/agreement.ts';
import { agreedTotal, type Estimate, totalOf } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { answeredSections, proposedSections, type Section } from './sections.ts';

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
  readonly columns: Readonly<Record<PhraseArgs['documentColumn']['column'], string>>;
  readonly sections: readonly Section[];
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
  /** What the owner said to an agreement that an advisor recorded. */
  readonly word: 'confirmed' | 'disputed' | null;
  readonly owner: string;
  /** As the owner wrote it. */
  readonly car: string;
  readonly station: { readonly phone: string };
  /** Sums above this many cents need a signature or the word of agreement; null: an answer in the chat is always enough. */
  readonly signAbove: number | null;
};

type Say = Text['say'];

/** What stands on the paper; null where nothing was proposed that it could be about. */
export function sheetOf(input: SheetInput, text: Text): Sheet | null {
  const { order, agreement, signAbove } = input;
  const estimate = agreement?.estimate ?? order.estimate;
  if (!estimate) return null;
  const { say } = text;
  const name = agreement ? agreementName(agreement) : order.ref;
  const choices = agreement?.choices ?? order.choices;
  const isChosen = agreement !== null || order.state === 'signing';
  const kind = kindOf(agreement, isChosen);
  const cents = agreement?.cents ?? (isChosen ? agreedTotal(estimate, choices) : totalOf(estimate));
  const sum = { cents, percent: agreement?.vatPercent ?? order.vatPercent };
  const isToBeSigned = kind !== 'declined' && isChosen && signAbove !== null && cents > signAbove;
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
      ? answeredSections(estimate, choices, agreement === null, sum, say)
      : proposedSections(estimate, sum, say),
    notes: notesOf(input, isToBeSigned && agreement === null, say),
    shown:
      agreement && agreement.shown !== ''
        ? { heading: say(phrase('documentShown')), text: agreement.shown }
        : null,
    signatures: isToBeSigned
      ? (['owner', 'station'] as const).map((of) => say(phrase('documentSignature', { of })))
      : [],
    page: (page, pages) => say(phrase('documentPage', { page, pages })),
  };
}

/** An answer that says yes to nothing is no work order. */
function kindOf(agreement: Agreement | null, isChosen: boolean): PhraseArgs['documentTitle']['kind'] {
  if (agreement === null) return isChosen ? 'agreement' : 'estimate';
  return agreement.choices.some(({ says }) => says === 'yes') ? 'agreement' : 'declined';
}

function fieldsOf({ agreement, owner, car }: SheetInput, estimate: Estimate, say: Say): Sheet['fields'] {
  const { ready, validUntil } = estimate;
  const isWork = kindOf(agreement, true) !== 'declined';
  const told: readonly (readonly [PhraseArgs['documentField']['field'], string])[] = [
    ['car', car],
    ['owner', owner],
    ['advisor', say(phrase('documentPerson', { advisor: estimate.by }))],
    ['date', say(phrase('documentDay', { at: agreement?.at ?? estimate.at }))],
    ['ready', ready !== null && isWork ? say(phrase('documentMoment', { at: ready })) : ''],
    ['validUntil', agreement ? '' : say(phrase('documentDay', { at: validUntil }))],
    ['answered', agreement ? answeredBy(agreement, owner, say) : ''],
  ];
  return told
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ label: say(phrase('documentField', { field })), value }));
}

function answeredBy({ how, who, by, at }: Agreement, owner: string, say: Say): string {
  return say(phrase('documentAnswered', { how, who: who.name || owner, by, at }));
}

/** Why there are lines to sign on, and what the owner says to what an advisor wrote down. */
function notesOf({ agreement, word: said }: SheetInput, isToBeSigned: boolean, say: Say): readonly string[] {
  // Whoever answered themselves need not be asked whether it is right.
  const asked = agreement !== null && agreement.by !== null ? 'open' : null;
  const word = said === null ? asked : ownersWords[said];
  return [
    ...(isToBeSigned ? [say(phrase('documentSignHint'))] : []),
    ...(word ? [say(phrase('documentOwnersWord', { word }))] : []),
  ];
}

const ownersWords = { confirmed: 'right', disputed: 'notSo' } as const;
