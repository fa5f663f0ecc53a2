import type { SentFile } from '../phones/sent-files.ts';
import { type Dispatcher, type Outcome, wrongToken } from './dispatch.ts';
import { errorBody, GraphError } from './errors.ts';
import { download } from './media.ts';

export const DOWNLOAD_PATH = '/whatsapp_business/attachments/';

/**
 * GET of an address that a media id was given out under: needs the token and a User-Agent, and answers 404 once the
 * five minutes are over (a fresh address comes with the media id).
 */
export const serveDownload = (
  { world, ledger, faults }: Dispatcher,
  query: URLSearchParams,
  asked: { readonly authorised: boolean; readonly userAgent: boolean },
): SentFile | Outcome => {
  const fault = asked.authorised ? faults.hit({ call: 'download', chat: '' }) : undefined;
  const refusal = (): GraphError | undefined => {
    if (!asked.authorised) return wrongToken();
    if (fault)
      return new GraphError(fault.kind === 'error' ? fault.code : 131000, 'A test ordered this refusal.');
    if (!asked.userAgent) return new GraphError(10, 'A User-Agent is needed.', { status: 403 });
    return undefined;
  };
  const refused = refusal();
  const file = refused ? undefined : download(world, query);
  const error =
    refused ?? (file ? undefined : new GraphError(100, 'The address has expired.', { status: 404 }));
  ledger.record({
    call: 'download',
    verb: 'GET',
    path: DOWNLOAD_PATH,
    chat: '',
    payload: { media: query.get('mid') },
    status: error?.status ?? 200,
    code: error?.code ?? 0,
    details: error?.message ?? '',
    messageIds: [],
    effect: file !== undefined,
    billable: false,
    failed: 0,
    fault: fault?.kind,
  });
  if (file) return file;
  const shown = error ?? wrongToken();
  return { status: shown.status, body: errorBody(shown), fault: fault?.kind };
};
