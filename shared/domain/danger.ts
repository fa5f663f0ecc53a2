import * as z from 'zod';

/** Why a car must not be driven on. */
export const dangers = ['lamp', 'brakes', 'steering', 'overheating', 'smoke', 'fuel', 'wheel'] as const;
export const dangerSchema = z.enum(dangers);
export type Danger = z.infer<typeof dangerSchema>;
