import { formatMinute, type LocalDate } from '#shared/domain/clock.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import type { SpokenTime, SpokenWish, Understood } from '#shared/domain/understood.ts';
import type { Said } from '#shared/text/wish/marks.ts';
import { isStrange, type Piece } from '#shared/text/wish/pieces.ts';

/** What was understood of a sentence, as lines to read: the sentence, its pieces, the words that no list has, the wish and what is asked. */
export function told(
  sentence: string,
  pieces: readonly Piece[],
  understood: Understood | null,
  today: LocalDate,
): string {
  const strange = pieces.filter(isStrange).map(({ text }) => text);
  const lines: [string, string][] = [
    ['pieces', pieces.map(pieceText).join(' | ')],
    ['strange', strange.join(', ')],
    ...(understood === null
      ? [['understood', 'nothing: a person or the menu'] as [string, string]]
      : understoodLines(understood, today)),
  ];
  return [
    sentence,
    ...lines.filter(([, said]) => said !== '').map(([name, said]) => `  ${name.padEnd(11)}${said}`),
    '',
  ].join('\n');
}

function pieceText({ text, said, figure }: Piece): string {
  const kinds = [...(figure ? [figure.is] : []), ...said.map(kindText)];
  return `${text} = ${kinds.length === 0 ? '?' : kinds.join('/')}`;
}

function kindText(said: Said): string {
  const more =
    'value' in said
      ? said.value
      : 'topic' in said
        ? said.topic
        : 'id' in said
          ? said.id
          : 'said' in said
            ? said.said
            : '';
  return more === '' ? said.is : `${said.is} ${more}`;
}

function understoodLines({ wish, asks }: Understood, today: LocalDate): [string, string][] {
  return [['asks', asks.join(', ')], ...(wish === null ? [] : wishLines(wish, today))];
}

function wishLines(wish: SpokenWish, today: LocalDate): [string, string][] {
  const flags = (['adds', 'otherWork', 'sameAsLast', 'earliest', 'otherTimes'] as const).filter(
    (flag) => wish[flag],
  );
  return [
    ['intent', wish.intent ?? 'none said'],
    ['services', wish.services.join(', ')],
    ['days', datesOf(wish.days, today).join(', ')],
    ['not on', datesOf(wish.notDays, today).join(', ')],
    ['time', wish.time === null ? '' : timeText(wish.time)],
    ['car', wish.car === null ? '' : wish.car.of === 'said' ? wish.car.said : 'the other one'],
    ['stay', wish.stay ?? ''],
    ['which one', wish.ordinal === null ? '' : String(wish.ordinal)],
    ['also', flags.join(', ')],
  ];
}

function timeText({ from, to, at }: SpokenTime): string {
  const parts = [
    ['from', from],
    ['to', to],
    ['at', at],
  ] as const;
  return parts
    .flatMap(([name, minute]) => (minute === null ? [] : [`${name} ${formatMinute(minute)}`]))
    .join(' ');
}
