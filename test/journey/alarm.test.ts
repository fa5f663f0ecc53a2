import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlarm } from '#functions/alarm/alarm.ts';
import { deskAddress } from '#shared/channels/registry.ts';
import { alarmNames } from '#shared/domain/alarm.ts';
import { readHappened } from '#shared/store/happened.ts';
import { call, runbook, words } from '#test/functions/alarm/notification.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { mondayTen } from './desk-talk.ts';

/** Something is wrong with the line itself: the advisors' group reads it, from the call of SNS to the message in General. */

const over = {
  NewStateValue: 'OK',
  OldStateValue: 'ALARM',
  StateChangeTime: '2026-11-23T08:20:00.000+0000',
} as const;

describe('the advisors’ group', () => {
  let rig: Rig;
  let alarm: ReturnType<typeof createAlarm>;
  beforeEach(async () => {
    rig = await startRig({ table: memoryTable() });
    rig.clock = mondayTen;
    alarm = createAlarm({ stage: 'prod', desk: deskAddress, inbound: rig.queues.inbound });
  });
  afterEach(() => rig.close());

  const general = () => rig.desk.general().messages.map(({ text }) => text);
  const tells = async (...messages: readonly string[]) => {
    await alarm(call(...messages));
    await rig.calm();
  };

  it('reads since when something is wrong, what to do meanwhile and where more is written; then that it is over', async () => {
    await tells(words('oldestMessage'));
    // The first manager of the demo station reads Greek.
    expect(general()).toEqual([
      'Προσοχή, Δευ 23 Νοε, 10:00: Τα μηνύματα περιμένουν πολλή ώρα.\nΟι απαντήσεις αργούν. Κανονίστε τα επείγοντα από το τηλέφωνο.',
    ]);
    const [message] = rig.desk.general().messages;
    expect(JSON.stringify(message)).toContain(runbook);
    await tells(words('oldestMessage', over));
    expect(general().at(-1)).toBe(
      'Δευ 23 Νοε, 10:20: όλα καλά πάλι. Ήταν: «Τα μηνύματα περιμένουν πολλή ώρα».',
    );
    expect(general()).toHaveLength(2);
  });

  it('reads each of them once, also when SNS calls again an hour later', async () => {
    await tells(words('deadLetters'));
    await tells(words('deadLetters'));
    rig.clock += 3_600_000;
    await tells(words('deadLetters'));
    expect(general()).toHaveLength(1);
    await tells(words('deadLetters', { StateChangeTime: '2026-11-23T09:00:00.000+0000' }));
    expect(general()).toHaveLength(2);
  });

  it('reads every alarm there is, with a link only where somebody said where the runbook is', async () => {
    for (const name of alarmNames) await tells(words(name, { AlarmDescription: 'RUNBOOK.md' }));
    expect(general()).toHaveLength(alarmNames.length);
    expect(new Set(general()).size).toBe(alarmNames.length);
    expect(JSON.stringify(rig.desk.general().messages)).not.toContain('RUNBOOK');
  });

  it('reads it in the group’s new place after the group got a new id', async () => {
    await rig.desk.migrates(-1_002_000_000_009);
    await rig.calm();
    const before = general().length;
    await tells(words('tickStopped'));
    expect(general()).toHaveLength(before + 1);
    expect(general().at(-1)).toContain('Το ρολόι της γραμμής έχει σταματήσει');
  });

  it('reads in the owner’s figures how often each of them began, and nothing of that where none did', async () => {
    await rig.desk.as('maria').says('/report', 'general');
    await rig.calm();
    expect(general().join()).not.toContain('Προειδοποιήσεις της γραμμής');
    await tells(words('oldestMessage'), words('oldestMessage', over), words('deadLetters'));
    await tells(words('oldestMessage', { StateChangeTime: '2026-11-23T08:40:00.000+0000' }));
    await rig.desk.as('maria').says('/report', 'general');
    await rig.calm();
    expect(general().join()).toContain(
      'Προειδοποιήσεις της γραμμής: «Τα μηνύματα περιμένουν πολλή ώρα» ×2, «Κάποια μηνύματα δεν προχώρησαν» ×1.',
    );
  });

  it('is counted as one alarm of that day, by its name only', async () => {
    await tells(words('accountRefused'));
    await tells(words('accountRefused', over));
    expect((await readHappened(rig.table, '2026-11-23')).map(({ happened }) => happened)).toEqual([
      { what: 'alarm', name: 'accountRefused' },
    ]);
  });
});
