import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Виправлення: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Будь ласка, не зважайте на файл, надісланий вам раніше.'
      : `Будь ласка, не зважайте на моє повідомлення «${excerpt(text, 100)}».`,
  relaySign: ({ name }, f) => f.person(name),
  relaySignCorrection: ({ name }, f) => `${f.person(name)}, виправлення`,

  relayStranger: ({ name, id }) =>
    `${excerpt(name, 60) || 'Цієї людини'} (${id}) немає у списку консультантів, тому клієнту нічого не надіслано. Змінити це може керівник.`,
  relayHidden: () =>
    'Нічого не надіслано: повідомлення написане від імені групи, і мені не видно, ким. У налаштуваннях адміністратора групи вимкніть для себе «Анонімність» і напишіть ще раз.',
  relayNobodysTopic: () =>
    'Ця тема не належить жодному клієнту, тому нічого не надіслано. У кожного клієнта своя тема із закріпленою карткою.',
  relayUnsupported: () => 'Таке передати не можна, тому нічого не надіслано. Слова, знімки й файли можна.',
  relayNoMessenger: ({ name, phone }) =>
    `${excerpt(name, 60) || 'Цей клієнт'}: месенджера немає, тому нічого не надіслано.${phone === '' ? '' : ` Можна зателефонувати: ${phone}`}`,
  relayShutOut: ({ by }, f) =>
    `Клієнта заблоковано (${f.person(by)}): доки його не впустять знову, йому нічого не надходить.`,

  relayHeldOwner: ({ owner }, f) =>
    `Розмову веде ${f.person(owner)}, тому ваше повідомлення поки тут. Усе одно надіслати?`,
  relayHeldCalm: ({ why }) => `${sharp[why]} Поки не надіслано. Можливо, так:`,
  relayHeldWindow: ({ until, phone }, f) =>
    lines(
      `Поки не надіслано: з ${f.dayTime(until)} месенджер клієнта приймає від нас лише коротке сповіщення. Надішліть його, і ваші слова надійдуть, щойно клієнт відповість.`,
      phone !== '' && `Або зателефонуйте: ${phone}`,
    ),
  relayHeldSent: () => 'Надсилається.',
  relayHeldDropped: () => 'Лишається тут, клієнт нічого не побачить.',
  relayHeldExpired: () => 'Це чекало надто довго. Якщо воно ще актуальне, напишіть, будь ласка, заново.',
  relaySentAlready: () => 'Це вже надіслано.',
  relayOnlyWriter: ({ name }, f) => `Надіслати може лише автор: ${f.person(name)}.`,
  relayAgain: () => 'Надсилається ще раз.',
  relayNoOtherWay: () => 'Клієнт пише лише з цього месенджера.',

  relayEditNotSent: () =>
    'Це повідомлення не надсилалося, і правка нічого не надішле. Щоб відповісти, напишіть нове.',
  relayStaysSent: () =>
    'Надіслане лишилося у клієнта, як було. Щоб забрати його, дайте відповідь на своє повідомлення командою /undo.',
  relayUndone: ({ how }) => undone[how],
  relayUndoHow: () => 'Дайте відповідь командою /undo на повідомлення, яке хочете забрати.',
  relayUndoNothing: () => 'Те повідомлення клієнту не надсилалося, забирати нічого.',

  relayTaken: () => 'Тепер це ваше. Бот мовчить.',
  relayTakenBy: ({ owner }, f) => `Уже веде ${f.person(owner)}.`,
  relayNobodys: () => 'Цю розмову ніхто не веде.',
  relayReleased: () => 'Відпущено: взяти може будь-хто з колег.',
  relayHandToWhom: () => 'Кому передати?',
  relayHandedOver: ({ from, to, waits }, f) =>
    `${f.person(from)} → ${f.person(to)}: розмову передано.${waits ? ' Клієнт чекає на відповідь.' : ''}`,
  relayHanded: ({ to }, f) => `Тепер веде ${f.person(to)}.`,
  relayNobodyNamed: ({ name }) => `Колеги на ім’я «${excerpt(name, 40)}» у списку немає.`,
  relayNoColleague: () => 'Більше у списку нікого немає.',
  relayStillWaits: () => 'На відповідь ще чекають: відповідайте або позначте, що вона не потрібна.',
  relayBotHasIt: () => 'Бот і так відповідає.',
  relayGivenBack: () => 'Бот знову відповідає.',
  relayNoAnswer: () => 'Знято з очікування: відповідь не потрібна.',
  relayNobodyWaits: () => 'Тут ніхто не чекає.',
  relayCallDone: () => 'Позначено: ви поговорили.',
  relayNoCall: () => 'Про дзвінок не просили.',
  relayShutOutWhy: () =>
    'Від цього клієнта нічого не передаватиметься, і відповідей йому не буде. З якої причини?',
  relayShutOutNow: ({ by, reason }, f) =>
    `${f.person(by)}: клієнта заблоковано (${reasons[reason]}). Від нього нічого не передається, і відповідей йому немає.`,
  relayNotShutOut: () => 'Клієнта не заблоковано.',
  relayLetIn: ({ by }, f) => `${f.person(by)}: клієнта знову впустили.`,
  relayMore: () => 'Що ще?',

  relayOpenNone: () => 'На відповідь ніхто не чекає.',
  relayOpenHead: ({ count }, f) =>
    f.plural(count, {
      one: 'На відповідь чекає # людина',
      few: 'На відповідь чекають # людини',
      many: 'На відповідь чекають # людей',
      other: 'На відповідь чекають # людини',
    }),
  relayOpenLine: ({ who, minutes, owner, by }, f) =>
    lines(
      `${who || 'Хтось'}: ${f.duration(minutes)}`,
      [
        owner === null ? 'ніхто не взяв' : `веде ${f.person(owner)}`,
        by !== null && `обіцяно ${f.deadline(by)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),

  relayJoined: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}у групі новий учасник: ${excerpt(name, 60) || 'без імені'} (${id}). ${joined[kind]}`,
  relayLeft: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}із групи вийшов учасник: ${excerpt(name, 60) || 'без імені'} (${id}).${kind === 'listed' ? ' У списку консультантів він лишається.' : ''}`,
  relayRosterHead: () => 'Хто може тут працювати',
  relayRosterLine: ({ advisor, role, id, anyway }, f) =>
    [
      f.person(advisor),
      roles[role],
      id,
      anyway > 0 &&
        f.plural(anyway, {
          one: 'усе одно надіслано # відповідь',
          few: 'усе одно надіслано # відповіді',
          many: 'усе одно надіслано # відповідей',
          other: 'усе одно надіслано # відповіді',
        }),
    ]
      .filter(Boolean)
      .join(' · '),
  relayRosterHow: () =>
    'Додати: /advisors add, числовий id та ім’я, або кнопкою, коли людина увійшла до групи чи написала тут.',
  relayManagersOnly: () => 'Список змінює лише керівник.',
  relayAdded: ({ name }, f) => `${f.person(name)} тепер у списку.`,
  relayListedAlready: () => 'Ця людина вже у списку.',
  relayRemoved: ({ name }, f) => `${f.person(name)} більше не у списку.`,
  relayNotYourself: () => 'Себе зі списку прибрати не можна, це зробить інший керівник.',
  relayNotListedId: ({ id }) => `${id} не може тут працювати.`,
  relayNotListed: () => 'Ці кнопки лише для консультантів зі списку.',

  relayLanguageAsk: ({ name }, f) => `${f.person(name)}, якою мовою вам зручно тут працювати?`,
  relayLanguageSet: ({ name }, f) => `Готово, ${f.person(name)}: тут з вами говорять українською.`,

  relayGone: () => 'Ця кнопка застаріла. Свіжі кнопки на закріпленій картці.',
  relayInTopic: () => 'Це працює в темі клієнта.',
  relayUnknownCommand: ({ name, near }) =>
    `Команди /${excerpt(name, 40)} немає, і нічого не надіслано.${near === '' ? '' : ` Можливо, /${near}?`} Які є, покаже /help.`,
  relayHelp: () =>
    lines(
      'Те, що ви пишете в темі клієнта, надходить йому з вашим ім’ям.',
      'Нотатка для колег починається з // або відповідає на закріплену картку.',
      'Щоб забрати повідомлення, дайте на нього відповідь командою /undo.',
      'Знак на вашому повідомленні показує, куди воно дійшло:',
    ),
  relayHelpMark: ({ mark }) => marks[mark],
  relayHelpCommands: () =>
    lines(
      '/open: хто чекає. /advisors: хто тут працює. /language: ваша мова.',
      'У темі: /note, /take, /release, /hand, /give повернути боту, /done відповідь не потрібна, /say готові відповіді.',
      'Календар: /day, /book, /move, /cancel, /walkin, /block, /away, /closed.',
      'Тренування: /playbook.',
    ),

  relayLabelSend: () => 'Усе одно надіслати',
  relayLabelDraft: () => 'Надіслати так',
  relayLabelDrop: () => 'Не надсилати',
  relayLabelNotice: () => 'Сповістити зараз',
  relayLabelLetAct: () => 'Додати до списку',
  relayLabelRemove: ({ advisor }, f) => shorten(`✕ ${f.person(advisor)}`, 20),
  relayLabelPerson: ({ advisor }, f) => shorten(f.person(advisor), 20),
  relayLabelAbuse: () => 'Образи',
  relayLabelSpam: () => 'Спам',
  relayLabelOther: () => 'Інша причина',
  relayLabelHistory: () => 'Уся розмова',
};

const sharp = {
  insult: 'Це може образити.',
  shouting: 'Це читається як крик.',
  sarcasm: 'Це може прозвучати з насмішкою.',
  blame: 'Це може прозвучати як докір.',
} as const;

const undone = {
  kept: 'Забрано: повідомлення ще не пішло.',
  deleted: 'Забрано: у клієнта повідомлення видалено.',
  corrected: 'Видалити його там уже не можна, тож клієнта попросили на нього не зважати.',
  before: 'Це повідомлення забрали раніше.',
} as const;

const reasons = { abuse: 'образи', spam: 'спам', other: 'інша причина' } as const;
const roles = { advisor: 'консультант', manager: 'керівник' } as const;
const joined = {
  stranger: 'Повідомлення цієї людини не надходять клієнтам, доки її немає у списку.',
  listed: 'Ця людина є у списку консультантів.',
  bot: 'Це бот: його повідомлення клієнтам не надходять.',
} as const;

/** Called by name, so that they look here. */
function named(managers: readonly string[], person: (advisor: string) => string): string {
  return managers.length === 0 ? '' : `${managers.map(person).join(', ')}: `;
}

const marks = {
  sent: '👌 надіслано',
  delivered: '👍 доставлено',
  read: '👀 прочитано',
  failed: '💔 не доставлено, у темі написано чому',
};
