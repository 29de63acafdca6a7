import { archiveWith } from '@/lib/sheet/archive';

/** An archive of nothing. */
const EMPTY = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** 0: plain; 1: a title; 2: a cell with a border; 3: the same for a day. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="18"/><name val="方正小标宋简体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const text = (at: string, said: string, style = 2) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t>${said}</t></is></c>`;
const blanks = (row: number, columns: string) => [...columns].map((one) => `<c r="${one}${row}" s="2"/>`).join('');

/** What a district sends: a title, a heading of two rows, three rows to fill in, a row of sums, and who filled it in. */
const SURVEY = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H9"/><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="1" width="6.25" customWidth="1"/><col min="2" max="8" width="15.5" customWidth="1"/></cols><sheetData><row r="1" ht="30" customHeight="1">${text('A1', '附件1：住房情况摸排表', 1)}</row><row r="2" ht="20" customHeight="1">${text('A2', '序号')}${text('B2', '楼栋')}${text('C2', '单元')}${text('D2', '门牌')}${text('E2', '业主信息')}<c r="F2" s="2"/>${text('G2', '养犬情况')}${text('H2', '填表日期')}</row><row r="3">${blanks(3, 'ABCD')}${text('E3', '姓名')}${text('F3', '联系方式')}${blanks(3, 'GH')}</row>${[
  4, 5, 6,
]
  .map(
    (row) =>
      `<row r="${row}" ht="24" customHeight="1"><c r="A${row}" s="2"><v>${row - 3}</v></c>${blanks(row, 'BCDEFG')}<c r="H${row}" s="3"/></row>`,
  )
  .join(
    '',
  )}<row r="7">${text('A7', '合计')}${blanks(7, 'BCD')}<c r="E7" s="2"><f>COUNTA(E4:E6)</f><v>0</v></c>${blanks(7, 'FGH')}</row><row r="9">${text('A9', '负责人签字：', 0)}</row></sheetData><mergeCells count="8"><mergeCell ref="A1:H1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/><mergeCell ref="E2:F2"/><mergeCell ref="G2:G3"/><mergeCell ref="H2:H3"/></mergeCells><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="G4:G6"><formula1>"有,无"</formula1></dataValidation></dataValidations><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter></worksheet>`;

const NAMES =
  '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">摸排表!$A$1:$H$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">摸排表!$2:$3</definedName></definedNames>';

/** The parts of a workbook of one sheet. */
const parts = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="摸排表" sheetId="1" r:id="rId1"/></sheets>${NAMES}</workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
  'xl/worksheets/sheet1.xml': sheet,
});

/** A workbook with such parts, or with others. */
export const workbookOf = (changes: Record<string, string> = {}, sheet = SURVEY): Buffer =>
  archiveWith(EMPTY, new Map(Object.entries({ ...parts(sheet), ...changes })));

/** The survey with something else in it. */
export const survey = (change: (sheet: string) => string = (same) => same): Buffer => workbookOf({}, change(SURVEY));

/** A sheet whose rows these are, from the first, without any style. */
export const plainSheet = (...rows: readonly string[][]): Buffer =>
  workbookOf(
    {},
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((said, at) => (said === '' ? '' : text(`${String.fromCharCode(65 + at)}${row + 1}`, said))).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`,
  );
