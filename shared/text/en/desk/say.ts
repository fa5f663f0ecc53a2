import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { actIn } from '../../playbook.ts';
import { excerpt } from '../../shorten.ts';
import { playbook } from './playbook.ts';

export const say: GroupTexts<'say'> = {
  cannedHow: () =>
    'Write /say and a word or two in a customer’s topic, for example /say price. You see the answer with their data filled in, and one tap sends it in their language, signed with your name.',
  cannedDrawers: () => 'What is it about? A word behind the command finds it sooner: /say late',
  cannedFound: ({ query, count, page, pages }, f) =>
    [
      f.plural(count, { one: '# answer', other: '# answers' }),
      query && ` for “${excerpt(query, 40)}”`,
      pages > 1 && `, page ${page} of ${pages}`,
    ]
      .filter(Boolean)
      .join(''),
  cannedLine: ({ title, text }) => `${title}: ${excerpt(text, 70)}`,
  cannedNothing: ({ query }) =>
    `There is no prepared answer for “${excerpt(query, 40)}”. Here is what there is:`,
  cannedHint: ({ text }) => `For you: ${text}`,
  cannedGoesOut: ({ text, language }) => `The customer reads, ${tongues[language]}: “${text}”`,
  cannedMeant: ({ text }) => `It means: “${text}”`,
  cannedMissing: ({ variables }) =>
    `It can’t be sent like this: ${variables.map((name) => names[name]).join(', ')} not known here. Write the answer yourself, or choose another one.`,
  cannedSent: ({ text }) => `Sent to the customer: “${text}”`,
  cannedRenewed: () => 'That was shown a while ago. Here it is as it would go out now.',
  cannedGone: () => 'This answer is not there any more.',
  cannedGap: () =>
    'Where there is “…”, it was different each time: write it yourself, with what belongs there.',
  cannedAsk: ({ text, count }) =>
    `Written to ${count} customers: “${excerpt(text, 200)}” Keep it as a ready answer? /say finds it then.`,
  cannedKept: ({ text }) => `Kept as a ready answer: “${excerpt(text, 200)}”`,
  cannedNotKept: ({ text }) => `Not kept: “${excerpt(text, 200)}”`,
  cannedRemoved: ({ text }) => `Removed from the ready answers: “${excerpt(text, 200)}”`,

  playbookStart: ({ by }, f) =>
    `Ten practice cases for ${f.person(by)}, about 20 minutes. Each tells what happened; tap what you would do. No customer sees any of it, and nobody keeps a score.`,
  playbookCase: ({ case: name, at, of }) => lines(`${at} of ${of}`, playbook[name].told),
  playbookWhy: ({ good, ...chosen }) => {
    const [label, why] = actIn(playbook, chosen);
    return lines(`${good ? '✓' : '✗'} ${label}`, why);
  },
  playbookEnd: ({ right, of }) =>
    `Done: ${right} of ${of} at the first try. Now in the group: /open shows who waits, “Take” on a card makes a talk yours, // is a note, /say finds an answer, /undo takes one back.`,
  playbookWeak: ({ cases }) => `Worth another look: ${cases.map((name) => playbook[name].name).join(', ')}.`,
  playbookTry: () =>
    'Free play: write /playbook and your answer to the angry customer, for example /playbook We are sorry. You see how it would be taken, and nothing is sent.',
  playbookOthers: ({ by }, f) => `${f.person(by)} is practising here. /playbook starts your own.`,
  calmFine: () => 'That would go out as it is.',
  calmLong: ({ length }) =>
    `That would go out, but it has ${length} characters. Up to 300 are read at a glance; the rest may follow when they ask.`,
  calmHeld: ({ why, draft }) => `That would be held: ${reasons[why]}. Kinder: “${draft}”`,

  cannedLabelDrawer: ({ group }) => drawers[group],
  cannedLabelAll: () => 'All answers',
  cannedLabelMore: () => 'More',
  cannedLabelBack: () => 'Back',
  cannedLabelSend: () => 'Send',
  cannedLabelKeep: () => 'Keep',
  cannedLabelNo: () => 'No',
  cannedLabelRemove: () => 'Remove',
  playbookLabelAct: (chosen) => actIn(playbook, chosen)[0],
  playbookLabelStart: () => 'Begin',
  playbookLabelNext: () => 'Next case',
  playbookLabelEnd: () => 'How did it go?',
  playbookLabelAgain: () => 'Once more',
};

const tongues = {
  en: 'in English',
  ru: 'in Russian',
  uk: 'in Ukrainian',
  el: 'in Greek',
} as const;

const names = {
  name: 'the name',
  car: 'the car',
  visit: 'the visit',
  date: 'the day of the visit',
  ready: 'when it is ready',
  price: 'the price',
  advisor: 'the advisor',
  hours: 'the hours',
  address: 'the address',
  phone: 'the phone',
  payment: 'how one pays',
  parking: 'where one parks',
  warranty: 'the warranty',
} as const;

const drawers = {
  greeting: 'Greetings',
  visit: 'Before the visit',
  work: 'While it is here',
  money: 'Money',
  place: 'Place and hours',
  objection: 'Objections',
  decline: 'Saying no',
  sorry: 'Sorry and disputes',
  kept: 'Kept from replies',
} as const;

const reasons = {
  insult: 'it could hurt',
  shouting: 'it sounds loud',
  sarcasm: 'it sounds mocking',
  blame: 'it sounds like a reproach',
} as const;
