import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { tankOf } from '../../tank.ts';

/** Stages as advisors call them; they stand on buttons, too. */
const names: Readonly<Record<Stage, string>> = {
  booked: 'Booked',
  arrived: 'Arrived',
  checking: 'Checking',
  answer: 'Waits for answer',
  parts: 'Waits for parts',
  working: 'Working',
  quality: 'Quality check',
  ready: 'Ready',
  handedBack: 'Handed back',
  cancelled: 'Cancelled',
  noShow: 'No-show',
};

const told = {
  now: 'The owner was told.',
  later: 'The owner is told in a few minutes, together with what follows.',
  silent: 'The owner gets no message of its own: the card shows it.',
  asks: 'The owner has not agreed to messages: they hear it when they ask.',
  reach: 'There is no messenger: please call.',
  call: 'The owner has had enough messages for one day: please call.',
} as const;

type OfOwner =
  | 'stageNews'
  | 'stageLate'
  | 'stageLabelPhotos'
  | 'stageLabelOrder'
  | 'stageLabelCollect'
  | 'stageCollect';

/** What only advisors see of where a visit is. */
export const deskStage: Omit<GroupTexts<'stage'>, OfOwner> = {
  stageCard: ({ stage, at, newsBy }, f) =>
    `${names[stage]} since ${f.dayTime(at)}${newsBy === null ? '' : `, news ${f.deadline(newsBy)}`}`,
  stageCardLate: ({ by }, f) => `Expected ${f.deadline(by)}`,
  stageAsk: ({ stage, car, at, readyBy, newsBy }, f) =>
    lines(
      f.about(car, at === 0 ? `${names[stage]}.` : `${names[stage]} since ${f.dayTime(at)}.`),
      `Promised: ready ${f.deadline(readyBy)}${newsBy === null ? '' : `, news ${f.deadline(newsBy)}`}.`,
      'Which stage is it at?',
    ),
  stageCollects: ({ car }, f) => f.about(car, 'on the way to collect it.'),
  stageWhich: () => 'Which visit is it about?',
  stageNoVisit: ({ name }) => `${excerpt(name, 40)} has no visit that is not over.`,
  stageHelp: () => 'A car that is here: /status, /arrived 84210 1/2, /ready, /promise 17:00 parts.',
  stageHow: () =>
    lines(
      'That is no state of a visit. Write one of these behind the command, or only the command for buttons.',
      Object.values(names).join(', ').toLowerCase(),
    ),
  stageSet: ({ stage, car, by, told: how }, f) =>
    lines(f.about(car, `${f.person(by)}: ${names[stage]}.`), told[how]),
  stageNoBay: ({ car, readyBy }, f) =>
    f.about(
      car,
      `no bay is free now. Promised ready ${f.deadline(readyBy)}: please find it a place, or give a new time with /promise.`,
    ),
  stageUndone: ({ stage, car, by }, f) => f.about(car, `${f.person(by)} took it back: ${names[stage]}.`),
  stageUndoGone: () =>
    'That can be taken back for ten minutes only, and while nothing followed. Choose the state that is right.',
  stageRefused: ({ from, to, why }) => refused(from, to, why),
  stageIntake: (came, f) => intakeText(came, f),
  stageIntakeOdd: () => 'I did not understand that. Mileage and fuel look like this: 84210 1/2',
  stageIntakeMany: ({ most }) => `${most} photos are the most.`,
  stageIntakeGone: () => 'That visit is over or not here any more.',
  stageLabelStatus: () => 'Status',
  stageLabelTo: ({ stage }) => names[stage],
  stageLabelUndo: () => 'Undo',
  stageLabelFuel: ({ fuel }) => `Fuel ${tankOf(fuel)}`,
  stageLabelTell: () => 'Tell the owner',
};

function refused(from: Stage, to: Stage, why: PhraseArgs['stageRefused']['why']): string {
  switch (why) {
    case 'already':
      return `It is in that state already: ${names[to]}.`;
    case 'over':
      return `The visit is over: ${names[from]}.`;
    case 'order': {
      const reason =
        from === 'booked'
          ? 'The car is not here yet.'
          : from === 'ready'
            ? 'It is ready; back to work or to the keys only.'
            : null;
      return lines(`From “${names[from]}” it does not go to “${names[to]}”.`, reason);
    }
  }
}

function intakeText({ car, mileage, fuel, photos }: PhraseArgs['stageIntake'], f: Format): string {
  const known = [
    mileage === null ? 'mileage missing' : `${f.plural(mileage, { other: '#' })} km`,
    fuel === null ? 'fuel missing' : `fuel ${tankOf(fuel)}`,
    photos === 0 ? 'no photos yet' : `${f.plural(photos, { one: '# photo', other: '# photos' })}`,
  ];
  return lines(
    f.about(car, 'the car as it came.'),
    f.capital(`${known.join(', ')}.`),
    'Answer this message with mileage and fuel, “84210 1/2”, or with photos.',
  );
}
