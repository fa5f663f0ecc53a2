import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { withArticle } from '#shared/text/el/names.ts';
import { shorten } from '#shared/text/shorten.ts';
import { textFor } from '#shared/text/text.ts';
import { phraseOf } from './arbitraries.ts';
import { samplePhrases } from './samples.ts';

const at = (iso: string) => Date.parse(iso);
const now = at('2026-11-24T06:45:00Z');
const say = (language: Language, what: Phrase) => textFor(language, station, now).say(what);
const inEach = (what: Phrase) => languages.map((language) => say(language, what));

const visit = {
  ref: '7K2M4Q',
  start: at('2026-11-25T07:00:00Z'),
  readyBy: at('2026-11-25T10:30:00Z'),
  services: ['annual'],
  car: 'Octavia …4821',
  stay: 'leave',
} as const;
const booking = { ...visit, services: [...visit.services] };

describe('first contact', () => {
  it('says that it is a bot, of which station, when people are there, and how to reach one', () => {
    for (const [said, bot, name, person] of [
      [say('en', phrase('greeting')), 'a bot', 'Aristotelous Auto', 'person'],
      [say('ru', phrase('greeting')), 'бот', 'Аристотелус Авто', 'человек'],
      [say('uk', phrase('greeting')), 'бот', 'Арістотелус Авто', 'людина'],
      [say('el', phrase('greeting')), 'bot', 'Aristotelous Auto', 'άνθρωπος'],
    ] as const) {
      for (const part of [bot, name, person, '08:30–17:30', '09:00–14:00']) expect(said).toContain(part);
    }
  });

  it('fits even for a station with a long name that opens differently every day', () => {
    const day = (open: number) => ({ open, close: open + 500, break: null, only: null });
    const odd = {
      ...station,
      name: { el: 'Συνεργείο Αφοί Παπαδόπουλοι' },
      hours: {
        mon: day(480),
        tue: day(490),
        wed: day(480),
        thu: day(490),
        fri: day(480),
        sat: null,
        sun: null,
      },
    };
    for (const language of languages) {
      expect(textFor(language, odd, now).say(phrase('greeting')).length, language).toBeLessThanOrEqual(300);
    }
  });
});

describe('a booking', () => {
  it('is recapped with day, time, car, work, promise, address, what to bring and number', () => {
    expect(say('en', phrase('booked', { ...booking, bring: true }))).toBe(
      [
        'Booked: Wed 25 Nov, 09:00.',
        'Octavia …4821: annual service.',
        'The car stays with us and will be ready by 12:30.',
        'Address: 118 Monastiriou St, Thessaloniki.',
        'Please bring the service book.',
        'Booking no. 7K2M4Q',
      ].join('\n'),
    );
    for (const said of inEach(phrase('booked', { ...booking, stay: 'wait', bring: false }))) {
      for (const part of ['25', '09:00', 'Octavia …4821', '12:30', '118', '7K2M4Q'])
        expect(said).toContain(part);
    }
  });

  it('that is only asked for is never called booked', () => {
    const requested = inEach(phrase('requested', { advisor: 'maria', by: at('2026-11-24T08:30:00Z') }));
    expect(requested).toEqual([
      'Maria will write here by 10:30 and propose a time. For now this is a request, not a booking.',
      'Мария напишет сюда до 10:30 и предложит время. Пока это запрос, а не запись.',
      'Марія напише сюди до 10:30 і запропонує час. Поки що це запит, а не запис.',
      'Θα σας γράψει εδώ η Μαρία έως τις 10:30 και θα σας προτείνει ώρα. Προς το παρόν είναι αίτημα, όχι ραντεβού.',
    ]);
    const booked = inEach(phrase('booked', { ...booking, bring: false })).map(
      (said) => said.split(':')[0] ?? '',
    );
    for (const [index, head] of booked.entries()) expect(requested[index]).not.toContain(head);
  });

  it('offers times with work, length and price, and names none where there is none', () => {
    const times = { services: ['annual'], car: 'Octavia …4821', minutes: 120, days: 1 };
    expect(say('ru', phrase('times', { ...times, fromCents: 14_000 }))).toBe(
      'Octavia …4821: плановое ТО, около 2 ч, от 140 €.\nБлижайшее время:',
    );
    for (const said of inEach(phrase('times', { ...times, fromCents: null })))
      expect(said).not.toContain('€');
    for (const said of inEach(phrase('times', { ...times, fromCents: 0 }))) expect(said).not.toContain('0 €');
    expect(say('uk', phrase('times', { ...times, fromCents: null, days: 2 }))).toContain('близько 2 днів');
    expect(say('en', phrase('times', { ...times, fromCents: null, car: '' }))).toMatch(/^Annual service, /);
  });

  it('asks how the car stays only where there is a choice', () => {
    const held = {
      start: visit.start,
      minutes: 10,
      readyIfLeft: visit.readyBy,
      readyIfWaiting: visit.readyBy,
    };
    for (const said of inEach(phrase('held', { ...held, readyIfWaiting: null }))) {
      expect(said.match(/12:30/g)).toHaveLength(1);
    }
    for (const said of inEach(phrase('held', held))) expect(said.match(/12:30/g)).toHaveLength(2);
  });
});

