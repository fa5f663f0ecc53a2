import type { Mutant } from './mutants.ts';

/** Bugs of who is who: ids that change, numbers that are given out again, chats that are joined and taken apart. */
export const identityMutants: readonly Mutant[] = [
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
