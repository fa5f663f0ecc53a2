import type { Part } from '#shared/desk/part.ts';
import type { DeskDecision, DeskEvent, DeskTurn } from '#shared/desk/turn.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Option, Say } from '#shared/domain/outbound.ts';
import { type Answers, noAnswers } from '#shared/domain/replies.ts';
import { station } from '#shared/station/station.ts';
import { newConversation } from '#shared/store/conversation.ts';
import { figuresFor } from '#shared/text/figures.ts';
import { textFor } from '#shared/text/text.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { noFacts } from '#test/helpers/facts.ts';

/** Tuesday 24 November 2026, 10:00 in Athens. */
export const start = Date.parse('2026-11-24T08:00:00Z');

/** An advisor at the desk with one part of it, who reads what is shown and taps what is written on the buttons. */
export class Seat {
  now = start;
  /** The advisor's language, and the customer's. */
  language: Language = 'en';
  theirs: Language = 'en';
  by: DeskTurn['by'] = { id: '5000002', advisor: 'eleni', role: 'advisor' };
  where: 'topic' | 'general' = 'topic';
  customer: Customer | null = null;
  change: Partial<NonNullable<DeskTurn['about']>> = {};
  named: DeskTurn['named'] = null;
  /** What a manager kept. */
  answers: Answers = noAnswers;
  last: DeskDecision = { changes: [], say: [] };
  #shown: { readonly message: Say; readonly at: number } | null = null;
  readonly #part: Part;

  constructor(part: Part) {
    this.#part = part;
  }

  turn(): DeskTurn {
    const counter = new Counter(this.now);
    if (this.customer) counter.customer = this.customer;
    const turn = counter.turn(this.where);
    const conversation = newConversation(counter.customer.id, this.theirs);
    return {
      ...turn,
      id: `D${this.now.toString(36).slice(-5)}`,
      station,
      by: this.by,
      language: this.language,
      about: turn.about && { ...turn.about, conversation, ...this.change },
      named: this.named,
      figures: (language) => figuresFor(language, station, this.now),
    };
  }

  says(words: string): this {
    return this.#does({ kind: 'command', name: 'x', words });
  }

  /** Taps the button that bears these words. */
  taps(label: string): this {
    const option = this.#options().find((one) => this.#said(one.label) === label);
    if (option?.kind !== 'act') throw new Error(`No button "${label}"; there are ${this.labels.join(', ')}`);
    return this.#does({ kind: 'action', action: option.action.data, shownAt: this.#shown?.at ?? 0 });
  }

  get labels(): readonly string[] {
    return this.#options().map(({ label }) => this.#said(label));
  }

  /** What the last card says, a paragraph each. */
  get lines(): readonly string[] {
    return (this.#shown?.message.text ?? []).map((one) => this.#said(one));
  }

  /** What went to the customer. */
  get sent(): readonly string[] {
    return this.last.say.flatMap(({ to, message }) =>
      to === 'customer' && message.kind === 'relay' && message.content.kind === 'text'
        ? [message.content.text.text]
        : [],
    );
  }

  get toast(): string | null {
    return this.last.toast ? this.#said(this.last.toast) : null;
  }

  #options(): readonly Option[] {
    return this.#shown?.message.options.flat() ?? [];
  }

  #said(one: Parameters<ReturnType<typeof textFor>['say']>[0]): string {
    return textFor(this.language, station, this.now).say(one);
  }

  #does(event: DeskEvent<unknown>): this {
    const decision = this.#part.decide(event, { ...noFacts, answers: this.answers }, this.turn());
    if (decision === 'expired') throw new Error('The action is not one of the part’s');
    this.last = decision;
    for (const change of decision.changes) if (change.kind === 'answers') this.answers = change.answers;
    const message = decision.say.flatMap((one) =>
      one.to === 'here' && one.message.kind === 'say' ? [one.message] : [],
    )[0];
    if (message) this.#shown = { message, at: this.now };
    return this;
  }
}
