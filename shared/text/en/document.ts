import type { GroupTexts } from '../dictionary.ts';
import { urgencyText } from '../estimate-line.ts';
import { words } from './estimate.ts';

export const document: GroupTexts<'document'> = {
  documentReady: ({ kind, name }) => `${titles[kind]} ${name} as a document.`,
  documentFailed: ({ name, phone }) =>
    `Document ${name} could not be made. What was agreed stays as it is; for a copy on paper please ask at the desk or call ${phone}.`,

  documentTitle: ({ kind, name }) => `${titles[kind]} ${name}`,
  documentField: ({ field }) => fields[field],
  documentPerson: ({ advisor }, f) => f.person(advisor),
  documentMoment: ({ at }, f) => f.fullMoment(at),
  documentDay: ({ at }, f) => f.fullDate(at),
  documentColumn: ({ column }) => columns[column],
  documentSection: ({ section }) => sections[section],
  documentUrgency: (line, f) => f.capital(urgencyText(line, words, f)) || 'When it suits',
  documentMoney: ({ cents }, f) => f.exact(cents),
  documentTotal: ({ of }) => totals[of],
  documentTax: ({ percent }, f) => `of which VAT ${f.percent(percent)}`,
  documentAnswered: ({ how, who, by, at }, f) => {
    const written = by === null ? '' : `; written down by ${f.person(by)}`;
    return `${who}, ${hows[how]}, ${f.fullMoment(at)}${written}`;
  },
  documentOwnersWord: ({ word }) => ownersWords[word],
  documentShown: () => 'As it stood in the chat',
  documentSignHint: () =>
    'The sum is above the limit up to which an answer in the chat is enough: it counts with a signature, or with the word AGREE in the chat.',
  documentSignature: ({ of }) =>
    of === 'owner' ? 'Owner: signature and date' : 'Station: signature and date',
  documentPage: ({ page, pages }) => `Page ${page} of ${pages}`,
};

const titles = {
  agreement: 'Work order',
  declined: 'Answer to the estimate',
  estimate: 'Estimate',
} as const;

const fields = {
  car: 'Car',
  owner: 'Owner',
  advisor: 'Advisor',
  date: 'Date',
  ready: 'Ready by',
  validUntil: 'Valid until',
  answered: 'Answered by',
} as const;

const columns = { work: 'Work', parts: 'Parts', labour: 'Labour', price: 'Price' } as const;

const sections = {
  proposed: 'Proposed',
  chosen: 'Chosen, not signed yet',
  agreed: 'Agreed',
  later: 'Put off',
  declined: 'Declined',
} as const;

const totals = {
  agreed: 'Total agreed',
  chosen: 'Total chosen',
  all: 'Total of all',
  allFirst: 'Total with the options A',
} as const;

const hows = {
  chat: 'in the chat',
  phone: 'by phone',
  desk: 'at the desk',
  allowance: 'within what may be done without asking',
} as const;

const ownersWords = {
  right: 'The owner has said in the chat that this is right.',
  notSo: 'The owner has said in the chat that this is not so.',
  open: 'The owner was asked in the chat whether this is right.',
} as const;
