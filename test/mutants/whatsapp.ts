import type { Mutant } from './mutants.ts';

/** Bugs that a second messenger brings: its signature, its lists, its window, its statuses. */
export const whatsappMutants: readonly Mutant[] = [
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
        find: 'optionData(row, first + from + index)',
        put: 'optionData(row, first + index)',
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
        find: ' <= :rung)',
        put: ' <= :rung OR attribute_exists(pk))',
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
];
