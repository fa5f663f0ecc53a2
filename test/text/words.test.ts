import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { lexicon as el } from '#shared/text/el/lexicon.ts';
import { lexicon as en } from '#shared/text/en/lexicon.ts';
import { readings } from '#shared/text/plain.ts';
import { lexicon as ru } from '#shared/text/ru/lexicon.ts';
import { textFor } from '#shared/text/text.ts';
import { lexicon as uk } from '#shared/text/uk/lexicon.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { wordOf } from '#shared/text/words.ts';
import { samplePhrases } from './samples.ts';

const lexicons = { en, ru, uk, el };

describe('as people type them', () => {
  it.each([
    ['Θέλω να σας μιλήσω στο τηλέφωνο παρακαλώ', 'callback'],
    ['μπορούμε να τα πούμε τηλεφωνικά;', 'callback'],
    ['Can I talk to somebody by phone?', 'callback'],
    ['τι δουλειές θα κάνετε τελικά;', 'agreed'],
    ['τι θα κάνετε στο αμάξι μου;', 'agreed'],
    ['What are you doing to my car?', 'agreed'],
    ['remind me what I said yes to', 'agreed'],
    ['στείλτε μου το χαρτί με τη συμφωνία', 'document'],
    ['send me the paper', 'document'],
    ['καλά, ευχαριστώ πολύ παιδί μου', 'thanks'],
    ['παιδιά, τι συμφωνήσαμε;', 'agreed'],
  ])('by phone, and about what was agreed: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word);
  });

  it.each([
    ['Person', 'person'],
    ['talk to a person', 'person'],
    ['HUMAN PLEASE!!', 'person'],
    ['I want to talk to someone', 'person'],
    ['hi, operator please', 'person'],
    ['stop', 'stop'],
    ['STOP.', 'stop'],
    ['status?', 'status'],
    ['Where’s my car?', 'status'],
    ["where's my car", 'status'],
    ['is my car ready', 'status'],
    ['my booking', 'status'],
    ['menu', 'menu'],
    ['go back', 'back'],
    ['cancel', 'cancel'],
    ['cancel my appointment', 'cancel'],
    ['help', 'help'],
    ['what can you do?', 'help'],
    ['where are you', 'address'],
    ['Where are you located?', 'address'],
    ['opening hours', 'hours'],
    ['when do you close?', 'hours'],
    ['book', 'book'],
    ['I need an appointment', 'book'],
    ['hello, I need an oil change', 'book'],
    ['change language', 'language'],
    ['English please', 'language'],
    ['link', 'link'],
    ['connect my other messenger', 'link'],
    ['link WhatsApp', 'link'],
    ['yes please', 'yes'],
    ['no thanks', 'no'],
    ['skip', 'skip'],
  ])('English: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word);
  });

  it.each([
    ['человек', 'person'],
    ['Позовите человека', 'person'],
    ['ОПЕРАТОРА!', 'person'],
    ['дайте оператора, пожалуйста', 'person'],
    ['хочу поговорить с человеком', 'person'],
    ['здравствуйте, позовите мастера', 'person'],
    ['живой человек', 'person'],
    ['стоп', 'stop'],
    ['Стоп!', 'stop'],
    ['статус', 'status'],
    ['Что с моей машиной?', 'status'],
    ['машина готова?', 'status'],
    ['где моя машина', 'status'],
    ['моя запись', 'status'],
    ['а машина где?', 'status'],
    ['Где сейчас моя машина', 'status'],
    ['долго ещё?', 'status'],
    ['Сколько еще ждать?', 'status'],
    ['когда можно забрать машину?', 'status'],
    ['скоро будет готова?', 'status'],
    ['не хочу', 'no'],
    ['а довго ще?', 'status'],
    ['скільки ще чекати?', 'status'],
    ['коли забрати авто?', 'status'],
    ['не хочу, дякую', 'no'],
    ['how much longer?', 'status'],
    ['when can I pick up my car?', 'status'],
    ['πόση ώρα ακόμα;', 'status'],
    ['πότε μπορώ να το παραλάβω;', 'status'],
    ['меню', 'menu'],
    ['Назад', 'back'],
    ['отмена', 'cancel'],
    ['отмените запись', 'cancel'],
    ['помощь', 'help'],
    ['что ты умеешь?', 'help'],
    ['Адрес', 'address'],
    ['где вы находитесь?', 'address'],
    ['как к вам проехать', 'address'],
    ['режим работы', 'hours'],
    ['до скольки работаете?', 'hours'],
    ['вы сегодня работаете?', 'hours'],
    ['Записаться', 'book'],
    ['хочу записаться', 'book'],
    ['Хочу записаться на замену масла', 'book'],
    ['Добрый день, запишите меня на шиномонтаж', 'book'],
    ['Хочу записатися на заміну масла', 'book'],
    ['запишите меня на ТО', 'book'],
    ['сменить язык', 'language'],
    ['по-русски', 'language'],
    ['Связать!', 'link'],
    ['объединить чаты', 'link'],
    ['связать с ватсапом', 'link'],
    ['да, конечно', 'yes'],
    ['нет, спасибо', 'no'],
    ['пропустить', 'skip'],
  ])('Russian: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word);
  });

  it.each([
    ['людина', 'person'],
    ['Покличте людину', 'person'],
    ['оператор', 'person'],
    ["зв'язатися з оператором", 'person'],
    ['зв’яжіть з людиною', 'person'],
    ['мені потрібна людина, будь ласка', 'person'],
    ['стоп', 'stop'],
    ['відписатися', 'stop'],
    ['Що з авто?', 'status'],
    ['чи готове моє авто?', 'status'],
    ['мій запис', 'status'],
    ['головне меню', 'menu'],
    ['назад', 'back'],
    ['СКАСУВАТИ', 'cancel'],
    ['скасуйте візит', 'cancel'],
    ['допомога', 'help'],
    ['що ви вмієте?', 'help'],
    ['адреса', 'address'],
    ['як до вас доїхати?', 'address'],
    ['де ви знаходитесь', 'address'],
    ['графік роботи', 'hours'],
    ['Ви працюєте в суботу?', 'hours'],
    ['записатися', 'book'],
    ['запишіть мене', 'book'],
    ['хочу записатись на діагностику', 'book'],
    ['мова', 'language'],
    ['можна українською?', 'language'],
    ['пов’язати', 'link'],
    ["зв'язати месенджери", 'link'],
    ['обєднати чати', 'link'],
    ['так', 'yes'],
    ['ні, дякую', 'no'],
    ['пропустити', 'skip'],
  ])('Ukrainian: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word);
  });

  it.each([
    ['άνθρωπος', 'person'],
    ['ανθρωποσ', 'person'],
    ['ΥΠΕΥΘΥΝΟΣ', 'person'],
    ['θέλω να μιλήσω με υπεύθυνο', 'person'],
    ['Μίλα με σύμβουλο', 'person'],
    ['έναν άνθρωπο παρακαλώ', 'person'],
    ['στοπ', 'stop'],
    ['ΣΤΟΠ!', 'stop'],
    ['κατάσταση', 'status'],
    ['που βρισκεται;', 'status'],
    ['Πού είναι το αυτοκίνητό μου;', 'status'],
    ['είναι έτοιμο το αμάξι;', 'status'],
    ['πότε θα είναι έτοιμο το αυτοκίνητό μου;', 'status'],
    ['θα είναι έτοιμο σήμερα;', 'status'],
    ['ok and when will it be ready?', 'status'],
    ['Will my car be ready today?', 'status'],
    ['а когда она будет готова?', 'status'],
    ['сегодня будет готова?', 'status'],
    ['а коли буде готове?', 'status'],
    ['буде готова завтра?', 'status'],
    ['is it ready?', 'status'],
    ['Is the car ready?', 'status'],
    ['when will my car be ready?', 'status'],
    ['το ραντεβού μου', 'status'],
    ['μενού', 'menu'],
    ['πίσω', 'back'],
    ['ακύρωση', 'cancel'],
    ['θέλω να ακυρώσω', 'cancel'],
    ['βοήθεια', 'help'],
    ['διεύθυνση', 'address'],
    ['Πού είστε;', 'address'],
    ['πως ερχομαι', 'address'],
    ['το τηλέφωνό σας, παρακαλώ', 'address'],
    ['ωράριο', 'hours'],
    ['τι ώρα κλείνετε;', 'hours'],
    ['είστε ανοιχτά σήμερα;', 'hours'],
    ['ραντεβού', 'book'],
    ['Γεια σας, ραντεβού για φρένα', 'book'],
    ['θέλω να αλλάξω λάδια', 'book'],
    ['χρειάζομαι σέρβις', 'book'],
    ['Κλείστε ραντεβού', 'book'],
    ['θα ήθελα ένα ραντεβού', 'book'],
    ['radevou', 'book'],
    ['γλώσσα', 'language'],
    ['Σύνδεση', 'link'],
    ['συνδεση εφαρμογων', 'link'],
    ['syndesi', 'link'],
    ['ναι', 'yes'],
    ['όχι, ευχαριστώ', 'no'],
    ['παράλειψη', 'skip'],
  ])('Greek: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word);
  });
});

