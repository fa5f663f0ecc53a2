import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import {
  cameText,
  dangerAlertText,
  dangerLineText,
  defectText,
  lineText,
  type ReportWords,
  unsafeText,
} from '../report-line.ts';

const words: ReportWords = {
  kinds: {
    lamp: 'warning lamp',
    noise: 'noise or vibration',
    leak: 'leak',
    body: 'body damage',
    tyre: 'tyre',
    start: 'does not start',
    part: 'a part to replace',
    other: 'a defect',
  },
  colours: { red: 'red', yellow: 'yellow', other: 'neither red nor yellow' },
  moments: {
    cold: 'on a cold start',
    braking: 'when braking',
    turning: 'when turning',
    bumps: 'over bumps',
    speed: 'at speed',
    always: 'all the time',
  },
  places: {
    frontLeft: 'front left',
    frontRight: 'front right',
    rearLeft: 'rear left',
    rearRight: 'rear right',
    underneath: 'under the car',
  },
  drives: { normal: 'drives normally', badly: 'drives badly', stands: 'does not move' },
  came: {
    photos: { one: '# photo', other: '# photos' },
    videos: { one: '# video', other: '# videos' },
    voices: { one: '# voice message', other: '# voice messages' },
    documents: { one: '# file', other: '# files' },
  },
  dangers: {
    lamp: 'red lamp',
    brakes: 'brakes',
    steering: 'steering',
    overheating: 'overheating',
    smoke: 'smoke or fire',
    fuel: 'fuel smell or leak',
    wheel: 'loose wheel or burst tyre',
  },
  unsafe: 'NOT SAFE TO DRIVE',
  number: (ref) => `case ${ref}`,
  nothing: 'nothing told yet',
  noPhone: 'No phone number yet.',
  phone: 'Phone',
  quoted: (text) => `“${text}”`,
};

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Got ${cameText(came, words, f)}, thank you.`,
  reportHow: () => 'Photos, a video or a voice message help, at any moment; words are fine too.',
  reportAskKind: () => 'What is it about?',
  reportAskCar: () => 'Which car is it?',
  reportAskColour: () => 'What colour is the warning lamp?',
  reportAskDrive: () => 'Is the car safe to drive right now?',
  reportAskMoment: () => 'When does it happen? Choose, or write it in your own words.',
  reportAskPlace: () => 'Where on the car is it?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ref, car, ...defect }, f) => {
    const what = defectText(defect, words, f);
    const head = `Case ${ref}${car && ` for ${car}`}`;
    return lines(
      what === '' ? `${head} is open.` : `${head}: ${what}.`,
      remote
        ? `${f.person(advisor)} sends an estimate from the photos here ${f.deadline(by)}.`
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

  reportLine: (line, f) => lineText(line, `Answer ${f.deadline(line.by)}.`, words, f),
  reportDangerLine: (line, f) => dangerLineText(line, words, f),
  reportDangerAlert: (alert, f) => dangerAlertText(alert, words, f),
  reportPlaceLine: () => 'This is where they stand: the car is not safe to drive.',
  reportCard: ({ ref, kind, at }, f) =>
    `Case ${ref}: ${kind === null ? 'a defect' : words.kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `${f.capital(unsafeText(kind, words))}, since ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }, f) => f.capital(words.drives[drive]),
  reportLabelMoment: ({ moment }) => momentLabels[moment],
  reportLabelPlace: ({ place }, f) => f.capital(words.places[place]),
  reportLabelEnough: () => 'That’s all',
  reportLabelLocation: () => 'Send my location',
};

const shotTexts = {
  dash: 'A photo would help: the whole dashboard with the engine running, taken while the car is standing still.',
  mileage: 'And the mileage, so that it can be read.',
  spot: 'A photo would help: the spot on the ground, with a coin or a key beside it for scale.',
  under: 'And under the car, from the side.',
  cap: 'And the colour of the fluid, close up, or the cap of the tank that it comes from.',
  sidewall: 'A photo would help: the size on the side wall of the tyre.',
  tread: 'And the tread, with a coin in it.',
  damage: 'And the damage itself, close up.',
  back: 'A photo would help: a step back, so that a wheel or a lamp is visible too.',
  angle: 'And the damage at an angle, about 45 degrees: dents show best that way.',
  close: 'And the damage close up.',
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
    'With a loose wheel or a burst tyre you can lose control of the car.',
  ],
} as const;

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
const momentLabels = {
  cold: 'Cold start',
  braking: 'Braking',
  turning: 'Turning',
  bumps: 'Over bumps',
  speed: 'At speed',
  always: 'Always',
} as const;
