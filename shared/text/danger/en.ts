import type { DangerWords } from './words.ts';

const brake = '(brake|brakes|break|breaks|brakeing|braking|breaking)';
const pedal = '(pedal|pedals)';
const hand = '(handbrake|hand brake|parking brake|emergency brake|e brake)';
const steering = '(steering*|steer|steers)';
const wheel = '(wheel|wheels|rim|rims)';
const tyre = '(tyre|tyres|tire|tires)';
const engine = '(engine*|motor|motors)';
const coolant =
  '(coolant*|antifreeze|anti freeze|water|radiator*|expansion (tank|bottle)|reservoir|header tank)';
const bay =
  '(hood|bonnet|engine*|motor|dash*|vent|vents|cabin|wheel|wheels|car|van|under|front|exhaust*|wiring|wires|fuse*|panel|console|radiator|interior|inside|brake*|gearbox|clutch)';
const fuel = '(petrol|gas|gasoline|gasolene|diesel|fuel|benzine|benzin)';
const lamp = '(light*|lamp*|lite|symbol*|sign|icon*|indicator*|warning*|telltale)';
const lit =
  '(on|lit|came|comes|coming|come|flash*|blink*|flicker*|glow*|stay*|red|wont go (off|out)|doesnt go (off|out)|not going off|appear*|show*|pop*|beep*|light up|lights up|turned|illuminated|is up)';
const no =
  '(no|not|dont|doesnt|does not|do not|didnt|did not|wont|will not|cant|cannot|couldnt|can not|hardly|barely|almost not|isnt|arent|stopped|refuse*|unable)';
const lost =
  '(fail*|gone|dead|died|dying|dies|went|vanish*|disappear*|lost|packed (up|in)|gave (up|out|way)|quit|broke*|bust*|snap*|sheared|burst|ruptured)';

