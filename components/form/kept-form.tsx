import { ActionForm, type ActionFormProps } from '@/components/form/action-form';
import { keptOf } from '@/lib/kept';

/** A form, of several on a page perhaps, that begins with what was typed in it when a session had run out. */
export async function KeptForm(props: ActionFormProps) {
  const { id = 'form', hidden, initial } = props;
  const values = await keptOf(id);
  return <ActionForm {...props} hidden={{ ...hidden, form: id }} initial={values ? { values } : initial} />;
}
