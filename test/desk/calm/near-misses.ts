/**
 * Replies that come close to a rule from either side: ordinary ones with words that could hurt elsewhere, and sharp ones
 * without a single rude word. One a line, in four languages.
 */
export const harmless: readonly string[] = linesOf(`
  Если скрип замолчит после мойки, приезжайте всё равно.
  You should have your registration papers with you, please.
  You should have it back by Friday.
  You should have been charged 180, not 190, sorry about that.
  We'll deal with it tomorrow morning.
  The pads are not too bad, they will last another 10,000 km.
  I don't think we can finish today, sorry.
  Do you think you can come at 9?
  Which part of the car makes the noise?
  Tell me what is not clear and I'll explain.
  You can pay by card or we send an invoice.
  Change the oil, and that's it.
  We left it on the street in front, the keys are at the desk.
  Have you ever changed the timing belt?
  Is everything ok, are you satisfied with the brakes?
  Thanks for keeping us informed!
  Thank you for messaging us.
  Haha don't worry, it happens to everyone!
  How kind of you, thank you!
  I'm sorry you have to wait.
  If you want we'll check it for free.
  Does it look like a leak from above?
  Do you speak English?
  That's a new one, the old filter is in the trunk.
  We got it done yesterday.
  Feel free to leave the car in the yard.
  Someone left the lights on, it's not your fault.
  It whines at 2000 rpm, probably the alternator bearing.
  The timing is retarded by 5 degrees.
  DO NOT DRIVE the car, the brake hose is torn.
  Castrol EDGE 5W30 LL, 4.5 litres.
  MANN FILTER and BOSCH wipers are in stock.
  Your car is READY!
  Thank you so much!!!
  Happy New Year!!!
  I told you the wrong price yesterday, it's 180.
  We told you 3 days, it will be 4, sorry.
  Please don't pay before you see the car.
  Could you send the VIN??
  The ECU is stupid slow to learn the idle, give it a day.
  The engine sucks air behind the MAF.
  You can wait here, coffee is on us.
  If you can't afford it all now, we can split it in two visits.
  You could have the car on Friday or Monday.
  How can you tell which side? Knock on both.
  Next time we change the belt too.
  Next time, don't forget the locking nut key please.
  What do you think, shall we go ahead?
  What were you thinking of, all season or winter tyres?
  Good luck with the exam!
  Are you happy with the time?
  Nice car!
  I'll call you when it's ready.
  We'll throw in the wash for free.
  Please stop by before 6.
  Please stop the engine at once if the red lamp comes on.
  As promised, the photos.
  The trunk is full of rubbish from the old carpet, shall we throw it out?
  Whatever suits you: Monday or Tuesday.
  Sorry, my stupid mistake with the dates.
  Сколько можно ездить с такой подвеской? Около месяца.
  Подождёте у нас 15 минут?
  Мастер по-русски не понимает, напишу я.
  Что вы хотели заменить?
  Что именно непонятно? Объясню.
  Спасибо, что держали нас в курсе.
  Ой, простите, что перепутал дату.
  Даже если вам сложно приехать, привезём сами.
  Уже достали мотор, завтра разберём.
  Мы просто замучились с этим болтом, нужен ещё час.
  Крысы погрызли проводку, нужна замена.
  Мозги прошили, всё работает.
  Отвалился глушитель, приварим за 800.
  Отцепите прицеп перед заездом.
  Надо было снять бампер, поэтому дольше.
  Нужно было менять и прокладку, поэтому дороже.
  Сразу предупреждаю: оригинал дороже.
  Не трогайте пока, приедем посмотрим.
  Не звоните, мы сами наберём.
  Вы читали смету?
  Вы меня слышите на записи?
  Всё понятно? Если что, пишите.
  Откуда у вас такая цена?
  Вам уже сказали цену?
  Будете сами забирать?
  У вас много пропусков по ТО, но ничего страшного.
  На каком языке вам удобнее?
  Продиктуйте VIN по буквам, пожалуйста.
  До свидания, хорошего дня!
  Спасибо!!!
  С наступающим!!!
  Колодки стучат по барабану.
  Удар по боку машины, нужна покраска двери.
  Пожалуйста, не ждите на улице, у нас тепло.
  Стук глухой?
  Звук нормальный?
  Датчик тупит, проверим.
  Коробка тупит на холодную.
  Мастер нашёл течь.
  Это не ваша вина, деталь бракованная.
  Вы сами решаете, делать или нет.
  Деньги вернули, вопрос закрыт.
  К сожалению, сегодня не успеем, мне очень жаль.
  Машина готова ещё вчера, ждём вас.
  Диск с кривой осью, вибрирует.
  Заправка R134a и R1234YF, цены разные.
  ГРМ ГОТОВ
  ГРМ, ДВС и АКПП проверили.
  Ерунда, пять минут работы.
  Слушать надо на ходу, прокатимся вместе.
  Если что непонятно, пишите.
  Могу прислать счёт по-русски.
  Сами не чините, пожалуйста, это опасно.
  Не беспокойтесь, всё под контролем.
  Не волнуйтесь, успеем.
  Потерпите, пожалуйста, ещё 10 минут, домываем.
  Вам виднее по бюджету, подстроимся.
  Ви могли б зачекати 10 хвилин?
  Розподільчі вали цілі.
  Дістали двигун, завтра розберемо.
  Що саме незрозуміло? Поясню.
  Не чіпайте поки, під'їдемо.
  Нитка напруження перегоріла.
  Ви самі вирішуєте, робити чи ні.
  Скільки можна їздити? Близько місяця.
  Не хвилюйтесь, все встигнемо.
  Дурниця, п'ять хвилин роботи.
  Немає грошей зараз — оплатите наступного разу, не страшно.
  Майстер знайшов тріщину.
  Вам уже казали ціну?
  Щиро дякую!!!
  Зі святами!!!
  ЕБУ прошили, помилок немає.
  Все зрозуміло? Якщо що, пишіть.
  Φτάνει να μας στείλετε μια φωτογραφία.
  Δεν ακούτε καθόλου θόρυβο στις στροφές;
  Πού το είχατε παρκάρει;
  Είστε καλά; Χτυπήσατε;
  Να που βρήκαμε τη διαρροή.
  Ευτυχώς που μας το είπατε!
  Καλή τύχη!
  Οδηγήστε σιγά σιγά μέχρι εδώ.
  Βούλωσε το φίλτρο σωματιδίων.
  Μαλακά λάστιχα, καλύτερο κράτημα.
  Η αντλία γκρινιάζει.
  Τι θέλετε να κάνουμε;
  Τι νομίζετε, προχωράμε;
  Καταλαβαίνω το πρόβλημά σας.
  Και τέλος, αλλάζουμε το φίλτρο.
  Μπορείτε να έρθετε με το λεωφορείο, η στάση είναι απέναντι.
  Η πόρτα είναι ανοιχτή, περάστε.
  Ρωτήσαμε τον μάστορα.
  Η μπαταρία έχει πρηστεί, θέλει αλλαγή.
  Μην ανησυχείτε, δεν είναι τίποτα.
  Πόσες φορές κάνει τον ήχο;
  Σας γράφω για να ξέρετε την τιμή πριν.
  Δεν έχουμε χρόνο σήμερα, αύριο στις 9;
  Σας είπα λάθος τιμή, είναι 180.
  Χρόνια πολλά!!!
  Ευχαριστούμε πολύ!!!
  Κόψτε το ρεύμα πριν.
  Όπως είπαμε, αύριο στις 9.
  Στο καλό!
  Ναι βέβαια, περάστε όποτε θέλετε.
  Έσκασε το λάστιχο.
  Το αυτοκίνητο είναι ΕΤΟΙΜΟ!
  Μπράβο που το προσέξατε!
  Μη διστάσετε να ρωτήσετε.
  Τσιπάκι κλειδιού 40€.
  Σας παρακαλώ μην το μετακινήσετε.
`);

