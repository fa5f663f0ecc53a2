import type { CallReason } from '#shared/domain/call-reason.ts';
import type { DelayReason } from '#shared/domain/visit/life.ts';
import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

const why: Readonly<Record<DelayReason, string>> = {
  parts: 'деталь їде довше, ніж ми розраховували.',
  found: 'роботи виявилося більше, ніж було видно спочатку.',
  answer: 'поки чекаємо на вашу відповідь.',
  queue: 'попередня робота затяглася.',
  test: 'перевірка триває трохи довше.',
  longer: 'робота триває довше, ніж ми планували.',
};
const short: Readonly<Record<DelayReason, string>> = {
  parts: 'Чекаємо на деталь',
  found: 'Знайшли ще роботу',
  answer: 'Чекаємо відповіді',
  queue: 'Черга',
  test: 'Перевірка',
  longer: 'Триває довше',
};
const nothing = 'Від вас зараз нічого не потрібно.';
const home = 'Чекати на місці не потрібно: напишемо, коли авто буде готове.';
const ask = 'Дайте, будь ласка, відповідь тут у чаті.';
/** `most`: characters of the advisor's own words, so that all of it stays short. */
const because = (reason: DelayReason, words: string, most = 110) =>
  words === '' ? why[reason] : closed(excerpt(words, most));
/** To the desk; that a car is ready earlier needs no reason. */
const inShort = (reason: DelayReason, words: string, later: boolean) =>
  words !== '' ? `: ${excerpt(words, 60)}` : later ? `: ${short[reason].toLowerCase()}` : '';
const closed = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);
const calls: Readonly<Record<CallReason, string>> = {
  asks: 'згоди на наші повідомлення немає.',
  quiet: 'у тихі години бот не пише.',
  cap: 'більше повідомлень за добу бот не надсилає.',
  reach: 'месенджера цієї людини в нас немає.',
};
const called = (reason: CallReason, phone: string) =>
  `Зателефонуйте, будь ласка${phone === '' ? '' : `, ${phone}`}: ${calls[reason]}`;

