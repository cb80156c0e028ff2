import { FIELDS, type Field, type RecognisedKind } from "./reading.ts";

/** How one field's column may be headed: exact words, best first, and a pattern for the rest. */
export interface HeaderWords {
  exact: string[];
  like?: RegExp;
  unlike?: RegExp;
}

const words = (exact: string, like?: RegExp, unlike?: RegExp): HeaderWords => ({
  exact: exact.split(" "),
  ...(like && { like }),
  ...(unlike && { unlike }),
});

const ABOUT_A_PERSON = /电话|手机|联系|地址|类型|类别|性质|证件|代码|数量|金额|日期|时间|意愿|意向|方式/;
const sequence = words("序号 编号 序 no no. # 号 行号 流水号 登记号 顺序号 number");
const note = words("备注 说明 附注 备考 其他说明 remark remarks note notes", /^备注/);
const handler = words(
  "经办人 经手人 登记人 受理人 经办 录入人 承办人 handler",
  /经办|经手/,
  /机构|单位|部门/,
);
const lotNumber = words("批号 生产批号 批次号 批次 产品批号 lot lotno. batch", /批号|批次/);
const item = words(
  "物资名称 物品名称 品名 物资 货物名称 物资品名 物资名 物品 捐赠物资 名称 产品名称 商品名称 品种 货品 货物 item goods",
  /(物资|物品|货物|货品|产品|商品).{0,2}(名称|品名|品种|名)$/,
  /单位|价/,
);
const specification = words("规格型号 规格 型号 规格/型号 品牌规格 specification spec", /规格|型号/);
const unit = words("单位 计量单位 数量单位 计数单位 物资单位 unit units");
const unitPrice = words("单价 参考单价 市场单价 折价单价 物资单价 unitprice price", /单价/);
const value = words(
  "折价金额 折价 价值 折合金额 物资价值 估值 金额 总价 总价值 估价 货值 公允价值 折算金额 总金额 合计金额 value amount",
  /折价|折合|价值|估值|估价|货值|金额|总价|市值/,
  /单价|单位|依据|大写|方式|说明/,
);
const nature = words(
  "性质 捐赠性质 是否定向 定向/非定向 限定性 定向情况 定向与否 资金性质 物资性质",
  /是否定向|定向.?非定向|限定/,
);
const restriction = words(
  "定向用途 定向 定向对象 指定用途 定向单位 捐赠用途 用途 捐赠意向 捐赠意愿 限定用途 资金用途 定向说明 使用意向 restriction purpose",
  /定向|指定|用途|意愿|意向/,
  /是否|日期|金额/,
);
const donor = words(
  "捐赠单位 捐赠人 捐赠方 捐赠者 捐赠单位人 捐赠单位/个人 捐款单位 捐款人 捐款方 捐赠来源 捐赠主体 捐赠单位名称 捐赠方名称 爱心单位 爱心企业 捐助单位 捐助人 捐方 来源单位 物资来源 来源 单位名称 姓名 名称 donor donorname",
  /捐[赠款助](单位|人|方|者|主体|来源|企业|机构|个人|对象名)|爱心(单位|企业|人士)|^捐方|赠方|来源单位|donor/,
  new RegExp(`受赠|受捐|${ABOUT_A_PERSON.source}`),
);
const recipientOrganization = words(
  "接收机构 接收单位 受赠单位 受赠机构 受赠方 接受单位 接受机构 受赠人 收款单位 收款机构 接收组织 接收方 募捐机构 入账单位 入账机构 受捐单位 经收单位 机构 organization organisation",
  /(接收|接受|受赠|受捐|收款|募捐|入账|受理|经收)(社会)?(机构|单位|组织|方|人)/,
  ABOUT_A_PERSON,
);
const quantity = (exact: string) =>
  words(`${exact} 数量 件数 数目 quantity qty`, /数量|件数/, /签收|实收|实到|剩余|结存|库存|单位|差异/);
const township = (exact: string) =>
  words(
    `${exact} 街镇 街道 镇街 街道/镇 街道镇 乡镇 所属街镇 所在街镇 所属街道 township subdistrict`,
    /街镇|街道|镇街|乡镇/,
  );

