import {
  ArrowRightLeft,
  Bookmark,
  Coins,
  Download,
  FileDown,
  History,
  House,
  type LucideIcon,
  MailPlus,
  ReceiptText,
  Shapes,
  ShieldX,
  Store,
  Tags,
  UserRound,
  Wallet,
  WandSparkles,
} from 'lucide-react';
import type { AuditEntry } from '@kinwise/api-client/schema';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  transaction: ReceiptText,
  account: Wallet,
  category: Shapes,
  tag: Tags,
  merchant: Store,
  rule: WandSparkles,
  import: FileDown,
  import_template: FileDown,
  membership: UserRound,
  invitation: MailPlus,
  household: House,
  exchange_rate: Coins,
  saved_search: Bookmark,
  route: ShieldX,
};

export function activityIcon({ action, entity }: Pick<AuditEntry, 'action' | 'entity'>): LucideIcon {
  if (action === 'data.exported') return Download;
  if (action.startsWith('transfer.')) return ArrowRightLeft;
  return ICONS[entity] ?? History;
}

export type Tone = 'plain' | 'good' | 'sky' | 'plum' | 'close';

/** People are plum, money that moved is sky, what was refused or is risky stands out. */
export function activityTone({
  entity,
  risk,
  success,
}: Pick<AuditEntry, 'entity' | 'risk' | 'success'>): Tone {
  if (!success || risk === 'high' || risk === 'critical') return 'close';
  if (entity === 'membership' || entity === 'invitation') return 'plum';
  return entity === 'import' ? 'sky' : 'plain';
}
