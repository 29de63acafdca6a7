import { PostedForm, type PostedFormProps } from '@/components/form/posted-form';
import { Whose } from '@/components/form/whose';
import { isOfAnother } from '@/lib/aside';
import { keptOf } from '@/lib/kept';
import { MARK } from '@/lib/mark';
import { whoSends } from '@/lib/whose';

export type ActionFormProps = Omit<PostedFormProps, 'whose' | 'mark'>;

/**
 * A form of whoever is signed in: it says in whose name it speaks and is taken from nobody else, and begins with what was
 * typed in it when a session had run out.
 */
export async function ActionForm(props: ActionFormProps) {
  const { id = 'form', hidden, initial, locale } = props;
  const values = props.fields.length > 0 ? await keptOf(id) : undefined;
  const who = await whoSends(hidden?.community);
  if (who && isOfAnother()) return null;
  // A tap of the person alone: above every page of theirs stands whose it is.
  const tells = hidden?.community !== undefined || props.fields.length > 0;
  return (
    <PostedForm
      {...props}
      hidden={{ ...(who && { [MARK]: who.mark }), ...hidden, form: id }}
      initial={values ? { values } : initial}
      mark={who?.mark}
      whose={tells ? <Whose community={hidden?.community} locale={locale} /> : undefined}
    />
  );
}
