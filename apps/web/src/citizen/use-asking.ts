import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { showFieldProblems, validate } from '../case-action/validation.ts';
import { useWords } from '../language/use-words.ts';

interface Asking<Typed> {
  readonly form: FormInstance<Typed>;
  readonly submit: (typed: Typed) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/**
 * A form of a citizen: what is typed is judged by the contract before it is sent, a refusal is shown, and what was typed
 * stays.
 *
 * @param known what goes with it that nobody types
 */
export function useAsking<Typed extends object, Schema extends z.ZodType>(
  schema: Schema,
  known: object,
  send: (body: z.input<Schema>) => Promise<void>,
): Asking<Typed> {
  const { t } = useWords();
  const [form] = Form.useForm<Typed>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async (typed: Typed): Promise<void> => {
    const checked = validate(schema, { ...typed, ...known });
    if (!checked.ok) return showFieldProblems(form, checked.problems, t);
    setBusy(true);
    setError(undefined);
    try {
      await send(checked.body);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { form, submit: (typed) => void submit(typed), busy, error };
}
