/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/** Middle and range of ratios of two series, pair by pair: what the machine did meanwhile hits both of a pair. */
export function ratiosOf(own: readonly number[], other: readonly number[]): Ratio {
  const ratios = own.map((value, index) => value / (other[index] ?? Number.NaN));
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

export type Ratio = { readonly median: number; readonly low: number; readonly high: number };

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
