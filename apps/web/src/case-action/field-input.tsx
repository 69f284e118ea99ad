import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useWords, type WordGroup } from '../language/use-words.ts';
import { CategorySelect } from '../organisation/category-select.tsx';
import { CauseSelect } from '../organisation/cause-select.tsx';
import { useUnitName } from '../organisation/organisation.ts';
import { UnitSelect } from '../organisation/unit-select.tsx';
import { AgendaItemSelect, MemberSelect } from '../joint-conference/conference-selects.tsx';
import { ArticlePicker } from '../knowledge/article-picker.tsx';
import { MarksInput } from '../quality/marks-input.tsx';
import { PolicyInput } from '../rules-change/policy-input.tsx';
import { PersonSelect } from '../people/person-select.tsx';
import { SubDeskSelect } from '../people/sub-desk-select.tsx';
import { CoordinatesInput } from '../place/coordinates-input.tsx';
import { DayPicker } from '../time/day-picker.tsx';
import { InstantPicker } from '../time/instant-picker.tsx';
import { InstantsInput } from '../time/instants-input.tsx';
import { dateTime } from '../time/local-time.ts';
import type { ActionName, Field, Situation } from './action.ts';
import { useFieldLabel } from './field-label.ts';
import { LinesInput } from './lines-input.tsx';
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
  if (field.kind === 'policy') return <PolicyInput name={field.name} />;
  return (
    <Form.Item
      name={name}
      label={label}
      required={!field.optional}
      className={`field-${field.kind} field-${field.name}`}
      extra={'explain' in field && field.explain ? <Explained name={name} in={field.explain} /> : undefined}
    >
      <BareInput field={field} label={label} situation={situation} />
    </Form.Item>
  );
}

/** What the chosen answer means, in words: where to go, say. */
function Explained({ name, in: group }: Pick<FieldInputProps, 'name'> & { in: WordGroup }) {
  const { word } = useWords();
  const chosen: unknown = Form.useWatch(name, Form.useFormInstance());
  return typeof chosen === 'string' ? word(group, chosen) : null;
}

type BareField = Exclude<FieldInputProps['field'], { kind: 'policy' }>;

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
}: InputProps & Pick<FieldInputProps, 'situation'> & { field: BareField; label: string }) {
  switch (field.kind) {
    case 'words':
      return <Input.TextArea {...bound} autoSize={{ minRows: 3, maxRows: 14 }} />;
    case 'line':
      return <Input {...bound} autoComplete="off" />;
    case 'number':
      return <InputNumber {...bound} min={field.least} max={field.most} precision={0} />;
    case 'instant':
      return <InstantPicker {...bound} />;
    case 'instants':
      return <InstantsInput {...bound} />;
    case 'polled-time':
      return <PolledTimes {...bound} situation={situation} />;
    case 'member':
      return <MemberSelect {...bound} situation={situation} />;
    case 'members':
      return <MemberSelect {...bound} situation={situation} mode="multiple" />;
    case 'agenda-item':
      return <AgendaItemSelect {...bound} situation={situation} />;
    case 'polled-times':
      return <PolledTimes {...bound} situation={situation} mode="multiple" />;
    case 'unit':
      return <UnitSelect {...bound} allowClear={Boolean(field.optional)} {...amongOf(field.among?.(situation))} />;
    case 'units':
      return <UnitSelect {...bound} mode="multiple" {...amongOf(field.among?.(situation))} />;
    case 'person':
      return <PersonSelect {...bound} allowClear={Boolean(field.optional)} among={field.among(situation)} />;
    case 'people':
      return <PersonSelect {...bound} mode="multiple" among={field.among(situation)} />;
    case 'sub-desk':
      return <SubDeskSelect {...bound} allowClear />;
    case 'coordinates':
      return <CoordinatesInput {...(bound as object)} />;
    case 'category':
      return <CategorySelect {...bound} />;
    case 'cause':
      return <CauseSelect {...bound} />;
    case 'yes-no':
      return <YesNo {...bound} name={field.name} label={label} />;
    case 'choice':
      return <Choice {...bound} field={field} label={label} />;
    case 'choices':
      return <Choices {...bound} field={field} label={label} />;
    case 'lines':
      return <LinesInput {...bound} />;
    case 'day':
      return <DayPicker {...bound} />;
    case 'articles':
      return <ArticlePicker {...bound} about={situation.case?.title ?? ''} />;
    case 'marks':
      return <MarksInput {...bound} />;
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

type Chosen = Extract<Field, { kind: 'choice' | 'choices' }>;

function Choices({ field, label, ...bound }: InputProps & { field: Chosen; label: string }) {
  const { word } = useWords();
  const options = field.of.map((value) => ({ value, label: word(field.in, value) }));
  return <Checkbox.Group {...bound} aria-label={label} options={options} />;
}

function Choice({ field, label, ...bound }: InputProps & { field: Chosen; label: string }) {
  const { word } = useWords();
  const options = field.of.map((value) => ({ value, label: word(field.in, value) }));
  if (options.length <= OPEN_CHOICES) return <Radio.Group {...bound} aria-label={label} options={options} />;
  return <Select {...bound} options={options} showSearch={{ optionFilterProp: 'label' }} className="full-width" />;
}

function PolledTimes({ situation, ...bound }: InputProps & { situation: Situation; mode?: 'multiple' }) {
  const options = situation.meeting?.poll?.times.map(({ at }) => ({ value: at, label: dateTime(at) })) ?? [];
  return <Select {...bound} options={options} className="full-width" />;
}

function PartSelect({ situation, ...bound }: InputProps & { situation: Situation }) {
  const unitName = useUnitName();
  const options = openParts(situation.report).map(({ id, unitId, text }) => ({
    value: id,
    label: text ? `${unitName(unitId)}：${text}` : unitName(unitId),
  }));
  return <Select {...bound} allowClear options={options} className="full-width" />;
}
