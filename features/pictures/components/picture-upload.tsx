import { Hidden } from '@/components/form/hidden';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { messages } from '@/features/pictures/messages';
import type { PictureSubject } from '@/features/pictures/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface UploadProps {
  locale: Locale;
  community: string;
  subject: PictureSubject;
  subjectId: number;
  /** Where to come back to; a refusal comes back there as `?picture=<code>`. */
  back: string;
  submission: string;
  refusal?: string;
  /** It has to say what it shows. */
  captioned?: boolean;
  /** What was typed when the picture was refused. */
  caption?: string;
}

/** One picture per post, a plain form: works without scripts. */
export function PictureUpload(props: UploadProps) {
  const { locale, community, subject, subjectId, back, submission, refusal, captioned, caption } = props;
  const t = pick(messages, locale);
  const known = t.refusals as Record<string, string>;
  const id = `picture-${subject}-${subjectId}`;
  return (
    <form className="form" method="post" action="/api/pictures" encType="multipart/form-data" id={id}>
      {refusal && (
        <Notice kind="warn" title={t.upload.failed}>
          <p>{known[refusal] ?? t.refusals.unknown}</p>
        </Notice>
      )}
      <Hidden fields={{ community, locale, subject, subjectId: String(subjectId), back, submission }} />
      <div className="field">
        <label className="field-label" htmlFor={`${id}-file`}>
          {t.upload.file}
        </label>
        <p className="field-hint" id={`${id}-hint`}>
          {t.upload.hint}
        </p>
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          name="picture"
          accept="image/jpeg,image/png,image/webp"
          required
          aria-describedby={`${id}-hint`}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-caption`}>
          {t.upload.caption}
          {!captioned && <span className="field-optional">{words(locale).optional}</span>}
        </label>
        <input
          id={`${id}-caption`}
          className="input"
          type="text"
          name="caption"
          maxLength={80}
          required={captioned}
          defaultValue={caption}
        />
      </div>
      <div className="actions">
        <button className="btn" type="submit">
          {t.upload.submit}
        </button>
      </div>
    </form>
  );
}
