import type { BookingRule, DiaryBookingKey, OverrideReason } from '#shared/domain/phrases/diary-booking.ts';
import { offeredTimes, readyWays, who } from '../../diary-line.ts';
import type { Texts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const diaryBooking: Texts<DiaryBookingKey> = {
  diaryAskWork: ({ name, chosen }, f) =>
    chosen.length > 0
      ? `Уже выбрано: ${f.services(chosen)}. Что ещё?`
      : f.about(who(name), 'что нужно сделать?'),
  diaryAskCar: ({ name }, f) => f.about(who(name), 'какая машина?'),
  diaryTimes: ({ aim, name, car, services, from, odd }, f) =>
    lines(
      `${f.about(who(name, car), f.services(services))}.`,
      from !== null && `Сейчас запись: ${f.dayTime(from)}`,
      aim === 'offer' ? 'Отправить эти варианты? Клиент их пока не видит.' : 'На какое время?',
      odd && 'Знак «!»: онлайн-запись бы не разрешила.',
    ),
  diaryAskDay: ({ name }, f) => f.about(who(name), 'на какой день?'),
  diaryNoTimes: ({ services }, f) =>
    `В ближайшие дни для этих работ нет свободного времени: ${f.services(services)}. Время можно назвать самим: /book oil завтра 10:00`,
  diaryConfirm: ({ aim, name, phone, car, services, start, bay, technician, left, waits }, f) =>
    lines(
      `${aim === 'move' ? 'Перенести на' : 'Записать на'} ${f.dayTime(start)}?`,
      `${f.about([who(name, car), phone].filter(Boolean).join(', '), f.services(services))}.`,
      [bay, technician && f.person(technician)].filter(Boolean).join(', '),
      readyWays(start, { left, waits }, { left: 'Оставит машину: готово', waits: 'Подождёт: готово' }, f),
    ),
  diaryOdd: ({ rule }) => `Онлайн-запись бы этого не разрешила: ${rules[rule]}.`,
  diaryAskReason: ({ rule }) =>
    `Онлайн-запись бы этого не разрешила: ${rules[rule]}. По какой причине записываем?`,
  diaryTight: ({ start, rule, squeezed }, f) =>
    lines(
      `${f.dayTime(start)} не получается: ${rules[rule]}.`,
      squeezed && 'Свободное время ниже. Можно и втиснуть, указав причину.',
    ),
  diaryPastTime: ({ start }, f) => `${f.dayTime(start)} уже прошло. Назовите более позднее время.`,
  diaryDone: ({ what, by, name, car, services, start, ref, told }, f) =>
    lines(
      `${done[what]} (${f.person(by)}): ${f.dayTime(start)}, № ${ref}`,
      `${f.about(who(name, car), f.services(services))}.`,
      told === 'message' && 'Клиенту сообщение отправлено.',
      told === 'call' && 'Сообщение не отправлено: позвоните клиенту.',
    ),
  diaryOverride: ({ by, rule, reason }, f) =>
    `Вне правил онлайн-записи (${rules[rule]}), причина: ${reasons[reason]}. ${f.person(by)}`,
  diaryAskCancel: ({ name, car, services, start, tells }, f) =>
    lines(
      `Отменить запись на ${f.dayTime(start)}?`,
      `${f.about(who(name, car), f.services(services))}.`,
      tells && 'Клиент узнает об этом сразу.',
    ),
  diaryOffered: ({ by, name, car, services, starts }, f) =>
    lines(
      `Предложено (${f.person(by)}): ${offeredTimes(starts, f)}.`,
      `${f.about(who(name, car), f.services(services))}.`,
      'Одно нажатие клиента держит время, второе записывает.',
    ),
  diaryWhichVisit: ({ name }, f) => f.about(who(name), 'какой визит?'),
  diaryNoVisits: ({ name }, f) => f.about(who(name), 'записей нет.'),
  diaryVisitGone: () => 'Этой записи в календаре уже нет.',
  diarySlotGone: () => 'Это время только что заняли, всё остальное сохранено.',

  diaryNoWork: ({ word, example }) =>
    lines(word === '' ? 'Какие работы?' : `Не знаю работ «${excerpt(word, 60)}».`, `Пример: ${example}`),
  diaryWhichWork: ({ word }) => `Какие работы имеются в виду: «${excerpt(word, 60)}»?`,
  diaryOddWords: ({ word, example }) =>
    lines(`Не понимаю «${excerpt(word, 60)}», поэтому ничего не изменено.`, `Пример: ${example}`),
  diaryNoName: ({ example }) => lines('Для кого? Достаточно имени или телефона.', `Пример: ${example}`),
  diaryInTopic: () => 'Напишите это в теме клиента или откройте /day и нажмите на визит.',
  diaryNoMessenger: ({ name, phone }, f) =>
    `${f.about(who(name), 'написать некуда, мессенджера нет.')}${phone && ` Телефон: ${phone}`}`,

  diaryByAdvisor: ({ advisor, what }, f) => `${f.person(advisor)} ${forYou[what]}.`,
  diaryOffer: ({ advisor, car, services }, f) =>
    lines(
      `${f.about(car, f.services(services))}.`,
      `${f.person(advisor)} предлагает свободное время. Какое вам подходит?`,
    ),
  diaryOfferMove: ({ advisor, car, start }, f) =>
    lines(
      f.about(car, `ваш визит ${f.dayTime(start)}.`),
      `У нас в мастерской кое-что изменилось, и ${f.person(advisor)} предлагает другое время. Пока вы не выбрали, прежнее остаётся за вами. Какое вам подходит?`,
    ),

  diaryLabelTime: ({ start, odd }, f) => `${odd ? '! ' : ''}${f.slot(start)}`,
  diaryLabelVisit: ({ start, name }, f) => shorten(`${f.time(start)} ${name}`.trim(), 20),
  diaryLabelSend: () => 'Отправить варианты',
  diaryLabelLeaves: () => 'Оставит машину',
  diaryLabelWaits: () => 'Подождёт на месте',
  diaryLabelReason: ({ reason }) => reasonLabels[reason],
  diaryLabelAnyway: () => 'Втиснуть',
  diaryLabelNoCar: () => 'Машина неизвестна',
  diaryLabelMove: () => 'Перенести визит',
  diaryLabelCancel: () => 'Отменить визит',
  diaryLabelKeep: () => 'Оставить визит',
  diaryLabelOtherTimes: () => 'Предложить время',
  diaryLabelAgain: () => 'Записать снова',
};

const done = { booked: 'Записано', moved: 'Перенесено', cancelled: 'Отменено' } as const;

/** In the present tense: the past one would have to know a man from a woman. */
const forYou = {
  booked: 'записывает вас на визит',
  moved: 'переносит ваш визит',
  cancelled: 'отменяет ваш визит',
} as const;

const rules: Readonly<Record<BookingRule, string>> = {
  notice: 'слишком мало времени на подготовку',
  horizon: 'слишком далеко вперёд',
  online: 'эти работы онлайн не записывают',
  limits: 'на этот день таких мест больше нет',
  closed: 'автосервис закрыт',
  weekday: 'в этот день таких работ не делают',
  hours: 'работа не закончится до закрытия',
  room: 'нет свободного поста с механиком',
  together: 'эти работы не помещаются в один визит',
  way: 'так эту работу выполнить нельзя',
};

const reasons: Readonly<Record<OverrideReason, string>> = {
  agreed: 'договорились по телефону',
  urgent: 'срочно',
  regular: 'постоянный клиент',
  here: 'клиент уже здесь',
  other: 'другая',
};

const reasonLabels: Readonly<Record<OverrideReason, string>> = {
  agreed: 'Решили по телефону',
  urgent: 'Срочно',
  regular: 'Постоянный клиент',
  here: 'Клиент уже здесь',
  other: 'Другая причина',
};
