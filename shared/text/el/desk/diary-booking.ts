import type { BookingRule, DiaryBookingKey, OverrideReason } from '#shared/domain/phrases/diary-booking.ts';
import { offeredTimes, readyWays, who } from '../../diary-line.ts';
import type { Texts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const diaryBooking: Texts<DiaryBookingKey> = {
  diaryAskWork: ({ name, chosen }, f) =>
    chosen.length > 0
      ? `Έχετε διαλέξει: ${f.services(chosen)}. Κάτι ακόμη;`
      : f.about(who(name), 'ποια εργασία;'),
  diaryAskCar: ({ name }, f) => f.about(who(name), 'ποιο όχημα;'),
  diaryTimes: ({ aim, name, car, services, from, odd }, f) =>
    lines(
      `${f.about(who(name, car), f.services(services))}.`,
      from !== null && `Τώρα: ${f.dayTime(from)}`,
      aim === 'offer' ? 'Να σταλούν αυτές οι ώρες; Ο πελάτης δεν βλέπει τίποτα ακόμη.' : 'Ποια ώρα;',
      odd && 'Με «!» όσες δεν θα δεχόταν το online ραντεβού.',
    ),
  diaryAskDay: ({ name }, f) => f.about(who(name), 'ποια μέρα;'),
  diaryNoTimes: ({ services }, f) =>
    `Δεν υπάρχει ελεύθερη ώρα τις επόμενες μέρες: ${f.services(services)}. Μπορείτε να γράψετε εσείς την ώρα: /book oil αύριο 10:00`,
  diaryConfirm: ({ aim, name, phone, car, services, start, bay, technician, left, waits }, f) =>
    lines(
      `${aim === 'move' ? 'Μεταφορά' : 'Ραντεβού'}: ${f.dayTime(start)};`,
      `${f.about([who(name, car), phone].filter(Boolean).join(', '), f.services(services))}.`,
      [bay, technician && f.person(technician)].filter(Boolean).join(', '),
      readyWays(start, { left, waits }, { left: 'Αν το αφήσει: έτοιμο', waits: 'Αν περιμένει: έτοιμο' }, f),
    ),
  diaryOdd: ({ rule }) => `Το online ραντεβού δεν θα το δεχόταν: ${rules[rule]}.`,
  diaryAskReason: ({ rule }) =>
    `Το online ραντεβού δεν θα το δεχόταν: ${rules[rule]}. Για ποιον λόγο το κλείνουμε;`,
  diaryTight: ({ start, rule, squeezed }, f) =>
    lines(
      `${f.dayTime(start)} δεν γίνεται: ${rules[rule]}.`,
      squeezed && 'Ελεύθερες ώρες παρακάτω, ή χωρέστε το με έναν λόγο.',
    ),
  diaryPastTime: ({ start }, f) => `${f.dayTime(start)}: έχει περάσει. Γράψτε μια επόμενη ώρα.`,
  diaryDone: ({ what, by, name, car, services, start, ref, told }, f) =>
    lines(
      `${done[what]} (${f.person(by)}): ${f.dayTime(start)}, αρ. ${ref}`,
      `${f.about(who(name, car), f.services(services))}.`,
      told === 'message' && 'Στάλθηκε μήνυμα στον πελάτη.',
      told === 'call' && 'Δεν στάλθηκε μήνυμα: πάρτε τηλέφωνο τον πελάτη.',
    ),
  diaryOverride: ({ by, rule, reason }, f) =>
    `Εκτός κανόνων online ραντεβού (${rules[rule]}), λόγος: ${reasons[reason]}. ${f.person(by)}`,
  diaryAskCancel: ({ name, car, services, start, tells }, f) =>
    lines(
      `Ακύρωση του ραντεβού ${f.dayTime(start)};`,
      `${f.about(who(name, car), f.services(services))}.`,
      tells && 'Ο πελάτης ενημερώνεται την ίδια στιγμή.',
    ),
  diaryOffered: ({ by, name, car, services, starts }, f) =>
    lines(
      `Προτάθηκαν (${f.person(by)}): ${offeredTimes(starts, f)}.`,
      `${f.about(who(name, car), f.services(services))}.`,
      'Με ένα πάτημα του πελάτη η ώρα κρατιέται, με το επόμενο κλείνει.',
    ),
  diaryWhichVisit: ({ name }, f) => f.about(who(name), 'ποιο ραντεβού;'),
  diaryNoVisits: ({ name }, f) => f.about(who(name), 'δεν υπάρχει ραντεβού.'),
  diaryVisitGone: () => 'Αυτό το ραντεβού δεν υπάρχει πια στο ημερολόγιο.',
  diarySlotGone: () => 'Αυτή η ώρα μόλις κλείστηκε· όλα τα υπόλοιπα μένουν.',

  diaryNoWork: ({ word, example }) =>
    lines(
      word === '' ? 'Ποια εργασία;' : `Δεν υπάρχει εργασία «${excerpt(word, 60)}».`,
      `Παράδειγμα: ${example}`,
    ),
  diaryWhichWork: ({ word }) => `Ποια εργασία εννοείτε με το «${excerpt(word, 60)}»;`,
  diaryOddWords: ({ word, example }) =>
    lines(`Δεν καταλαβαίνω το «${excerpt(word, 60)}», οπότε δεν άλλαξε τίποτα.`, `Παράδειγμα: ${example}`),
  diaryNoName: ({ example }) => lines('Για ποιον; Αρκεί ένα όνομα ή τηλέφωνο.', `Παράδειγμα: ${example}`),
  diaryInTopic: () => 'Γράψτε το στο θέμα του πελάτη, ή ανοίξτε /day και πατήστε το ραντεβού.',
  diaryNoMessenger: ({ name, phone }, f) =>
    `${f.about(who(name), 'δεν υπάρχει εφαρμογή για μήνυμα.')}${phone && ` Τηλέφωνο: ${phone}`}`,

  diaryByAdvisor: ({ advisor, what }, f) => `${forYou[what]} (${f.person(advisor)}).`,
  diaryOffer: ({ advisor, car, services }, f) =>
    lines(
      `${f.about(car, f.services(services))}.`,
      `Ελεύθερες ώρες που σας προτείνουμε (${f.person(advisor)}). Ποια σας βολεύει;`,
    ),
  diaryOfferMove: ({ advisor, car, start }, f) =>
    lines(
      f.about(car, `το ραντεβού σας ${f.dayTime(start)}.`),
      `Κάτι άλλαξε στο συνεργείο μας και σας προτείνουμε άλλη ώρα (${f.person(advisor)}). Ώσπου να διαλέξετε, η δική σας μένει. Ποια σας βολεύει;`,
    ),

  diaryLabelTime: ({ start, odd }, f) => `${odd ? '! ' : ''}${f.slot(start)}`,
  diaryLabelVisit: ({ start, name }, f) => shorten(`${f.time(start)} ${name}`.trim(), 20),
  diaryLabelSend: () => 'Αποστολή ωρών',
  diaryLabelLeaves: () => 'Αφήνει το όχημα',
  diaryLabelWaits: () => 'Περιμένει εδώ',
  diaryLabelReason: ({ reason }) => reasonLabels[reason],
  diaryLabelAnyway: () => 'Να χωρέσει',
  diaryLabelNoCar: () => 'Άγνωστο όχημα',
  diaryLabelMove: () => 'Μεταφορά ραντεβού',
  diaryLabelCancel: () => 'Ακύρωση ραντεβού',
  diaryLabelKeep: () => 'Να μείνει',
  diaryLabelOtherTimes: () => 'Πρόταση άλλης ώρας',
  diaryLabelAgain: () => 'Νέο ραντεβού',
};

const done = { booked: 'Κλείστηκε', moved: 'Μεταφέρθηκε', cancelled: 'Ακυρώθηκε' } as const;

const forYou = {
  booked: 'Το κανονίσαμε για εσάς',
  moved: 'Μεταφέραμε το ραντεβού σας',
  cancelled: 'Ακυρώσαμε το ραντεβού σας',
} as const;

const rules: Readonly<Record<BookingRule, string>> = {
  notice: 'δεν μένει αρκετός χρόνος ως τότε',
  horizon: 'είναι πολύ μακριά',
  online: 'η εργασία δεν κλείνεται online',
  limits: 'η μέρα δεν έχει άλλες τέτοιες θέσεις',
  closed: 'το συνεργείο είναι κλειστό',
  weekday: 'η εργασία δεν γίνεται αυτή τη μέρα',
  hours: 'η εργασία δεν τελειώνει πριν κλείσουμε',
  room: 'δεν υπάρχει ελεύθερη θέση με τεχνικό',
  together: 'οι εργασίες δεν χωρούν σε ένα ραντεβού',
  way: 'η εργασία δεν γίνεται με αυτόν τον τρόπο',
};

const reasons: Readonly<Record<OverrideReason, string>> = {
  agreed: 'συμφωνία στο τηλέφωνο',
  urgent: 'επείγον',
  regular: 'τακτικός πελάτης',
  here: 'είναι ήδη εδώ',
  other: 'άλλος',
};

const reasonLabels: Readonly<Record<OverrideReason, string>> = {
  agreed: 'Από τηλεφώνου',
  urgent: 'Επείγον',
  regular: 'Τακτικός πελάτης',
  here: 'Είναι ήδη εδώ',
  other: 'Άλλος λόγος',
};
