import type { CallReason } from '#shared/domain/call-reason.ts';
import type { DelayReason } from '#shared/domain/visit/life.ts';
import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

const why: Readonly<Record<DelayReason, string>> = {
  parts: 'деталь едет дольше, чем мы рассчитывали.',
  found: 'работы оказалось больше, чем было видно сначала.',
  answer: 'пока ждём вашего ответа.',
  queue: 'предыдущая работа затянулась.',
  test: 'проверка занимает чуть больше времени.',
  longer: 'работа идёт дольше, чем мы планировали.',
};
const short: Readonly<Record<DelayReason, string>> = {
  parts: 'Ждём деталь',
  found: 'Нашли ещё работу',
  answer: 'Ждём ответа',
  queue: 'Очередь',
  test: 'Проверка',
  longer: 'Идёт дольше',
};
const nothing = 'От вас сейчас ничего не нужно.';
const home = 'Ждать на месте не нужно: напишем, когда машина будет готова.';
const ask = 'Ответьте, пожалуйста, здесь в чате.';
/** `most`: characters of the advisor's own words, so that all of it stays short. */
const because = (reason: DelayReason, words: string, most = 110) =>
  words === '' ? why[reason] : closed(excerpt(words, most));
/** To the desk; that a car is ready earlier needs no reason. */
const inShort = (reason: DelayReason, words: string, later: boolean) =>
  words !== '' ? `: ${excerpt(words, 60)}` : later ? `: ${short[reason].toLowerCase()}` : '';
const closed = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);
const calls: Readonly<Record<CallReason, string>> = {
  asks: 'согласия на наши сообщения нет.',
  quiet: 'в тихие часы бот не пишет.',
  cap: 'больше сообщений за сутки бот не шлёт.',
  reach: 'мессенджера этого человека у нас нет.',
};
const called = (reason: CallReason, phone: string) =>
  `Позвоните, пожалуйста${phone === '' ? '' : `, ${phone}`}: ${calls[reason]}`;

