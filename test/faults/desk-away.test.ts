import { describe, expect, it } from 'vitest';
import { nikos } from '#test/helpers/rig.ts';
import { internal } from './outcomes.ts';
import { maria, smallRig } from './small.ts';

/** What keeps one message from the advisors must not keep all others from them. */

const wordsOf = (rig: Awaited<ReturnType<typeof smallRig>>, person: typeof nikos) =>
  rig.desk.topicOf(person).then(({ messages }) => messages.map(({ text }) => text));

describe('a message that the advisors’ group never takes', () => {
  it('holds up its own topic only; others’ words come within a minute', async () => {
    const rig = await smallRig();
    for (const person of [nikos, maria]) await rig.says('good morning', person);
    await rig.calm();
    rig.phone.intercept = ({ body }) => (body.text === 'cursed words' ? internal : undefined);
    await rig.says('cursed words');
    await rig.says('and some more');
    await rig.advance(10);
    await rig.says('is anybody there', maria);
    await rig.advance(1);
    expect(await wordsOf(rig, maria)).toContain('is anybody there');
    expect(await wordsOf(rig, nikos)).not.toContain('and some more');
    const before = rig.phone.tried.length;
    await rig.advance(60);
    expect(rig.phone.tried.length - before).toBeLessThan(20);
    rig.phone.intercept = null;
    await rig.advance(6);
    const all = await wordsOf(rig, nikos);
    expect(all.indexOf('cursed words')).toBeGreaterThan(0);
    expect(all.indexOf('and some more')).toBeGreaterThan(all.indexOf('cursed words'));
  });
});
