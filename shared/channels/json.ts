/**
 * The value in a webhook’s or an answer’s body; undefined when it is not JSON. Nesting deeper than the stack makes JSON.parse
 * throw a RangeError.
 */
export function jsonOf(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
