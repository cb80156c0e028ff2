const PLEDGED =
  /意向|未到|未入|未收|未付|待到|待入|待收|待付|认捐|承诺|拟捐|协议(办理|签订|拟)|办理中|在途|尚未|落实中|pledg|promis|^(否|×|✗|no)$/i;
const RECEIVED =
  /^(已|均已|款已|全部|全额|实)?(到账|到帐|入账|入帐|收到|收款|到位|到款|收讫|付清|到|收|完成|结清)(到账|完成)?(\(.*\))?$|^(是|√|✓|✔|yes|received|paid)$/i;

/** Whether money has arrived, from folded words such as 已到账, 意向, 未到账; null when they say neither. */
export function giftStatusOf(folded: string): "received" | "pledged" | null {
  if (PLEDGED.test(folded)) return "pledged";
  return RECEIVED.test(folded) ? "received" : null;
}

/** Whether goods have not arrived although they are listed. */
export function isUnarrived(folded: string): boolean {
  return PLEDGED.test(folded) || /未入库|待入库|运输中/.test(folded);
}
