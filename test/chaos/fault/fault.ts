/** The processes of the system. */
export const PARTS = ['api', 'worker', 'relay', 'temporal', 'postgres'] as const;
export type PartName = (typeof PARTS)[number];

/** The connections between two parts, each over a line that can be troubled. */
export const LINES = [
  'people-api',
  'api-postgres',
  'relay-postgres',
  'worker-postgres',
  'relay-temporal',
  'worker-temporal',
  'worker-mail',
] as const;
export type LineName = (typeof LINES)[number];

/**
 * cut: what is open breaks, nothing new is let in · hang: nothing passes in either direction, then it goes on · stale: what
 * is open never says anything again, what is new passes · slow: everything comes later.
 */
export const LINE_TROUBLES = ['cut', 'hang', 'stale', 'slow'] as const;
export type LineTrouble = (typeof LINE_TROUBLES)[number];

/** down: nobody listens · busy: 451 · refuse: 550 · slow · drop: takes the mail and hangs up before its 250. */
export const MAIL_TROUBLES = ['down', 'busy', 'refuse', 'slow', 'drop'] as const;
export type MailTroubleName = (typeof MAIL_TROUBLES)[number];

export type Fault =
  | { readonly kind: 'kill'; readonly part: PartName }
  | { readonly kind: 'line'; readonly line: LineName; readonly trouble: LineTrouble }
  | { readonly kind: 'mail'; readonly trouble: MailTroubleName }
  /** No byte is left under PostgreSQL. */
  | { readonly kind: 'disk' }
  /** The clocks of API and worker jump by an hour. */
  | { readonly kind: 'clock'; readonly hours: 1 | -1 }
  /** Everybody sends every request twice at once. */
  | { readonly kind: 'twice' };

/** What the schedule and the log call it: `kill -9 worker`, `line relay-temporal hang`. */
export function nameOfFault(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
      return `kill -9 ${fault.part}`;
    case 'line':
      return `line ${fault.line} ${fault.trouble}`;
    case 'mail':
      return `mail ${fault.trouble}`;
    case 'disk':
      return 'disk full under postgres';
    case 'clock':
      return `clock ${fault.hours > 0 ? '+' : ''}${fault.hours} h on api and worker`;
    case 'twice':
      return 'every request sent twice';
  }
}
