import type { AlarmName } from '#shared/domain/alarm.ts';
import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';

export const alarm: GroupTexts<'alarm'> = {
  alarmBegan: ({ name, at }, f) => lines(`Внимание, ${f.dayTime(at)}. ${alarmTitles[name]}.`, todo[name]),
  alarmOver: ({ name, at }, f) => `${f.dayTime(at)}: снова всё в порядке. Было: «${alarmTitles[name]}».`,
  alarmLabelRunbook: () => 'Что делать',
};

/** What is wrong, in a few words. */
export const alarmTitles: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Часть сообщений не удалось обработать',
  oldestMessage: 'Сообщения ждут слишком долго',
  webhookErrors: 'Мессенджеры не могут передать нам сообщения',
  accountRefused: 'Мессенджер не принимает наш аккаунт',
  promiseBroken: 'Обещание не сдержано',
  unanswered: 'Кто-то слишком долго ждёт ответа',
  dollarsADay: 'День обходится дороже, чем задано',
  tickStopped: 'Часы линии стоят',
  functionErrors: 'Линия раз за разом даёт сбой',
};

/** What the people at the desk do meanwhile; how it is mended stands in the runbook. */
const todo: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Они сохранены. Передайте, пожалуйста, тому, кто следит за системой.',
  oldestMessage: 'Ответы запаздывают. Срочное пока решайте по телефону.',
  webhookErrors: 'Новые могут прийти позже, но не пропадут. Срочное пока решайте по телефону.',
  accountRefused: 'Всё, что мы туда пишем, ждёт. Позвоните тем, кому важно узнать что-то сегодня.',
  promiseBroken: 'Какое, видно в теме машины. Напишите, пожалуйста, владельцу.',
  unanswered: 'Кто это, покажет /open. Ответьте, пожалуйста.',
  dollarsADay: 'Всё работает. Пусть тот, кто платит, посмотрит, на что ушли деньги.',
  tickStopped: 'Напоминания не уходят, за обещаниями никто не следит. А пока дела на сегодня покажет /day.',
  functionErrors: 'Ответы запаздывают или не приходят. Срочное пока решайте по телефону.',
};
