import { deskPeople } from '#test/helpers/desk.ts';
import type { ShownTopic } from '#test/helpers/forum.ts';
import type { Person } from '#test/helpers/rig.ts';
import type { Chance } from './chance.ts';
import { quietDesk } from './quiet-desk.ts';
import type { Small } from './small.ts';

/**
 * Customers of both messengers and the advisors who answer them. Every text says whose talk it belongs to and which one it
 * is: `[c07.3]` the third question of customer 7, `[a07.2]` the second answer to them, `[n07.1]` a note about them.
 */
export type Customer = { readonly person: Person; readonly at: 'telegram' | 'whatsapp' };

export function customersOf(count: number): readonly Customer[] {
  return Array.from({ length: count }, (_, index) => ({
    person: { id: 7_300_000 + index, first_name: `Person${number(index)}`, language_code: 'en' },
    at: index % 2 === 0 ? ('telegram' as const) : ('whatsapp' as const),
  }));
}

function number(index: number): string {
  return String(index).padStart(2, '0');
}

export type Kind = 'c' | 'a' | 'n';
export type Tag = { readonly kind: Kind; readonly customer: number; readonly count: number };

export function tagsIn(text: string): readonly Tag[] {
  return [...text.matchAll(/\[([can])(\d\d)\.(\d+)\]/g)].map(([, kind, customer, count]) => ({
    kind: kind === 'c' || kind === 'a' ? kind : 'n',
    customer: Number(customer),
    count: Number(count),
  }));
}

/** What people and advisors do, one act after the other, and every text that our webhook took. */
export function deskTown(rig: Small, customers: readonly Customer[], chance: Chance) {
  const desk = quietDesk(rig);
  const said: Tag[] = [];
  const counts = new Map<string, number>();

  function next(kind: Kind, customer: number): string {
    const name = `${kind}${customer}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `[${kind}${number(customer)}.${count}]`;
  }

  async function asks(index: number): Promise<void> {
    const customer = customers[index];
    if (!customer) return;
    const { person, at } = customer;
    const tag = next('c', index);
    const text = chance.of([`Is it ready ${tag}`, `My brakes squeak ${tag}`, `${tag} and one more thing`]);
    await rig.on(at).brings(rig.played[at].updates.text(text, person));
    said.push(...tagsIn(tag));
  }

  /** Null while they have none, or somebody deleted it. */
  async function topicOf({ person, at }: Customer): Promise<ShownTopic | null> {
    const topic = await desk.topicOf(person, at).catch(() => null);
    return topic?.deleted ? null : topic;
  }

  /** Each customer has an advisor of their own: nobody is asked whether they may. */
  async function answers(index: number, kind: 'a' | 'n'): Promise<void> {
    const customer = customers[index];
    const topic = customer && (await topicOf(customer));
    if (!topic) return;
    const tag = next(kind, index);
    const words = kind === 'n' ? `// he never pays ${tag}` : `We look at it ${tag}`;
    await desk.as(index % 3 === 0 ? deskPeople.maria : deskPeople.eleni).says(words, topic);
    said.push(...tagsIn(tag));
  }

  async function disturbs(index: number): Promise<void> {
    const customer = customers[index];
    const topic = customer && (await topicOf(customer));
    if (!topic) return;
    if (chance.share(0.5)) desk.deletes(topic);
    else await desk.closes(topic);
  }

  return {
    said,
    async act(): Promise<void> {
      const index = chance.below(customers.length);
      const dice = chance.next();
      const { rights } = rig.desk.forum;
      if (!rights.topics && chance.share(0.2)) rights.topics = true;
      if (dice < 0.4) await asks(index);
      else if (dice < 0.8) await answers(index, 'a');
      else if (dice < 0.96) await answers(index, 'n');
      else if (dice < 0.99) await disturbs(index);
      else rights.topics = false;
    },
  };
}
