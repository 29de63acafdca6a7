import Record from '../../page';

export const dynamic = 'force-dynamic';

export default Record;
