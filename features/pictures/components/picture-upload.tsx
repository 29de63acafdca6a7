import { randomUUID } from 'node:crypto';
import { Hidden } from '@/components/form/hidden';
import { PlainForm } from '@/components/form/plain-form';
import { Mark, Whose } from '@/components/form/whose';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { messages } from '@/features/pictures/messages';
import { isPaper, type PictureSubject } from '@/features/pictures/rules';
import { formAsked, pathAsked } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { keptHere } from '@/lib/kept';
import { pick } from '@/lib/words';

interface UploadProps {
  locale: Locale;
  community: string;
  subject: PictureSubject;
  subjectId: number;
  /** Why the last one was not taken: it comes back to the page as `?picture=<code>`. */
  refusal?: string;
  /** It has to say what it shows. */
  captioned?: boolean;
}

/** One picture per post, a plain form: works without scripts. Its words come before it, so that they arrive where it is not taken. */
export async function PictureUpload(props: UploadProps) {
  const { locale, community, subject, subjectId, captioned } = props;
  const t = pick(messages, locale);
  const images = 'image/jpeg,image/png,image/webp';
  const file = isPaper(subject)
    ? { label: t.upload.paper, hint: t.upload.paperHint, accept: `application/pdf,${images}` }
    : { label: t.upload.file, hint: t.upload.hint, accept: images };
  const here = { community, locale, subject, subjectId: String(subjectId), back: pathAsked() };
  const id = `picture-${subject}-${subjectId}`;
  const isAsked = (formAsked() ?? id) === id;
  const refusal = isAsked ? props.refusal : undefined;
  const caption = isAsked ? (await keptHere())?.caption : undefined;
  const why = refusal && inWords({ code: refusal }, locale, messages).message;
  const wrong = why ? (refusal === 'unreadable' || refusal?.startsWith('caption_') ? 'caption' : 'file') : null;
  const error = (
    <span className="field-error" id={`${id}-error`}>
      {words(locale).errorPrefix}
      {why}
    </span>
  );
  return (
    <PlainForm id={id} action="/api/pictures" locale={locale} upload>
      <Mark community={community} />
      {refusal && (
        <Notice kind="warn" title={t.upload.failed}>
          <p>
            <a href={`#${id}-${wrong}`}>
              {wrong === 'caption' ? t.upload.caption : file.label}
              {locale === 'zh' ? '：' : ': '}
              {why}
            </a>
          </p>
        </Notice>
      )}
      <Hidden fields={{ ...here, submission: randomUUID() }} />
      <div className="field">
        <label className="field-label" htmlFor={`${id}-caption`}>
          {t.upload.caption}
          {!captioned && <span className="field-optional">{words(locale).optional}</span>}
        </label>
        {wrong === 'caption' && error}
        <input
          id={`${id}-caption`}
          className="input"
          type="text"
          name="caption"
          maxLength={80}
          required={captioned}
          defaultValue={caption}
          aria-invalid={wrong === 'caption' || undefined}
          aria-describedby={wrong === 'caption' ? `${id}-error` : undefined}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-file`}>
          {file.label}
        </label>
        <p className="field-hint" id={`${id}-hint`}>
          {file.hint}
        </p>
        {wrong === 'file' && error}
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          name="picture"
          accept={file.accept}
          required
          aria-invalid={wrong === 'file' || undefined}
          aria-describedby={wrong === 'file' ? `${id}-hint ${id}-error` : `${id}-hint`}
        />
      </div>
      <Whose community={community} locale={locale} />
      <div className="actions">
        <button className="btn" type="submit">
          {t.upload.submit}
        </button>
      </div>
    </PlainForm>
  );
}
