import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Html } from '@/components/page/html';
import { editionFrom } from '@/lib/page';
import '@/app/globals.css';

export const metadata: Metadata = {
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  return <Html edition={editionFrom(locale)}>{children}</Html>;
}
