import { hasAgreed, type Purpose } from '#shared/domain/consent.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { button, type Turn } from '../flow.ts';
import { askedOther } from '../payer/asked.ts';
import { act } from './action.ts';
import { quietOf } from './quiet.ts';

/**
 * All that somebody can set about themselves, on one card that changes where it stands. Ten rows: as many as a list holds where
 * there are no rows of buttons.
 */
export function ownCard(turn: Pick<Turn, 'customer' | 'station'>, lead: readonly Phrase[] = []): Say {
  const { customer, station } = turn;
  const on = (purpose: Purpose) => hasAgreed(customer.consents, purpose);
  const other = askedOther(customer) !== null;
  const text = phrase('ownCard', {
    visit: on('visit'),
    service: on('service'),
    offers: on('offers'),
    quiet: quietOf(customer, station),
    cars: customer.vehicles.map(({ short }) => short).reverse(),
    payer: other ? (customer.approver?.name ?? '') : null,
  });
  const flip = (label: Phrase, purpose: Purpose) => act(label, { do: 'set', purpose, given: !on(purpose) });
  const rows: readonly (readonly Option[])[] = [
    [
      flip(phrase('ownLabelVisit', { on: on('visit') }), 'visit'),
      flip(phrase('ownLabelService', { on: on('service') }), 'service'),
    ],
    [
      flip(phrase('ownLabelOffers', { on: on('offers') }), 'offers'),
      act(phrase('ownLabelQuiet'), { do: 'quiet' }),
    ],
    [act(phrase('labelLanguage'), { do: 'language' }), act(phrase('ownLabelCars'), { do: 'cars' })],
    [
      button(phrase('payerLabelCosts'), { flow: 'payer', data: { do: 'open' } }),
      button(phrase('labelPrivacy'), { flow: 'questions', data: { ask: 'stored' } }),
    ],
    [
      button(phrase('ownLabelExport'), { flow: 'archive', data: { do: 'ask' } }),
      button(phrase('ownLabelErase'), { flow: 'erase', data: { do: 'ask' } }),
    ],
  ];
  return card('aside', [...lead, text], rows);
}