describe('several texts in one message', () => {
  it('stay short and ask one thing, whatever introduces the times', () => {
    const lead = fc.constantFrom(
      ...(['slotGone', 'slotReplaced', 'dayFull', 'helpInStep'] as const).flatMap(samplePhrases),
    );
    fc.assert(
      fc.property(lead, phraseOf('times'), fc.constantFrom(...languages), (introduction, times, language) => {
        const said = [introduction, times].map((part) => say(language, part)).join('\n');
        expect(said.split('\n').length).toBeLessThanOrEqual(4);
        expect(said.length).toBeLessThanOrEqual(300);
        expect(said.split(language === 'el' ? ';' : '?').length - 1).toBe(0);
      }),
    );
  });

  it('greet a person who returns with one question, that of the step they left', () => {
    for (const language of languages) {
      for (const kept of samplePhrases('draftKept')) expect(say(language, kept)).not.toMatch(/[?;]/);
    }
  });
});

describe('a person', () => {
  it('is named with the time of the answer', () => {
    expect(
      inEach(
        phrase('personCalled', { advisor: 'Мария', by: at('2026-11-24T08:30:00Z'), open: true, phone: '+3' }),
      ),
    ).toEqual([
      'Your request is with our team: Мария will answer here by 10:30.\nIf it is urgent: +3',
      'Передали ваш запрос: Мария ответит здесь до 10:30.\nЕсли срочно: +3',
      'Передали ваш запит: Мария відповість тут до 10:30.\nЯкщо терміново: +3',
      'Ειδοποιήσαμε την ομάδα μας: Мария θα σας απαντήσει εδώ έως τις 10:30.\nΑν είναι επείγον: +3',
    ]);
  });

  it('who is not there now is announced with the hour at which people are back', () => {
    for (const said of inEach(
      phrase('personCalled', { advisor: 'maria', by: at('2026-11-25T07:00:00Z'), open: false, phone: '+3' }),
    )) {
      expect(said).toContain('08:30');
      expect(said).toContain('09:00');
      expect(said).toMatch(/tomorrow|завтра|αύριο/);
    }
  });

  it.each([
    ['Μαρία', 'η Μαρία'],
    ['Ελένη', 'η Ελένη'],
    ['Γιώργος', 'ο Γιώργος'],
    ['Κώστας', 'ο Κώστας'],
    ['Γιώργος Παπαδόπουλος', 'ο Γιώργος Παπαδόπουλος'],
    ['Φρόσω', 'η Φρόσω'],
    ['Maria', 'Maria'],
    ['Aristotelous Auto', 'Aristotelous Auto'],
    ['Ιγκόρ', 'Ιγκόρ'],
  ])('%s is called "%s" in Greek', (name, called) => {
    expect(withArticle(name)).toBe(called);
  });
});

describe('the day before', () => {
  it('the reminder says tomorrow, and only the date when it leaves on another day', () => {
    expect(say('en', phrase('reminder', booking))).toContain('tomorrow, Wed 25 Nov, 09:00');
    const late = textFor('en', station, at('2026-11-25T05:00:00Z')).say(phrase('reminder', booking));
    expect(late).toContain('today, Wed 25 Nov, 09:00');
    const unknown = textFor('en', station).say(phrase('reminder', booking));
    expect(unknown).not.toMatch(/today|tomorrow/);
  });
});

