import { DomainError } from '../domain-error.ts';

/**
 * An event that this release does not know: a later one wrote it. It blocks, it is never skipped; whoever asks is told that the
 * server is older than the ledger (ADR 0018).
 */
export class UnknownEvent extends DomainError {
  constructor(event: { readonly type: unknown }) {
    super('service.outdated', { type: String(event.type) });
    this.message = `unknown event ${String(event.type)}`;
  }
}
