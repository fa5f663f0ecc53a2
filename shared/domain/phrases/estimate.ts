import * as z from 'zod';

const none = z.object({});
const cents = z.number();
const urgency = z.enum(['safety', 'soon', 'wish']).nullable();

/** A line as it is offered. Money is integer cents, with tax. */
const offered = z.object({
  id: z.string(),
  options: z.array(
    z.object({ name: z.string(), parts: cents.nullable(), work: cents.nullable(), price: cents }),
  ),
  urgency,
  months: z.number().nullable(),
  reason: z.string(),
  photos: z.number(),
});

/** A line and what is said to it; `name` is the way that was chosen, `says` null: nothing yet. */
const answered = z.object({
  id: z.string(),
  name: z.string(),
  cents,
  says: z.enum(['yes', 'later', 'no']).nullable(),
});

/** Number and number of the agreement: `K7M2QP-v2`. */
const named = { ref: z.string(), number: z.number() };
/** A choice as a button; `chosen`: it is what stands now. */
const choice = { id: z.string(), chosen: z.boolean() };

/** Estimates, answers to them, and what was agreed. Keys begin with `estimate`. */
export const estimatePhrases = {
  // The card that asks
  /** `edition` above 1: it stands in the place of an older one. `by`: an advisor's id. */
  estimateHead: z.object({
    by: z.string(),
    name: z.string(),
    car: z.string(),
    note: z.string(),
    photos: z.number(),
    edition: z.number(),
  }),
  estimateLines: z.object({ lines: z.array(offered) }),
  /** On a newer edition: what is agreed already, which goes on to hold. */
  estimateSoFar: z.object({ cents }),
  /** `ways`: some line has several ways of doing it, and the sum takes the first of each. */
  estimateTotal: z.object({
    cents,
    tax: cents,
    vatPercent: z.number(),
    ways: z.boolean(),
    ready: z.number().nullable(),
    answerBy: z.number().nullable(),
    validUntil: z.number(),
  }),

  // Line by line
  /** Below the lines: what is to be done with them. `left`: lines that nothing was said to yet; none left: they stand here. */
  estimateChoose: z.object({ lines: z.array(answered), cents, left: z.number() }),
  /** One line in a message of its own; `at` of `count`. */
  estimateLine: z.object({
    line: offered,
    at: z.number(),
    count: z.number(),
    says: answered.shape.says,
  }),
  /** All lines have an answer: is this right? */
  estimateConfirm: z.object({ lines: z.array(answered), cents }),
  estimateWhichLine: none,

  // What follows
  /** The recap, as both sides are shown it and as it is quoted for ever. `who` answered. `signed`: by the word for it. */
  estimateAgreed: z.object({
    ...named,
    who: z.string(),
    car: z.string(),
    at: z.number(),
    lines: z.array(answered),
    cents,
    ready: z.number().nullable(),
    signed: z.boolean(),
  }),
  /** Below the recap: the answer came after the moment for which the car was promised. */
  estimateLate: z.object({ by: z.string() }),
  /** Nothing is to be done now; what is to be done later stands among the lines. */
  estimateDeclined: z.object({
    ...named,
    who: z.string(),
    car: z.string(),
    at: z.number(),
    lines: z.array(answered),
  }),
  /** So much needs the word for it, or a signature. */
  estimateSign: z.object({ ref: z.string(), cents, lines: z.array(answered), limit: cents }),
  /** An agreement that an advisor (`by`) recorded: is it right? */
  estimateRecorded: z.object({
    ...named,
    by: z.string(),
    how: z.enum(['phone', 'desk']),
    car: z.string(),
    at: z.number(),
    lines: z.array(answered),
    cents,
    ready: z.number().nullable(),
  }),
  estimateConfirmed: z.object({ ...named, who: z.string(), at: z.number() }),
  estimateDisputed: z.object({ ...named, who: z.string(), at: z.number() }),
  /** Beside the one before, to the owner: who looks into it, by when. */
  estimateDisputedNext: z.object({ advisor: z.string(), by: z.number() }),

  // Questions
  estimateAskQuestion: z.object({ by: z.string(), several: z.boolean() }),
  estimateQuestionSent: z.object({ advisor: z.string(), by: z.number() }),
  /** In the topic: the line that is asked about. */
  estimateDeskQuestion: z.object({ ref: z.string(), id: z.string(), name: z.string(), cents }),

  // Time
  estimateNudge: z.object({
    car: z.string(),
    cents,
    ready: z.number().nullable(),
    answerBy: z.number().nullable(),
  }),
  /** In the topic: the estimate is not valid any more, and nobody answered. */
  estimateDeskOver: z.object({ ref: z.string(), car: z.string(), cents }),

  // Older cards, and what is not open any more
  estimateNewer: none,
  estimateOver: z.object({
    ref: z.string(),
    state: z.enum(['agreed', 'declined', 'withdrawn', 'expired', 'gone']),
  }),
  /** Said while a confirmation is older than what stands now. */
  estimateChanged: none,

  // What was agreed
  estimateNothingAgreed: none,
  estimateNothingToSign: none,
  estimateDocument: none,
  /** Above a button that shows the estimate which waits. */
  estimateNewest: none,

  // Buttons
  estimateLabelAll: none,
  estimateLabelSome: none,
  estimateLabelQuestion: none,
  estimateLabelConfirm: z.object({ cents }),
  estimateLabelYes: z.object(choice),
  /** One of several ways: `way` 0 is A. */
  estimateLabelOption: z.object({ ...choice, way: z.number(), name: z.string(), cents }),
  estimateLabelLater: z.object(choice),
  estimateLabelNo: z.object(choice),
  estimateLabelMore: none,
  estimateLabelChange: none,
  estimateLabelDocument: none,
  estimateLabelRight: none,
  estimateLabelNotSo: none,
  estimateLabelShow: none,
  estimateLabelEarlier: none,
} as const;
