import { Select, type SelectProps } from 'antd';
import type { Situation } from '../case-action/action.ts';

type Props = Omit<SelectProps, 'options'> & { readonly situation: Situation };

/** Chooses members of the session by name. */
export function MemberSelect({ situation, ...rest }: Props) {
  const options = situation.conference?.members.map(({ memberId, name }) => ({ value: memberId, label: name })) ?? [];
  return <Select {...rest} options={options} showSearch={{ optionFilterProp: 'label' }} className="full-width" />;
}

/** Chooses an item of the session's agenda. */
export function AgendaItemSelect({ situation, ...rest }: Props) {
  const options =
    situation.conference?.agenda.map(({ itemId, caseNumber, caseTitle, text }) => ({
      value: itemId,
      label: [caseNumber, caseTitle ?? text].filter(Boolean).join(' '),
    })) ?? [];
  return <Select {...rest} options={options} showSearch={{ optionFilterProp: 'label' }} className="full-width" />;
}
