import { describe, expect, it } from 'vitest';
import { account } from '#shared/channels/whatsapp/account.ts';

const variables = {
  WHATSAPP_ACCESS_TOKEN: 'EAAtoken',
  WHATSAPP_APP_SECRET: 'new, old ,',
  WHATSAPP_VERIFY_TOKEN: 'verify',
  WHATSAPP_PHONE_NUMBER_ID: '1061',
};
const parameter = {
  accessToken: 'EAAtoken',
  appSecrets: ['new', 'old'],
  verifyToken: 'verify',
  phoneNumberId: '1061',
};
const read = {
  bot: '1061',
  token: 'EAAtoken',
  number: '1061',
  webhookSecrets: ['new', 'old'],
  verifyToken: 'verify',
};

describe('our WhatsApp account', () => {
  it('is read from variables, several app secrets while they are rotated', () => {
    expect(account.given(variables)).toEqual(read);
    expect(Object.keys(variables)).toEqual(account.variables);
  });

  it('is not there while its token or its number is missing', () => {
    expect(account.given({ ...variables, WHATSAPP_ACCESS_TOKEN: '' })).toBeNull();
    expect(account.given({ ...variables, WHATSAPP_PHONE_NUMBER_ID: '' })).toBeNull();
  });

  it('is read from the encrypted parameter, whose example is right', () => {
    expect(account.schema.parse(parameter)).toEqual(read);
    expect(account.schema.safeParse({ ...parameter, phoneNumberId: '+30 2310' }).success).toBe(false);
    const example: unknown = JSON.parse(
      account.example.replace('"phoneNumberId":"…"', '"phoneNumberId":"1061"'),
    );
    expect(account.schema.safeParse(example).success).toBe(true);
  });

  it('keeps its name in our keys after Meta gave the number a new id', () => {
    const moved = account.schema.parse({ ...parameter, phoneNumberId: '2072', bot: '1061' });
    expect(moved).toEqual({ ...read, number: '2072' });
  });

  it('is used at a fixed version of the Graph API', () => {
    expect(account.apiUrl.otherwise).toMatch(/^https:\/\/graph\.facebook\.com\/v\d+\.\d+$/);
  });
});
