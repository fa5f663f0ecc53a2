import type { NewRow } from '#shared/store/outbox.ts';
import { desk, type GroupLine, lineOf, of, photoOf, relayed } from '#test/functions/deliver/group.ts';
import { chanceOf } from './chance.ts';

/**
 * An hour at the advisors' desk, as rows that the decisions of such an hour put into the outbox. Assumptions, all on the
 * busy side: 40 customers write within the hour, each first 4 to 7 messages to the bot, 10 to 40 s apart; 24 of them want a
 * person, and then it goes to and fro 3 to 6 times: 1 to 3 messages 2 to 8 s apart, one time in seven an album of 2 to 5
 * pictures, an answer of one of 6 advisors 40 to 150 s later, with ticks. `spread` says when they come: evenly over the
 * hour, or half of them within the same quarter of an hour, which is then nearly twice what the group takes.
 */
export const customers = 40;
const wantPerson = 24;
const minute = 60_000;

/** `person`: one person's words for another; `mirror`: what a customer said to the bot; `other`: lines, cards, ticks. */
export type Traffic = 'person' | 'mirror' | 'answer' | 'other';

/** A row and the moment of its birth, in milliseconds of the hour. */
export type Due = {
  readonly at: number;
  readonly sk: string;
  readonly traffic: Traffic;
  readonly customer: number;
  put(line: GroupLine, born: number): void;
};

export function busyHour(seed: number, spread: 'evenly' | 'rush'): readonly Due[] {
  const { of: pick, below } = chanceOf(seed);
  const due: Due[] = [];
  let count = 0;
  const between = (least: number, most: number) => least + below(most - least + 1);

  for (let customer = 1; customer <= customers; customer += 1) {
    const topic = of(`customer${customer}`, `Customer ${customer}`);
    const add = (at: number, traffic: Traffic, put: (line: GroupLine, sk: string, born: number) => void) => {
      count += 1;
      const sk = `t${String(at).padStart(8, '0')}-${String(count).padStart(4, '0')}`;
      due.push({ at, sk, traffic, customer, put: (line, born) => put(line, sk, born) });
    };
    const words = (at: number, traffic: 'person' | 'mirror') =>
      add(at, traffic, (line, sk, born) => line.has(sk, [relayed(`[${sk}]`)], said(sk, traffic), born));
    const said = (sk: string, priority: 'person' | 'mirror'): Partial<NewRow> => ({
      topic,
      priority,
      source: { at: `toy/1/${customer}/`, messageId: sk, tells: null },
    });
    const card = (at: number) =>
      add(at, 'other', (line, sk, born) =>
        line.has(sk, [lineOf(`card ${sk}`, 'card')], { topic, priority: 'answer' }, born),
      );
    const tick = (at: number, target: string, mark: 'sent' | 'delivered' | 'read') =>
      add(at, 'other', (line, sk, born) =>
        line.has(sk, [{ kind: 'react', target, mark }], { topic, priority: 'answer' }, born),
      );

    const rush = pick([between(0, 20), between(20, 34), between(20, 34), between(34, 50)]);
    let at = (spread === 'rush' ? rush : between(0, 50)) * minute + below(minute);
    card(at);
    for (let said = between(4, 7); said > 0; said -= 1) {
      words(at, 'mirror');
      add(at + 1, 'other', (line, sk, born) => line.has(sk, [lineOf(`talk ${sk}`, 'talk')], { topic }, born));
      at += between(10, 40) * 1000;
    }
    if (customer > wantPerson) continue;
    add(at, 'person', (line, sk, born) =>
      line.has(sk, [lineOf(`[${sk}]`)], { topic, priority: 'person' }, born),
    );
    card(at);
    for (let round = between(3, 6); round > 0; round -= 1) {
      for (let more = between(1, 3); more > 0; more -= 1) {
        words(at, 'person');
        at += between(2, 8) * 1000;
      }
      if (below(7) === 0) {
        const album = `album${customer}.${round}`;
        for (let photo = between(2, 5); photo > 0; photo -= 1) {
          const born = at;
          add(born, 'person', (line, sk, from) => {
            const messages = [photoOf(line.photo(sk), album, `[${sk}]`)];
            line.has(sk, messages, { ...said(sk, 'person'), album, notBefore: from + 2_000 }, from);
          });
          at += 200;
        }
      }
      at += between(40, 150) * 1000;
      const advised = at;
      const to = `telegram/4242/${1000 + customer}/`;
      add(advised, 'answer', (line, sk, born) => {
        const tells = `telegram/4242/-1002000000001/${customer}`;
        const source = { at: desk, messageId: sk, tells };
        line.has(sk, [relayed(`[${sk}]`)], { destination: to, source, priority: 'person' }, born);
      });
      card(advised);
      for (const [step, mark] of (['sent', 'delivered', 'read'] as const).entries())
        tick(advised + 500 + step * 4_000, String(90_000 + count), mark);
      at += between(20, 90) * 1000;
    }
  }
  return due.sort((a, b) => a.at - b.at || (a.sk < b.sk ? -1 : 1));
}
