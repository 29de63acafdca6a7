/** Fields the reader does not see: the version that was read, the submission id. */
export function Hidden({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** Unique in the table it fills: a double click, or a post sent again, is one record. The page makes it, a uuid. */
export function SubmissionId({ value }: { value: string }) {
  return <input type="hidden" name="submission" value={value} />;
}
