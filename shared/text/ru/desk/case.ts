import { type CallWords, callLabel, callWhen } from '../../call-when.ts';
import { channelName } from '../../channel-names.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { talkLine } from '../../talk-line.ts';

export const case_: GroupTexts<'case'> = {
  caseEdited: () => 'Исправлено',
  caseVia: ({ channel }) => `Из ${channelName(channel)}`,
  caseRevoked: () => 'Клиент удалил это сообщение.',
  caseUnsupported: ({ what }) => `Клиент прислал то, что здесь не показать (${what}).`,
  caseTalk: (args, f) => talkLine(args, { tapped: 'Нажато', bot: 'Бот' }, f),
  caseJoined: ({ other }) => `Это тот же человек, что и «${other}»: разговор продолжается в той теме.`,

  caseCard: ({ name, language, channels, cars, phone }) =>
    lines(
      [name, spoken[language] ?? language].filter(Boolean).join(' · '),
      channels.length > 0 && `Пишет из ${channels.map(channelName).join(', ')}`,
      cars.length > 0 && `Машины: ${excerpt(cars.join(', '), 120)}`,
      phone !== '' && `Телефон: ${phone}`,
    ),
  caseCardVisit: ({ ref, start, services, car, stay, readyBy }, f) =>
    lines(
      `Запись: ${f.dayTime(start)}. ${f.about(car, f.services(services))}.`,
      `${stay === 'wait' ? 'Подождёт на месте' : 'Оставит машину'}, готово ${f.ready(readyBy, start)}. № ${ref}`,
    ),
  caseCardVisits: ({ more }, f) =>
    more === 0
      ? 'Записей нет.'
      : f.plural(more, {
          one: 'И ещё # визит.',
          few: 'И ещё # визита.',
          many: 'И ещё # визитов.',
          other: 'И ещё # визита.',
        }),
  caseCardState: ({ baton, owner, since, by }, f) => {
    const who = owner === null ? '' : `Разговор ведёт ${f.person(owner)}.`;
    if (since !== null)
      return lines(
        `Ждёт ответа: ${f.dayTime(since)}${by === null ? '' : `, обещано ${f.ready(by, since)}`}.`,
        who || 'Пока никто не взял.',
      );
    if (baton === 'bot') return 'Отвечает бот.';
    return `${who || 'Разговор ведёт человек.'} Бот молчит.`;
  },
  caseCardWindow: ({ until, shut }, f) =>
    shut
      ? `С ${f.dayTime(until)} можно отправить только короткое уведомление; ваш текст уйдёт, как только на него ответят.`
      : `Писать свободно можно до ${f.dayTime(until)}.`,
  caseCardCall: ({ when, at }, f) =>
    `Просит перезвонить: ${callWhen(when, calls, f)} (просьба: ${f.dayTime(at)}).`,
  caseCardUndelivered: ({ why, at }, f) =>
    `Последнее сообщение не доставлено, ${f.dayTime(at)}: ${failures[why] ?? failures.rejected}.`,
  caseCardBlocked: ({ by, reason, at }, f) =>
    lines(
      `Доступ закрыт: ${f.person(by)}, ${f.dayTime(at)}. Сообщения не передаются и остаются без ответа.`,
      reason !== '' && `Причина: ${excerpt(reason, 120)}`,
    ),

  caseAlertOwner: ({ who, since, minutes, owner }, f) =>
    owner === null
      ? `Разговор пока никто не взял. ${who}: ответа ждут ${from(since, f)} (${long(minutes, since, f)}).`
      : `${f.person(owner)}, вашего ответа ждут ${from(since, f)} (${long(minutes, since, f)}): ${who}.`,
  caseAlertAll: ({ who, since, minutes, owner }, f) =>
    lines(
      `${who}: без ответа ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Пока никто не взял.' : `Ведёт ${f.person(owner)}. Кто может подключиться?`,
    ),
  caseAlertManager: ({ who, since, minutes, owner, managers }, f) =>
    lines(
      `${managers.map(f.person).join(', ')}: ${who} без ответа ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Никто не взял.' : `Ведёт ${f.person(owner)}.`,
    ),
  caseAlertPromise: ({ who, by, owner }, f) =>
    lines(
      `${who}: ответ обещан ${f.deadline(by)}, но его пока нет.`,
      owner === null ? 'Никто не взял.' : `Ведёт ${f.person(owner)}.`,
    ),
  caseSilence: ({ minutes }, f) => `Тишина уже ${f.duration(minutes)}. Вернуть разговор боту?`,
  caseBackMorning: () =>
    'Новый день: здесь снова отвечает бот. Ваше следующее сообщение вернёт разговор вам.',
  caseBack: ({ advisor }, f) =>
    advisor === null
      ? 'Вопрос закрыт. Я снова здесь: запись и статус.'
      : `${f.person(advisor)}: вопрос закрыт. Дальше снова отвечаю я, бот: запись и статус.`,
  caseLate: ({ advisor, was, by, phone }, f) =>
    lines(
      `Простите: мы обещали ответить ${f.deadline(was)} и пока не успели. ${f.person(advisor)} ответит ${f.deadline(by)}.`,
      `Если срочно: ${phone}`,
    ),
  caseBackNewDay: () => 'Снова на связи бот: запись и статус. Если вопрос ещё открыт, напишите «человек».',
  caseCallThem: ({ phone }) => `Телефон клиента: ${phone}`,

  caseCallAsk: () => 'Когда вам перезвонить?',
  caseCallSet: ({ when, phone, advisor }, f) =>
    `${f.person(advisor)} перезвонит вам: ${callWhen(when, calls, f)}${phone === '' ? '' : `, номер ${phone}`}. Писать можно и сюда.`,
  caseCallLine: ({ when, phone }, f) =>
    `Просит перезвонить: ${callWhen(when, calls, f)}${phone === '' ? ' (номер пока неизвестен)' : `, ${phone}`}`,
  caseCallPhone: ({ when }, f) =>
    `Перезвоним: ${callWhen(when, calls, f)}. По какому номеру? Можно поделиться кнопкой или написать его здесь.`,

  caseLabelTake: () => 'Взять',
  caseLabelRelease: () => 'Отпустить',
  caseLabelHandOver: () => 'Передать коллеге',
  caseLabelGiveBack: () => 'Вернуть боту',
  caseLabelNoAnswer: () => 'Ответ не нужен',
  caseLabelOffer: () => 'Предложить время',
  caseLabelBook: () => 'Записать',
  caseLabelCallDone: () => 'Звонок сделан',
  caseLabelMore: () => 'Ещё',
  caseLabelBlock: () => 'Закрыть доступ',
  caseLabelUnblock: () => 'Открыть доступ',
  caseLabelOpenTopic: () => 'Открыть тему',
  caseLabelAgain: () => 'Отправить снова',
  caseLabelOtherWay: () => 'Другой мессенджер',
  caseLabelCallMe: () => 'Перезвоните мне',
  caseLabelCallWhen: ({ when }, f) => callLabel(when, calls, f),
};

