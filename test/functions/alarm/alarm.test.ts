import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlarm } from '#functions/alarm/alarm.ts';
import { readNotification } from '#functions/alarm/read.ts';
import { deskAddress } from '#shared/channels/registry.ts';
import { alarmNames } from '#shared/domain/alarm.ts';
import { envelopeSchema, type Inbound, inboundSchema } from '#shared/domain/inbound.ts';
import { testQueue } from '#test/helpers/queue.ts';
import { call, runbook, words } from './notification.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

function station() {
  const queue = testQueue(() => 0);
  const alarm = createAlarm({ stage: 'prod', desk: deskAddress, inbound: queue });
  return {
    alarm,
    /** What was put on the queue, as its reader sees it. */
    told: (): readonly Inbound[] =>
      queue.waiting.map(({ body }) => envelopeSchema.parse(JSON.parse(body)).inbound),
  };
}

describe('an alarm that changes its state', () => {
  it.each(alarmNames)('is handed on when %s begins and when it is over', async (name) => {
    const { alarm, told } = station();
    await alarm(call(words(name)));
    const over = {
      NewStateValue: 'OK',
      OldStateValue: 'ALARM',
      StateChangeTime: '2026-11-23T08:20:00.000+0000',
    };
    await alarm(call(words(name, over)));
    expect(told().map(({ event, at, address }) => ({ event, at, address }))).toEqual([
      {
        event: { kind: 'alarm', name, state: 'began', runbook },
        at: Date.parse('2026-11-23T08:00:00.123Z'),
        address: deskAddress,
      },
      {
        event: { kind: 'alarm', name, state: 'over', runbook },
        at: Date.parse('2026-11-23T08:20:00.000Z'),
        address: deskAddress,
      },
    ]);
  });

  it('is one inbound however often SNS calls, and another one the next time it begins', async () => {
    const { alarm, told } = station();
    for (let time = 0; time < 3; time += 1) await alarm(call(words('tickStopped')));
    await alarm(call(words('tickStopped', { StateChangeTime: '2026-11-23T09:00:00.123+0000' })));
    expect(told()).toHaveLength(2);
    expect(new Set(told().map(({ id }) => id)).size).toBe(2);
  });

  it('has no link where nobody said where the runbook is read', async () => {
    const { alarm, told } = station();
    await alarm(call(words('deadLetters', { AlarmDescription: 'What to do: RUNBOOK.md#deadletters' })));
    await alarm(call(words('oldestMessage', { AlarmDescription: null })));
    await alarm(call(words('unanswered', { AlarmDescription: 'What to do: javascript:alert(1)' })));
    expect(told().map(({ event }) => event)).toMatchObject([
      { runbook: null },
      { runbook: null },
      { runbook: null },
    ]);
  });

  it('is taken one after the other where several come in one call', async () => {
    const { alarm, told } = station();
    await alarm(call(words('deadLetters'), 'not JSON', words('functionErrors')));
    expect(told().map(({ event }) => event)).toMatchObject([
      { name: 'deadLetters' },
      { name: 'functionErrors' },
    ]);
  });

  it.each<[string, unknown]>([
    [
      'an alarm that was only just made and is in order',
      call(words('unanswered', { NewStateValue: 'OK', OldStateValue: 'INSUFFICIENT_DATA' })),
    ],
    ['an alarm without figures', call(words('unanswered', { NewStateValue: 'INSUFFICIENT_DATA' }))],
    ['an alarm of another stage', call(words('unanswered', { AlarmName: 'station-north-unanswered' }))],
    ['an alarm that nobody knows', call(words('unanswered', { AlarmName: 'station-prod-other' }))],
    ['a moment that is none', call(words('unanswered', { StateChangeTime: 'yesterday' }))],
    ['words that are no alarm', call('{"AlarmName":7}')],
    ['words that are no JSON', call('Hello')],
    ['a call that is no notification', { Records: [{ body: 'x' }] }],
    ['no call at all', null],
  ])('is not %s: that is let go, so that SNS does not call again and again', async (_what, event) => {
    const { alarm, told } = station();
    await expect(alarm(event)).resolves.toBeUndefined();
    expect(told()).toEqual([]);
  });

  it('fails where the queue refuses it, so that SNS calls again', async () => {
    const refuses = { send: () => Promise.reject(new Error('no queue')) };
    const alarm = createAlarm({ stage: 'prod', desk: deskAddress, inbound: refuses });
    await expect(alarm(call(words('deadLetters')))).rejects.toThrow('no queue');
  });
});

describe('whatever a notification says', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('ALARM', 'OK'));
  const near = fc.record(
    {
      AlarmName: value,
      AlarmDescription: value,
      NewStateValue: value,
      OldStateValue: value,
      StateChangeTime: value,
    },
    { requiredKeys: [] },
  );

  it('is read or let go, and never fails: it would be no other the next time', () => {
    const said = fc.oneof(
      fc.string(),
      fc.json(),
      near.map((more) => JSON.stringify(more)),
      near.map((more) => words('unanswered', JSON.parse(JSON.stringify(more)))),
    );
    fc.assert(
      fc.property(said, (message) => {
        const reading = readNotification(message, 'prod');
        if (reading.kind === 'alarm') inboundSchema.shape.event.parse(reading.event);
      }),
    );
  });
});