describe('the desk', () => {
  it('gets who, why, by when and the words of the person, untouched', () => {
    const line = phrase('deskRequest', {
      ref: '7K2M4Q',
      name: 'Nikos',
      car: '',
      reason: 'misunderstood',
      text: 'where  is\nmy “key”?',
      by: at('2026-11-24T08:30:00Z'),
    });
    expect(say('en', line)).toBe(
      'No. 7K2M4Q · Nikos\nThe bot did not understand. Answer by 10:30.\n“where  is\nmy “key”?”',
    );
  });
});

describe('a message that did not arrive', () => {
  const undelivered = { name: 'Nikos', car: 'Octavia …4821', why: 'held', code: '131047', text: '' } as const;

  it('is told to the desk with the person, the car, what happened, what comes next, the code and the words', () => {
    const text = 'The pads are here.\n\nShall we  fit them tomorrow?';
    expect(say('en', phrase('deskUndelivered', { ...undelivered, text }))).toBe(
      [
        'Nikos · Octavia …4821',
        'Waiting: their last message is more than 24 hours old, so only a short notice was sent. The text follows as soon as they answer. (131047)',
        '“The pads are here. Shall we fit them tomorrow?”',
      ].join('\n'),
    );
  });

  it('is quoted shortly, and shows no empty brackets or quotes', () => {
    for (const said of inEach(phrase('deskUndelivered', { ...undelivered, text: 'pads '.repeat(800) }))) {
      expect(said).toMatch(/pads…[»”]$/);
      expect(said.length).toBeLessThanOrEqual(300);
    }
    for (const said of inEach(phrase('deskUndelivered', { ...undelivered, code: '' }))) {
      expect(said).not.toMatch(/[()«»“”]/);
      expect(said.split('\n')).toHaveLength(2);
    }
  });

  it('says for each reason something of its own', () => {
    for (const language of languages) {
      const told = samplePhrases('deskUndelivered').map((one) => say(language, one).split('\n')[1]);
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBe(9);
    }
  });
});

describe('one person on two messengers', () => {
  it('gets the code in a form to copy, for how long it is good, and that it is nobody else’s', () => {
    for (const said of inEach(phrase('linkCode', { code: '4821 0937', minutes: 10 }))) {
      expect(said.split('\n')).toHaveLength(3);
      expect(said.split('\n')[0]).toMatch(/: 4821 0937$/);
      expect(said).toContain('10 ');
    }
  });

  it('is told what is together now: the first cars by name, visits by number, nothing where there is nothing', () => {
    const cars = ['Octavia …4821', 'Yaris', 'Golf 7', 'BMW', 'Lada', 'Zoe'];
    expect(say('ru', phrase('linked', { cars, visits: 2 }))).toBe(
      'Готово. Теперь ваши машины и визиты видны в обоих чатах.\nМашины: Octavia …4821, Yaris, Golf 7, BMW +2.\nВпереди 2 визита.',
    );
    for (const said of inEach(phrase('linked', { cars: [], visits: 0 }))) expect(said).not.toMatch(/[:\n\d]/);
  });
});

describe('a prepared notice', () => {
  it('names the day in full by itself, in the zone of the station', () => {
    expect(inEach(phrase('noticeDay', { at: at('2026-11-24T22:30:00Z') }))).toEqual([
      'Wednesday 25 November',
      'среда, 25 ноября',
      'середа, 25 листопада',
      'Τετάρτη 25 Νοεμβρίου',
    ]);
  });

  it('has words for a car that nobody has named', () => {
    expect(inEach(phrase('noticeCar', { car: '' }))).toEqual([
      'your car',
      'ваша машина',
      'ваше авто',
      'το όχημά σας',
    ]);
    for (const said of inEach(phrase('noticeCar', { car: 'Yaris' }))) expect(said).toBe('Yaris');
  });
});

describe('the place', () => {
  it('is the station on the map in the language of the reader', () => {
    expect(textFor('el', station).place).toEqual({
      title: 'Aristotelous Auto',
      address: 'Μοναστηρίου 118, Θεσσαλονίκη',
      latitude: station.map.latitude,
      longitude: station.map.longitude,
    });
  });
});

