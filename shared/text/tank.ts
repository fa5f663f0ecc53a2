/** How full a tank is, in eighths, as a figure: `½`. */
export function tankOf(eighths: number): string {
  return ['0', '⅛', '¼', '⅜', '½', '⅝', '¾', '⅞', '1'][eighths] ?? '';
}
