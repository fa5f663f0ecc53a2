import type { Tone } from '../tone.ts';

export const en: Tone = {
  fine: `
    idiot light*
    blind spot*
    (not|isnt|arent|werent) (that|too|so) bad
    (dumb|stupid|silly|dummy) question (of mine|from me|from us|but|maybe)
    (my|our) (own |)(stupid|silly|dumb|damn) (mistake|fault|typo|error)
    (stupid|silly|dumb) (mistake|typo|error) (of mine|on my|on our|of ours|from us|from me)
    (stupid|dumb|crazy|silly) of (me|us)
    (there are |) no (such thing as a |) (stupid|dumb|silly) question*
    not (your|you) (fault|doing)
    (fool|idiot) proof
    you (should|could|might|must) (already |now |) have (received|got|gotten|a|an|the|it|your|no|some|one|two|both|enough|them|all|another|seen|heard from)
    you (should|must) have been (sent|charged|told|informed|given|notified|contacted|called)
    you were (supposed|meant|due) to (get|receive|have|see|hear|be)
    (i|we) (told|gave|quoted) you (the |a |) wrong
    next time (dont|do not) (worry|forget)
    what were you thinking (of|about)
    better than i (told|said)
    (no|not a|not such a|isnt a) big deal
    stupid (slow|long|expensive|simple|easy)
    if (you had|youd) (received|liked|preferred|rather)
  `,
  insult: `
    (idiot*|moron*|imbecil*|cretin*|dumbass*|dumb|dumber|stupid*|fool|fools|dimwit*|halfwit*|nitwit*|twit|twits|dunce*|simpleton*|numpty|muppet|muppets|pillock|plonker|dolt)
    (clown*|loser*|liar|liars|crook*|scammer*|cheapskate*|tightwad*|skinflint*|freeloader*|crybab*|drama queen*|time waster*|timewaster*|karen|snowflake*|weirdo*|psycho*|lunatic*|maniac*|barbarian*|peasant*|savage*|scum|scumbag*|lowlife*|deadbeat*)
    (asshole*|arsehole*|jackass|smartass|smart ass|ass|arse|bastard*|bitch*|shit*|bullshit*|bullcrap|horseshit|crap|crappy|fuck*|motherfuck*|f ck*|fck*|wtf|stfu|ffs|gtfo|damn|dammit|goddamn*|bloody (hell|idiot*|fool*|nightmare|customer*|car)|dickhead*|prick|pricks|cunt*|wanker*|twat|twats|tosser*|douche*|screw you|piss|pissed|pissing|sod off|bugger off|bollocks)
    (what|who|why|how|where) the (hell|heck|fuck|devil|f)
    (go to hell|to hell with|hell no|get lost|get stuffed|get out of (here|my)|drop dead|beat it|buzz off|back off|bug off|shove it|stick it up|kiss my|bite me|up yours)
    shut (up|it|your)
    (zip it|close your mouth|watch your (mouth|tone|language|words)|mind your (tone|language|own business|manners))
    pain in (the|my|our) (neck|butt|backside|arse|ass|behind)
    such a pain
    (are|r|is) (you|u|he|she) (deaf|blind|drunk|high|mad|crazy|nuts|insane|illiterate|dense|slow|thick|sick|mental|retarded|serious|kidding|joking|out of your)
    (you|youre|u|ur|your|you are|hes|shes) (just |clearly |really |so |too |completely |totally |absolutely |obviously |being |honestly |)(deaf|blind|drunk|crazy|nuts|insane|clueless|ignorant|useless|pathetic|ridiculous|hopeless|impossible|incompetent|annoying|unbearable|delusional|dense|lazy|rude|paranoid|greedy|hysterical|dreaming|illiterate|mental|thick|cheap|stingy|childish|immature|full of (it|yourself|crap)|out of your (mind|depth)|a joke|a nightmare|a pain|a nuisance|a disaster|the worst|wasting (my|our|your|everyones)|making a fool|making things up)
    (lost your mind|your head examined|brain dead|braindead|brainless|wrong in the head|a screw loose|nobody home)
    (use|got|have|having|half a|no|any|where is|wheres|engage|switch on|turn on) (your |a |any |)brain*
    (whats|what is) wrong with (you|people)
    (whats|what is) your (damn |)problem >
    (dont|stop|you|youre|quit|not) (lie|lying) (to|>|about)
    (talk*|spout*|speak*|utter|total|complete|what|such|your) (a load of |absolute |complete |utter |total |)(rubbish|garbage|nonsense|bull|rot|drivel|bs)
    (enough of|stop) (this|that|the|your|with this) (nonsense|circus|drama|theatre|theater|comedy|whining)
    (pathetic|moronic|idiotic|laughable)
    (this is|thats|be|being|how|absolutely|just|youre) ridiculous
    (people|customers|clients|drivers|owners|guys|women|folks|those|someone|somebody) like (you|him|her|yourself)
    (you people|your sort|of your kind|your kind >)
    (hate|cant stand|sick of|tired of|fed up with|had enough of) (you*|people|customers|this|these|the whole|all this|dealing|explaining|repeating|answering|hearing|listening)
    (sick and tired|fed up|had it up to)
    (good riddance|get a life|get a grip|grow up|man up|grow a pair|be a man|act your age|get over (it|yourself)|suck it up|cry me|boo hoo|tough luck|hard luck|too bad (for you|then|>)|sucks to be)
    (<|so|just|you) deal with it
    (calm down|chill out|calm yourself|take a chill|control yourself|get a hold of yourself)
    (nobody|no one) (likes you|asked|is forcing|forces|forced|made you|cares|wants to hear|needs your)
    (i|we) (really |honestly |) (dont|do not|couldnt|could) care (about|if|what|how|who|when|less|>)
    (dont|do not|couldnt) give a (damn|shit|fuck|rats|toss|monkeys|hoot|crap)
    (who cares|do i care|does it look like i|like i care|see if i care)
    < whatever >
    (do|think|say|write|complain) (what|whatever|as|however much) (the hell |) you (want|like|please|wish)
    (its |) your (funeral|loss|headache|circus|mess)
    (suit yourself|take it or leave it|like it or not|deal or no deal|my way or)
    (leave|let) (me|us) (alone|in peace)
    (go|find|try|look for|take your car|take it|bring it|bother) (to |) (somewhere else|elsewhere|someone else|somebody else|some other|another (garage|shop|mechanic|place|idiot|fool|sucker|victim))
    (theres|there is|you know where) the door
    the door is (that way|over there|there)
    (dont|do not|please dont|never) (come back|bother|call|ring|write|text|contact|show up|ask) (here|coming|me|us|again|any more|anymore)
    (you|your) (are |)(banned|not welcome|not wanted)
    (i|we) (dont|do not) (want|need) (customers|clients|people|money) like
    (piece|heap|pile|bucket|load) of (junk|scrap|rust|trash|garbage|metal|bolts|rubbish)
    (rust bucket|shitbox|clunker|jalopy|old wreck|your wreck|your junk|your old banger)
    (listen|look) (here |)(lady|buddy|pal|mate|mister|sweetheart|sunshine|man|dude|you|genius)
    hey (lady|genius|you)
    (sweetheart|sunshine|buddy boy|grandpa) >
    (women|woman|female|lady|grandma) driver*
    (typical woman|blonde*|go back to your|in your country|where you come from people)
    (you again|here we go again|< unbelievable >|youre unbelievable|you have got to be|youve got to be|you must be (joking|kidding|dreaming|drunk)|give me strength|good grief|jeez|sheesh|facepalm|face palm|smh|bruh)
    (none of your business|mind your own|stay out of (it|this)|keep your nose|your nose out)
    (big deal|overreact*|making a (fuss|scene|drama)|so dramatic|drama|mountain out of)
    (drop|change|lose|with) (that|this|the|your) (attitude|tone)
    your attitude
    (thats a lie|this is a lie|(its|thats) all lies|lies lies)
    (i|we) (dont|do not) want to (see|hear from) you
    (im|were|i am|we are) done (with you|talking|arguing|explaining)
    (chop chop|hurry up|make it quick)
    (dumbest|stupidest|silliest|most (stupid|idiotic|ridiculous)) (question|thing|idea|request|message|complaint)
    how (dumb|stupid|silly|daft)
  `,
  blame: `
    you (really |just |simply |clearly |obviously |)should (really |at least |just |maybe |)(have|of)
    you (shouldve|couldve|shouldnt have|should not have|should never have|ought to have)
    you (really |just |simply |)could (at least |just |simply |also |)have (at least |just |simply |)(told|said|called|thought|asked|come|read|mentioned|warned|checked|waited|brought|listened|known|avoided|paid|written|looked|noticed|let)
    you (might|must) have (thought|told|mentioned|known better)
    should have (thought|known|listened|told|said|asked|called|checked|paid) (of that |about that |about it |)(before|earlier|sooner|first|better|then)
    you were (supposed|meant) to
    why (the hell |)(didnt|did not|couldnt|wouldnt|cant|havent|wont) (you|u)
    why dont you (ever|even|just read|just wait|just pay|read|understand|get it)
    how many (more |)times
    for the (last|third|fourth|fifth|tenth|twentieth|hundredth|thousandth|umpteenth|nth|millionth|10th|100th|1000th|hundreth) time
    (i|we) (have |ve |had |did |)(already|just|literally|clearly|repeatedly|specifically|even) (already |)(told|warned|informed|reminded) (you|u)
    (ive|weve) (already |)(told|warned|reminded) (you|u)
    (i|we) (did |)(warned|warn|did tell) (you|u)
    (i|we|ive|weve|id) (have |)(already|literally|clearly|repeatedly|explicitly) (said|explained|answered|told) (that|this|it|you|so|to you|twice|three|once|many|a hundred|clearly|yesterday|>)
    as (i|we|ive|weve|i have|we have) (already |just |clearly |have |previously |)(said|told|explained|wrote|written|stated|pointed)
    (like|as|what) i (already |just |)(said|told)
    told you (so|already|twice|three|many|yesterday|before|not to|# times|a (hundred|thousand|million|dozen)|in plain|when you|you should)
    (didnt|havent|hadnt) i (already |just |) (tell|told|say|said|explain*|warn*)
    (must|should|shall|will|would) i (really |) (draw|spell)
    (do|must|should|will) i (really |) (need to|have to|got to) (draw|spell|repeat|explain|say|tell you|write|remind|translate)
    (your|ur) (own |)(fault|doing|carelessness|negligence|stupidity)
    (thats|its|this is|that is) (all |) on you
    (blame (yourself|only yourself)|yourself to blame|only you to blame|you brought this|you did (this|that|it) (to |) yourself)
    you (broke|killed|ruined|wrecked|destroyed|burned|burnt|abused|neglected|messed|trashed|screwed|fried|cooked|butchered) (it|the|your|up|this|that|everything)
    you (never|hardly ever) (listen*|read*|check*|service*|change*|answer*|paid|bother*|maintain*|even|look*|learn*|said|told|ask*|think|show*)
    (you|youre|you are) always (complain*|late|forget*|ask*|argu*|find (a|something)|making|calling|whin*|in a hurry)
    because you (never|didnt|ignored|refused|were too|are too|drive like|drove like|neglected|failed|couldnt be)
    if (you had|youd) (just |only |actually |even |)(bothered|listened|read|come|serviced|told|asked|paid|looked|done|checked|called|thought|learned|taken care|brought it)
    if you (bothered|had any (brain*|sense|manners|respect)|ever (read|listen*|serviced|look*))
    (you|u) (didnt|did not|couldnt|dont|cant|wont) (even |) (bother*|listen|be bothered)
    (have|did|do|can|could) (you|u) (even|ever (read|listen*))
    (cant|can not|cannot|couldnt) (you|u) (read|see|count|tell|listen|hear|wait|understand|even)
    dont you (understand|get it|read|listen|people|ever)
    (learn|try) to read
    (just|actually|maybe|then|first|better) read (my|what i|it again|before|your)
    read (it again|what i (wrote|said|sent)|before (you|asking|writing)|my (lips|last|previous)|more carefully)
    (open|use|rub|try using) your (eyes|ears|head|common sense)
    (pay attention|listen (for once|up|to me|carefully for))
    next time (just |maybe |please |try |)(to |)(learn*|think*|read*|listen*|dont (be|wait|come|call|complain|drive|buy|touch|expect)|be (on time|more|smarter|less|polite)|drive (properly|better|like)|not (be|to be|to)|show (up|some)|come on time|bring (a|some) (brain*|manners|real)|use your (head|brain|eyes)|have the (decency|courtesy)|pay attention|look (before|at)|treat|find (another|someone)|go (elsewhere|somewhere|to))
    (<|and|just|please|maybe|first|finally|should|go|then|time|better|you need to|must|have to|could) learn (how |)to
    (thats what (you get|happens)|serves you right|you get what you pay|what happens when (you|people|someone)|you asked for (it|this)|what goes around)
    (nobody|no one) (told|asked|forced|made|begged) (you|u)
    who (asked|forced|made|begged) (you|u)
    who told (you|u) to
    (who|what) (do|the hell do) you think (you are|youre|this is|we are|i am|im)
    (<|so|oh|and|or|do) you think (youre (the|so|special|smart)|you are (the|so|special|smart)|im (a|your|stupid|blind|here)|i am (a|your|stupid|blind)|money grows|parts grow|were (a|stupid|your)|we (have nothing|sit|are (a|your|stupid))|this is a)
    if you think (im|i am|were|we are|ill|well|you can|i will|we will) (going|gonna|stupid|just|not|talk*|treat*|scar*|get away|come|simply)
    (you|u) think you (know (better|every*|it all)|are so|re so|are the|re the|have the right)
    stop (calling|ringing|texting|writing|messaging|asking|whin*|moan*|cry*|complain*|nag*|argu*|pester*|bother*|harass*|spam*|bugging|wasting|lying|pretending|making (excuses|things|drama|a scene|stuff)|telling (me|us)|blaming|inventing|acting|being (so|a|rude)|playing (games|dumb|the)|yelling|shouting|threaten*|sending (me|us))
    (quit|enough with|no more) (the |your |) (calling|ringing|texting|asking|whin*|moan*|cry*|complain*|nag*|argu*|pester*|bother*|bugging|drama|excuses|games|stories)
    (dont|do not|dont you) (you |)(dare|tell me|talk to (me|us) (like|in)|speak to (me|us)|test (me|us|my)|push (me|us|it|your luck)|even (think|start|try)|start (with me|again)|play (games|dumb|the)|act|pretend|waste (my|our)|argue|lecture|teach (me|us)|blame (me|us)|whin*|cry|moan|complain|come (crying|running|back|here)|give me|be so|make me|expect (me|us) to|expect miracle*|get smart)
    (dont|stop|you|then|and|always|than|later) (whin*|cry*|moan*|complain*|bitch*) (about|to me|to us|all|later|like a)
    (call*|ring*|text*|writ*|ask*|messag*|bother*|pester*) ~ every (# |five |two |ten |three |single |half |other |)(minute*|second*|hour*)
    (i|we) (really |honestly |) (dont|do not) have (all day|time for (this|you|that|your|such|games))
    (wast*|eat* up|steal*|stole) ~ (my|our|everyones|everybodys) (whole |) (time|day|morning|afternoon|evening|hour|patience|nerves)
    (wait (your turn|like everyone|like everybody|like the rest)|get in line|back of the (line|queue))
    (not|arent|isnt) the only (customer|client|one|person|car) (here|we|in|with|i|on|who|around|>)
    (world|workshop|garage|everything) (doesnt|does not|isnt|is not) (revolve|spin|turn around|all about)
    (we|i) have (other|better|real|more important|actual) (customers|clients|cars|things|people|work|stuff) (too|besides|than|to do|to deal|to care|as well|you know|>)
    (not|isnt|aint|hardly|is that|how is that|how is this|thats not|not really) (my|our) (problem|fault|headache|business|concern|job|responsibility|circus)
    (thats|its|this is|that is|it is|then its|sounds like|now its|still) (a |) (you|your|entirely your|purely your|only your|strictly your) (own |) problem >
    < your (own |)problem (not (mine|ours)|now|then|>)
    (end of (story|discussion|conversation|the matter)|no discussion*|not up for (discussion|debate)|case closed|conversation (is |)over|discussion (is |)over|thats (that|final) >|and thats final|final word|no (ifs|buts)|no arguing)
    < (period|full stop) >
    pay (up|or (else|leave|lose)) 
    pay ~ or (else|the car|your car|it (goes|stays|will)|we (keep|tow|sell|throw|will)|i (keep|call|throw|sell|will))
    no (pay|money|payment|cash) no (car|key|keys)
    you broke it you
    or (else|the car|your car|it|we|ill|well|i will|we will) ~ (street|tow*|scrap*|dump*|junk*|sell|sold|auction*|police|lawyer*|court|throw*|outside|curb|kerb|crush*|rust|rot)
    (goes|throw|dump|dumped|kick|kicked|roll|rolled|push|pushed|thrown|put|putting|end* up) ~ (out on|out onto|out in|out to|out into) the (street|curb|kerb|sidewalk|pavement|rain|road)
    (dump|throw) (it|your car|the car) outside
    (throw|thrown|dump|dumped|kick|kicked) ~ (on|onto|in|into|to) the (street|curb|kerb|sidewalk|pavement|gutter|trash|scrapyard)
    (ill|i will|well|we will|im going to|were going to|have to) (call (the |)(police|cops|security|lawyer*)|(have |get |)(it|your car|the car|you) (scrapped|crushed|sold|arrested)|scrap (it|your)|sell (it|your car)|dump (it|your)|throw (it|you|your car|the car) (out|on)|sue|crush)
    have (it|your car|the car) towed (away|at your|off)
    (see you in court|last warning|final warning|last chance|you (will|ll|gonna|are going to) regret|youll regret|dont say i didnt|dont make me)
    (your|no more|enough|spare me the|more|care about your|heard all your|stop making|tired of) excuses
    (keep|save|spare me|enough of|i didnt ask for) (the|your|this) (stories|story|sob story|drama|tears|lecture*|opinion*|comments|advice|wisdom) (for|to|>)
    (spare me|< save it >|give me a break|gimme a break|for (gods|christs|heavens|petes|goodness|crying out) sake|oh come on|< come on >)
    (you|youre|are|if you|were|hes) (just |simply |) too (cheap|stingy|lazy|poor|stupid|blind|proud|important) (to|for)
    (if|when) (you|u) (cant|can not|cannot) afford ~~ (dont|then|buy|take|go|why|shouldnt|walk|sell)
    (cant|can not|cannot|dont want to|not willing to|dont) (afford|pay) ~~ (bus|walk|bike|bicycle|drive a|own a|horse|elsewhere|dont (buy|drive|own)|shouldnt)
    (take|ride|catch) the (bus|tram|metro|subway) (then|instead|next)
    (buy|get) (yourself |) a (bike|bicycle|horse|bus (ticket|pass)|donkey|scooter|skateboard|dictionary|clue|watch|calendar)
    (expect*|demand*) ~~ for (free|nothing|peanuts|pennies)
    what (did|were|else did|exactly did|on earth did|else were) (you|u) (really |) (expect|expecting|thinking|imagine|think would)
    what do (you|u) (expect (for|from|at|with|me|us|>)|want from (me|us))
    (you|u) (expect|expected) (me|us) to
    (you|u) want (me|us) to (beg|read your|guess|jump|work for|cry|kneel|drop everything)
    (what|how) (on earth|in the world|in gods name) (did|do|were|can|could|is)
    how (could|dare|can) (you|u) (not|even|forget|miss|let|think|talk|speak|expect)
    who ((drives|treats|services) (a car |their car |it |) like (that|this)|taught you)
    have (some|a little|a bit of) (respect|shame|decency|manners|dignity)
    you (have|got|ve got) (absolutely |clearly |obviously |really |)(no|zero|not a) (clue|idea|brain*|respect|shame|manners|business|right to)
    you (clearly|obviously|evidently|apparently) (dont|do not|cant|didnt|have|never|know|arent|are|drive|broke|think|need)
    you (really|still|simply|just) (dont (get it|understand|listen|know how|read)|cant (read|understand|wait|listen)|know nothing|never (read|listen))
    (you|u|he|she|they) (dont|do not|doesnt) (know|understand) (a thing|anything|the first|nothing|jack|what (youre|you are|hes|shes|theyre) (talking|saying|doing)|how (a|cars|engines|to drive|to read|it works))
    you know nothing
    (you|u) (cant|dont|couldnt|didnt) even (tell (a|an|the difference|left|your|what)|read|count|drive|park|know|understand|look|service|own|change|write|spell|say|afford|pay|ask|open)
    < (just |) (be|you should be) (grateful|glad|thankful|happy) (that |) (we|i|it|you)
    (you (owe|still owe) (me|us)|were not waiting for)
    how (hard|difficult|complicated) (is|can|was|could) (it|that|this)
    (is it|was it|its not|it isnt|is this|is that) (really |) (so|that|too) (hard|difficult|complicated|much to ask) (to|for you|>)
    (what|which) (part|bit|word) (of (that|this|my|what|the word|monday|tuesday|wednesday|thursday|friday|no|closed|tomorrow|i) ~~ (dont|do not|didnt|isnt|not|unclear|understand)|dont you|do you not|didnt you)
    (am i|do i make myself) (finally |perfectly |now |) clear
    (do|did|have|can) you finally
    do you (get it|get that|understand (me|english|plain|that now))
    (are|were) you (not |) (listening|paying attention|even)
    what (is it|did you (break|do|ruin)) (this time|now|again)
    (again|once more) you (forgot|are late|were late|broke|did)
    you (are |were |)late again
    (i|we) (dont|do not) (have to|need to) (explain|justify|listen to|take this|put up|answer to|tell you|read your)
    (im|i am|were|we are) not (going|here|paid|obliged|obligated) to (repeat (it|this|myself|that)|explain|argue|beg|wait for|chase|discuss|waste|sit (here|around)|listen|babysit|hold your|guess|clean up your|beg you)
    (i|we) (wont|will not|refuse to) (repeat (it|this|myself|that)|explain|argue|beg|chase|waste|say (it|this) again|discuss)
    (i|we) (dont|do not) owe (you|anybody|anyone)
    (let me (repeat|say it again)|< i repeat|i will say (it|this) (again|slowly|once)|ill say (it|this) (again|slowly|once|one)|once again for|one more time for|for those who)
    why (should|would) (i|we) (care|believe|wait|bother|trust|listen|work)
    why are you (yelling|shouting|so (rude|difficult|impatient)|always|still calling|still asking|wasting|asking (me|again)|bothering|complaining|making|telling)
    thats not how (cars|it|this|time|physics|money|the world|life|things|business) work*
    (one would|you would|youd) think (that |) (you|someone|a grown|an adult|people)
    (as though|as if) (we|i) (have|had|dont|only|should|sit|owe|work|were)
    like (we|i) (have|had|dont have|got) (nothing|time|all|other|no other)
    (youre|you are|think youre|think you are) (so |)special >
    special treatment
    (ready|done|finished) when (its|it is) (ready|done|finished)
    (youll|you will) (get|have|hear|know) (it |) when (you (get|hear|see)|its ready and)
    (want|if you want) (it |) (faster|cheaper|sooner|better|quicker) ~~ (yourself|elsewhere|somewhere else|another (garage|shop|mechanic))
    (everyone|everybody) else (understands|manages|can (wait|read|pay)|is (happy|fine)|has no problem)
    (nobody|no one) else (complain*|had a problem|whin*)
    (only|first) (one|customer|person|client) (who|to|that) complain*
    without (whining|complaining|crying|moaning|drama|excuses)
    (we dont|i dont|we cant) (do|work|perform) miracles
    (read the manual (first|before|for once|>)|rtfm|wake up >)
    (dont|do not) (even |) (blame|look at) (me|us)
    (you (had|have) (one|a) (job|simple|whole)|a simple (task|instruction|thing)|how hard)
    (again|already) (with|about) (your|the) (complaints|questions|drama|noise again)
    (charge|bill) you (extra |double |)for (every|being|stupid*|your (attitude|questions)|the (headache|nerves))
    try (really hard |very hard |) not to (wreck|break|ruin|destroy|kill|burn|crash|trash|lose|forget|smash|mess)
    you had (just |only |)one (thing|job|task)
    (one|just one) (simple |)(thing|job) (to|you had)
    keep (writing|calling|talking|asking|texting|complaining|shouting|this up|it up) ~ (and|like (this|that))
    (one more|another) (message|call|word|complaint|question|remark) (like|and|from)
    (touch|touches|work on|come near|go near) your car again
    if (you had|youd) (just |only |actually |even |)(*ed|kept|brought|gone|left|let|driven|taken|bought|made|seen|known)
    wouldnt be (having this|in this mess|here now|talking)
    (unlike|not like) (you|some (people|of us))
    where did you (get|learn|study|buy) (your |) (engineering |mechanic* |driving |) (degree|diploma|licence|license|education|wisdom)
  `,
  sarcasm: `
    (oh|yeah|ah|well) (sure|of course|yeah|right|absolutely|certainly|obviously) ~ (let me|ill just|i will just|because|why not|anything|drop|everyone|as if|right away|well just|we just|were just|we only|its always|blame|like|whatever|your)
    (sure|yes|of course) (your (majesty|highness)|master|why not blame)
    (yeah right|< as if (i|we|you|anyone)|as if >|oh really >)
    drop everything
    (nothing better to do|nothing else to do all)
    (your|his|her) (precious|royal|royal highness|majesty|highness|lordship|ladyship|excellency|holiness|beloved little|little princess)
    (red carpet|champagne|foot massage|a massage|violin*|standing ovation|a medal|round of applause|nobel prize|slow clap)
    draw ~ (picture*|pictures|map|diagram|drawing)
    (would you like|do you need|do you want|shall i|should i|need|want) (me to |) (a |) (draw|sing|dance|kiss|hold your hand|read it (to|out)|write it in|translate|crayon*|explain it slowly|type slower|speak slower|carry you|wipe your|tuck you)
    (in crayon*|in big letters|in capital letters|type slowly|speak slowly|one more time slowly|spell it out)
    (do|dont|can|cant) you (even|not) (speak|understand|read|know)
    (understand|speak) (plain|basic|simple) english
    (genius*|einstein*|sherlock*|captain obvious|mastermind*|smart (guy|pants|one|alec*|arse)|smartypants|wise guy|know it all*|brainiac|whiz kid|super mechanic)
    (mr|mister|mrs|ms|miss|dear|professor) (know*|expert*|perfect|mechanic|important|smart*|engineer|specialist|impatient|i know)
    (great|nice|good|brilliant|excellent|amazing|fantastic|wonderful|lovely|superb|impressive) (job|work|going|one|idea|move|effort|driving|timing) (breaking|ruining|destroying|killing|genius|einstein|ignoring|forgetting|wrecking|as always|as usual)
    (congratulations|congrats|well done|bravo|kudos|hats off) ~ (broke|ruin*|break*|kill*|wreck*|destroy*|manag*|ignor*|finally|record|only|invent*|burn*|forg*|fail*|blow*|blew|worst|genius)
    (< bravo >|slow clap|take a bow)
    how (convenient|original|surprising|clever|brave|predictable|typical|touching|adorable|cute|charming) (of|that|>|for)
    how (lovely|nice|kind|generous|sweet|thoughtful|good|considerate) (of you |that you |) (to finally|finally|decided|decide|remember*|to remember|to show|to grace|to turn|to honour|to wake)
    (thanks|thank you|thx|cheers|much appreciated|appreciate it) ~ for (nothing|absolutely nothing|wast*|ruin*|ignor*|not (show*|com*|call*|tell*|answer*|pay*|read*|both*|turn*|listen*)|never|mak* (me|us) (wait|look|repeat|drive|come|do)|mak* my (job|life|day) (harder|hell|miserable|impossible|so)|show* up (late|#|an|two|three)|be* (so late|late|so rude)|keep* (me|us|everyone) (wait*|hang*|up|on hold|guess*)|tell* (me|us) how to|teach* (me|us)|explain* (my|our) (job|work)|your (expert*|wisdom|lecture|brilliant|rudeness|sarcasm|tone|attitude|diagnosis)|block* (the|our|my) (entrance|gate|way|line)|the (lecture|lesson|insult*|diagnosis|attitude|tone|laugh|entertainment|drama)|gracing|letting (me|us) know (so late|now that|only now|after|at the last|too late)|blow*|trash*|spoil*|yell*|shout*|insult*|eat*|tak* (up|half|all|an hour|the whole)|finally|stealing|destroy*|messing)
    (thanks|thank you) (so much |a lot |very much |a bunch |a million |) (genius|einstein|sherlock)
    (mind reader*|crystal ball*|magic wand|time machine|psychic*|clairvoyant*|fortune teller*|miracle worker*|read minds|read your mind|tea leaves)
    (not|isnt|arent|aint|hardly) (a|an|your|running a|running an|exactly a) (magician*|wizard*|superman|servant*|slave*|butler*|maid|babysitter*|nanny|secretary|mother|mum|mom|charity|charities|bank|hotel|library|circus|kindergarten|daycare|hobby|bazaar|soup kitchen|call cent*|therapist|psychologist|parking lot|car park|museum|taxi)
    (is this|are we|am i) (a|your|running a) (charity|bank|hotel|circus|kindergarten|joke|zoo|secretary|mother|servant|maid|slave|magician|library)
    do (i|we) look like
    does (it|this) look like (a (charity|hotel|game|joke|zoo|circus)|i|we)
    am i (supposed to (guess|know|read|wait|beg)|invisible|talking to (a|the|my)|speaking (chinese|to a))
    (let me guess|surprise surprise|big surprise|what a (surprise|shock|genius|joke|drama|clown|hero|tragedy|coincidence)|shocking i|shocker|who (would have|wouldve|could have) (thought|guessed|known)|who knew|newsflash|news flash|reality check|spoiler alert|breaking news)
    (clearly|obviously|evidently|apparently) (you (dont|cant|didnt|never|have (no|nothing|never)|think|know|arent|are (not|too|the))|someone (cant|doesnt|didnt|thinks)|some people|reading (is|isnt)|nobody (taught|told)|patience|maths|math)
    some (people|customers|clients|drivers) (just (cant|dont|never|wont)|never (learn|listen|read|change|pay)|cant (read|wait|drive|count|take)|dont (read|listen|understand|deserve|know how|think|get)|think (they|the|money|we|everything)|shouldnt|will never|have (no|nothing better|too much|real)|expect)
    some of us (have|work|actually)
    (must be|how) (nice|fun|great|lovely|wonderful) (to have|being|having|when) (nothing|so much|all|no|time)
    (enjoy|have fun|happy|good luck) (walking|the bus|your walk|paying|searching|with that|finding|getting)
    (try (walking|a bicycle|google|reading|thinking)|google it|ask google|google is|have you tried (reading|thinking|google|googling))
    since (you are|youre|you re) (so|such|clearly|obviously|an (expert|engineer|authority)|the (expert|mechanic|specialist|genius))
    since you (know|have all the|studied)
    (you|u) (obviously |clearly |always |) (know|knows) (better|everything|it all|so much)
    (youre|you are|if you are) (clearly |obviously |) (the|such an|such a|an|so) (expert|mechanic|specialist|pro|professional|engineer|smart|clever|experienced|knowledgeable) (here|now|then|>|right|maybe|why|so|not|after|do it|you)
    (maybe|perhaps|why dont|then why dont) (you|u) (should |could |can |d like to |would like to |want to |ll |)(fix it|repair it|teach|become|open your own|learn|read the|work here|do (it|the) (yourself|repair|job|work)|run the|show us how|tell us how|come and (fix|do|show))
    (then|just|go|and|you) (fix|repair|do) it yourself (then|genius|next time|since|if you)
    (be my guest|knock yourself out|go ahead and (complain|sue|find))
    feel free to (complain|cry|sue|fix it|find (another|someone)|take your (car|business|money)|go (elsewhere|somewhere))
    (internet|youtube|google|forum*|facebook|tiktok|wikipedia|chatgpt|sofa|armchair) (mechanic*|expert*|university|degree|diploma|taught|genius*|specialist*|doctor*|engineer*|knows)
    (studied|learned|learnt|degree|diploma|phd) (mechanics |it |engineering |cars |)(on|at|from|in) (youtube|google|facebook|tiktok|the internet|the forum*)
    (with all (due |)respect|no (offence|offense) but|in case you (havent noticed|hadnt noticed|didnt notice|cant read|failed)|for your information|not that you care)
    (poor (you|baby)|my heart bleeds|sorry (that |if |but |) (reality|physics|the laws of|your majesty|(im|i am|were|we are|we arent) (not |) a))
    (rocket science|brain surgery|rocket scientist*)
    (even|any) (a |my |) (child|kid|grandmother|grandma|granny|toddler|5 year old|five year old|monkey|dog|baby|schoolboy) (could|can|knows|understands|would|gets|drives)
    (a|my) (child|kid|grandmother|grandma|granny|five year old|5 year old|three year old|monkey) (could|knows|understands|would)
    < (do the math*|count again)
    (count on your fingers|basic math*|learn to count)
    (i|we) (just |) (love|adore|enjoy) (it |) (when you (yell|shout|threaten|complain|call|ask)|explaining|repeating|being (yelled|shouted|insulted|called|woken|told))
    (brilliant|hilarious|adorable|classic|nice|good) (excuse|theory|joke)
    (funny (how|that) (you|people)|hilarious|cry about it|< typical >|so typical|typical (customer|client|you|woman))
    (lucky (us|me)|just what (i|we) needed|exactly what i needed)
    (want*|need*|expect*) (it|everything|the car) (done |ready |) (by |)yesterday
    (doctor google|dr google|mr google)
    (captain|dr|doctor|professor) (obvious|know)
    (tell me something i|no kidding|no shit|you dont say|thats news to me|well well well|look who|ever heard of|have you heard of)
    (what a|such a) (lovely|charming|pleasant|wonderful|delightful) (person|customer|attitude|tone|way to)
    (so|how) (sorry|sad) for you
    (shall|should|do|would|can|may) (i|we|you) ~ (also |)(wash|iron|cook|bring|make|serve|polish|kiss|carry|babysit|walk) (your (feet|shoes|dog|kids|shirt*|dinner|breakfast)|you (coffee in bed|dinner|breakfast))
    (anything else|something else) (your|while youre|since were your|madam|milord|my lord|princess)
    (my|our) (sincere|deepest|humblest|humble) apologies (that|for (existing|not being|breathing))
    (who|how) would have (thought|known|guessed)
    how about you (read|listen|learn|wait|think|pay)
  `,
  asked: `
    (hello|hellooo*) (is |) (anyone|anybody|somebody) 
    (can|could|cant) you (not |even |) (read|count|hear me|tell the time|spell) >
    < (seriously|for real) >
    (so|and) what >
    what do you want (from me|from us|me to|us to|now|again)
    < (what|whats) (now|again|else now|is it now) >
    < (so |and |) (whats|what is) (so hard|not clear|unclear|so difficult|there (not |)to understand|so complicated)
    whose (fault|problem|mistake) (is|was)
    (happy|satisfied|pleased) now >
    (deaf|illiterate)
    what kind of (person|owner|customer|question is|logic|nonsense|joke)
    (is that|are we) (finally |perfectly |) clear >
    do you think (im (stupid|a|your)|i am (stupid|a)|we (are stupid|have nothing|sit|just sit))
    where (was) your (head|brain)
    you expect ~~ (free|yesterday|nothing|miracle*)
    (miracle*|miracles)
  `,
  laughter: '(lol|lmao|lmfao|rofl|haha*|ha ha|ahah*|hehe*|hihi*|bwaha*|xd)',
  mocked: `
    (cant|cannot|doesnt|didnt|never|even|thinks|confus*|mix*|argu*|teach*|wish|nice try|dream*|joke|broke|expert*|good one|no way|good luck|yeah right|seriously|youtube|google|degree|expert)
    dont (know|understand|get|even|have a)
  `,
  joy: '(thank*|thx|cheers|welcome|congratulations|happy|well done|great|wonderful|merry|hooray|yay|enjoy|safe trip|ready|love|see you|bye|holidays|christmas|easter|name day|good news|perfect|super)',
};
