import { randomUUID } from 'node:crypto';
import { Hidden } from '@/components/form/hidden';
import { Whose } from '@/components/form/whose';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { messages } from '@/features/pictures/messages';
import type { PictureSubject } from '@/features/pictures/rules';
import { pathAsked } from '@/lib/done';
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

/** One picture per post, a plain form: works without scripts. */
export async function PictureUpload(props: UploadProps) {
  const { locale, community, subject, subjectId, refusal, captioned } = props;
  const t = pick(messages, locale);
  const caption = (await keptHere())?.caption;
  const here = { community, locale, subject, subjectId: String(subjectId), back: pathAsked() };
  const id = `picture-${subject}-${subjectId}`;
  const why = refusal && inWords({ code: refusal }, locale, messages).message;
  const wrong = why ? (refusal?.startsWith('caption_') ? 'caption' : 'file') : null;
  const error = (
    <span className="field-error" id={`${id}-error`}>
      {words(locale).errorPrefix}
      {why}
    </span>
  );
  return (
    <form className="form" method="post" action="/api/pictures" encType="multipart/form-data" id={id}>
      {refusal && (
        <Notice kind="warn" title={t.upload.failed}>
          <p>
            <a href={`#${id}-${wrong}`}>
              {wrong === 'caption' ? t.upload.caption : t.upload.file}
              {locale === 'zh' ? '：' : ': '}
              {why}
            </a>
          </p>
        </Notice>
      )}
      <Hidden fields={{ ...here, submission: randomUUID() }} />
      <div className="field">
        <label className="field-label" htmlFor={`${id}-file`}>
          {t.upload.file}
        </label>
        <p className="field-hint" id={`${id}-hint`}>
          {t.upload.hint}
        </p>
        {wrong === 'file' && error}
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          name="picture"
          accept="image/jpeg,image/png,image/webp"
          required
          aria-invalid={wrong === 'file' || undefined}
          aria-describedby={wrong === 'file' ? `${id}-hint ${id}-error` : `${id}-hint`}
        />
      </div>
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
      <Whose community={community} locale={locale} />
      <div className="actions">
        <button className="btn" type="submit">
          {t.upload.submit}
        </button>
      </div>
    </form>
  );
}
