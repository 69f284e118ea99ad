import { useWords } from '../language/use-words.ts';
import type { ActionName } from './action.ts';

/** What a field is called in the form of an action. */
export function useFieldLabel(action: ActionName): (field: string) => string {
  const { t } = useWords();
  return (field) =>
    t(`action.field.${field}.${action}` as never, {
      defaultValue: t(`action.field.${field}.default` as never, { defaultValue: field }),
    });
}
