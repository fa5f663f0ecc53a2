import { describe, expect, it } from 'vitest';
import { readEnv } from '#shared/runtime/env.ts';

describe('the environment', () => {
  it('is read as values, with lists apart and without slashes at the end of a base', () => {
    const from = {
      INBOUND_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/inbound.fifo',
      ADVISOR_IDS: '5000001, 5000002',
      ADVISOR_GROUP_ID: '-1002000000001',
      PUBLIC_URL: 'https://station.example//',
      TABLE_NAME: 'station',
    };
    expect(readEnv(['INBOUND_QUEUE_URL', 'ADVISOR_IDS', 'ADVISOR_GROUP_ID', 'PUBLIC_URL'], from)).toEqual({
      INBOUND_QUEUE_URL: from.INBOUND_QUEUE_URL,
      ADVISOR_IDS: ['5000001', '5000002'],
      ADVISOR_GROUP_ID: '-1002000000001',
      PUBLIC_URL: 'https://station.example',
    });
  });

  it('has its defaults', () => {
    expect(readEnv(['LOG_LEVEL', 'ADVISOR_IDS', 'ADVISOR_GROUP_ID'], {})).toEqual({
      LOG_LEVEL: 'INFO',
      ADVISOR_IDS: [],
      ADVISOR_GROUP_ID: null,
    });
  });

  it('that is not complete is refused with the name of every wrong variable, and no value', () => {
    const from = { INBOUND_QUEUE_URL: 'canary', ADVISOR_IDS: 'canary' };
    const read = () => readEnv(['TABLE_NAME', 'INBOUND_QUEUE_URL', 'ADVISOR_IDS'], from);
    expect(read).toThrow(
      /TABLE_NAME is not set; INBOUND_QUEUE_URL must be the URL.*ADVISOR_IDS must be numeric ids/,
    );
    expect(read).not.toThrow(/canary/);
  });
});
