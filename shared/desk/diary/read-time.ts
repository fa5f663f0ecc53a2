/** Minutes past midnight of the station's wall clock. */
export type Span = { readonly from: number; readonly to: number };

/** `10`, `10:30`, `10.30`, `9h`; null for anything else. */
export function readTime(text: string): number | null {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?h?$/i.exec(text.trim()) ?? [];
  if (hour === '') return null;
  const [hours, minutes] = [Number(hour), Number(minute)];
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1440 ? hours * 60 + minutes : null;
}

/** `14-15`, `14:00–15:30`; null for what is no stretch of a day, or ends before it begins. */
export function readSpan(text: string): Span | null {
  const parts = text.split(/[–—-]/);
  if (parts.length !== 2) return null;
  const [from, to] = [readTime(parts[0] ?? ''), readTime(parts[1] ?? '')];
  return from !== null && to !== null && from < to ? { from, to } : null;
}
