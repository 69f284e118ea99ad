import { App, Button, Form } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.ts';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import type { Action, Changed, Situation, Target, Values } from './action.ts';
import './action-form.css';
import { checkTyped } from './check-typed.ts';
import { draftOf, forgetDraft, keepDraft } from './drafts.ts';
import { FieldInput } from './field-input.tsx';
import { RowFields } from './row-fields.tsx';
import { StaleAlert } from './stale-alert.tsx';
import { useSubmit } from './use-submit.ts';
import { pathOfApi, showFieldProblems } from './validation.ts';

interface ActionFormProps {
  readonly action: Action;
  readonly target: Target;
  readonly situation: Situation;
  readonly onDone: (changed: Changed) => void;
  readonly beside?: ReactNode;
  /** Takes the focus at once, where the form is the page. */
  readonly focusFirst?: boolean;
}

/** The form of any action: its inputs, checked here and by the API; what was typed stays until it is done. */
export function ActionForm({ action, target, situation: given, onDone, beside, focusFirst }: ActionFormProps) {
  const words = useWords();
  const { t } = words;
  const [situation] = useState(given);
  const draftKey = JSON.stringify([action.name, { ...target, revision: undefined }]);
  const [form] = Form.useForm<Values>();
  const begin = useBegin(action, situation, draftKey);
  const typed: Values = Form.useWatch([], form) ?? begin;
  const confirm = useConfirm(action);
  const submit = useSubmit(action, target, (changed) => {
    forgetDraft(draftKey);
    onDone(changed);
  });
  const { error } = submit;
  const first = action.fields[0]?.name;

  useEffect(() => {
    if (focusFirst && first) form.getFieldInstance(first)?.focus();
  }, [focusFirst, first, form]);

  useEffect(() => {
    if (error instanceof ApiProblem && error.errors.length > 0)
      showFieldProblems(
        form,
        error.errors.map(({ path, code }) => ({ path: pathOfApi(path), code })),
        t,
      );
  }, [error, form, t]);

  const send = async (): Promise<void> => {
    const checked = checkTyped(action, form.getFieldsValue(true) as Values, situation);
    if (!checked.ok) return showFieldProblems(form, checked.problems, t);
    if (submit.busy || !(await confirm())) return;
    submit.send(checked.body);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Before the inputs see it: Enter opens a list, and breaks a line.
    event.preventDefault();
    event.stopPropagation();
    void send();
  };
  const shown = action.fields.filter(({ when }) => when?.(typed, situation) ?? true);

  return (
    <Form
      form={form}
      layout="vertical"
      className="action-form"
      name={action.name}
      initialValues={begin}
      onValuesChange={(_, all) => keepDraft(draftKey, all)}
      onFieldsChange={(changed) => clearFaults(changed, form)}
      onFinish={() => void send()}
      onKeyDownCapture={onKeyDown}
    >
      {error && !(error instanceof ApiProblem && error.status === 412 && submit.present) && (
        <ProblemAlert error={error} noAnswer={t('problem.noAnswerForm')} />
      )}
      {submit.present && error && (
        <StaleAlert present={submit.present} situation={situation} action={action.name} target={target} />
      )}
      {shown.map((field) =>
        field.kind === 'rows' ? (
          <RowFields key={field.name} field={field} action={action.name} situation={situation} />
        ) : (
          <FieldInput key={field.name} field={field} name={field.name} action={action.name} situation={situation} />
        ),
      )}
      <div className="action-foot">
        <Button type="primary" htmlType="submit" danger={Boolean(action.grave)} loading={submit.busy}>
          {submit.present ? t('action.submitAgain') : t(`action.name.${action.name}`)}
        </Button>
        {beside}
        <span className="quiet" role="status">
          {submit.busy && submit.retries > 0
            ? t('problem.retrying', { count: submit.retries })
            : t(focusFirst ? 'case.registerHint' : 'action.shortcut')}
        </span>
      </div>
    </Form>
  );
}

/** What the form begins with: what was typed before and not submitted, or what the action suggests. */
function useBegin(action: Action, situation: Situation, draftKey: string): Values {
  const { t } = useTranslation();
  const [begin] = useState<Values>(() => {
    const draft = draftOf(draftKey) as Values | undefined;
    const words = { quality: t('action.begin.quality'), feedback: t('action.begin.feedback') };
    return { ...(draft ?? action.begin?.(situation, words)), ...situation.suggested };
  });
  return begin;
}

/** A grave action is asked once more. */
function useConfirm(action: Action): () => Promise<boolean> {
  const { t } = useWords();
  const { modal } = App.useApp();
  return async () => {
    if (!action.grave) return true;
    const name = t(`action.name.${action.name}`);
    return modal.confirm({
      title: t('action.confirm', { action: name }),
      content: t(`action.confirmHint.${action.name}` as never, { defaultValue: '' }),
      okText: name,
      okButtonProps: { danger: true },
      cancelText: t('frame.cancel'),
    });
  };
}

/** A fault goes as soon as its field is changed. */
function clearFaults(
  changed: readonly { readonly name?: unknown; readonly touched?: boolean; readonly errors?: string[] }[],
  form: ReturnType<typeof Form.useForm<Values>>[0],
): void {
  const stale = changed.filter(({ touched, errors }) => touched && errors && errors.length > 0);
  if (stale.length > 0) form.setFields(stale.map(({ name }) => ({ name: name as string, errors: [] })));
}
