import type { Address } from './address.ts';

/**
 * The advisors' group, as the rest of the station names it: where rows for the advisors wait, whichever chat the group is
 * now (groups get new ids) and whichever topic a row goes to.
 */
export type Desk = {
  /** Destination of everything that is said there. */
  readonly address: Address;
  /** The chat id that the owner configured; a stored one after a migration wins (`domain/group.ts`). */
  readonly chat: string;
};

/** Whether an address is in a group, where several people write: ids of groups begin with a minus. */
export function isGroup({ chat }: Address): boolean {
  return chat.startsWith('-');
}
