import { type CallWords, callLabel, callWhen } from '../../call-when.ts';
import { channelName } from '../../channel-names.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { talkLine } from '../../talk-line.ts';

export const case_: GroupTexts<'case'> = {
  caseEdited: () => 'Виправлено',
  caseVia: ({ channel }) => `З ${channelName(channel)}`,
  caseRevoked: () => 'Клієнт видалив це повідомлення.',
  caseUnsupported: ({ what }) => `Клієнт надіслав те, чого тут не показати (${what}).`,
  caseTalk: (args, f) => talkLine(args, { tapped: 'Натиснуто', bot: 'Бот' }, f),
  caseJoined: ({ other }) => `Це та сама людина, що й «${other}»: розмова триває в тій темі.`,

  caseCard: ({ name, language, channels, cars, phone }) =>
    lines(
      [name, spoken[language] ?? language].filter(Boolean).join(' · '),
      channels.length > 0 && `Пише з ${channels.map(channelName).join(', ')}`,
      cars.length > 0 && `Авто: ${excerpt(cars.join(', '), 120)}`,
      phone !== '' && `Телефон: ${phone}`,
    ),
  caseCardVisit: ({ ref, start, services, car, stay, readyBy }, f) =>
    lines(
      `Запис: ${f.dayTime(start)}. ${f.about(car, f.services(services))}.`,
      `${stay === 'wait' ? 'Зачекає на місці' : 'Залишить авто'}, готово ${f.ready(readyBy, start)}. № ${ref}`,
    ),
  caseCardVisits: ({ more }, f) =>
    more === 0
      ? 'Записів немає.'
      : f.plural(more, {
          one: 'І ще # візит.',
          few: 'І ще # візити.',
          many: 'І ще # візитів.',
          other: 'І ще # візиту.',
        }),
  caseCardState: ({ baton, owner, since, by }, f) => {
    const who = owner === null ? '' : `Розмову веде ${f.person(owner)}.`;
    if (since !== null)
      return lines(
        `Чекає на відповідь: ${f.dayTime(since)}${by === null ? '' : `, обіцяно ${f.ready(by, since)}`}.`,
        who || 'Поки ніхто не взяв.',
      );
    if (baton === 'bot') return 'Відповідає бот.';
    return `${who || 'Розмову веде людина.'} Бот мовчить.`;
  },
  caseCardWindow: ({ until, shut }, f) =>
    shut
      ? `З ${f.dayTime(until)} можна надіслати тільки коротке сповіщення; ваш текст піде, щойно на нього дадуть відповідь.`
      : `Писати вільно можна до ${f.dayTime(until)}.`,
  caseCardCall: ({ when, at }, f) =>
    `Просить передзвонити: ${callWhen(when, calls, f)} (прохання: ${f.dayTime(at)}).`,
  caseCardUndelivered: ({ why, at }, f) =>
    `Останнє повідомлення не доставлено, ${f.dayTime(at)}: ${failures[why] ?? failures.rejected}.`,
  caseCardBlocked: ({ by, reason, at }, f) =>
    lines(
      `Доступ закрито: ${f.person(by)}, ${f.dayTime(at)}. Повідомлення не передаються й лишаються без відповіді.`,
      reason !== '' && `Причина: ${excerpt(reason, 120)}`,
    ),

  caseAlertOwner: ({ who, since, minutes, owner }, f) =>
    owner === null
      ? `Розмову поки ніхто не взяв. ${who}: на відповідь чекають ${from(since, f)} (${long(minutes, since, f)}).`
      : `${f.person(owner)}, на вашу відповідь чекають ${from(since, f)} (${long(minutes, since, f)}): ${who}.`,
  caseAlertAll: ({ who, since, minutes, owner }, f) =>
    lines(
      `${who}: без відповіді ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Поки ніхто не взяв.' : `Веде ${f.person(owner)}. Хто може долучитися?`,
    ),
  caseAlertManager: ({ who, since, minutes, owner, managers }, f) =>
    lines(
      `${managers.map(f.person).join(', ')}: ${who} без відповіді ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Ніхто не взяв.' : `Веде ${f.person(owner)}.`,
    ),
  caseAlertPromise: ({ who, by, owner }, f) =>
    lines(
      `${who}: відповідь обіцяно ${f.deadline(by)}, але її поки немає.`,
      owner === null ? 'Ніхто не взяв.' : `Веде ${f.person(owner)}.`,
    ),
  caseSilence: ({ minutes }, f) => `Тиша вже ${f.duration(minutes)}. Повернути розмову боту?`,
  caseBackMorning: () =>
    'Новий день: тут знову відповідає бот. Ваше наступне повідомлення поверне розмову вам.',
  caseBack: ({ advisor }, f) =>
    advisor === null
      ? 'Питання закрито. Я знову тут: запис і статус.'
      : `${f.person(advisor)}: питання закрито. Далі знову відповідаю я, бот: запис і статус.`,
  caseLate: ({ advisor, was, by, phone }, f) =>
    lines(
      `Перепрошуємо: ми обіцяли відповісти ${f.deadline(was)} і поки не встигли. ${f.person(advisor)} відповість ${f.deadline(by)}.`,
      `Якщо терміново: ${phone}`,
    ),
  caseBackNewDay: () => 'Знову на зв’язку бот: запис і статус. Якщо питання ще відкрите, напишіть «людина».',
  caseCallThem: ({ phone }) => `Телефон клієнта: ${phone}`,

  caseCallAsk: () => 'Коли вам передзвонити?',
  caseCallSet: ({ when, phone, advisor }, f) =>
    `${f.person(advisor)} передзвонить вам: ${callWhen(when, calls, f)}${phone === '' ? '' : `, номер ${phone}`}. Писати можна й сюди.`,
  caseCallLine: ({ when, phone }, f) =>
    `Просить передзвонити: ${callWhen(when, calls, f)}${phone === '' ? ' (номер поки невідомий)' : `, ${phone}`}`,
  caseCallPhone: ({ when }, f) =>
    `Передзвонимо: ${callWhen(when, calls, f)}. За яким номером? Можна поділитися кнопкою або написати його тут.`,

  caseLabelTake: () => 'Взяти',
  caseLabelRelease: () => 'Відпустити',
  caseLabelHandOver: () => 'Передати колезі',
  caseLabelGiveBack: () => 'Повернути боту',
  caseLabelNoAnswer: () => 'Відповідь не треба',
  caseLabelOffer: () => 'Запропонувати час',
  caseLabelBook: () => 'Записати',
  caseLabelCallDone: () => 'Дзвінок зроблено',
  caseLabelMore: () => 'Ще',
  caseLabelBlock: () => 'Закрити доступ',
  caseLabelUnblock: () => 'Відкрити доступ',
  caseLabelOpenTopic: () => 'Відкрити тему',
  caseLabelAgain: () => 'Надіслати знову',
  caseLabelOtherWay: () => 'Інший месенджер',
  caseLabelCallMe: () => 'Передзвоніть мені',
  caseLabelCallWhen: ({ when }, f) => callLabel(when, calls, f),
};

