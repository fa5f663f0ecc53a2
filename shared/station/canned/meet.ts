import type { CannedData } from './schema.ts';

/** Greetings, and what is asked or told before a visit. */
export const meet: readonly CannedData[] = [
  {
    id: 'hello',
    group: 'greeting',
    title: { en: 'Hello', ru: 'Приветствие', uk: 'Привітання', el: 'Χαιρετισμός' },
    words: {
      en: 'hi good day morning',
      ru: 'привет добрый день',
      uk: 'привіт добрий день',
      el: 'γεια καλημέρα',
    },
    text: {
      en: 'Hello[, {name}]! {advisor} is writing to you. How can we help?',
      ru: 'Здравствуйте[, {name}]! Вам пишет {advisor}. Чем мы можем помочь?',
      uk: 'Добрий день! Вам пише {advisor}. Чим ми можемо допомогти?',
      el: 'Καλή σας μέρα! Σας γράφει: {advisor}. Πώς μπορούμε να βοηθήσουμε;',
    },
  },
  {
    id: 'thanks',
    group: 'greeting',
    title: { en: 'Thanks', ru: 'Спасибо', uk: 'Дякуємо', el: 'Ευχαριστούμε' },
    words: { en: 'thank you', ru: 'благодарим', uk: 'вдячні', el: 'ευχαριστώ' },
    text: {
      en: 'Thank you for writing to us. If anything else comes up, send a line here.',
      ru: 'Спасибо, что написали нам. Появятся вопросы, напишите сюда.',
      uk: 'Дякуємо, що написали нам. З’являться запитання, пишіть сюди.',
      el: 'Ευχαριστούμε που μας γράψατε. Για οτιδήποτε άλλο, γράψτε μας εδώ.',
    },
  },
  {
    id: 'bye',
    group: 'greeting',
    title: { en: 'Goodbye', ru: 'Прощание', uk: 'Прощання', el: 'Αποχαιρετισμός' },
    words: { en: 'bye see you', ru: 'до свидания пока всего', uk: 'до побачення бувайте', el: 'αντίο γεια' },
    text: {
      en: 'All the best, and have a safe drive. We are here whenever you need us.',
      ru: 'Всего доброго и лёгкой дороги. Если понадобимся, мы на связи.',
      uk: 'На все добре та легкої дороги. Якщо знадобимося, ми на зв’язку.',
      el: 'Να είστε καλά και καλούς δρόμους. Όποτε μας χρειαστείτε, είμαστε εδώ.',
    },
  },
  {
    id: 'anything-else',
    group: 'greeting',
    title: { en: 'Anything else?', ru: 'Ещё вопросы?', uk: 'Ще запитання?', el: 'Κάτι άλλο;' },
    words: { en: 'more questions', ru: 'что-то ещё остались', uk: 'щось ще залишилися', el: 'ερωτήσεις' },
    text: {
      en: 'Have we answered everything you wanted to know?',
      ru: 'Мы ответили на всё, что вы хотели узнать?',
      uk: 'Ми відповіли на все, що ви хотіли дізнатися?',
      el: 'Απαντήσαμε σε όλα όσα θέλατε να μάθετε;',
    },
  },
  {
    id: 'visit-when',
    group: 'visit',
    title: { en: 'Your visit', ru: 'Ваш визит', uk: 'Ваш візит', el: 'Το ραντεβού σας' },
    words: { en: 'appointment when time', ru: 'когда запись время', uk: 'коли запис час', el: 'πότε ώρα' },
    text: {
      en: 'You are booked: {visit}[, {car}]. If another time suits you better, write to us here.',
      ru: 'Вы записаны: {visit}[, {car}]. Если удобнее другое время, напишите сюда.',
      uk: 'Ви записані: {visit}[, {car}]. Якщо зручніший інший час, напишіть сюди.',
      el: 'Το ραντεβού σας: {visit}[, {car}]. Αν σας βολεύει άλλη ώρα, γράψτε μας εδώ.',
    },
  },
  {
    id: 'bring',
    group: 'visit',
    title: { en: 'What to bring', ru: 'Что взять с собой', uk: 'Що взяти з собою', el: 'Τι να φέρετε' },
    words: {
      en: 'papers documents keys',
      ru: 'документы ключи техпаспорт',
      uk: 'документи ключі техпаспорт',
      el: 'χαρτιά κλειδιά άδεια',
    },
    text: {
      en: 'Please bring the registration paper and the key of the wheel locks, if there are any. Everything else we have here.',
      ru: 'Возьмите, пожалуйста, техпаспорт и ключ от секреток на колёсах, если они есть. Остальное найдётся у нас.',
      uk: 'Візьміть, будь ласка, техпаспорт і ключ від секреток на колесах, якщо вони є. Решта знайдеться в нас.',
      el: 'Φέρτε, παρακαλούμε, την άδεια κυκλοφορίας και το κλειδί για τα μπουλόνια ασφαλείας, αν υπάρχουν. Τα υπόλοιπα τα έχουμε εδώ.',
    },
  },
  {
    id: 'photo',
    group: 'visit',
    title: { en: 'Please send a photo', ru: 'Пришлите фото', uk: 'Надішліть фото', el: 'Στείλτε φωτογραφία' },
    words: {
      en: 'picture dashboard lamp',
      ru: 'снимок приборка лампочка',
      uk: 'знімок панель лампочка',
      el: 'εικόνα καντράν λυχνία',
    },
    text: {
      en: 'A photo would help us to be exact: one of the whole part and one close up. If a lamp is lit, the dashboard too, please.',
      ru: 'Чтобы ответить точно, нам поможет фото: общий вид и крупный план. Если горит лампочка, пришлите и приборную панель, пожалуйста.',
      uk: 'Щоб відповісти точно, нам допоможе фото: загальний вигляд і великий план. Якщо горить лампочка, надішліть і панель приладів, будь ласка.',
      el: 'Για να απαντήσουμε με ακρίβεια θα βοηθούσε μια φωτογραφία από μακριά και μία από κοντά. Αν ανάβει κάποια λυχνία, στείλτε μας και το καντράν.',
    },
  },
  {
    id: 'mileage',
    group: 'visit',
    title: { en: 'Mileage, please', ru: 'Какой пробег?', uk: 'Який пробіг?', el: 'Χιλιόμετρα;' },
    words: { en: 'km odometer', ru: 'км километраж одометр', uk: 'км кілометраж одометр', el: 'χλμ κοντέρ' },
    text: {
      en: 'What does the odometer show at the moment? About is good enough: it tells us what is due.',
      ru: 'Какой сейчас пробег? Можно примерно: по нему мы увидим, что подошло по сроку.',
      uk: 'Який зараз пробіг? Можна приблизно: за ним ми побачимо, що настав час зробити.',
      el: 'Πόσα χιλιόμετρα γράφει τώρα το κοντέρ; Και περίπου μας φτάνει: έτσι βλέπουμε τι χρειάζεται.',
    },
  },
  {
    id: 'vin',
    group: 'visit',
    title: { en: 'Plate or VIN', ru: 'Номер или VIN', uk: 'Номер або VIN', el: 'Πινακίδα ή πλαίσιο' },
    words: {
      en: 'number chassis registration',
      ru: 'госномер вин кузов',
      uk: 'держномер він кузов',
      el: 'αριθμός κυκλοφορίας πλαισίου',
    },
    text: {
      en: 'To order the right part we need the number of the chassis (VIN, on the registration paper). A photo of that line is enough.',
      ru: 'Чтобы заказать нужную деталь, нам понадобится VIN (он есть в техпаспорте). Достаточно фото этой строки.',
      uk: 'Щоб замовити потрібну деталь, нам знадобиться VIN (він є в техпаспорті). Достатньо фото цього рядка.',
      el: 'Για να παραγγείλουμε το σωστό ανταλλακτικό χρειαζόμαστε τον αριθμό πλαισίου (γράφεται στην άδεια). Αρκεί μια φωτογραφία της γραμμής.',
    },
  },
  {
    id: 'call-offer',
    group: 'visit',
    title: { en: 'Shall we call you?', ru: 'Позвонить вам?', uk: 'Зателефонувати?', el: 'Να σας πάρουμε;' },
    words: {
      en: 'phone ring talk',
      ru: 'телефон созвониться звонок',
      uk: 'телефон подзвонити дзвінок',
      el: 'τηλέφωνο κλήση',
    },
    text: {
      en: 'This is quicker told than written. When does a short call suit you?',
      ru: 'Это быстрее рассказать, чем написать. Когда вам удобно коротко поговорить по телефону?',
      uk: 'Це швидше розповісти, ніж написати. Коли вам зручно коротко поговорити телефоном?',
      el: 'Αυτό λέγεται πιο εύκολα από ό,τι γράφεται. Πότε σας βολεύει ένα σύντομο τηλεφώνημα;',
    },
  },
  {
    id: 'call-missed',
    group: 'visit',
    title: { en: 'We called', ru: 'Мы вам звонили', uk: 'Ми телефонували', el: 'Σας καλέσαμε' },
    words: {
      en: 'missed phone no answer',
      ru: 'пропущенный не дозвонились',
      uk: 'пропущений не додзвонилися',
      el: 'αναπάντητη τηλέφωνο',
    },
    text: {
      en: 'We have just tried to call you. When may we try again? You can also reach us at {phone}.',
      ru: 'Только что звонили вам и не дозвонились. Когда удобно набрать снова? Нам тоже можно позвонить: {phone}.',
      uk: 'Щойно телефонували вам і не додзвонилися. Коли зручно набрати знову? Нам теж можна зателефонувати: {phone}.',
      el: 'Μόλις σας καλέσαμε και δεν σας βρήκαμε. Πότε να δοκιμάσουμε ξανά; Μπορείτε να μας πάρετε και εσείς: {phone}.',
    },
  },
  {
    id: 'drop-off',
    group: 'visit',
    title: { en: 'Leaving the car', ru: 'Как оставить машину', uk: 'Як залишити авто', el: 'Πώς το αφήνετε' },
    words: {
      en: 'drop off keys early',
      ru: 'сдать ключи оставить',
      uk: 'здати ключі лишити',
      el: 'παράδοση κλειδιά',
    },
    text: {
      en: 'Stop at the desk and leave us the key: it takes five minutes. Please take your things out of the car. {parking}',
      ru: 'Подойдите к стойке и оставьте ключ, это пять минут. Заберите, пожалуйста, вещи из машины. {parking}',
      uk: 'Підійдіть до стійки й залиште ключ, це п’ять хвилин. Заберіть, будь ласка, речі з авто. {parking}',
      el: 'Περάστε από την υποδοχή και αφήστε το κλειδί, θέλει πέντε λεπτά. Πάρτε, παρακαλούμε, τα πράγματά σας από το όχημα. {parking}',
    },
  },
];
