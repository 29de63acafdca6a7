/** What a column of a blank sheet may be. `personal`: it leads to somebody who lives, owns or asked there. */
export interface Field {
  zh: string;
  en: string;
  /** What else it is called; blanks, full-width forms, a star and a unit in brackets make no difference. */
  also?: readonly string[];
  personal?: true;
  day?: true;
}
export type Fields = Readonly<Record<string, Field>>;

/** What is the same in every row, and its number. */
export const basics = {
  number: { zh: '序号', en: 'No.', also: ['序', 'number', '#'] },
  district: { zh: '所属区', en: 'district', also: ['区', '区县', '所在区', '被反映区'] },
  street: { zh: '所属街道', en: 'subdistrict', also: ['街道', '街乡镇', '所在街道', '街镇', '被反映街乡镇'] },
  community: { zh: '社区', en: 'community', also: ['所属社区', '社区名称', '村/社区', '村社区', '社区(村)'] },
  today: { zh: '填表日期', en: 'date filled in', also: ['填报日期', '填报时间', '填表时间', '报送日期'], day: true },
  filler: { zh: '填表人', en: 'filled in by', also: ['填报人', '经办人', '报送人'] },
  officePhone: { zh: '社区电话', en: 'office telephone', also: ['社区联系电话', '填表人电话', '办公电话'] },
} as const satisfies Fields;
