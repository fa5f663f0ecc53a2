import { addressesOf } from '#shared/domain/identity.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import { isCalled } from '../baton/waits.ts';
import { askedVisit, awaitedVisit, meantVisit, missedToday } from '../coming/which.ts';
import { afterVisit, awaitsWhy } from '../feedback/heard.ts';
import type { Turn } from '../flow.ts';
import { codeIn } from '../link.ts';
import { type AnswerWord, act, type Call, isAnswer, wordCall } from '../meant.ts';
import { nothingCame } from '../report/state.ts';
import { languageNamed } from '../settings/language.ts';
import type { Word } from '../word.ts';
import { calls, collectWords, type Route } from './kinds.ts';
import { estimateWaits, inProgress, isBookingNow } from './progress.ts';
import { isForPerson, isQuestion, saysMoreThan, understoodCalls, withBurst } from './understood.ts';

/** What words mean, where they are the bot's: always-words first, then what is in progress, then what they say by themselves. */
export function textRoute(text: string, turn: Turn): Route {
  const { conversation, word } = turn;
  const told = { kind: 'text', text } as const;
  const language = languageNamed(text);
  if (language) return calls(act('settings', { do: 'setLanguage', language }));
  const howItWas = afterVisit(text, word, turn);
  if (howItWas && !(howItWas.do === 'words' && isClear(turn))) return calls(act('feedback', howItWas));
  // What they say of it is the beginning of the report.
  if (word === 'problem') return calls(act('report', { do: 'came', ...nothingCame, text }));
  const { burst } = conversation;
  if (word && !isAnswer(word)) {
    const isMore = saysMoreThan(word, turn);
    if (isMore && isForPerson(turn)) return collectWords(text);
    const more = isMore ? understoodCalls(withBurst(text, burst), turn) : null;
    return more ? understoodRoute(more) : calls(wordCall(word, turn));
  }
  const isMeant = word === null ? null : cancelAnswer(word, turn);
  if (isMeant) return calls(isMeant);
  // Words that follow a file are about it.
  if (!word && burst !== null && burst.photos.length + burst.others.length > 0) return collectWords(text);
  const comes = word ? null : aboutComing(text, turn);
  // No car and no fault is called so: they write of the visit, not of the booking that they left.
  const isOfVisit = comes !== null && conversation.flow?.name === 'book' && turn.said?.kind !== 'yes';
  const isComing = comes !== null && !movesInstead(turn);
  const understood =
    word || (isComing && !isQuestion(turn)) ? null : understoodCalls(withBurst(text, burst), turn);
  if (understood) return understoodRoute(isComing ? [comes, ...understood] : understood);
  // A booking takes no words that are for a person.
  const isTheirs = conversation.flow?.name === 'book' && isForPerson(turn);
  const taken = isOfVisit || isTheirs ? comes : (inProgress(conversation, told, turn) ?? comes);
  if (taken) return calls(taken);
  const digits = codeIn(text);
  if (digits !== null) return calls(act('link', { do: 'code', digits }));
  if (!word && !conversation.flow && isNod(text)) return calls(act('menu', { do: 'welcome' }));
  if (!word) return collectWords(text);
  const answered =
    offerAnswer(word, turn) ??
    estimateAnswer(word, turn) ??
    comingAnswer(word, turn) ??
    waitlistAnswer(word, turn);
  // Whoever waits for a person answers that person: a short "no" is passed on, and met with no menu.
  if (!answered && !conversation.flow && turn.case.waitingSince !== null && isCalled(turn))
    return collectWords(text);
  return calls(answered ?? bookingAgain(turn) ?? act('menu', { do: 'open' }));
}

/** A plain yes or no that the card of a booking cannot take loses nothing: the card is shown again, with what answers it. */
function bookingAgain(turn: Turn): Call | null {
  return isBookingNow(turn) ? { flow: 'book', event: { kind: 'again', because: 'unclear' } } : null;
}

/** What was being collected was understood with it. */
function understoodRoute(all: readonly Call[]): Route {
  return { kind: 'calls', calls: all, takesBurst: true };
}

