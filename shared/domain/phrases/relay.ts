import * as z from 'zod';

const none = z.object({});
/** An advisor: the station's id, or the name itself. */
const advisor = z.string();
const someone = z.object({
  name: z.string(),
  /** The messenger's numeric id. */
  id: z.string(),
  managers: z.array(advisor),
  kind: z.enum(['stranger', 'listed', 'bot']),
});

/** What is passed on between a customer and an advisor, and what could not be. Keys begin with `relay`. */
export const relayPhrases = {
  /** The new words of a message, where what was sent cannot be changed. */
  relayCorrection: z.object({ text: z.string() }),
  /** An advisor takes a message back, where what was sent stays; `text` is '' for a file without words. */
  relayRetracted: z.object({ text: z.string() }),
  /** Stands over what an advisor wrote. */
  relaySign: z.object({ name: advisor }),
  /** The same over a correction of what cannot be changed. */
  relaySignCorrection: z.object({ name: advisor }),

  // What is not passed on
  relayStranger: z.object({ name: z.string(), id: z.string() }),
  relayHidden: none,
  relayNobodysTopic: none,
  relayUnsupported: none,
  /** A customer who was booked by phone; `phone` is '' where none is known. */
  relayNoMessenger: z.object({ name: z.string(), phone: z.string() }),
  relayShutOut: z.object({ by: advisor }),

  // What is held, and what became of it
  relayHeldOwner: z.object({ owner: advisor }),
  /** Stands over a kinder way to say the same. */
  relayHeldCalm: z.object({ why: z.enum(['insult', 'shouting', 'sarcasm', 'blame']) }),
  /** `until`: since when only a notice can go out; `phone`: '' where none is known. */
  relayHeldWindow: z.object({ until: z.number(), phone: z.string() }),
  relayHeldSent: none,
  relayHeldDropped: none,
  relayHeldExpired: none,
  relaySentAlready: none,
  relayOnlyWriter: z.object({ name: advisor }),
  relayAgain: none,
  relayNoOtherWay: none,

  // Changing and taking back
  relayEditNotSent: none,
  relayStaysSent: none,
  /** `kept`: it had not left yet; `before`: it was taken back earlier. */
  relayUndone: z.object({ how: z.enum(['kept', 'deleted', 'corrected', 'before']) }),
  relayUndoHow: none,
  relayUndoNothing: none,

  // Who has it
  relayTaken: none,
  relayTakenBy: z.object({ owner: advisor }),
  relayNobodys: none,
  relayReleased: none,
  relayHandToWhom: none,
  /** `waits`: the customer waits for an answer. */
  relayHandedOver: z.object({ from: advisor, to: advisor, waits: z.boolean() }),
  relayHanded: z.object({ to: advisor }),
  relayNobodyNamed: z.object({ name: z.string() }),
  relayNoColleague: none,
  /** Nothing goes back to the bot while somebody waits for a person. */
  relayStillWaits: none,
  relayBotHasIt: none,
  relayGivenBack: none,
  relayNoAnswer: none,
  relayNobodyWaits: none,
  relayCallDone: none,
  relayNoCall: none,
  relayShutOutWhy: none,
  relayShutOutNow: z.object({ by: advisor, reason: z.enum(['abuse', 'spam', 'other']) }),
  relayNotShutOut: none,
  relayLetIn: z.object({ by: advisor }),
  relayMore: none,

  // Who waits
  relayOpenNone: none,
  relayOpenHead: z.object({ count: z.number() }),
  /** `minutes` since they wait; `by`: by when they were promised an answer. */
  relayOpenLine: z.object({
    who: z.string(),
    minutes: z.number(),
    owner: advisor.nullable(),
    by: z.number().nullable(),
  }),

  // Who may act
  relayJoined: someone,
  relayLeft: someone,
  relayRosterHead: none,
  /** `id` is '' where the reader is no manager; `anyway`: how often they sent what was held for its tone. */
  relayRosterLine: z.object({
    advisor,
    role: z.enum(['advisor', 'manager']),
    id: z.string(),
    anyway: z.number(),
  }),
  relayRosterHow: none,
  relayManagersOnly: none,
  relayAdded: z.object({ name: advisor }),
  relayListedAlready: none,
  relayRemoved: z.object({ name: advisor }),
  relayNotYourself: none,
  relayNotListedId: z.object({ id: z.string() }),
  relayNotListed: none,

  // The language in which the desk speaks to somebody
  relayLanguageAsk: z.object({ name: advisor }),
  relayLanguageSet: z.object({ name: advisor }),

  // Help
  relayGone: none,
  relayInTopic: none,
  /** `near`: the command that may have been meant, '' where none is near. */
  relayUnknownCommand: z.object({ name: z.string(), near: z.string() }),
  relayHelp: none,
  /** What a mark on an advisor's message says. */
  relayHelpMark: z.object({ mark: z.enum(['sent', 'delivered', 'read', 'failed']) }),
  relayHelpCommands: none,

  // Labels of buttons
  relayLabelSend: none,
  relayLabelDraft: none,
  relayLabelDrop: none,
  relayLabelNotice: none,
  relayLabelLetAct: none,
  relayLabelRemove: z.object({ advisor }),
  relayLabelPerson: z.object({ advisor }),
  relayLabelAbuse: none,
  relayLabelSpam: none,
  relayLabelOther: none,
  relayLabelHistory: none,
} as const;
