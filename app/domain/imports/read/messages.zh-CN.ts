import { yuanText } from "./decimal.ts";
import type { Field, NoticeCode, Params, ProblemCode, RecognisedKind } from "./reading.ts";
import type { RefusalCode } from "./refusal.ts";

/** What is wrong (or was done), and what to do about it; `todo` is empty when nothing is. */
export interface ReadingMessage {
  what: string;
  todo: string;
}
type Message = (params: Params) => ReadingMessage;

export interface ReadingMessages {
  kinds: Record<RecognisedKind | "unknown", string>;
  fields: Record<Field, string>;
  refusals: Record<RefusalCode, Message>;
  problems: Record<ProblemCode, Message>;
  notices: Record<NoticeCode, Message>;
}

const say =
  (what: string, todo = ""): Message =>
  () => ({ what, todo });

/** 读取工作簿时给人看的话：哪里不对，怎么改；替您做了什么。 */
export const readingMessages = {
  kinds: {
    money_gifts: "捐款登记",
    goods_gifts: "捐赠物资登记",
    payments: "资金支出登记",
    handouts: "物资发放登记",
    needs: "物资需求问卷",
    unknown: "未识别",
  },
  fields: {
    sequence: "序号",
    date: "日期",
    donor: "捐赠人",
    organization: "机构",
    amount: "金额",
    status: "到账情况",
    nature: "性质（定向/非定向）",
    restriction: "定向用途",
    handler: "经办人",
    note: "备注",
    item: "物资名称",
    specification: "规格型号",
    quantity: "数量",
    unit: "计量单位",
    unitPrice: "单价",
    value: "折价金额",
    lotNumber: "批号",
    expiresOn: "有效期至",
    paymentKind: "支出类型",
    purpose: "用途",
    payee: "收款单位",
    quote: "报价",
    reason: "选定理由",
    township: "街镇",
    receiver: "接收单位",
    receiverKind: "接收单位类型",
    quantityReceived: "签收数量",
    signedBy: "签收人",
    receipt: "签收情况",
    place: "居委会/小区/机构",
    contact: "联系人",
    phone: "联系电话",
    households: "总户数",
    residents: "常住人口",
    elderly: "60岁以上人数",
    need: "需求物资",
    urgency: "紧急程度",
    otherNeeds: "其他需求",
  },
  refusals: {
    empty_file: say("文件是空的", "请重新选择文件"),
    not_a_workbook: say("这不是 Excel 工作簿", "请上传 .xlsx 文件（也接受 .xls 和 .csv）"),
    damaged: say("文件已损坏，无法打开", "请用 Excel 或 WPS 打开后另存为 .xlsx，再上传"),
    encrypted: say("文件设有打开密码", "请取消密码后另存，再上传"),
    too_large: ({ limitMegabytes }) => ({
      what: `文件超过 ${limitMegabytes} MB`,
      todo: "请删去图片，或按月份拆成几个文件",
    }),
    too_many_rows: ({ limit }) => ({ what: `文件超过 ${limit} 行`, todo: "请拆成几个文件分别导入" }),
    zip_bomb: ({ limitMegabytes }) => ({
      what: `文件解压后超过 ${limitMegabytes} MB 的上限，为安全起见没有打开`,
      todo: "请把数据复制到一个新的工作簿，再上传",
    }),
    too_slow: say("读取用时太长，已停止", "请把数据复制到一个新的工作簿，或拆成几个文件"),
  },
  problems: {
    date_missing: say("没有日期", "请填写日期，如 2022-03-14"),
    date_unreadable: say("看不懂这个日期", "请改为年-月-日，如 2022-03-14；一行只写一天"),
    date_impossible: say("日历上没有这一天，或年份不合理", "请核对日期"),
    date_without_year: say("日期没有写年份，表里也找不到统计区间", "请补上年份，或在导入时选定年份"),
    amount_missing: say("没有金额", "请填写金额；尚未确定的款项请先不要列入"),
    amount_unreadable: say("看不懂这个金额", "请只写数字，可带“元”或“万元”；外币请折成人民币"),
    amount_not_positive: say("金额是零或负数", "请核对；退款、冲正请到系统里对原记录做更正"),
    amount_too_precise: say("金额不足一分，小数位太多", "请四舍五入到分；若单位是万元，最多六位小数"),
    amount_too_large: say("金额大得不合理", "请核对位数，并看单位是不是“元”写成了“万元”"),
    quantity_missing: say("没有数量", "请填写数量"),
    quantity_unreadable: say("看不懂这个数量", "请写整数，如 3320、3320箱 或 3箱×2000只"),
    quantity_not_whole: say("数量不是整数", "请换成更小的计量单位，如 1.5 箱改为 3000 只"),
    quantity_not_positive: say("数量是零或负数", "请核对；退回的物资请到系统里登记退回"),
    quantity_too_large: say("数量大得不合理（超过十亿）", "请核对，是否把电话或批号填到了这一列"),
    unit_missing: say("没有计量单位", "请填写单位，如 只、箱、份"),
    unit_conflict: ({ unit, stated }) => ({
      what: `单位列写“${unit}”，数量里却写“${stated}”`,
      todo: "请统一成同一个单位",
    }),
    item_unit_differs: ({ item, unit, known }) => ({
      what: `${item}按“${known}”数，这里写的是“${unit}”`,
      todo: `请换算成“${known}”`,
    }),
    item_missing: say("没有物资名称", "请填写物资名称"),
    receiver_missing: say("没有接收单位", "请填写接收单位"),
    organization_missing: say("没有写明机构", "请填写接收或支出机构，或在表头写明填报单位"),
    payee_missing: say("没有收款单位", "请填写收款单位"),
    payment_kind_unknown: say("分不清是采购还是资助", "请在支出类型里写“采购”或“资助”"),
    status_unreadable: say("看不出款项是否到账", "请写“已到账”或“意向”；未到账的不能计入收入"),
    goods_not_arrived: say("这批物资还没有收到", "请在收到以后再登记，现在先删去这一行"),
    expiry_unreadable: say("看不懂有效期", "请写到期日，如 2024-01-28；没有期限请写“长期”"),
    difference_unreadable: ({ unit }) => ({
      what: "看不懂签收情况",
      todo: `请写“全收”，或“短少4${unit}”“破损2${unit}”`,
    }),
    difference_exceeds: ({ quantity, unit }) => ({
      what: `短少、破损或签收的数量超过了发放数量 ${quantity}${unit}`,
      todo: "请核对签收情况和发放数量",
    }),
    duplicate_row: ({ first }) => ({ what: `与第 ${first} 行完全相同`, todo: "请删去重复的一行" }),
    total_differs: ({ stated, computed, unit }) => ({
      what: `表中合计 ${stated}${unit}，各行相加是 ${computed}${unit}`,
      todo: "请找出差额，改正某一行或合计，再上传；合计不符时整张表不导入",
    }),
    subtotal_differs: ({ stated, computed, unit }) => ({
      what: `小计 ${stated}${unit}，所属各行相加是 ${computed}${unit}`,
      todo: "请改正小计或其中某一行，再上传",
    }),
    column_missing: say("缺少这一列", "请补上这一列，或在对应关系里指定它是哪一列"),
    second_table: say("同一张工作表里还有另一张表", "请把它移到单独的工作表，再上传"),
    stock_short: ({ item, unit, wanted, available }) => ({
      what: `${item}要发 ${wanted} ${unit}，到这一天为止库存里能发给这里的只有 ${available} ${unit}`,
      todo: "请先导入或登记更早收到的物资，或改小数量",
    }),
    funds_short: ({ organization, wantedFen, availableFen }) => ({
      what: `${organization}的非定向资金只有 ${yuanText(BigInt(availableFen ?? 0))} 元，不够付 ${yuanText(BigInt(wantedFen ?? 0))} 元`,
      todo: "请先导入或登记更早收到的捐款",
    }),
    township_unknown: ({ township }) => ({
      what: township ? `不认识街镇“${township}”` : "没有写街镇",
      todo: "请写浦东 36 个街镇之一的全名",
    }),
    organization_out_of_reach: ({ organization }) => ({
      what: `${organization}自己记账，不由您代记`,
      todo: "请由该机构导入，或请管理员改为代记",
    }),
  },
  notices: {
    full_width_digits: say("全角数字已转为半角"),
    filled_from_merged_cell: ({ value, from }) => ({
      what: `按第 ${from} 行的合并单元格填为“${value}”`,
      todo: "",
    }),
    filled_from_above: ({ value, from }) => ({ what: `“同上”按第 ${from} 行填为“${value}”`, todo: "" }),
    year_from_period: ({ date }) => ({ what: `按统计区间补上年份：${date}`, todo: "" }),
    year_from_other_dates: ({ date }) => ({
      what: `按表中其他日期补上年份：${date}`,
      todo: "若年份不对，请在导入时选定年份",
    }),
    date_from_serial: ({ date }) => ({ what: `序列数已读作日期 ${date}`, todo: "" }),
    date_from_number: ({ date }) => ({ what: `小数已读作月和日：${date}`, todo: "若不是日期，请改正" }),
    date_outside_period: ({ date, from, to }) => ({
      what: `${date} 不在统计区间 ${from} 至 ${to} 内`,
      todo: "请看一眼日期是否写错",
    }),
    amount_in_other_unit: ({ unit, sheetUnit }) => ({
      what: `这一格注明“${unit}”，按${unit}读取（本表单位：${sheetUnit}）`,
      todo: "",
    }),
    amount_from_words: say("大写金额已转为数字"),
    money_unit_assumed: ({ unit }) => ({
      what: `表中没有写金额单位，按“${unit}”读取`,
      todo: "若是万元，请改选",
    }),
    donor_blank: say("捐赠人空白，按匿名处理", "若有捐赠人，请补上"),
    organization_from_filer: ({ filer }) => ({
      what: `机构空白，按填报单位“${filer}”处理`,
      todo: "若不对，请补上",
    }),
    status_assumed: say("没有到账情况一列，未注明意向的都按已到账处理", "若有意向，请加上到账情况一列"),
    status_from_note: say("按备注作为意向处理，不计入收入", "若已到账，请改备注"),
    restriction_ignored: say("性质写非定向，定向用途一栏未采用", "若确是定向，请改性质"),
    restriction_unnamed: say("写了定向，没有写定向给谁", "请补上定向用途"),
    value_pending: say("价值待确认：计数量，不计金额"),
    value_blank: say("没有折价金额：计数量，不计金额", "若有价值依据，请补上"),
    value_shared: say("金额与上面几行合并，只计在第一行", "若要分开，请拆分单元格"),
    value_from_price: say("折价金额按数量乘单价算出"),
    value_unlike_price: say("折价金额与数量乘单价相差超过百分之一", "请看一眼是否写错"),
    unit_price_dropped: ({ value }) => ({ what: `“${value}”不能记为分，未采用；金额不受影响`, todo: "" }),
    pack_multiplied: ({ quantity }) => ({ what: `按包装相乘，共 ${quantity}`, todo: "" }),
    unit_from_quantity: ({ unit }) => ({ what: `单位取自数量一格：${unit}`, todo: "" }),
    expiry_month_end: ({ date }) => ({ what: `有效期只写到月，按月末 ${date} 处理`, todo: "" }),
    payment_kind_inferred: ({ kind }) => ({
      what: `按用途判断为${kind === "purchase" ? "采购" : "资助"}`,
      todo: "",
    }),
    receiver_kind_inferred: say("接收单位类型按名称判断"),
    difference_from_note: say("短少、破损取自备注", "请看一眼是否正确"),
    duplicate_possible: ({ first }) => ({
      what: `除序号外与第 ${first} 行相同，仍按两笔读取`,
      todo: "若是重复，请删去一行",
    }),
    sequence_repeated: ({ first }) => ({ what: `序号与第 ${first} 行相同`, todo: "请看一眼是否重复" }),
    total_checked: ({ stated, unit }) => ({ what: `合计 ${stated}${unit} 与各行相加一致`, todo: "" }),
    total_excludes_pledges: ({ stated, unit }) => ({
      what: `合计 ${stated}${unit} 与已到账各行相加一致，不含意向`,
      todo: "",
    }),
    total_not_readable: ({ label }) => ({
      what: `“${label}”一行没有可核对的数`,
      todo: "若是公式，请用 Excel 打开并保存一次",
    }),
    subtotal_checked: ({ stated, unit }) => ({ what: `小计 ${stated}${unit} 与所属各行一致`, todo: "" }),
    header_repeated: say("重复的表头已略过"),
    note_row_skipped: ({ value }) => ({ what: `说明文字已略过：${value}`, todo: "" }),
  },
} satisfies ReadingMessages;
