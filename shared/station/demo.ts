import { cannedAnswers } from './canned/canned.ts';
import { demoAnswers } from './demo-answers.ts';
import { demoClosed, demoHalfDays } from './demo-calendar.ts';
import { demoAdvisors, demoTechnicians } from './demo-people.ts';
import { demoServices } from './demo-services.ts';
import { saysOf } from './demo-words/says-of.ts';
import type { StationData } from './schema.ts';

const weekday = { open: '08:30', close: '17:30', break: { from: '13:00', to: '13:30' }, only: null };

/** Aristotelous Auto, Thessaloniki: an invented station with illustrative values. Copy it to start your own. */
export const demoStation: StationData = {
  id: 'aristotelous',
  name: { en: 'Aristotelous Auto', ru: 'Аристотелус Авто', uk: 'Арістотелус Авто', el: 'Aristotelous Auto' },
  zone: 'Europe/Athens',
  languages: ['el', 'ru', 'uk', 'en'],
  defaultLanguage: 'el',
  currency: 'EUR',
  vatPercent: 24,
  phone: '+302310555010',
  address: {
    en: '118 Monastiriou St, Thessaloniki',
    ru: 'ул. Монастириу, 118, Салоники',
    uk: 'вул. Монастіріу, 118, Салоніки',
    el: 'Μοναστηρίου 118, Θεσσαλονίκη',
  },
  map: { latitude: 40.6447, longitude: 22.9162 },
  entrance: {
    en: 'Enter from the side street: the blue gate, then straight on to the desk.',
    ru: 'Въезд с боковой улицы: синие ворота, дальше прямо к стойке.',
    uk: 'Заїзд із бічної вулиці: сині ворота, далі прямо до стійки.',
    el: 'Είσοδος από τον παράδρομο: από την μπλε πύλη ευθεία προς την υποδοχή.',
  },
  reviewUrl: 'https://reviews.example/aristotelous',
  answers: demoAnswers,
  hours: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat: { open: '09:00', close: '14:00', break: null, only: ['oil', 'tyres', 'punct'] },
    sun: null,
  },
  closed: [...demoClosed],
  halfDays: [...demoHalfDays],
  bays: [
    { id: 'B1', kinds: ['general', 'brakes', 'suspension', 'timing', 'clutch', 'oil'] },
    { id: 'B2', kinds: ['general', 'brakes', 'suspension', 'timing', 'clutch', 'oil'] },
    { id: 'B3', kinds: ['alignment', 'suspension-check', 'inspection', 'oil'] },
    { id: 'B4', kinds: ['diagnostics', 'air-conditioning', 'electrics', 'battery', 'bulbs'] },
    { id: 'B5', kinds: ['tyres', 'punctures'] },
  ],
  parking: 6,
  advisors: demoAdvisors,
  technicians: demoTechnicians,
  services: demoServices.map((service) => ({ ...service, says: saysOf(service.id) })),
  reports: {
    lamp: 'diag',
    noise: 'noise',
    leak: 'diag',
    body: 'remote',
    tyre: 'tyres',
    start: 'diag',
    part: null,
    other: 'diag',
  },
  canned: [...cannedAnswers],
  keep: { talkDays: 400, fileDays: 365, reportDays: 730 },
  rules: {
    slotStep: 15,
    buffer: 15,
    reception: 30,
    dropOffMargin: 60,
    waitMargin: 15,
    waitUpTo: 90,
    waitingAtOnce: 2,
    arrivalsPerHalfHour: 3,
    diagnosticsPerHalfDay: 2,
    sellableShare: 0.85,
    onlineShare: 0.8,
    horizonDays: 60,
    hold: 10,
    changeCutOff: 180,
    openBookingsPerPerson: 3,
    signAbove: 100_000,
    quietHours: { from: '20:30', to: '08:30' },
    visits: {
      remindAt: '18:00',
      silent: ['checking', 'working', 'quality'],
      firstNews: 120,
      newsEvery: 240,
      lateHold: 15,
      askAfter: 15,
      releaseAfter: 30,
      offerHold: 15,
      askHowAt: '11:00',
    },
    caps: { visitPerDay: 6, servicePerMonth: 1, offersPerMonth: 1 },
  },
};
