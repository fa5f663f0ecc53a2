import type { ContactKey, Texts } from '../dictionary.ts';
import type { Exception } from '../hours.ts';
import { lines } from '../lines.ts';

export const contact: Texts<ContactKey> = {
  greeting: (_, f) =>
    lines(
      `Hello! This is the assistant of ${f.station} (a bot; people are here ${f.hours}).`,
      'Just write “oil change tomorrow after 5”, ask a question or send a photo.',
      'Write “person” to reach us, “menu” for more.',
    ),
  met: (_, f) =>
    `Hello! This is the assistant of ${f.station} (a bot). “Person” brings someone from our team at any time.`,
  menu: () => 'What can I do for you?',
  help: () =>
    lines(
      'Choose below or just write: “oil change tomorrow after 5”, “where do I park?”.',
      'Words that always work: “book”, “status”, “address”, “hours”, “language”.',
      '“Person” brings someone from our team, “stop” ends automatic messages.',
    ),
  helpInStep: () => 'Choose below, or write “back”, “cancel” or “person”.',
  buttonGone: () => 'That button belongs to an earlier step and no longer works. These are the current ones:',
  welcome: () => 'You are welcome. Write whenever something comes up.',
  slowDown: () =>
    'Your messages have arrived, but there are too many to answer one by one. Please write again in a minute.',
  nothingToGoBack: () => 'There is no earlier step. You can choose here:',
  fileReceived: ({ what, advisor, by }, f) => {
    const [got, act] = files[what];
    return `Got ${got}, thank you. ${f.person(advisor)} will ${act} it and answer here ${f.deadline(by)}.`;
  },
  locationReceived: (_, f) =>
    `Got your location, thank you. If you need help on the road, write “person” or call ${f.phone}`,
  unsupported: () =>
    'This kind of message does not open here. Please put it in words, or send a photo or a voice message.',

  personCalled: ({ advisor, by, open, phone }, f) => {
    const back = open ? null : f.opens(by);
    const name = f.person(advisor);
    return back === null
      ? lines(
          `Your request is with our team: ${name} will answer here ${f.deadline(by)}.`,
          `If it is urgent: ${phone}`,
        )
      : lines(
          `We have your request, but we are closed now. We are back ${back}, and ${name} will answer here ${f.by(by)}.`,
          `If it is urgent or the car is unsafe: ${phone}`,
        );
  },
  passedOn: ({ advisor, by }, f) =>
    `Added to your request: ${f.person(advisor)} will answer here ${f.deadline(by)}.`,
  address: (_, f) => lines(`${f.station}: ${f.address}.`, f.entrance, `${f.hours}.`, `Phone: ${f.phone}`),
  hours: (_, f) =>
    lines(
      `We are open ${f.hours}.`,
      f.limitedDays.map(({ day, services }) => `${day} only: ${services}.`).join(' '),
      f.exceptions.map(changed).join(' '),
      `Phone: ${f.phone}`,
    ),

  askConsent: () =>
    lines(
      'May we write to you here about your visits: a reminder, any change, when the car is ready? No adverts.',
      '“Stop” ends it at any time.',
    ),
  consentYes: () => 'Thank you. We write only about your visits, and “stop” ends it at any time.',
  consentNo: () => 'All right, we write only when you ask. “Status” shows your visit at any time.',
  whatIsStored: (_, f) =>
    lines(
      `${f.station} keeps your id, name and language in this messenger, your cars and visits, your number where we have it, and what you write and send here. Only our team sees it, to book your visits and do the work; nobody gets it for adverts. The messenger keeps its own copy.`,
      `Talk goes after ${f.keep.talkDays} days, photos and voice messages after ${f.keep.fileDays}, what you told us of defects after ${f.keep.reportDays}; cars, visits and agreements stay until you have them erased, invoices as long as the law requires.`,
      `“Export my data” brings a copy, “erase me” erases all, “stop” ends automatic messages. Questions: ${f.phone}`,
    ),
  stopped: () => 'Done: no more automatic messages. We still answer when you write.',
  resumed: () => 'Messages about your visits are on again.',
  askLanguage: () => 'Which language do you prefer?',
  languageSet: () => 'From now on we write in English.',
};

function changed(change: Exception): string {
  return change.kind === 'closed'
    ? `Closed ${change.days} (${change.reason}).`
    : `${change.day} only until ${change.until}.`;
}

const files = {
  voice: ['your voice message', 'listen to'],
  video: ['the video', 'watch'],
  document: ['the document', 'read'],
  other: ['the file', 'look at'],
} as const;
