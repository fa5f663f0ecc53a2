import type * as z from 'zod';
import type { Facts, Need } from '#shared/domain/facts.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from './turn.ts';

/** A part of the desk as its file writes it: what advisors can do there, by commands and buttons. Pure. */
export type PartSpec<A> = {
  /** The `flow` of its buttons' actions: `desk.<name>`. */
  readonly name: `desk.${string}`;
  readonly action: z.ZodType<A>;
  /** Commands that lead here, without slash. */
  readonly commands: readonly string[];
  needs(event: DeskEvent<A>, turn: DeskTurn): readonly Need[];
  decide(event: DeskEvent<A>, facts: Facts, turn: DeskTurn): DeskDecision;
};

/** A part as the registry holds it: the action is `unknown` outside and checked inside. */
export type Part = {
  readonly name: string;
  readonly commands: readonly string[];
  needs(event: DeskEvent<unknown>, turn: DeskTurn): readonly Need[];
  /** `expired`: the button is of another time, or nobody offered it. */
  decide(event: DeskEvent<unknown>, facts: Facts, turn: DeskTurn): DeskDecision | 'expired';
};

/** Seals a part: parses the action at its door. */
export function definePart<A>(spec: PartSpec<A>): Part {
  const read = (event: DeskEvent<unknown>): DeskEvent<A> | null => {
    if (event.kind !== 'action') return event;
    const action = spec.action.safeParse(event.action);
    return action.success ? { ...event, action: action.data } : null;
  };
  return {
    name: spec.name,
    commands: spec.commands,
    needs: (event, turn) => {
      const known = read(event);
      return known ? spec.needs(known, turn) : [];
    },
    decide: (event, facts, turn) => {
      const known = read(event);
      return known ? spec.decide(known, facts, turn) : 'expired';
    },
  };
}
