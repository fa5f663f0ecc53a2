import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { carsText, limitIn, named, type PutOffWords, putOffText } from '../payer-line.ts';
import { excerpt, shorten } from '../shorten.ts';

export const putOffWords: PutOffWords = {
  months: [
    ...['в январе', 'в феврале', 'в марте', 'в апреле', 'в мае', 'в июне'],
    ...['в июле', 'в августе', 'в сентябре', 'в октябре', 'в ноябре', 'в декабре'],
  ],
  put: 'отложили',
  before: 'тогда',
};
const atMost = (percent: string, sum: string) => `${percent}, но не больше ${sum}`;
/** Names stay as they are, so the sentence leaves them in the first case. */
const owner = (name: string) => named(name, 'владелец машины');
const payerNamed = (name: string) => named(name, 'плательщик');
const instead = (name: string) =>
  name === '' ? 'за владельца машины' : `за другого человека (${excerpt(name, 40)})`;
const carsOf = (cars: readonly string[]) => carsText(cars, 'машина');

function above(limit: PhraseArgs['payerLimitSet'], f: Format): string {
  const most = limitIn(limit, atMost, f);
  return most === null ? 'всегда сначала спросим' : `до ${most}, не спрашивая`;
}

export const payer: GroupTexts<'payer'> = {
  payerCard: ({ name, ...limit }, f) =>
    lines(
      name === null
        ? 'Расходы: на каждую смету отвечаете вы.'
        : `На сметы отвечает ${payerNamed(name)}; вам видны каждая смета и каждый ответ.`,
      `Сверх согласованной суммы: ${above(limit, f)}.`,
    ),
  payerCardFor: ({ name, ...limit }, f) =>
    lines(`Вы отвечаете на сметы ${instead(name)}.`, `Сверх согласованной суммы: ${above(limit, f)}.`),
  payerCode: ({ hours }, f) =>
    `Перешлите, пожалуйста, следующее сообщение тому, кто платит. Код нужно написать нам из своего чата; он действует один раз, ${f.duration(hours * 60)}.`,
  payerForward: ({ name, cars, code }, f) =>
    lines(
      f.capital(`${owner(name)} просит вас отвечать на сметы (${carsOf(cars)}) в ${f.station}.`),
      `Если вы согласны, напишите код в чат ${f.station} в Telegram или WhatsApp.`,
      `Код: ${code}`,
    ),
  payerAsk: ({ name, cars }, f) =>
    lines(
      f.capital(
        `${owner(name)} просит вас отвечать на сметы (${carsOf(cars)}). Сметы будут приходить вам, а ваши ответы увидит ${owner(name)}.`,
      ),
      'Возьмёте это на себя?',
    ),
  payerOwnCode: () =>
    'Этот код для того, кто платит. Перешлите его, пожалуйста: написать код нужно из другого чата.',
  payerGone: () => 'Эта просьба уже не действует. Если она ещё нужна, попросите, пожалуйста, новый код.',
  payerAccepted: ({ name }) =>
    lines(
      `Спасибо. Теперь сметы приходят вам, и решает ваш ответ. Его видит и ${owner(name)}.`,
      'Закончить можно в любой момент.',
    ),
  payerOn: ({ name }) =>
    lines(
      `Теперь на сметы отвечает ${payerNamed(name)}.`,
      'Вам видны каждая смета и каждый ответ, а закончить можно в любой момент.',
    ),
  payerRefused: ({ name }) => `Хорошо. На сметы, как и раньше, отвечает ${owner(name)}.`,
  payerRefusedBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} не берёт это на себя. На сметы, как и раньше, отвечаете вы.`),
  payerAskEnd: ({ as, name }) =>
    as === 'owner'
      ? `Сейчас на сметы отвечает ${payerNamed(name)}. Закончить это, чтобы сметы приходили вам?`
      : `Больше не присылать вам сметы? Отвечать на них будет ${owner(name)}.`,
  payerEnded: () => 'Готово. На сметы снова отвечаете вы.',
  payerEndedFor: ({ name }) => `На сметы снова отвечает ${owner(name)}. Спасибо вам за помощь.`,
  payerLeft: ({ name }) => `Готово. Сметы больше не приходят вам, на них отвечает ${owner(name)}.`,
  payerLeftBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} больше не отвечает на сметы. Снова отвечаете вы.`),
  payerNothing: () => 'Здесь на сметы больше никто не отвечает, заканчивать нечего.',

  payerWaiting: ({ name }) => `Ждём ответа на смету. Отвечает ${payerNamed(name)}.`,
  payerFor: ({ name }) => `Вы решаете ${instead(name)}:`,
  payerAnswered: ({ name }) => `Есть ответ на смету. Отвечает ${payerNamed(name)}:`,
  payerOther: ({ name }) =>
    `Сейчас на сметы отвечает ${payerNamed(name)}. Как только будет ответ, мы вам напишем.`,
  payerNotYours: () => 'Об этих расходах вас больше не спрашивают, поэтому кнопка уже ничего не меняет.',

  payerAskLimit: () =>
    'Если работа выйдет чуть дороже, сколько можно добавить, не спрашивая? Выше этого всегда сначала спросим.',
  payerOfferLimit: () =>
    'На будущее: если работа выйдет чуть дороже, сколько можно добавить, не спрашивая? Если не ответите, будем спрашивать всегда.',
  payerLimitSet: (limit, f) => {
    const most = limitIn(limit, atMost, f);
    return most === null
      ? 'Хорошо: прежде чем сумма вырастет, всегда спросим.'
      : `Хорошо: можем добавить к согласованной сумме до ${most}, не спрашивая, и сразу об этом скажем.`;
  },
  payerUpTo: ({ cents }, f) => `Не спрашивая, можем дойти до ${f.money(cents)}.`,

  payerPutOff: ({ items, more }, f) =>
    lines(`${putOffText(items, more, putOffWords, f)}.`, 'Посмотрим в этот раз?'),
  payerLook: () => 'Хорошо, в этот раз посмотрим. Сколько это стоит теперь, сначала напишем в смете.',
  payerNotNow: () => 'Хорошо, не в этот раз.',
  payerNever: () => 'Хорошо, больше об этом не спросим.',

  payerDeskAccepted: ({ name }) => `Теперь на сметы отвечает ${payerNamed(name)}.`,
  payerDeskFor: ({ name }) => `Теперь отвечает на сметы ${instead(name)}.`,
  payerDeskRefused: ({ name }, f) => f.capital(`${payerNamed(name)} не берётся отвечать на сметы.`),
  payerDeskEnded: ({ name, by }, f) =>
    f.capital(
      {
        owner: `на сметы снова отвечает сам клиент, а не ${payerNamed(name)}.`,
        approver: `${payerNamed(name)} больше не отвечает на сметы: снова спрашиваем клиента.`,
      }[by],
    ),
  payerDeskEndedFor: ({ name }) => `Больше не отвечает на сметы ${instead(name)}.`,
  payerDeskAsks: ({ name, ref }) =>
    `Есть вопрос по смете ${ref}. Спрашивает ${payerNamed(name)}; разговор идёт в отдельной теме.`,
  payerDeskLimit: (limit, f) => `Можно добавить, не спрашивая: ${limitIn(limit, atMost, f) ?? 'ничего'}.`,
  payerDeskLook: ({ ref, items }, f) =>
    lines(
      `${putOffText(items, 0, putOffWords, f)}.`,
      `Клиент просит посмотреть это, визит ${ref}. Никакая сумма этим не согласована.`,
    ),
  payerCardAnswers: ({ name }) => `На сметы отвечает ${payerNamed(name)}`,
  payerCardPutOff: ({ items, more }, f) => putOffText(items, more, putOffWords, f),
  payerCardLook: ({ ref, items }, f) => `Посмотреть, визит ${ref}. ${putOffText(items, 0, putOffWords, f)}`,

  payerLabelOther: () => 'Платит другой',
  payerLabelYes: () => 'Да, возьму на себя',
  payerLabelNo: () => 'Нет',
  payerLabelEnd: () => 'Закончить это',
  payerLabelEndYes: () => 'Да, закончить',
  payerLabelKeep: () => 'Оставить',
  payerLabelFor: ({ name }, f) => shorten(f.capital(owner(name)), 20),
  payerLabelLimit: () => 'Лимит без вопросов',
  payerLabelAlways: () => 'Всегда спрашивать',
  payerLabelSum: ({ cents }, f) => `До ${f.money(cents)}`,
  payerLabelPercent: ({ percent, cents }, f) => `${f.percent(percent)}, до ${f.money(cents)}`,
  payerLabelLook: () => 'Да, посмотрите',
  payerLabelNotNow: () => 'Не сейчас',
  payerLabelNever: () => 'Больше не спрашивать',
  payerLabelCosts: () => 'Кто платит',
};
