import { ring } from '@/lib/addresses';

/** A telephone number, never broken over two lines. */
export const Digits = ({ number }: { number: string }) => <span className="digits">{number}</span>;

/** What rings a number; `says` is a sentence with the number in it, which may break elsewhere. */
export function Ring({ number, says = number, className }: { number: string; says?: string; className?: string }) {
  const at = says.indexOf(number);
  return (
    <a className={className} href={ring(number)}>
      {at < 0 ? (
        says
      ) : (
        <>
          {says.slice(0, at)}
          <Digits number={number} />
          {says.slice(at + number.length)}
        </>
      )}
    </a>
  );
}
