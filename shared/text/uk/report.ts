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
    lamp: 'лампочка на панелі',
    noise: 'шум або вібрація',
    leak: 'протікання',
    body: 'пошкодження кузова',
    tyre: 'шина чи колесо',
    start: 'не заводиться',
    part: 'деталь на заміну',
    other: 'несправність',
  },
  colours: { red: 'червона', yellow: 'жовта', other: 'не червона й не жовта' },
  moments: {
    cold: 'на холодну',
    braking: 'під час гальмування',
    turning: 'у поворотах',
    bumps: 'на нерівностях',
    speed: 'на швидкості',
    always: 'завжди',
  },
  places: {
    frontLeft: 'спереду ліворуч',
    frontRight: 'спереду праворуч',
    rearLeft: 'ззаду ліворуч',
    rearRight: 'ззаду праворуч',
    underneath: 'під авто',
  },
  drives: { normal: 'їде нормально', badly: 'їде погано', stands: 'не їде' },
  came: {
    photos: { other: '# фото' },
    videos: { other: '# відео' },
    voices: {
      one: '# голосове повідомлення',
      few: '# голосові повідомлення',
      many: '# голосових повідомлень',
      other: '# голосового повідомлення',
    },
    documents: { one: '# файл', few: '# файли', many: '# файлів', other: '# файлу' },
  },
  dangers: {
    lamp: 'червона лампочка',
    brakes: 'гальма',
    steering: 'кермове керування',
    overheating: 'перегрів',
    smoke: 'дим або вогонь',
    fuel: 'запах або витік пального',
    wheel: 'колесо не закріплене або лопнула шина',
  },
  unsafe: 'ЇХАТИ НЕ МОЖНА',
  number: (ref) => `№ ${ref}`,
  nothing: 'подробиць поки немає',
  noPhone: 'Номер телефону поки невідомий.',
  phone: 'Телефон',
  quoted: (text) => `«${text}»`,
};

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Отримали ${cameText(came, words, f)}, дякуємо.`,
  reportHow: () => 'Будь-коли можна надіслати фото, відео або голосове; просто словами теж добре.',
  reportAskKind: () => 'Що сталося?',
  reportAskCar: () => 'Про яке авто йдеться?',
  reportAskColour: () => 'Якого кольору лампочка?',
  reportAskDrive: () => 'Чи можна зараз їхати цим авто?',
  reportAskMoment: () => 'Коли це трапляється? Виберіть або напишіть своїми словами.',
  reportAskPlace: () => 'У якому місці авто?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ref, car, ...defect }, f) => {
    const what = defectText(defect, words, f);
    const head = `Звернення № ${ref}${car && `, ${car}`}`;
    return lines(
      what === '' ? `${head}, прийнято.` : `${head}: ${what}.`,
      remote
        ? `Оцінку за фото надішле сюди ${f.person(advisor)}, ${f.deadline(by)}.`
        : `${f.person(advisor)} відповість тут ${f.deadline(by)}.`,
    );
  },
  reportDropped: () =>
    'Гаразд, більше не запитуємо. Надіслане залишиться в нас; якщо допомога все ж потрібна, просто напишіть.',
  reportUnread: ({ what, why }) => `${files[what]} від вас не відкривається. ${helps[why]}`,
  reportDanger: ({ kind, phone, advisor, by, open }, f) =>
    lines(
      ...dangerTexts[kind],
      open
        ? `Наш телефон: ${phone}. Працівники вже знають, ${f.person(advisor)} відповість тут ${f.deadline(by)}.`
        : `Зараз зачинено, відповімо ${f.deadline(by)}. Якщо чекати не можна: евакуатор або допомога на дорозі. Наш телефон: ${phone}`,
    ),
  reportPlaceSeen: ({ phone }) =>
    `Дякуємо, бачимо, де ви, і вже передали працівникам. Залишайтеся, будь ласка, у безпечному місці. Наш телефон: ${phone}`,

  reportLine: (line, f) => lineText(line, `Відповісти ${f.deadline(line.by)}.`, words, f),
  reportDangerLine: (line, f) => dangerLineText(line, words, f),
  reportDangerAlert: (alert, f) => dangerAlertText(alert, words, f),
  reportPlaceLine: () => 'Це місце, де стоїть авто: їхати ним не можна.',
  reportCard: ({ ref, kind, at }, f) =>
    `Звернення № ${ref}: ${kind === null ? 'несправність' : words.kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `${f.capital(unsafeText(kind, words))}, з ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }, f) => f.capital(words.drives[drive]),
  reportLabelMoment: ({ moment }, f) => f.capital(words.moments[moment]),
  reportLabelPlace: ({ place }, f) => f.capital(words.places[place]),
  reportLabelEnough: () => 'Це все',
  reportLabelLocation: () => 'Надіслати геопозицію',
};

const shotTexts = {
  dash: 'Допоможе фото: уся панель приладів із заведеним двигуном, коли авто стоїть.',
  mileage: 'І пробіг, щоб його було видно.',
  spot: 'Допоможе фото: пляма під авто, поруч для масштабу монета або ключ.',
  under: 'І під авто, збоку.',
  cap: 'І колір рідини зблизька або кришка бачка, звідки вона витікає.',
  sidewall: 'Допоможе фото: розмір на боковині шини.',
  tread: 'І протектор із монетою в канавці.',
  damage: 'І саме пошкодження зблизька.',
  back: 'Допоможе фото на крок далі, щоб було видно колесо або фару.',
  angle: 'І пошкодження під кутом, градусів 45: так краще видно вм’ятини.',
  close: 'І пошкодження зблизька.',
  plate: 'І, будь ласка, одне фото з номером авто.',
  sound: 'Допоможе відео на 10 секунд або голосове з цим звуком.',
  part: 'Допоможе фото: сама деталь.',
  label: 'І її маркування або номер.',
  seat: 'І місце, де вона стоїть.',
  any: 'Допоможе фото: на крок далі, щоб було видно, де це на авто.',
} as const;

/** What to do, and why; the phone follows. */
const dangerTexts = {
  lamp: [
    'Будь ласка, не їдьте далі: зупиніться в безпечному місці й заглушіть двигун.',
    'Червона лампочка може означати несправність мащення, охолодження або гальм.',
  ],
  brakes: [
    'Будь ласка, не їдьте далі: зупиніться в безпечному місці й заглушіть двигун.',
    'З такими гальмами до нас краще діставатися на евакуаторі.',
  ],
  steering: [
    'Будь ласка, не їдьте далі: зупиніться в безпечному місці й заглушіть двигун.',
    'З таким кермом до нас краще діставатися на евакуаторі.',
  ],
  overheating: [
    'Будь ласка, не їдьте далі: зупиніться в безпечному місці й заглушіть двигун.',
    'Кришку охолоджувальної рідини не відкривайте, поки гаряче: вона під тиском.',
  ],
  smoke: [
    'Будь ласка, зупиніться в безпечному місці, заглушіть двигун і відійдіть усі подалі від авто.',
    'Якщо є вогонь: 112.',
  ],
  fuel: [
    'Будь ласка, зупиніться в безпечному місці, заглушіть двигун і відійдіть усі від авто; без вогню й цигарок.',
    'Якщо є вогонь: 112.',
  ],
  wheel: [
    'Будь ласка, не їдьте далі: зупиніться в безпечному місці й заглушіть двигун.',
    'З незакріпленим колесом або шиною, що лопнула, авто можна не втримати.',
  ],
} as const;

const files = {
  photo: 'Одне фото',
  voice: 'Одне голосове',
  video: 'Одне відео',
  document: 'Один документ',
  audio: 'Один аудіофайл',
  sticker: 'Один стікер',
} as const;
const helps = {
  tooLarge: 'Файл завеликий; надішліть, будь ласка, коротший або менший.',
  unknownType: 'Такі файли тут не відкриваються; підійде фото або PDF.',
  again: 'Надішліть, будь ласка, ще раз; якщо не вийде, вистачить і кількох слів.',
} as const;

const kindLabels = {
  lamp: 'Лампочка на панелі',
  noise: 'Шум або вібрація',
  leak: 'Протікання',
  body: 'Кузов',
  tyre: 'Шина чи колесо',
  start: 'Не заводиться',
  part: 'Деталь на заміну',
  other: 'Інше',
} as const;
const colourLabels = { red: 'Червона', yellow: 'Жовта, помаранчева', other: 'Іншого кольору' } as const;
