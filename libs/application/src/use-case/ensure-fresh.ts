import { AppError } from '../app-error.ts';
import type { Transaction } from './run-use-case.ts';

/** Refuses a change of what has changed since the person saw it. Errors: the code, with the present state. */
export async function ensureFresh(
  { expectedRevision }: Pick<Transaction, 'expectedRevision'>,
  { revision }: { readonly revision: number },
  code: string,
  present: () => Promise<object>,
): Promise<void> {
  if (expectedRevision !== undefined && expectedRevision !== revision)
    throw new AppError(code, { present: await present() });
}