export const promise: GroupTexts<'promise'> = {
  promiseExpected: ({ car, start }, f) => f.about(car, `чекали на вас о ${f.time(start)}. Усе гаразд?`),
  promiseMoved: ({ car, reason, words, from, to, newsBy, waits }, f) =>
    to > from
      ? lines(
          f.about(car, because(reason, words, newsBy === null && !waits ? 110 : 60)),
          `Новий термін: ${f.deadline(to)} (було ${f.deadline(from)}). Перепрошуємо за очікування.`,
          newsBy !== null && `Наступні новини ${f.deadline(newsBy)}.`,
          reason === 'answer' ? ask : waits && !f.isToday(to) ? home : nothing,
        )
      : lines(
          f.about(car, 'гарна новина, авто буде готове раніше.'),
          words !== '' && closed(excerpt(words, 110)),
          `Новий термін: ${f.deadline(to)} (було ${f.deadline(from)}).`,
          nothing,
        ),
  promiseNewsMoved: ({ car, reason, words, to }, f) =>
    lines(
      f.about(car, because(reason, words)),
      `Новини будуть ${f.deadline(to)}. Перепрошуємо за очікування.`,
      reason === 'answer' ? ask : nothing,
    ),
  promiseFine: ({ car, to }, f) => f.about(car, `дякуємо. Авто буде готове ${f.deadline(to)}.`),
  promiseCollect: ({ car, since }, f) =>
    lines(
      f.about(car, `авто готове й чекає у нас, ${f.dayTime(since)}.`),
      `Забрати можна: ${f.hours}.`,
      'Дайте знати, коли виїдете.',
    ),
  promiseLabelFine: () => 'Добре',
  promiseRequested: ({ car, start, advisor, by }, f) =>
    lines(
      f.about(car, `час за вами: ${f.dayTime(start)}.`),
      `${f.person(advisor)} підтвердить візит тут ${f.deadline(by)}. До того це запит, а не запис.`,
    ),

  promiseDeskExpected: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `чекали о ${f.time(start)}, приїзд не позначено. Візит ${ref}.`),
      call === null
        ? 'Власника щойно запитали.'
        : `${called(call, phone)} Пост лишається за авто, доки ви не вирішите.`,
    ),
  promiseDeskReleased: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `авто о ${f.time(start)} не було, пост знову вільний. Візит ${ref}.`),
      call === null ? 'Власник знає.' : called(call, phone),
    ),
  promiseDeskWarn: ({ ref, car, of, by, call, phone }, f) =>
    lines(
      f.about(
        car,
        of === 'ready'
          ? `обіцяно ${f.deadline(by)}, ще не готово. Візит ${ref}.`
          : `новини обіцяно ${f.deadline(by)}. Візит ${ref}.`,
      ),
      call !== null
        ? called(call, phone)
        : of === 'ready'
          ? 'Новий термін або [Готово]: власник дізнається від вас. Інакше за десять хвилин бот напише, що потрібно більше часу.'
          : 'Новий етап чи слово власникові і є новини. Інакше за десять хвилин бот напише, як справи.',
    ),
  promiseDeskNewsCall: ({ ref, car, by, call, phone }, f) =>
    lines(f.about(car, `новини обіцяно ${f.deadline(by)}. Візит ${ref}.`), called(call, phone)),
  promiseDeskUntold: ({ ref, car, since, call, phone }, f) =>
    lines(
      f.about(car, `авто готове (${f.dayTime(since)}), власник ще не знає. Візит ${ref}.`),
      called(call, phone),
    ),
  promiseDeskMoved: ({ ref, car, of, by, from, to, reason, words, told, phone }, f) =>
    lines(
      f.about(
        car,
        `${of === 'ready' ? 'готовність' : 'новини'} ${f.deadline(to)} (було ${f.deadline(from)}). Візит ${ref}.`,
      ),
      `${by === null ? 'Переніс бот: терміну ніхто не назвав' : f.person(by)}${inShort(reason, words, to > from)}.`,
      told === 'now'
        ? 'Власник знає.'
        : told === 'later'
          ? 'Власник дізнається, коли скінчаться його тихі години.'
          : called(told, phone),
    ),
  promiseDeskClose: ({ ref, car, by, closes }, f) =>
    lines(
      f.about(car, `роботу не завершено, о ${f.time(closes)} зачиняємося. Візит ${ref}.`),
      `Обіцяно ${f.deadline(by)}. Термін чинний?`,
    ),
  promiseDeskRequested: ({ name, car, services, start, stay, by, until }, f) =>
    lines(
      `${[name, car].filter(Boolean).join(' · ')}: просить ${f.dayTime(start)}, ${stay === 'wait' ? 'зачекає' : 'залишить авто'}.`,
      `${excerpt(f.services(services), 90)}.`,
      `За пів року два візити без приїзду: підтвердьте, будь ласка. Відповідь ${f.deadline(by)}; час зайнято до: ${f.dayTime(until)}.`,
    ),
  promiseLabelConfirm: () => 'Підтвердити',
  promiseDeskStands: ({ ref, car, by, advisor }, f) =>
    f.about(car, `термін чинний, ${f.deadline(by)}; підтверджує ${f.person(advisor)}. Візит ${ref}.`),
  promiseDeskWaits: ({ ref, car, since, phone }, f) =>
    lines(
      f.about(car, `авто готове (${f.dayTime(since)}), його не забрали. Візит ${ref}.`),
      `Зателефонуйте, будь ласка, ${phone === '' ? 'власникові' : phone}.`,
    ),
  promiseDeskWhen: ({ ref, car, by }, f) =>
    f.about(car, `обіцяно ${f.deadline(by)}. Який новий термін? Візит ${ref}.`),
  promiseDeskWhy: ({ ref, car, of, to }, f) =>
    f.about(car, `${of === 'ready' ? 'готовність' : 'новини'} ${f.deadline(to)}. Чому? Візит ${ref}.`),
  promiseDeskWhich: () => 'Про який візит ідеться?',
  promiseDeskNone: ({ name }) => `Незавершеного авто тут немає${name === '' ? '' : `: ${name}`}.`,
  promiseDeskOdd: ({ what, example }) =>
    lines(what === '' ? 'Бракує часу.' : `«${excerpt(what, 60)}» це не час.`, `Наприклад: ${example}`),
  promiseDeskPast: ({ to }, f) =>
    `${f.capital(f.dayTime(to))}: цей час минув або майже настав. Назвіть, будь ласка, пізніший.`,
  promiseDeskClosed: ({ to, opens }, f) =>
    `${f.capital(f.dayTime(to))}: зачинено. Відчиняємося ${f.dayTime(opens)}; назвіть, будь ласка, час після цього.`,
  promiseDeskOld: () => 'Термін тим часом змінився, він на картці.',
  promiseLabelReason: ({ reason }) => short[reason],
  promiseLabelStands: () => 'Термін чинний',
  promiseLabelOther: () => 'Інший час',
};
