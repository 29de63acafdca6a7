import { PostedForm, type PostedFormProps } from '@/components/form/posted-form';
import { Whose } from '@/components/form/whose';
import { keptOf } from '@/lib/kept';
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
  return (
    <PostedForm
      {...props}
      hidden={{ ...hidden, form: id }}
      initial={values ? { values } : initial}
      mark={who?.mark}
      whose={<Whose community={hidden?.community} locale={locale} />}
    />
  );
}
