import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLabelOnMyWay: () => 'Уже еду',
  stageLabelPhotos: ({ count }) => `Фото · ${count}`,
};

const nothing = 'От вас сейчас ничего не нужно.';

function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, photos, cents } = news;
  const since = f.isToday(at) ? f.time(at) : f.dayTime(at);
  const ready = readyBy !== null && `Будет готова ${f.deadline(readyBy)}.`;
  const more = newsBy !== null && `Новости ${f.deadline(newsBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'поправка, машины у нас пока нет.'),
        `Запись в силе: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `машина у нас, ${[since, ...conditionOf(news, f)].join(', ')}.`),
        photos > 0 && `Фото её состояния: ${photos}.`,
        newsBy === null ? 'Дальше осмотр.' : `Дальше осмотр, первые новости ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      return lines(
        f.about(car, `на осмотре у техников, начало: ${since}.`),
        'Дальше расскажем, что нашли.',
        more,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `ждём вашего ответа, начало: ${since}.`),
        'Как только ответите, продолжим.',
        ready,
        'Ответьте, пожалуйста, на смету здесь в чате или задайте вопрос.',
      );
    case 'parts':
      return lines(
        f.about(car, `ждём деталь, начало: ${since}.`),
        'Как только она придёт, продолжим.',
        more,
        ready,
        nothing,
      );
    case 'working':
      return lines(f.about(car, `в работе, начало: ${since}.`), 'Дальше проверка качества.', ready, nothing);
    case 'quality':
      return lines(
        f.about(car, `работа сделана, идёт проверка, начало: ${since}.`),
        'Дальше сообщим, что машина готова.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `машина готова, ${since}.`),
        cents !== null && `${f.money(cents)}, как договорились.`,
        `Забрать можно: ${f.hours}.`,
        'Дайте знать, когда выедете.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `машина снова у вас, ${since}.`),
        'Спасибо, что приехали. Все договорённости остаются здесь в чате.',
        nothing,
      );
    case 'cancelled':
      return lines(
        f.about(car, `визит отменён, ${f.dayTime(start)}.`),
        'Будем рады видеть вас в другой раз.',
      );
    case 'noShow':
      return lines(
        f.about(car, `мы не встретились, ${f.dayTime(start)}, и это время снова свободно.`),
        'Ждём вас в любой другой день: новое время выбирается в пару нажатий.',
      );
  }
}

function conditionOf(
  { mileage, fuel }: Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel'>,
  f: Format,
): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} км`]),
    ...(fuel === null ? [] : [`топливо ${tankOf(fuel)}`]),
  ];
}
