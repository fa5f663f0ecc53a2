import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '#shared/desk/settle.ts';
import type { Case, CaseChange } from '#shared/domain/case.ts';
import type { Change } from '#shared/domain/facts.ts';
import { afterWorkingMinutes } from '#shared/domain/working-time.ts';
import { alertMinutes, deskHours } from '#shared/flows/baton/timers.ts';
import { around, caseOf, home, now, station } from './given-case.ts';

const minute = 60_000;

/** What waits at addresses, and who is listed, after the changes of a life. */
class Shelf {
  readonly timers = new Map<string, number>();
  waits: number | null = null;

  take(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'waiter') this.waits = change.waiter?.since ?? null;
      if (change.kind !== 'timer') continue;
      const key = `${change.chat} ${change.key}`;
      if (change.dueAt === null) this.timers.delete(key);
      else this.timers.set(key, change.dueAt);
    }
  }

  names(): readonly string[] {
    return [...this.timers.keys()].map((key) => key.split('#')[1] ?? '').sort();
  }
}

describe('a case that changes', () => {
  it('is not written when nothing changed, and its card is not shown again', () => {
    const first = settle(caseOf({ version: 0 }), {}, around);
    expect(first.card).not.toBeNull();
    const stored = { ...first.case, version: 1 };
    expect(settle(stored, {}, around)).toEqual({ case: stored, changes: [], card: null });
    expect(settle(stored, {}, { ...around, showCard: true }).card).not.toBeNull();
  });

  it('keeps no list, no timers and no card where there is no desk', () => {
    const change = { baton: 'waiting', waitingSince: now, answerBy: now + 1 } as const;
    const { changes, card } = settle(caseOf({ version: 0 }), change, { ...around, noDesk: true });
    expect([changes.map(({ kind }) => kind), card]).toEqual([['case'], null]);
  });

  it('has the alerts, the list and the offers that belong to it, after any life', () => {
    const homes = [home, 'whatsapp/1/GR.7/'];
    const steps = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 600 }),
        spoke: fc.boolean(),
        home: fc.constantFrom(...homes),
        what: fc.constantFrom(
          'calls',
          'answers',
          'alert',
          'gives back',
          'no answer',
          'shuts out',
          'lets in',
          'writes',
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (life) => {
        const shelf = new Shelf();
        let known: Case = caseOf({ version: 0 });
        let clock = now;
        for (const { minutes, what, spoke, home: at } of life) {
          clock += minutes * minute;
          for (const [key, due] of shelf.timers) if (due <= clock) shelf.timers.delete(key);
          const change = changeOf(what, known, clock, at);
          const { case: after, changes } = settle(known, change, { ...around, now: clock, spoke });
          shelf.take(changes);
          expect(shelf.waits).toBe(after.blocked === null ? after.waitingSince : null);
          expect([...shelf.timers.keys()].every((key) => key.startsWith(after.home))).toBe(true);
          if (after.waitingSince === null)
            expect(shelf.names().filter((one) => one === 'alert' || one === 'promise')).toEqual([]);
          if (after.baton !== 'person')
            expect(shelf.names().filter((one) => one === 'silence' || one === 'morning')).toEqual([]);
          if (what === 'calls' && known.waitingSince === null) {
            const due = shelf.timers.get(`${after.home} handover#alert`);
            expect(due).toBe(afterWorkingMinutes(deskHours(station), clock, alertMinutes[0]));
          }
          known = { ...after, version: after.version + 1 };
        }
      }),
      { numRuns: 400 },
    );
  });
});

function changeOf(what: string, known: Case, clock: number, at: string): CaseChange {
  const rest = { waitingSince: null, answerBy: null, alerts: 0 };
  switch (what) {
    case 'calls':
      return {
        home: at,
        baton: known.baton === 'person' ? 'person' : 'waiting',
        ...(known.waitingSince === null ? { waitingSince: clock, alerts: 0 } : {}),
        answerBy: clock + 30 * minute,
      };
    case 'answers':
      return { ...rest, baton: 'person', owner: 'maria', answered: { by: 'maria', at: clock } };
    case 'alert':
      return known.waitingSince === null ? {} : { alerts: known.alerts + 1 };
    case 'gives back':
      return { ...rest, baton: 'bot', owner: null };
    case 'no answer':
      return rest;
    case 'shuts out':
      return { ...rest, baton: 'bot', blocked: { by: 'maria', reason: '', at: clock } };
    case 'lets in':
      return { blocked: null };
    default:
      return { home: at };
  }
}
