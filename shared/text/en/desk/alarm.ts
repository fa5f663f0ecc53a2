import type { AlarmName } from '#shared/domain/alarm.ts';
import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';

export const alarm: GroupTexts<'alarm'> = {
  alarmBegan: ({ name, at }, f) => lines(`Attention, ${f.dayTime(at)}: ${alarmTitles[name]}.`, todo[name]),
  alarmOver: ({ name, at }, f) => `${f.dayTime(at)}: all right again. It was: “${alarmTitles[name]}”.`,
  alarmLabelRunbook: () => 'What to do',
};

/** What is wrong, in a few words. */
export const alarmTitles: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Some messages could not be handled',
  oldestMessage: 'Messages wait too long',
  webhookErrors: 'Messengers cannot hand messages to us',
  accountRefused: 'A messenger refuses our account',
  promiseBroken: 'A promise was not kept',
  unanswered: 'Somebody has waited too long for an answer',
  dollarsADay: 'The day costs more than was set',
  tickStopped: 'The clock of the line stands still',
  functionErrors: 'The line fails again and again',
};

/** What the people at the desk do meanwhile; how it is mended stands in the runbook. */
const todo: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'They are kept. Please tell whoever looks after the system.',
  oldestMessage: 'Answers come late. Please settle by phone what is urgent.',
  webhookErrors: 'New ones may come late, none is lost. Please settle by phone what is urgent.',
  accountRefused: 'All that we write there waits. Please call whoever has to know something today.',
  promiseBroken: 'The topic of the car shows which one. Please write to its owner.',
  unanswered: '/open shows who it is. Please answer them.',
  dollarsADay: 'Nothing stops. Whoever pays for it should see what it went on.',
  tickStopped: 'No reminders go out and no promise is watched. Until it is over, /day shows what is due.',
  functionErrors: 'Answers come late or not at all. Please settle by phone what is urgent.',
};
