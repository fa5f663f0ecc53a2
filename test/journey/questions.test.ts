import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { deskTexts, people, recordsOf } from './people.ts';

/** What a station is asked every day, as people write it, from the webhook to the answer on their phone. */

const asked = {
  en: [
    [
      'how much is an oil change and how long does it take?',
      'Oil and filter change: from 65 €, about 45 min.\nYou can wait here or leave the car. Whatever costs more is agreed with you first.',
    ],
    ['where can I park?', 'There are six places in the yard; stop at the desk first.'],
    ['are you open on 25 dec', 'Fri 25 Dec: closed (Christmas). We open again on Mon 28 Dec at 08:30.'],
    ['can I bring my own oil?', /^Yes, bring your own parts or oil/],
    ['do you do wheel alignment?', /^Yes, we do that: wheel alignment, from 50 €, about 1 h\./],
  ],
  ru: [
    [
      'Сколько стоит замена масла и сколько ждать?',
      'Замена масла и фильтра: от 65 €, около 45 мин.\nМожно подождать у нас или оставить машину. Всё, что дороже, сначала согласуем с вами.',
    ],
    ['где припарковаться?', 'Во дворе шесть мест; сначала остановитесь у стойки.'],
    [
      'вы работаете 25 декабря?',
      'Пт 25 декабря: закрыто (Рождество). Снова откроемся пн 28 декабря в 08:30.',
    ],
    ['можно со своим маслом?', /^Можно и со своими запчастями или маслом/],
    ['делаете развал?', /^Да, делаем: развал-схождение, от 50 €, около 1 ч\./],
  ],
  uk: [
    [
      'Скільки коштує заміна масла і скільки чекати?',
      'Заміна масла й фільтра: від 65 €, близько 45 хв.\nМожна зачекати в нас або залишити авто. Усе, що дорожче, спершу погодимо з вами.',
    ],
    ['де припаркуватися?', 'У дворі шість місць; спершу зупиніться біля стійки.'],
    ['ви працюєте 25 грудня?', 'Пт 25 грудня: зачинено (Різдво). Знову відчинимося пн 28 грудня о 08:30.'],
    ['чи можна зі своїм маслом', /^Можна і зі своїми запчастинами чи маслом/],
    ['робите розвал?', /^Так, робимо: розвал-сходження, від 50 €, близько 1 год\./],
  ],
  el: [
    [
      'Πόσο κοστίζει η αλλαγή λαδιών και πόση ώρα παίρνει;',
      'Αλλαγή λαδιών και φίλτρου: από 65 €, περίπου 45 λεπτά.\nΜπορείτε να περιμένετε εδώ ή να αφήσετε το όχημα. Ό,τι κοστίζει παραπάνω το συμφωνούμε πρώτα μαζί σας.',
    ],
    ['Πού να παρκάρω;', 'Υπάρχουν έξι θέσεις στην αυλή· σταματήστε πρώτα στην υποδοχή.'],
    [
      'είστε ανοιχτά στις 25 Δεκεμβρίου;',
      'Παρ 25 Δεκ: κλειστά (Χριστούγεννα). Ανοίγουμε ξανά Δευ 28 Δεκ στις 08:30.',
    ],
    ['μπορώ να φέρω δικά μου λάδια;', /^Ναι, μπορείτε να φέρετε δικά σας ανταλλακτικά ή λάδια/],
    ['κάνετε ευθυγράμμιση;', /^Ναι, το κάνουμε: ευθυγράμμιση τροχών, από 50 €, περίπου 1 ώρα\./],
  ],
} as const;

/** Where a messenger has no buttons that open a page, the address stands below. */
const mapLine = /\n\n[^\n]+: https:\S+$/;

describe.each(['telegram', 'whatsapp'] as const)('routine questions on %s', (messenger) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ messenger });
  });
  afterEach(() => rig.close());

  const asks = async (text: string, person: Person) => {
    await rig.says(text, person);
    await rig.settle();
  };

  it.each(languages)('are answered at once in %s, each with at most three ways on', async (language) => {
    const person = people[language];
    await rig.command('/start', person);
    for (const [question, answer] of asked[language]) {
      await asks(question, person);
      const { text: shown, buttons } = rig.last(person);
      const text = shown.replace(mapLine, '');
      if (typeof answer === 'string') expect(text).toBe(answer);
      else expect(text).toMatch(answer);
      expect(buttons.length, question).toBeLessThanOrEqual(3);
      expect(buttons.map((button) => button.text)).toContain(
        words(language, phrase('questionLabelUnhelped')),
      );
    }
  });

  it.each(languages)('lead to the very work in %s, and leave a booking where it was', async (language) => {
    const person = people[language];
    const label = (key: 'questionLabelUnhelped' | 'labelContinue') => words(language, phrase(key));
    await rig.command('/start', person);
    await asks(asked[language][0][0], person);
    const book = textFor(language, station).say(phrase('questionLabelBook', { services: ['oil'] }));
    await rig.taps(book, person);
    await rig.settle();
    const before = (await recordsOf(rig, messenger).conversation(person)).flow;
    expect(before).toMatchObject({ name: 'book', state: { draft: { services: ['oil'] } } });
    await asks(asked[language][1][0], person);
    expect((await recordsOf(rig, messenger).conversation(person)).flow).toEqual(before);
    await rig.taps(label('labelContinue'), person);
    await rig.settle();
    expect((await recordsOf(rig, messenger).conversation(person)).flow).toMatchObject({
      name: 'book',
      state: { draft: { services: ['oil'] } },
    });
  });

  it.each(languages)('that were no help are read by a person, asked in %s', async (language) => {
    const person = people[language];
    await rig.command('/start', person);
    await asks(asked[language][1][0], person);
    await rig.taps(words(language, phrase('questionLabelUnhelped')), person);
    await rig.calm();
    expect(rig.last(person).buttons.map(({ text }) => text)).toContain(
      words(language, phrase('caseLabelCallMe')),
    );
    expect(deskTexts(rig).some((text) => /Asks about: parking\./.test(text))).toBe(true);
  });
});
