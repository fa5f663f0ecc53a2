import type { Facts } from '#shared/domain/facts.ts';
import { noAnswers } from '#shared/domain/replies.ts';
import { emptyWaitlist } from '#shared/domain/waitlist.ts';

/** What a decision reads where nothing of it is there; tests put in what theirs needs. */
export const noFacts: Facts = {
  days: new Map(),
  numbers: new Map(),
  codes: new Map(),
  customers: new Map(),
  timers: [],
  waiters: [],
  visits: new Map(),
  orders: new Map(),
  reports: new Map(),
  agreements: [],
  people: new Map(),
  waitlist: emptyWaitlist,
  feed: null,
  happened: new Map(),
  replies: new Map(),
  answers: noAnswers,
};
