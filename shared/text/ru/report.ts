import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Получили ${cameIn(came, f)}, спасибо.`,
  reportHow: () => 'В любой момент можно прислать фото, видео или голосовое; просто словами тоже хорошо.',
  reportAskKind: () => 'Что случилось?',
  reportAskCar: () => 'О какой машине речь?',
  reportAskColour: () => 'Какого цвета лампа?',
  reportAskDrive: () => 'На машине сейчас можно ехать?',
  reportAskMoment: () => 'Когда это происходит? Выберите или напишите своими словами.',
  reportAskPlace: () => 'В каком месте машины?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ...defect }, f) => {
    const what = described(defect, f);
    const head = `Обращение № ${defect.ref}${defect.car && `, ${defect.car}`}`;
    return lines(
      what === '' ? `${head}, принято.` : `${head}: ${what}.`,
      remote
        ? `Оценку по фото пришлёт сюда ${f.person(advisor)}, ${f.deadline(by)}.`
        : `${f.person(advisor)} ответит здесь ${f.deadline(by)}.`,
    );
  },
  reportDropped: () =>
    'Хорошо, больше не спрашиваем. Присланное останется у нас; если помощь всё же нужна, просто напишите.',
  reportUnread: ({ what, why }) => `${files[what]} от вас не открывается. ${helps[why]}`,
  reportDanger: ({ kind, phone, advisor, by, open }, f) =>
    lines(
      ...dangerTexts[kind],
      open
        ? `Наш телефон: ${phone}. Сотрудники уже знают, ${f.person(advisor)} ответит здесь ${f.deadline(by)}.`
        : `Сейчас закрыто, ответим ${f.deadline(by)}. Если ждать нельзя: эвакуатор или помощь на дороге. Наш телефон: ${phone}`,
    ),
  reportPlaceSeen: ({ phone }) =>
    `Спасибо, видим, где вы, и уже передали сотрудникам. Оставайтесь, пожалуйста, в безопасном месте. Наш телефон: ${phone}`,

  reportLine: ({ danger, words, by, ...defect }, f) =>
    lines(
      [
        `№ ${defect.ref}`,
        defect.car,
        danger !== null && `ЕХАТЬ НЕЛЬЗЯ: ${dangers[danger]}`,
        described(defect, f) || 'подробностей пока нет',
      ]
        .filter(Boolean)
        .join(' · '),
      words !== '' && `«${excerpt(words, 160)}»`,
      `Ответить ${f.deadline(by)}.`,
    ),
  reportDangerLine: ({ ref, car, kind, text, phone }) =>
    lines(
      [`ЕХАТЬ НЕЛЬЗЯ: ${dangers[kind]}`, car, `№ ${ref}`].filter(Boolean).join(' · '),
      text !== '' && `«${excerpt(text, 160)}»`,
      phone === '' ? 'Номер телефона пока неизвестен.' : `Телефон: ${phone}`,
    ),
  reportDangerAlert: ({ who, kind, text, phone, managers }, f) =>
    lines(
      [...managers.map(f.person), `ЕХАТЬ НЕЛЬЗЯ: ${dangers[kind]}`].join(', '),
      [who, phone].filter(Boolean).join(' · '),
      text !== '' && `«${excerpt(text, 160)}»`,
    ),
  reportPlaceLine: () => 'Это место, где стоит машина: ехать на ней нельзя.',
  reportCard: ({ ref, kind, at }, f) =>
    `Обращение № ${ref}: ${kind === null ? 'неисправность' : kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `ЕХАТЬ НЕЛЬЗЯ: ${dangers[kind]}, с ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }) => driveLabels[drive],
  reportLabelMoment: ({ moment }) => momentLabels[moment],
  reportLabelPlace: ({ place }) => placeLabels[place],
  reportLabelEnough: () => 'Это всё',
  reportLabelLocation: () => 'Отправить геопозицию',
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
    videos > 0 && f.plural(videos, { one: '# видео', few: '# видео', many: '# видео', other: '# видео' }),
    voices > 0 &&
      f.plural(voices, {
        one: '# голосовое сообщение',
        few: '# голосовых сообщения',
        many: '# голосовых сообщений',
        other: '# голосового сообщения',
      }),
    documents > 0 &&
      f.plural(documents, { one: '# файл', few: '# файла', many: '# файлов', other: '# файла' }),
  ]
    .filter(Boolean)
    .join(', ');
}

const shotTexts = {
  dash: 'Поможет фото: вся приборная панель с заведённым двигателем, на стоящей машине.',
  mileage: 'И пробег, чтобы его было видно.',
  spot: 'Поможет фото: пятно под машиной, рядом для масштаба монета или ключ.',
  under: 'И под машиной, сбоку.',
  cap: 'И цвет жидкости вблизи или крышка бачка, откуда она уходит.',
  sidewall: 'Поможет фото: размер на боковине шины.',
  tread: 'И протектор с монетой в канавке.',
  damage: 'И само повреждение вблизи.',
  back: 'Поможет фото на шаг дальше, чтобы было видно колесо или фару.',
  angle: 'И повреждение под углом, градусов 45: так лучше видны вмятины.',
  close: 'И повреждение вблизи.',
  plate: 'И, пожалуйста, одно фото с номером машины.',
  sound: 'Поможет видео на 10 секунд или голосовое с этим звуком.',
  part: 'Поможет фото: сама деталь.',
  label: 'И её маркировка или номер.',
  seat: 'И место, где она стоит.',
  any: 'Поможет фото: на шаг дальше, чтобы было видно, где это на машине.',
} as const;

/** What to do, and why; the phone follows. */
const dangerTexts = {
  lamp: [
    'Пожалуйста, не продолжайте путь: остановитесь в безопасном месте и заглушите двигатель.',
    'Красная лампа может означать отказ смазки, охлаждения или тормозов.',
  ],
  brakes: [
    'Пожалуйста, не езжайте дальше: остановитесь в безопасном месте и заглушите двигатель.',
    'С такими тормозами до нас лучше добираться на эвакуаторе.',
  ],
  steering: [
    'Пожалуйста, не езжайте дальше: остановитесь в безопасном месте и заглушите двигатель.',
    'С таким рулевым управлением до нас лучше добираться на эвакуаторе.',
  ],
  overheating: [
    'Пожалуйста, не продолжайте путь: остановитесь в безопасном месте и заглушите двигатель.',
    'Крышку охлаждающей жидкости не открывайте, пока горячо: она под давлением.',
  ],
  smoke: [
    'Пожалуйста, остановитесь в безопасном месте, заглушите двигатель и отойдите все подальше от машины.',
    'Если есть огонь: 112.',
  ],
  fuel: [
    'Пожалуйста, остановитесь в безопасном месте, заглушите двигатель и отойдите все от машины; без огня и сигарет.',
    'Если есть огонь: 112.',
  ],
  wheel: [
    'Пожалуйста, не продолжайте путь: остановитесь в безопасном месте и заглушите двигатель.',
    'Незакреплённое колесо может отвалиться.',
  ],
} as const;

const dangers = {
  lamp: 'красная лампа',
  brakes: 'тормоза',
  steering: 'рулевое управление',
  overheating: 'перегрев',
  smoke: 'дым или огонь',
  fuel: 'запах или утечка топлива',
  wheel: 'колесо не закреплено',
} as const;

const kinds = {
  lamp: 'лампа на панели',
  noise: 'шум или вибрация',
  leak: 'течь',
  body: 'повреждение кузова',
  tyre: 'шина или колесо',
  start: 'не заводится',
  part: 'деталь на замену',
  other: 'неисправность',
} as const;
const colours = { red: '(красная)', yellow: '(жёлтая)', other: '(не красная и не жёлтая)' } as const;
const moments = {
  cold: 'на холодную',
  braking: 'при торможении',
  turning: 'в поворотах',
  bumps: 'на неровностях',
  speed: 'на скорости',
  always: 'всегда',
} as const;
const places = {
  frontLeft: 'спереди слева',
  frontRight: 'спереди справа',
  rearLeft: 'сзади слева',
  rearRight: 'сзади справа',
  underneath: 'под машиной',
} as const;
const drives = { normal: 'едет нормально', badly: 'едет плохо', stands: 'не едет' } as const;

const files = {
  photo: 'Одно фото',
  voice: 'Одно голосовое',
  video: 'Одно видео',
  document: 'Один документ',
  audio: 'Один аудиофайл',
  sticker: 'Один стикер',
} as const;
const helps = {
  tooLarge: 'Файл слишком большой: дойдёт покороче или поменьше.',
  unknownType: 'Такие файлы здесь не открываются; фото или PDF откроется.',
  again: 'Пришлите, пожалуйста, ещё раз; если не выйдет, хватит и пары слов.',
} as const;

const kindLabels = {
  lamp: 'Лампа на панели',
  noise: 'Шум или вибрация',
  leak: 'Течь',
  body: 'Кузов',
  tyre: 'Шина или колесо',
  start: 'Не заводится',
  part: 'Деталь на замену',
  other: 'Другое',
} as const;
const colourLabels = { red: 'Красная', yellow: 'Жёлтая, оранжевая', other: 'Другого цвета' } as const;
const driveLabels = { normal: 'Едет нормально', badly: 'Едет плохо', stands: 'Не едет' } as const;
const momentLabels = {
  cold: 'На холодную',
  braking: 'При торможении',
  turning: 'В поворотах',
  bumps: 'На неровностях',
  speed: 'На скорости',
  always: 'Всегда',
} as const;
const placeLabels = {
  frontLeft: 'Спереди слева',
  frontRight: 'Спереди справа',
  rearLeft: 'Сзади слева',
  rearRight: 'Сзади справа',
  underneath: 'Под машиной',
} as const;