/** Header words by kind of sheet. Matched after folding, with brackets and marks taken off. */
export const HEADER_WORDS: Record<RecognisedKind, Partial<Record<Field, HeaderWords>>> = {
  money_gifts: {
    sequence,
    date: words(
      "捐赠日期 捐款日期 日期 到账日期 入账日期 收款日期 接收日期 捐赠时间 捐款时间 时间 到账时间 登记日期 date",
      /日期|时间|^日$/,
      /票据|开票|截止|签约|协议|承诺|预计|更新/,
    ),
    donor,
    organization: recipientOrganization,
    amount: words(
      "金额 捐赠金额 捐款金额 捐赠数额 捐款数额 捐款额 捐赠额 到账金额 实收金额 实到金额 款额 数额 捐款 捐赠款 捐赠资金 善款 善款金额 资金 amount",
      /金额|善款|[数款捐赠]额/,
      /大写|累计|意向|认捐|单位|未到/,
    ),
    status: words(
      "到账情况 到账状态 是否到账 到帐情况 入账情况 资金状态 款项状态 到款情况 到位情况 捐赠状态 落实情况 状态 到账 情况 status",
      /到账|到帐|入账|到位|到款|状态|落实/,
      /日期|时间|金额|机构|单位/,
    ),
    nature,
    restriction,
    handler,
    note,
  },
  goods_gifts: {
    sequence,
    date: words(
      "接收日期 入库日期 捐赠日期 收货日期 接受日期 到货日期 收到日期 日期 接收时间 入库时间 捐赠时间 时间 登记日期 date",
      /(接收|入库|捐赠|收货|接受|到货|收到|登记|签收).?(日期|时间)|^日$/,
    ),
    donor,
    organization: recipientOrganization,
    item,
    specification,
    quantity: quantity("捐赠数量 接收数量 入库数量 实收数量 物资数量"),
    unit,
    unitPrice,
    value,
    lotNumber,
    expiresOn: words(
      "有效期至 有效期 有效期限 效期 失效日期 失效期 到期日 到期日期 保质期至 保质期 有效日期 有效截止日期 使用期限 expires expiry expirydate",
      /有效|失效|到期|保质|效期/,
    ),
    status: words("到货情况 物资状态 到货状态 状态 入库情况 是否到货 是否入库", /到货情况|入库情况|状态/),
    nature,
    restriction,
    handler: words("经办人 经手人 登记人 验收人 接收人 保管员 入库人 库管员", /经办|验收人/),
    note,
  },
  payments: {
    sequence,
    date: words(
      "支出日期 付款日期 支付日期 拨付日期 日期 支出时间 付款时间 支付时间 时间 date",
      /日期|时间/,
      /合同|到货|票据|发票/,
    ),
    organization: words(
      "支出机构 支出单位 付款单位 付款方 付款机构 支付单位 拨付单位 出资单位 出资机构 支付机构 机构 机构名称 单位 organization",
      /(支出|付款|支付|拨付|出资|拨款|经办)(机构|单位|方|组织)/,
    ),
    paymentKind: words(
      "支出类型 支出类别 类型 类别 支出性质 支出方式 付款类型 项目类型 性质 type kind",
      /(支出|付款|款项)(类型|类别|性质|种类)/,
    ),
    purpose: words(
      "用途 支出用途 资金用途 用途说明 事由 支出内容 支出事项 采购内容 摘要 内容 项目名称 项目 款项用途 purpose",
      /用途|事由|事项|内容|摘要/,
    ),
    payee: words(
      "收款单位 收款方 收款人 供应商 供应商名称 供货商 供货单位 收款单位名称 收款单位/个人 受资助单位 受助单位 资助对象 payee supplier",
      /收款|供应商|供货|受资助|受助单位/,
      /账号|账户|开户|日期|报价|询价|金额/,
    ),
    quote: words(
      "报价 报价一 报价二 报价三 quote",
      /报价|询价|比价|quote/i,
      /理由|日期|说明|情况|单位名|供应商名|份数|家数/,
    ),
    reason: words(
      "选定理由 选择理由 中选理由 选用理由 定标理由 采购理由 理由 选定原因 reason",
      /理由|原因|依据/,
    ),
    amount: words(
      "支出金额 付款金额 支付金额 实付金额 拨付金额 实际支出 采购金额 成交金额 成交价 金额 支出 支出额 资助金额 总金额 amount",
      /金额|成交价|[款付支出总]额/,
      /大写|预算|累计|合同|报价|询价|单位/,
    ),
    township: {
      ...township("受益街镇 受益街道 受益地区 受益区域 使用街镇 受益对象 受益单位 受益方"),
      like: /受益|街镇|街道|乡镇/,
    },
    handler,
    note,
  },
  handouts: {
    sequence,
    date: words(
      "发放日期 分发日期 配送日期 领用日期 领取日期 出库日期 发放时间 配送时间 日期 时间 签收日期 签收时间 date",
      /日期|时间/,
      /有效|失效|到期|生产|批/,
    ),
    receiver: words(
      "接收单位 领用单位 接收方 领取单位 受助单位 发放对象 接收对象 收货单位 使用单位 签收单位 受赠单位 受领单位 发放单位 接收点位 接收机构 单位名称 居委会 receiver",
      /(接收|领用|领取|受助|收货|使用|签收|受赠|受领|发放|配送|受益|接受)(单位|对象|方|机构|点|地点)/,
      ABOUT_A_PERSON,
    ),
    township: township("所属街镇"),
    receiverKind: words(
      "类型 接收类型 单位类型 接收单位类型 对象类型 类别 单位类别 接收方类型 单位性质 type",
      /(单位|接收|对象|方|机构).?(类型|类别|性质)/,
    ),
    item,
    specification,
    quantity: quantity("发放数量 分发数量 配送数量 领用数量 出库数量 应收数量 应发数量"),
    quantityReceived: words("签收数量 实收数量 实到数量 实际签收 收货数量", /(签收|实收|实到)数/),
    unit,
    unitPrice,
    value,
    lotNumber,
    signedBy: words(
      "签收人 领取人 领用人 接收人 收货人 签字 签收 签名 签收人签字 签收人姓名 经手人 signedby",
      /(签收|领取|领用|接收|收货)(人|签字|签名)/,
      /电话|数|日期|时间|情况/,
    ),
    receipt: words(
      "签收情况 签收状态 收货情况 接收情况 验收情况 签收结果 签收差异 差异 差异情况 异常情况 到货情况 收货状态 签收备注 receipt",
      /(签收|收货|接收|验收|到货|异常|差异).?(情况|状态|结果|说明|记录)/,
    ),
    note,
  },
  needs: {
    sequence,
    date: words(
      "提交时间 填报时间 提交日期 填报日期 填写时间 提交答卷时间 时间 日期 date",
      /(提交|填报|填写|答卷).*(时间|日期)/,
    ),
    township: township("所属街镇"),
    place: words(
      "居委会/小区/机构 居委会 小区 机构 单位 单位名称 居委会名称 居村委 居村委会 社区 填报单位 小区名称 机构名称 place",
      /居委|村委|小区|机构|单位/,
      ABOUT_A_PERSON,
    ),
    receiverKind: words("类型 单位类型 机构类型 类别 type", /类型|类别/),
    contact: words("联系人 填报人 负责人 姓名 联系人姓名 contact", /联系人|填报人|负责人/, /电话|手机|方式/),
    phone: words("联系电话 电话 手机 手机号 联系方式 手机号码 phone", /电话|手机|联系方式/),
    households: words("总户数 户数 居民户数 households", /户数/),
    residents: words("常住人口 人口 总人口 人数 总人数 常住人数 居民人数 residents", /人口|人数/, /岁|老/),
    elderly: words("60岁以上 60岁以上老人 老年人数 60岁及以上 老人数 elderly", /岁以上|岁及以上|老人|老年/),
    urgency: words("紧急程度 紧急情况 优先级 急需程度 紧急 urgency", /紧急|急需程度|优先/),
    otherNeeds: words("其他需求 其它需求 其他 备注 补充说明 其他说明 note", /其[他它]/),
  },
};

/** Fields without which a sheet of the kind cannot be read. */
export const REQUIRED_FIELDS: Record<RecognisedKind, Field[]> = {
  money_gifts: ["date", "donor", "amount"],
  goods_gifts: ["date", "donor", "item", "quantity"],
  payments: ["date", "payee", "amount"],
  handouts: ["date", "receiver", "item", "quantity"],
  needs: ["place", "need"],
};

/** Words in a title or sheet name that speak for a kind. */
export const TITLE_WORDS: Record<RecognisedKind, RegExp> = {
  money_gifts: /捐款|善款|捐赠资金|资金(接收|捐赠)|款项/,
  goods_gifts: /捐物|捐赠物资|物资(接收|捐赠|入库|登记)|接收物资|实物/,
  payments: /支出|付款|拨付|支付|采购/,
  handouts: /发放|分发|领用|配送|下发|出库/,
  needs: /需求|问卷/,
};

/** Every field a column of the kind may be mapped to, for the person who corrects the guess. */
export function fieldsOf(kind: RecognisedKind): Field[] {
  const entries = Object.keys(HEADER_WORDS[kind]);
  return FIELDS.filter((field) => entries.includes(field) || (kind === "needs" && field === "need"));
}
