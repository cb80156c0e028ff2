import type { LogRefusalReason } from "#app/domain/log/refusal.ts";
import { count } from "../numbers.ts";

/** The public log as the desk sees it. */
export const log = {
  title: "公开账本",
  note: "每一笔都写进去，只增不改，谁都可以从头核对",
  well: "账本与签过名的一致，也与库外的备份一致。",
  refused: "已停止签名：账本与以前签过的对不上",
  refusals: {
    old_backup:
      "数据库比库外留存的检查点旧：像是恢复了旧备份。请换成更新的备份；其间新记的账另存一份，不要丢。",
    other_history: "库外留存的检查点属于另一条账：数据库被换过，或重新建过。请找回原来的数据库。",
    leaves_changed: "账本里有内容被改过或少了。请先停用，再在服务器上运行 npm run verify，看是哪一笔。",
    clock_went_back: "服务器的时钟往回拨了。请把时钟对准；时间追上以后会自动继续。",
    copy_unreadable: "库外留存的检查点读不出来。请看那个文件夹还在不在、文件有没有被动过。",
  } satisfies Record<LogRefusalReason, string>,
  stands: "现在的情况",
  size: "已写入",
  leaves: (n: number) => `${count(n)} 条`,
  signedAt: "最近一次签名",
  never: "还没有签过",
  waiting: "还没写入的账",
  none: "没有",
  waitingOf: (n: number) => `${count(n)} 笔`,
  since: "最早的一笔记于",
  root: "账本指纹（根）",
  key: "公钥",
  keyNote: "请印在纸质公示上：核对的人以纸上的为准",
  check: "怎么核对",
  checkNote: "不用相信本站：在自己的电脑上从头算一遍",
  page: "打开核对页",
  program: "下载核对程序",
  checkpoint: "看最新的检查点",
  proof: "账本证明",
  proofNote:
    "每一次交接都写进了公开账本，以后不能改。证明（.tlog-proof）能离线核对，里面没有个人的姓名和电话。",
};