describe('labels of buttons typed by hand', () => {
  it.each([
    ['labelBook', 'book'],
    ['labelStatus', 'status'],
    ['labelPerson', 'person'],
    ['labelAddress', 'address'],
    ['labelHours', 'hours'],
    ['labelLanguage', 'language'],
    ['labelMenu', 'menu'],
    ['labelBack', 'back'],
    ['labelSkip', 'skip'],
    ['labelCancelVisit', 'cancel'],
    ['labelConsentYes', 'yes'],
    ['labelYesMove', 'yes'],
    ['labelComing', 'yes'],
    ['labelLink', 'link'],
    ['labelLinkYes', 'yes'],
    ['labelLinkNo', 'no'],
    ['labelConsentAsk', 'no'],
    ['labelKeepTime', 'no'],
    ['labelBookDiagnostics', 'book'],
    ['commandBook', 'book'],
    ['commandStatus', 'status'],
    ['commandPerson', 'person'],
    ['commandLink', 'link'],
  ] as const)('%s means "%s" in every language', (key, word) => {
    for (const language of languages) {
      for (const label of samplePhrases(key)) {
        const said = textFor(language, station).say(label);
        expect(wordOf(said), said).toBe(word);
      }
    }
  });

  it('every word that a text tells people to write does what it says', () => {
    const promises = [
      'greeting',
      'help',
      'helpInStep',
      'locationReceived',
      'noVisits',
      'askConsent',
      'consentYes',
      'consentNo',
      'whatIsStored',
      'hintSkip',
      'linkDeclined',
      'linkWrongCode',
    ] as const;
    for (const language of languages) {
      for (const key of promises) {
        const said = textFor(language, { ...station, name: { el: 'X' } }).say({ key, args: {} });
        const quoted = [...said.matchAll(/[«“]([^»”]+)[»”]/g)]
          .map(([, word = '']) => word)
          .filter((word) => word !== 'X');
        expect(quoted.length, said).toBeGreaterThan(0);
        // An example of a whole wish is understood as one.
        const meant = (word: string) => wordOf(word) ?? understoodOf(word, station, null);
        for (const word of quoted) expect(meant(word), `${language} ${key}: ${word}`).not.toBeNull();
      }
    }
  });
});

