import { type Act, never } from '@/lib/act';
import { mayImportOrders } from './policy';

/** 记住一种表头. */
export const rememberColumns: Act<object, never> = { name: 'orders.columns', why: never, by: mayImportOrders };

/** 导入工单. */
export const importOrders: Act<object, never> = { name: 'orders.import', why: never, by: mayImportOrders };
