import { join } from 'node:path';
import { submitTemplates } from '#infra/connect/templates.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { startWhatsApp } from '../whatsapp/start.ts';
import type { WhatsAppServer } from '../whatsapp/types.ts';
import type { MessengersOptions } from './messengers.ts';
import { stationFacts } from './station-facts.ts';

/** WhatsApp on this machine, with the station's templates submitted as at the real one. */
export async function playWhatsApp(options: MessengersOptions): Promise<WhatsAppServer> {
  const { secrets, clock, closers } = options;
  const token = secrets.WHATSAPP_ACCESS_TOKEN;
  const whatsapp = await startWhatsApp({
    accessToken: token,
    // Several may be current while they are rotated; Meta signs with one.
    appSecret: secrets.WHATSAPP_APP_SECRET.split(',')[0]?.trim() ?? '',
    verifyToken: secrets.WHATSAPP_VERIFY_TOKEN,
    phoneNumberId: secrets.WHATSAPP_PHONE_NUMBER_ID,
    verifiedName: (await stationFacts()).station,
    webhookUrl: () => `${options.stationUrl}/whatsapp`,
    now: clock.now,
    dataDir: join(options.dataDir, 'whatsapp'),
  });
  closers.add(whatsapp.close);
  await submitTemplates({ token, apiUrl: whatsapp.apiUrl }, whatsapp.wabaId, createHttpClient());
  return whatsapp;
}
