import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

/** The time before, since it is a promise that they remember. */
const instead = (was: number | null, start: number, f: Format) =>
  was === null ? '' : ` (було ${f.ready(was, start)})`;

export const coming: GroupTexts<'coming'> = {
  comingAskLate: ({ car }, f) => f.about(car, 'на скільки приблизно затримаєтеся?'),
  comingHeld: ({ car, by }, f) =>
    f.about(car, `дякуємо, що попередили. Пост тримаємо за вами до ${f.time(by)}.`),
  comingFits: ({ car, start, by, readyBy, moved, was }, f) =>
    f.about(
      car,
      `ще встигаємо, приїжджайте на ${f.time(by)}. Авто буде готове ${f.ready(readyBy, start)}${moved ? instead(was, start, f) : ', як домовлялися'}.`,
    ),
  comingNeeded: ({ car, start, next, readyBy }, f) =>
    lines(
      f.about(
        car,
        next !== null
          ? `о ${f.time(next)} пост потрібен для іншого авто.`
          : readyBy === null
            ? 'так пізно робота цього дня вже не вміщується.'
            : 'зачекати на місці тоді вже не вийде.',
      ),
      readyBy === null
        ? 'Підібрати інший час?'
        : `Якщо залишите авто, воно буде готове ${f.ready(readyBy, start)}. Чи підібрати інший час?`,
    ),
  comingOnWay: ({ car, by }, f) => f.about(car, `добре, пост тримаємо до ${f.time(by)}. Щасливої дороги.`),
  comingHere: ({ car }, f) => f.about(car, 'вітаємо! На рецепції знають, що ви тут, до вас зараз підійдуть.'),
  comingCant: ({ car, start }, f) =>
    f.about(car, `дякуємо, що попередили. Як вчинимо з візитом ${f.dayTime(start)}?`),

  comingDesk: ({ what, car, start, by, readyBy }, f) => {
    const visit = f.about(car, f.dayTime(start));
    const time = f.time(by);
    const ready = f.ready(readyBy, start);
    return {
      yes: `${visit}: клієнт буде.`,
      late: `${visit}: запізнюється, буде до ${time}. Пост тримаємо.`,
      placed: `${visit}: запізнюється, буде до ${time}. Роботу переставлено, готовність ${ready}.`,
      needed: `${visit}: запізнюється, буде до ${time}. Не вміщується: клієнт вирішує, залишити авто чи перенести.`,
      onWay: `${visit}: клієнт у дорозі. Пост тримаємо до ${time}.`,
      here: `${visit}: клієнт на місці.`,
      hereAfter: `${visit}: клієнт усе ж на місці. Пост уже звільнено; підійдіть, будь ласка.`,
      onWayAfter: `${visit}: клієнт усе ж їде. Пост уже звільнено; дайте, будь ласка, відповідь.`,
      cant: `${visit}: клієнт не зможе приїхати. Запропоновано інший час.`,
    }[what];
  },

  waitlistJoined: ({ minutes, ...wish }, f) =>
    lines(
      `Ви в листі очікування. ${wishLine(wish, f)}`,
      `Коли такий час звільниться, напишу сюди і ${f.duration(minutes)} триматиму його за вами.`,
    ),
  waitlistMost: ({ count }, f) =>
    `Ви вже чекаєте на ${f.plural(count, { one: '# варіант', few: '# варіанти', many: '# варіантів', other: '# варіанта' })}. Спершу відмовтеся від одного з них.`,
  waitlistOffer: ({ services, car, start, from, until, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Звільнився час, на який ви чекали: ${f.dayTime(start)}${from === null ? '' : ` замість ${f.dayTime(from)}`}.`,
      f.about(car, `${f.services(services)}.`),
      readyLine(start, readyIfLeft, readyIfWaiting, f),
      `Тримаємо його за вами до ${f.time(until)}.`,
    ),
  waitlistPassed: () => 'Гаразд. Ви лишаєтеся в листі очікування, про наступний час теж напишу.',
  waitlistOver: () => 'Цей час за вами вже не тримається. Ви лишаєтеся в листі очікування.',
  waitlistEntry: ({ number, ...wish }, f) => `${number > 0 ? `${number}. ` : ''}${wishLine(wish, f)}`,
  waitlistNone: () => 'Зараз ви нічого не чекаєте.',
  waitlistLeft: (wish, f) => `Ви більше не в листі очікування. ${wishLine(wish, f)}`,
  waitlistCard: ({ count }, f) =>
    `У листі очікування: ${f.plural(count, { one: '# побажання', few: '# побажання', many: '# побажань', other: '# побажання' })}.`,

  comingLabelLate: () => 'Запізнююся',
  comingLabelMinutes: ({ minutes, open }, f) => `${f.duration(minutes)}${open ? ' або більше' : ''}`,
  comingLabelLeave: ({ readyBy }, f) => `Залишу, до ${f.time(readyBy)}`,
  comingLabelOnWay: () => 'Уже в дорозі',
  comingLabelHere: () => 'Я вже на місці',
  waitlistLabelJoin: () => 'Лист очікування',
  waitlistLabelMine: () => 'Мій лист очікування',
  waitlistLabelBook: () => 'Записатися',
  waitlistLabelNotNow: () => 'Не зараз',
  waitlistLabelLeave: ({ number }) => (number > 0 ? `Більше не чекаю: ${number}` : 'Більше не чекаю'),
};

type Wish = PhraseArgs['waitlistLeft'];

function wishLine({ services, car, date, until }: Wish, f: Format): string {
  const when = date === null ? `будь-який день до ${f.day(until)}` : f.day(date);
  return `${f.capital(f.about(car, [f.services(services), when].filter(Boolean).join(', ')))}.`;
}

function readyLine(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null)
    return `Залишите авто: готове ${f.ready(left, start)}; зачекаєте: ${f.ready(waiting, start)}.`;
  const ready = left ?? waiting;
  if (ready === null) return '';
  return left === null
    ? `Зачекати можна на місці, готове ${f.ready(ready, start)}.`
    : `Авто залишиться в нас, готове ${f.ready(ready, start)}.`;
}
