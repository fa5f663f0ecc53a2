import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { tankOf } from '../tank.ts';
import { deskStage } from './desk/stage.ts';

export const stage: GroupTexts<'stage'> = {
  stageNews: (news, f) => newsText(news, f),
  stageLate: ({ by }, f) => `Чекаємо на вас ${f.deadline(by)}.`,
  stageLabelPhotos: ({ count }) => `Фото · ${count}`,
  stageLabelOrder: () => 'Показати кошторис',
  stageLabelCollect: () => 'Уже їду',
  stageCollect: ({ opens }, f) =>
    opens === null
      ? 'Дякуємо, ключі чекатимуть на вас.'
      : `Дякуємо. Зараз у нас зачинено, відчиняємося ${f.dayTime(opens)}: ключі чекатимуть на вас.`,
  ...deskStage,
};

const nothing = 'Від вас зараз нічого не потрібно.';

/** What happened, what is next, when, what is needed: four lines at most. */
function newsText({ stage, car, at, ...news }: PhraseArgs['stageNews'], f: Format): string {
  const { start, readyBy, newsBy, cents, asked, waits } = news;
  const since = f.isToday(at) ? ` з ${f.time(at)}` : `, ${f.dayTime(at)}`;
  const ready = readyBy !== null && `Буде готове ${f.deadline(readyBy)}.`;
  switch (stage) {
    case 'booked':
      return lines(
        f.about(car, 'поправка, авто в нас поки немає.'),
        `Запис у силі: ${f.when(start)}.`,
        nothing,
      );
    case 'arrived':
      return lines(
        f.about(car, `авто в нас${[since, ...conditionOf(news, f)].join(', ')}.`),
        newsBy === null ? 'Далі огляд.' : `Далі огляд, перші новини ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'checking':
      // Agreed, not begun: what is next is the work, and not what is found.
      if (cents !== null)
        return lines(
          f.about(car, `роботи погоджено, ${f.money(cents)}.`),
          'Далі візьмемося за них.',
          ready,
          nothing,
        );
      return lines(
        f.about(car, `на огляді в техніків${since}.`),
        newsBy === null
          ? 'Далі розкажемо, що знайшли.'
          : `Далі розкажемо, що знайшли, ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'answer':
      return lines(
        f.about(car, `чекаємо на вашу відповідь${since}.`),
        'Щойно відповісте, продовжимо.',
        ready,
        asked
          ? 'Дайте, будь ласка, відповідь на кошторис тут у чаті або поставте запитання.'
          : 'Дайте, будь ласка, відповідь тут у чаті. Якщо питання незрозуміле, просто напишіть нам.',
      );
    case 'parts':
      return lines(
        f.about(car, `чекаємо на деталь${since}.`),
        newsBy === null
          ? 'Щойно вона надійде, продовжимо.'
          : `Щойно вона надійде, продовжимо; новини ${f.deadline(newsBy)}.`,
        ready,
        nothing,
      );
    case 'working':
      return lines(f.about(car, `у роботі${since}.`), 'Далі перевірка якості.', ready, nothing);
    case 'quality':
      return lines(
        f.about(car, `роботу зроблено, триває перевірка${since}.`),
        'Далі повідомимо, що авто готове.',
        ready,
        nothing,
      );
    case 'ready':
      return lines(
        f.about(car, `авто готове${since}.`),
        cents !== null && `${f.money(cents)}, як домовилися.`,
        `Забрати можна: ${f.hours}.`,
        waits && f.isToday(start) && f.isToday(at)
          ? 'Якщо ви ще в нас, підійдіть, будь ласка, до приймальні.'
          : 'Напишіть, будь ласка, коли виїдете.',
      );
    case 'handedBack':
      return lines(
        f.about(car, `авто видано вам${f.isToday(at) ? ` о ${f.time(at)}` : since}.`),
        'Дякуємо, що приїхали. Усі домовленості залишаються тут у чаті.',
      );
    case 'cancelled':
      return lines(
        f.about(car, `візит скасовано (${f.dayTime(start)}).`),
        'Будемо раді бачити вас іншим разом.',
      );
    case 'noShow':
      return lines(
        f.about(car, `візит не відбувся (${f.dayTime(start)}), час знову вільний.`),
        'Чекаємо на вас будь-якого іншого дня: новий час обирається за кілька натискань.',
      );
  }
}

type Condition = Pick<PhraseArgs['stageNews'], 'mileage' | 'fuel' | 'photos'>;

function conditionOf({ mileage, fuel, photos }: Condition, f: Format): string[] {
  return [
    ...(mileage === null ? [] : [`${f.plural(mileage, { other: '#' })} км`]),
    ...(fuel === null ? [] : [`пальне ${tankOf(fuel)}`]),
    ...(photos === 0 ? [] : [`фото стану: ${photos}`]),
  ];
}
