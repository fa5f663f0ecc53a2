/** Messengers as people call them; one that is new here by its own name. */
const names: Readonly<Record<string, string>> = { telegram: 'Telegram', whatsapp: 'WhatsApp' };

export function channelName(channel: string): string {
  return names[channel] ?? `${channel.charAt(0).toUpperCase()}${channel.slice(1)}`;
}
