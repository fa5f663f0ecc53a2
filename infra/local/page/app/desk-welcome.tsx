import type { JSX } from 'preact';

/** What the empty group shows: how a customer and an advisor come together here. */
export const DeskWelcome = ({ station }: { readonly station: string }): JSX.Element => (
  <div class="desk-welcome">
    <h4>The advisors of {station} work here</h4>
    <ol>
      <li>Write to the station from one of the phones: every customer gets a topic in this group.</li>
      <li>Open the topic and answer: your words reach the phone with your name.</li>
      <li>
        A line that begins with <code>{'//'}</code> is a note and stays in the group. Type <code>/</code> to
        see what else you can do.
      </li>
    </ol>
    <p>Advisors see this group in Telegram; this is it, played.</p>
  </div>
);
