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
    lamp: 'лампочка на панели',
    noise: 'шум или вибрация',
    leak: 'течь',
    body: 'повреждение кузова',
    tyre: 'шина или колесо',
    start: 'не заводится',
    part: 'деталь на замену',
    other: 'неисправность',
  },
  colours: { red: 'красная', yellow: 'жёлтая', other: 'не красная и не жёлтая' },
  moments: {
    cold: 'на холодную',
    braking: 'при торможении',
    turning: 'в поворотах',
    bumps: 'на неровностях',
    speed: 'на скорости',
    always: 'всегда',
  },
  places: {
    frontLeft: 'спереди слева',
    frontRight: 'спереди справа',
    rearLeft: 'сзади слева',
    rearRight: 'сзади справа',
    underneath: 'под машиной',
  },
  drives: { normal: 'едет нормально', badly: 'едет плохо', stands: 'не едет' },
  came: {
    photos: { other: '# фото' },
    videos: { other: '# видео' },
    voices: {
      one: '# голосовое сообщение',
      few: '# голосовых сообщения',
      many: '# голосовых сообщений',
      other: '# голосового сообщения',
    },
    documents: { one: '# файл', few: '# файла', many: '# файлов', other: '# файла' },
  },
  dangers: {
    lamp: 'красная лампочка',
    brakes: 'тормоза',
    steering: 'рулевое управление',
    overheating: 'перегрев',
    smoke: 'дым или огонь',
    fuel: 'запах или утечка топлива',
    wheel: 'колесо не закреплено или лопнула шина',
  },
  unsafe: 'ЕХАТЬ НЕЛЬЗЯ',
  number: (ref) => `№ ${ref}`,
  nothing: 'подробностей пока нет',
  noPhone: 'Номер телефона пока неизвестен.',
  phone: 'Телефон',
  quoted: (text) => `«${text}»`,
};

export const report: GroupTexts<'report'> = {
  reportGot: (came, f) => `Получили ${cameText(came, words, f)}, спасибо.`,
  reportHow: () => 'В любой момент можно прислать фото, видео или голосовое; просто словами тоже хорошо.',
  reportAskKind: () => 'Что случилось?',
  reportAskCar: () => 'О какой машине речь?',
  reportAskColour: () => 'Какого цвета лампочка?',
  reportAskDrive: () => 'На машине сейчас можно ехать?',
  reportAskMoment: () => 'Когда это происходит? Выберите или напишите своими словами.',
  reportAskPlace: () => 'В каком месте машины?',
  reportAskShot: ({ shot }) => shotTexts[shot],

  reportRecap: ({ advisor, by, remote, ref, car, ...defect }, f) => {
    const what = defectText(defect, words, f);
    const head = `Обращение № ${ref}${car && `, ${car}`}`;
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

  reportLine: (line, f) => lineText(line, `Ответить ${f.deadline(line.by)}.`, words, f),
  reportDangerLine: (line, f) => dangerLineText(line, words, f),
  reportDangerAlert: (alert, f) => dangerAlertText(alert, words, f),
  reportPlaceLine: () => 'Это место, где стоит машина: ехать на ней нельзя.',
  reportCard: ({ ref, kind, at }, f) =>
    `Обращение № ${ref}: ${kind === null ? 'неисправность' : words.kinds[kind]}, ${f.dayTime(at)}.`,
  reportCardDanger: ({ kind, at }, f) => `${f.capital(unsafeText(kind, words))}, с ${f.dayTime(at)}.`,

  reportLabelKind: ({ kind }) => kindLabels[kind],
  reportLabelColour: ({ colour }) => colourLabels[colour],
  reportLabelDrive: ({ drive }, f) => f.capital(words.drives[drive]),
  reportLabelMoment: ({ moment }, f) => f.capital(words.moments[moment]),
  reportLabelPlace: ({ place }, f) => f.capital(words.places[place]),
  reportLabelEnough: () => 'Это всё',
  reportLabelLocation: () => 'Отправить геопозицию',
};

const shotTexts = {
  dash: 'Поможет фото: вся приборная панель при заведённом двигателе, пока машина стоит.',
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
    'Пожалуйста, не продолжайте движение: остановитесь в безопасном месте и заглушите двигатель.',
    'Красная лампочка может означать неполадку со смазкой, охлаждением или тормозами.',
  ],
  brakes: [
    'Пожалуйста, не продолжайте движение: остановитесь в безопасном месте и заглушите двигатель.',
    'С такими тормозами до нас лучше добираться на эвакуаторе.',
  ],
  steering: [
    'Пожалуйста, не продолжайте движение: остановитесь в безопасном месте и заглушите двигатель.',
    'С таким рулевым управлением до нас лучше добираться на эвакуаторе.',
  ],
  overheating: [
    'Пожалуйста, не продолжайте движение: остановитесь в безопасном месте и заглушите двигатель.',
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
    'Пожалуйста, не продолжайте движение: остановитесь в безопасном месте и заглушите двигатель.',
    'С незакреплённым колесом или лопнувшей шиной машину можно не удержать.',
  ],
} as const;

const files = {
  photo: 'Одно фото',
  voice: 'Одно голосовое',
  video: 'Одно видео',
  document: 'Один документ',
  audio: 'Один аудиофайл',
  sticker: 'Один стикер',
} as const;
const helps = {
  tooLarge: 'Файл слишком большой; пришлите, пожалуйста, покороче или поменьше.',
  unknownType: 'Такие файлы здесь не открываются; подойдёт фото или PDF.',
  again: 'Пришлите, пожалуйста, ещё раз; если не выйдет, хватит и пары слов.',
} as const;

const kindLabels = {
  lamp: 'Лампочка на панели',
  noise: 'Шум или вибрация',
  leak: 'Течь',
  body: 'Кузов',
  tyre: 'Шина или колесо',
  start: 'Не заводится',
  part: 'Деталь на замену',
  other: 'Другое',
} as const;
const colourLabels = { red: 'Красная', yellow: 'Жёлтая, оранжевая', other: 'Другого цвета' } as const;
