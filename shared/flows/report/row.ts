import type { Customer } from '#shared/domain/customer.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { joinsWithinMs, mostReports, type Report, type ReportHead } from '#shared/domain/report.ts';
import type { Turn } from '../flow.ts';
import type { Came } from './state.ts';

/** The row of a report and its head in the customer's own row; both change together. */

/** Longest words that a report carries, UTF-16 units; the transcript keeps all of them. */
const longestWords = 1_000;
/** No more of each are counted. */
const mostCounted = 100;
/** A wait that began later after a report is about something else. Milliseconds. */
const toldWithinMs = 30 * 60_000;
/** After so much silence the advisors get what is known. Milliseconds. */
const leftMs = 5 * 60_000;

/** The report that what comes now still belongs to; null where it begins a new one. */
export function recentHead({ customer, now }: Pick<Turn, 'customer' | 'now'>): ReportHead | null {
  const last = customer.reports.at(-1);
  return last !== undefined && now - last.lastAt < joinsWithinMs ? last : null;
}

/**
 * The report that photos belong to: the recent one, or, while its answer is still waited for, however late they come, the last
 * one. What nobody has answered yet is not begun a second time.
 */
export function openHead(turn: Pick<Turn, 'customer' | 'now' | 'case'>): ReportHead | null {
  const { waitingSince } = turn.case;
  const last = turn.customer.reports.at(-1);
  const isAwaited = waitingSince !== null && last !== undefined && waitingSince - last.at < toldWithinMs;
  return recentHead(turn) ?? (isAwaited ? last : null);
}

export function needOf(turn: Turn, id: string): Need {
  return { kind: 'report', of: turn.customer.id, id };
}

/** The report as it is known, or the beginning of one. */
export function reportOf(id: string, { reports }: Pick<Facts, 'reports'>, turn: Turn): Report {
  return reports.get(id) ?? newReport(id, turn);
}

function newReport(id: string, { customer, now }: Turn): Report {
  const head = customer.reports.find((one) => one.id === id);
  const [only, ...others] = customer.vehicles;
  return {
    id,
    at: head?.at ?? now,
    lastAt: now,
    car: head?.car ?? (others.length === 0 ? (only?.short ?? '') : usualCar(customer)),
    kind: head?.kind ?? null,
    danger: null,
    colour: null,
    drive: null,
    moment: null,
    place: null,
    words: '',
    photos: 0,
    videos: 0,
    voices: 0,
    documents: 0,
    passedAt: null,
  };
}

function usualCar({ vehicles, last }: Customer): string {
  return (vehicles.find(({ id }) => id === last?.vehicle) ?? vehicles.at(-1))?.short ?? '';
}

/** The report with what came in one go. */
export function withCame(report: Report, came: Came, { now }: Turn): Report {
  const sum = (before: number, more: number) => Math.min(mostCounted, before + more);
  return {
    ...report,
    lastAt: now,
    photos: sum(report.photos, came.photos),
    videos: sum(report.videos, came.videos),
    voices: sum(report.voices, came.voices),
    documents: sum(report.documents, came.documents),
    words: cut([report.words, came.text].filter(Boolean).join('\n'), longestWords),
  };
}

/** Whether anybody has told anything yet. */
export function isEmpty({ kind, danger, colour, drive, moment, place, words, ...counts }: Report): boolean {
  const told = [kind, danger, colour, drive, moment, place].some((one) => one !== null) || words !== '';
  return !told && counts.photos + counts.videos + counts.voices + counts.documents === 0;
}

/** Writes a report and its head; the head's row is what two messages at once cannot both write. */
export function kept(report: Report, { customer }: Turn): readonly Change[] {
  const { id, at, lastAt, car, kind } = report;
  const others = customer.reports.filter((one) => one.id !== id);
  const reports = [...others, { id, at, lastAt, car, kind }].slice(-mostReports);
  return [
    { kind: 'report', report },
    { kind: 'customer', customer: { ...customer, reports } },
  ];
}

const timerKey = (id: string) => `report#left#${id}`;

/** Silence is counted from now. */
export function leftTimer(id: string, { now }: Turn): Change {
  return { kind: 'timer', key: timerKey(id), dueAt: now + leftMs, data: { id } };
}

/** Nothing is left any more, or the timer has fired. */
export function noTimer(id: string): Change {
  return { kind: 'timer', key: timerKey(id), dueAt: null, data: null };
}
