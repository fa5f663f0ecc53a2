import type { Page } from 'playwright-core';

/**
 * Checks of our own on the page as it stands: names, roles, landmarks, target sizes (24 CSS pixels) and text contrast
 * (4.5:1, large text 3:1). Answers what is wrong in words, nothing when all is well.
 * https://www.w3.org/TR/WCAG22/
 */
export const audit = async (page: Page): Promise<readonly string[]> => [
  ...(await page.evaluate(structure)),
  ...(await page.evaluate(contrast)),
];

// Both functions run inside the browser: they can use nothing from this file.

const structure = (): readonly string[] => {
  const wrong: string[] = [];
  const show = (element: Element): string => element.outerHTML.slice(0, 140);
  const visible = (element: Element): boolean =>
    element.checkVisibility() && !element.closest('[aria-hidden="true"]');
  const all = (selector: string): readonly Element[] =>
    [...document.querySelectorAll(selector)].filter(visible);

  const words = (element: Element): string =>
    [...element.childNodes]
      .map((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
        if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
        return node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? words(node);
      })
      .join('')
      .trim();
  for (const control of all(
    'button, a[href], input, select, textarea, summary, [role=dialog], [role=menu], [role=log], [role=img], fieldset, form.new-form',
  )) {
    const named =
      control.getAttribute('aria-label') ||
      (control instanceof HTMLInputElement && [...(control.labels ?? [])].map(words).join('')) ||
      (control.matches('input, select, textarea, fieldset, [role=log], [role=dialog]') ? '' : words(control));
    if (!named) wrong.push(`has no name: ${show(control)}`);
  }
  for (const image of all('img')) if (!image.hasAttribute('alt')) wrong.push(`has no alt: ${show(image)}`);
  for (const list of all('ul, ol'))
    if ([...list.children].some((child) => child.tagName !== 'LI'))
      wrong.push(`list with other children: ${show(list)}`);
  for (const element of all('[tabindex]'))
    if (Number(element.getAttribute('tabindex')) > 0) wrong.push(`jumps the focus order: ${show(element)}`);
  for (const hidden of document.querySelectorAll('[aria-hidden="true"]'))
    if ([...hidden.querySelectorAll('button, a[href], input')].length > 0)
      wrong.push(`hides a control: ${show(hidden)}`);

  for (const [selector, count] of [
    ['main', 1],
    ['h1', 1],
    ['[role=alert]', 1],
  ] as const)
    if (all(selector).length !== count)
      wrong.push(`${all(selector).length} of ${selector} instead of ${count}`);
  const landmarks = all('aside, nav, section[aria-label]').map(
    (mark) => mark.getAttribute('aria-label') ?? '',
  );
  if (landmarks.includes('')) wrong.push('a landmark has no label');
  const ids = all('[id]').map(({ id }) => id);
  if (new Set(ids).size !== ids.length) wrong.push('an id is used twice');
  if (!document.documentElement.lang) wrong.push('the page does not say its language');

  for (const target of all('button, a[href], select, input, textarea')) {
    if (target.matches('.text a, .link')) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width > 0 && Math.min(width, height) < 24)
      wrong.push(`is ${Math.round(width)}×${Math.round(height)} pixels small: ${show(target)}`);
  }
  return wrong;
};

const contrast = (): readonly string[] => {
  type Colour = readonly [number, number, number, number];
  const wrong = new Set<string>();

  // Computed colours come as rgb(), rgba() or color(srgb …).
  const coloursIn = (css: string): readonly Colour[] =>
    [...css.matchAll(/(rgba?|color)\(([^)]*)\)/g)].map(([, kind, inside = '']) => {
      const scale = kind === 'color' ? 255 : 1;
      const [r = 0, g = 0, b = 0, a = scale === 255 ? 1 / 255 : 1] = (inside.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      return [r * scale, g * scale, b * scale, scale === 255 ? Math.min(1, a * 255) : a];
    });
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (n: 0 | 1 | 2): number => top[n] * top[3] + below[n] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const light = ([r, g, b]: Colour): number => {
    const part = (value: number): number => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (one: Colour, other: Colour): number => {
    const [bright, dim] = [light(one), light(other)].sort((a, b) => b - a);
    return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
  };
  // Every colour that may lie behind the element: of a gradient, each of its stops.
  const behind = (element: Element | null): readonly Colour[] => {
    if (!element) return [[255, 255, 255, 1]];
    const style = getComputedStyle(element);
    const stops = coloursIn(style.backgroundImage);
    const own = stops.length > 0 ? stops : coloursIn(style.backgroundColor).filter((colour) => colour[3] > 0);
    if (own.length === 0) return behind(element.parentElement);
    if (own.every((colour) => colour[3] === 1)) return own;
    const below = behind(element.parentElement);
    return own.flatMap((colour) => below.map((under) => over(colour, under)));
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? '';
    if (!element || !text || !element.checkVisibility({ opacityProperty: true })) continue;
    if (element.closest('.unseen, script, noscript, option, :disabled, [aria-busy="true"]')) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const [ink] = coloursIn(style.color);
    if (!ink) continue;
    for (const ground of behind(element)) {
      const found = ratio(over(ink, ground), ground);
      if (found < enough)
        wrong.add(
          `contrast ${found.toFixed(2)} of "${text.slice(0, 40)}" in .${element.className || element.tagName} (${style.color} on ${ground.slice(0, 3).map(Math.round)})`,
        );
    }
  }
  return [...wrong];
};
