import { type OutboxRow, outboxFrom } from '#shared/store/outbox.ts';
import type { Bubble } from '#test/helpers/bubble.ts';
import type { Item } from '#test/helpers/expressions.ts';
import type { Rig } from '#test/helpers/rig.ts';

/** The advisors' group as they see it, told by the table which message is what. */
export type TopicView = {
  readonly title: string;
  /** What was passed on and said there, in order; one line of text each, however many share a message. */
  readonly lines: readonly string[];
  /** The card as it stands now; null where there is none. It is pinned. */
  readonly card: string | null;
  /** Messages of ours that no record knows of: shown once more because the record was lost. */
  readonly unknown: readonly string[];
};

export const deskPk = 'O#telegram/0/desk/';

export function deskRowsIn(items: readonly Item[]): readonly OutboxRow[] {
  return items.filter(({ pk, sk }) => pk === deskPk && sk !== 'sender').map(outboxFrom);
}

/** General comes first; topics that were deleted are left out. */
export function deskView(rig: Rig, items: readonly Item[]): readonly TopicView[] {
  const rows = deskRowsIn(items);
  const idsOf = (slot: string | null) =>
    new Set(
      rows
        .filter(({ messages: [first] }) => (first?.kind === 'say' ? first.slot : null) === slot)
        .flatMap(({ parts }) => parts.flatMap((part) => part ?? [])),
    );
  const [words, cards, talk] = [idsOf(null), idsOf('card'), idsOf('talk')];
  return [...rig.desk.forum.topics.values()]
    .filter(({ deleted }) => !deleted)
    .map(({ title, messages }) => {
      const has = (ids: ReadonlySet<string>) => messages.filter(({ id }) => ids.has(String(id)));
      const people = messages.filter(({ from }) => from !== null);
      const known = new Set([...has(words), ...has(cards), ...has(talk), ...people]);
      return {
        title,
        lines: messages
          .filter((one) => known.has(one) && !cards.has(String(one.id)) && !talk.has(String(one.id)))
          .flatMap(linesOf),
        card: has(cards).findLast(({ pinned }) => pinned)?.text ?? null,
        unknown: unknownIn(messages.filter((one) => !known.has(one))),
      };
    });
}

/** An album is one call, however many pictures it has. */
function unknownIn(messages: readonly Bubble[]): readonly string[] {
  const first = messages.filter(
    ({ album }, at) => album === null || messages.findIndex((one) => one.album === album) === at,
  );
  return first.map(({ text }) => text);
}

/** A photo shows as one whether it came by itself or in an album, at once or in the place of words about it. */
function linesOf({ kind, text }: { readonly kind: string; readonly text: string }): readonly string[] {
  const plain = text.replaceAll(/\/h\/\w+/g, '/h/token');
  return kind === 'text' ? plain.split(/\n+/) : [`${kind}: ${text.replace(/^send\w+$/, '')}`];
}
