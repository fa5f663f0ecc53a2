import type { Mutant } from './mutants.ts';

/** Bugs of the advisors' desk: words in the wrong place, notes that leak, people who may not act, answers that are lost. */
export const deskMutants: readonly Mutant[] = [
  {
    bug: 'what cannot go into a topic that is gone goes to everybody (hermes 28514)',
    edits: [
      {
        file: 'functions/deliver/desk/send-unit.ts',
        find: 'return { ...fresh, parts: [] };',
        put: 'return { ...fresh, parts: [], topic: null };',
      },
    ],
    tests: ['test/functions/deliver/desk-topics.test.ts'],
  },
  {
    bug: 'a topic is made without a claim, so that a crash makes a second one',
    edits: [
      {
        file: 'functions/deliver/desk/topic.ts',
        find: 'const ours = await claimCreation(run.table, read, claim);',
        put: 'const ours = read !== undefined;',
      },
      {
        file: 'functions/deliver/desk/topic.ts',
        find: 'return Math.max(sender.topicsFrom, group.creating?.until ?? 0);',
        put: 'return Math.max(sender.topicsFrom, group.creating ? 0 : 0);',
      },
    ],
    tests: ['test/functions/deliver/desk-topics.test.ts'],
  },
  {
    bug: 'the topic that a crash kept from being recorded is not recognised when its own message comes',
    edits: [
      {
        file: 'shared/desk/news.ts',
        find: 'creating?.customer === customer.id && creating.title === name',
        put: "creating?.customer === customer.id && creating.title === '' && name === ''",
      },
    ],
    tests: ['test/faults/desk-kill-points.test.ts'],
    only: 'killed at deliver DynamoDB TransactWrite',
  },
  {
    bug: 'a note goes to the customer like any other words',
    edits: [
      {
        file: 'shared/desk/relay/part.ts',
        find: 'if (isNote(wordsOf(content)) || answersCard',
        put: 'if (answersCard',
      },
    ],
    tests: ['test/journey/desk-words.test.ts'],
  },
  {
    bug: 'an answer to the card goes to the customer',
    edits: [
      {
        file: 'shared/desk/relay/part.ts',
        find: 'isNote(wordsOf(content)) || answersCard ||',
        put: 'isNote(wordsOf(content)) ||',
      },
    ],
    tests: ['test/journey/desk-words.test.ts'],
  },
  {
    bug: 'a note that is changed into an answer is sent after all',
    edits: [
      {
        file: 'shared/desk/relay/edit.ts',
        find: ": reply(answering(messageId, 'relayEditNotSent'));",
        put: ": ((pending) => (pending ? offer(pending, turn) : nothing))(pendingOf({ kind: 'text', text }, turn));",
      },
    ],
    tests: ['test/journey/desk-words.test.ts'],
  },
  {
    bug: 'anybody in the group is an advisor',
    edits: [
      {
        file: 'shared/desk/who.ts',
        find: 'if (!advisorIds.includes(person.id)) return null;',
        put: "if (person.id === '') return null;",
      },
    ],
    tests: ['test/desk/rights.test.ts'],
  },
  {
    bug: 'whoever was taken off the list still acts',
    edits: [
      {
        file: 'shared/desk/who.ts',
        find: 'if (roster.removed.includes(person.id)) return null;',
        put: 'if (roster.removed.includes(person.name)) return null;',
      },
    ],
    tests: ['test/desk/rights.test.ts'],
  },
  {
    bug: 'a stranger’s tap in the group counts',
    edits: [
      {
        file: 'shared/desk/meaning.ts',
        find: "        : decided(toast(phrase('relayNotListed')));",
        put: "        : tap(event.offer, turnOf(inbound, { by: { id: inbound.from?.id ?? '', advisor: 'maria', role: 'advisor' }, language: 'en', learned: null }, known, ground, setting), known);",
      },
    ],
    tests: ['test/faults/desk-buttons.test.ts'],
    only: 'a stranger in the group',
  },
  {
    bug: 'another group that the bot is in is the advisors’ group',
    edits: [
      {
        file: 'shared/desk/step.ts',
        find: 'ours.includes(address.chat) ||',
        put: 'address.chat !== address.bot ||',
      },
    ],
    tests: ['test/desk/rights.test.ts'],
  },
  {
    bug: 'what an advisor wrote before the group got a new id is lost when it is handled after',
    edits: [
      {
        file: 'shared/desk/step.ts',
        find: 'const ours = [desk.chat, group.chat];',
        put: 'const ours = [group.chat ?? desk.chat];',
      },
    ],
    tests: ['test/journey/desk-group.test.ts'],
  },
  {
    bug: 'what waited for a right in the group waits on once it is given back',
    edits: [{ file: 'functions/deliver/desk/send-desk.ts', find: '  givenBack(run, group);\n', put: '' }],
    tests: ['test/journey/desk-group.test.ts'],
  },
  {
    bug: 'nobody is asked before they write into a colleague’s talk',
    edits: [
      {
        file: 'shared/desk/relay/send.ts',
        find: "known.owner !== null && known.owner !== by.advisor && known.baton !== 'bot',",
        put: "known.owner === '' && by.advisor === '',",
      },
    ],
    tests: ['test/journey/desk-cases.test.ts'],
  },
  {
    bug: 'the group is called while the messenger asked us to wait',
    edits: [
      {
        file: 'functions/deliver/desk/send-desk.ts',
        find: 'if (run.now() < held) return held;',
        put: 'if (run.now() < 0) return held;',
      },
    ],
    tests: ['test/functions/deliver/desk-away.test.ts'],
  },
  {
    bug: 'a mark shows less than was shown before',
    edits: [
      {
        file: 'shared/desk/ticks.ts',
        find: 'if (last > rungs[rung]) return nothing;',
        put: 'if (last < 0) return nothing;',
      },
    ],
    tests: ['test/desk/step.test.ts'],
  },
  {
    bug: 'an answer leaves the customer waiting, and the alerts go on',
    edits: [
      {
        file: 'shared/desk/relay/send.ts',
        find: '    waitingSince: null,\n    answerBy: null,\n    alerts: 0,\n    answered: { by: by.advisor, at: now },',
        put: '    answered: { by: by.advisor, at: now },',
      },
    ],
    tests: ['test/journey/desk-waiting.test.ts'],
  },
  {
    bug: 'the pictures of an album are each taken for another one of it',
    edits: [
      {
        file: 'functions/deliver/record.ts',
        find: 'completes.slice(at, at + 1)',
        put: 'completes.slice(ids.length - 1 - at, ids.length - at)',
      },
    ],
    tests: ['test/functions/deliver/desk-words.test.ts'],
  },
  {
    bug: 'all topics of the group are one customer’s',
    edits: [
      {
        file: 'shared/store/topic.ts',
        find: 'topicOwnerKey(chat: string, thread: string): Key {',
        put: 'topicOwnerKey(chat: string, of: string): Key {\n  const thread = of.slice(0, 1);',
      },
    ],
    tests: ['test/faults/desk-crossing.test.ts'],
  },
  {
    bug: 'a picture is passed on with the place where it was taken',
    edits: [
      {
        file: 'functions/media/media.ts',
        find: 'const redrawn = await drawn(deps.images, content, plan, uploads.photo?.bytes ?? 0);',
        put: "const redrawn = { kind: 'ready', what: plan.as, mime, content } as const;",
      },
      {
        file: 'functions/media/media.ts',
        find: "return redrawn.kind === 'failed' ? failed(redrawn.why) : stored(deps, job, redrawn);",
        put: 'return stored(deps, job, { ...redrawn, mime: String(redrawn.mime) });',
      },
    ],
    tests: ['test/functions/media/media.test.ts'],
  },
  {
    bug: 'an answer that is going out is kept back, and the advisor is told that it had not left',
    edits: [
      {
        file: 'shared/store/progress.ts',
        find: 'attribute_exists(waiting) AND attribute_not_exists(going) AND',
        put: 'attribute_exists(waiting) AND',
      },
      { file: 'shared/store/progress.ts', find: '    going: going || null,\n', put: '' },
      { file: 'shared/store/progress.ts', find: '  parked,\n  going,\n', put: '  parked,\n' },
    ],
    tests: ['test/faults/desk-races.test.ts'],
  },
  {
    bug: 'one message that the group never takes keeps all others from the advisors',
    edits: [
      {
        file: 'functions/deliver/desk/send-unit.ts',
        find: 'rowUntil: verdict.until, holdsChat: true',
        put: 'rowUntil: 0, holdsChat: true',
      },
    ],
    tests: ['test/faults/desk-away.test.ts'],
  },
  {
    bug: 'an advisor writes to whoever has the customer’s old address by now',
    edits: [
      {
        file: 'shared/store/about.ts',
        find: 'return one && isAt(customer, addressKey(one.address)) ? one : null;',
        put: 'return one ?? null;',
      },
    ],
    tests: ['test/desk/step.test.ts'],
  },
];
