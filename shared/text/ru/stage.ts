import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';
import { deskStage } from './desk/stage.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLate: ({ by }, f) => `Ждём вас ${f.deadline(by)}.`,
  stageLabelPhotos: ({ count }) => `Фото · ${count}`,
  stageLabelOrder: () => 'Показать смету',
  stageLabelCollect: () => 'Уже еду',
  stageCollect: ({ opens }, f) =>
    opens === null
      ? 'Спасибо, ключи будут ждать вас.'
      : `Спасибо. Сейчас у нас закрыто, открываемся ${f.dayTime(opens)}: ключи будут ждать вас.`,
  ...deskStage,
};

const nothing = 'От вас сейчас ничего не нужно.';

/** What happened, what is next, when, what is needed: four lines at most. */
function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, cents, asked, waits } = news;
  const since = f.isToday(at) ? ` с ${f.time(at)}` : `, ${f.dayTime(at)}`;
  const ready = readyBy !== null && `Будет готова ${f.deadline(readyBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'поправка, машины у нас пока нет.'),
        `Запись в силе: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `машина у нас${[since, ...conditionOf(news, f)].join(', ')}.`),
        newsBy === null ? 'Дальше осмотр.' : `Дальше осмотр, первые новости ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      // Agreed, not begun: what is next is the work, and not what is found.
      if (cents !== null)
        return lines(
          f.about(car, `работы согласованы, ${f.money(cents)}.`),
          'Дальше приступим к ним.',
          ready,
          nothing,
        );
      return lines(
        f.about(car, `на осмотре у техников${since}.`),
        newsBy === null
          ? 'Дальше расскажем, что нашли.'
          : `Дальше расскажем, что нашли, ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `ждём вашего ответа${since}.`),
        'Как только ответите, продолжим.',
        ready,
        asked
          ? 'Ответьте, пожалуйста, на смету здесь в чате или задайте вопрос.'
          : 'Ответьте, пожалуйста, здесь в чате. Если вопрос неясен, просто напишите нам.',
      );
    case 'parts':
      return lines(
        f.about(car, `ждём деталь${since}.`),
        newsBy === null
          ? 'Как только она придёт, продолжим.'
          : `Как только она придёт, продолжим; новости ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'working':
      return lines(f.about(car, `в работе${since}.`), 'Дальше проверка качества.', ready, nothing);
    case 'quality':
      return lines(
        f.about(car, `работа сделана, идёт проверка${since}.`),
        'Дальше сообщим, что машина готова.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `машина готова${since}.`),
        cents !== null && `${f.money(cents)}, как договорились.`,
        `Забрать можно: ${f.hours}.`,
        waits && f.isToday(start) && f.isToday(at)
          ? 'Если вы ещё у нас, подойдите, пожалуйста, в приёмную.'
          : 'Напишите, пожалуйста, когда выедете.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `машина выдана вам${f.isToday(at) ? ` в ${f.time(at)}` : since}.`),
        'Спасибо, что приехали. Все договорённости остаются здесь в чате.',
      );
    case 'cancelled':
      return lines(
        f.about(car, `визит отменён (${f.dayTime(start)}).`),
        'Будем рады видеть вас в другой раз.',
      );
    case 'noShow':
      return lines(
        f.about(car, `визит не состоялся (${f.dayTime(start)}), время снова свободно.`),
        'Ждём вас в любой другой день: новое время выбирается в пару нажатий.',
      );
  }
}

type Condition = Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel' | 'photos'>;

function conditionOf({ mileage, fuel, photos }: Condition, f: Format): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} км`]),
    ...(fuel === null ? [] : [`топливо ${tankOf(fuel)}`]),
    ...(photos === 0 ? [] : [`фото состояния: ${photos}`]),
  ];
}
