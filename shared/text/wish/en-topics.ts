import type { Topic } from '#shared/domain/understood.ts';
import type { TopicWords } from './words.ts';

const you =
  '(you|u|ya|you guys|yous|u guys|the garage|the station|the workshop|the shop|your (place|garage|station|workshop|shop)|this place|ur place)';
const it =
  '(it|this|that|they|everything|the work|the job|the service|the repair|the whole thing|all of it|all)';
const car = '(my|the|our) (car|vehicle|auto|motor|van|golf|skoda|octavia|vw|polo|yaris|toyota|bmw|audi|ford)';

/** What a station is asked every day, in English. */
export const topics: Readonly<Record<Topic, TopicWords>> = {
  address: {
    asks: [
      `(where|wheres|wher|were) (is|are|r|) (exactly|) ${you} (exactly|) (located|based|situated|at|)`,
      '(where|wheres|wher) (exactly|) (is|are) (it|this|the place|your place|the garage|the workshop|the station|the shop|your location|your address)',
      '(whats|what is|what|can i have|could i have|send me|give me|need|send|share|drop|text me|pls send|can you send|could you send|may i have|tell me|remind me of|remind me) (me|) (the|your|ur) (exact|full|street|) (address|adress|addres|location|adress pls|coordinates|gps|google maps link|map|pin|postcode|zip)',
      '(what|which) (street|area|part of town|part of the city|district|city|town|road|postcode) (are|is|r|) (you|it|u|this|the garage|that|) (in|on|at|)',
      '(share|send|drop) (me|) (a|the|your|) (pin|location|map|google maps|address|maps link|coordinates|directions)',
      '(google maps|maps) (link|location|pin)',
      'where (do|should|shall|can|must|would) (i|we) (go|come|drive|bring (it|the car|my car)|find you|take it|take the car|drop it|drop the car)',
      'are you (in|near|close to|by|next to|at)',
      '(where) (to|) (go|come|drive|bring it)',
    ],
    names: [
      '(address|adress|addres|location|coordinates|gps|map|google maps|whereabouts|directions to you|postcode|postal code|street)',
    ],
  },
  entrance: {
    asks: [
      '(how|where) (do|can|should|could|would) (i|we|you) (get|drive|come|turn|find|enter|go) (in|into|to|there|inside|the|your|) (the|your|) (entrance|gate|door|yard|garage|workshop|reception|way in|place|you|station|parking lot|lot|there|driveway)',
      '(where|wheres|which|what) (is|are|) (the|your|) (main|car|) (entrance|way in|gate|door|entry|driveway|reception|front desk|turn|turning|turn off|side)',
      '(how|where) do (i|we|you) (get in|get inside|enter|drive in|turn in|come in|turn off)',
      '(how|hows|best way) (do|can|to|) (i|we|) (get|find|reach|drive|come) (to|) (there|you|your (garage|place|workshop|station)|the (garage|place|workshop|station)|here|u)',
      '(cant|cannot|can not|couldnt|cant seem to|unable to|trouble|struggling to|im trying to|trying to) (find|finding|see|locate) (you|the entrance|the gate|your gate|your place|your entrance|the way in|the garage|the door|the place|your place|the station|it|the workshop|the driveway)',
      '(which|what) (gate|door|entrance|side|way)',
      '(from which|which|from what) (street|side|road) (do i|to|is the|do we|should i) (enter|turn|drive in|come in|come|entrance)',
      'which (street|side|road) is the (entrance|gate|way in) (on|)',
      '(im|i am|were|we are|standing|parked) (outside|in front|at the gate|at the front|round the back|at the building) (but|and|) (where|how|which|cant|no)',
      'drive (up|straight) (in|to) (the|)',
    ],
    names: [
      '(entrance|way in|gate|directions|how to get there|how to find you|how to find it|landmark|landmarks|where to turn)',
    ],
  },
  hours: {
    asks: [
      `(are|r|is) ${you} (still|even|actually|usually|normally|also|) (open|opened|closed|shut|working|there|around|operating)`,
      `(will|would|do|does) ${you} (be|) (open|opening|close|closing|work|works|closed|shut|operate) (at|on|during|over|late|early|all|through|for|til|till|until|before|after|by|)`,
      '(what|which|till what|until what|what are|whats|what is|whats|tell me|from what|at what|til what) (the|your|ur|) (opening|working|business|closing|office|work|shop|holiday|christmas|saturday|weekend|) (hours|times|time|hrs) (do|are|does|) (you|u|the garage|) (open|close|work|start|finish|shut|there|operate|)',
      '(when|whens|how late|how early|til when|till when|until when|how long|till what time|until what time|what time|wat time|from when) (do|does|are|r|is|will|) (you|u|ya|the (garage|workshop|station|shop)|it|your (garage|workshop|station|shop)|you guys|they) (be|) (open|opens|close|closes|shut|shuts|work|start|finish|there|closed|opened|closing|opening|knock off|stop|here|working|operate)',
      '(opening|working|business|closing|office|work|shop) (hours|times|time|hrs|days)',
      '(what|which) days (are|do) (you|u) (open|work|closed|working|operate)',
      'do you (have|take|close for|shut for) (a|) lunch (break|) (time|)',
      '(anyone|anybody|someone) (there|in|working|around|at the garage) (on|at|now|today|tomorrow|this|over|)',
      '(whats|what is) (the|) (latest|earliest) (time|) (i|we) (can|could) (come|drop|collect|pick|bring)',
      '(is it|is the (garage|workshop|station|shop|place)|you|u) (open|closed|shut)',
    ],
    names: [
      '(hours|opening|opening times|schedule|open|closed|closing|timetable|shut|lunch break|bank holiday|bank holidays|holidays hours|public holiday|christmas|xmas|new years eve|christmas eve|boxing day|easter)',
    ],
  },
  price: {
    asks: [
      `(how much|howmuch|hw much|how mutch|whats|what is|what|wats|how much money) (will|would|does|do|is|are|the|a|for|would i|it|u|) (${it}|you|u|i|) (cost|price|charge|charges|pay|be|costs|set me back|come to|run me|run|damage|total|take|want)`,
      '(how much|howmuch|hw much|how mutch|how mch)',
      '(what|whats|what is|what are|what will|what would|what does|whats your|tell me|give me|send me|need|can i get|could i get|may i have|can you give me|could you give me|do you have|have you got|got) (me|) (the|a|your|ur|any|an|) (rough|approximate|approx|ballpark|total|full|final|current|exact|best|) (price|prices|cost|costs|rate|rates|quote|estimate|pricing|fee|fees|charge|charges|price list|pricelist|quotation|figure|tariff|damage)',
      '(price|prices|cost|costs|pricing|quote|quotation|rates|rate|pricelist|price list) (for|of|on|from|to|please|pls|list|)',
      'what (do|would|will|does|did) (you|u|it|this|that|i|they) (charge|cost|pay|ask|want for|take for|come to|run to)',
      '(is|are) (it|they|that|this) (expensive|cheap|pricey|dear|free|included|free of charge)',
      '(do|does) (you|u|it) (charge|cost) (for|extra|anything|more|)',
      '(any|do you have any|have you any|got any|are there any|do you do|is there a|is there any) (discount|discounts|deals|deal|offers|offer|promotions|promo|specials|special offers|loyalty discount)',
      '(roughly|approximately|approx|about) how much',
      '(what is|whats|wat is) (the|) (price|cost|damage|total|bill)',
      'including (vat|parts|labour|labor|tax)',
      'in total',
      '(from|starting) what price',
    ],
    names: [
      '(price|prices|cost|costs|pricing|quote|quotation|rates|pricelist|ballpark|estimate|fee|fees|vat|discount|discounts|labour cost|labor cost|all in|euros|euro|eur|€)',
    ],
  },
  duration: {
    asks: [
      `(how long|howlong|hw long|how much time|how many hours|how many minutes|what time frame|how quick|how quickly|how fast|how lng) (will|would|does|do|is|are|should|can|it|to|for|until|till|before|) (${it}|you|u|i|we|the|a|an|) (take|takes|need|be|last|keep|wait|lasts|does|spend|expect|)`,
      '(how long|howlong|how much time)',
      '(when|what time) (will|would|can|could|should) (it|the car|my car|i|we|that) (be|get|have|collect|pick|expect) (ready|done|finished|it|back|the car|my car|it back|it up|my car back|up)',
      '(will|would|can|could|does|is|do) (it|you|u|i|they|that|the car|we|this) (be|get|take|finish|do it|have it|need it|done|manage|make it|need|have|keep) (it|done|finished|ready|out|back|more than|less than|over|under|longer than|long|all|only|the whole day|a whole day|in|within|out of there|) (in|within|by|before|of there in|of there|an|a|) (an hour|1 hour|one hour|two hours|2 hours|a day|the same day|same day|half an hour|30 min|30 mins|30 minutes|lunchtime|lunch|day|hour|lunch break|a couple of hours|few hours|# hours|# hrs|# min|# mins|# minutes|# hour|long|all day|the day|noon)',
      '(in|within|under) (an|one|1|two|2|half an|a couple of|a few) (hour|hours) (possible|enough|doable|realistic)',
      '(is|are|would) (an|one|1|two|2|half an|# ) (hour|hours|min|mins|minutes) (enough|sufficient|ok|realistic|doable)',
      '(same day|while i wait|on the spot) (service|possible|doable)',
      'ready (by|before|the same|same) (day|lunch|noon|evening|the evening|)',
      '(does|will|would) (it|that|this) take (long|all day|ages|a long time|more|the whole day|much time)',
      '(long|much) (wait|waiting)',
      '(whats|what is) the (waiting|wait|turnaround|duration|time needed) (time|)',
    ],
    names: ['(duration|how long|waiting time|wait time|turnaround|time needed|time required|long job)'],
  },
  bring: {
    asks: [
      '(what|which|wat|anything|what docs|what papers|what documents|which documents|which papers) (else|) (do|should|must|shall|to|will|would|documents|papers|paperwork|) (i|we|documents|) (need|have|) (to|) (bring|take|have with me|have|carry|prepare|with me|bring along|take along|need to bring|get ready)',
      '(do|should|must|shall|will|would) (i|we) (need|have|) (to|) (bring|take|carry|prepare|have) (the|my|a|any|an|anything|something|some|along|) (registration|service book|service history|documents|papers|paperwork|logbook|log book|keys|key|locking|locking nut|wheel nut|wheel lock|v5|id|license|licence|driving licence|passport|receipt|manual|spare key|spare keys|both keys|with me|else|special|particular|tyres|tires|car papers|nut|insurance|ownership|code|radio code)',
      '(anything|what) (i|we) (should|need|need to|must|have to) (bring|prepare|take|know|have)',
      '(need|bring|take) (the|my|) (service book|registration|documents|papers|paperwork|locking wheel nut|locking nut|wheel nut key|logbook|wheel lock key|locking wheel nut key|service booklet|service history|car papers|registration document|registration paper|registration papers)',
      '(which|what) (documents|papers|docs|paperwork)',
      '(with|to take with|bring with) me',
      'anything (to|i should|i need to|i have to|we should) (bring|take|have)',
      'what to bring',
    ],
    names: [
      '(documents|paperwork|papers|docs|service book|service booklet|registration|registration paper|logbook|locking wheel nut|wheel nut key|locking nut|wheel lock key)',
    ],
  },
  payment: {
    asks: [
      '(can|could|may|do|how do|how can|how|is it possible to|possible to|should|must|when do|where do|would) (i|we|you|u|ya|one|) (also|) (pay|paying|settle) (by|with|in|via|using|the|for|later|online|after|before|cash|card|at|upfront|on|up front|through|)',
      '(do|does|can|will|would|you|u|ya|accept|take) (you|u|ya|the garage|guys|) (accept|take|takes|accepts|have|do) (credit|debit|bank|) (card|cards|cash|amex|american express|visa|mastercard|apple pay|google pay|revolut|paypal|contactless|bank transfer|transfer|transfers|instalments|installments|cheque|cheques|check|payment|payments|crypto|bitcoin|iban|debit|wire|jcc|a card machine|card machine|pos)',
      '(cash|card|cards|apple pay|google pay|visa|credit card|debit card|revolut|paypal|bank transfer|amex|contactless) (or|only|ok|okay|accepted|possible|fine|payment|payments|and) (card|cash|only|cards|transfer|)',
      '(payment|pay|paying) (methods|options|by|in|with|terms|plan|plans|upfront|on collection|method) (card|cash|instalments|installments|transfer|revolut|paypal|)',
      '(how|when|where) (do|can|should|would) (i|we) pay',
      '(if|that|) (i|we) (pay|paid) (by|with|in|via) (a|) (card|cash|revolut|transfer|bank transfer|paypal|apple pay|google pay|visa)',
      '(is|are) (cash|card|cards|payment|apple pay|google pay|a deposit|amex|deposit) (ok|accepted|fine|possible|required|needed|okay|upfront|only)',
      '(do|will) (you|i|u) (need|want|require|have to) (a|to pay a|) (deposit|prepayment|upfront payment|advance payment)',
      '(can|could) (you|i|we) (send|get|have|issue) (me|) (an|the|) (invoice|company invoice|vat invoice)',
      'invoice (to|for) (my|a|the|our) (company|business|firm)',
    ],
    names: [
      '(payment|payments|pay|card|cards|cash|apple pay|google pay|credit card|visa|mastercard|amex|revolut|paypal|contactless|bank transfer|instalments|installments|deposit|pos|card machine|jcc|iban)',
    ],
  },
  parking: {
    asks: [
      '(where|can|could|may|is it possible to|how|should) (do|can|could|should|may|would|shall|) (i|we|you|one|) (park|leave it parked|leave my car parked|leave the car parked|park up|stop the car)',
      '(is|are) there (any|a|free|some|) (parking|car park|parking lot|parking spaces|parking space|space to park|place to park|somewhere to park|spaces to park|parking spot|parking spots|parking place)',
      '(do|does|have) (you|u) (have|got|) (any|a|your own|customer|free|) (parking|car park|parking lot|parking space|parking spaces|place to park|space to park|somewhere to park)',
      '(parking|car park|carpark) (available|nearby|free|there|on site|onsite|outside|possible|for customers|situation|place)',
      '(how|whats|what is) (about|the|) (the|) parking (like|situation|there)',
      '(customer|free|street|visitor) parking',
      '(leave|keep) (it|the car|my car) (there|with you|in your yard|on your lot|parked) (overnight|over night|for the night|over the weekend|the night before|a few days)',
    ],
    names: ['(parking|park|car park|carpark|parking lot|parking space|parking spaces|parking spot)'],
  },
  warranty: {
    asks: [
      '(what|how long|is there|do you give|do you offer|do you have|do you provide|do u give|does it come with|any|do i get|will i get|whats|what is|hows|how is|does|you give|got any|what kind of|what sort of) (is|are|a|the|your|any|kind of|sort of|it have|it come with|long|) (a|the|your|any|) (warranty|guarantee|guarantees|warranties|garantee|guaranty|waranty|warrantee|gaurantee)',
      '(warranty|guarantee|garantee|waranty) (on|for|of|do|is|long|period|terms|included|with|cover)',
      '(is|are|will|would) (it|the (work|parts|repair|repairs|job|pads|tyres|battery|labour)|your (work|parts|repairs|labour)|this|that|parts|work|repairs|they|everything) (be|) (guaranteed|under warranty|covered|warrantied|warranted)',
      '(do|will) (you|u) (guarantee|warrant|stand behind)',
      '(lose|void|keep|affect|invalidate|lose my|void my) (the|my|) (manufacturer|manufacturers|factory|dealer|) (warranty|guarantee)',
      'how long (is|are) (the|your|) (warranty|guarantee|parts covered|parts guaranteed|work guaranteed)',
      'manufacturer warranty',
    ],
    names: ['(warranty|guarantee|guarantees|garantee|waranty|guaranteed|warranties|guaranty|warrantee)'],
  },
  ownParts: {
    asks: [
      '(can|could|may|is it ok to|is it okay to|ok to|is it possible to|possible to|am i allowed to|allowed to|ok if|okay if|is it ok if|is it okay if|is it fine if|fine if|mind if|do you mind if|alright if|what if|would you mind if|if|should) (i|we|) (bring|supply|buy|use|provide|get|come with|brought|supplied|order|bought) (my|our) own (oil|parts|part|filter|filters|pads|tyres|tires|battery|brake pads|discs|stuff|spares|spare parts|bits|materials|wheels|)',
      '(can|could|may|is it ok to|is it okay to|ok to|is it possible to|possible to|am i allowed to|allowed to|ok if|okay if|is it ok if|is it okay if|is it fine if|fine if|mind if|do you mind if|alright if|what if|would you mind if|if|should) (i|we|) (supply|buy|use|provide|supplied|order|bought) (my|the|our) (oil|parts|part|filter|filters|pads|stuff|spares|spare parts|bits|materials|self)',
      '(with|use|using|fit|install|put in|put on|bring|supply|supplying|bringing|accept|mount|take) (my|our|customer|customers|clients|the customers|my personal) own (oil|parts|part|filter|pads|tyres|tires|battery|)',
      '(can|could|will|would|do|may) (you|u|ya) (also|) (fit|install|use|put in|put on|mount|put|work with|change|do) (my|the|a customers|customer) (own|supplied) (oil|parts|part|filter|pads|tyres|tires|battery|)',
      '(can|could|will|would|do) (you|u|ya) (fit|install|use|put in|put on|mount|work with) (parts|oil|tyres|tires|pads|filters|a battery|something) (i|ive|that i|we) (bring|bought|bought online|got|have|supply|ordered|brought)',
      '(my|our) own (oil|parts|part|filter|filters|pads|tyres|tires|battery|discs|brake pads|spares|materials|oil and filter)',
      '(customer|own|self|client) (supplied|bought|provided|) (parts|oil|spares)',
      'i (have|got|bought|already have|ve got|ve bought) (my own|the) (oil|parts|pads|filter|filters|tyres|tires|battery|discs)',
      '(ive|i have|i) (got|bought|already got|already bought|ordered) (the|my|my own|some|) (oil|parts|pads|filter|filters|battery|discs|brake pads) (already|myself|online|from|)',
      '(bring|supply|buy) (the|) (parts|oil|pads|filters|filter) (myself|ourselves|my self)',
      '(parts|oil|pads|filter) (that|) (i|ive) (bought|brought|have|supplied|ordered|got|buy|bring)',
      'from (ebay|amazon|autodoc|online|the internet|the web)',
    ],
    names: ['(own parts|own oil|my own parts|my own oil)'],
  },
  towing: {
    asks: [
      '(can|could|do|will|would|does|is|are|any|need|please|have|got|is there|i need|id need|we need|send|order|call|get|looking for) (you|u|ya|there|the|a|me|us|someone|somebody|) (also|) (send|have|offer|provide|do|tow|get|arrange|organise|organize|recommend|recover|come and tow|come get|pick up|a|call|collect|help with|help) (me|us|it|a|the|any|my car|the car|in|for|) (tow|towing|tow truck|towtruck|recovery|breakdown|flatbed|roadside|recovery truck|breakdown service|tow service|towing service|roadside assistance|breakdown truck|truck|roadside help)',
      '(tow truck|towtruck|tow|towing|towed|recovery truck|breakdown truck|flatbed|roadside assistance|recovery service|breakdown service|breakdown recovery|vehicle recovery|tow service|towing service)',
      '(stranded|broken down|broke down|broken-down|stuck (on|at|in) (the|a) (side|road|highway|motorway|car park|street|roadside|parking|hard shoulder)|stuck on the|car died|died on me|car is dead|cars dead|conked out) (on|in|at|by|near|) (the|) (side of the road|motorway|highway|road|roadside|street|car park|hard shoulder|)',
      '(car|it|my car|the car|engine|golf|skoda|octavia) (wont|doesnt|does not|will not|isnt|not|just wont|cant|refuses to|would not) (start|starting|move|run|turn over|drive|moving)',
      '(can|could) (you|someone|u) (come|pick|collect|get|fetch) (and|) (get|collect|pick up|pick|fetch|me|it|the car|my car|up) (me|it|the car|my car|up) (up|) (from|)',
      '(wont|doesnt|will not|not) (start|starting|move)',
      '(doesnt|cant|cannot) (drive|be driven)',
    ],
    names: ['(towing|tow|tow truck|recovery|breakdown|flatbed|roadside)'],
  },
  courtesyCar: {
    asks: [
      '(do|does|can|could|have|is|are|will|would|any|need|got|may|might|ill need|i need|id need|we need) (you|u|ya|i|there|we|the garage|) (guys|) (also|) (have|get|offer|provide|lend|give|borrow|rent|loan|got|do|hire|use|supply|need|a) (me|us|a|any|the|out|an|with|) (courtesy|loan|loaner|replacement|rental|spare|hire|substitute|temporary|hire|temp|free) (car|vehicle|auto|one|cars|)',
      '(courtesy|loan|loaner|replacement|hire|rental|substitute|temp|temporary) (car|cars|vehicle|auto)',
      '(a|any|another) (car|vehicle|something) (for|in) the (meantime|meanwhile|mean time|day|time being)',
      '(lend|borrow|loan) (me|us|) (a|another|some|one of your|your) (car|cars|vehicle|bike|bicycle|scooter)',
      '(car|something|anything) to (drive|use|get around|get to work|go to work) (in the meantime|while|meanwhile|with|in|)',
      '(lift|ride|shuttle|drop me|taxi) (to|home|back|service|) (work|home|the office|town|the station|the airport|)',
      'drive while (mine|my car|its|the car|you)',
      'without (a|my|the) car (for|all|the)',
    ],
    names: [
      '(courtesy car|loaner|loan car|replacement car|rental car|hire car|courtesy|replacement vehicle|courtesy vehicle|shuttle|loaner car)',
    ],
  },
  services: {
    asks: [
      `(do|does) ${you} (also|guys|even|actually|still|) (do|fix|repair|make|offer|handle|provide|service|sell|work on|change|replace|carry out|perform|take on|deal with|have|refill|recharge|regas|install|fit|mend|patch|sort|undertake|check|align|balance|test|store|diagnose|program|look at) (any|a|the|my|)`,
      '(what|which|wat) (services|kind of services|sort of services|work|jobs|repairs|kind of work|kinds of work|types of work|else|all|sort of work|things|makes|brands) (do|can|are|) (you|u|ya) (guys|) (offer|do|provide|handle|have|carry out|perform|available|work on|service|fix|)',
      '(list of|all your|your) (services|service list|work)',
      'what (do|can) (you|u) (guys|) (do|offer|fix|repair)',
      '(do|can) (you|u) work (on|with)',
      'is (that|it|this) something (you|u) (guys|) (do|offer|handle)',
      '(are|r) (you|u) (guys|) able to (do|fix|repair|change|replace|handle)',
      '(can|could) (that|it|this|a|my) (be|) (repaired|fixed|patched|mended) (at yours|by you|there|here|)',
    ],
    names: [
      '(services|service list|offer|repairs offered|range of services)',
      '(you|u|ya) (guys|) (fix|repair|offer|handle|sell|refill|recharge|patch|mend)',
    ],
  },
  status: {
    asks: [
      `(is|are|has|hows|how is|whats|what is|any|when is|when will|wheres|where is|will|did|what about|how about) (${car}|my|it|the|they|you|the status|status|happening|going on|up) (with|of|car|on|) (${car}|it|my|) (be|been|) (ready|done|finished|fixed|coming along|progress|getting on|doing|update|completed|repaired|complete|sorted|going|ready yet|status|news|good to go|ready to)`,
      `(is|are|has|hows|how is|wheres|where is|whats up with|whats happening with|what about|any news on|any news about|any update on|any updates on|update on|news on|news about|status of|status on|whats the status of|what is the status of|whats going on with|any progress on|whats happening to|how are you getting on with|how far along is) ${car}`,
      '(can|could|may|when can|when could|what time can|should|shall) (i|we) (already|) (collect|pick|pick up|come for|come and get|come get|get|fetch|come pick up|come and collect|come to get|come to collect) (it|the car|my car|my golf|my skoda|her|my octavia|my vw|the golf|the skoda) (up|back|now|today|yet|already|)',
      '(any|whats the|what is the|an|got any|is there any|is there an|can i get an|could i get an|give me an) (news|update|updates|progress|status|word)',
      '(is|its) (it|she|he|car|everything|all|that) (ready|done|finished|fixed|ready yet|good to go|sorted)',
      '(car|it) (ready|done|finished|fixed) (yet|already|now)',
      '(ready|finished|done) (yet|already)',
      '(how|hows) (is|s|) (it|the work|the repair|the service|my repair|the car) (going|coming along|coming on|getting on|progressing)',
      '(when|what time) (will|is|can i expect) (my|the) (car|golf|skoda|octavia|vw|vehicle) (be|going to be|) (ready|done|finished|back|)',
      'where is my car',
      'how much longer',
    ],
    names: ['(status|ready|progress|update)'],
  },
};
