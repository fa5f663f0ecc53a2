import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Got ${cameIn(came, f)}, thank you.`,
  reportHow: () => 'Photos, a video or a voice message help, at any moment; words are fine too.',
  reportAskKind: () => 'What is it about?',
  reportAskCar: () => 'Which car is it?',
  reportAskColour: () => 'What colour is the lamp?',
  reportAskDrive: () => 'Is the car safe to drive right now?',
  reportAskMoment: () => 'When does it happen? Choose, or write it in your own words.',
  reportAskPlace: () => 'Where on the car is it?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ...defect }, f) => {
    const what = described(defect, f);
    const head = `Case ${defect.ref}${defect.car && ` for ${defect.car}`}`;
    return lines(
      what === '' ? `${head} is open.` : `${head}: ${what}.`,
      remote
        ? `${f.person(advisor)} sends an estimate by the photos here ${f.deadline(by)}.`
        : `${f.person(advisor)} answers here ${f.deadline(by)}.`,
    );
  },
  reportDropped: () =>
    'No more questions, then. What you sent stays with us; if you still need help, just write.',
  reportUnread: ({ what, why }) => `We could not open ${files[what]} that you sent. ${helps[why]}`,
  reportDanger: ({ kind, phone, advisor, by, open }, f) =>
    lines(
      ...dangerTexts[kind],
      open
        ? `Our phone: ${phone}. ${f.person(advisor)} has been alerted and answers here ${f.deadline(by)}.`
        : `We are closed now and answer ${f.deadline(by)}. For help before that: roadside assistance. Our phone: ${phone}`,
    ),
  reportPlaceSeen: ({ phone }) =>
    `Thank you, we see where you are and have passed it on. Please stay in a safe place. Our phone: ${phone}`,

  reportLine: ({ danger, words, by, ...defect }, f) =>
    lines(
      [
        `Case ${defect.ref}`,
        defect.car,
        danger !== null && `NOT SAFE TO DRIVE: ${dangers[danger]}`,
        described(defect, f) || 'nothing told yet',
      ]
        .filter(Boolean)
        .join(' · '),
      words !== '' && `“${excerpt(words, 160)}”`,
      `Answer ${f.deadline(by)}.`,
    ),
  reportDangerLine: ({ ref, car, kind, text, phone }) =>
    lines(
      [`NOT SAFE TO DRIVE: ${dangers[kind]}`, car, `case ${ref}`].filter(Boolean).join(' · '),
      text !== '' && `“${excerpt(text, 160)}”`,
      phone === '' ? 'No phone number yet.' : `Phone: ${phone}`,
    ),
  reportDangerAlert: ({ who, kind, text, phone, managers }, f) =>
    lines(
      [...managers.map(f.person), `NOT SAFE TO DRIVE: ${dangers[kind]}`].join(', '),
      [who, phone].filter(Boolean).join(' · '),
      text !== '' && `“${excerpt(text, 160)}”`,
    ),
  reportPlaceLine: () => 'This is where they stand: the car is not safe to drive.',
  reportCard: ({ ref, kind, at }, f) =>
    `Report ${ref}: ${kind === null ? 'a defect' : kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `NOT SAFE TO DRIVE: ${dangers[kind]}, since ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }) => driveLabels[drive],
  reportLabelMoment: ({ moment }) => momentLabels[moment],
  reportLabelPlace: ({ place }) => placeLabels[place],
  reportLabelEnough: () => 'That’s all',
  reportLabelLocation: () => 'Send my location',
};

function described(
  {
    kind,
    colour,
    moment,
    place,
    drive,
    ...came
  }: Omit<PhraseArgs['reportRecap'], 'advisor' | 'by' | 'remote'>,
  f: Format,
): string {
  return [
    [kind !== null && kinds[kind], kind === 'lamp' && colour !== null && colours[colour]]
      .filter(Boolean)
      .join(' '),
    moment !== null && moments[moment],
    place !== null && places[place],
    drive !== null && drives[drive],
    cameIn(came, f),
  ]
    .filter(Boolean)
    .join(', ');
}

function cameIn({ photos, videos, voices, documents }: PhraseArgs['reportGot'], f: Format): string {
  return [
    photos > 0 && f.plural(photos, { one: '# photo', other: '# photos' }),
    videos > 0 && f.plural(videos, { one: '# video', other: '# videos' }),
    voices > 0 && f.plural(voices, { one: '# voice message', other: '# voice messages' }),
    documents > 0 && f.plural(documents, { one: '# file', other: '# files' }),
  ]
    .filter(Boolean)
    .join(', ');
}

const shotTexts = {
  dash: 'A photo would help: the whole dashboard with the engine running, taken while the car stands.',
  mileage: 'And the mileage, so that it can be read.',
  spot: 'A photo would help: the spot on the ground, with a coin or a key beside it for scale.',
  under: 'And under the car, from the side.',
  cap: 'And the colour of the fluid, from close by, or the cap of the tank that loses it.',
  sidewall: 'A photo would help: the size on the side wall of the tyre.',
  tread: 'And the tread, with a coin in it.',
  damage: 'And the damage itself, from close by.',
  back: 'A photo would help: a step back, so that a wheel or a lamp is visible too.',
  angle: 'And the damage at an angle, about 45 degrees: dents show best that way.',
  close: 'And the damage from close by.',
  plate: 'And one photo with the number plate, please.',
  sound: 'Ten seconds of video or a voice message with the sound would help.',
  part: 'A photo would help: the part itself.',
  label: 'And its label or number.',
  seat: 'And the place where it sits.',
  any: 'A photo would help: a step back, so that it shows where on the car it is.',
} as const;

/** What to do, and why; the phone follows. */
const dangerTexts = {
  lamp: [
    'Please do not drive on: stop in a safe place and switch the engine off.',
    'A red lamp can mean that oil, cooling or brakes are failing.',
  ],
  brakes: [
    'Please do not drive: stop in a safe place and switch the engine off.',
    'With such brakes the car should come to us on a tow truck.',
  ],
  steering: [
    'Please do not drive: stop in a safe place and switch the engine off.',
    'With such steering the car should come to us on a tow truck.',
  ],
  overheating: [
    'Please do not drive on: stop in a safe place and switch the engine off.',
    'Leave the coolant cap shut while it is hot: there is pressure under it.',
  ],
  smoke: [
    'Please stop in a safe place, switch off, and get everybody well away from the car.',
    'If there is fire: 112.',
  ],
  fuel: [
    'Please stop in a safe place, switch off, and get everybody away from the car; no flames, no smoking.',
    'If there is fire: 112.',
  ],
  wheel: [
    'Please do not drive on: stop in a safe place and switch the engine off.',
    'A loose wheel can come off.',
  ],
} as const;

const dangers = {
  lamp: 'red lamp',
  brakes: 'brakes',
  steering: 'steering',
  overheating: 'overheating',
  smoke: 'smoke or fire',
  fuel: 'fuel smell or leak',
  wheel: 'loose wheel',
} as const;

const kinds = {
  lamp: 'warning lamp',
  noise: 'noise or vibration',
  leak: 'leak',
  body: 'body damage',
  tyre: 'tyre',
  start: 'does not start',
  part: 'a part to replace',
  other: 'a defect',
} as const;
const colours = { red: '(red)', yellow: '(yellow)', other: '(neither red nor yellow)' } as const;
const moments = {
  cold: 'on a cold start',
  braking: 'when braking',
  turning: 'when turning',
  bumps: 'over bumps',
  speed: 'at speed',
  always: 'all the time',
} as const;
const places = {
  frontLeft: 'front left',
  frontRight: 'front right',
  rearLeft: 'rear left',
  rearRight: 'rear right',
  underneath: 'under the car',
} as const;
const drives = { normal: 'drives normally', badly: 'drives badly', stands: 'stands still' } as const;

const files = {
  photo: 'a photo',
  voice: 'a voice message',
  video: 'a video',
  document: 'a document',
  audio: 'an audio file',
  sticker: 'a sticker',
} as const;
const helps = {
  tooLarge: 'It is too large; a shorter or smaller one would come through.',
  unknownType: 'Files of this kind do not open here; a photo or a PDF would.',
  again: 'Please send it once more; if that does not work, words will do.',
} as const;

const kindLabels = {
  lamp: 'Warning lamp',
  noise: 'Noise or vibration',
  leak: 'Leak',
  body: 'Body damage',
  tyre: 'Tyre',
  start: 'Does not start',
  part: 'Part to replace',
  other: 'Something else',
} as const;
const colourLabels = { red: 'Red', yellow: 'Yellow or orange', other: 'Another colour' } as const;
const driveLabels = { normal: 'Drives normally', badly: 'Drives badly', stands: 'Stands still' } as const;
const momentLabels = {
  cold: 'Cold start',
  braking: 'Braking',
  turning: 'Turning',
  bumps: 'Over bumps',
  speed: 'At speed',
  always: 'Always',
} as const;
const placeLabels = {
  frontLeft: 'Front left',
  frontRight: 'Front right',
  rearLeft: 'Rear left',
  rearRight: 'Rear right',
  underneath: 'Under the car',
} as const;
