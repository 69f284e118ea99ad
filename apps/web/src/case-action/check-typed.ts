import type { Action, Situation, Values } from './action.ts';
import { validate, type Checked, type FieldFault } from './validation.ts';

/** Checks a form: by the schema, and by what the house demands beyond it. What is not shown is left out. */
export function checkTyped(action: Action, typed: Values, situation: Situation): Checked<unknown> {
  const shown = action.fields.filter(({ when }) => when?.(typed, situation) ?? true);
  const values = Object.fromEntries(shown.map(({ name }) => [name, typed[name]]));
  const missing = shown
    .filter(({ name, demanded }) => demanded && isBlank(values[name]))
    .map(({ name }): FieldFault => ({ path: [name], code: 'field.missing' }));
  const whole = new Set(shown.filter(({ kind }) => kind === 'policy').map(({ name }) => name));
  const entries = Object.entries(values);
  const checked = validate(
    action.schema,
    Object.fromEntries(entries.filter(([name]) => !whole.has(name))),
    Object.fromEntries(entries.filter(([name]) => whole.has(name))),
  );
  if (missing.length === 0) return checked;
  return { ok: false, problems: [...missing, ...(checked.ok ? [] : checked.problems)] };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
