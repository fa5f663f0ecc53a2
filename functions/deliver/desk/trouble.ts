import type { Language } from '#shared/domain/language.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { log } from '#shared/runtime/logger.ts';
import { groupTroubleUpdate, updateGroup } from '#shared/store/group.ts';
import { addressIn, callFor, type DeskRun } from './run.ts';

/** What keeps us from working in the group: noted on its item, and told there once. */

/**
 * `topics`: we may not manage topics; `forum`: topics are switched off; `pin`: we may not pin; `write`: we may not write
 * there, or are no member any more.
 */
export type Trouble = 'topics' | 'forum' | 'pin' | 'write';

const longestPauseMs = 5 * 60_000;

/** How long the group is left alone after so many refusals in a row: ten seconds at first, five minutes at most. */
export function pauseMs(refusals: number): number {
  return Math.min(longestPauseMs, 5_000 * 2 ** refusals);
}

/** How long the group is left alone after so many rows in a row that reached nobody: a second at first, five minutes at most. */
export function awayMs(refusals: number): number {
  return Math.min(longestPauseMs, 500 * 2 ** refusals);
}

/** Notes a trouble; the first time General hears which switch to turn, if anything can be said there. */
export async function noteTrouble(run: DeskRun, trouble: Trouble, language: Language): Promise<void> {
  const { trouble: known } = run.group;
  if (known.includes(trouble)) return;
  log('error', 'The group of the advisors does not let us work', { reason: trouble });
  await keepTrouble(run, [...known, trouble]);
  if (trouble === 'write') return;
  const text = run.textFor(language, run.now());
  const context = { row: `trouble.${trouble}`, now: run.now(), publicUrl: run.publicUrl };
  const message = say(phrase('topicTrouble', { trouble }));
  for (const { payload } of run.channel.render([message], addressIn(run, ''), text, context)) {
    const result = await callFor(run, payload);
    if (result.kind !== 'throttled') continue;
    run.sender = { ...run.sender, notBefore: run.now() + (result.retryAfterSeconds ?? 60) * 1000 };
    return;
  }
}

/** It works again. */
export async function clearTrouble(run: DeskRun, ...over: readonly Trouble[]): Promise<void> {
  const left = run.group.trouble.filter((one) => !over.some((gone) => gone === one));
  if (left.length < run.group.trouble.length) await keepTrouble(run, left);
}

async function keepTrouble(run: DeskRun, trouble: readonly string[]): Promise<void> {
  await updateGroup(run.table, groupTroubleUpdate(trouble));
  run.group = { ...run.group, trouble: [...trouble] };
}

/** Topics cannot be made or changed for a while; rows for topics that are there go on. */
export async function refuseTopics(
  run: DeskRun,
  trouble: 'topics' | 'forum',
  language: Language,
): Promise<void> {
  const topicsRefused = run.sender.topicsRefused + 1;
  run.sender = { ...run.sender, topicsRefused, topicsFrom: run.now() + pauseMs(topicsRefused) };
  await noteTrouble(run, trouble, language);
}
