import type { BookingRule, DiaryBookingKey, OverrideReason } from '#shared/domain/phrases/diary-booking.ts';
import { offeredTimes, readyWays, who } from '../../diary-line.ts';
import type { Texts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const diaryBooking: Texts<DiaryBookingKey> = {
  diaryAskWork: ({ name, chosen }, f) =>
    chosen.length > 0
      ? `Уже вибрано: ${f.services(chosen)}. Що ще?`
      : f.about(who(name), 'що потрібно зробити?'),
  diaryAskCar: ({ name }, f) => f.about(who(name), 'яке авто?'),
  diaryTimes: ({ aim, name, car, services, from, odd }, f) =>
    lines(
      `${f.about(who(name, car), f.services(services))}.`,
      from !== null && `Зараз запис: ${f.dayTime(from)}`,
      aim === 'offer' ? 'Надіслати ці варіанти? Клієнт їх поки не бачить.' : 'На який час?',
      odd && 'Знак «!»: онлайн-запис цього не дозволив би.',
    ),
  diaryAskDay: ({ name }, f) => f.about(who(name), 'на який день?'),
  diaryNoTimes: ({ services }, f) =>
    `Найближчими днями для цих робіт немає вільного часу: ${f.services(services)}. Час можна назвати самим: /book oil завтра 10:00`,
  diaryConfirm: ({ aim, name, phone, car, services, start, bay, technician, left, waits }, f) =>
    lines(
      `${aim === 'move' ? 'Перенести на' : 'Записати на'} ${f.dayTime(start)}?`,
      `${f.about([who(name, car), phone].filter(Boolean).join(', '), f.services(services))}.`,
      [bay, technician && f.person(technician)].filter(Boolean).join(', '),
      readyWays(start, { left, waits }, { left: 'Залишить авто: готово', waits: 'Зачекає: готово' }, f),
    ),
  diaryOdd: ({ rule }) => `Онлайн-запис цього не дозволив би: ${rules[rule]}.`,
  diaryAskReason: ({ rule }) =>
    `Онлайн-запис цього не дозволив би: ${rules[rule]}. З якої причини записуємо?`,
  diaryTight: ({ start, rule, squeezed }, f) =>
    lines(
      `${f.dayTime(start)} не виходить: ${rules[rule]}.`,
      squeezed && 'Вільний час нижче. Можна й втиснути, вказавши причину.',
    ),
  diaryPastTime: ({ start }, f) => `${f.dayTime(start)} уже минуло. Назвіть пізніший час.`,
  diaryDone: ({ what, by, name, car, services, start, ref, told }, f) =>
    lines(
      `${done[what]} (${f.person(by)}): ${f.dayTime(start)}, № ${ref}`,
      `${f.about(who(name, car), f.services(services))}.`,
      told === 'message' && 'Клієнту повідомлення надіслано.',
      told === 'call' && 'Повідомлення не надіслано: зателефонуйте клієнту.',
    ),
  diaryOverride: ({ by, rule, reason }, f) =>
    `Поза правилами онлайн-запису (${rules[rule]}), причина: ${reasons[reason]}. ${f.person(by)}`,
  diaryAskCancel: ({ name, car, services, start, tells }, f) =>
    lines(
      `Скасувати запис на ${f.dayTime(start)}?`,
      `${f.about(who(name, car), f.services(services))}.`,
      tells && 'Клієнт дізнається про це одразу.',
    ),
  diaryOffered: ({ by, name, car, services, starts }, f) =>
    lines(
      `Запропоновано (${f.person(by)}): ${offeredTimes(starts, f)}.`,
      `${f.about(who(name, car), f.services(services))}.`,
      'Один дотик клієнта тримає час, другий записує.',
    ),
  diaryWhichVisit: ({ name }, f) => f.about(who(name), 'який візит?'),
  diaryNoVisits: ({ name }, f) => f.about(who(name), 'записів немає.'),
  diaryVisitGone: () => 'Цього запису в календарі вже немає.',
  diarySlotGone: () => 'Цей час щойно зайняли, решту збережено.',

  diaryNoWork: ({ word, example }) =>
    lines(word === '' ? 'Які роботи?' : `Не знаю робіт «${excerpt(word, 60)}».`, `Приклад: ${example}`),
  diaryWhichWork: ({ word }) => `Які роботи маються на увазі: «${excerpt(word, 60)}»?`,
  diaryOddWords: ({ word, example }) =>
    lines(`Не розумію «${excerpt(word, 60)}», тому нічого не змінено.`, `Приклад: ${example}`),
  diaryNoName: ({ example }) => lines('Для кого? Досить імені або телефону.', `Приклад: ${example}`),
  diaryInTopic: () => 'Напишіть це в темі клієнта або відкрийте /day і натисніть на візит.',
  diaryNoMessenger: ({ name, phone }, f) =>
    `${f.about(who(name), 'написати нікуди, месенджера немає.')}${phone && ` Телефон: ${phone}`}`,

  diaryByAdvisor: ({ advisor, what }, f) => `${f.person(advisor)} ${forYou[what]}.`,
  diaryOffer: ({ advisor, car, services }, f) =>
    lines(
      `${f.about(car, f.services(services))}.`,
      `${f.person(advisor)} пропонує вільний час. Який вам підходить?`,
    ),
  diaryOfferMove: ({ advisor, car, start }, f) =>
    lines(
      f.about(car, `ваш візит ${f.dayTime(start)}.`),
      `У нас у майстерні дещо змінилося, і ${f.person(advisor)} пропонує інший час. Доки ви не вибрали, попередній лишається за вами. Який вам підходить?`,
    ),

  diaryLabelTime: ({ start, odd }, f) => `${odd ? '! ' : ''}${f.slot(start)}`,
  diaryLabelVisit: ({ start, name }, f) => shorten(`${f.time(start)} ${name}`.trim(), 20),
  diaryLabelSend: () => 'Надіслати варіанти',
  diaryLabelLeaves: () => 'Залишить авто',
  diaryLabelWaits: () => 'Зачекає на місці',
  diaryLabelReason: ({ reason }) => reasonLabels[reason],
  diaryLabelAnyway: () => 'Втиснути',
  diaryLabelNoCar: () => 'Авто невідоме',
  diaryLabelMove: () => 'Перенести візит',
  diaryLabelCancel: () => 'Скасувати візит',
  diaryLabelKeep: () => 'Залишити візит',
  diaryLabelOtherTimes: () => 'Запропонувати час',
  diaryLabelAgain: () => 'Записати знову',
};

const done = { booked: 'Записано', moved: 'Перенесено', cancelled: 'Скасовано' } as const;

/** In the present tense: the past one would have to know a man from a woman. */
const forYou = {
  booked: 'записує вас на візит',
  moved: 'переносить ваш візит',
  cancelled: 'скасовує ваш візит',
} as const;

const rules: Readonly<Record<BookingRule, string>> = {
  notice: 'замало часу на підготовку',
  horizon: 'надто далеко наперед',
  online: 'ці роботи онлайн не записують',
  limits: 'на цей день таких місць більше немає',
  closed: 'автосервіс зачинено',
  weekday: 'цього дня таких робіт не виконують',
  hours: 'робота не закінчиться до закриття',
  room: 'немає вільного поста з механіком',
  together: 'ці роботи не вміщаються в один візит',
  way: 'так цю роботу виконати не можна',
};

const reasons: Readonly<Record<OverrideReason, string>> = {
  agreed: 'домовилися телефоном',
  urgent: 'терміново',
  regular: 'постійний клієнт',
  here: 'клієнт уже тут',
  other: 'інша',
};

const reasonLabels: Readonly<Record<OverrideReason, string>> = {
  agreed: 'За домовленістю',
  urgent: 'Терміново',
  regular: 'Постійний клієнт',
  here: 'Клієнт уже тут',
  other: 'Інша причина',
};
