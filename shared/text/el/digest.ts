import { channelName } from '../channel-names.ts';
import type { GroupTexts } from '../dictionary.ts';
import { about, counts, dollars, listed, total, was } from '../digest-line.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';
import { alarmTitles } from './desk/alarm.ts';
import { topicNames } from './topics.ts';

export const digest: GroupTexts<'digest'> = {
  digestTitle: ({ unit, from, to, whole }, f) =>
    lines(
      whole
        ? `${units[unit].name}: ${f.day(from)} – ${f.day(to)}`
        : `${units[unit].soFar}: ${f.day(from)} – ${f.day(to)}`,
      whole ? `Σε παρένθεση ${units[unit].before}` : `Σε παρένθεση οι ίδιες μέρες ${units[unit].ago}`,
    ),
  digestNothing: ({ from, to }, f) =>
    `Τίποτα ακόμη: ${f.day(from)} – ${f.day(to)} δεν έγραψε κανείς και δεν τελείωσε καμία επίσκεψη.`,
  digestAnswers: ({ count, took, was: before }, f) =>
    took === null
      ? `Πρώτη απάντηση ανθρώπου: ${f.plural(count, { one: '# απάντηση', other: '# απαντήσεις' })}, πολύ λίγες για να μετρηθεί η ταχύτητα.`
      : `Πρώτη απάντηση ανθρώπου: οι μισές μέσα σε ${f.duration(took.half)}, οι εννέα στις δέκα μέσα σε ${f.duration(took.most)}${was(before && `${f.duration(before.half)}, ${f.duration(before.most)}`)}.`,
  digestTalks: ({ people, was: before, alone, aloneWas, channels }, f) =>
    lines(
      `Μας έγραψαν: ${counts(people, before)}.${alone === null ? '' : ` Εξυπηρετήθηκαν χωρίς άνθρωπο: ${f.percent(alone)}${was(aloneWas === null ? null : f.percent(aloneWas))}.`}`,
      channels.length > 1 &&
        `${channels.map(({ channel, percent }) => `${channelName(channel)} ${f.percent(percent)}`).join(', ')}.`,
    ),
  digestOpen: ({ waiting, minutes, missed, missedWas, topics }, f) =>
    lines(
      waiting === 0
        ? 'Κανείς δεν περιμένει απάντηση τώρα.'
        : `Περιμένουν απάντηση τώρα: ${waiting}, ο πρώτος εδώ και ${f.duration(minutes)}.`,
      missed + missedWas > 0 &&
        `Δεν κατάλαβε το bot: ${counts(missed, missedWas)}${about(topics, topicNames)}.`,
    ),
  digestAsked: ({ topics, alone, was: before, unhelped }, f) =>
    lines(
      topics.length > 0 && `Ρώτησαν: ${listed(topics, topicNames)}.`,
      alone !== null &&
        `Απάντησε το bot, χωρίς άνθρωπο: ${f.percent(alone)}${was(before === null ? null : f.percent(before))}.`,
      unhelped.length > 0 && `Δεν βοήθησε η απάντηση: ${listed(unhelped, topicNames)}.`,
    ),
  digestVisits: ({ booked, bookedWas, byDesk, byWords, done, noShow, noShowWas }) =>
    lines(
      `Ραντεβού: ${counts(booked, bookedWas)}${byDesk > 0 ? `, από αυτά στη ρεσεψιόν ${byDesk}` : ''}${byWords > 0 ? `, με δικά τους λόγια ${byWords}` : ''}.`,
      `Επισκέψεις που έγιναν: ${done}. Δεν ήρθαν: ${counts(noShow, noShowWas)}.`,
    ),
  digestPromises: ({ kept, moved, passed, percent, was: before, reason }, f) =>
    lines(
      `Έτοιμα στην ώρα που είπαμε: ${kept} από ${kept + moved + passed}${percent === null ? '' : `, ${f.percent(percent)}${was(before === null ? null : f.percent(before))}`}.`,
      moved + passed > 0 &&
        `Άλλαξε η ώρα και το είπαμε έγκαιρα: ${moved}. Πέρασε χωρίς να το πούμε: ${passed}.${reason === null ? '' : ` Συχνότερα: ${delays[reason]}.`}`,
    ),
  digestRatings: ({ good, soso, bad, percent, was: before, reasons }, f) =>
    lines(
      `Πώς πήγε: καλά ${good}, έτσι κι έτσι ${soso}, άσχημα ${bad}.${percent === null ? '' : ` Καλά: ${f.percent(percent)}${was(before === null ? null : f.percent(before))}.`}`,
      reasons.length > 0 &&
        `Τι δεν άρεσε: ${reasons.map(({ reason, count }) => `${faults[reason]} ${count}`).join(', ')}.`,
    ),
  digestAlarms: ({ alarms }) =>
    `Προειδοποιήσεις της γραμμής: ${alarms.map(({ name, count }) => `«${alarmTitles[name]}» ×${count}`).join(', ')}.`,
  digestTone: ({ all, sent, was: before }) =>
    `Απαντήσεις που κρατήθηκαν για τον τόνο τους: ${counts(all, before)}${all > 0 ? `, στάλθηκαν παρ’ όλα αυτά: ${sent}` : ''}.`,
  digestModel: ({ asked, understood, micros, was: before }) =>
    `Γλωσσικό μοντέλο: ερωτήσεις ${counts(asked, before)}, κατανόησε ${understood}. Κόστισε περίπου ${dollars(micros, ',')}, που μετρά στο AWS παρακάτω.`,
  digestCost: ({ channels, aws, was: before }) =>
    lines(
      channels.length > 0 &&
        `Μηνύματα: ${channels.map(({ channel, count, notices, micros }) => `${channelName(channel)} ${micros === 0 ? 'περίπου ' : ''}${count}${notices > 0 ? ` (έτοιμα ${notices})` : ''}, ${micros === 0 ? 'δωρεάν' : `περίπου ${dollars(micros, ',')}`}`).join('· ')}.`,
      `Μαζί με το AWS (${dollars(aws, ',')}) είναι περίπου ${dollars(total(channels, aws), ',')} (${dollars(before, ',')}).`,
    ),
  digestBadPeriod: ({ word, week, month }) =>
    `Το «${excerpt(word, 40)}» δεν είναι εβδομάδα ή μήνας που έχει αρχίσει. Η εβδομάδα γράφεται ${week}, ο μήνας ${month}, και σκέτο /report δείχνει αυτή την εβδομάδα.`,
  digestNoPicture: () => 'Η εικόνα δεν έγινε αυτή τη φορά· τα νούμερα πιο πάνω είναι πλήρη.',
  digestHelp: () =>
    'Τα νούμερα για τον ιδιοκτήτη: /report. Ένας μήνας σε πίνακες: /export. Οι θέσεις ως ημερολόγιο: /feed.',

  digestPicture: ({ unit, count }, f) =>
    f.plural(
      count,
      unit === 'week'
        ? { one: 'Η τελευταία # εβδομάδα', other: 'Οι τελευταίες # εβδομάδες' }
        : { one: 'Ο τελευταίος # μήνας', other: 'Οι τελευταίοι # μήνες' },
    ),
  digestChart: ({ of }) => titles[of],
  digestSeries: ({ series }) => names[series],
  digestNoData: ({ why }) => (why === 'none' ? 'ήρθαν όλοι' : 'ακόμη λίγα στοιχεία'),
};

