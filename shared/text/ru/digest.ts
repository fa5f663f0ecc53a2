import { channelName } from '../channel-names.ts';
import type { GroupTexts } from '../dictionary.ts';
import { about, counts, dollars, listed, total, was } from '../digest-line.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';
import { alarmTitles } from './desk/alarm.ts';
import { topicNames } from './topics.ts';

export const digest: GroupTexts<'digest'> = {
  digestTitle: ({ unit, from, to, whole }, f) =>
    lines(
      whole
        ? `${units[unit].name}: ${f.day(from)} – ${f.day(to)}`
        : `${units[unit].soFar}: ${f.day(from)} – ${f.day(to)}`,
      whole ? `В скобках ${units[unit].before}` : `В скобках те же дни ${units[unit].ago}`,
    ),
  digestNothing: ({ from, to }, f) =>
    `Рассказать пока нечего: ${f.day(from)} – ${f.day(to)} никто не писал и ни один визит не закончился.`,
  digestAnswers: ({ count, took, was: before }, f) =>
    took === null
      ? `Первый ответ человека: ${f.plural(count, { one: '# ответ', few: '# ответа', other: '# ответов' })}, по ним о скорости судить рано.`
      : `Первый ответ человека: половина за ${f.duration(took.half)}, девять из десяти за ${f.duration(took.most)}${was(before && `${f.duration(before.half)}, ${f.duration(before.most)}`)}.`,
  digestTalks: ({ people, was: before, alone, aloneWas, channels }, f) =>
    lines(
      `Писали нам: ${counts(people, before)}.${alone === null ? '' : ` Обошлись без человека: ${f.percent(alone)}${was(aloneWas === null ? null : f.percent(aloneWas))}.`}`,
      channels.length > 1 &&
        `${channels.map(({ channel, percent }) => `${channelName(channel)} ${f.percent(percent)}`).join(', ')}.`,
    ),
  digestOpen: ({ waiting, minutes, missed, missedWas, topics }, f) =>
    lines(
      waiting === 0
        ? 'Сейчас никто не ждёт ответа.'
        : `Сейчас ждут ответа: ${waiting}, дольше всего ${f.duration(minutes)}.`,
      missed + missedWas > 0 && `Бот не понял: ${counts(missed, missedWas)}${about(topics, topicNames)}.`,
    ),
  digestAsked: ({ topics, alone, was: before, unhelped }, f) =>
    lines(
      topics.length > 0 && `Спрашивали: ${listed(topics, topicNames)}.`,
      alone !== null &&
        `Ответил бот, без человека: ${f.percent(alone)}${was(before === null ? null : f.percent(before))}.`,
      unhelped.length > 0 && `Ответ не помог: ${listed(unhelped, topicNames)}.`,
    ),
  digestVisits: ({ booked, bookedWas, byDesk, byWords, done, noShow, noShowWas }) =>
    lines(
      `Записались: ${counts(booked, bookedWas)}${byDesk > 0 ? `, из них через приёмку ${byDesk}` : ''}${byWords > 0 ? `, своими словами ${byWords}` : ''}.`,
      `Визитов завершено: ${done}. Не приехали: ${counts(noShow, noShowWas)}.`,
    ),
  digestPromises: ({ kept, moved, passed, percent, was: before, reason }, f) =>
    lines(
      `Готово к обещанному времени: ${kept} из ${kept + moved + passed}${percent === null ? '' : `, ${f.percent(percent)}${was(before === null ? null : f.percent(before))}`}.`,
      moved + passed > 0 &&
        `Перенесли и предупредили вовремя: ${moved}. Прошло без предупреждения: ${passed}.${reason === null ? '' : ` Чаще всего: ${delays[reason]}.`}`,
    ),
  digestRatings: ({ good, soso, bad, percent, was: before, reasons }, f) =>
    lines(
      `Оценки: хорошо ${good}, так себе ${soso}, плохо ${bad}.${percent === null ? '' : ` Хороших ${f.percent(percent)}${was(before === null ? null : f.percent(before))}.`}`,
      reasons.length > 0 &&
        `Чем недовольны: ${reasons.map(({ reason, count }) => `${faults[reason]} ${count}`).join(', ')}.`,
    ),
  digestAlarms: ({ alarms }) =>
    `Предупреждения линии: ${alarms.map(({ name, count }) => `«${alarmTitles[name]}» ×${count}`).join(', ')}.`,
  digestTone: ({ all, sent, was: before }) =>
    `Ответы, задержанные из-за тона: ${counts(all, before)}${all > 0 ? `, всё же отправлены: ${sent}` : ''}.`,
  digestModel: ({ asked, understood, micros, was: before }) =>
    `Языковая модель: вопросов ${counts(asked, before)}, поняла ${understood}. Это стоило около ${dollars(micros, ',')} и входит в AWS ниже.`,
  digestCost: ({ channels, aws, was: before }) =>
    lines(
      channels.length > 0 &&
        `Сообщения: ${channels.map(({ channel, count, notices, micros }) => `${channelName(channel)} ${micros === 0 ? 'около ' : ''}${count}${notices > 0 ? ` (шаблонных ${notices})` : ''}, ${micros === 0 ? 'бесплатно' : `около ${dollars(micros, ',')}`}`).join('; ')}.`,
      `Вместе с AWS (${dollars(aws, ',')}) выходит около ${dollars(total(channels, aws), ',')} (${dollars(before, ',')}).`,
    ),
  digestBadPeriod: ({ word, week, month }) =>
    `«${excerpt(word, 40)}»: такой недели или месяца ещё не было. Неделя пишется так: ${week}, месяц так: ${month}, а просто /report покажет эту неделю.`,
  digestNoPicture: () => 'Картинка на этот раз не получилась, цифры выше полные.',
  digestHelp: () => 'Цифры для владельца: /report. Месяц в таблицах: /export. Посты в календаре: /feed.',

  digestPicture: ({ unit, count }, f) =>
    f.plural(
      count,
      unit === 'week'
        ? { one: 'Последняя # неделя', few: 'Последние # недели', other: 'Последние # недель' }
        : { one: 'Последний # месяц', few: 'Последние # месяца', other: 'Последние # месяцев' },
    ),
  digestChart: ({ of }) => titles[of],
  digestSeries: ({ series }) => names[series],
  digestNoData: ({ why }) => (why === 'none' ? 'приехали все' : 'пока мало данных'),
};

const units = {
  week: { name: 'Неделя', soFar: 'Эта неделя', before: 'неделя до неё', ago: 'неделей раньше' },
  month: { name: 'Месяц', soFar: 'Этот месяц', before: 'месяц до него', ago: 'месяцем раньше' },
} as const;

const delays = {
  parts: 'запчасти',
  found: 'нашлось что-то ещё',
  answer: 'ответ владельца',
  queue: 'работы перед этой',
  test: 'пробная поездка',
  longer: 'причина не названа',
} as const;

const faults = {
  price: 'цена',
  time: 'сроки',
  quality: 'работа',
  talk: 'общение',
  other: 'другое',
} as const;

const titles = {
  answers: 'Первый ответ, минуты',
  ratings: 'Оценки',
  promises: 'Готово к обещанному',
  channels: 'Кто писал, по мессенджерам',
  noShows: 'Не приехали',
  cost: 'Сообщения и AWS, $',
} as const;

const names = {
  half: 'половина',
  most: 'девять из десяти',
  good: 'хорошо',
  soso: 'так себе',
  bad: 'плохо',
  kept: 'вовремя',
  moved: 'перенесли',
  passed: 'прошло',
} as const;
