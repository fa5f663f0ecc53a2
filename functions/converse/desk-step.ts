import { digestTimer, groupOf } from '#shared/desk/digest/timer.ts';
import type { DeskSetting } from '#shared/desk/known.ts';
import { onceNames } from '#shared/desk/once.ts';
import { splitKey } from '#shared/desk/split.ts';
import { albumIn, decideDesk, isOurGroup, prepareDesk } from '#shared/desk/step.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Step } from '#shared/store/commit.ts';
import { loadFacts } from '#shared/store/facts.ts';
import { loadDesk } from '#shared/store/load-desk.ts';
import { isErasedTopic } from '#shared/store/tombstone.ts';
import { figuresFor } from '#shared/text/figures.ts';
import type { ConverseDeps } from './converse.ts';
import { withWording } from './wording.ts';

/**
 * One step with the advisors' group: what was written, tapped or told there is decided on, and goes to the customer whose
 * topic it is, or nowhere. What comes from any other group is let go.
 */
export async function deskStep(inbound: Inbound, deps: ConverseDeps): Promise<Step | 'dropped' | null> {
  const { table, desk } = deps;
  if (!desk || inbound.address.channel !== desk.address.channel) return null;
  const setting = settingOf(deps, desk, deps.now(), deps.token());
  const known = await loadDesk(table, inbound, {
    desk: addressKey(desk.address),
    once: onceNames(inbound, setting),
    album: albumIn(inbound),
    split: splitKey(inbound),
    timer: { of: groupOf(inbound.address), name: digestTimer },
  });
  if (!isOurGroup(inbound, known.group, setting)) return usedUp(inbound, setting.now);
  const { chat, thread } = inbound.address;
  if (thread !== '' && known.about === null && (await isErasedTopic(table, chat, thread))) return 'dropped';
  const prepared = prepareDesk(inbound, known, setting);
  const { changes, rows, jobs } = decideDesk(prepared, await loadFacts(table, prepared.needs));
  const { about, home } = { about: known.about, home: known.about?.home };
  return {
    inbound,
    home: home?.address ?? inbound.address,
    conversation: null,
    customer: about?.customer.id ?? addressKey(inbound.address),
    read: { conversation: home?.conversation.version ?? 0, customer: about?.customer.version ?? 0 },
    changes: withWording(changes, setting.station, setting.now, inbound.id),
    rows,
    aftermath: {
      wake: [...new Set([...rows.map(({ destination }) => destination), ...woken(inbound, desk)])],
      quiet: null,
      jobs: [...jobs],
    },
    now: setting.now,
  };
}

/** A timer of a group that is ours no more falls due every minute until somebody takes it away. */
function usedUp(inbound: Inbound, now: number): Step | null {
  const { address, event } = inbound;
  if (event.kind !== 'timer') return null;
  return {
    inbound,
    home: address,
    conversation: null,
    customer: addressKey(address),
    read: { conversation: 0, customer: 0 },
    changes: [{ kind: 'timer', key: event.key, dueAt: null, data: null }],
    rows: [],
    aftermath: { wake: [], quiet: null, jobs: [] },
    now,
  };
}

/** What waited for a right goes out as soon as it is given back. */
function woken({ event }: Inbound, desk: NonNullable<ConverseDeps['desk']>): readonly string[] {
  return event.kind === 'rights' ? [addressKey(desk.address)] : [];
}

function settingOf(
  { setting, advisorIds, publicUrl, channelOf }: ConverseDeps,
  desk: NonNullable<ConverseDeps['desk']>,
  now: number,
  token: string,
): DeskSetting {
  const { topics } = channelOf(desk.address);
  return {
    station: setting.station,
    desk,
    advisorIds,
    publicUrl,
    now,
    token,
    limitsOf: (address) => channelOf(address).limits,
    linkTo: ({ chat, thread }) => topics?.url({ ...desk.address, chat, thread }) ?? null,
    figures: (language) => figuresFor(language, setting.station, now),
  };
}
