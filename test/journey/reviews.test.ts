import { expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { startRig } from '#test/helpers/rig.ts';
import { el, lena } from './desk-talk.ts';

it('the week’s figures ask by name who should check which answers again, years later', async () => {
  const rig = await startRig({ messenger: 'telegram' });
  try {
    const reported = async () => {
      await rig.desk.as('maria').says('/report', 'general');
      await rig.calm();
      return rig.desk.general().messages.findLast(({ kind }) => kind === 'text')?.text;
    };
    const topics = {
      eleni: ['bring', 'parking', 'towing', 'courtesyCar'],
      maria: ['payment', 'warranty', 'ownParts'],
    } as const;
    const asked = el(
      phrase('questionReview', {
        due: [
          { owner: 'eleni', topics: [...topics.eleni], since: '2031-11-01' },
          { owner: 'maria', topics: [...topics.maria], since: '2031-11-01' },
        ],
      }),
    );
    await rig.says('person', lena);
    await rig.calm();
    expect(await reported()).not.toContain(asked);
    rig.clock = Date.parse('2032-01-05T08:00:00Z');
    expect(await reported()).toContain(asked);
  } finally {
    await rig.close();
  }
}, 60_000);
