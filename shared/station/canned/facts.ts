import type { CannedData } from './schema.ts';

/** Money, place and hours: what the station's own data answers. */
export const facts: readonly CannedData[] = [
  {
    id: 'price-from',
    group: 'money',
    title: { en: 'Price from', ru: 'Цена от', uk: 'Ціна від', el: 'Τιμή από' },
    words: {
      en: 'cost how much sum',
      ru: 'сколько стоит стоимость',
      uk: 'скільки коштує вартість',
      el: 'πόσο κόστος κοστίζει',
    },
    text: {
      en: 'The work for your visit costs from {price}, VAT included. The exact sum comes after the check, and nothing beyond it is done without your yes.',
      ru: 'Работы по вашему визиту стоят от {price} с НДС. Точную сумму назовём после проверки, и без вашего согласия ничего сверх неё не делаем.',
      uk: 'Роботи за вашим візитом коштують від {price} з ПДВ. Точну суму назвемо після перевірки, і без вашої згоди нічого понад неї не робимо.',
      el: 'Οι εργασίες του ραντεβού σας κοστίζουν από {price} με ΦΠΑ. Το ακριβές ποσό το λέμε μετά τον έλεγχο, και χωρίς τη συμφωνία σας δεν κάνουμε τίποτα παραπάνω.',
    },
  },
  {
    id: 'payment',
    group: 'money',
    title: { en: 'Payment', ru: 'Оплата', uk: 'Оплата', el: 'Πληρωμή' },
    words: {
      en: 'pay card cash transfer',
      ru: 'платить карта наличные перевод',
      uk: 'платити картка готівка переказ',
      el: 'πληρώνω κάρτα μετρητά',
    },
    text: { en: '{payment}', ru: '{payment}', uk: '{payment}', el: '{payment}' },
  },
  {
    id: 'warranty',
    group: 'money',
    title: { en: 'Warranty', ru: 'Гарантия', uk: 'Гарантія', el: 'Εγγύηση' },
    words: { en: 'guarantee', ru: 'гарантийный', uk: 'гарантійний', el: 'εγγύησης' },
    text: {
      en: '{warranty} If something feels wrong, come by: we look at it free of charge.',
      ru: '{warranty} Если что-то покажется не так, заезжайте: посмотрим бесплатно.',
      uk: '{warranty} Якщо щось здасться не так, заїжджайте: подивимося безкоштовно.',
      el: '{warranty} Αν κάτι δεν σας φαίνεται σωστό, περάστε: το κοιτάμε χωρίς χρέωση.',
    },
  },
  {
    id: 'invoice',
    group: 'money',
    title: { en: 'Invoice', ru: 'Счёт', uk: 'Рахунок', el: 'Τιμολόγιο' },
    words: {
      en: 'receipt bill company',
      ru: 'чек накладная фирма',
      uk: 'чек накладна фірма',
      el: 'απόδειξη εταιρεία',
    },
    text: {
      en: 'You get the invoice with the car, and we can send a copy here. For a company we need its name and tax number.',
      ru: 'Счёт вы получите вместе с машиной, копию можем прислать сюда. Для фирмы нужны её название и налоговый номер.',
      uk: 'Рахунок ви отримаєте разом з авто, копію можемо надіслати сюди. Для фірми потрібні її назва та податковий номер.',
      el: 'Το παραστατικό το παίρνετε μαζί με το όχημα, και μπορούμε να στείλουμε αντίγραφο εδώ. Για εταιρεία χρειαζόμαστε επωνυμία και αριθμό μητρώου.',
    },
  },
  {
    id: 'estimate-soon',
    group: 'money',
    title: { en: 'Estimate follows', ru: 'Смета скоро будет', uk: 'Кошторис скоро', el: 'Έρχεται προσφορά' },
    words: {
      en: 'quote offer sum',
      ru: 'расчёт предложение сумма',
      uk: 'розрахунок пропозиція сума',
      el: 'εκτίμηση κόστος',
    },
    text: {
      en: 'We are putting the estimate together: each item with its price, so that you can choose. It comes here, and you decide in your own time.',
      ru: 'Составляем смету: каждая позиция со своей ценой, чтобы вы могли выбрать. Она придёт сюда, а решение за вами, без спешки.',
      uk: 'Складаємо кошторис: кожна позиція зі своєю ціною, щоб ви могли вибрати. Він надійде сюди, а рішення за вами, без поспіху.',
      el: 'Ετοιμάζουμε την προσφορά: κάθε εργασία με την τιμή της, για να διαλέξετε. Θα έρθει εδώ, και αποφασίζετε με την ησυχία σας.',
    },
  },
  {
    id: 'hours',
    group: 'place',
    title: { en: 'Hours', ru: 'Часы работы', uk: 'Години роботи', el: 'Ωράριο' },
    words: {
      en: 'open closed when',
      ru: 'открыто время работаете',
      uk: 'відчинено час працюєте',
      el: 'ανοιχτά ώρες',
    },
    text: {
      en: 'We are open {hours}. Here in the chat you can write at any time.',
      ru: 'Мы работаем: {hours}. Сюда, в чат, можно писать в любое время.',
      uk: 'Ми працюємо: {hours}. Сюди, у чат, можна писати будь-коли.',
      el: 'Είμαστε ανοιχτά: {hours}. Εδώ στη συνομιλία μπορείτε να γράφετε όποτε θέλετε.',
    },
  },
  {
    id: 'address',
    group: 'place',
    title: { en: 'Address', ru: 'Адрес', uk: 'Адреса', el: 'Διεύθυνση' },
    words: {
      en: 'where way map',
      ru: 'где находитесь проехать',
      uk: 'де знаходитесь доїхати',
      el: 'πού δρόμος χάρτης',
    },
    text: {
      en: 'You find us at {address}. If you cannot find the way in, call {phone} and somebody comes out.',
      ru: 'Наш адрес: {address}. Если не найдёте въезд, позвоните {phone}, вас встретят.',
      uk: 'Наша адреса: {address}. Якщо не знайдете заїзд, зателефонуйте {phone}, вас зустрінуть.',
      el: 'Θα μας βρείτε: {address}. Αν δεν βρίσκετε την είσοδο, καλέστε {phone} και βγαίνουμε να σας δούμε.',
    },
  },
  {
    id: 'parking',
    group: 'place',
    title: { en: 'Parking', ru: 'Где встать', uk: 'Де стати', el: 'Στάθμευση' },
    words: {
      en: 'park yard place',
      ru: 'парковка стоянка двор',
      uk: 'паркування стоянка двір',
      el: 'πάρκινγκ αυλή',
    },
    text: { en: '{parking}', ru: '{parking}', uk: '{parking}', el: '{parking}' },
  },
  {
    id: 'wait-here',
    group: 'place',
    title: { en: 'Waiting here', ru: 'Подождать у нас', uk: 'Почекати в нас', el: 'Αναμονή εδώ' },
    words: { en: 'coffee sit lounge', ru: 'кофе посидеть зал', uk: 'кава посидіти зал', el: 'καφές καθίσω' },
    text: {
      en: 'You are welcome to wait here: there is coffee, internet and a view of the bays. For longer work it is easier to leave the car.',
      ru: 'Можно подождать у нас: есть кофе, интернет, и видно мастерскую. Если работа долгая, удобнее оставить машину.',
      uk: 'Можна почекати в нас: є кава, інтернет, і видно майстерню. Якщо робота довга, зручніше залишити авто.',
      el: 'Μπορείτε να περιμένετε εδώ: υπάρχει καφές, ίντερνετ και βλέπετε το συνεργείο. Για πιο μεγάλη εργασία βολεύει να το αφήσετε.',
    },
  },
];
