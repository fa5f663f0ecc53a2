import { rungs } from '#shared/domain/inbound.ts';
import type { Played } from '#test/helpers/messenger.ts';
import type { PlayedWhatsApp } from '#test/helpers/whatsapp.ts';
import { inOneBody, type StatusNews } from '#test/helpers/whatsapp-updates.ts';
import type { Chance } from './chance.ts';

/**
 * What Meta tells of our messages, as badly as it may: late, twice, in any order, several in one body, and some of it
 * never.
 */
export type PostOffice = Required<Pick<Played, 'news'>> & {
  on: boolean;
  /** When the next body is posted; Infinity when none waits. */
  nextDue(): number;
  /** References of messages of which nobody was told in time: such a one may be sent once more. */
  readonly untold: ReadonlySet<string>;
  /** How far each message got by what was told of it: rungs by reference. */
  readonly rungs: ReadonlyMap<string, number>;
  /** Ids of messages that failed and whose failure was told. */
  readonly failed: ReadonlySet<string>;
};

type Letter = { readonly news: StatusNews; readonly at: number };

/** Well within the two minutes for which a chat waits for news. */
const soonMs = 60_000;
const lateMs = 10 * 60_000;

export function postOffice(
  { graph, updates }: PlayedWhatsApp,
  now: () => number,
  chance: Chance,
): PostOffice {
  const letters: Letter[] = [];
  const untold = new Set<string>();
  const failed = new Set<string>();
  const told = new Map<string, number>();
  /** All that is told of one message has the same luck. */
  const luckOf = new Map<string, Luck>();

  function collect(): void {
    for (const news of graph.news.splice(0)) {
      const luck = luckOf.get(news.wamid) ?? (office.on ? luckOfOne(chance) : 'prompt');
      luckOf.set(news.wamid, luck);
      if (luck !== 'prompt') untold.add(news.reference);
      if (luck !== 'never')
        post(news, luck === 'late' ? 2 * soonMs + chance.below(lateMs) : chance.below(soonMs));
    }
  }

  function post(news: StatusNews, delay: number): void {
    letters.push({ news: { ...news, at: now() }, at: now() + (office.on ? delay : 0) });
    if (office.on && chance.share(0.2)) letters.push({ news, at: now() + delay + chance.below(lateMs) });
  }

  function note({ status, wamid, reference }: StatusNews): void {
    if (status === 'failed') failed.add(wamid);
    else told.set(reference, Math.max(rungs[status], told.get(reference) ?? 0));
  }

  const office: PostOffice = {
    on: true,
    untold,
    failed,
    rungs: told,
    nextDue: () => {
      collect();
      return Math.min(...letters.map(({ at }) => at));
    },
    news() {
      collect();
      const due = letters.filter(({ at }) => at <= now());
      if (due.length === 0) return undefined;
      const some = shuffled(due, chance).slice(0, 1 + chance.below(4));
      for (const letter of some) letters.splice(letters.indexOf(letter), 1);
      for (const { news } of some) note(news);
      return inOneBody(some.map(({ news }) => updates.status(news)));
    },
  };
  return office;
}

type Luck = 'prompt' | 'late' | 'never';

function luckOfOne(chance: Chance): Luck {
  return chance.share(0.85) ? 'prompt' : chance.of(['late', 'never']);
}

function shuffled<T>(given: readonly T[], chance: Chance): readonly T[] {
  const places = given.map((one) => ({ one, place: chance.next() }));
  return places.sort((a, b) => a.place - b.place).map(({ one }) => one);
}
