import { Card, Form, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { rungWords } from '../case/rung-words.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import './policy-input.css';
import { isBroken, KNOB_GROUPS, knobsOf, partsOf, pretty, type Knob, type PolicyRules } from './policy-places.ts';

/** A whole policy within a form: what is changed most often as inputs, each part also as JSON. Both are the same values. */
export function PolicyInput({ name }: { name: string }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const begun = form.getFieldValue(name) as PolicyRules;
  const policy: PolicyRules = (Form.useWatch(name, { form, preserve: true }) as PolicyRules | undefined) ?? begun;
  const knobs = knobsOf(policy);
  return (
    <>
      <Form.Item name={[name, 'name']} label={t('rules.policyName')} required>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      {KNOB_GROUPS.map((group) => (
        <Card key={group} size="small" title={t(`rules.group.${group}`)} className="policy-group">
          <div className="policy-knobs">
            {knobs[group].map((knob) => (
              <KnobInput key={knob.way.join('.')} knob={knob} name={name} />
            ))}
          </div>
        </Card>
      ))}
      <Card size="small" title={t('rules.rest')} className="policy-group">
        <p className="quiet">{t('rules.restHint')}</p>
        {partsOf(begun).map((part) => (
          <Form.Item key={part} name={[name, part]} className="policy-part-item">
            <PartInput part={part} />
          </Form.Item>
        ))}
      </Card>
    </>
  );
}

/** What a value is called: a kind of request, a rung, or its own words. */
export function knobLabel(speech: Speech, { way, rung }: Pick<Knob, 'way' | 'rung'>): string {
  if (rung) return rungWords(speech, 'due', rung);
  const [first, second] = way;
  if (first === 'terms') return speech.word('kind', String(second));
  return speech.t(`rules.knob.${way.join('.')}` as never, { defaultValue: way.join('.') });
}

function KnobInput({ knob, name }: { knob: Knob; name: string }) {
  const label = knobLabel(useWords(), knob);
  return (
    <Form.Item name={[name, ...knob.way]} label={label}>
      {knob.kind === 'term' ? (
        <TermInput label={label} />
      ) : (
        <InputNumber min={0} {...(knob.kind === 'share' ? { max: 1, step: 0.05 } : { precision: 0 })} />
      )}
    </Form.Item>
  );
}

const UNITS = ['workingDays', 'workingHours', 'minutes'] as const;
type Unit = (typeof UNITS)[number];

interface BoundProps<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}

/** A length of time as policy writes it: `{ workingDays: 5 }`. */
function TermInput({
  id,
  value,
  onChange,
  label,
}: BoundProps<Partial<Record<Unit, number | null>>> & { label: string }) {
  const { t } = useWords();
  const unit = UNITS.find((each) => value && each in value) ?? 'workingDays';
  return (
    <Space.Compact>
      <InputNumber
        {...(id ? { id } : {})}
        min={0}
        value={value?.[unit] ?? null}
        onChange={(length) => onChange?.({ [unit]: length })}
      />
      <Select<Unit>
        aria-label={`${label} ${t('rules.unit')}`}
        value={unit}
        onChange={(chosen) => onChange?.({ [chosen]: value?.[unit] ?? null })}
        options={UNITS.map((each) => ({ value: each, label: t(`rules.units.${each}`) }))}
        popupMatchSelectWidth={false}
      />
    </Space.Compact>
  );
}

/** A part of the policy as JSON; what is none yet is kept as the text it is. It opens by itself where something is wrong. */
function PartInput({ id, value, onChange, part }: BoundProps<unknown> & { part: string }) {
  const { t } = useWords();
  const { status } = Form.Item.useStatus();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => pretty(value));
  const text = isBroken(value) ? value : isSame(typed, value) ? typed : pretty(value);
  const name = t(`rules.part.${part}` as never, { defaultValue: part });
  const shown = open || status === 'error';
  const write = (written: string): void => {
    setTyped(written);
    onChange?.(readOr(written));
  };
  return (
    <details open={shown} className="policy-part">
      <summary
        onClick={(event) => {
          event.preventDefault();
          setOpen(!shown);
        }}
      >
        {name} <code className="quiet">{part}</code>
      </summary>
      <Input.TextArea
        {...(id ? { id } : {})}
        aria-label={name}
        className="policy-json"
        spellCheck={false}
        autoSize={{ minRows: 3, maxRows: 24 }}
        value={text}
        onChange={({ target }) => write(target.value)}
        onBlur={() => !isBroken(value) && setTyped(pretty(value))}
      />
    </details>
  );
}

/** What a text says as JSON; the text itself where it is none. */
function readOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isSame(text: string, value: unknown): boolean {
  return JSON.stringify(readOr(text)) === JSON.stringify(value);
}
