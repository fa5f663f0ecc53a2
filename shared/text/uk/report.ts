import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Отримали ${cameIn(came, f)}, дякуємо.`,
  reportHow: () => 'Будь-коли можна надіслати фото, відео або голосове; просто словами теж добре.',
  reportAskKind: () => 'Що сталося?',
  reportAskCar: () => 'Про яке авто йдеться?',
  reportAskColour: () => 'Якого кольору лампа?',
  reportAskDrive: () => 'Чи можна зараз їхати цим авто?',
  reportAskMoment: () => 'Коли це трапляється? Виберіть або напишіть своїми словами.',
  reportAskPlace: () => 'У якому місці авто?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ...defect }, f) => {
    const what = described(defect, f);
    const head = `Звернення № ${defect.ref}${defect.car && `, ${defect.car}`}`;
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

  reportLine: ({ danger, words, by, ...defect }, f) =>
    lines(
      [
        `№ ${defect.ref}`,
        defect.car,
        danger !== null && `ЇХАТИ НЕ МОЖНА: ${dangers[danger]}`,
        described(defect, f) || 'подробиць поки немає',
      ]
        .filter(Boolean)
        .join(' · '),
      words !== '' && `«${excerpt(words, 160)}»`,
      `Відповісти ${f.deadline(by)}.`,
    ),
  reportDangerLine: ({ ref, car, kind, text, phone }) =>
    lines(
      [`ЇХАТИ НЕ МОЖНА: ${dangers[kind]}`, car, `№ ${ref}`].filter(Boolean).join(' · '),
      text !== '' && `«${excerpt(text, 160)}»`,
      phone === '' ? 'Номер телефону поки невідомий.' : `Телефон: ${phone}`,
    ),
  reportDangerAlert: ({ who, kind, text, phone, managers }, f) =>
    lines(
      [...managers.map(f.person), `ЇХАТИ НЕ МОЖНА: ${dangers[kind]}`].join(', '),
      [who, phone].filter(Boolean).join(' · '),
      text !== '' && `«${excerpt(text, 160)}»`,
    ),
  reportPlaceLine: () => 'Це місце, де стоїть авто: їхати ним не можна.',
  reportCard: ({ ref, kind, at }, f) =>
    `Звернення № ${ref}: ${kind === null ? 'несправність' : kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `ЇХАТИ НЕ МОЖНА: ${dangers[kind]}, з ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }) => driveLabels[drive],
  reportLabelMoment: ({ moment }) => momentLabels[moment],
  reportLabelPlace: ({ place }) => placeLabels[place],
  reportLabelEnough: () => 'Це все',
  reportLabelLocation: () => 'Надіслати геопозицію',
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
    photos > 0 && f.plural(photos, { one: '# фото', few: '# фото', many: '# фото', other: '# фото' }),
    videos > 0 && f.plural(videos, { one: '# відео', few: '# відео', many: '# відео', other: '# відео' }),
    voices > 0 &&
      f.plural(voices, {
        one: '# голосове повідомлення',
        few: '# голосові повідомлення',
        many: '# голосових повідомлень',
        other: '# голосового повідомлення',
      }),
    documents > 0 &&
      f.plural(documents, { one: '# файл', few: '# файли', many: '# файлів', other: '# файлу' }),
  ]
    .filter(Boolean)
    .join(', ');
}

const shotTexts = {
  dash: 'Допоможе фото: уся панель приладів із заведеним двигуном, коли авто стоїть.',
  mileage: 'І пробіг, щоб його було видно.',
  spot: 'Допоможе фото: пляма під авто, поруч для масштабу монета або ключ.',
  under: 'І під авто, збоку.',
  cap: 'І колір рідини зблизька або кришка бачка, звідки вона зникає.',
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
    'Будь ласка, не продовжуйте шлях: зупиніться в безпечному місці й заглушіть двигун.',
    'Червона лампа може означати відмову мащення, охолодження або гальм.',
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
    'Будь ласка, не продовжуйте шлях: зупиніться в безпечному місці й заглушіть двигун.',
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
    'Будь ласка, не продовжуйте шлях: зупиніться в безпечному місці й заглушіть двигун.',
    'Незакріплене колесо може відпасти.',
  ],
} as const;

const dangers = {
  lamp: 'червона лампа',
  brakes: 'гальма',
  steering: 'кермове керування',
  overheating: 'перегрів',
  smoke: 'дим або вогонь',
  fuel: 'запах або витік пального',
  wheel: 'колесо не закріплене',
} as const;

const kinds = {
  lamp: 'лампа на панелі',
  noise: 'шум або вібрація',
  leak: 'протікання',
  body: 'пошкодження кузова',
  tyre: 'шина чи колесо',
  start: 'не заводиться',
  part: 'деталь на заміну',
  other: 'несправність',
} as const;
const colours = { red: '(червона)', yellow: '(жовта)', other: '(не червона й не жовта)' } as const;
const moments = {
  cold: 'на холодну',
  braking: 'під час гальмування',
  turning: 'у поворотах',
  bumps: 'на нерівностях',
  speed: 'на швидкості',
  always: 'завжди',
} as const;
const places = {
  frontLeft: 'спереду ліворуч',
  frontRight: 'спереду праворуч',
  rearLeft: 'ззаду ліворуч',
  rearRight: 'ззаду праворуч',
  underneath: 'під авто',
} as const;
const drives = { normal: 'їде нормально', badly: 'їде погано', stands: 'не їде' } as const;

const files = {
  photo: 'Одне фото',
  voice: 'Одне голосове',
  video: 'Одне відео',
  document: 'Один документ',
  audio: 'Один аудіофайл',
  sticker: 'Один стікер',
} as const;
const helps = {
  tooLarge: 'Файл завеликий: дійде коротший або менший.',
  unknownType: 'Такі файли тут не відкриваються; фото або PDF відкриється.',
  again: 'Надішліть, будь ласка, ще раз; якщо не вийде, вистачить і кількох слів.',
} as const;

const kindLabels = {
  lamp: 'Лампа на панелі',
  noise: 'Шум або вібрація',
  leak: 'Протікання',
  body: 'Кузов',
  tyre: 'Шина чи колесо',
  start: 'Не заводиться',
  part: 'Деталь на заміну',
  other: 'Інше',
} as const;
const colourLabels = { red: 'Червона', yellow: 'Жовта, помаранчева', other: 'Іншого кольору' } as const;
const driveLabels = { normal: 'Їде нормально', badly: 'Їде погано', stands: 'Не їде' } as const;
const momentLabels = {
  cold: 'На холодну',
  braking: 'Під час гальмування',
  turning: 'У поворотах',
  bumps: 'На нерівностях',
  speed: 'На швидкості',
  always: 'Завжди',
} as const;
const placeLabels = {
  frontLeft: 'Спереду ліворуч',
  frontRight: 'Спереду праворуч',
  rearLeft: 'Ззаду ліворуч',
  rearRight: 'Ззаду праворуч',
  underneath: 'Під авто',
} as const;
