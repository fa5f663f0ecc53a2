import type { Mutant } from './mutants.ts';

const commit = 'shared/store/commit.ts';
const faults = (...names: readonly string[]) => names.map((name) => `test/faults/${name}.test.ts`);

/**
 * Bugs that products of this kind really had (the sources are named) or that this one would most easily have. Each must
 * be caught; a new promise of the README earns a new line here.
 */
export const stationMutants: readonly Mutant[] = [
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
        file: 'shared/channels/telegram/say.ts',
        find: "message.place === 'new' ? null : messageIn(to, message.target)",
        put: 'null',
      },
    ],
    tests: faults('messenger'),
  },
  {
    bug: 'a crash between two messages of one row repeats both',
    edits: [
      {
        file: 'functions/deliver/send-part.ts',
        find: 'if (parks || unnoted || announces) await',
        put: 'if (parks || announces || (unnoted && part > 99)) await',
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
        find: '.filter((destination) => !woken.has(destination))',
        put: '.slice(0, 0)',
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
        find: 'if (parks || unnoted || announces) await',
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
        file: 'shared/domain/reference.ts',
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
        find: "  if (verdict.tell) await tell(run, row, verdict.tell, 'givenUp');\n  if (verdict.outcome === 'sent') await tellArrival(run, row);\n  const isSent = row.parts.some((id) => id !== null);\n  const micros = isSent ? await countSent(run, row, isOpen(run) ? 'messages' : 'notice') : 0;\n  await endRow(run.table, run.destination, row, verdict.outcome, verdict.reason, run.now());\n",
        put: "  await endRow(run.table, run.destination, row, verdict.outcome, verdict.reason, run.now());\n  const micros = 0;\n  if (verdict.tell) await tell(run, row, verdict.tell, 'givenUp');\n",
      },
    ],
    tests: ['test/functions/deliver/told'],
  },
  {
    bug: 'what came twice is measured twice',
    edits: [
      {
        file: 'functions/converse/converse.ts',
        find: "if (result.kind === 'committed') deps.measure",
        put: 'deps.measure',
      },
    ],
    tests: ['test/journey/measured'],
  },
  {
    bug: 'an alarm that never began is said to be over',
    edits: [{ file: 'functions/alarm/read.ts', find: " || OldStateValue !== 'ALARM'", put: '' }],
    tests: ['test/functions/alarm'],
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
        find: "return { kind: 'collect', photo: event.file.id, other: null, words: event.caption };",
        put: "return calls(act('report', { do: 'came', ...cameOf(event) }));",
      },
    ],
    tests: faults('queues'),
  },
];
