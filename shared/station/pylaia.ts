import { cannedAnswers } from './canned/canned.ts';
import { loadStation } from './load.ts';
import type { Station, StationData } from './schema.ts';

const open = { open: '09:00', close: '19:00', break: null, only: null };
const shift = { from: '09:00', to: '19:00' };
const allWeek = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: shift, sun: null };

/** Five years: a demo is quiet on any day. */
const checked = { owner: 'sofia', reviewed: '2026-11-02', reviewEvery: 1825 };

/** Pylaia Tyres: an invented second station, two tyre bays and one service. A stack of its own, for another owner. */
export const pylaiaTyres: StationData = {
  id: 'pylaia',
  name: { en: 'Pylaia Tyres', el: 'Pylaia Tyres' },
  zone: 'Europe/Athens',
  languages: ['el', 'en'],
  defaultLanguage: 'el',
  currency: 'EUR',
  vatPercent: 24,
  phone: '+302310555020',
  address: { en: '40 Profiti Ilia St, Pylaia', el: 'Προφήτη Ηλία 40, Πυλαία' },
  map: { latitude: 40.5995, longitude: 22.9886 },
  entrance: { en: 'The tyre bays face the street.', el: 'Οι θέσεις ελαστικών βλέπουν στον δρόμο.' },
  reviewUrl: null,
  // Nothing on towing or a courtesy car: who asks for one is answered by a person.
  answers: {
    bring: {
      text: {
        en: 'Only the key; the tyres too, if they are at home.',
        el: 'Μόνο το κλειδί· και τα ελαστικά, αν τα έχετε σπίτι.',
      },
      ...checked,
    },
    payment: { text: { en: 'Cash or card.', el: 'Μετρητά ή κάρτα.' }, ...checked },
    parking: {
      text: { en: 'Two places in front of the bays.', el: 'Δύο θέσεις μπροστά στο συνεργείο.' },
      ...checked,
    },
    warranty: {
      text: { en: 'Fitting has a warranty of 12 months.', el: 'Η τοποθέτηση έχει εγγύηση 12 μηνών.' },
      ...checked,
    },
    ownParts: {
      text: {
        en: 'Of course: we fit tyres that you bring, at the same price.',
        el: 'Βεβαίως: τοποθετούμε και ελαστικά που φέρνετε εσείς, στην ίδια τιμή.',
      },
      ...checked,
    },
  },
  hours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: null },
  closed: [
    {
      from: '2026-12-25',
      to: '2026-12-26',
      reason: { en: 'Christmas', el: 'Χριστούγεννα' },
    },
  ],
  halfDays: [],
  bays: [
    { id: 'T1', kinds: ['tyres'] },
    { id: 'T2', kinds: ['tyres'] },
  ],
  parking: 0,
  advisors: [
    {
      id: 'sofia',
      name: { en: 'Sofia', el: 'Σοφία' },
      role: 'manager',
      languages: ['el'],
      deskId: 5_000_011,
    },
  ],
  technicians: [
    { id: 'nik', name: { en: 'Nikos', el: 'Νίκος' }, skills: ['tyres'], shifts: allWeek },
    { id: 'ari', name: { en: 'Aris', el: 'Άρης' }, skills: ['tyres'], shifts: allWeek },
  ],
  services: [
    {
      id: 'tyres',
      row: { en: 'Tyre change · 45 min', el: 'Αλλαγή ελαστικών · 45΄' },
      name: { en: 'change of four tyres', el: 'αλλαγή τεσσάρων ελαστικών' },
      legs: [{ bay: 'tyres', minutes: 45 }],
      skill: 'tyres',
      mode: 'both',
      notice: 60,
      partsLeadDays: 0,
      days: 1,
      dropOffBy: null,
      booking: 'online',
      diagnostic: false,
      priceFrom: 3600,
      mileage: false,
      bring: null,
    },
  ],
  reports: {
    lamp: null,
    noise: null,
    leak: null,
    body: null,
    tyre: 'tyres',
    start: null,
    part: null,
    other: null,
  },
  canned: [...cannedAnswers],
  keep: { talkDays: 180, fileDays: 90, reportDays: 180 },
  rules: {
    slotStep: 15,
    buffer: 15,
    reception: 15,
    dropOffMargin: 60,
    waitMargin: 15,
    waitUpTo: 60,
    waitingAtOnce: 3,
    arrivalsPerHalfHour: 2,
    diagnosticsPerHalfDay: 2,
    sellableShare: 0.9,
    onlineShare: 0.9,
    horizonDays: 30,
    hold: 10,
    changeCutOff: 120,
    openBookingsPerPerson: 2,
    signAbove: null,
    quietHours: { from: '21:00', to: '09:00' },
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

/** A stage that deploys this station names this file (`infra/config.ts`). */
export const station: Station = loadStation(pylaiaTyres);
