import { addressKey } from '#shared/domain/address.ts';
import { type Erased, markOf } from '#shared/domain/erased.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { EraseJob, Job } from '#shared/domain/job.ts';
import { blankConversation, isPointer, residentFrom, residentKey } from '#shared/store/conversation.ts';
import type { Loaded } from '#shared/store/load.ts';
import { batchGet } from '#shared/store/read.ts';
import type { Table } from '#shared/store/table.ts';

/** The erasure that a step begins; null where it begins none. */
export function erasureIn(jobs: readonly Job[] | undefined): EraseJob | null {
  return jobs?.find((job) => job.kind === 'erase') ?? null;
}

/**
 * What is written with the wish to be erased, at each of the person's addresses: that nobody is there any more, and a blank
 * conversation, so that whoever writes next is nobody we know, while the job still deletes. One read for linked chats.
 */
export async function buried(
  table: Table,
  job: EraseJob,
  inbound: Inbound,
  { home, conversation }: Loaded,
): Promise<{ readonly blank: Loaded['conversation']; readonly changes: readonly Change[] }> {
  const here = addressKey(home);
  const erased: Erased = { at: job.at, by: markOf(inbound.id) };
  const others = job.addresses.filter((address) => address !== here);
  const found = others.length === 0 ? () => undefined : await batchGet(table, others.map(residentKey), true);
  const linked = others.flatMap((address): Change[] => {
    const resident = residentFrom(found(residentKey(address)));
    const there = { at: job.at, by: '' };
    if (resident === null || isPointer(resident))
      return [{ kind: 'buried', address, erased: there, version: resident?.version ?? 0, blank: null }];
    const blank = blankConversation(address, resident, there);
    const version = resident.version + 1;
    return [
      {
        kind: 'buried',
        address,
        erased: there,
        version,
        blank: { conversation: blank, read: resident.version },
      },
    ];
  });
  return {
    blank: blankConversation(here, conversation, erased),
    changes: [
      { kind: 'buried', address: here, erased, version: conversation.version + 1, blank: null },
      ...linked,
    ],
  };
}
