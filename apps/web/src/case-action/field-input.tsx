import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useWords } from '../language/use-words.ts';
import { CategorySelect } from '../organisation/category-select.tsx';
import { CauseSelect } from '../organisation/cause-select.tsx';
import { useUnitName } from '../organisation/organisation.ts';
import { UnitSelect } from '../organisation/unit-select.tsx';
import { InstantPicker } from '../time/instant-picker.tsx';
import type { ActionName, Field, Situation } from './action.ts';
import { useFieldLabel } from './field-label.ts';
import { openParts } from './report-actions.ts';

/** Up to so many choices lie open; more are in a list that opens. */
const OPEN_CHOICES = 6;

interface FieldInputProps {
  readonly field: Exclude<Field, { kind: 'rows' }>;
  /** Where the value lies within the form. */
  readonly name: string | (string | number)[];
  readonly action: ActionName;
  readonly situation: Situation;
}

/** One labelled input of a form. */
export function FieldInput({ field, name, action, situation }: FieldInputProps) {
  const label = useFieldLabel(action)(field.name);
  return (
    <Form.Item
      name={name}
      label={label}
      required={!field.optional}
      className={`field-${field.kind} field-${field.name}`}
    >
      <BareInput field={field} label={label} situation={situation} />
    </Form.Item>
  );
}

interface InputProps {
  readonly id?: string;
  readonly value?: never;
  readonly onChange?: (value: unknown) => void;
}

function BareInput({
  field,
  label,
  situation,
  ...bound
}: InputProps & Pick<FieldInputProps, 'field' | 'situation'> & { label: string }) {
  switch (field.kind) {
    case 'words':
      return <Input.TextArea {...bound} autoSize={{ minRows: 3, maxRows: 14 }} />;
    case 'line':
      return <Input {...bound} autoComplete="off" />;
    case 'number':
      return <InputNumber {...bound} min={field.least} max={field.most} precision={0} />;
    case 'instant':
      return <InstantPicker {...bound} />;
    case 'unit':
      return <UnitSelect {...bound} allowClear={Boolean(field.optional)} {...amongOf(field.among?.(situation))} />;
    case 'units':
      return <UnitSelect {...bound} mode="multiple" {...amongOf(field.among?.(situation))} />;
    case 'category':
      return <CategorySelect {...bound} />;
    case 'cause':
      return <CauseSelect {...bound} />;
    case 'yes-no':
      return <YesNo {...bound} name={field.name} label={label} />;
    case 'choice':
      return <Choice {...bound} field={field} label={label} />;
    case 'part':
      return <PartSelect {...bound} situation={situation} />;
  }
}

const amongOf = (among: readonly string[] | undefined) => (among ? { among } : {});

function YesNo({ name, label, ...bound }: InputProps & { name: string; label: string }) {
  const { t } = useWords();
  const word = (answer: 'yes' | 'no'): string =>
    t(`action.yesNo.${name}.${answer}` as never, { defaultValue: t(`frame.${answer}`) });
  const options = [
    { value: true, label: word('yes') },
    { value: false, label: word('no') },
  ];
  return <Radio.Group {...bound} aria-label={label} options={options} />;
}

function Choice({ field, label, ...bound }: InputProps & { field: Extract<Field, { kind: 'choice' }>; label: string }) {
  const { word } = useWords();
  const options = field.of.map((value) => ({ value, label: word(field.in, value) }));
  if (options.length <= OPEN_CHOICES) return <Radio.Group {...bound} aria-label={label} options={options} />;
  return <Select {...bound} options={options} showSearch={{ optionFilterProp: 'label' }} className="full-width" />;
}

function PartSelect({ situation, ...bound }: InputProps & { situation: Situation }) {
  const unitName = useUnitName();
  const options = openParts(situation.report).map(({ id, unitId, text }) => ({
    value: id,
    label: text ? `${unitName(unitId)}：${text}` : unitName(unitId),
  }));
  return <Select {...bound} allowClear options={options} className="full-width" />;
}
