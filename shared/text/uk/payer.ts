import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { carsText, limitIn, named, type PutOffWords, putOffText } from '../payer-line.ts';
import { excerpt, shorten } from '../shorten.ts';

export const putOffWords: PutOffWords = {
  months: [
    ...['у січні', 'у лютому', 'у березні', 'у квітні', 'у травні', 'у червні'],
    ...['у липні', 'у серпні', 'у вересні', 'у жовтні', 'у листопаді', 'у грудні'],
  ],
  put: 'відклали',
  before: 'тоді',
};
const atMost = (percent: string, sum: string) => `${percent}, але не більше ніж ${sum}`;
/** Names stay as they are, so the sentence leaves them in the first case. */
const owner = (name: string) => named(name, 'власник авто');
const payerNamed = (name: string) => named(name, 'платник');
const instead = (name: string) =>
  name === '' ? 'за власника авто' : `за іншу людину (${excerpt(name, 40)})`;
const carsOf = (cars: readonly string[]) => carsText(cars, 'авто');

function above(limit: PhraseArgs['payerLimitSet'], f: Format): string {
  const most = limitIn(limit, atMost, f);
  return most === null ? 'завжди спершу спитаємо' : `до ${most}, не питаючи`;
}

export const payer: GroupTexts<'payer'> = {
  payerCard: ({ name, ...limit }, f) =>
    lines(
      name === null
        ? 'Витрати: на кожен кошторис відповідаєте ви.'
        : `На кошториси відповідає ${payerNamed(name)}; вам видно кожен кошторис і кожну відповідь.`,
      `Понад погоджену суму: ${above(limit, f)}.`,
    ),
  payerCardFor: ({ name, ...limit }, f) =>
    lines(`Ви відповідаєте на кошториси ${instead(name)}.`, `Понад погоджену суму: ${above(limit, f)}.`),
  payerCode: ({ hours }, f) =>
    `Перешліть, будь ласка, наступне повідомлення тому, хто платить. Код треба написати нам зі свого чату; він діє один раз, ${f.duration(hours * 60)}.`,
  payerForward: ({ name, cars, code }, f) =>
    lines(
      f.capital(`${owner(name)} просить вас відповідати на кошториси (${carsOf(cars)}) у ${f.station}.`),
      `Якщо ви згодні, напишіть код у чат ${f.station} у Telegram або WhatsApp.`,
      `Код: ${code}`,
    ),
  payerAsk: ({ name, cars }, f) =>
    lines(
      f.capital(
        `${owner(name)} просить вас відповідати на кошториси (${carsOf(cars)}). Кошториси надходитимуть вам, а ваші відповіді бачитиме ${owner(name)}.`,
      ),
      'Візьмете це на себе?',
    ),
  payerOwnCode: () =>
    'Цей код для того, хто платить. Перешліть його, будь ласка: написати код треба з іншого чату.',
  payerGone: () => 'Це прохання вже не діє. Якщо воно ще потрібне, попросіть, будь ласка, новий код.',
  payerAccepted: ({ name }) =>
    lines(
      `Дякуємо. Тепер кошториси надходять вам, і вирішує ваша відповідь. Її бачить і ${owner(name)}.`,
      'Завершити можна будь-коли.',
    ),
  payerOn: ({ name }) =>
    lines(
      `Тепер на кошториси відповідає ${payerNamed(name)}.`,
      'Вам видно кожен кошторис і кожну відповідь, а завершити це можна будь-коли.',
    ),
  payerRefused: ({ name }) => `Гаразд. На кошториси, як і раніше, відповідає ${owner(name)}.`,
  payerRefusedBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} не бере це на себе. На кошториси, як і раніше, відповідаєте ви.`),
  payerAskEnd: ({ as, name }) =>
    as === 'owner'
      ? `Зараз на кошториси відповідає ${payerNamed(name)}. Завершити це, щоб кошториси надходили вам?`
      : `Більше не надсилати вам кошторисів? Відповідатиме на них ${owner(name)}.`,
  payerEnded: () => 'Готово. На кошториси знову відповідаєте ви.',
  payerEndedFor: ({ name }) => `На кошториси знову відповідає ${owner(name)}. Дякуємо вам за допомогу.`,
  payerLeft: ({ name }) => `Готово. Кошториси вам більше не надходять, на них відповідає ${owner(name)}.`,
  payerLeftBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} більше не відповідає на кошториси. Знову відповідаєте ви.`),
  payerNothing: () => 'Тут на кошториси більше ніхто не відповідає, завершувати нічого.',

  payerWaiting: ({ name }) => `Чекаємо на відповідь щодо кошторису. Відповідає ${payerNamed(name)}.`,
  payerFor: ({ name }) => `Ви вирішуєте ${instead(name)}:`,
  payerAnswered: ({ name }) => `Є відповідь на кошторис. Відповідає ${payerNamed(name)}:`,
  payerOther: ({ name }) =>
    `Зараз на кошториси відповідає ${payerNamed(name)}. Щойно буде відповідь, ми вам напишемо.`,
  payerNotYours: () => 'Про ці витрати вас більше не питають, тому кнопка вже нічого не змінює.',

  payerAskLimit: () =>
    'Якщо робота вийде трохи дорожчою, скільки можна додати, не питаючи? Понад це завжди спершу спитаємо.',
  payerOfferLimit: () =>
    'На майбутнє: якщо робота вийде трохи дорожчою, скільки можна додати, не питаючи? Якщо не відповісте, питатимемо завжди.',
  payerLimitSet: (limit, f) => {
    const most = limitIn(limit, atMost, f);
    return most === null
      ? 'Гаразд: перш ніж сума зросте, завжди спитаємо.'
      : `Гаразд: можемо додати до погодженої суми до ${most}, не питаючи, і одразу про це скажемо.`;
  },
  payerUpTo: ({ cents }, f) => `Не питаючи, можемо дійти до ${f.money(cents)}.`,

  payerPutOff: ({ items, more }, f) =>
    lines(`${putOffText(items, more, putOffWords, f)}.`, 'Подивимося цього разу?'),
  payerLook: () => 'Гаразд, цього разу подивимося. Скільки це коштує тепер, спершу напишемо в кошторисі.',
  payerNotNow: () => 'Гаразд, не цього разу.',
  payerNever: () => 'Гаразд, більше про це не питатимемо.',

  payerDeskAccepted: ({ name }) => `Тепер на кошториси відповідає ${payerNamed(name)}.`,
  payerDeskFor: ({ name }) => `Тепер відповідає на кошториси ${instead(name)}.`,
  payerDeskRefused: ({ name }, f) => f.capital(`${payerNamed(name)} не береться відповідати на кошториси.`),
  payerDeskEnded: ({ name, by }, f) =>
    f.capital(
      {
        owner: `на кошториси знову відповідає сам клієнт, а не ${payerNamed(name)}.`,
        approver: `${payerNamed(name)} більше не відповідає на кошториси: знову питаємо клієнта.`,
      }[by],
    ),
  payerDeskEndedFor: ({ name }) => `Більше не відповідає на кошториси ${instead(name)}.`,
  payerDeskAsks: ({ name, ref }) =>
    `Є запитання щодо кошторису ${ref}. Питає ${payerNamed(name)}; розмова триває в окремій темі.`,
  payerDeskLimit: (limit, f) => `Можна додати, не питаючи: ${limitIn(limit, atMost, f) ?? 'нічого'}.`,
  payerDeskLook: ({ ref, items }, f) =>
    lines(
      `${putOffText(items, 0, putOffWords, f)}.`,
      `Клієнт просить подивитися це, візит ${ref}. Жодної суми цим не погоджено.`,
    ),
  payerCardAnswers: ({ name }) => `На кошториси відповідає ${payerNamed(name)}`,
  payerCardPutOff: ({ items, more }, f) => putOffText(items, more, putOffWords, f),
  payerCardLook: ({ ref, items }, f) => `Подивитися, візит ${ref}. ${putOffText(items, 0, putOffWords, f)}`,

  payerLabelOther: () => 'Платить інший',
  payerLabelYes: () => 'Так, візьму на себе',
  payerLabelNo: () => 'Ні',
  payerLabelEnd: () => 'Завершити це',
  payerLabelEndYes: () => 'Так, завершити',
  payerLabelKeep: () => 'Залишити',
  payerLabelFor: ({ name }, f) => shorten(f.capital(owner(name)), 20),
  payerLabelLimit: () => 'Ліміт без запитань',
  payerLabelAlways: () => 'Завжди питати',
  payerLabelSum: ({ cents }, f) => `До ${f.money(cents)}`,
  payerLabelPercent: ({ percent, cents }, f) => `${f.percent(percent)}, до ${f.money(cents)}`,
  payerLabelLook: () => 'Так, подивіться',
  payerLabelNotNow: () => 'Не зараз',
  payerLabelNever: () => 'Більше не питати',
  payerLabelCosts: () => 'Хто платить',
};
