import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import type { Topic } from '#shared/domain/understood.ts';
import { type About, Counter, reads } from './asking.ts';

/** What a station is asked every day, as people read the answer. It is Monday 23 November 2026, 10:00, unless said otherwise. */

const christmas = { of: 'date', day: 25, month: 12 } as const;
const saturday = { of: 'weekday', day: 6, weeks: 0 } as const;

type Asked = readonly [
  question: string,
  topics: readonly Topic[],
  about: About,
  answer: readonly string[],
  buttons: readonly string[],
];

const asked: readonly Asked[] = [
  [
    'where are you?',
    ['address'],
    {},
    [
      'Aristotelous Auto: 118 Monastiriou St, Thessaloniki.',
      'Enter from the side street: the blue gate, then straight on to the desk.',
      'Mon–Fri 08:30–17:30, Sat 09:00–14:00.',
      'Phone: +302310555010',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'how do I get in?',
    ['entrance'],
    {},
    [
      'Enter from the side street: the blue gate, then straight on to the desk.',
      '118 Monastiriou St, Thessaloniki.',
    ],
    ['Map', 'Book a visit', 'This does not help'],
  ],
  [
    'are you open?',
    ['hours'],
    {},
    [
      'We are open now, until 17:30.',
      '',
      'We are open Mon–Fri 08:30–17:30, Sat 09:00–14:00.',
      'Sat only: oil and filter change, change of four tyres, puncture repair.',
      'Phone: +302310555010',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'are you open on 25 dec',
    ['hours'],
    { days: [christmas] },
    ['Fri 25 Dec: closed (Christmas). We open again on Mon 28 Dec at 08:30.'],
    ['Book a visit', 'This does not help'],
  ],
  [
    'and on christmas eve?',
    ['hours'],
    { days: [{ of: 'date', day: 24, month: 12 }] },
    ['Thu 24 Dec: a short day, 08:30–13:00.'],
    ['Book a visit', 'This does not help'],
  ],
  [
    'do you work on saturday?',
    ['hours'],
    { days: [saturday] },
    [
      'Sat 28 Nov: open 09:00–14:00.',
      'On that day only: oil and filter change, change of four tyres, puncture repair.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'till when can I bring it tomorrow for the timing belt?',
    ['hours'],
    { days: [{ of: 'ahead', days: 1 }], services: ['timing'] },
    [
      'Tue 24 Nov: open 08:30–17:30.',
      'The workshop has a break 13:00–13:30; the desk is open.',
      'Timing belt kit replacement: please bring the car by 08:30.',
    ],
    ['Book this', 'This does not help'],
  ],
  [
    'are you open at the weekend?',
    ['hours'],
    { days: [{ of: 'weekend', weeks: 0 }] },
    [
      'Sat 28 Nov: open 09:00–14:00.',
      'On that day only: oil and filter change, change of four tyres, puncture repair.',
      '',
      'Sun 29 Nov: closed. We open again on Mon 30 Nov at 08:30.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'will you be open on 1 september',
    ['hours'],
    { days: [{ of: 'date', day: 1, month: 9 }] },
    [
      'Wed 1 Sept: open 08:30–17:30, as far as we know today.',
      'The workshop has a break 13:00–13:30; the desk is open.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'how much is an oil change?',
    ['price'],
    { services: ['oil'] },
    ['Oil and filter change: from 65 €.', 'Whatever costs more is agreed with you first.'],
    ['Book: oil & filter', 'This does not help'],
  ],
  [
    'oil change: price, and how long do I wait?',
    ['price', 'duration'],
    { services: ['oil'] },
    [
      'Oil and filter change: from 65 €, about 45 min.',
      'You can wait here or leave the car. Whatever costs more is agreed with you first.',
    ],
    ['Book: oil & filter', 'This does not help'],
  ],
  [
    'how long for oil and pads?',
    ['duration'],
    { services: ['oil', 'pads'] },
    ['Oil and filter change + front brake pads: about 2 h.', 'The car stays with us for that time.'],
    ['Book this', 'This does not help'],
  ],
  [
    'your prices?',
    ['price'],
    {},
    [
      'Prices with VAT: oil & filter from 65 € · annual service from 140 € · front pads from 90 € · pads & discs from 220 € · diagnostics from 45 € · noise/suspension from 25 €.',
      'Which work do you mean?',
    ],
    [
      'Oil & filter · 45 min',
      'Annual service · 2 h',
      'Front pads · 1 h 15 min',
      'Pads & discs · 2 h',
      'Diagnostics · 1 h',
      'Noise/suspension · 45m',
      'This does not help',
    ],
  ],
  [
    'do you do clutches?',
    ['services'],
    { services: ['clutch'] },
    [
      'Yes, we do that: clutch replacement, from 620 €, about 2 days.',
      'The car stays with us overnight. Whatever costs more is agreed with you first.',
    ],
    ['Book: clutch', 'This does not help'],
  ],
  [
    'do you mend punctures?',
    ['services'],
    { services: ['punct'] },
    [
      'Yes, we do that: puncture repair, from 15 €, about 30 min.',
      'No booking needed: come while we are open. Whatever costs more is agreed with you first.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'do you do bodywork?',
    ['services'],
    { services: ['body'] },
    [
      'Yes, we do that: body estimate by photo, free of charge.',
      'Send photos here; we answer within one working hour.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'how much is a battery test?',
    ['price'],
    { services: ['batt'] },
    ['Battery test (a new one from 110 €): free of charge.'],
    ['Book: battery', 'This does not help'],
  ],
  [
    'what do I bring?',
    ['bring'],
    {},
    [
      'The key and, if you have it at hand, the registration paper. Please take your own things out of the car.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'what do I bring for the oil change?',
    ['bring'],
    { services: ['oil'] },
    ['Please bring the registration paper if you can: the engine code tells us which oil is right.'],
    ['Book a visit', 'This does not help'],
  ],
  [
    'can I pay by card?',
    ['payment'],
    {},
    ['Cash, card or bank transfer; you pay when you collect the car.'],
    ['Book a visit', 'This does not help'],
  ],
  [
    'where do I park?',
    ['parking'],
    {},
    ['There are six places in the yard; stop at the desk first.'],
    ['Map', 'Book a visit', 'This does not help'],
  ],
  [
    'what about warranty?',
    ['warranty'],
    {},
    ['Parts that we fit and our work have a warranty of 12 months.'],
    ['Book a visit', 'This does not help'],
  ],
  [
    'may I bring my own oil?',
    ['ownParts'],
    {},
    [
      'Yes, bring your own parts or oil if you like, new and right for the car. The warranty then covers our work, not the part.',
    ],
    ['Book a visit', 'This does not help'],
  ],
  [
    'do you have a tow truck?',
    ['towing'],
    {},
    [
      'A tow service we work with brings the car to our yard, from 60 € within the city. Tell us where you are, or let us call you back.',
      'Phone: +302310555010',
    ],
    ['Call me back', 'Book a visit', 'This does not help'],
  ],
  [
    'is there a courtesy car?',
    ['courtesyCar'],
    {},
    [
      'We have one small courtesy car, free of charge for work of a day or longer. Write to us once you have booked: if it is free that day, it is yours.',
    ],
    ['Book a visit', 'This does not help'],
  ],
];

describe('a routine question', () => {
  it.each(asked)('"%s" has its answer and its next step', (_question, topics, about, answer, buttons) => {
    const town = new Counter();
    const lena = town.person().sends('start');
    town.asks(lena, topics, about);
    expect(reads(lena)).toEqual({ text: answer.join('\n'), buttons });
    expect(reads(lena).text.length).toBeLessThanOrEqual(300);
  });

  const abroad: readonly [Language, readonly Topic[], About, string][] = [
    [
      'ru',
      ['price', 'duration'],
      { services: ['oil'] },
      'Замена масла и фильтра: от 65 €, около 45 мин.\nМожно подождать у нас или оставить машину. Всё, что дороже, сначала согласуем с вами.',
    ],
    [
      'ru',
      ['hours'],
      { days: [christmas] },
      'Пт 25 декабря: закрыто (Рождество). Снова откроемся пн 28 декабря в 08:30.',
    ],
    [
      'uk',
      ['ownParts'],
      {},
      'Можна і зі своїми запчастинами чи маслом, якщо вони нові й підходять до авто. Гарантія тоді на роботу, але не на саму деталь.',
    ],
    [
      'uk',
      ['hours'],
      { days: [christmas] },
      'Пт 25 грудня: зачинено (Різдво). Знову відчинимося пн 28 грудня о 08:30.',
    ],
    ['el', ['parking'], {}, 'Υπάρχουν έξι θέσεις στην αυλή· σταματήστε πρώτα στην υποδοχή.'],
    [
      'el',
      ['hours'],
      { days: [christmas] },
      'Παρ 25 Δεκ: κλειστά (Χριστούγεννα). Ανοίγουμε ξανά Δευ 28 Δεκ στις 08:30.',
    ],
  ];
  it.each(abroad)('is answered in %s about %j', (language, topics, about, answer) => {
    const town = new Counter();
    const person = town.person('Άννα', language).sends('start');
    town.asks(person, topics, about);
    expect(reads(person, language).text).toBe(answer);
  });

  it('has at most three buttons beside a list, with another question too', () => {
    const town = new Counter();
    const lena = town.person().sends('start');
    for (const [, topics, about] of asked) {
      town.asks(lena, [...topics, 'payment'], about);
      if (!lena.labels.includes('labelService')) expect(lena.labels.length).toBeLessThanOrEqual(3);
      expect(lena.labels.length).toBeLessThanOrEqual(10);
    }
  });
});
