import { App, Button, Form, type FormInstance } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
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
  /** It stands in a page of its own: there is no drawer to close. */
  readonly isPage?: boolean;
  /** Takes the focus at once, where the form is the page. */
  readonly focusFirst?: boolean;
  /** Told what stands in the form, at first and whenever it changes. */
  readonly onTyped?: (typed: Values) => void;
}

/** The form of any action: its inputs, checked here and by the API; what was typed stays until it is done. */
export function ActionForm(props: ActionFormProps) {
  const { action, target, situation: given, onDone, focusFirst = false, isPage = focusFirst, onTyped } = props;
  const { t } = useWords();
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
  useFaultsOfApi(form, action, submit.error);
  useEffect(() => onTyped?.(typed), [onTyped, typed]);
  useFirstFocus(form, focusFirst ? action.fields[0]?.name : undefined);

  const send = async (): Promise<void> => {
    const checked = checkTyped(action, form.getFieldsValue(true) as Values, situation);
    if (!checked.ok) return showFieldProblems(form, checked.problems, t);
    if (submit.busy || !(await confirm())) return;
    submit.send(checked.body);
  };
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
      onKeyDownCapture={onControlEnter(() => void send())}
    >
      <Trouble submit={submit} situation={situation} action={action} target={target} />
      {action.fields
        .filter(({ when }) => when?.(typed, situation) ?? true)
        .map((field) =>
          field.kind === 'rows' ? (
            <RowFields key={field.name} field={field} action={action.name} situation={situation} />
          ) : (
            <FieldInput key={field.name} field={field} name={field.name} action={action.name} situation={situation} />
          ),
        )}
      <SubmitBar submit={submit} action={action} hint={t(isPage ? 'case.registerHint' : 'action.shortcut')} />
    </Form>
  );
}

type Submitting = ReturnType<typeof useSubmit>;

/** Why it was not done; or, when somebody was faster, what he did. */
function Trouble({
  submit: { error, present },
  situation,
  action,
  target,
}: { submit: Submitting } & Pick<ActionFormProps, 'situation' | 'action' | 'target'>) {
  const { t } = useWords();
  if (!error) return null;
  const stale = error instanceof ApiProblem && error.status === 412;
  if (stale && present)
    return <StaleAlert present={present} situation={situation} action={action.name} target={target} />;
  return <ProblemAlert error={error} noAnswer={t('problem.noAnswerForm')} />;
}

function SubmitBar({ submit, action, hint }: { submit: Submitting; action: Action; hint: string }) {
  const { t } = useWords();
  return (
    <div className="action-foot">
      <Button type="primary" htmlType="submit" danger={Boolean(action.grave)} loading={submit.busy}>
        {submit.present ? t('action.submitAgain') : t(`action.name.${action.name}`)}
      </Button>
      <span className="quiet" role="status">
        {submit.busy && submit.retries > 0 ? t('problem.retrying', { count: submit.retries }) : hint}
      </span>
    </div>
  );
}

/** Before the inputs see it: there Enter opens a list, or breaks a line. */
function onControlEnter(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  };
}

/** Writes what the API found wrong under the fields it names. */
function useFaultsOfApi(form: FormInstance<Values>, action: Action, error: Error | null): void {
  const { t } = useWords();
  useEffect(() => {
    if (!(error instanceof ApiProblem) || error.errors.length === 0) return;
    const typed = form.getFieldsValue(true) as Values;
    const faults = error.errors.map(({ path, code }) => ({ path: pathOfApi(path), code }));
    showFieldProblems(
      form,
      action.placeOf ? faults.map((fault) => action.placeOf?.(fault, typed) ?? fault) : faults,
      t,
    );
  }, [error, form, action, t]);
}

function useFirstFocus(form: FormInstance<Values>, first: string | undefined): void {
  useEffect(() => {
    if (first) form.getFieldInstance(first)?.focus();
  }, [first, form]);
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
  form: FormInstance<Values>,
): void {
  const stale = changed.filter(({ touched, errors }) => touched && errors && errors.length > 0);
  if (stale.length > 0) form.setFields(stale.map(({ name }) => ({ name: name as string, errors: [] })));
}
