/**
 * A name in the nominative with its article, which spoken Greek does not leave out: η Μαρία, ο Γιώργος. The gender is read
 * from the ending of a name in Greek letters; where that says nothing, the name stands alone, which is never wrong.
 */
export function withArticle(name: string): string {
  const [first = ''] = name.split(' ');
  if (/^[\p{Script=Greek}]+[ςσ]$/u.test(first)) return `ο ${name}`;
  if (/^[\p{Script=Greek}]+[αάηήωώ]$/u.test(first)) return `η ${name}`;
  return name;
}
