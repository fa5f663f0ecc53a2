import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missTopicSchema } from '#shared/domain/understood.ts';
import { station } from '#shared/station/station.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';

/** What is counted of words that nobody understood: a topic, never the words. */

describe('words that were not understood are counted', () => {
  it.each([
    ['my cousin says the price was nicer before your boss left, what about that', 'price'],
    ['honestly the parking was awful as well, and your boss laughed at us', 'parking'],
    ['я вчера был у вас и парковка была занята, безобразие', 'parking'],
    ['мій кум казав що гарантія у вас дивна', 'warranty'],
    ['ο ξάδερφός μου λέει πως η εγγύηση σας είναι περίεργη', 'warranty'],
    ['if I had not changed the oil myself yesterday I would not write', 'visit'],
    ['blorp qwerty zzz', 'other'],
    ['', 'other'],
    ['🙃🙃🙃', 'other'],
  ])('"%s" as %s', (text, topic) => {
    expect(missTopicOf(text, station)).toBe(topic);
  });

  it('as some topic whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        expect(missTopicSchema.options).toContain(missTopicOf(text, station));
      }),
    );
  });
});
