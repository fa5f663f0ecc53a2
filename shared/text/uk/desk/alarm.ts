import type { AlarmName } from '#shared/domain/alarm.ts';
import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';

export const alarm: GroupTexts<'alarm'> = {
  alarmBegan: ({ name, at }, f) => lines(`Увага, ${f.dayTime(at)}. ${alarmTitles[name]}.`, todo[name]),
  alarmOver: ({ name, at }, f) => `${f.dayTime(at)}: знову все гаразд. Було: «${alarmTitles[name]}».`,
  alarmLabelRunbook: () => 'Що робити',
};

/** What is wrong, in a few words. */
export const alarmTitles: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Частину повідомлень не вдалося обробити',
  oldestMessage: 'Повідомлення чекають надто довго',
  webhookErrors: 'Месенджери не можуть передати нам повідомлення',
  accountRefused: 'Месенджер не приймає наш акаунт',
  promiseBroken: 'Обіцянку не дотримано',
  unanswered: 'Хтось надто довго чекає на відповідь',
  dollarsADay: 'День коштує більше, ніж задано',
  tickStopped: 'Годинник лінії стоїть',
  functionErrors: 'Лінія раз у раз дає збій',
};

/** What the people at the desk do meanwhile; how it is mended stands in the runbook. */
const todo: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Їх збережено. Передайте, будь ласка, тому, хто стежить за системою.',
  oldestMessage: 'Відповіді запізнюються. Термінове поки вирішуйте телефоном.',
  webhookErrors: 'Нові можуть надійти пізніше, але не загубляться. Термінове поки вирішуйте телефоном.',
  accountRefused: 'Усе, що ми туди пишемо, чекає. Зателефонуйте тим, кому важливо дізнатися щось сьогодні.',
  promiseBroken: 'Яку саме, видно в темі авто. Напишіть, будь ласка, власникові.',
  unanswered: 'Хто це, покаже /open. Дайте, будь ласка, відповідь.',
  dollarsADay: 'Усе працює. Нехай той, хто платить, подивиться, на що пішли гроші.',
  tickStopped: 'Нагадування не йдуть, за обіцянками ніхто не стежить. А поки справи на сьогодні покаже /day.',
  functionErrors: 'Відповіді запізнюються або не надходять. Термінове поки вирішуйте телефоном.',
};
