import type { DomainErrorCode, DomainErrorParams } from "#app/domain/errors.ts";
import { count, shortfall, yuan } from "../numbers.ts";

/** What a verb may not find, by the word it uses for it; any other word reads as 这一条. */
const things: Readonly<Record<string, string>> = {
  allocation: "这张分配单",
  asset: "这批物资",
  bin: "这个库位",
  delivery: "这张送货单",
  donor: "这位捐赠人",
  entry: "这一笔账",
  fund: "这个资金账户",
  gift: "这笔捐赠",
  import: "这次导入",
  item: "这种物资",
  lot: "这一批货",
  organization: "这家机构",
  payment: "这笔支出",
  pledge: "这笔意向",
  report: "这一期公示",
  site: "这个收货点",
  token: "这个令牌",
  email: "这个邮箱",
  phone: "这个手机号",
  uscc: "这个统一社会信用代码",
  user: "这个人",
  warehouse: "这个仓库",
};
const thing = (what: string) => things[what] ?? "这一条";

/** A refusal as a sentence: what is wrong, and what to do. One for each code of `DomainErrorParams`. */
export const errors = {
  not_found: ({ what }) => `没有找到${thing(what)}，或者它不在您能看到的范围内。请核对编号。`,
  forbidden: () => "您的岗位不做这件事。如果应该由您做，请让本机构的管理员改一下您的权限。",
  not_signed_in: () => "登录过期了。请在新的页面登录，再回来按一次，您填的还在。",
  request_reused: () => "这张表已经交过一次，内容却不一样。请打开一张新的再填。",
  invalid: ({ fields }) => `有 ${count(Object.keys(fields).length)} 处要改，改好再存一次。`,
  unstorable_text: () => "填写的内容里有一个无法保存的字符。请不要粘贴，手工输入后再存一次。",
  number_too_large: () => "有一个数大到记不下。请核对数量和每件的装量，再存一次。",
  insufficient_stock: ({ item, unit, wanted, available }) =>
    `${item || "这种物资"}还差 ${count(shortfall(wanted, available))} ${unit}，这一单只能发 ${count(available)} ${unit}。请改小数量，或先补货。`,
  insufficient_money: ({ fund, wantedFen, availableFen }) =>
    `${fund || "这个账户"}还差 ${yuan(shortfall(wantedFen, availableFen))} 元，现在只有 ${yuan(availableFen)} 元。请改小金额，或换一个账户。`,
  already_confirmed: ({ at, by }) =>
    `这一单已经签收过${at ? `（${[by, at].filter(Boolean).join("，")}）` : ""}，不用再签。您看到的数量不一样，请点“我看到的不一样”。`,
  not_dispatched: () => "这一单还没出发，现在不能签收。请联系送货的人。",
  delivery_cancelled: () => "这一单已经取消，不能再动。请联系发货的人，看是不是换了单号。",
  stale: ({ what }) => `刚才有人改过${thing(what)}。请看一眼新的内容，再改一次。`,
  wrong_pin: ({ left }) => `签收码不对，还能再试 ${count(left)} 次。请问发货的人。`,
  pin_locked: ({ organization, hotline }) =>
    `签收码错了 5 次，已经锁住。请联系${organization || "发货的人"}${hotline ? `（电话 ${hotline}）` : ""}换一个新的。`,
  duties_apart: () => "前一步是您做的，这一步要换一个人做。请让同事来办。",
  code_unknown: ({ code }) => `没有 ${code} 这个编号，或者标签已经换过。请看看是不是有新的标签。`,
  code_misread: ({ code }) => `编号 ${code} 输错了一两个字。请对照标签再输一遍，编号里没有字母 I、L、O、U。`,
  code_revoked: ({ number }) => `这张标签已经换过，不能再用。请找送货单 ${number} 的新标签。`,
  already_reversed: () => "这一笔已经冲回过，不能再冲一次。请看冲回的那一笔。",
  not_reversible: () => "这一笔不能直接冲回。请从后面的一步开始，一步一步往回更正。",
  already_exists: ({ what }) => `${thing(what)}已经有了，不用再建。请在名单里找一找。`,
  more_than_left: ({ item, unit, wanted, left }) =>
    `${item || "这种物资"}只剩 ${count(left)} ${unit}，您写了 ${count(wanted)} ${unit}。请改小数量。`,
  rate_limited: ({ minutes }) => `试得太快了，请过 ${count(minutes)} 分钟再试。`,
  wrong_password: () => "邮箱或密码不对。请再输一遍；忘了密码，请让管理员发一个换密码的链接。",
  link_expired: () => "这个链接过期了，或者已经用过。请让发给您的人重新发一个。",
  last_administrator: () => "这是最后一位管理员，不能收回。请先邀请另一位管理员。",
  unreadable_workbook: ({ detail }) =>
    `这个文件读不出来${detail ? `：${detail}` : ""}。请另存为 .xlsx 再传一次，账本没有动。`,
  already_imported: ({ at, fileName }) =>
    `这份内容 ${at} 已经导入过（${fileName}），没有再记一遍。要改，请更正那一次的账。`,
  import_has_problems: ({ count: rows }) => `还有 ${count(rows)} 行必须改，改好才能写入。账本没有动。`,
  does_not_balance: ({ differenceFen }) => `账不平，差 ${yuan(differenceFen)} 元，先不公开。请让管理员核对。`,
  database_unreachable: ({ reference }) =>
    `暂时连不上账本，没存上。您填的还在，请过一会儿再按一次。编号 ${reference}`,
  unexpected: ({ reference }) =>
    `没存上。您填的还在，请再按一次；还是不行，请把编号告诉管理员。编号 ${reference}`,
} satisfies { [Code in DomainErrorCode]: (params: DomainErrorParams[Code]) => string };
