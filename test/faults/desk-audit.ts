import type { Forum } from '#test/helpers/forum.ts';
import type { BotCall } from '#test/helpers/phone.ts';
import { type Customer, type Tag, tagsIn } from './desk-town.ts';
import type { Small } from './small.ts';

/** What became of every text that somebody said: by the messengers' own ledgers, not by our table. */
export type DeskReport = {
  readonly faults: readonly string[];
  /** Texts that arrived, in either direction. */
  readonly relayed: number;
  /** Messages that say nothing new where they are: shown once more. */
  readonly twice: number;
  readonly notes: number;
  /** Answers of which nobody knows whether they arrived, as their own topic was told. */
  readonly told: number;
};

export function auditDesk(rig: Small, customers: readonly Customer[], said: readonly Tag[]): DeskReport {
  const forums = [...rig.phone.forums.values()];
  const inTopics = rig.phone.calls.flatMap((call) => {
    const place = isNew(call) ? placeOf(call, forums) : null;
    return place === null ? [] : [{ place, text: textOf(call) }];
  });
  const onPhones = customers.flatMap(({ person, at }, index) =>
    rig
      .on(at)
      .bubbles(person)
      .map(({ text }) => ({ place: String(index), text })),
  );
  const topics = placesByTag(inTopics);
  const phones = placesByTag(onPhones);
  const faults: string[] = [];
  const counts = { relayed: 0, twice: 0, told: 0, notes: 0 };
  for (const tag of said) {
    const name = nameOf(tag);
    const wanted = String(tag.customer);
    const [there, told] = [phones.get(name) ?? [], topics.get(name) ?? []];
    if (tag.kind === 'n') {
      counts.notes += 1;
      if (there.length > 0) faults.push(`the note ${name} is at ${there.join()}`);
      continue;
    }
    const places = tag.kind === 'c' ? told : there;
    const copies = places.filter((place) => place === wanted).length;
    if (copies > 0) counts.relayed += 1;
    else if (tag.kind === 'a' && told.includes(wanted)) counts.told += 1;
    else faults.push(`${name} is nowhere`);
    if (copies > 1 && tag.kind === 'a' && customers[tag.customer]?.at === 'whatsapp')
      faults.push(`${name} is shown ${copies} times at WhatsApp`);
    faults.push(...places.filter((place) => place !== wanted).map((place) => `${name} is at ${place}`));
  }
  counts.twice = repeatsIn(inTopics) + repeatsIn(onPhones);
  for (const [index] of customers.entries())
    faults.push(...inversions(inTopics, 'c', index), ...inversions(onPhones, 'a', index));
  return { faults, ...counts };
}

type Shown = { readonly place: string; readonly text: string };

/** Where each text is, once for each time. */
function placesByTag(shown: readonly Shown[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { place, text } of shown)
    for (const tag of tagsIn(text)) {
      const known = places.get(nameOf(tag));
      if (known) known.push(place);
      else places.set(nameOf(tag), [place]);
    }
  return places;
}

function repeatsIn(shown: readonly Shown[]): number {
  const seen = new Set<string>();
  return shown.filter(({ place, text }) => {
    // Words may be quoted by a line about them; shown again is the same message.
    const shownThere = `${place} ${text}`;
    const isRepeat = tagsIn(text).length > 0 && seen.has(shownThere);
    seen.add(shownThere);
    return isRepeat;
  }).length;
}

function nameOf({ kind, customer, count }: Tag): string {
  return `${kind}${customer}.${count}`;
}

/** The customer whose topic it is, or what is wrong with the place; null for a chat that is no group. */
function placeOf({ body }: BotCall, forums: readonly Forum[]): string | null {
  const forum = forums.find(({ chat }) => chat === body.chat_id);
  if (!forum) return null;
  const title = forum.topics.get(body.message_thread_id ?? 0)?.title ?? 'no topic';
  const [, number] = /^Person(\d\d)/.exec(title) ?? [];
  return number === undefined ? title : String(Number(number));
}

function isNew({ method }: BotCall): boolean {
  return method.startsWith('send');
}

function textOf({ body }: BotCall): string {
  return `${body.text ?? ''}${body.caption ?? ''}`;
}

/** Texts come in the order they were said in, seen by where each comes first. */
function inversions(shown: readonly Shown[], kind: Tag['kind'], customer: number): readonly string[] {
  const tags = shown.filter(({ place }) => place === String(customer)).flatMap(({ text }) => tagsIn(text));
  const own = tags.filter((tag) => tag.kind === kind && tag.customer === customer);
  const order = [...new Set(own.map(({ count }) => count))];
  return order.flatMap((count, at) => {
    const before = order[at - 1] ?? 0;
    return before > count ? [`${kind}${customer}.${count} comes after ${before}`] : [];
  });
}
