import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

/** The time before, since it is a promise that they remember. */
const instead = (was: number | null, start: number, f: Format) =>
  was === null ? '' : ` (было ${f.ready(was, start)})`;

export const coming: GroupTexts<'coming'> = {
  comingAskLate: ({ car }, f) => f.about(car, 'на сколько примерно задержитесь?'),
  comingHeld: ({ car, by }, f) =>
    f.about(car, `спасибо, что предупредили. Пост держим за вами до ${f.time(by)}.`),
  comingFits: ({ car, start, by, readyBy, moved, was }, f) =>
    f.about(
      car,
      `всё ещё успеваем, приезжайте к ${f.time(by)}. Машина будет готова ${f.ready(readyBy, start)}${moved ? instead(was, start, f) : ', как договаривались'}.`,
    ),
  comingNeeded: ({ car, start, next, readyBy }, f) =>
    lines(
      f.about(
        car,
        next !== null
          ? `в ${f.time(next)} пост нужен под другую машину.`
          : readyBy === null
            ? 'так поздно работа в этот день уже не помещается.'
            : 'подождать на месте тогда уже не получится.',
      ),
      readyBy === null
        ? 'Подобрать другое время?'
        : `Если оставите машину, она будет готова ${f.ready(readyBy, start)}. Или подобрать другое время?`,
    ),
  comingOnWay: ({ car, by }, f) => f.about(car, `хорошо, пост держим до ${f.time(by)}. Счастливой дороги.`),
  comingHere: ({ car }, f) =>
    f.about(car, 'добро пожаловать! В приёмной знают, что вы здесь, к вам сейчас подойдут.'),
  comingCant: ({ car, start }, f) =>
    f.about(car, `спасибо, что предупредили. Как поступим с визитом ${f.dayTime(start)}?`),

  comingDesk: ({ what, car, start, by, readyBy }, f) => {
    const visit = f.about(car, f.dayTime(start));
    const time = f.time(by);
    const ready = f.ready(readyBy, start);
    return {
      yes: `${visit}: клиент будет.`,
      late: `${visit}: опаздывает, будет к ${time}. Пост держим.`,
      placed: `${visit}: опаздывает, будет к ${time}. Работа переставлена, готовность ${ready}.`,
      needed: `${visit}: опаздывает, будет к ${time}. Не помещается: клиент решает, оставить машину или перенести.`,
      onWay: `${visit}: клиент в пути. Пост держим до ${time}.`,
      here: `${visit}: клиент на месте.`,
      hereAfter: `${visit}: клиент всё же на месте. Пост уже освобождён; подойдите, пожалуйста.`,
      onWayAfter: `${visit}: клиент всё же едет. Пост уже освобождён; ответьте, пожалуйста.`,
      cant: `${visit}: клиент не сможет приехать. Предложено другое время.`,
    }[what];
  },

  waitlistJoined: ({ minutes, ...wish }, f) =>
    lines(
      `Вы в листе ожидания. ${wishLine(wish, f)}`,
      `Когда такое время освободится, напишу сюда и ${f.duration(minutes)} буду держать его за вами.`,
    ),
  waitlistMost: ({ count }, f) =>
    `Вы уже ждёте ${f.plural(count, { one: '# время', few: '# варианта', many: '# вариантов', other: '# варианта' })}. Сначала откажитесь от одного из них.`,
  waitlistOffer: ({ services, car, start, from, until, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Освободилось время, которого вы ждали: ${f.dayTime(start)}${from === null ? '' : ` вместо ${f.dayTime(from)}`}.`,
      f.about(car, `${f.services(services)}.`),
      readyLine(start, readyIfLeft, readyIfWaiting, f),
      `Держим его за вами до ${f.time(until)}.`,
    ),
  waitlistPassed: () => 'Хорошо. Вы остаётесь в листе ожидания, о следующем времени тоже напишу.',
  waitlistOver: () => 'Это время за вами больше не держится. Вы остаётесь в листе ожидания.',
  waitlistEntry: ({ number, ...wish }, f) => `${number > 0 ? `${number}. ` : ''}${wishLine(wish, f)}`,
  waitlistNone: () => 'Сейчас вы ничего не ждёте.',
  waitlistLeft: (wish, f) => `Вы больше не в листе ожидания. ${wishLine(wish, f)}`,
  waitlistCard: ({ count }, f) =>
    `В листе ожидания: ${f.plural(count, { one: '# пожелание', few: '# пожелания', many: '# пожеланий', other: '# пожелания' })}.`,

  comingLabelLate: () => 'Опаздываю',
  comingLabelMinutes: ({ minutes, open }, f) => `${f.duration(minutes)}${open ? ' или больше' : ''}`,
  comingLabelLeave: ({ readyBy }, f) => `Оставлю, до ${f.time(readyBy)}`,
  comingLabelOnWay: () => 'Уже в пути',
  comingLabelHere: () => 'Я уже на месте',
  waitlistLabelJoin: () => 'Лист ожидания',
  waitlistLabelMine: () => 'Мой лист ожидания',
  waitlistLabelBook: () => 'Записаться',
  waitlistLabelNotNow: () => 'Не сейчас',
  waitlistLabelLeave: ({ number }) => (number > 0 ? `Больше не жду: ${number}` : 'Больше не жду'),
};

type Wish = PhraseArgs['waitlistLeft'];

function wishLine({ services, car, date, until }: Wish, f: Format): string {
  const when = date === null ? `любой день до ${f.day(until)}` : f.day(date);
  return `${f.capital(f.about(car, [f.services(services), when].filter(Boolean).join(', ')))}.`;
}

function readyLine(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null)
    return `Оставите машину: готова ${f.ready(left, start)}; подождёте: ${f.ready(waiting, start)}.`;
  const ready = left ?? waiting;
  if (ready === null) return '';
  return left === null
    ? `Можно подождать на месте, машина готова ${f.ready(ready, start)}.`
    : `Машина останется у нас, готова ${f.ready(ready, start)}.`;
}
