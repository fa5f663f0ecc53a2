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
      whole ? `У дужках ${units[unit].before}` : `У дужках ті самі дні ${units[unit].ago}`,
    ),
  digestNothing: ({ from, to }, f) =>
    `Розповісти поки нічого: ${f.day(from)} – ${f.day(to)} ніхто не писав і жоден візит не завершився.`,
  digestAnswers: ({ count, took, was: before }, f) =>
    took === null
      ? `Перша відповідь людини: ${f.plural(count, { one: '# відповідь', few: '# відповіді', other: '# відповідей' })}, про швидкість судити зарано.`
      : `Перша відповідь людини: половина за ${f.duration(took.half)}, дев’ять із десяти за ${f.duration(took.most)}${was(before && `${f.duration(before.half)}, ${f.duration(before.most)}`)}.`,
  digestTalks: ({ people, was: before, alone, aloneWas, channels }, f) =>
    lines(
      `Писали нам: ${counts(people, before)}.${alone === null ? '' : ` Обійшлися без людини: ${f.percent(alone)}${was(aloneWas === null ? null : f.percent(aloneWas))}.`}`,
      channels.length > 1 &&
        `${channels.map(({ channel, percent }) => `${channelName(channel)} ${f.percent(percent)}`).join(', ')}.`,
    ),
  digestOpen: ({ waiting, minutes, missed, missedWas, topics }, f) =>
    lines(
      waiting === 0
        ? 'Зараз ніхто не чекає на відповідь.'
        : `Зараз чекають на відповідь: ${waiting}, найдовше ${f.duration(minutes)}.`,
      missed + missedWas > 0 && `Бот не зрозумів: ${counts(missed, missedWas)}${about(topics, topicNames)}.`,
    ),
  digestAsked: ({ topics, alone, was: before, unhelped }, f) =>
    lines(
      topics.length > 0 && `Питали: ${listed(topics, topicNames)}.`,
      alone !== null &&
        `Відповів бот, без людини: ${f.percent(alone)}${was(before === null ? null : f.percent(before))}.`,
      unhelped.length > 0 && `Відповідь не допомогла: ${listed(unhelped, topicNames)}.`,
    ),
  digestVisits: ({ booked, bookedWas, byDesk, byWords, done, noShow, noShowWas }) =>
    lines(
      `Записалися: ${counts(booked, bookedWas)}${byDesk > 0 ? `, з них через приймальню ${byDesk}` : ''}${byWords > 0 ? `, своїми словами ${byWords}` : ''}.`,
      `Візитів завершено: ${done}. Не приїхали: ${counts(noShow, noShowWas)}.`,
    ),
  digestPromises: ({ kept, moved, passed, percent, was: before, reason }, f) =>
    lines(
      `Готово на обіцяний час: ${kept} із ${kept + moved + passed}${percent === null ? '' : `, ${f.percent(percent)}${was(before === null ? null : f.percent(before))}`}.`,
      moved + passed > 0 &&
        `Перенесли й попередили вчасно: ${moved}. Минуло без попередження: ${passed}.${reason === null ? '' : ` Найчастіше: ${delays[reason]}.`}`,
    ),
  digestRatings: ({ good, soso, bad, percent, was: before, reasons }, f) =>
    lines(
      `Оцінки: добре ${good}, так собі ${soso}, погано ${bad}.${percent === null ? '' : ` Добрих ${f.percent(percent)}${was(before === null ? null : f.percent(before))}.`}`,
      reasons.length > 0 &&
        `Чим незадоволені: ${reasons.map(({ reason, count }) => `${faults[reason]} ${count}`).join(', ')}.`,
    ),
  digestAlarms: ({ alarms }) =>
    `Попередження лінії: ${alarms.map(({ name, count }) => `«${alarmTitles[name]}» ×${count}`).join(', ')}.`,
  digestTone: ({ all, sent, was: before }) =>
    `Відповіді, затримані через тон: ${counts(all, before)}${all > 0 ? `, усе ж надіслані: ${sent}` : ''}.`,
  digestModel: ({ asked, understood, micros, was: before }) =>
    `Мовна модель: запитань ${counts(asked, before)}, зрозуміла ${understood}. Це коштувало близько ${dollars(micros, ',')} і входить в AWS нижче.`,
  digestCost: ({ channels, aws, was: before }) =>
    lines(
      channels.length > 0 &&
        `Повідомлення: ${channels.map(({ channel, count, notices, micros }) => `${channelName(channel)} ${micros === 0 ? 'близько ' : ''}${count}${notices > 0 ? ` (шаблонних ${notices})` : ''}, ${micros === 0 ? 'безкоштовно' : `близько ${dollars(micros, ',')}`}`).join('; ')}.`,
      `Разом з AWS (${dollars(aws, ',')}) виходить близько ${dollars(total(channels, aws), ',')} (${dollars(before, ',')}).`,
    ),
  digestBadPeriod: ({ word, week, month }) =>
    `«${excerpt(word, 40)}»: такого тижня чи місяця ще не було. Тиждень пишеться так: ${week}, місяць так: ${month}, а просто /report покаже цей тиждень.`,
  digestNoPicture: () => 'Картинка цього разу не вийшла, цифри вище повні.',
  digestHelp: () => 'Цифри для власника: /report. Місяць у таблицях: /export. Пости в календарі: /feed.',

  digestPicture: ({ unit, count }, f) =>
    f.plural(
      count,
      unit === 'week'
        ? { one: 'Останній # тиждень', few: 'Останні # тижні', other: 'Останні # тижнів' }
        : { one: 'Останній # місяць', few: 'Останні # місяці', other: 'Останні # місяців' },
    ),
  digestChart: ({ of }) => titles[of],
  digestSeries: ({ series }) => names[series],
  digestNoData: ({ why }) => (why === 'none' ? 'приїхали всі' : 'поки мало даних'),
};

const units = {
  week: { name: 'Тиждень', soFar: 'Цей тиждень', before: 'тиждень перед ним', ago: 'тижнем раніше' },
  month: { name: 'Місяць', soFar: 'Цей місяць', before: 'місяць перед ним', ago: 'місяцем раніше' },
} as const;

const delays = {
  parts: 'запчастини',
  found: 'знайшлося ще щось',
  answer: 'відповідь власника',
  queue: 'роботи перед цією',
  test: 'пробна поїздка',
  longer: 'причину не названо',
} as const;

const faults = {
  price: 'ціна',
  time: 'строки',
  quality: 'робота',
  talk: 'спілкування',
  other: 'інше',
} as const;

const titles = {
  answers: 'Перша відповідь, хвилини',
  ratings: 'Оцінки',
  promises: 'Готово на обіцяний час',
  channels: 'Хто писав, за месенджерами',
  noShows: 'Не приїхали',
  cost: 'Повідомлення й AWS, $',
} as const;

const names = {
  half: 'половина',
  most: 'дев’ять із десяти',
  good: 'добре',
  soso: 'так собі',
  bad: 'погано',
  kept: 'вчасно',
  moved: 'перенесли',
  passed: 'минуло',
} as const;
