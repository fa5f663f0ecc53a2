/** One edit: `find` stands exactly once in `file`, and `put` takes its place. */
export type Edit = { readonly file: string; readonly find: string; readonly put: string };

/** A bug put in by hand, and the tests that must notice it. `only` narrows them to names that contain it. */
export type Mutant = {
  readonly bug: string;
  readonly edits: readonly Edit[];
  readonly tests: readonly string[];
  readonly only?: string;
};

const commit = 'shared/store/commit.ts';
const faults = (...names: readonly string[]) => names.map((name) => `test/faults/${name}.test.ts`);

/**
 * Bugs that products of this kind really had (the sources are named) or that this one would most easily have. Each must
 * be caught; a new promise of the README earns a new line here.
 */
export const mutants: readonly Mutant[] = [
  {
    bug: 'the dedupe is written after the effect (chatwoot pull 13359)',
    edits: [
      {
        file: commit,
        find: `  const actions = [
    put(table, transcriptItem(inbound, step.aftermath, now), absent),`,
        put: `  const dedupe = put(table, transcriptItem(inbound, step.aftermath, now), absent);
  const actions = [`,
      },
      {
        file: commit,
        find: '    await table.client.send(new TransactWriteCommand({ TransactItems: actions }));',
        put: `    await table.client.send(new TransactWriteCommand({ TransactItems: actions }));
    await table.client.send(new TransactWriteCommand({ TransactItems: [dedupe] }));`,
      },
    ],
    tests: faults('duplicates'),
  },
  {
    bug: 'the dedupe is looked up and then written, without a condition (chatwoot pull 13523)',
    edits: [
      {
        file: commit,
        find: '    put(table, transcriptItem(inbound, step.aftermath, now), absent),',
        put: '    put(table, transcriptItem(inbound, step.aftermath, now)),',
      },
      {
        file: commit,
        find: '  const { inbound, now } = step;\n  const actions',
        put: `  const { inbound, now } = step;
  const seen = await table.client.send(
    new GetCommand({ TableName: table.name, Key: transcriptKey(inbound.address, inbound.id) }),
  );
  if (seen.Item) return { kind: 'duplicate', aftermath: aftermathFrom(seen.Item) };
  const actions`,
      },
    ],
    tests: ['test/store/commit.test.ts'],
  },
  {
    bug: 'a free time is checked and then taken, without the day’s version (cal.com 5820, 13397)',
    edits: [
      {
        file: 'shared/store/changes.ts',
        find: 'return putVersion(table, dayItem(change.day));',
        put: 'return put(table, { ...dayItem(change.day), version: change.day.version + 1 });',
      },
    ],
    tests: faults('races'),
  },
  {
    bug: 'a held time is offered to others (cal.com 29958)',
    edits: [
      {
        file: 'shared/domain/day.ts',
        find: 'job.holdUntil === null || job.holdUntil > now',
        put: 'job.holdUntil === null',
      },
    ],
    tests: faults('races'),
  },
  {
    bug: 'a moved visit keeps its old time too',
    edits: [
      {
        file: 'shared/domain/slots/hold.ts',
        find: '...day.jobs.filter((job) => job.id !== id), ...own',
        put: '...day.jobs.filter((job) => job.id !== id || job.holdUntil === null), ...own',
      },
    ],
    tests: ['test/domain/slots/hold.test.ts'],
  },
  {
    bug: 'the webhook is open while no secret is set (GHSA-3vpc-7q5r-276h)',
    edits: [
      {
        file: 'shared/channels/telegram/verify.ts',
        find: 'let right = false;',
        put: "let right = account.webhookSecrets.every((one) => one === '');",
      },
    ],
    tests: faults('duplicates'),
  },
  {
    bug: 'the webhook answers 200 before the queue has the message',
    edits: [
      {
        file: 'shared/runtime/webhook.ts',
        find: 'await enqueue(deps.inbound, inbounds);',
        put: 'void enqueue(deps.inbound, inbounds).catch(() => undefined);',
      },
    ],
    tests: faults('duplicates'),
  },
  {
    bug: 'a time-out counts as not sent, again and again (hermes 5153)',
    edits: [
      {
        file: 'shared/channels/telegram/answer.ts',
        find: "payload.idempotent ? 'unreachable' : 'ambiguous'",
        put: "'unreachable'",
      },
    ],
    tests: faults('messenger'),
  },
  {
    bug: 'a message brought again after a crash does not wake its chat',
    edits: [
      {
        file: 'functions/converse/converse.ts',
        find: "result.kind === 'duplicate' ? result.aftermath : step.aftermath",
        put: "result.kind === 'duplicate' ? { wake: [], quiet: null } : step.aftermath",
      },
    ],
    tests: faults('duplicates'),
  },
  {
    bug: 'what is to be said is written after the step, not with it',
    edits: [
      {
        file: commit,
        find: '    ...step.rows.map((row) => put(table, outboxItem(row, now), absent)),\n',
        put: '',
      },
      {
        file: commit,
        find: '    await table.client.send(new TransactWriteCommand({ TransactItems: actions }));',
        put: `    await table.client.send(new TransactWriteCommand({ TransactItems: actions }));
    for (const row of step.rows)
      await table.client.send(
        new TransactWriteCommand({ TransactItems: [put(table, outboxItem(row, now), absent)] }),
      );`,
      },
    ],
    tests: faults('storage'),
  },
  {
    bug: 'two senders work on one chat',
    edits: [
      {
        file: 'shared/store/sender.ts',
        find: 'OR leaseUntil <= :now OR leaseUntil > :impossible',
        put: 'OR leaseUntil <= :now OR leaseUntil > :impossible OR leaseUntil > :now',
      },
    ],
    tests: faults('queues'),
  },
  {
    bug: 'retry_after is not obeyed',
    edits: [
      {
        file: 'functions/deliver/judge.ts',
        find: 'now + seconds * 1000',
        put: 'now + 1000',
      },
    ],
    tests: faults('throttling'),
  },
  {
    bug: 'waiting as asked uses up the tries of a message',
    edits: [
      {
        file: 'functions/deliver/send-one.ts',
        find: 'verdict.isTry ? row.attempts : row.attempts - 1',
        put: 'verdict.isTry ? row.attempts : row.attempts - 0',
      },
    ],
    tests: faults('throttling'),
  },
  {
    bug: 'a changed card is sent as a new message',
    edits: [
      {
        file: 'shared/channels/telegram/render.ts',
        find: "if (message.place === 'new' || message.target === null)",
        put: "if (message.place !== 'neither' || message.target === null)",
      },
    ],
    tests: faults('messenger'),
  },
  {
    bug: 'a crash between two messages of one row repeats both',
    edits: [
      {
        file: 'functions/deliver/send-part.ts',
        find: 'if (parks || unnoted) await',
        put: 'if (parks || (unnoted && part > 99)) await',
      },
    ],
    tests: faults('kill-points'),
    only: 'deliver Telegram sendMessage',
  },
  {
    bug: 'nobody looks after rows whose wake was lost',
    edits: [
      {
        file: 'functions/tick/tick.ts',
        find: 'for (const destination of stranded)',
        put: 'for (const destination of [...stranded].slice(0, 0))',
      },
    ],
    tests: faults('queues'),
  },
  {
    bug: 'a lost race is not decided again',
    edits: [
      {
        file: 'functions/converse/converse.ts',
        find: 'attempt <= mostAttempts; attempt += 1',
        put: 'attempt <= 1; attempt += 1',
      },
    ],
    tests: faults('storage'),
  },
  {
    bug: 'a reminder is sent to somebody who blocked the bot',
    edits: [
      {
        file: 'functions/deliver/send-one.ts',
        find: "run.sender.unreachable && row.cause === 'timer'",
        put: 'run.sender.unreachable && row.cause !== row.cause',
      },
    ],
    tests: faults('away'),
  },
  {
    bug: 'a message that is going out is not on record where a status would tell of it',
    edits: [
      {
        file: 'functions/deliver/send-part.ts',
        find: 'if (parks || unnoted) await',
        put: 'if (unnoted) await',
      },
    ],
    tests: ['test/functions/deliver/receipts'],
  },
  {
    bug: 'a lost answer is not waited for where a status would tell of it',
    edits: [
      {
        file: 'functions/deliver/send-part.ts',
        find: 'settleMs = 120_000',
        put: 'settleMs = 2_000',
      },
    ],
    tests: ['test/functions/deliver/receipts'],
  },
  {
    bug: 'what a notice tells is taken for the fate of the message',
    edits: [
      {
        file: 'functions/deliver/window.ts',
        find: 'noticePart = 99',
        put: 'noticePart = 0',
      },
    ],
    tests: ['test/functions/deliver/window'],
  },
  {
    bug: 'rows that wait for the person stand before what answers them',
    edits: [
      {
        file: 'shared/store/outbox.ts',
        find: "heldFor === null ? '' : 'held'",
        put: "heldFor === null ? '' : ''",
      },
    ],
    tests: ['test/functions/deliver/window'],
  },
  {
    bug: 'a window that the messenger shut is open again by our clock',
    edits: [
      {
        file: 'functions/deliver/window.ts',
        find: '&& sender.openUntil > sender.shut',
        put: '',
      },
    ],
    tests: ['test/functions/deliver/window'],
  },
  {
    bug: 'a row is ended before anybody is told that it failed',
    edits: [
      {
        file: 'functions/deliver/send-one.ts',
        find: "  if (verdict.tell) await tell(run, row, verdict.tell, 'givenUp');\n  await endRow(run.table, run.destination, row, verdict.outcome, verdict.reason, run.now());\n",
        put: "  await endRow(run.table, run.destination, row, verdict.outcome, verdict.reason, run.now());\n  if (verdict.tell) await tell(run, row, verdict.tell, 'givenUp');\n",
      },
    ],
    tests: ['test/functions/deliver/told'],
  },
  {
    bug: 'what failed is said again for ever',
    edits: [
      {
        file: 'shared/flows/delivery.ts',
        find: ' || row.again === failure.kind;',
        put: ';',
      },
    ],
    tests: ['test/flows/delivery'],
  },
  {
    bug: 'a message that arrived is reported because of a late failure',
    edits: [
      {
        file: 'shared/flows/delivery.ts',
        find: '>= rungs.delivered) return null',
        put: '>= rungs.played + 1) return null',
      },
    ],
    tests: ['test/flows/delivery'],
  },
  {
    bug: 'a button tapped twice acts twice',
    edits: [
      {
        file: 'shared/flows/step.ts',
        find: 'isSecondTap(inbound, conversation) ? nothing : route(inbound, known, turn)',
        put: 'route(inbound, known, turn)',
      },
    ],
    tests: faults('races'),
  },
  {
    bug: 'each photo of an album makes a case of its own (chatwoot pull 13359)',
    edits: [
      {
        file: 'shared/flows/route.ts',
        find: "return { kind: 'collect', photo: event.file.id, words: event.caption };",
        put: "return calls(act('person', { do: 'photos', files: [event.file.id], text: event.caption }));",
      },
    ],
    tests: faults('queues'),
  },
  {
    bug: 'whoever gets a number that was given up gets its history',
    edits: [
      {
        file: 'shared/store/home.ts',
        find: 'return from !== null && left !== null && at > left;',
        put: 'return false;',
      },
    ],
    tests: ['test/flows/link-address.test.ts'],
  },
  {
    bug: 'a number given out again at the same messenger is taken for the same person',
    edits: [
      {
        file: 'shared/flows/linking/number.ts',
        find: 'return shareMessenger(owner, customer) ? null : owner;',
        put: 'return owner;',
      },
    ],
    tests: ['test/flows/link.test.ts'],
  },
  {
    bug: 'a conversation belongs to whom it names, whether or not they know of it',
    edits: [
      {
        file: 'shared/store/load.ts',
        find: 'if (stored && isAt(stored, address)) return stored;',
        put: 'if (stored) return stored;',
      },
    ],
    tests: ['test/flows/link-address.test.ts'],
  },
  {
    bug: 'buttons from before a chat left its link still work',
    edits: [
      {
        file: 'shared/store/load.ts',
        find: 'return offer && offer.born >= since ? offer : null;',
        put: 'return offer;',
      },
    ],
    tests: ['test/flows/link.test.ts'],
  },
  {
    bug: 'a code that joins two chats works twice',
    edits: [
      {
        file: 'shared/store/changes.ts',
        find: ', ConditionExpression: present',
        put: '',
      },
      {
        file: 'shared/store/changes.ts',
        find: 'absent, present, put,',
        put: 'absent, put,',
      },
    ],
    tests: ['test/store/moved.test.ts'],
  },
  {
    bug: 'a reminder stays at the address that was left',
    edits: [{ file: 'shared/store/gather.ts', find: '...moved, ...timers.flat(),', put: '...moved,' }],
    tests: ['test/store/moved.test.ts'],
  },
  {
    bug: 'any well-formed signature opens the webhook of WhatsApp',
    edits: [
      {
        file: 'shared/channels/whatsapp/verify.ts',
        find: 'return right && signature !== undefined;',
        put: 'return (right || account.webhookSecrets.length > 0) && signature !== undefined;',
      },
    ],
    tests: ['test/channels/whatsapp/verify.test.ts'],
  },
  {
    bug: 'posts of another number of the same app are taken for ours',
    edits: [
      {
        file: 'shared/channels/whatsapp/parse.ts',
        find: 'if (found.metadata.phone_number_id !== us.number)',
        put: "if (found.metadata.phone_number_id === '' && us.number === '')",
      },
    ],
    tests: ['test/channels/whatsapp/parse.test.ts'],
  },
  {
    bug: 'an id is sent where a number belongs (codigoencasa/builderbot 1233)',
    edits: [
      { file: 'shared/channels/whatsapp/call.ts', find: ': { recipient: chat };', put: ': { to: chat };' },
    ],
    tests: ['test/channels/whatsapp/render.test.ts'],
  },
  {
    bug: 'every message is sent and paid for by itself',
    edits: [
      {
        file: 'shared/channels/whatsapp/render.ts',
        find: 'if (text.length > mostWords(under)) return null;',
        put: 'if (text.length >= 0) return null;',
      },
    ],
    tests: ['test/channels/whatsapp/render.test.ts'],
  },
  {
    bug: 'the options that a list cannot hold are dropped',
    edits: [
      {
        file: 'shared/channels/whatsapp/options.ts',
        find: 'const from = page * pageRows;',
        put: 'const from = 0;',
      },
    ],
    tests: ['test/channels/contract.test.ts'],
    only: 'lets a person reach every action',
  },
  {
    bug: 'a later status of a lower rung takes back what was reached',
    edits: [
      {
        file: 'shared/store/receipt.ts',
        find: ' < :rung)',
        put: ' < :rung OR attribute_exists(pk))',
      },
    ],
    tests: ['test/journey/receipts.test.ts'],
  },
  {
    bug: 'the day in which we may write begins when we hear of the words, not when they were said',
    edits: [{ file: 'shared/flows/heard.ts', find: 'Math.min(at, now)', put: 'Math.max(at, now)' }],
    tests: ['test/journey/receipts.test.ts'],
  },
  {
    bug: 'what is brought weeks late is answered as if it were new',
    edits: [
      {
        file: 'shared/runtime/accept.ts',
        find: 'return now - at > tooOldMs ?',
        put: 'return now - at > tooOldMs * 100 ?',
      },
    ],
    tests: ['test/journey/receipts.test.ts'],
  },
  {
    bug: 'a person with a new number is a stranger to the station (chatwoot 12492)',
    edits: [
      {
        file: 'shared/store/load.ts',
        find: 'const known = asks && inbound.from?.known.length ?',
        put: "const known = asks && inbound.from?.known.length && inbound.id === '' ?",
      },
    ],
    tests: ['test/journey/numbers.test.ts'],
  },
];