/** It asks us something, or wants a visit in so many words: no more about how the last one was. */
function isClear(turn: Turn): boolean {
  const { understood } = turn;
  if (understood === null || awaitsWhy(turn)) return false;
  return isQuestion(turn) || (understood.wish !== null && understood.wish.intent !== null);
}

/**
 * "Move it to Friday after three" names what "can't, maybe Friday" leaves open. Near the visit the advisors are to hear that
 * nobody comes, and "I'll be there on Friday?" of a visit that is on Thursday asks for another day.
 */
function movesInstead(turn: Turn): boolean {
  const intent = turn.understood?.wish?.intent;
  if (intent !== 'move' && intent !== 'cancel') return false;
  return turn.said?.kind === 'yes' || (turn.said?.kind === 'cant' && awaitedVisit(turn) === null);
}

/** A thumb up and the like, with nothing asked: friendly, and nothing that a person would have to read. */
export function isNod(text: string): boolean {
  return nod.test(text);
}

const nod = /^(?:👍|👌|🙏|❤|🤝|👏|😊|🙂|\p{EMod}|\uFE0F|\s)+$/u;

/** "Is that you?" was asked below an answer and no flow waits for it: a plain yes or no is meant for it all the same. */
function offerAnswer(word: Word, { conversation, customer }: Turn): Call | null {
  const open = conversation.linkOffer === 'made' && addressesOf(customer).length === 1;
  if (!open || conversation.flow) return null;
  return word === 'yes' || word === 'no' ? act('link', { do: word }) : null;
}

/** Words that say whether somebody comes to the visit that is before them. */
function aboutComing(text: string, turn: Turn): Call | null {
  const { said, conversation } = turn;
  if (!said) return null;
  // A bare "15 minutes" says how late they are, unless something else is asked or a person is to hear it.
  if (said.kind === 'span' && (conversation.flow !== null || turn.case.waitingSince !== null)) return null;
  if (meantVisit(said, turn)) return act('coming', { do: 'words', text });
  const missed = said.kind === 'here' ? missedToday(turn) : null;
  return missed && act('coming', { do: 'here', id: missed.id });
}

/**
 * "Yes" right after they were asked whether a visit is to be cancelled is no word that they come, and "no" gives nothing up: words
 * cancel nothing, so the visit is shown with its buttons.
 */
function cancelAnswer(word: AnswerWord, { conversation, customer }: Turn): Call | null {
  const { cancelAsked, heardAt } = conversation;
  // Whatever they wrote or tapped since, or were asked by a reminder, is what they answer.
  if (!cancelAsked || cancelAsked.heardAt !== heardAt || word === 'skip') return null;
  if (customer.written.some(({ at }) => at > heardAt)) return null;
  const visit = customer.visits.find(({ id }) => id === cancelAsked.visit);
  if (visit?.life.stage !== 'booked') return null;
  return act('visits', { do: word === 'yes' ? 'askCancel' : 'show', id: visit.id });
}

/** A plain yes to a visit that is near says that they come, once; a plain no says the contrary only to who was asked. */
function comingAnswer(word: AnswerWord, turn: Turn): Call | null {
  if (turn.conversation.flow || word === 'skip') return null;
  const visit = word === 'no' ? askedVisit(turn) : awaitedVisit(turn);
  if (!visit) return null;
  if (word === 'no') return act('coming', { do: 'cant', id: visit.id });
  return visit.life.coming?.kind === 'yes'
    ? act('menu', { do: 'welcome' })
    : act('coming', { do: 'yes', id: visit.id });
}

/** A time may be kept for who waits: a plain yes or no shows it again with its buttons, or what they wait for. */
function waitlistAnswer(word: AnswerWord, { customer }: Turn): Call | null {
  return word === 'skip' || customer.waits.length === 0 ? null : act('waitlist', { do: 'list' });
}

/** A plain yes or no while an estimate waits agrees to no sum: the estimate is shown again, with its buttons. */
function estimateAnswer(word: Word, { conversation, customer }: Turn): Call | null {
  const isAsked = conversation.flow?.name === 'estimate' && customer.orders.some(isOpen);
  if (!isAsked && !estimateWaits({ conversation, customer })) return null;
  return word === 'yes' || word === 'no' ? act('estimate', { do: 'waiting' }) : null;
}