export const promise: GroupTexts<'promise'> = {
  promiseExpected: ({ car, start }, f) => f.about(car, `ждали вас в ${f.time(start)}. Всё в порядке?`),
  promiseMoved: ({ car, reason, words, from, to, newsBy, waits }, f) =>
    to > from
      ? lines(
          f.about(car, because(reason, words, newsBy === null && !waits ? 110 : 60)),
          `Новый срок: ${f.deadline(to)} (было ${f.deadline(from)}). Просим прощения за ожидание.`,
          newsBy !== null && `Следующие новости ${f.deadline(newsBy)}.`,
          reason === 'answer' ? ask : waits && !f.isToday(to) ? home : nothing,
        )
      : lines(
          f.about(car, 'хорошая новость, машина будет готова раньше.'),
          words !== '' && closed(excerpt(words, 110)),
          `Новый срок: ${f.deadline(to)} (было ${f.deadline(from)}).`,
          nothing,
        ),
  promiseNewsMoved: ({ car, reason, words, to }, f) =>
    lines(
      f.about(car, because(reason, words)),
      `Новости будут ${f.deadline(to)}. Просим прощения за ожидание.`,
      reason === 'answer' ? ask : nothing,
    ),
  promiseFine: ({ car, to }, f) => f.about(car, `спасибо. Машина будет готова ${f.deadline(to)}.`),
  promiseCollect: ({ car, since }, f) =>
    lines(
      f.about(car, `машина готова и ждёт у нас, ${f.dayTime(since)}.`),
      `Забрать можно: ${f.hours}.`,
      'Дайте знать, когда выедете.',
    ),
  promiseLabelFine: () => 'Хорошо',
  promiseRequested: ({ car, start, advisor, by }, f) =>
    lines(
      f.about(car, `время за вами: ${f.dayTime(start)}.`),
      `${f.person(advisor)} подтвердит визит здесь ${f.deadline(by)}. До этого это запрос, а не запись.`,
    ),

  promiseDeskExpected: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `ждали в ${f.time(start)}, приезд не отмечен. Визит ${ref}.`),
      call === null
        ? 'Владельца только что спросили.'
        : `${called(call, phone)} Пост остаётся за машиной, пока вы не решите.`,
    ),
  promiseDeskReleased: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `машины в ${f.time(start)} не было, пост снова свободен. Визит ${ref}.`),
      call === null ? 'Владельцу сказано.' : called(call, phone),
    ),
  promiseDeskWarn: ({ ref, car, of, by, call, phone }, f) =>
    lines(
      f.about(
        car,
        of === 'ready'
          ? `обещана ${f.deadline(by)}, ещё не готова. Визит ${ref}.`
          : `новости обещаны ${f.deadline(by)}. Визит ${ref}.`,
      ),
      call !== null
        ? called(call, phone)
        : of === 'ready'
          ? 'Новый срок или [Готова]: владелец узнает от вас. Иначе за десять минут бот напишет, что нужно больше времени.'
          : 'Новый этап или слово владельцу и есть новости. Иначе за десять минут бот напишет, как обстоят дела.',
    ),
  promiseDeskNewsCall: ({ ref, car, by, call, phone }, f) =>
    lines(f.about(car, `новости обещаны ${f.deadline(by)}. Визит ${ref}.`), called(call, phone)),
  promiseDeskUntold: ({ ref, car, since, call, phone }, f) =>
    lines(
      f.about(car, `машина готова (${f.dayTime(since)}), владелец ещё не знает. Визит ${ref}.`),
      called(call, phone),
    ),
  promiseDeskMoved: ({ ref, car, of, by, from, to, reason, words, told, phone }, f) =>
    lines(
      f.about(
        car,
        `${of === 'ready' ? 'готовность' : 'новости'} ${f.deadline(to)} (было ${f.deadline(from)}). Визит ${ref}.`,
      ),
      `${by === null ? 'Перенёс бот: срок никто не назвал' : f.person(by)}${inShort(reason, words, to > from)}.`,
      told === 'now'
        ? 'Владельцу сказано.'
        : told === 'later'
          ? 'Владелец узнает, когда кончатся его тихие часы.'
          : called(told, phone),
    ),
  promiseDeskClose: ({ ref, car, by, closes }, f) =>
    lines(
      f.about(car, `работа не закончена, в ${f.time(closes)} закрываемся. Визит ${ref}.`),
      `Обещано ${f.deadline(by)}. Срок в силе?`,
    ),
  promiseDeskRequested: ({ name, car, services, start, stay, by, until }, f) =>
    lines(
      `${[name, car].filter(Boolean).join(' · ')}: просит ${f.dayTime(start)}, ${stay === 'wait' ? 'подождёт' : 'оставит машину'}.`,
      `${excerpt(f.services(services), 90)}.`,
      `За полгода два визита без приезда: подтвердите, пожалуйста. Ответ ${f.deadline(by)}; время занято до: ${f.dayTime(until)}.`,
    ),
  promiseLabelConfirm: () => 'Подтвердить',
  promiseDeskStands: ({ ref, car, by, advisor }, f) =>
    f.about(car, `срок в силе, ${f.deadline(by)}; подтверждает ${f.person(advisor)}. Визит ${ref}.`),
  promiseDeskWaits: ({ ref, car, since, phone }, f) =>
    lines(
      f.about(car, `машина готова (${f.dayTime(since)}), её не забрали. Визит ${ref}.`),
      `Позвоните, пожалуйста, ${phone === '' ? 'владельцу' : phone}.`,
    ),
  promiseDeskWhen: ({ ref, car, by }, f) =>
    f.about(car, `обещано ${f.deadline(by)}. Какой новый срок? Визит ${ref}.`),
  promiseDeskWhy: ({ ref, car, of, to }, f) =>
    f.about(car, `${of === 'ready' ? 'готовность' : 'новости'} ${f.deadline(to)}. Почему? Визит ${ref}.`),
  promiseDeskWhich: () => 'О каком визите речь?',
  promiseDeskNone: ({ name }) => `Неготовой машины здесь нет${name === '' ? '' : `: ${name}`}.`,
  promiseDeskOdd: ({ what, example }) =>
    lines(
      what === '' ? 'Не хватает времени.' : `«${excerpt(what, 60)}» это не время.`,
      `Например: ${example}`,
    ),
  promiseDeskPast: ({ to }, f) =>
    `${f.capital(f.dayTime(to))}: это время прошло или почти настало. Назовите, пожалуйста, более позднее.`,
  promiseDeskClosed: ({ to, opens }, f) =>
    `${f.capital(f.dayTime(to))}: закрыто. Открываемся ${f.dayTime(opens)}; назовите, пожалуйста, время после этого.`,
  promiseDeskOld: () => 'Срок тем временем изменился, он на карточке.',
  promiseLabelReason: ({ reason }) => short[reason],
  promiseLabelStands: () => 'Срок в силе',
  promiseLabelOther: () => 'Другое время',
};
