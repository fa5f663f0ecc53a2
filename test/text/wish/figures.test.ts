import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { station } from '#shared/station/station.ts';
import { sentencesOf, type Tally, tallied } from './evaluate.ts';

const root = new URL('../../../', import.meta.url);

const names = { en: 'English', ru: 'Russian', uk: 'Ukrainian', el: 'Greek' } as const;
const none: Tally = { understood: 0, 'asked back': 0, 'handed over': 0, wrong: 0 };

/** A line of the README: what became of the sentences of one language, or of all, that were read and that were not. */
function lineOf(name: string, seen: Tally, unseen: Tally): string {
  const figures = [seen, unseen].flatMap((tally) => [
    tally.understood,
    tally['asked back'],
    tally['handed over'],
    tally.wrong,
  ]);
  return `| ${[name, ...figures].join(' | ')} |`;
}

describe('four hundred sentences of somebody who never saw the lists', () => {
  const halves = [sentencesOf('seen'), sentencesOf('unseen')] as const;

  it('are understood as well as the README says, in both halves', () => {
    const [seen, unseen] = halves.map((half) => tallied(half, station, ({ lang }) => lang));
    const [seenAll, unseenAll] = halves.map((half) => tallied(half, station, () => 'all').get('all'));
    const lines = Object.entries(names).map(([lang, name]) =>
      lineOf(name, seen?.get(lang) ?? none, unseen?.get(lang) ?? none),
    );
    const table = [...lines, lineOf('all', seenAll ?? none, unseenAll ?? none)].join('\n');
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    expect(readme.split('<!-- words -->')[1]?.split('<!-- /words -->')[0]).toContain(table);
  });

  it('are hardly ever taken for something else, also by the half that nobody read', () => {
    const [, unseen] = halves;
    const all = tallied(unseen, station, () => 'all').get('all') ?? none;
    expect(all.understood + all['asked back']).toBeGreaterThanOrEqual(186);
    expect(all.wrong).toBeLessThanOrEqual(4);
    const traps = tallied(unseen, station, ({ kind }) => kind).get('trap') ?? none;
    expect(traps.wrong).toBe(0);
  });
});
