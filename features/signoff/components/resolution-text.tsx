import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { Papers } from '@/features/beyond/components/papers';
import { messages as beyond } from '@/features/beyond/messages';
import type { Paper } from '@/features/beyond/queries';
import { AnswerText, groundName, ObjectionState } from '@/features/objections/components/sheet';
import { messages as objections } from '@/features/objections/messages';
import { messages as proposals } from '@/features/proposals/messages';
import { numbersSentence } from '@/features/signoff/components/standing';
import { messages } from '@/features/signoff/messages';
import type { ResolutionText } from '@/features/signoff/queries/resolution';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

interface Part {
  text: ResolutionText;
  locale: Locale;
  /** At the desk: how each objection is put, by its number, also where the text has no words for it. */
  wordings?: ReadonlyMap<number, string>;
}

const colon = (locale: Locale) => (locale === 'zh' ? '：' : ': ');

function Objections({ text, locale, wordings }: Part) {
  const o = pick(objections, locale);
  return (
    <ul className="entries">
      {text.objections.map(({ id, state, answer }) => (
        <li key={id}>
          <p>
            <strong>
              {o.sheet.no(id)} ·{' '}
              {placeIn(text.groups.find((group) => group.position === answer.group)?.name ?? '', locale)} ·{' '}
              {groundName(answer.ground, locale)} · {o.households(answer.households)}
            </strong>
            {answer.wording && `${colon(locale)}${answer.wording}`}
            {!answer.wording && wordings?.get(id) && `${colon(locale)}${wordings.get(id)} (${o.sheet.unapproved})`}
          </p>
          {answer.kind && (
            <AnswerText answer={{ ...answer, kind: answer.kind, text: answer.text ?? '' }} locale={locale} />
          )}
          <p>
            <ObjectionState state={state} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Minority({ text, locale }: Part) {
  const t = pick(messages, locale).resolution;
  const o = pick(objections, locale).sheet;
  const maintained = text.objections.filter((one) => one.answer.escalation !== null);
  if (maintained.length === 0) return null;
  return (
    <Section title={t.minority} id="minority">
      <p>{t.minorityLead}</p>
      {maintained.map(({ id, answer }) => (
        <blockquote key={id}>
          <p>
            {o.no(id)} · {o.own}
            {colon(locale)}
            {answer.escalation?.words}
          </p>
          <p>
            {o.reason}
            {colon(locale)}
            {answer.escalation?.reason}
          </p>
        </blockquote>
      ))}
    </Section>
  );
}

export function GateList({
  gates,
  locale,
}: {
  gates: (Omit<ResolutionText['gates'][number], 'signer'> & { papers?: Paper[] })[];
  locale: Locale;
}) {
  const t = pick(messages, locale);
  const p = pick(proposals, locale);
  return (
    <ul className="entries">
      {gates.map((gate) => (
        <li key={gate.key}>
          {p.gates[gate.key] ?? gate.key} · {t.gateStates[gate.state]}
          {gate.evidence && `${colon(locale)}${gate.evidence}`}
          {gate.decidedOn && ` · ${formatDate(gate.decidedOn, locale)}`} <Papers papers={gate.papers} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

interface Outside {
  outside?: readonly (NonNullable<ResolutionText['outside']>[number] & { papers?: Paper[] })[] | undefined;
  locale: Locale;
}

/** What organisations outside answered; nothing where nobody had to be asked. */
export function OutsideList({ outside = [], locale }: Outside) {
  const t = pick(beyond, locale);
  if (outside.length === 0) return null;
  return (
    <Section title={t.board.title} id="outside">
      <ul className="entries">
        {outside.map((one) => (
          <li key={one.position}>
            <strong>{one.organisation}</strong> · {one.asked} · {t.states[one.state]}
            {one.answer && `${colon(locale)}${one.answer}`}
            {one.answeredOn && ` · ${formatDate(one.answeredOn, locale)}`}{' '}
            <Papers papers={one.papers} locale={locale} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What stands in a resolution: the groups' numbers, objections with their answers, the minority report, legal gates. */
export function ResolutionBody({ text, locale, wordings }: Part) {
  const w = pick(messages, locale);
  const t = w.resolution;
  const { inAll } = words(locale);
  return (
    <>
      <Section title={t.groups} id="groups">
        <ul className="entries">
          {text.groups.map((group) => (
            <li key={group.position}>
              {placeIn(group.name, locale)} · {w.effects[group.effect]}
              {colon(locale)}
              {numbersSentence(group, locale)}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t.objections}
        id="objections"
        brief={text.objections.length === 0 ? t.noObjections : inAll(text.objections.length)}
      >
        {text.objections.length === 0 ? (
          <p>{t.noObjections}</p>
        ) : (
          <Objections text={text} locale={locale} wordings={wordings} />
        )}
      </Section>
      <Minority text={text} locale={locale} />
      <Section title={t.gates} id="gates" brief={inAll(text.gates.length)}>
        <GateList gates={text.gates} locale={locale} />
      </Section>
      <OutsideList outside={text.outside} locale={locale} />
    </>
  );
}