describe('opening hours', () => {
  it('tell the holidays that come, and none that are far', () => {
    const told = (iso: string) =>
      languages.map((language) => textFor(language, station, at(iso)).say(phrase('hours')));
    const [en = '', ru = '', uk = '', el = ''] = told('2026-12-20T10:00:00Z');
    expect(en).toContain('Thu 24 Dec only until 13:00. Closed Fri 25 Dec – Sat 26 Dec (Christmas).');
    expect(ru).toContain(
      'Чт 24 декабря только до 13:00. Закрыто: пт 25 декабря – сб 26 декабря (Рождество).',
    );
    expect(uk).toContain('Чт 24 грудня лише до 13:00. Зачинено: пт 25 грудня – сб 26 грудня (Різдво).');
    expect(el).toContain('Πέμ 24 Δεκ μόνο έως τις 13:00. Κλειστά: Παρ 25 Δεκ – Σάβ 26 Δεκ (Χριστούγεννα).');
    for (const said of [...told('2026-12-26T10:00:00Z'), ...told('2027-08-15T10:00:00Z')]) {
      expect(said.length).toBeLessThanOrEqual(300);
      expect(said.split('\n')).toHaveLength(4);
    }
    for (const said of told('2026-11-24T10:00:00Z')) expect(said.split('\n')).toHaveLength(3);
  });
});

describe('a label that is too long', () => {
  it('is cut visibly, within the limit, and never inside an emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 24 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
        if (text.length <= most) expect(short).toBe(text);
        else expect(short).toMatch(/…$/);
      }),
    );
    expect(shorten('Oil 🚗🚗', 6)).toBe('Oil…');
    expect(shorten('Oil · filter', 7)).toBe('Oil…');
  });
});

describe('what is confirmed of an estimate', () => {
  const line = { id: '1', name: 'Pads', cents: 9_600 } as const;

  it('names no sum where all of it is refused or put off', () => {
    const lines = [{ ...line, says: 'no' as const }];
    for (const said of [
      ...inEach(phrase('estimateConfirm', { lines, cents: 0 })),
      ...inEach(phrase('estimateLabelConfirm', { cents: 0 })),
    ])
      expect(said).not.toMatch(/(?<!\d)0(?:[.,]00)? ?€|€ ?0(?!\d)/u);
  });

  it('names the sum of what is done, also where it is for free', () => {
    const lines = [{ ...line, cents: 0, says: 'yes' as const }];
    for (const said of inEach(phrase('estimateConfirm', { lines, cents: 0 })))
      expect(said).toMatch(/0\s?€|€\s?0/u);
  });
});

describe('what was agreed', () => {
  it.each([
    ['en', 'Agreement K7M2QP-v2'],
    ['ru', 'Согласование K7M2QP-v2'],
    ['uk', 'Погодження K7M2QP-v2'],
    ['el', 'Συμφωνία K7M2QP-v2'],
  ] as const)('has one name in %s, whether the owner said yes or allowed it before', (language, name) => {
    const agreed = { ref: 'K7M2QP', number: 2, car: '', at: now, lines: [], cents: 9_600, ready: null };
    for (const what of [
      phrase('estimateAgreed', { ...agreed, who: 'Nikos', signed: false }),
      phrase('estimateConfirmed', { ref: 'K7M2QP', number: 2, who: 'Nikos', at: now }),
      phrase('orderWithin', { ...agreed, by: 'maria', limit: 10_560 }),
    ])
      expect(say(language, what)).toContain(name);
  });

  it('needs the same word in the chat and on paper', () => {
    const answered = { ref: 'K7M2QP', cents: 150_000, lines: [], limit: 100_000 };
    for (const [language, word] of [
      ['en', 'AGREE'],
      ['ru', '«подтверждаю»'],
      ['uk', '«погоджую»'],
      ['el', '«συμφωνώ»'],
    ] as const) {
      expect(say(language, phrase('estimateSign', answered))).toContain(word);
      expect(say(language, phrase('documentSignHint'))).toContain(word);
    }
  });

  it('counts the lines that are left, one as one', () => {
    const record = { ref: 'K7M2QP', how: 'desk' as const, lines: [], cents: 0 };
    expect(say('el', phrase('orderRecord', { ...record, left: 1 }))).toContain('Μένει 1 γραμμή.');
    expect(say('el', phrase('orderRecord', { ...record, left: 2 }))).toContain('Μένουν 2 γραμμές.');
  });
});
