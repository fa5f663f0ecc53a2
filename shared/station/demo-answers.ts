import type { StationData } from './schema.ts';

type Answers = StationData['answers'];

/** Five years, so that a demo of any day is quiet. Answers of your own station want a look twice a year: 180. */
const checked = { reviewed: '2026-11-02', reviewEvery: 1825 };

/** What Aristotelous Auto answers, beside all that follows from its other data. */
export const demoAnswers: Answers = {
  bring: {
    text: {
      en: 'The key and, if you have it at hand, the registration paper. Please take your own things out of the car.',
      ru: 'Ключ и, если под рукой, техпаспорт. Личные вещи из машины лучше забрать.',
      uk: 'Ключ і, якщо під рукою, техпаспорт. Особисті речі з авто краще забрати.',
      el: 'Το κλειδί και, αν την έχετε πρόχειρη, την άδεια κυκλοφορίας. Τα προσωπικά σας πράγματα καλύτερα να τα πάρετε μαζί σας.',
    },
    owner: 'eleni',
    ...checked,
  },
  payment: {
    text: {
      en: 'Cash, card or bank transfer; you pay when you collect the car.',
      ru: 'Наличными, картой или переводом, когда забираете машину.',
      uk: 'Готівкою, карткою або переказом, коли забираєте машину.',
      el: 'Μετρητά, κάρτα ή τραπεζική κατάθεση, κατά την παραλαβή του οχήματος.',
    },
    owner: 'maria',
    ...checked,
  },
  parking: {
    text: {
      en: 'There are six places in the yard; stop at the desk first.',
      ru: 'Во дворе шесть мест; сначала остановитесь у стойки.',
      uk: 'У дворі шість місць; спершу зупиніться біля стійки.',
      el: 'Υπάρχουν έξι θέσεις στην αυλή· σταματήστε πρώτα στην υποδοχή.',
    },
    owner: 'eleni',
    ...checked,
  },
  warranty: {
    text: {
      en: 'Parts that we fit and our work have a warranty of 12 months.',
      ru: 'На установленные нами детали и на работу гарантия 12 месяцев.',
      uk: 'На встановлені нами деталі та на роботу гарантія 12 місяців.',
      el: 'Τα ανταλλακτικά που τοποθετούμε και η εργασία έχουν εγγύηση 12 μηνών.',
    },
    owner: 'maria',
    ...checked,
  },
  ownParts: {
    text: {
      en: 'Yes, bring your own parts or oil if you like, new and right for the car. The warranty then covers our work, not the part.',
      ru: 'Можно и со своими запчастями или маслом, если они новые и подходят к машине. Гарантия тогда на работу, но не на саму деталь.',
      uk: 'Можна і зі своїми запчастинами чи маслом, якщо вони нові й підходять до авто. Гарантія тоді на роботу, але не на саму деталь.',
      el: 'Ναι, μπορείτε να φέρετε δικά σας ανταλλακτικά ή λάδια, καινούργια και κατάλληλα για το όχημα. Η εγγύηση τότε καλύπτει την εργασία μας, όχι το ανταλλακτικό.',
    },
    owner: 'maria',
    ...checked,
  },
  towing: {
    text: {
      en: 'A tow service we work with brings the car to our yard, from 60 € within the city. Tell us where you are, or let us call you back.',
      ru: 'Эвакуатор, с которым мы работаем, привезёт машину к нам во двор, по городу от 60 €. Напишите, где вы, или мы перезвоним.',
      uk: 'Евакуатор, з яким ми працюємо, привезе авто до нас у двір, по місту від 60 €. Напишіть, де ви, або ми передзвонимо.',
      el: 'Η οδική βοήθεια με την οποία συνεργαζόμαστε φέρνει το όχημα στην αυλή μας, από 60 € μέσα στην πόλη. Γράψτε μας πού είστε ή σας καλούμε εμείς.',
    },
    owner: 'eleni',
    ...checked,
  },
  courtesyCar: {
    text: {
      en: 'We have one small courtesy car, free of charge for work of a day or longer. Write to us once you have booked: if it is free that day, it is yours.',
      ru: 'Есть одна небольшая подменная машина, бесплатно при работах от одного дня. Напишите нам после записи: если в этот день она свободна, оставим её вам.',
      uk: 'Є одне невелике підмінне авто, безкоштовно, якщо робота триває від одного дня. Напишіть нам після запису: якщо того дня воно вільне, залишимо його вам.',
      el: 'Έχουμε ένα μικρό όχημα αντικατάστασης, δωρεάν για εργασίες μιας ημέρας και πάνω. Γράψτε μας αφού κλείσετε ραντεβού: αν είναι ελεύθερο εκείνη την ημέρα, το κρατάμε για εσάς.',
    },
    owner: 'eleni',
    ...checked,
  },
};
