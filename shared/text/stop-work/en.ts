import type { StopWords } from './words.ts';

const stop = '(stop|halt|pause|suspend|cease|cancel|freeze|abort|hold|interrupt)';
const work =
  '(work|works|working|repair|repairs|repairing|job|jobs|service|servicing|maintenance|fixing|everything|gearbox|brakes|engine)';
const never = '(dont|do not|never|not to|please not)';
const they = '(mechanic*|technician*|guys|team|workshop|people|them|him|her)';

export const en: StopWords = {
  fine: `
    ${never} (please |) (stop|halt|pause|cancel|hold|interrupt)
    ${stop} (please |) (all |) (the |these |your |) (message*|reminder*|notification*|ads|adverts|advertis*|offers|newsletter*|spam*)
    ${stop} (sending|texting|writing|messaging|emailing|calling|reminding|spamming|bothering|by)
    (when|what time|until when|till when) ~ (stop|finish)
    (will|would|does|did|might|may|makes it|seems to|begins to|starts to|it|radio|phone) stop working
    (if|when|because) (i|we) (dont|do not)
    (i|we|it|she|he|car|engine) (dont|do not|doesnt) (start|do|change)
    (start stop|stop start|stop light*|stop lamp*|bus stop|full stop|non stop)
    ${never} (wash|forget|change the (appointment|time|date)|call|write|throw)
  `,
  work: `
    ${stop} (~) ${work}
    stop & (repair|repairs|work|job)
    stop (doing|dismantling|painting|replacing|changing|taking)
    stop (what|whatever|everything) ~ (doing|working)
    (put|place|keep) ~ (work*|repair*|job) (~) on hold
    (tell|ask) ~ ${they} ~ stop
    ${never} (please |) (continue|proceed|carry on|go on|go ahead|touch|repair|fix|dismantle|take it apart)
    ${never} (start|begin) (the |any |on |with |to |) (work*|repair*|job|gearbox|engine|it|yet|anything|brakes)
    ${never} do (anything|any more|any work|it|more|nothing|the (brakes|discs|pads|engine|repair|work|job))
    ${never} (change|replace) (anything|any)
    do nothing (more|else|further|until|till|to)
    (no more|no further) (work|works|repairs)
    (dont|do not) want you to (continue|proceed|go on|do|fix|repair|touch|start)
    leave (the|my|it) (car |golf |octavia |) as it is
  `,
  messages: `
    (no|not) (more|any more|another) (texts|messages|reminders|notifications|sms|ads|spam)
    (dont|do not|never|stop|quit) (ever |) (write|writing|text|texting|message|messaging|spam|spamming|remind|reminding) (to |) me (again|anymore|any more|ever|>)
    (dont|do not) want (any |more |your |these |to get |to receive |) (~) (messages|texts|reminders|notifications|ads|spam)
    (remove|take|delete) me (off|from) (~) (mailing|messages|everywhere|your (list|lists))
    (fed up|tired|sick|enough) (of|with) (~) (messages|texts|reminders|notifications|spam)
    (leave me alone|unsubscribe me|opt me out)
  `,
  list: `
    (waiting|wait) list
    (write|message|text) (me |) (instead|only|on|in|by)
    (call|phone|ring) (me|instead|only)
  `,
};
