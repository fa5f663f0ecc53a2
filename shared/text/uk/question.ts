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
    if (!open) return opens === null ? 'Зараз ми зачинені.' : `Зараз ми зачинені, відчинимося ${opens}.`;
    const back = pause === null ? '' : ` У цеху перерва до ${f.time(pause)}.`;
    return `Зараз ми працюємо${at === null ? '' : `, до ${f.time(at)}`}.${back}`;
  },
  questionHoursOn: ({ date, hours, short, only, pause, again, far, bringBy }, f) => {
    const day = f.capital(f.day(date));
    if (hours === null) {
      const why = f.closedFor(date);
      const opens = again === null ? null : f.opens(again);
      return `${day}: зачинено${why === null ? '' : ` (${why})`}.${opens === null ? '' : ` Знову відчинимося ${opens}.`}`;
    }
    return lines(
      `${day}: ${short ? 'короткий день' : 'відчинено'}, ${f.time(hours.from)}–${f.time(hours.to)}${far ? ', наскільки відомо сьогодні' : ''}.`,
      only !== null && `Цього дня лише ${only.map((id) => f.services([id])).join(', ')}.`,
      pause !== null && `У цеху перерва ${f.time(pause.from)}–${f.time(pause.to)}, стійка працює.`,
      bringBy !== null &&
        `${f.capital(f.services(bringBy.services))}: авто треба привезти до ${f.time(bringBy.at)}.`,
    );
  },
  questionWork: (args, f) => {
    const { cents, takes, booking } = args;
    return lines(
      workLine(args, 'Так, робимо', [price(cents, f), takes === null ? '' : length(takes, f)], f),
      [how(args, f), booking !== 'remote' && (cents ?? 0) > 0 && 'Усе, що дорожче, спершу погодимо з вами.']
        .filter(Boolean)
        .join(' '),
    );
  },
  questionWhich: (args, f) =>
    lines(`${heads[args.tells]}: ${eachWork(args, price, f)}.`, 'Про яку роботу йдеться?'),
  questionBring: ({ services }, f) => f.bring(services),
  questionStatus: () => 'Що зараз з авто, покаже кнопка нижче.',
  questionPerson: ({ topics, advisor, by }, f) =>
    `Передали ваше запитання (${named(topics, names)}): ${f.person(advisor)} відповість тут ${f.deadline(by)}.`,
  questionUnhelped: ({ advisor, by }, f) =>
    `Дякуємо, що сказали. Запитання бачить ${f.person(advisor)}, відповідь буде тут ${f.deadline(by)}.`,

  questionDesk: ({ ref, name, car, topics, services, why, by }, f) =>
    lines(
      [`№ ${ref}`, name, car].filter(Boolean).join(' · '),
      `Запитання: ${named(topics, topicNames)}${services.length > 0 ? ` (${f.services(services)})` : ''}.`,
      `${why === 'unhelped' ? 'Відповідь бота не допомогла.' : 'У даних станції відповіді немає.'} Відповісти ${f.deadline(by)}.`,
    ),
  questionStale: ({ topics, owner, since }, f) =>
    `Відповідь щойно дано за даними станції, хоча перевірити її слід було ще ${f.day(since)}: ${named(topics, topicNames)} (${f.person(owner)}).`,
  questionReview: ({ due }, f) =>
    `Будь ласка, перевірте відповіді бота: ${due.map(({ owner, topics, since }) => `${named(topics, topicNames)} (${f.person(owner)}, термін ${f.day(since)})`).join('; ')}.`,

  questionLabelBook: ({ services }, f) => {
    const label = `Запис: ${f.servicesShort(services)}`;
    return label.length > 20 ? 'Записатися на це' : label;
  },
  questionLabelUnhelped: () => 'Це не те',
  questionLabelTopic: ({ topic }, f) => f.capital(names[topic]),
};

/** On a button, and before who answers. */
const names: Readonly<Record<Topic, string>> = {
  address: 'адреса',
  entrance: 'як заїхати',
  hours: 'години роботи',
  price: 'ціна',
  duration: 'скільки це триває',
  bring: 'що взяти з собою',
  payment: 'оплата',
  parking: 'паркування',
  warranty: 'гарантія',
  ownParts: 'свої запчастини',
  towing: 'евакуатор',
  courtesyCar: 'підмінне авто',
  services: 'послуги',
  status: 'що з авто',
};

const heads = {
  price: 'Ціни з ПДВ',
  length: 'Залежить від роботи',
  both: 'Ціни з ПДВ і скільки це триває',
  none: 'Ось частина того, що ми робимо',
} as const;

/** What somebody does for it: wait, leave the car, come without a booking, send photos. */
function how({ services, takes, booking }: PhraseArgs['questionWork'], f: Format): string {
  if (booking === 'walk-in') return 'Запис не потрібен: приїздіть у робочі години.';
  if (booking === 'remote') return f.bring(services);
  if (takes === null) return '';
  if (takes.stay === 'wait') return 'Можна зачекати в нас.';
  if (takes.stay === 'both') return 'Можна зачекати в нас або залишити авто.';
  return takes.days > 1 ? 'Авто залишиться в нас на ніч.' : 'Авто на цей час залишається в нас.';
}