export const sharp: readonly string[] = linesOf(`
  Seriously, are you blind? It says 18:00 on the estimate.
  If you had bothered to change the oil, we would not be here.
  Congratulations, you managed to break it twice in one week.
  What part of "closed on Sunday" don't you understand?
  I'm not your secretary, look up the address yourself.
  Maybe you want to fix it yourself, since you know everything.
  Great, another YouTube mechanic.
  Don't like the price? Go somewhere else.
  For the hundredth time, the part is not here.
  STOP WRITING ME
  Замолчите и приезжайте.
  you never listen do you
  Just wait like everybody else.
  You people always want everything for free.
  Oh wow, a whole two days late with the payment, how surprising.
  I really don't have time for your drama.
  That's not how cars work, genius.
  No money, no keys. Simple.
  How many times do I have to repeat myself?
  Are you kidding me??? I told you Monday!!!
  You drive like a maniac and blame the brakes.
  Get lost.
  We're not a charity you know.
  Learn to read.
  Your car is a piece of junk anyway.
  This is ridiculous, stop wasting our time.
  Pick it up today or we will charge you and dump it outside.
  Nobody forced you to come here.
  Can't you just wait five minutes without whining?
  Это не мои проблемы, что вы опоздали.
  Сколько раз вам повторять?!
  Вы вообще за машиной следите?
  Ну вы даёте, гений, залить дизель в бензин.
  Не нравится цена — идите в другой сервис.
  Вам русским языком сказали — в четверг.
  Отстаньте уже со своей машиной.
  Опять вы. Что на этот раз сломали?
  Руки бы оторвать тому, кто вам это делал.
  Не умеете водить — ходите пешком.
  Слушай, мужик, не беси меня.
  Хотите быстрее — делайте сами.
  Вы издеваетесь???
  Машина ваша — хлам, что вы ещё хотите.
  Спасибо, кэп, без вас бы не догадались.
  Будете хамить — будете ждать неделю.
  КОГДА ВЫ ЗАБЕРЕТЕ СВОЁ ВЕДРО
  За такую машину стыдно вообще деньги брать.
  Скільки можна вам пояснювати одне й те саме?
  Не подобається — шукайте інший сервіс.
  Ви взагалі дивитесь, куди їдете?
  Я вам не довідкове бюро.
  Самі винні, треба було масло міняти.
  Геній, залив воду замість антифризу.
  Відчепіться вже зі своєю машиною.
  МЕНІ ВСЕ ОДНО
  Дуже дотепно, посміявся.
  Не вмієте водити — ходіть пішки.
  Вам що, важко було подзвонити?
  Дякую, Капітане Очевидність.
  Ваша машина — це відро з болтами.
  Δεν είμαι η γραμματέας σας.
  Μήπως είστε κουφός; Σας είπα την Τρίτη.
  Αν δεν σας αρέσει, πηγαίνετε αλλού.
  Τόσο δύσκολο ήταν να πάρετε ένα τηλέφωνο;
  Συγχαρητήρια, το καταστρέψατε.
  ΔΕΝ ΘΑ ΤΟ ΞΑΝΑΠΩ
  Πάλι εσείς; Τι χαλάσατε τώρα;
  Εσείς φταίτε που δεν κάνατε σέρβις.
  Χάνω τον χρόνο μου μαζί σας.
  Δικό σας πρόβλημα, όχι δικό μου.
  Ό,τι πληρώνεις παίρνεις, κύριε.
  Άντε παράτα μας.
  Μα καλά, δεν ξέρετε να διαβάζετε;
  Σιγά μην τρέχω για εσάς.
`);

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