/** Since when somebody waits; a wait that began on an earlier day names it. */
const from = (since: number, f: Format) =>
  f.isToday(since) ? `з ${f.time(since)}` : `з ${f.dayTime(since)}`;

/** How long: of a night in between only the hours in which people are there count, which has to be said. */
const long = (minutes: number, since: number, f: Format) =>
  f.isToday(since) ? f.duration(minutes) : `${f.duration(minutes)} робочого часу`;

const calls: CallWords = { now: 'якнайшвидше', morning: 'вранці', noon: 'вдень', evening: 'увечері' };

const spoken: Readonly<Record<string, string>> = {
  en: 'англійська',
  ru: 'російська',
  uk: 'українська',
  el: 'грецька',
};

const failures: Readonly<Record<string, string>> & { readonly rejected: string } = {
  blocked: 'нас заблокували або людини більше немає в месенджері',
  held: 'чекає на відповідь на сповіщення',
  noAnswer: 'на сповіщення не відповіли',
  rejected: 'месенджер його не прийняв',
  lost: 'месенджер його не підтвердив',
  payment: 'обліковому запису потрібен спосіб оплати',
  account: 'месенджер не приймає наш обліковий запис',
  throttled: 'месенджер просить зробити паузу',
  unreachable: 'месенджер був недоступний',
};
