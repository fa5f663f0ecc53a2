import { describe, expect, it } from 'vitest';
import { findRoute } from '#infra/local/http/routes.ts';
import { resolve } from '#infra/local/runner/intrinsics.ts';
import { stationTemplate } from '#infra/local/runner/template.ts';
import { readWiring } from '#infra/local/runner/wiring.ts';

describe('a template’s references', () => {
  const meanings = {
    ref: (id: string) => `<${id}>`,
    attribute: (id: string, name: string) => `<${id}.${name}>`,
  };
  it.each([
    ['Ref', { Ref: 'A' }, '<A>'],
    ['GetAtt', { 'Fn::GetAtt': ['A', 'Arn'] }, '<A.Arn>'],
    ['GetAtt with a dot', { 'Fn::GetAtt': 'A.B.C' }, '<A.B.C>'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'B' }, 3]] }, 'a/<B>/3'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['.', 'a.b.c'] }] }, 'b'],
    ['Sub', { 'Fn::Sub': `a \${B} \${C.Arn} \${!D}` }, `a <B> <C.Arn> \${D}`],
    ['Sub with values', { 'Fn::Sub': [`x\${v}`, { v: { Ref: 'A' } }] }, 'x<A>'],
    ['things inside things', [{ a: { Ref: 'A' } }, null, 1], [{ a: '<A>' }, null, 1]],
  ])('are resolved: %s', (_name, value, expected) => {
    expect(resolve(value, meanings)).toEqual(expected);
  });

  it('are refused where the local station does not know the function', () => {
    expect(() => resolve({ a: { 'Fn::If': ['x', 1, 2] } }, meanings)).toThrow(/Fn::If/);
  });
});

describe('a request’s route', () => {
  const routes = ['GET /c/{token}', 'GET /c/list', 'ANY /c/{rest+}', 'POST /telegram', 'ANY /any'].map(
    (key) => ({ key }),
  );
  it.each([
    ['GET', '/c/list', 'GET /c/list', {}],
    ['GET', '/c/a%20b', 'GET /c/{token}', { token: 'a b' }],
    ['PUT', '/c/x/y', 'ANY /c/{rest+}', { rest: 'x/y' }],
    ['DELETE', '/any', 'ANY /any', {}],
    ['GET', '/telegram', undefined, undefined],
    ['POST', '/telegram/', undefined, undefined],
    ['GET', '/c', undefined, undefined],
  ])('%s %s is %s', (method, path, key, pathParameters) => {
    const found = findRoute(routes, method, path);
    expect(found?.route.key).toBe(key);
    expect(found?.pathParameters).toEqual(pathParameters);
  });
});

describe('the station’s own template', () => {
  it('wires what a message needs on its way', async () => {
    const wiring = readWiring(await stationTemplate(), { awsUrl: 'http://aws', publicUrl: 'http://station' });
    const nameOf = (id: string) => wiring.functions.find((fn) => fn.id === id)?.name;
    const fed = wiring.sources.map(({ queue, functionId }) => `${queue} → ${nameOf(functionId)}`);
    expect(wiring.routes.map(({ key, functionId }) => `${key} → ${nameOf(functionId)}`)).toContain(
      'POST /telegram → telegram-webhook',
    );
    expect(fed).toEqual(
      expect.arrayContaining([
        'station-demo-inbound.fifo → converse',
        'station-demo-outbound.fifo → deliver',
      ]),
    );
    expect(wiring.schedules.map(({ functionId, everyMs }) => `${nameOf(functionId)} ${everyMs}`)).toEqual([
      'tick 60000',
    ]);
    for (const { queue } of wiring.sources) {
      const redrive = wiring.queues.find(({ name }) => name === queue)?.redrive;
      expect(wiring.queues.map(({ name }) => name)).toContain(redrive?.deadLetterQueue);
    }
    const webhook = wiring.functions.find(({ name }) => name === 'telegram-webhook');
    expect(webhook?.environment.INBOUND_QUEUE_URL).toBe('http://aws/000000000000/station-demo-inbound.fifo');
  });
});
