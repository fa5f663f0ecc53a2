import type { AlarmName } from '#shared/domain/alarm.ts';
import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';

export const alarm: GroupTexts<'alarm'> = {
  alarmBegan: ({ name, at }, f) => lines(`Προσοχή, ${f.dayTime(at)}: ${alarmTitles[name]}.`, todo[name]),
  alarmOver: ({ name, at }, f) => `${f.dayTime(at)}: όλα καλά πάλι. Ήταν: «${alarmTitles[name]}».`,
  alarmLabelRunbook: () => 'Τι να κάνετε',
};

/** What is wrong, in a few words. */
export const alarmTitles: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Κάποια μηνύματα δεν προχώρησαν',
  oldestMessage: 'Τα μηνύματα περιμένουν πολλή ώρα',
  webhookErrors: 'Οι εφαρμογές δεν μας παραδίδουν μηνύματα',
  accountRefused: 'Μια εφαρμογή μηνυμάτων δεν δέχεται τον λογαριασμό μας',
  promiseBroken: 'Μια υπόσχεση δεν τηρήθηκε',
  unanswered: 'Κάποιος περιμένει πολλή ώρα απάντηση',
  dollarsADay: 'Η ημέρα κοστίζει περισσότερο από το όριο',
  tickStopped: 'Το ρολόι της γραμμής έχει σταματήσει',
  functionErrors: 'Η γραμμή αποτυγχάνει ξανά και ξανά',
};

/** What the people at the desk do meanwhile; how it is mended stands in the runbook. */
const todo: Readonly<Record<AlarmName, string>> = {
  deadLetters: 'Έχουν φυλαχτεί. Ενημερώστε, παρακαλώ, όποιον φροντίζει το σύστημα.',
  oldestMessage: 'Οι απαντήσεις αργούν. Κανονίστε τα επείγοντα από το τηλέφωνο.',
  webhookErrors: 'Τα νέα ίσως αργήσουν, αλλά δεν χάνονται. Κανονίστε τα επείγοντα από το τηλέφωνο.',
  accountRefused: 'Ό,τι γράφουμε εκεί περιμένει. Τηλεφωνήστε σε όσους πρέπει να μάθουν κάτι σήμερα.',
  promiseBroken: 'Ποια, φαίνεται στο θέμα του αυτοκινήτου. Γράψτε, παρακαλώ, στον ιδιοκτήτη.',
  unanswered: 'Ποιος είναι, το δείχνει το /open. Απαντήστε του, παρακαλώ.',
  dollarsADay: 'Όλα λειτουργούν. Όποιος πληρώνει ας δει πού πήγαν τα χρήματα.',
  tickStopped:
    'Δεν φεύγουν υπενθυμίσεις και κανείς δεν ελέγχει τις υποσχέσεις. Ώσπου να φτιάξει, το /day δείχνει τι έχει σήμερα.',
  functionErrors: 'Οι απαντήσεις αργούν ή δεν έρχονται. Κανονίστε τα επείγοντα από το τηλέφωνο.',
};