const units = {
  week: {
    name: 'Η εβδομάδα',
    soFar: 'Αυτή η εβδομάδα ως τώρα',
    before: 'η προηγούμενη',
    ago: 'μία εβδομάδα πριν',
  },
  month: {
    name: 'Ο μήνας',
    soFar: 'Αυτός ο μήνας ως τώρα',
    before: 'ο προηγούμενος',
    ago: 'έναν μήνα πριν',
  },
} as const;

const delays = {
  parts: 'ανταλλακτικά',
  found: 'βρέθηκε και κάτι άλλο',
  answer: 'η απάντηση του πελάτη',
  queue: 'δουλειές πριν από αυτή',
  test: 'δοκιμή στον δρόμο',
  longer: 'χωρίς λόγο',
} as const;

const faults = {
  price: 'η τιμή',
  time: 'ο χρόνος',
  quality: 'η δουλειά',
  talk: 'η επικοινωνία',
  other: 'κάτι άλλο',
} as const;

const titles = {
  answers: 'Πρώτη απάντηση, λεπτά',
  ratings: 'Πώς πήγε',
  promises: 'Έτοιμα στην ώρα τους',
  channels: 'Ποιοι έγραψαν, ανά εφαρμογή',
  noShows: 'Δεν ήρθαν',
  cost: 'Μηνύματα και AWS, $',
} as const;

const names = {
  half: 'οι μισές',
  most: 'εννέα στις δέκα',
  good: 'καλά',
  soso: 'έτσι κι έτσι',
  bad: 'άσχημα',
  kept: 'στην ώρα',
  moved: 'άλλαξε ώρα',
  passed: 'πέρασε',
} as const;