/** Since when somebody waits; a wait that began on an earlier day names it. */
const from = (since: number, f: Format) =>
  f.isToday(since) ? `с ${f.time(since)}` : `с ${f.dayTime(since)}`;

/** How long: of a night in between only the hours in which people are there count, which has to be said. */
const long = (minutes: number, since: number, f: Format) =>
  f.isToday(since) ? f.duration(minutes) : `${f.duration(minutes)} рабочего времени`;

const calls: CallWords = { now: 'как можно скорее', morning: 'утром', noon: 'днём', evening: 'вечером' };

const spoken: Readonly<Record<string, string>> = {
  en: 'английский',
  ru: 'русский',
  uk: 'украинский',
  el: 'греческий',
};

const failures: Readonly<Record<string, string>> & { readonly rejected: string } = {
  blocked: 'нас заблокировали или человека больше нет в мессенджере',
  held: 'ждёт ответа на уведомление',
  noAnswer: 'на уведомление не ответили',
  rejected: 'мессенджер его не принял',
  lost: 'мессенджер его не подтвердил',
  payment: 'учётной записи нужен способ оплаты',
  account: 'мессенджер не принимает нашу учётную запись',
  throttled: 'мессенджер просит сделать паузу',
  unreachable: 'мессенджер был недоступен',
};
