import type { InboundEvent } from '#shared/domain/inbound.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { happened } from '#shared/flows/count.ts';
import type { DeskDecision, DeskTurn } from './turn.ts';
import type { Known } from './who.ts';

type Alarm = Extract<InboundEvent, { kind: 'alarm' }>;

/**
 * Something is wrong with the line itself, or right again: all advisors are told since when, in a manager's language, and what they
 * can do meanwhile. `at`: when it changed, epoch milliseconds. Its beginning is counted for the owner's figures.
 */
export function alarmTold(
  { name, state, runbook }: Alarm,
  at: number,
  { language }: Pick<Known, 'language'>,
  { station }: Pick<DeskTurn, 'station'>,
): DeskDecision {
  const link: Option[] =
    runbook === null ? [] : [{ kind: 'link', label: phrase('alarmLabelRunbook'), url: runbook }];
  const began = state === 'began';
  const words = began
    ? say(phrase('alarmBegan', { name, at }), link.length > 0 ? [link] : [])
    : say(phrase('alarmOver', { name, at }));
  return {
    changes: began ? [happened(`alarm#${name}#${at}`, { what: 'alarm', name }, { station, now: at })] : [],
    say: [{ to: 'general', priority: 'person', message: words, language }],
  };
}
