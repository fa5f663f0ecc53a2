import type { GroupTexts } from '../dictionary.ts';
import { tankOf } from '../tank.ts';

export const archive: GroupTexts<'archive'> = {
  archiveComing: () =>
    'Your data is being put together: our whole talk, visits, agreements, photos and documents. The file comes here within five minutes.',
  archiveWait: ({ next }, f) =>
    `You have asked for your data within the last day: the file is in this chat, or on its way. The next one can be had ${f.when(next)}.`,
  archiveReady: ({ part, parts }) =>
    parts === 1
      ? 'Your data. Unpack the file and open index.html: it can be read without internet.'
      : `Your data, part ${part} of ${parts}. Unpack all parts into one folder and open index.html there.`,
  archiveLink: ({ part, parts, until }, f) =>
    `${parts === 1 ? 'Your data is ready' : `Your data, part ${part} of ${parts}, is ready`}. The link is for you alone and works until ${f.dayTime(until)}. Unpack the file and open index.html.`,
  archiveFailed: ({ phone }) =>
    `Your data could not be put together this time. Please write “export my data” once more later, or call ${phone}.`,
  archiveGone: () =>
    'This file is no longer here: such links work for one day. Write “export my data” in the chat for a new one.',
  archiveLabelExport: () => 'Export my data',
  archiveLabelFetch: () => 'Download',

  archiveTitle: ({ name }, f) =>
    name === '' ? `My data at ${f.station}` : `${name}: my data at ${f.station}`,
  archiveMade: ({ at }, f) => `All that ${f.station} keeps of you, as of ${f.fullMoment(at)}.`,
  archiveParts: ({ parts }, f) =>
    f.plural(parts, {
      one: 'Photos and documents lie in the folder “files” beside this page.',
      other: 'Photos and documents lie in the folder “files”: unpack all # parts into one place.',
    }),
  archiveSection: ({ section }) => sections[section],
  archiveField: ({ field }) => fields[field],
  archiveNothing: () => 'Nothing.',
  archiveQuiet: ({ from, to }) => `from ${from} to ${to}`,
  archiveServices: ({ services }, f) => f.capital(f.services(services)),
  archiveStage: ({ stage }) => stages[stage],
  archiveMileage: ({ km }) => `${km} km`,
  archiveFuel: ({ eighths }) => tankOf(eighths),
  archiveMoved: ({ of, from, to, reason, words }, f) =>
    `${of === 'ready' ? 'Ready' : 'News'}: moved from ${f.dayTime(from)} to ${f.dayTime(to)}${because(words || (to > from ? reasons[reason] : ''))}`,
  archivePurpose: ({ purpose }) => purposes[purpose],
  archiveConsent: ({ given, at, wording }, f) =>
    `${given ? 'Yes' : 'Only when I ask'}, ${f.fullMoment(at)} (wording ${wording})`,
  archiveAgreed: ({ kind }) => agreed[kind],

  archiveManagersOnly: () => 'Only a manager can take tables or the calendar of the bays.',
  archiveTablesComing: ({ month }) =>
    `The tables of ${month.slice(0, 7)} are being made. They come to General in a minute.`,
  archiveTable: ({ of, month }) => `${tables[of]}, ${month.slice(0, 7)}`,
  archiveTableFailed: ({ month }) =>
    `The tables of ${month.slice(0, 7)} could not be made this time. Please ask once more in a few minutes.`,
  archiveNoMonth: ({ word, example }) =>
    word === ''
      ? `Which month? For example: /export ${example}`
      : `“${word}” is no month that has begun. For example: /export ${example}`,
  archiveColumn: ({ column }) => columns[column],
  archiveHow: ({ how }) => hows[how],

  archiveFeedMade: () =>
    'The bays’ next seven days as a calendar, for the workshop’s screen. Whoever has this address can read it, without names and phones. It is shown once; /feed new ends it and makes another.',
  archiveFeedThere: ({ advisor, since }, f) =>
    `The calendar of the bays has an address since ${f.dayTime(since)}, made by ${f.person(advisor)}. It was shown once and is not kept in words. A new address ends the old one.`,
  archiveFeedGone: () =>
    'This calendar has another address now, or none. A manager makes one with /feed new in the group.',
  archiveLabelFeed: () => 'New address',
  archiveFeedName: (_args, f) => `${f.station}: bays`,
  archiveFeedTitle: ({ bay, services, car }, f) =>
    [bay, f.capital(f.services(services)), car].filter(Boolean).join(' · '),
  archiveFeedBlocked: ({ bay }) => [bay, 'Blocked'].filter(Boolean).join(' · '),
  archiveFeedPerson: ({ technician }, f) => f.person(technician),
  archiveFeedReady: ({ readyBy, start }, f) => `Ready ${f.ready(readyBy, start)}`,
};
/** Nobody has to say why it is earlier. */
const because = (why: string) => (why === '' ? '' : `, ${why}`);

const sections = {
  person: 'Who you are',
  cars: 'Your cars',
  visits: 'Visits to come and under way',
  past: 'Past visits',
  agreements: 'What we agreed, word for word',
  consents: 'What you agreed to be written about',
  reports: 'Problems you reported',
  talk: 'Our whole talk',
} as const;

const fields = {
  name: 'Name',
  phone: 'Phone',
  quiet: 'No automatic messages',
  approver: 'Says yes to costs for you',
  approvesFor: 'You say yes to costs for',
  mileage: 'Mileage',
  number: 'Number',
  when: 'When',
  car: 'Car',
  work: 'Work',
  ready: 'Ready by',
  stage: 'State',
  fuel: 'Fuel',
  total: 'Total',
  words: 'In your words',
} as const;

const stages = {
  booked: 'booked',
  arrived: 'arrived',
  checking: 'being checked',
  answer: 'waiting for your answer',
  parts: 'waiting for parts',
  working: 'being worked on',
  quality: 'quality check',
  ready: 'ready',
  handedBack: 'handed back',
  cancelled: 'cancelled',
  noShow: 'did not come',
} as const;

const reasons = {
  parts: 'a part came later',
  found: 'something more was found',
  answer: 'an answer was awaited',
  queue: 'the work before took longer',
  test: 'one more test was needed',
  longer: 'it took longer',
} as const;

const purposes = {
  visit: 'Messages about a visit',
  service: 'Reminders of the next service',
  offers: 'Offers',
} as const;

const agreed = {
  answer: 'Agreed',
  signed: 'Agreed with the word that signs',
  confirmed: 'Confirmed',
  disputed: 'Said not to be so',
  declined: 'Declined',
} as const;

const tables = { visits: 'Visits', agreements: 'Agreements' } as const;

const hows = {
  chat: 'chat',
  phone: 'phone',
  desk: 'desk',
  allowance: 'within the allowance',
} as const;

const columns = {
  date: 'Date',
  time: 'Time',
  number: 'Visit no.',
  ended: 'Ended as',
  customer: 'Customer',
  car: 'Car',
  work: 'Work',
  promised: 'Promised by',
  ready: 'Ready at',
  moved: 'Times moved',
  late: 'Moved too late',
  order: 'Work order no.',
  edition: 'Agreement no.',
  kind: 'What',
  how: 'How',
  by: 'Recorded by',
  chosen: 'Work agreed',
  total: 'Total incl. VAT',
  vatPercent: 'VAT %',
  vat: 'of which VAT',
  currency: 'Currency',
} as const;
