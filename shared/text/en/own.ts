import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { purposesText, spanText } from '../own-line.ts';
import { excerpt, firstFew } from '../shorten.ts';

const onOff = (on: boolean) => (on ? 'on' : 'off');
const purposes = {
  visit: 'about your visits',
  service: 'when a service is due',
  offers: 'about offers',
} as const;

export const own: GroupTexts<'own'> = {
  ownCard: ({ visit, service, offers, quiet, cars, payer }) =>
    lines(
      `We write by ourselves: ${purposesText({ visit, service, offers }, purposes) || 'about nothing, only when you ask'}.`,
      `Not in the hours ${spanText(quiet)}${quiet.own ? '' : ' (as the station)'}.`,
      `Cars: ${firstFew(cars, 2) || 'none yet'}.`,
      `Costs are approved by ${payer === null ? 'you' : payer || 'somebody else'}.`,
    ),
  ownAskQuiet: ({ own: mine, ...span }) =>
    lines(
      `When shall we not write by ourselves? Now it is ${spanText(span)}${mine ? '' : ', as the station has it'}.`,
      'Choose below or write the hours, for example 22–8.',
    ),
  ownQuietOdd: ({ hours }, f) =>
    `We need two times with at least ${f.duration(hours * 60)} a day left to write in, for example 22–8.`,
  ownCars: ({ count }, f) =>
    `You have ${f.plural(count, { one: '# car', other: '# cars' })} with us. Which one?`,
  ownNoCars: () => 'We know of no car of yours yet. It is kept with the first booking.',
  ownCar: ({ car }) => car,
  ownAskCarName: ({ car }) => `${car}: how shall we call it? Please write make, model and plate.`,
  ownCarNamed: ({ car }) => `Changed: ${car}.`,
  ownAskRemove: ({ car }) => `Take ${car} off your list? What was agreed about it stays in our records.`,
  ownCarRemoved: ({ car }) => `${car} is off your list.`,
  ownCarStays: ({ car, start }, f) =>
    `${car} is booked for ${f.dayTime(start)}, so it stays. It can be taken off after the visit.`,
  ownCarGone: () => 'That car is not on your list any more.',
  ownResumed: ({ on }) => `As before, we write ${on.map((one) => purposes[one]).join(', ')}.`,
  ownNothingToUndo: () => 'Nothing to take back here. These are your settings now:',

  ownStopWork: ({ advisor, by, open, phone }, f) =>
    open
      ? lines(
          `Passed on at once: our advisors are asked to stop the work, and ${f.person(advisor)} answers here ${f.deadline(by)}.`,
          `By phone: ${phone}`,
        )
      : lines(
          `Passed on at once: our advisors are asked to stop the work. We are closed now; ${f.person(advisor)} answers here ${f.deadline(by)}.`,
          `By phone: ${phone}`,
        ),
  ownStopWhich: () => 'What shall stop: our automatic messages, or the work on your car?',
  ownStopLine: ({ car, text, phone, work }) =>
    lines(
      `Stop the work${car && `: ${car}`}`,
      `“${excerpt(text, 140)}”`,
      work ? 'By the work order it is going on.' : 'No work order is going on; please look and answer.',
      phone !== '' && `Phone: ${phone}`,
    ),
  ownStopAlert: ({ who, text, phone, managers }, f) =>
    lines(
      `${[managers.map(f.person).join(', '), `${who} asks us to stop the work`].filter(Boolean).join(': ')}.`,
      `“${excerpt(text, 120)}”`,
      phone !== '' && `Phone: ${phone}`,
    ),

  ownLabelSettings: () => 'My settings',
  ownLabelVisit: ({ on }) => `Visits: ${onOff(on)}`,
  ownLabelService: ({ on }) => `Service due: ${onOff(on)}`,
  ownLabelOffers: ({ on }) => `Offers: ${onOff(on)}`,
  ownLabelQuiet: () => 'Quiet hours',
  ownLabelCars: () => 'My cars',
  ownLabelExport: () => 'Export my data',
  ownLabelErase: () => 'Erase me',
  ownLabelSpan: spanText,
  ownLabelAsStation: () => 'As the station',
  ownLabelRename: () => 'Rename',
  ownLabelRemove: () => 'Take off the list',
  ownLabelKeep: () => 'Keep it',
  ownLabelStopMessages: () => 'The messages',
  ownLabelStopWork: () => 'The work on my car',
  ownLabelDeskStop: () => 'Work stands still',
};
