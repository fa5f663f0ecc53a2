import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handshake } from '#functions/whatsapp-webhook/handshake.ts';

const token = { verifyToken: 'made-up-by-the-owner' };
const right = {
  'hub.mode': 'subscribe',
  'hub.verify_token': 'made-up-by-the-owner',
  'hub.challenge': '1158201444',
};

describe('the registration of the webhook', () => {
  it('is answered with Meta’s own challenge', () => {
    expect(handshake(right, token)).toBe('1158201444');
  });

  it.each([
    ['another token', { 'hub.verify_token': 'made-up-by-the-owneR' }],
    ['a part of the token', { 'hub.verify_token': 'made-up' }],
    ['two tokens', { 'hub.verify_token': 'made-up-by-the-owner,made-up-by-the-owner' }],
    ['no token', { 'hub.verify_token': undefined }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
    ['no mode', { 'hub.mode': undefined }],
    ['a challenge that is a page', { 'hub.challenge': '<script>1</script>' }],
    ['a challenge of letters', { 'hub.challenge': '1158201444a' }],
    ['a challenge on two lines', { 'hub.challenge': '1158\n' }],
    ['a challenge of other digits', { 'hub.challenge': '١١٥٨' }],
    ['a challenge without end', { 'hub.challenge': '1'.repeat(101) }],
    ['no challenge', { 'hub.challenge': undefined }],
  ])('is refused with %s', (_label, wrong) => {
    expect(handshake({ ...right, ...wrong }, token)).toBeNull();
  });

  it('is refused whatever is shown while no token is set', () => {
    for (const given of [undefined, '', 'undefined', 'null'])
      expect(handshake({ ...right, 'hub.verify_token': given }, { verifyToken: '' })).toBeNull();
  });

  it('never says back what is not digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (challenge) => {
        const said = handshake({ ...right, 'hub.challenge': challenge }, token);
        expect(said ?? '0').toMatch(/^\d+$/);
      }),
    );
  });
});
