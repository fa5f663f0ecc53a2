/** Why a person is called: what the ledger keeps of a call, and what the advisors' line about it says. */
export const requestReasons = [
  'asked',
  'more',
  'misunderstood',
  'problem',
  'photos',
  'file',
  'limit',
  'tooLate',
  'danger',
  'estimate',
  'stopWork',
  'rated',
  'byHand',
  'question',
] as const;
