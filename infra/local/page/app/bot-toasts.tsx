import type { JSX } from 'preact';
import { useView } from './use-station.ts';

/** Callback answers over the chat they belong to, gone after some seconds. */
export const BotToasts = ({ chat }: { readonly chat: string }): JSX.Element => {
  const { toasts } = useView();
  return (
    <div class="bot-toasts" role="status">
      {toasts
        .filter((toast) => toast.tone === 'bot' && toast.chat === chat)
        .map((toast) => (
          <p key={toast.id} dir="auto">
            {toast.text}
          </p>
        ))}
    </div>
  );
};
