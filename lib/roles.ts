import type { Role } from '@/db/words/people';
import type { Locale } from './edition';

/** What an office is called. */
export const roles: Record<Locale, Record<Role, string>> = {
  zh: {
    captain: '楼门长',
    'social-worker': '社工',
    'party-secretary': '社区党总支书记',
    'governance-secretary': '治理书记',
    hotline: '热线专员',
    property: '物业',
    district: '区里',
    auditor: '审计',
  },
  en: {
    captain: 'Building captain',
    'social-worker': 'Social worker',
    'party-secretary': 'Community Party secretary',
    'governance-secretary': 'Governance secretary',
    hotline: 'Hotline operator',
    property: 'Property service',
    district: 'District',
    auditor: 'Auditor',
  },
};
