import type { RenderedNotice } from '@hotline/notifications';

/** No mail server has this domain (RFC 2606), so that a mail of a training reaches nobody, wherever it is handed in. */
const NOWHERE = 'training.invalid';
const MARK = '【演练】';

/** The address under which a mail of a training is caught: the person's, at a domain that leads nowhere. */
export function trainingAddressOf(address: string | null | undefined): string {
  return `${address?.split('@')[0] || 'nobody'}@${NOWHERE}`;
}

/** The same notice, to be told from a real one at first sight. */
export function markAsTraining(notice: RenderedNotice): RenderedNotice {
  return { ...notice, subject: `${MARK}${notice.subject}` };
}