describe('the lexicons', () => {
  const all = Object.values(lexicons).flatMap(({ words }) =>
    Object.entries(words).flatMap(([word, patterns]) =>
      patterns.flatMap(readings).map((said) => ({ word, said })),
    ),
  );

  it('never give one phrase two meanings, in whatever language', () => {
    const meanings = Map.groupBy(all, ({ said }) => said);
    const torn = [...meanings].filter(([, found]) => new Set(found.map(({ word }) => word)).size > 1);
    expect(torn.map(([said]) => said)).toEqual([]);
  });

  it('hold short phrases only, so that no sentence becomes a command', () => {
    expect(all.filter(({ said }) => said === '' || said.split(' ').length > 7 || said.length > 60)).toEqual(
      [],
    );
  });

  it('are found whatever the case, the accents, the punctuation and the courtesy', () => {
    const disguise = fc.constantFrom<(said: string) => string>(
      (said) => said.toUpperCase(),
      (said) => `${said}!!!`,
      (said) => `  ${said.replaceAll(' ', '   ')}?`,
      (said) => said.normalize('NFD'),
      (said) => `«${said}»`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), disguise, ({ word, said }, worn) => {
        expect(wordOf(worn(said))).toBe(word);
      }),
    );
    // A greeting and a thank-you are courtesies themselves: which of two is meant makes no difference.
    const polite = all.filter(({ word }) => word !== 'stop' && word !== 'hello' && word !== 'thanks');
    fc.assert(
      fc.property(
        fc.constantFrom(...polite),
        fc.constantFrom('please', 'пожалуйста', 'будь ласка', 'παρακαλώ'),
        ({ word, said }, courtesy) => {
          expect(wordOf(`${said}, ${courtesy}`)).toBe(word);
        },
      ),
    );
  });

  it('take ё for е and ґ for г, as phones type them', () => {
    expect(wordOf('отменить всё')).toBe('cancel');
    expect(wordOf('отменить все')).toBe('cancel');
    expect(wordOf('ґрафік роботи')).toBe('hours');
  });
});
