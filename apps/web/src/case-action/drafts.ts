/** What was typed and not yet submitted, by form; kept while the page lives and nowhere else. */
const drafts = new Map<string, object>();

export function keepDraft(form: string, values: object): void {
  drafts.set(form, values);
}

export function draftOf(form: string): object | undefined {
  return drafts.get(form);
}

export function forgetDraft(form: string): void {
  drafts.delete(form);
}

export function forgetDrafts(): void {
  drafts.clear();
}
