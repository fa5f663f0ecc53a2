import type { Vehicle, Visit } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Turn } from '../flow.ts';
import type { Booking, Draft, Hold, View } from './state.ts';

/**
 * Where an event leads, before any calendar is read: `needs` names the days for it and `decide` goes there. `unclear` marks
 * words that meant nothing here; `lead` stands above the card.
 */
export type Target = {
  readonly draft: Draft;
  readonly lead: readonly Phrase[];
  readonly unclear: boolean;
} & (
  | { readonly go: 'work'; readonly all: boolean }
  | { readonly go: 'problem' | 'whichCar' | 'car' | 'carTooLong' | 'drop' | 'limit' | 'tooLate' | 'past' }
  | { readonly go: 'times'; readonly view: View }
  | { readonly go: 'hold'; readonly start: number }
  | { readonly go: 'held'; readonly hold: Hold }
  | { readonly go: 'confirm'; readonly hold: Hold; readonly stay: 'wait' | 'leave' }
  | { readonly go: 'request'; readonly text: string }
  | { readonly go: 'booked'; readonly visit: Visit }
  /** Work that is not booked in the chat: what to do instead. */
  | { readonly go: 'elsewhere'; readonly services: readonly string[] }
);

export const earliest: View = { of: 'earliest' };

export type Step = Target extends infer T
  ? T extends Target
    ? Omit<T, 'draft' | 'lead' | 'unclear'>
    : never
  : never;

export function to(draft: Draft, step: Step, lead: readonly Phrase[] = []): Target {
  return { draft, lead, unclear: false, ...step };
}

/** A first step, or what is still missing before it. */
export function ready(draft: Draft, turn: Turn, step: Step, lead: readonly Phrase[] = []): Target {
  if (draft.services.length === 0) return to(draft, { go: 'work', all: false });
  if (!draft.vehicle) return to(draft, { go: turn.customer.vehicles.length > 1 ? 'whichCar' : 'car' });
  return to(draft, step, lead);
}

export function chosen(draft: Draft, turn: Turn): Target {
  return ready(draft, turn, { go: 'times', view: earliest });
}

export function withCar(draft: Draft): Target {
  if (!draft.vehicle) return to(draft, { go: 'car' });
  const { offered } = draft;
  if (offered !== undefined && draft.services.length > 0) return to(draft, { go: 'hold', start: offered });
  return to(draft, draft.services.length > 0 ? { go: 'times', view: earliest } : { go: 'work', all: false });
}

export function newDraft({ id, customer }: Turn): Draft {
  return { id, services: [], vehicle: usualCar(customer), moving: null };
}

/** The car of the last visit, or the only one; with several and no visit yet the person chooses. */
export function usualCar({ vehicles, last }: Turn['customer']): Vehicle | null {
  return vehicles.find(({ id }) => id === last?.vehicle) ?? vehicles.at(-1) ?? null;
}

export function samePlace(state: Booking, turn: Turn): Target {
  const { draft } = state;
  switch (state.step) {
    case 'work':
      return to(draft, { go: 'work', all: state.all });
    case 'problem':
    case 'whichCar':
    case 'car':
      return to(draft, { go: state.step });
    case 'time':
      return to(draft, { go: 'times', view: earliest });
    case 'stay':
      return state.hold.until > turn.now
        ? to(draft, { go: 'held', hold: state.hold })
        : to(draft, { go: 'times', view: earliest }, [phrase('slotReplaced')]);
  }
}
