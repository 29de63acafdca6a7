import { KeptForm } from '@/components/form/kept-form';
import { importOrders } from '@/features/exchange/actions';
import type { Locale } from '@/lib/edition';

interface Props {
  sheet: string;
  community: string;
  locale: Locale;
  submitLabel: string;
  cancel?: { href: string; label: string };
}

/** The button that brings a sheet in; the same sheet is the same act, however often it is pressed. */
export function Bring({ sheet, ...rest }: Props) {
  return <KeptForm {...rest} action={importOrders} submission={`orders-${sheet}`} about={{ sheet }} fields={[]} />;
}
