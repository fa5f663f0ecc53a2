/** Whether two words are the same but for at most one letter that is wrong, missing or too many; short ones must agree. */
export function isNearly(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  const rest = short.slice(long.length === short.length ? at + 1 : at);
  return long.slice(at + 1) === rest;
}
