import { expect, it } from 'vitest';
import { typeOf } from '#functions/media/type-of.ts';
import { silence } from '#infra/local/phones/sent-files.ts';

it('a voice message of the page is Opus in Ogg, as those of real phones, so that it crosses to the other messenger', () => {
  expect(typeOf(silence(3), 'audio/ogg')).toBe('audio/ogg');
});
