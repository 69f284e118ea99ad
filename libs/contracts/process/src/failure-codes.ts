/** The database could not be reached: nothing was decided, the same is asked again later. */
export const DATABASE_UNAVAILABLE = 'database.unavailable';

/** A later release wrote what this one does not know: it waits for a worker that does. */
export const SERVICE_OUTDATED = 'service.outdated';

/** Some mails could not be handed over yet, for a reason that may pass. */
export const NOTICE_UNDELIVERED = 'notice.undelivered';

/** An action found nothing to do, and the ledger, read again, still asks for it. */
export const ACTION_WITHOUT_PROGRESS = 'action.no-progress';

/** An action did not come to an end in its time. */
export const ACTION_TIMED_OUT = 'action.timed-out';

/** An error without a code of its own; the worker's log has its words. */
export const UNEXPECTED = 'unexpected';
