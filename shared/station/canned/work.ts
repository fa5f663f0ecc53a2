import type { CannedData } from './schema.ts';

/** While the car is here. */
export const work: readonly CannedData[] = [
  {
    id: 'in-work',
    group: 'work',
    title: { en: 'We are on it', ru: 'Машина в работе', uk: 'Авто в роботі', el: 'Είμαστε σε αυτό' },
    words: {
      en: 'status progress bay',
      ru: 'статус как дела бокс',
      uk: 'статус як справи бокс',
      el: 'κατάσταση πώς πάει',
    },
    text: {
      en: 'Work on your car[ ({car})] has begun. As soon as there is news, we write to you here.',
      ru: 'Ваша машина[ ({car})] в работе. Как только появятся новости, напишем сюда.',
      uk: 'Ваше авто[ ({car})] в роботі. Щойно з’являться новини, напишемо сюди.',
      el: 'Το όχημά σας[ ({car})] είναι σε εργασία. Μόλις έχουμε νέα, σας γράφουμε εδώ.',
    },
  },
  {
    id: 'ready-at',
    group: 'work',
    title: { en: 'Ready when', ru: 'Когда будет готова', uk: 'Коли буде готове', el: 'Πότε τελειώνει' },
    words: {
      en: 'time finish done',
      ru: 'время закончите срок',
      uk: 'час закінчите термін',
      el: 'ώρα έτοιμο',
    },
    text: {
      en: 'Your car[ ({car})] will be ready {ready}. If that changes, you hear it from us before.',
      ru: 'Ваша машина[ ({car})] будет готова {ready}. Если срок сдвинется, сообщим заранее.',
      uk: 'Ваше авто[ ({car})] буде готове {ready}. Якщо термін зміниться, повідомимо заздалегідь.',
      el: 'Το όχημά σας[ ({car})] θα είναι έτοιμο {ready}. Αν αλλάξει κάτι, θα το ξέρετε από πριν.',
    },
  },
  {
    id: 'ready',
    group: 'work',
    title: { en: 'Ready', ru: 'Машина готова', uk: 'Авто готове', el: 'Είναι έτοιμο' },
    words: {
      en: 'done collect pick up',
      ru: 'забирать можно готово',
      uk: 'забирати можна готово',
      el: 'παραλαβή πάρετε',
    },
    text: {
      en: 'Your car[ ({car})] is ready. You can collect it while we are open: {hours}.',
      ru: 'Ваша машина[ ({car})] готова. Забрать её можно в рабочее время: {hours}.',
      uk: 'Ваше авто[ ({car})] готове. Забрати його можна в робочий час: {hours}.',
      el: 'Το όχημά σας[ ({car})] είναι έτοιμο. Μπορείτε να το παραλάβετε τις ώρες που είμαστε ανοιχτά: {hours}.',
    },
  },
  {
    id: 'parts',
    group: 'work',
    title: { en: 'Waiting for parts', ru: 'Ждём запчасти', uk: 'Чекаємо запчастини', el: 'Αναμονή υλικών' },
    words: {
      en: 'order delivery spare',
      ru: 'заказ доставка деталь',
      uk: 'замовлення доставка деталь',
      el: 'ανταλλακτικό παραγγελία',
    },
    text: {
      en: 'The part is ordered and on its way. As soon as it is here, we write to you and agree on the time.',
      ru: 'Деталь заказана и уже в пути. Как только она придёт, напишем вам и договоримся о времени.',
      uk: 'Деталь замовлена й уже в дорозі. Щойно вона прийде, напишемо вам і домовимося про час.',
      el: 'Το ανταλλακτικό έχει παραγγελθεί και έρχεται. Μόλις φτάσει, σας γράφουμε και κανονίζουμε την ώρα.',
    },
  },
  {
    id: 'found-more',
    group: 'work',
    title: { en: 'We found more', ru: 'Нашли ещё кое-что', uk: 'Знайшли ще дещо', el: 'Βρήκαμε και κάτι' },
    words: {
      en: 'additional approve extra',
      ru: 'дополнительно согласие лишнее',
      uk: 'додатково згода зайве',
      el: 'έξτρα έγκριση',
    },
    text: {
      en: 'During the work we found one more thing. A photo and the price follow; we wait for your yes or no and touch nothing until then.',
      ru: 'Во время работы нашли ещё одну вещь. Пришлём фото и цену; ждём вашего «да» или «нет» и до этого ничего не трогаем.',
      uk: 'Під час роботи знайшли ще одну річ. Надішлемо фото й ціну; чекаємо вашого «так» чи «ні» і доти нічого не робимо.',
      el: 'Κατά την εργασία βρήκαμε και κάτι ακόμη. Στέλνουμε φωτογραφία και τιμή· περιμένουμε το ναι ή το όχι σας και ως τότε δεν αγγίζουμε τίποτα.',
    },
  },
  {
    id: 'test-drive',
    group: 'work',
    title: { en: 'A drive together', ru: 'Проехать вместе', uk: 'Проїхати разом', el: 'Δοκιμή μαζί' },
    words: { en: 'test noise road', ru: 'тест стук дорога', uk: 'тест стукіт дорога', el: 'θόρυβος δρόμος' },
    text: {
      en: 'Such a noise is best heard together. Would a short drive with our technician suit you?',
      ru: 'Такой звук лучше послушать вместе. Вам удобно немного проехать с нашим мастером?',
      uk: 'Такий звук краще послухати разом. Вам зручно трохи проїхати з нашим майстром?',
      el: 'Έναν τέτοιο ήχο τον ακούμε καλύτερα μαζί. Σας βολεύει μια σύντομη βόλτα με τον τεχνίτη μας;',
    },
  },
  {
    id: 'do-not-drive',
    group: 'work',
    title: { en: 'Better not drive', ru: 'Лучше не ехать', uk: 'Краще не їхати', el: 'Μην οδηγήσετε' },
    words: {
      en: 'danger stop tow',
      ru: 'опасно стоп эвакуатор',
      uk: 'небезпечно стоп евакуатор',
      el: 'κίνδυνος γερανός',
    },
    text: {
      en: 'From what you describe it is safer not to drive. Please leave the car where it stands and call us at {phone}: we find a way to bring it in.',
      ru: 'Судя по описанию, безопаснее не ехать. Оставьте, пожалуйста, машину на месте и позвоните {phone}: найдём, как её привезти.',
      uk: 'Судячи з опису, безпечніше не їхати. Залиште, будь ласка, авто на місці й зателефонуйте {phone}: знайдемо, як його привезти.',
      el: 'Από όσα περιγράφετε, είναι πιο ασφαλές να μην οδηγήσετε. Αφήστε το όπου είναι και καλέστε μας στο {phone}: θα βρούμε τρόπο να έρθει εδώ.',
    },
  },
];
