import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Form } from 'antd';
import { useWords } from '../language/use-words.ts';
import type { ActionName, Field, Situation } from './action.ts';
import { FieldInput } from './field-input.tsx';
import { useFieldLabel } from './field-label.ts';

interface RowFieldsProps {
  readonly field: Extract<Field, { kind: 'rows' }>;
  readonly action: ActionName;
  readonly situation: Situation;
}

/** Rows of inputs of one kind: units to assign, resolutions, parts of an instruction. */
export function RowFields({ field, action, situation }: RowFieldsProps) {
  const { t } = useWords();
  const label = useFieldLabel(action)(field.name);
  return (
    <fieldset className="row-fields">
      <legend>{label}</legend>
      <Form.List name={field.name}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <Card key={key} size="small" className="row-card">
                <Button
                  className="row-remove"
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${t('action.removeRow')} ${index + 1}`}
                  onClick={() => remove(name)}
                />
                {field.fields.map((inner) =>
                  inner.kind === 'rows' || inner.when?.({}, situation) === false ? null : (
                    <FieldInput
                      key={inner.name}
                      field={inner}
                      name={[name, inner.name]}
                      action={action}
                      situation={situation}
                    />
                  ),
                )}
              </Card>
            ))}
            <Form.ErrorList errors={errors} />
            <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ ...field.fresh })}>
              {t(`action.${field.add}`)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