export const en: DangerWords = {
  spelt:
    'brakes pedal steering engine overheating temperature coolant radiator smoke smoking petrol gasoline diesel pressure',
  fine: `
    (need|buy|sell|have|want|order) (a |any |) red (light*|lamp*|bulb*)
    red (light*|lamp*) (bulb*|lens*)
    (he|she|they|you|guys|team|prices|mechanic*|staff|offers|lads) (are |is |were |was |re |really |just |) (on |) fire
    (phone|app|laptop|tablet|website|site|charger|mobile|server|navigation|sat nav|coffee|tea|dashcam|wallbox) (is |was |gets |got |keeps |runs |so |very |always |really |) (overheat*|hot|boil*|burn*|smok*|steam*|on fire|caught fire)
    (wife|husband|boss|she|he) (is |was |) (boiling|steaming|fuming|burning|smoking)
    (slow|small|tiny|slight*|minor) (puncture|wobble)
    (brake*|steering|oil|coolant) (pad |pads |disc |discs |fluid |) (how much|price|quote|cost)
    (yellow|amber|orange) (engine |abs |tyre pressure |tire pressure |oil level |check engine |check |warning |service |dpf |esp |airbag |washer |fuel |reserve |) (light*|lamp*|warning*|symbol*|icon*|sign)
    (light*|lamp*|warning*|symbol*) (is |) (yellow|amber|orange)
    steering wheel (button*|control*|cover*|heat*|leather|radio|paddle*|switch*|stitch*|wrap*|audio|airbag cover|logo|badge)
    heated steering*
    (nut|bolt) (cap|caps|cover*)
    (courtesy|rental|loan|replacement) car ~~ smok*
    (what|which|is|the) ~ (normal|right|correct|usual|proper) ~ (temp|temperature)
    normal (engine |coolant |operating |) (temp|temperature)
    (laptop|phone|office|house|kitchen|toaster|neighbour*|neighbor*) ~ (caught fire|burned|burnt|on fire)
    (smoke|steam) ~ (ears|my head|his ears)
    cigarette* (smoke|smell)
    (smell*|stink*) ~ (cigarette*|tobacco|weed|dog|mould|mold|damp|vape|ashtray)
    (smoke|smok*) (free|detector*|grey|gray|tint*|smell from the previous)
    smoking (allowed|area|room|in your)
    (non|no) smok*
    (smoked|smoke) (glass|windows|lights|lenses|colour|color)
    (fire|smoke) (extinguisher*|sale|man|men|fighter*|department|place|wall|safety|alarm|truck|insurance)
    (spark|glow) plug*
    (steam|dry|deep) (clean*|wash*)
    steaming hot
    (burning|hot) (question*|topic|deal*|issue)
    (on fire|fire) (sale|today lads|guys|team)
    brake (light*|lamp*) (bulb*|out|is out|not working|doesnt work|broken|fuse|switch)
    (left|right|third|high) brake (light|lamp)
    (stop|reverse|fog|tail|rear|head|interior|cabin|parking|side|number plate|licence plate|license plate|door|trunk|boot|reading|ambient|footwell) (light|lights|lamp|lamps|bulb*)
    red (car|paint|led*|caliper*|calliper*|interior|door|leather|seat*|stitch*|colour|color|toyota|one|van|wire|strip*|coolant|antifreeze|stripe*|flag|light district|traffic light|cross|bull)
    (stopped|waiting|stop) at (a|the) (red|) (light|lights|traffic light*)
    (traffic|ran a red|red) (light|lights) (camera|fine|ticket)
    (no|not|isnt|arent|doesnt|dont|never|without|stopped) (any |) (longer |more |) (smok*|smell*|leak*|overheat*|burn*|drip*|red|wobbl*|on)
    (no|without) (more |any |) (red|warning) (light*|lamp*|warning*)
    (light*|lamp*|warning*|smoke|smell|leak|steam) ~ (is gone|are gone|gone now|gone after|disappeared|went away|went off again|went out|off again|off now)
    (loses|losing|lose|loosing) (a |some |) (bit|little|air|pressure) ~ (air|month|week|pressure)
    (gas|fuel|petrol|diesel) (station|pump|price*|cap|card|consumption|economy|type|or)
    brake (fluid|pad|pads|disc|discs|service|light|inspection|check) (change|replacement|price|cost|how much|due|interval)
    (can|could|shall|may|will|let me|want to|going to) (i|we|you|) (stop|break) (by|in|over|for|at)
    lunch break
    break (time|down|even|in|ins)
    coffee break
    wheel (of fortune|clamp|lock|nut key|alignment|balanc*|cap*|cover*|trim*|arch)
    (ever|been|was) ~ overheated
    (spare|winter|summer|new|used|alloy|stock|original) (wheel|wheels|tyre|tyres|rim|rims)
    sold the ~~ (smok*|overheat*|leak*)
    locking (nut|nuts|bolt|bolts|wheel)
    (nut|nuts|bolt|bolts) (with|key)
    lost (the|my) (key|adapter|locking|adaptor)
  `,
  past: `
    last time
    (fixed|repaired|solved|sorted|replaced|resolved|mended|cured) ~~ (last|in (january|february|march|april|may|june|july|august|september|october|november|december)|thanks|thank|warranty|receipt|invoice|perfect|ok|fine|great|good|paper|guarantee)
    (you|guys|they) (fixed|repaired|solved|sorted|mended|replaced)
    (was|were|got|been) (fixed|repaired|solved|sorted|replaced|mended)
    (years|months) (ago|back)
    (last|previous) (year|summer|winter|spring|autumn|owner|car)
    in (20*|19*)
    (brother*|sister*|friend*|neighbour*|neighbor*|cousin*|colleague*|father*|dad*|mother*) ~~ (saved|fixed|repaired|sorted|mended|recommended)
    (my|our|his|her) (old|previous|last|former) (car|van|one)
    (used to|once had|back then|when i was)
    (if|in case) ~ (ever|happen*|would)
    (after|since) your (repair|work|service|fix) ~~ (ok|fine|gone|perfect|great)
    (read|saw|watched|heard) ~ (article|video|film|movie|news|recall|online|forum|internet)
  `,
  still: `
    (again|still|since (you|then|the|that|yesterday|this|i|my|it)|after (you|your|the) (~) (you|repair|service|change|work|fix)|today|tonight|this morning|right now|came back|is back|back again|since (then|yesterday|this)|same (problem|thing|as)|getting worse)
    now (it|its|the|my|they|there|when|im|smok*|leak*|red)
  `,
  glow: `
    (light|lights|lamp*|symbol*|icon*|indicator*) (is|are|keeps|kept|still|) (burning|burns|lit)
    (burning|lit) (warning|dash|dashboard|) (light|lights|lamp*|symbol*|icon*|indicator*)
  `,
  kinds: {
    brakes: `
      (doesnt|dont|wont|not|barely|hardly|cant|stopped|scarcely|almost not) (really |even |properly |) (brake|brakes|braking) (at|properly|any|when|well|much|until|unless|>)
      (foot|leg|pedal) & (carpet|floor|floorboard|firewall|bulkhead|mat)
      (brake*|breaks|braking) & (out of order|malfunction*|no pressure|died|not reliable|unreliable|hit and miss|cut out|gave up)
      (no|without|zero|losing|lost|lose|have no|barely any|hardly any|almost no|left without) (the |my |any |all |) (brakes|brake|breaks|braking) (at all|left|now|whatsoever|>)
      (no|lost|losing) (the |my |any |all |) (brakes|breaks|braking power|brake (pressure|pedal|fluid))
      ${brake} & (${lost}|floor|spongy|sponge|soft|softer|mushy|squishy|sinks|sink|sinking|sank|drop*|rock hard|hard as|stiff|solid|useless|all the way|pump*|unresponsive|locked|lock|locks|seized|stuck|jammed|pouring|nothing|weak|weaker|terribl*|fade*|fading|metal on metal|metal to metal|one side|scary|scared|third|second|several times|few times|times)
      ${brake} & ${no} (really |even |) (work*|stop*|respond*|bite|biting|grip*|hold*|catch*|react*|slow*|brake|grab*|feel|engage*|there)
      ${brake} ~ (line|lines|hose|pipe|cylinder|caliper|fluid|oil) ~ (${lost}|leak*|empty|out|everywhere|split|cracked|cut|torn|pouring|drip*|low|minimum|puddle|spray*|wet)
      (leak*|puddle|losing|lost|pouring|spray*|drip*) ~ ${brake} (fluid|oil)
      (wheel|wheels) ~ (wet|fluid) ~ (brake|pedal)
      ${pedal} & (floor|spongy|sponge|soft|softer|mushy|squishy|sinks|sink|sinking|sank|drop*|rock hard|all the way|no resistance|nothing|no pressure|to the bottom|flat|pump*|wood|stone|concrete|brick)
      brake pedal & (hard|stiff|loose|light|long|low|stuck|heavy)
      (pump|pumping|press|push|pressing|pushing|step on|stepping on|hit|hitting|stamp|stand) ~ ${brake} ~~ (nothing|times|barely|hardly|almost|doesnt|wont|twice|before|keeps|floor|still)
      (press|push|step|stepped|pressed|stood|stand) ~ ${brake} & (nothing|keeps (going|rolling)|continues|doesnt stop|not stop*|still)
      (car|van|truck|it|she|jeep|vehicle) ~ ${no} (want to |able to |really |properly |) (stop|stopping|slow (down|enough)|brake) (when|at|in time|unless|until|properly|with|any|fast|>)
      ${no} (able to |even |) (stop|brake|slow) (the |my |this |our ) (car|van|truck|vehicle|jeep)
      ${no} (brake|slow down|stop in time|stop anymore)
      (takes|took|take|needs) (ages|forever|long*|twice|double) ~ (to stop|to brake|stop)
      stopp* ~ (with|using|by|only) (the |my |) ${hand}
      (only|with) (the |my |) ${hand} (stopp*|works|helped|saved)
      (stopping|braking) distance
      brake* (failure|fault|malfunction)
      (pulls|pulling|pulled|veers|swerves|yanks) ~~ (brake|braking|breaking|i brake)
      (brake|braking) ~~ (pulls|pulling|veers|swerves|yanks|throws) ~ (left|right|side|lane)
      (nearly|almost) ~ (crash*|hit|rear ended|went into|ran into|bumped) ~~ (brake*|stop)
      ${brake} ~~ (nearly|almost) ~ (crash*|hit|rear ended|went into|ran into|bumped)
    `,
    steering: `
      (cant|cannot|couldnt|can not|can hardly|can barely|unable to|impossible to|hard to|very hard to|difficult to|wont|doesnt|will not|does not|barely|hardly) (even |really |) steer
      ${steering} & (stuck|lock|locks|locked|lockup|jam|jams|jammed|jamming|heavy|heavier|stiff|stiffer|hard|harder|seized|seizes|freezes|froze|frozen|rock|stone|loose|looses|sloppy|slop|play|freeplay|vague|wander*|float*|drift*|own mind|both (hands|arms)|both my|all my|two (hands|people|arms)|strength|force|nothing|cut out|cuts out|assist*|fault|failure|malfunction|red|unresponsive|delay*|spins|spinning|free*|empty|pulls hard|column|tight|snaps|scary|dangerous|violent*|crazy|like a (truck|tractor|boat)|came off|coming off|fell)
      ${steering} & ${lost}
      ${steering} & ${no} (longer |even |really |) (turn*|work*|respond*|move*|react*|follow*|return*|come*|there|power)
      ${wheel} & ${no} (longer |even |really |) (turn|turning|follow*|respond*|straighten|react*)
      (turn|turned|turning) ~~ (car|wheels) ~ (goes straight|keeps straight|doesnt follow|not follow*|straight on|dont turn|doesnt turn|nothing happens)
      (lost|losing|lose|no) ~ (steering|control of the (car|van|vehicle)|control over)
      (car|van|truck|it) ~ (all over the (road|place)|wanders|wandering|has a mind of its own|goes where it wants|drifts ~ lane*)
      (wheels|tyres|tires) ~ (different (directions|ways)|opposite)
      (tie rod*|track rod*|ball joint*|steering (rack|rod|arm|column|box)|control arm|wishbone|suspension arm|lower arm) & (${lost}|off|loose|hang*|fell|apart|cracked|bent|popped|out)
      (quarter|half) ~ (turn|lap) ~ (play|nothing|before)
      (play|slack) in (the |my |) (steering|wheel)
      power steering & (red|gone|out|off|stopp*|fluid ~ (everywhere|all over)|whine* ~ heavy|lost)
    `,
    wheel: `
      ${wheel} & (wobbl*|wobb*|falling|fell|fall|came off|coming off|come off|comes off|loose|loosen*|loosing|detach*|about to|rattling loose|hanging|tilted|leaning|angle|sideways|moving (about|around)|broke*|crack*|bent badly|rolled away|overtook|shake violently|hub)
      (nut|nuts|lug*|bolt|bolts|stud|studs) & (missing|loose*|lose|gone|sheared|fell|fall*|broke*|snap*|lost|finger tight|undone|left)
      ${tyre} & (burst|bursted|blew|blown|blow|blowout|explod*|exploded|bang|shred*|popped|split|cord|cords|canvas|wires|wire|bulge*|bubble|egg|ripped|torn|gash*|off the rim|came off|peel*|delaminat*|on the rim|deep cut|flat ~ (motorway|highway|driving|on the rim)|disintegrat*|tread coming|tread separat*)
      (driving|drove|drive|going|rolling|running|limping) ~ (on (the|a|my) (rim|rims)|rim)
      (blowout|blow out) ~ (motorway|highway|at #|front|rear|road)
      had a (blowout|blow out)
      (wheel|hub) bearing & (seized|collaps*|play|grinding|glow*|hot|smok*|gone|failed)
      (suspension|spring|strut|axle|ball joint|wishbone) & (broke*|snap*|collaps*|through|came out|dragging|rub* the (tyre|tire|wheel))
    `,
    overheating: `
      (10*|11*|12*|13*) (degrees|degree|celsius|deg)
      (overheat*|over heat*|overheet*|overheting|over heting)
      ${engine} & (to hot|too hot|very hot|boil*|red hot|burning hot|super hot|cooking|steam*|hot warning|running hot|hot and|gets hot|hot message|temperature)
      (temp|temps|temperature*|gauge|needle|thermometer|dial) & (red|max*|high|higher|climb*|rising|rises|rose|shoot*|shot|skyrocket*|spik*|through the roof|pinned|top|hot|limit|off the scale|the end|up to|going up|goes up|gone up|went up|jump*|past|over the|above|10*|11*|12*|13*|danger*|beep*)
      (temp|temps|temperature*|gauge|needle) ~ (all the way|maxed|stuck at the|on h|at h|hits h|into the h|near h) 
      (boil|boils|boiled|boiling|bubbl*|hiss*|gurgl*) & (over|coolant*|antifreeze|water|radiator*|reservoir|tank|bonnet|hood|engine|car|front|under|cap|bottle|spit*)
      car (boiled|boiling|is boiling|cooked)
      ${coolant} & (everywhere|gone|pour*|gush*|spray*|burst*|explod*|empty|all (leaked|out|over)|all of it|steam*|blew|blown|spit*|shoot*|geyser|fountain|dump*|completely|hose (off|came|popped|split)|puddle|fast|hot|stream*|flood*|vanish*|running out|pissing|no (more|) coolant)
      (lost|losing|loses) (all |all the |a lot of |) coolant
      no (more |) coolant
      (steam|steaming|vapour|vapor|fog) & (hood|bonnet|engine|radiator|front|coming|pour*|under|car|rising|bay|out)
      (head gasket|water pump) & (blown|blew|steam*|hot|boil*|gone|broke*)
      (fan|fans) & ${no} (work*|spin*|turn*|come*|kick*) 
    `,
    fuel: `
      ${fuel} & (smell|smells|smelling|smelly|smelt|stink*|stank|stench|reek*|odor*|odour*|fume*|vapor*|vapour*|whiff|headache*|dizzy|nause*|leak*|drip*|spray*|spraying|pour*|puddle*|gush*|spill*|seep*|squirt*|dribbl*|splash*|wet|running down|running out of the|coming out|all over|pool|under the car|on the (ground|floor|engine|exhaust))
      (stink*|smell*|reek*) ~ (like |of |) (a |) ${fuel} 
      ${fuel} (hose|line|pipe|tank|rail|injector*|filter|cap|pump) & (crack*|burst|broke*|hole|punctur*|ruptur*|split|leak*|drip*|spray*|torn|pour*|wet|ripped|came off|smell*|rusted through)
      (tank|hose) & (punctur*|leaking|pouring) ~~ ${fuel}
      (lpg|cng) & (smell*|leak*|hiss*|stink*)
    `,
    smoke: `
      (smoke|smokes|smoking|smokey|smoky|smouldering|smoldering|fumes) & ${bay}
      (smoke|fumes|smoking) ~ (coming|pour*|billow*|rising|everywhere|thick|fill*|start*|from|out)
      (black|white|thick|grey|gray|blue|lots of|a lot of|heavy|some|see|saw|seen|little|bit of) (black |white |thick |grey |blue |) smoke
      (car|van|truck|engine|it|hood|bonnet|something|dash*|vehicle|cables|wiring|motor|battery) ~ (on fire|caught fire|in flames|is burning|burning|catching fire|smoking|sparking|melting|smokes|went up in)
      (on fire|caught fire|catch fire|catching fire|in flames|in fire)
      (flame|flames|fire) & (hood|bonnet|engine|car|under|dash*|exhaust|wheel|underneath|motor|see|saw|seen|help|put out|extinguish*)
      (smell|smells|smelling|smelt|stink*|stench|reek*|odor*|odour*|whiff|stank) & (burn|burns|burning|burnt|burned|scorch*|melt*|singed|electrical|hot (plastic|rubber|wiring|metal|clutch|oil)|smoke|fire|toast*)
      (burnt|burning|melting|scorched|electrical) (plastic|rubber|wire|wires|wiring|oil|cable*|clutch|smell|paint|insulation|hair|fuse*|brake*)
      (wire|wires|wiring|cable|cables|fuse|fuses|fusebox|harness|plug|socket|battery|loom|dash*|plastic) & (melt*|spark|sparks|sparking|smok*|short*|burn*|glow*|scorch*|crackl*|fire|red hot|sizzl*)
      (sparks|sparking) & (dash*|hood|bonnet|engine|under|wheel|battery|wire*|steering|fly*|exhaust|see|saw|behind)
      (wheel|brake|brakes|disc|rim) & (smok*|red hot|glowing|burning hot|stink*|smell*)
      (exhaust|carbon monoxide|co) (fumes|gas|gases|smell) & (cabin|inside|interior|headache*|dizzy)
    `,
    lamp: `
      red (and |big |bright |flashing |blinking |solid |steady |glowing |new |warning |brake |oil |battery |oil can |oil pressure |brake warning |temperature |temp |coolant |engine |steering |steering wheel |stop |triangle |exclamation |charging |charge |alternator |genie |aladdin |teapot |dash |dashboard |handbrake ) ~ (light*|lamp*|lite|symbol*|sign|icon*|indicator*|warning*|mark|triangle|thermometer|message|display|oil|battery|stop|can|circle|thing)
      red & (dash*|cluster|instrument*|panel|screen|display)
      red (light*|lamp*|lite|symbol*|sign|icon*|indicator*|warning*|mark|triangle|thermometer|message|alert|exclamation|circle|stop|battery|oil)
      (light*|lamp*|lite|symbol*|icon*|indicator*|warning*|battery|triangle|exclamation|thermometer|message|oil can|genie|it) ~ (is |goes |turned |went |glows |came on |comes on |shines |flashes |blinks |stays |on |lit |solid |all |up |flashing |blinking |in ) (in |solid |bright |steady |on |flashing |) red
      (oil|oilcan|oil can|oil pressure|oil pressure warning|low oil|aladdin*|genie|teapot) (pressure |warning |can |) (${lamp}) & ${lit}
      (oil pressure|pressure of oil|pressure oil) & (low|zero|no|lost|drop*|gone|none|stop|warning|red|light*|alarm|beep*|fail*|bar)
      (no|low|zero|lost|losing) (engine |) oil (pressure|preassure|presure)
      stop ~ (screen|display|dash*|message*|cluster|computer|panel)
      (screen|display|dash*|message*|panel|computer|says|shows|showing|writes|written|reads|telling me|tells me|warning|saying|told me to|flashes|flashing|big|car says|beep*) ~ (stop|stop engine|stop the (car|engine|vehicle)|stop safely|stop vehicle|stop now|stop immediately|pull over|do not drive|dont drive|engine off|switch off)
      stop (engine|the engine|vehicle|safely|motor|car now|immediately|driving|the vehicle) 
      (engine|vehicle) stop
      (battery|charging|charge|alternator|generator) (warning |) (light*|lamp*|symbol*|icon*|sign|warning*) & (on|lit|came|comes|red|flash*|stay*|glow*|driving|wont|dim*|flicker*|off)
      (brake|brakes|brake system|brake fluid|handbrake|parking brake) (system |fluid |warning |) (warning*|light|lamp|symbol*|icon*) & (on|lit|came|comes|red|stay*|wont|flash*|glow*|driving|flicker*|released|down|off)
      (battery|charging system|charging) & (not charging|fault|failure|dim|dimmer|dimming)
      (temperature|temp|coolant|thermometer) (warning |) (light*|lamp*|symbol*|icon*|warning) & (on|lit|came|comes|red|flash*|stay*|glow*|beep*)
      (several|many|all|bunch of|christmas tree|multiple) ~ (red|warning) ~ (light*|lamp*) 
    `,
  },
};
