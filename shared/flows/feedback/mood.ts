import { matchesIn, type Patterns, patternsOf, readable, without } from '#shared/domain/pattern.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import type { Mark } from '#shared/domain/visit/rating.ts';

/**
 * What short words or an emoji say of a visit, right after it was asked how it was. Anything else (`null`) is no mark: a question,
 * a story, something of its own.
 */

/** Longer than this it is a story: a person reads it, nobody guesses a mark from it. In words. */
const mostWords = 12;

/** Bad words that say something good; they are taken out before the bad ones are looked for. */
const mild = patternsOf(`
  not (too|so|that|) bad
  (nothing|no|without|zero) (bad|complaint*|problem*|issue*)
  cant complain
  неплохо
  не плохо
  (без|нет|никаких) (~|) (нареканий|жалоб|проблем|претензий)
  непогано
  не погано
  (без|немае|жодних) (~|) (нарікань|скарг|проблем|претензий)
  (καθολου|οχι|δεν ~) (ασχημα|κακα|ασχημο|κακο)
  (χωρις|κανενα|κανεν) (~|) (παραπονο|παραπονα|προβλημα|προβληματα)
`);

const soso = patternsOf(`
  so so
  soso
  meh
  average
  mediocre
  (could|should) (be|have been) better
  not (so|very|too|that|really|all|particularly) (good|great|happy|well)
  not great
  так себе
  средне
  средненько
  не очень
  не совсем
  не все (хорошо|гладко|понравил*)
  (могло|можно|мог) (~|) (быть|) лучше
  так собі
  середньо
  посередньо
  не дуже
  не зовсім
  не все (добре|гладко|сподобал*)
  (могло|можна|міг) (~|) (бути|) краще
  ετσι (κι|και|κ) ετσι
  μετρια
  μετριο
  μετριοτατ*
  οχι (και|) (πολυ|τοσο|ακριβως) (καλα|καλη|ευχαριστ*|)
  (θα|) μπορουσε (~|) καλυτερα
`);

const bad = patternsOf(`
  (not|isnt|wasnt|arent|werent|didnt|dont|no|never|nothing) (~|) (good|happy|satisfied|pleased|well|ok|okay|fine|like*)
  bad
  badly
  terrible
  terribly
  awful
  horrible
  poor
  worst
  disappoint*
  unhappy
  dissatisfied
  unsatisfied
  disgusting
  nightmare
  never again
  не (понравил*|доволен|довольна|довольны|хорошо|устроил*|рад|рада)
  нехорошо
  плохо
  плохой
  ужасн*
  ужас
  отвратительн*
  кошмар*
  недовол*
  разочаров*
  хуже некуда
  не (сподобал*|задовол*|добре|влаштувал*)
  недобре
  погано
  поганий
  жахлив*
  жах
  незадовол*
  розчаров*
  (οχι|δεν|μη) (~|) (καλα|καλο|καλη|ευχαριστ*|ικανοποι*|αρεσε*)
  ασχημ*
  απαισι*
  τραγικ*
  χαλια
  κακο
  κακη
  κακα
  δυσαρεστ*
  απογοητευ*
`);

const good = patternsOf(`
  good
  great
  fine
  well
  perfect
  perfectly
  excellent
  super
  awesome
  amazing
  ok
  okay
  nice
  happy
  satisfied
  pleased
  liked
  love*
  top
  хорошо
  отлично
  отличн*
  супер
  прекрасно
  замечательно
  норм
  нормально
  класс
  классно
  доволен
  довольна
  довольны
  понравил*
  порядок
  (в|все) порядке
  ок
  окей
  огонь
  добре
  чудово
  відмінно
  гарно
  класно
  задовол*
  сподобал*
  (в|у|все) порядку
  καλα
  καλο
  καλη
  ωραια
  ωραιο
  τελεια
  τελειο
  αψογα
  αψογ*
  υπεροχ*
  σουπερ
  εξαιρετικ*
  ευχαριστημεν*
  ικανοποιημεν*
  μια χαρα
  οκ
  κομπλε
`);

/** Faces and thumbs; a skin colour behind them changes nothing. */
const signs: Readonly<Record<Mark, RegExp>> = {
  good: /👍|👌|😊|🙂|😀|😃|😁|😍|🥰|🔥|👏|🙏|⭐|🌟|❤|💯|🤝|✅/u,
  soso: /😐|😑|😕|🤷|😶|🫤/u,
  bad: /👎|😠|😡|😞|😟|☹|🙁|😢|😭|🤬|😤|💩|😒/u,
};

export function moodOf(text: string): Mark | null {
  const sentences = sentencesOf(text);
  if (sentences.some(({ asks }) => asks) || text.split(/\s+/u).length > mostWords) return null;
  const said = readable(sentences.flatMap(({ clauses }) => clauses));
  const [isMild, first] = taken(said, mild);
  const [isSoso, second] = taken(first, soso);
  const [isBad, third] = taken(second, bad);
  const [isGood] = taken(third, good);
  return judged({
    good: isGood || isMild || signs.good.test(text),
    soso: isSoso || signs.soso.test(text),
    bad: isBad || signs.bad.test(text),
  });
}

/** Good and bad at once is neither. */
function judged(heard: Readonly<Record<Mark, boolean>>): Mark | null {
  if (heard.bad) return heard.good ? 'soso' : 'bad';
  if (heard.soso) return 'soso';
  return heard.good ? 'good' : null;
}

function taken(said: string, patterns: Patterns): readonly [boolean, string] {
  const found = matchesIn(said, patterns);
  return [found.length > 0, without(said, found)];
}
