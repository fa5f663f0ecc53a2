import { noWish, type SpokenWish, type Topic, type Understood } from '#shared/domain/understood.ts';
import type { Setting } from '#shared/flows/step.ts';

/** Sentences with what they are understood as, so that what follows is tested whatever the lexicons know. */

const friday = { of: 'weekday', day: 5, weeks: 0 } as const;
const tomorrow = { of: 'ahead', days: 1 } as const;

const wants = (wish: Partial<SpokenWish>, asks: readonly Topic[] = []): Understood => ({
  wish: { ...noWish, ...wish },
  asks: [...asks],
});
const asks = (...topics: readonly Topic[]): Understood => ({ wish: null, asks: [...topics] });

const sentences = {
  'oil tomorrow': wants({ services: ['oil'], days: [tomorrow] }),
  'oil please': wants({ services: ['oil'] }),
  'i need an oil change': wants({ intent: 'book', services: ['oil'] }),
  'book me for today': wants({ intent: 'book', days: [{ of: 'ahead', days: 0 }] }),
  'can i come tomorrow': wants({ intent: 'book', days: [tomorrow] }),
  'pads for my other car': wants({ intent: 'book', services: ['pads'], car: { of: 'other' } }),
  'and the pads too': wants({ intent: 'book', services: ['pads'], adds: true, days: [tomorrow] }),
  'tomorrow then': wants({ days: [tomorrow] }),
  'tomorrow at ten': wants({ days: [tomorrow], time: { from: null, to: null, at: 600 } }),
  'the second one': wants({ ordinal: 2 }),
  'move it to friday': wants({ intent: 'move', days: [friday] }),
  'move it to friday after three': wants({
    intent: 'move',
    days: [friday],
    time: { from: 900, to: null, at: null },
  }),
  'i would like to cancel friday': wants({ intent: 'cancel', days: [friday] }),
  'where do i park': asks('parking'),
  'how much is an oil change': wants({ services: ['oil'] }, ['price']),
  'how much will it be': asks('price'),
  'are you open on friday': wants({ days: [friday] }, ['hours']),
  'anything new about my car': asks('status'),
  'anything new, and where do i park': asks('status', 'parking'),
  'brakes failed, book tomorrow 9': wants({ intent: 'book', days: [tomorrow] }),
  'stop the work and book me tomorrow': wants({ intent: 'book', days: [tomorrow] }),
  'oil tomorrow, and where do i park': wants({ intent: 'book', services: ['oil'], days: [tomorrow] }, [
    'parking',
  ]),
  'the second one, and where do i park': wants({ ordinal: 2 }, ['parking']),
} as const satisfies Record<string, Understood>;
export type Sentence = keyof typeof sentences;

const known = new Map<string, Understood>(Object.entries(sentences));

/** Several messages are understood as the sentence that they make together. */
export const spoken: Setting['understoodOf'] = (text) => known.get(text.replaceAll('\n', ' ')) ?? null;

export function wishOf(sentence: Sentence): SpokenWish | null {
  return known.get(sentence)?.wish ?? null;
}
