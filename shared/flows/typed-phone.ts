/** A phone number that somebody typed, without what sets it off; null for anything else. It proves nothing. */
export function typedPhone(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '');
  return /^\+?\d{7,15}$/.test(digits) ? digits : null;
}
