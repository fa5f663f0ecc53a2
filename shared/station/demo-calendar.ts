import type { StationData } from './schema.ts';

type Closure = StationData['closed'][number];

const christmas = { en: 'Christmas', ru: 'Рождество', uk: 'Різдво', el: 'Χριστούγεννα' };
const newYear = { en: 'New Year', ru: 'Новый год', uk: 'Новий рік', el: 'Πρωτοχρονιά' };

/** Closed days of the demo station, November 2026 to December 2027. */
export const demoClosed: readonly Closure[] = [
  { from: '2026-12-25', to: '2026-12-26', reason: christmas },
  { from: '2027-01-01', to: '2027-01-01', reason: newYear },
  day('2027-01-06', { en: 'Epiphany', ru: 'Богоявление', uk: 'Богоявлення', el: 'Θεοφάνια' }),
  day('2027-03-15', {
    en: 'Clean Monday',
    ru: 'Чистый понедельник',
    uk: 'Чистий понеділок',
    el: 'Καθαρά Δευτέρα',
  }),
  day('2027-03-25', {
    en: 'Independence Day',
    ru: 'День независимости',
    uk: 'День незалежності',
    el: 'Εθνική εορτή 25ης Μαρτίου',
  }),
  day('2027-04-30', {
    en: 'Good Friday',
    ru: 'Страстная пятница',
    uk: 'Страсна пʼятниця',
    el: 'Μεγάλη Παρασκευή',
  }),
  day('2027-05-01', { en: 'Labour Day', ru: 'Первое мая', uk: 'Перше травня', el: 'Πρωτομαγιά' }),
  day('2027-05-03', {
    en: 'Easter Monday',
    ru: 'Пасхальный понедельник',
    uk: 'Великодній понеділок',
    el: 'Δευτέρα του Πάσχα',
  }),
  day('2027-06-21', { en: 'Whit Monday', ru: 'Духов день', uk: 'День Святого Духа', el: 'Αγίου Πνεύματος' }),
  {
    from: '2027-08-09',
    to: '2027-08-21',
    reason: { en: 'Summer holidays', ru: 'Летний отпуск', uk: 'Літня відпустка', el: 'Θερινές διακοπές' },
  },
  day('2027-10-28', { en: 'Ochi Day', ru: 'День «Охи»', uk: 'День «Охі»', el: 'Επέτειος του Όχι' }),
  { from: '2027-12-25', to: '2027-12-26', reason: christmas },
];

/** Days on which the demo station closes at 13:00. */
export const demoHalfDays: StationData['halfDays'] = [
  { date: '2026-12-24', close: '13:00' },
  { date: '2026-12-31', close: '13:00' },
  { date: '2027-12-24', close: '13:00' },
  { date: '2027-12-31', close: '13:00' },
];

function day(date: string, reason: Closure['reason']): Closure {
  return { from: date, to: date, reason };
}
