import { addressKey } from '#shared/domain/address.ts';
import { type DeskRig, deskOf } from '#test/helpers/desk.ts';
import type { Small } from './small.ts';

/**
 * The advisors' group where what people do is only posted to our webhook: who works it off, and in which order, is the
 * test's business.
 */
export function quietDesk(rig: Small): DeskRig {
  const { telegram } = rig.played;
  return deskOf({
    telegram,
    updates: telegram.groupUpdates,
    group: () => rig.desk.forum,
    moves: () => {
      throw new Error('The group moves by `rig.desk`');
    },
    table: rig.table,
    keyOf: (person, name = rig.messenger) => addressKey(rig.played[name].addressOf(person)),
    posts: (body) => rig.on('telegram').brings(body),
  });
}
