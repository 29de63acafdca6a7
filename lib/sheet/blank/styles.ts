import { attribute, unescaped, withoutAttribute } from './xml';

/** Pale yellow, as on a form: to be filled in by hand. */
const PALE =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF4CC"/><bgColor indexed="64"/></patternFill></fill>';

/** The forms of a sheet's cells, with more of them where they are asked for. */
export interface Styles {
  /** Whether a number in this form is shown as a day. */
  isDay: (style: string | undefined) => boolean;
  /** The same form on a pale ground. */
  pale: (style: string | undefined) => string | undefined;
  xml: () => string;
}

const BUILT_IN_DAYS = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Letters of a day, where they stand for themselves. */
const asksDay = (code: string): boolean => /[yd年]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

export function stylesOf(xml: string): Styles {
  const forms = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? '';
  const all = [...forms.matchAll(/<xf\b([^>]*?)(?:\/>|>([\s\S]*?)<\/xf>)/g)].map(([, tag = '', inside = '']) => ({
    tag,
    inside,
  }));
  const custom = new Map(
    [...xml.matchAll(/<numFmt\b([^>]*?)\/?>/g)].map(([, tag = '']) => [
      attribute(tag, 'numFmtId'),
      unescaped(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const fills = [...(/<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(xml)?.[1]?.matchAll(/<fill\b/g) ?? [])].length;
  const added: string[] = [];
  const known = new Map<string, string>();
  const formOf = (style: string | undefined) => all[Number(style ?? 0)];
  return {
    isDay: (style) => {
      const id = attribute(formOf(style)?.tag ?? '', 'numFmtId') ?? '0';
      const code = custom.get(id);
      return code === undefined ? BUILT_IN_DAYS(Number(id)) : asksDay(code);
    },
    pale: (style) => {
      const form = formOf(style);
      if (!form || fills === 0) return style;
      const key = style ?? '0';
      const before = known.get(key);
      if (before !== undefined) return before;
      const tag = withoutAttribute(withoutAttribute(form.tag, 'fillId'), 'applyFill');
      added.push(`<xf${tag} fillId="${fills}" applyFill="1"${form.inside === '' ? '/>' : `>${form.inside}</xf>`}`);
      const made = String(all.length + added.length - 1);
      known.set(key, made);
      return made;
    },
    xml: () => {
      if (added.length === 0) return xml;
      const counted = (name: string, count: number, more: string) => (whole: string) =>
        whole
          .replace(/^<\w+\b[^>]*>/, (tag) => `${withoutAttribute(tag.slice(0, -1), 'count')} count="${count}">`)
          .replace(new RegExp(`</${name}>$`), `${more}</${name}>`);
      return xml
        .replace(/<fills\b[^>]*>[\s\S]*?<\/fills>/, counted('fills', fills + 1, PALE))
        .replace(/<cellXfs\b[^>]*>[\s\S]*?<\/cellXfs>/, counted('cellXfs', all.length + added.length, added.join('')));
    },
  };
}
