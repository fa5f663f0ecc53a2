import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Исправление: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Пожалуйста, не учитывайте файл, отправленный вам ранее.'
      : `Пожалуйста, не учитывайте моё сообщение «${excerpt(text, 100)}».`,
  relaySign: ({ name }, f) => f.person(name),
  relaySignCorrection: ({ name }, f) => `${f.person(name)}, исправление`,

  relayStranger: ({ name, id }) =>
    `${excerpt(name, 60) || 'Этого человека'} (${id}) нет в списке консультантов, поэтому клиенту ничего не отправлено. Изменить это может руководитель.`,
  relayHidden: () =>
    'Ничего не отправлено: сообщение написано от имени группы, и мне не видно, кем. В настройках администратора группы выключите для себя «Анонимность» и напишите ещё раз.',
  relayNobodysTopic: () =>
    'Эта тема ни за одним клиентом не закреплена, поэтому ничего не отправлено. У каждого клиента своя тема с закреплённой карточкой.',
  relayUnsupported: () => 'Такое передать нельзя, поэтому ничего не отправлено. Слова, снимки и файлы можно.',
  relayNoMessenger: ({ name, phone }) =>
    `${excerpt(name, 60) || 'Этот клиент'}: мессенджера нет, поэтому ничего не отправлено.${phone === '' ? '' : ` Можно позвонить: ${phone}`}`,
  relayShutOut: ({ by }, f) =>
    `Клиент заблокирован (${f.person(by)}): пока его не впустят снова, ему ничего не уходит.`,

  relayHeldOwner: ({ owner }, f) =>
    `Разговор ведёт ${f.person(owner)}, поэтому ваше сообщение пока здесь. Всё равно отправить?`,
  relayHeldCalm: ({ why }) => `${sharp[why]} Пока не отправлено. Может быть, так:`,
  relayHeldWindow: ({ until, phone }, f) =>
    lines(
      `Пока не отправлено: с ${f.dayTime(until)} мессенджер клиента принимает от нас только короткое уведомление. Отправьте его, и ваши слова уйдут, как только клиент ответит.`,
      phone !== '' && `Или позвоните: ${phone}`,
    ),
  relayHeldSent: () => 'Отправляется.',
  relayHeldDropped: () => 'Остаётся здесь, клиент ничего не увидит.',
  relayHeldExpired: () => 'Это ждало слишком долго. Если оно ещё в силе, напишите, пожалуйста, заново.',
  relaySentAlready: () => 'Это уже отправлено.',
  relayOnlyWriter: ({ name }, f) => `Отправить может только автор: ${f.person(name)}.`,
  relayAgain: () => 'Отправляется ещё раз.',
  relayNoOtherWay: () => 'Клиент пишет только из этого мессенджера.',

  relayEditNotSent: () =>
    'Это сообщение не отправлялось, и правка ничего не отправит. Чтобы ответить, напишите новое.',
  relayStaysSent: () =>
    'Отправленное осталось у клиента как было. Чтобы забрать его, ответьте на своё сообщение командой /undo.',
  relayUndone: ({ how }) => undone[how],
  relayUndoHow: () => 'Ответьте командой /undo на сообщение, которое хотите забрать.',
  relayUndoNothing: () => 'То сообщение клиенту не отправлялось, забирать нечего.',

  relayTaken: () => 'Теперь это ваше. Бот молчит.',
  relayTakenBy: ({ owner }, f) => `Уже ведёт ${f.person(owner)}.`,
  relayNobodys: () => 'Этот разговор никто не ведёт.',
  relayReleased: () => 'Отпущено: взять может любой коллега.',
  relayHandToWhom: () => 'Кому передать?',
  relayHandedOver: ({ from, to, waits }, f) =>
    `${f.person(from)} → ${f.person(to)}: разговор передан.${waits ? ' Клиент ждёт ответа.' : ''}`,
  relayHanded: ({ to }, f) => `Теперь ведёт ${f.person(to)}.`,
  relayNobodyNamed: ({ name }) => `Коллеги по имени «${excerpt(name, 40)}» в списке нет.`,
  relayNoColleague: () => 'Больше в списке никого нет.',
  relayStillWaits: () => 'Ответа ещё ждут: ответьте или отметьте, что он не нужен.',
  relayBotHasIt: () => 'Бот и так отвечает.',
  relayGivenBack: () => 'Бот снова отвечает.',
  relayNoAnswer: () => 'Снято с ожидания: ответ не нужен.',
  relayNobodyWaits: () => 'Здесь никто не ждёт.',
  relayCallDone: () => 'Отмечено: вы поговорили.',
  relayNoCall: () => 'О звонке не просили.',
  relayShutOutWhy: () =>
    'От этого клиента ничего не будет передаваться, и отвечать ему не будем. По какой причине?',
  relayShutOutNow: ({ by, reason }, f) =>
    `${f.person(by)}: клиент заблокирован (${reasons[reason]}). От него ничего не передаётся, и ответов ему нет.`,
  relayNotShutOut: () => 'Клиент не заблокирован.',
  relayLetIn: ({ by }, f) => `${f.person(by)}: клиента снова впустили.`,
  relayMore: () => 'Что ещё?',

  relayOpenNone: () => 'Ответа никто не ждёт.',
  relayOpenHead: ({ count }, f) =>
    f.plural(count, {
      one: 'Ответа ждёт # человек',
      few: 'Ответа ждут # человека',
      many: 'Ответа ждут # человек',
      other: 'Ответа ждут # человека',
    }),
  relayOpenLine: ({ who, minutes, owner, by }, f) =>
    lines(
      `${who || 'Кто-то'}: ${f.duration(minutes)}`,
      [
        owner === null ? 'никто не взял' : `ведёт ${f.person(owner)}`,
        by !== null && `обещано ${f.deadline(by)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),

  relayJoined: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}в группе новый участник: ${excerpt(name, 60) || 'без имени'} (${id}). ${joined[kind]}`,
  relayLeft: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}из группы вышел участник: ${excerpt(name, 60) || 'без имени'} (${id}).${kind === 'listed' ? ' В списке консультантов он остаётся.' : ''}`,
  relayRosterHead: () => 'Кто может здесь работать',
  relayRosterLine: ({ advisor, role, id, anyway }, f) =>
    [
      f.person(advisor),
      roles[role],
      id,
      anyway > 0 &&
        f.plural(anyway, {
          one: 'всё равно отправлен # ответ',
          few: 'всё равно отправлено # ответа',
          many: 'всё равно отправлено # ответов',
          other: 'всё равно отправлено # ответа',
        }),
    ]
      .filter(Boolean)
      .join(' · '),
  relayRosterHow: () =>
    'Добавить: /advisors add, числовой id и имя, или кнопкой, когда человек вошёл в группу или написал здесь.',
  relayManagersOnly: () => 'Список меняет только руководитель.',
  relayAdded: ({ name }, f) => `${f.person(name)} теперь в списке.`,
  relayListedAlready: () => 'Этот человек уже в списке.',
  relayRemoved: ({ name }, f) => `${f.person(name)} больше не в списке.`,
  relayNotYourself: () => 'Себя из списка убрать нельзя, это сделает другой руководитель.',
  relayNotListedId: ({ id }) => `${id} не может здесь работать.`,
  relayNotListed: () => 'Эти кнопки только для консультантов из списка.',

  relayLanguageAsk: ({ name }, f) => `${f.person(name)}, на каком языке вам удобно здесь работать?`,
  relayLanguageSet: ({ name }, f) => `Готово, ${f.person(name)}: здесь с вами говорят по-русски.`,

  relayGone: () => 'Эта кнопка устарела. Свежие кнопки на закреплённой карточке.',
  relayInTopic: () => 'Это работает в теме клиента.',
  relayUnknownCommand: ({ name, near }) =>
    `Команды /${excerpt(name, 40)} нет, и ничего не отправлено.${near === '' ? '' : ` Может быть, /${near}?`} Какие есть, покажет /help.`,
  relayHelp: () =>
    lines(
      'То, что вы пишете в теме клиента, уходит ему с вашим именем.',
      'Заметка для коллег начинается с // или отвечает на закреплённую карточку.',
      'Чтобы забрать сообщение, ответьте на него командой /undo.',
      'Знак на вашем сообщении показывает, докуда оно дошло:',
    ),
  relayHelpMark: ({ mark }) => marks[mark],
  relayHelpCommands: () =>
    lines(
      '/open: кто ждёт. /advisors: кто здесь работает. /language: ваш язык.',
      'В теме: /note, /take, /release, /hand, /give вернуть боту, /done ответ не нужен, /say готовые ответы.',
      'Календарь: /day, /book, /move, /cancel, /walkin, /block, /away, /closed.',
      'Тренировка: /playbook.',
    ),

  relayLabelSend: () => 'Всё равно отправить',
  relayLabelDraft: () => 'Отправить так',
  relayLabelDrop: () => 'Не отправлять',
  relayLabelNotice: () => 'Уведомить сейчас',
  relayLabelLetAct: () => 'Добавить в список',
  relayLabelRemove: ({ advisor }, f) => shorten(`✕ ${f.person(advisor)}`, 20),
  relayLabelPerson: ({ advisor }, f) => shorten(f.person(advisor), 20),
  relayLabelAbuse: () => 'Оскорбления',
  relayLabelSpam: () => 'Спам',
  relayLabelOther: () => 'Другая причина',
  relayLabelHistory: () => 'Весь разговор',
};

const sharp = {
  insult: 'Это может обидеть.',
  shouting: 'Это читается как крик.',
  sarcasm: 'Это может прозвучать с насмешкой.',
  blame: 'Это может прозвучать как упрёк.',
} as const;

const undone = {
  kept: 'Забрано: сообщение ещё не ушло.',
  deleted: 'Забрано: у клиента сообщение удалено.',
  corrected: 'Удалить его там уже нельзя, поэтому клиента попросили его не учитывать.',
  before: 'Это сообщение забрали раньше.',
} as const;

const reasons = { abuse: 'оскорбления', spam: 'спам', other: 'другая причина' } as const;
const roles = { advisor: 'консультант', manager: 'руководитель' } as const;
const joined = {
  stranger: 'Сообщения этого человека не уходят клиентам, пока его нет в списке.',
  listed: 'Этот человек есть в списке консультантов.',
  bot: 'Это бот: его сообщения клиентам не уходят.',
} as const;

/** Called by name, so that they look here. */
function named(managers: readonly string[], person: (advisor: string) => string): string {
  return managers.length === 0 ? '' : `${managers.map(person).join(', ')}: `;
}

const marks = {
  sent: '👌 отправлено',
  delivered: '👍 доставлено',
  read: '👀 прочитано',
  failed: '💔 не доставлено, в теме написано почему',
};
