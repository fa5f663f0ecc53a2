import type { Stage } from '#shared/domain/visit/stage.ts';
import { stages } from '#shared/domain/visit/stage.ts';
import { isOne } from '../estimate/words.ts';

/** Stages as advisors write them behind a command, in all languages of the desk at once. */
const words: Readonly<Record<Stage, readonly string[]>> = {
  booked: ['booked', 'записана', 'записано', 'записане', 'κλεισμένο'],
  arrived: [
    ...['arrived', 'here', 'came', 'приехала', 'приехал', 'приехали', 'здесь', 'машина у нас', 'принята'],
    ...['приїхала', 'приїхав', 'приїхали', 'тут', 'авто в нас', 'прийнято', 'ήρθε', 'εδώ', 'παραλήφθηκε'],
  ],
  checking: [
    ...['checking', 'check', 'diagnostics', 'осмотр', 'диагностика', 'смотрим', 'огляд', 'діагностика'],
    ...['дивимося', 'έλεγχος', 'διάγνωση'],
  ],
  answer: [
    ...['answer', 'waits for answer', 'waiting for answer', 'ждёт ответа', 'ждём ответа', 'ответ'],
    ...['чекає відповіді', 'чекаємо відповіді', 'відповідь', 'αναμονή απάντησης', 'απάντηση'],
  ],
  parts: [
    ...['parts', 'part', 'waits for parts', 'waiting for parts', 'ждёт деталь', 'ждём деталь', 'запчасти'],
    ...['деталь', 'детали', 'чекає деталь', 'чекаємо деталь', 'запчастини', 'деталі', 'αναμονή υλικών'],
    ...['ανταλλακτικά', 'ανταλλακτικό', 'υλικά'],
  ],
  working: [
    ...['working', 'work', 'start', 'в работе', 'работа', 'работаем', 'у роботі', 'в роботі', 'робота'],
    ...['працюємо', 'σε εργασία', 'εργασία', 'εργασίες', 'δουλειά'],
  ],
  quality: [
    ...['quality', 'quality check', 'wash', 'done', 'проверка', 'мойка', 'сделано', 'перевірка', 'мийка'],
    ...['зроблено', 'τελικός έλεγχος', 'πλύσιμο', 'ποιότητα'],
  ],
  ready: ['ready', 'готова', 'готов', 'готово', 'готове', 'готовий', 'έτοιμο', 'έτοιμη'],
  handedBack: [
    ...['handed back', 'handback', 'back', 'collected', 'keys', 'выдана', 'выдали', 'отдали', 'забрали'],
    ...['видане', 'видали', 'віддали', 'παραδόθηκε', 'παράδοση', 'παρέλαβε'],
  ],
  cancelled: [
    'cancelled',
    'canceled',
    'cancel',
    'отмена',
    'отменён',
    'визит отменён',
    'скасовано',
    'візит скасовано',
    'ακυρώθηκε',
    'ακύρωση',
  ],
  noShow: [
    ...['no show', 'noshow', 'не приехал', 'не приехали', 'не приехала', 'не приїхав', 'не приїхали'],
    ...['не приїхала', 'неявка', 'δεν ήρθε', 'δεν ήρθαν'],
  ],
};

/** The stage that words name; null for other words. */
export function stageNamed(text: string): Stage | null {
  return stages.find((stage) => isOne(text, words[stage])) ?? null;
}
