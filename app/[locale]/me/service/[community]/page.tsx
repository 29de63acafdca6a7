import { mePage } from '@/components/page/act-page';
import { OnePage } from '@/components/page/section';
import { messages } from '@/features/stewards/messages';
import { myService } from '@/features/stewards/queries/mine';
import { hoursOf } from '@/features/stewards/rules';
import { communityNamed } from '@/lib/site';
import { formatDate, formatList, pick } from '@/lib/words';

/** The certificate of one's service in a community, on one sheet. */
export default mePage(async ({ locale, person, params: { community = '' } }) => {
  const found = await myService(person, { community });
  const [one] = found;
  if (!one || !(await communityNamed(community))) return null;
  const t = pick(messages, locale).certificate;
  const [times, minutes] = found.reduce(([n, sum], { times: more, minutes: long }) => [n + more, sum + long], [0, 0]);
  const spans = [...found]
    .sort((a, b) => a.id - b.id)
    .map(({ from, to }) => t.span(formatDate(from, locale), to && formatDate(to, locale)));
  return (
    <OnePage hint={t.hint} roomy>
      <title>{`${t.title} · 同心议事`}</title>
      <div className="certificate">
        <h1>{t.title}</h1>
        <p>{t.text(one.name, one[locale], formatList(spans, locale))}</p>
        <p>{t.hours(times ?? 0, hoursOf(minutes ?? 0))}</p>
        <p className="certificate-seal">{t.seal}</p>
      </div>
    </OnePage>
  );
});
