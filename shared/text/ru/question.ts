import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Topic } from '#shared/domain/understood.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { eachWork, named, workLine } from '../work-line.ts';
import { length, price } from './booking.ts';
import { topicNames } from './topics.ts';

export const question: GroupTexts<'question'> = {
  questionAnswer: ({ topic }, f) => lines(f.answer(topic), topic === 'towing' && `Телефон: ${f.phone}`),
  questionEntrance: (_, f) => lines(f.entrance, `${f.address}.`),
  questionHoursNow: ({ open, at, pause }, f) => {
    const opens = at === null ? null : f.opens(at);
    if (!open) return opens === null ? 'Сейчас мы закрыты.' : `Сейчас мы закрыты, откроемся ${opens}.`;
    const back = pause === null ? '' : ` В цеху перерыв до ${f.time(pause)}.`;
    return `Сейчас мы открыты${at === null ? '' : `, до ${f.time(at)}`}.${back}`;
  },
  questionHoursOn: ({ date, hours, short, only, pause, again, far, bringBy }, f) => {
    const day = f.capital(f.day(date));
    if (hours === null) {
      const why = f.closedFor(date);
      const opens = again === null ? null : f.opens(again);
      return `${day}: закрыто${why === null ? '' : ` (${why})`}.${opens === null ? '' : ` Снова откроемся ${opens}.`}`;
    }
    return lines(
      `${day}: ${short ? 'короткий день' : 'открыто'}, ${f.time(hours.from)}–${f.time(hours.to)}${far ? ', насколько известно сегодня' : ''}.`,
      only !== null && `В этот день только ${only.map((id) => f.services([id])).join(', ')}.`,
      pause !== null && `В цеху перерыв ${f.time(pause.from)}–${f.time(pause.to)}, стойка открыта.`,
      bringBy !== null &&
        `${f.capital(f.services(bringBy.services))}: машину нужно привезти до ${f.time(bringBy.at)}.`,
    );
  },
  questionWork: (args, f) => {
    const { cents, takes, booking } = args;
    return lines(
      workLine(args, 'Да, делаем', [price(cents, f), takes === null ? '' : length(takes, f)], f),
      [how(args, f), booking !== 'remote' && (cents ?? 0) > 0 && 'Всё, что дороже, сначала согласуем с вами.']
        .filter(Boolean)
        .join(' '),
    );
  },
  questionWhich: (args, f) =>
    lines(`${heads[args.tells]}: ${eachWork(args, price, f)}.`, 'О какой работе речь?'),
  questionBring: ({ services }, f) => f.bring(services),
  questionStatus: () => 'Что сейчас с машиной, покажет кнопка ниже.',
  questionPerson: ({ topics, advisor, by }, f) =>
    `Передали ваш вопрос (${named(topics, names)}): ${f.person(advisor)} ответит здесь ${f.deadline(by)}.`,
  questionUnhelped: ({ advisor, by }, f) =>
    `Спасибо, что сказали. Вопрос видит ${f.person(advisor)}, ответ будет здесь ${f.deadline(by)}.`,

  questionDesk: ({ ref, name, car, topics, services, why, by }, f) =>
    lines(
      [`№ ${ref}`, name, car].filter(Boolean).join(' · '),
      `Вопрос: ${named(topics, topicNames)}${services.length > 0 ? ` (${f.services(services)})` : ''}.`,
      `${why === 'unhelped' ? 'Ответ бота не помог.' : 'В данных станции ответа нет.'} Ответить ${f.deadline(by)}.`,
    ),
  questionStale: ({ topics, owner, since }, f) =>
    `Ответ только что дан по данным станции, хотя пора было проверить его ещё ${f.day(since)}: ${named(topics, topicNames)} (${f.person(owner)}).`,
  questionReview: ({ due }, f) =>
    `Пожалуйста, проверьте ответы бота: ${due.map(({ owner, topics, since }) => `${named(topics, topicNames)} (${f.person(owner)}, срок ${f.day(since)})`).join('; ')}.`,

  questionLabelBook: ({ services }, f) => {
    const label = `Запись: ${f.servicesShort(services)}`;
    return label.length > 20 ? 'Записаться на это' : label;
  },
  questionLabelUnhelped: () => 'Это не то',
  questionLabelTopic: ({ topic }, f) => f.capital(names[topic]),
};

/** On a button, and before who answers. */
const names: Readonly<Record<Topic, string>> = {
  address: 'адрес',
  entrance: 'как заехать',
  hours: 'часы работы',
  price: 'цена',
  duration: 'сколько это займёт',
  bring: 'что взять с собой',
  payment: 'оплата',
  parking: 'парковка',
  warranty: 'гарантия',
  ownParts: 'свои запчасти',
  towing: 'эвакуатор',
  courtesyCar: 'подменная машина',
  services: 'услуги',
  status: 'что с машиной',
};

const heads = {
  price: 'Цены с НДС',
  length: 'Зависит от работы',
  both: 'Цены с НДС и сколько это займёт',
  none: 'Вот часть того, что мы делаем',
} as const;

/** What somebody does for it: wait, leave the car, come without a booking, send photos. */
function how({ services, takes, booking }: PhraseArgs['questionWork'], f: Format): string {
  if (booking === 'walk-in') return 'Запись не нужна: приезжайте в рабочие часы.';
  if (booking === 'remote') return f.bring(services);
  if (takes === null) return '';
  if (takes.stay === 'wait') return 'Можно подождать у нас.';
  if (takes.stay === 'both') return 'Можно подождать у нас или оставить машину.';
  return takes.days > 1 ? 'Машина останется у нас на ночь.' : 'Машина на это время остаётся у нас.';
}
