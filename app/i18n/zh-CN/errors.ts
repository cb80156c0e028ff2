import { formatCode } from "#app/domain/code.ts";
import { formatDateTime, formatFullDate } from "#app/domain/dates.ts";
import type { DomainErrorCode, DomainErrorParams } from "#app/domain/errors.ts";
import { printedGtin } from "#app/domain/items/gtin.ts";
import { count, shortfall, yuan } from "../numbers.ts";
import { runs } from "./runs.ts";

/** What a verb may not find, by the word it uses for it; any other word reads as 这一条. */
const things: Readonly<Record<string, string>> = {
  allocation: "这张分配单",
  asset: "这批物资",
  bin: "这个库位",
  case: "这张差异单",
  box: "这一箱",
  consignment: "这张到货单",
  consignment_line: "到货单里的这一行",
  delivery: "这张送货单",
  donor: "这位捐赠人",
  entry: "这一笔账",
  fund: "这个资金账户",
  gift: "这笔捐赠",
  import: "这次导入",
  item: "这种物资",
  kit: "这次组包",
  label: "可以打印的标签",
  hand_over: "这次发放到户",
  receipt: "这次签收",
  register: "这本登记册",
  response: "这次响应",
  destruction: "这份销毁证明",
  recipe: "这种组合包的配料",
  restriction: "这个限定",
  return: "这张退回单",
  transfer: "这张调拨单",
  "write-off": "这张报损单",
  lot: "这一批货",
  need: "这条需求",
  need_line: "需求里的这一样",
  webhook: "群机器人的地址",
  organization: "这家机构",
  payment: "这笔支出",
  photo: "这张照片",
  question: "这个问题",
  pledge: "这笔意向",
  report: "这一期公示",
  site: "这个收货点",
  stocktake: "这张盘点单",
  stranded_report: "这份没送到的签收",
  token: "这个令牌",
  email: "这个邮箱",
  phone: "这个手机号",
  uscc: "这个统一社会信用代码",
  user: "这个人",
  vehicle: "这辆车",
  campaign: "这场募捐或项目",
  publication: "这一期公示",
  deadline: "这项期限",
  driver: "这位司机",
  pass: "这张通行证",
  run: "这趟车",
  run_stop: "这一站",
  warehouse: "这个仓库",
};
const thing = (what: string) => things[what] ?? "这一条";
const sender = (organization: string, hotline: string) =>
  `${organization || "发货的人"}${hotline ? `（电话 ${hotline}）` : ""}`;
const place = (bin: string) => (bin === "" ? "收货区" : `库位 ${bin} `);

const labelKinds = {
  box: "是一箱货的，不是要扫的那种。请换一张扫。",
  pallet: "是托盘的，不是要扫的那种。请扫箱子。",
  bin: "是货位的。请扫箱子上的码。",
  lot: "是一批货的，不是某一箱的。请扫箱子上的码。",
  blank: "是空白的，还没贴到箱子上。请先在“收货”里扫它。",
};

/** The first codes of so many boxes. */
const codesOf = (codes: readonly string[], boxes: number): string =>
  `${codes.slice(0, 5).map(formatCode).join("、")}${boxes > Math.min(codes.length, 5) ? "等" : ""}`;

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
    `${item || "这种物资"}还差 ${count(shortfall(wanted, available))} ${unit}，现在最多 ${count(available)} ${unit}。请改小数量，或先补货。`,
  insufficient_money: ({ fund, wantedFen, availableFen }) =>
    `${fund || "这个账户"}还差 ${yuan(shortfall(wantedFen, availableFen))} 元，现在只有 ${yuan(availableFen)} 元。请改小金额，或换一个账户。`,
  already_confirmed: ({ at, by }) =>
    `这一单已经签收过${at ? `（${[by, at].filter(Boolean).join("，")}）` : ""}，不用再签。您看到的数量不一样，请点“我看到的不一样”。`,
  already_reported: () => "您的数已经记下了，和签收的数不一样。发货的人会联系您，不用再交。",
  case_decided: ({ number }) => `${number} 已经有人处理过了。请看一眼处理结果。`,
  case_undecided: () => "还没有处理结果，不能了结。请先定下怎么办。",
  case_closed: ({ number }) => `${number} 已经了结，不能再动。`,
  period_open: ({ to }) => `${formatFullDate(to, "zh-CN")}还没过完，先不公开。请把结束的日子改到昨天或更早。`,
  log_behind: () => "公开账本还没跟上，先不公开。请过一分钟再试；还是不行，请管理员运行 npm run verify。",
  report_corrected: ({ issue, version }) => `第 ${issue} 期已有第 ${version} 版，请在那一版上更正。`,
  not_dispatched: () => "这一单还没出发，现在不能签收。请联系送货的人。",
  delivery_cancelled: () => "这一单已经取消，不能再动。请联系发货的人，看是不是换了单号。",
  site_closed: ({ site, on }) =>
    `${site}从 ${formatFullDate(on, "zh-CN")}起不再收货。请换一个接收点，或先在接收点的资料里改。`,
  need_closed: ({ number }) => `${number} 已经结了，不能再动。还要东西，请提一条新的。`,
  stale: ({ what }) => `刚才有人改过${thing(what)}。请看一眼新的内容，再改一次。`,
  wrong_pin: ({ left }) => `签收码不对，还能再试 ${count(left)} 次。请问发货的人。`,
  pin_locked: ({ organization, hotline }) =>
    `有人连着输错签收码，这个码先停用了。请联系${sender(organization, hotline)}换一个新的，或打开收货点自己的页面签收。`,
  phone_end_needed: () => "有人连着输错过签收码。请再填收货点电话的最后 4 位，和签收码一起交。",
  keys_wrong: ({ organization, hotline }) =>
    `签收码和电话最后 4 位没有同时对上，或者试得太多了。请核对再试，或联系${sender(organization, hotline)}换一个新的签收码。`,
  too_many_reports: ({ organization, hotline }) =>
    `这一单已经记下 5 份不一样的数，不再多记。请直接联系${sender(organization, hotline)}。`,
  part_empty: () => "还没有写哪一样没到齐。请写下这次到了多少；全到了，请按“全部收到”。",
  more_than_to_come: ({ item, unit, counted, left }) =>
    `${item || "这种物资"}只差 ${count(left)} ${unit}没到，您写了 ${count(counted)} ${unit}。请改小数量；真的多出来了，请在最后一次签收时写。`,
  parts_complete: () => "几次加起来已经全到了。请不要再签一部分，按“全部收到”签最后一次。",
  seal_broken: () => "这份签收和手机里封存的不一样，没有收下。请打开这一单，再签一次。",
  duties_apart: () => "前一步是您做的，这一步要换一个人做。请让同事来办。",
  code_unknown: ({ code }) => `没有 ${code} 这个编号，或者标签已经换过。请看看是不是有新的标签。`,
  code_misread: ({ code }) => `编号 ${code} 输错了一两个字。请对照标签再输一遍，编号里没有字母 I、L、O、U。`,
  code_revoked: ({ number }) => `这张标签已经换过，不能再用。请找送货单 ${number} 的新标签。`,
  label_replaced: ({ code, by }) =>
    by === null
      ? `${formatCode(code)} 这张标签已作废。请给箱子换一张新标签。`
      : `${formatCode(code)} 已换成 ${formatCode(by)}。请扫新标签；没有新标签就重新打印。`,
  other_response: ({ code, response }) =>
    `${formatCode(code)} 是“${response}”的标签，不在这次行动里。请放到一边，告诉仓库主管。`,
  label_of_another_kind: ({ code, kind }) => `标签 ${formatCode(code)} ${labelKinds[kind]}`,
  box_empty: ({ code }) => `${formatCode(code)} 这箱账上已经空了。请核对标签；里面还有货就告诉仓库主管。`,
  box_unclassified: ({ code }) => `${formatCode(code)} 这箱还没开箱登记。请先登记里面是什么。`,
  box_with_delivery: ({ code, number }) =>
    `${formatCode(code)} 已经给了 ${number}。请先撤销拣货，再动这一箱。`,
  box_there_already: ({ code, place }) => `${formatCode(code)} 已经在 ${place} 了，不用再动。`,
  box_picked_already: ({ code, number }) => `${formatCode(code)} 已经拣给 ${number} 了，不重复算。`,
  box_loaded_already: ({ code, number }) => `${formatCode(code)} 已经装上 ${number} 的车，不重复算。`,
  not_in_delivery: ({ code, item, number }) =>
    `${number} 不要这一箱（${formatCode(code)} ${item}）。请放回原处。`,
  box_elsewhere: ({ code, place, wanted }) =>
    `${formatCode(code)} 在 ${place}，这一单留的是 ${wanted} 的那批。请放回，去 ${wanted} 拿。`,
  boxes_hold_it: ({ place, item, codes, count: boxes, number }) =>
    `${place}的${item}有 ${count(boxes)} 箱贴了标签（${codesOf(codes, boxes)}）${number ? `，${number} 要的在里面` : ""}。请扫箱子上的码来搬、拣；不拣了，就选“没装的留下”；要报损、调拨、组包或调账，先在箱子页上拆箱。`,
  boxes_not_loaded: ({ number, codes, loaded }) =>
    `${number} 已装车 ${count(loaded)} 箱，还有 ${count(codes.length)} 箱没装：${codesOf(codes, codes.length)}。请装完，或选“没装的留下”，货回库位，以后另开一单。`,
  nothing_to_send: ({ number }) => `${number} 一箱都没拣、没装，发不出去。请先拣货，或取消这一单。`,
  box_not_on_stop: ({ code, n }) => `${formatCode(code)} 不在这一趟第 ${count(n)} 站的货里。请核对标签。`,
  box_not_on_run: ({ code, number }) =>
    `${formatCode(code)} 不在 ${number} 这一趟的货里。请核对标签，没拣的先拣货。`,
  box_handed_over_already: ({ code, n }) => `${formatCode(code)} 在第 ${count(n)} 站已经交过了，不重复算。`,
  cannot_undo: () => "这一步不能撤销了：后来又动过这一箱，或者已经入账。请用更正的办法改。",
  delivery_picked_already: ({ number }) => `${number} 已经拣完了。请接着装车。`,
  lot_not_for_site: ({ item }) => `这批${item}是定向给别处的，不能发到这里。请换一批。`,
  lot_expired: ({ item, on }) => `这批${item} ${on} 已到期，不能发。请换一批，过期的报损。`,
  consignment_closed: ({ number, status }) =>
    status === "received"
      ? `到货单 ${number} 已经收完入账，不能再改。还有没开的箱子，请到“没开的箱子”里登记；别的请另开一张。`
      : `到货单 ${number} 已经取消，不能再改。货真的来了，请另开一张。`,
  consignment_counting: ({ number }) =>
    `${number} 的货已经到了，正在点，不能再改。有出入请打电话告诉收货的仓库。`,
  consignment_not_received: ({ number }) => `到货单 ${number} 还没收完。请先核对收下，再登记没开的箱子。`,
  consignment_has_boxes: ({ number, count: boxes }) =>
    `${number} 有 ${count(boxes)} 箱已经贴了标签，站在收货区。请先撤销这些箱子，或按退回处理，再取消。`,
  nothing_counted: ({ number }) => `${number} 还没有点过货。请先点数；货不来了，请取消这一单。`,
  boxed_more_than_counted: ({ item, unit, boxed, counted }) =>
    `${item}在贴了标签的箱里有 ${count(boxed)} ${unit}，这样算只剩 ${count(counted)} ${unit}。请核对数量；不收的是整箱，请写箱号。`,
  refused_more_than_counted: ({ item, unit, refused, counted }) =>
    `${item}一共点到 ${count(counted)} ${unit}，不收和隔离的却有 ${count(refused)} ${unit}。请先点数，或改小数量。`,
  box_already_received: ({ code, at, number }) =>
    `${formatCode(code)} ${formatDateTime(new Date(at), "zh-CN")} 已经收过${number && `（${number}）`}，不重复算。请换一张空白标签。`,
  box_of_another_consignment: ({ code, number }) =>
    `${formatCode(code)} 这一箱不是 ${number} 的。请核对箱号，或到它自己的到货单里办。`,
  box_classified_already: ({ code }) => `${formatCode(code)} 这一箱已经登记过里面是什么，不用再登记。`,
  label_not_blank: ({ code, kind }) =>
    `${formatCode(code)} 是${kind === "bin" ? "货位" : "一批货"}的标签，不能贴在箱子上。请拿一张空白标签。`,
  lot_expired_at_intake: ({ item, on }) =>
    `${item} ${formatFullDate(on, "zh-CN")} 已到期，不能算作能发的货。请不收，或放进隔离区等报损。`,
  short_life: ({ item, on, days, wanted }) =>
    `${item} ${formatFullDate(on, "zh-CN")} 到期，只剩 ${count(days)} 天，这种物资收货时要有 ${count(wanted)} 天。请不收、隔离，或写明为什么收下。`,
  lot_expiry_differs: ({ item, lotNumber, known, stated }) =>
    `${item}批号 ${lotNumber} 以前登记的是 ${formatFullDate(known, "zh-CN")} 到期，这次写的是 ${formatFullDate(stated, "zh-CN")}。请对照包装；确实不同，请勾选“到期日没写错”。`,
  already_reversed: () => "这一笔已经冲回过，不能再冲一次。请看冲回的那一笔。",
  not_reversible: () => "这一笔不能直接冲回。请从后面的一步开始，一步一步往回更正。",
  already_exists: ({ what }) => `${thing(what)}已经有了，不用再建。请在名单里找一找。`,
  item_name_taken: ({ name, item }) => `“${name}”已经是${item}的名字。请换一个名字，或把两种物资并成一种。`,
  barcode_taken: ({ gtin, item }) =>
    `条码 ${printedGtin(gtin)} 已经记在${item}上。请核对条码，或先从那一种里去掉。`,
  item_unit_differs: ({ item, unit, known }) =>
    `${item}在目录里按“${known}”数，这里写的是“${unit}”。请换算成“${known}”再存。`,
  merge_units_differ: ({ item, unit, into, intoUnit }) =>
    `${item}按“${unit}”数，${into}按“${intoUnit}”数，不能并成一种。请看看是不是选错了。`,
  kit_recipe_clash: ({ item, into, why }) =>
    why === "own_part"
      ? `${item}和${into}有一种装在另一种里面，不能并成一种。请先改礼包的配方。`
      : `${item}和${into}都有自己的配方，不能并成一种。请先把其中一个配方清空。`,
  more_than_left: ({ item, unit, wanted, left }) =>
    `${item || "这种物资"}只剩 ${count(left)} ${unit}，您写了 ${count(wanted)} ${unit}。请改小数量。`,
  register_closed: ({ number }) => `登记册 ${number} 已经结册，不能再改。要再发，请另建一本。`,
  register_counted: ({ number }) => `登记册 ${number} 已经开始回填，各行不能再改。要加人，请另建一本。`,
  register_uncounted: ({ number, count: rows }) =>
    `登记册 ${number} 还有 ${count(rows)} 行没有回填，填完才能结册。没来领的填 0。`,
  register_difference: ({ item, unit, rows, handedOut }) =>
    `${item}：各行合计 ${count(rows)} ${unit}，实际发出 ${count(handedOut)} ${unit}。请核对；确实不一样的，写明原因。`,
  register_nobody: ({ number }) => `登记册 ${number} 里没有人领到东西，不能结册。请先填各行，再回填实领数。`,
  response_over: ({ on }) =>
    `这次响应已在 ${formatFullDate(`${on}`, "zh-CN")}结束，不能再登记门牌、姓名、电话。请只填楼栋和人数。`,
  nothing_sealed: () => "这里没有留门牌、姓名、电话，或已经销毁。",
  sealing_key_wrong: () =>
    "服务器的密钥不是当初加密的那一把，姓名打不开，也存不了新的。请管理员恢复原来的 SEALING_KEY。",
  kit_short: ({ components }) =>
    `${components
      .map(
        ({ item, unit, wanted, available }) =>
          `${item}要 ${count(wanted)} ${unit}，只有 ${count(available)} ${unit}，还差 ${count(shortfall(wanted, available))} ${unit}`,
      )
      .join("；")}。请少装几包，或先补货。什么都没有动。`,
  rate_limited: ({ minutes }) => `试得太快了，请过 ${count(minutes)} 分钟再试。`,
  wrong_password: () => "邮箱或密码不对。请再输一遍；忘了密码，请让管理员发一个换密码的链接。",
  link_expired: () => "这个链接过期了，或者已经用过。请让发给您的人重新发一个。",
  last_administrator: () => "这是最后一位管理员，不能收回。请先邀请另一位管理员。",
  photo_too_large: ({ megabytes }) =>
    `这张照片太大，没有存。一张最多 ${count(megabytes)} MB，请把相机的像素调低再拍，或传一张小一点的。`,
  photo_unreadable: () =>
    "这张照片打不开，没有存。请传 JPG 或 PNG；苹果手机请在“设置 › 相机 › 格式”里选“兼容性最佳”再拍。",
  photo_too_many: ({ most }) => `这里已经有 ${count(most)} 张照片，不能再加。请先删掉不用的。`,
  photo_too_late: ({ days }) => `签收过了 ${count(days)} 天，这里不能再补照片。请把照片发给发货的人。`,
  unreadable_workbook: ({ detail }) =>
    `这个文件读不出来${detail ? `：${detail}` : ""}。请另存为 .xlsx 再传一次，账本没有动。`,
  already_imported: ({ at, fileName }) =>
    `这份内容 ${at} 已经导入过（${fileName}），没有再记一遍。要改，请更正那一次的账。`,
  import_has_problems: ({ count: rows }) => `还有 ${count(rows)} 行必须改，改好才能写入。账本没有动。`,
  does_not_balance: ({ differenceFen }) => `账不平，差 ${yuan(differenceFen)} 元，先不公开。请让管理员核对。`,
  stocktake_closed: ({ number }) => `盘点单 ${number} 已经结束，不能再改。要再数一遍，请开一张新的盘点单。`,
  bin_in_stocktake: ({ bin, number }) =>
    `${place(bin)}正在盘点单 ${number} 里数。请先结束那一张，或这次不选它。`,
  bin_being_picked: ({ bin, delivery }) =>
    `${place(bin)}正在为发放单 ${delivery} 拣货，现在数不准。请等拣完，或过一会儿再数。`,
  bin_changed: ({ bin }) => `您打开清点页以后，${place(bin)}进出过货。请重新打开这一页，再数一遍。`,
  bins_not_counted: ({ count: bins }) =>
    `还有 ${count(bins)} 个库位没数。请数完，或勾选“没数的库位不动”。至少要数过一个库位。`,
  count_outdated: ({ bin, item, unit, missing, held }) =>
    `${place(bin)}的${item}要减 ${count(missing)} ${unit}，账上只剩 ${count(held)} ${unit}：数过以后有货离开，或留给了别的单。请重新数这个库位；货已经留出去的，先取消那张发放单。`,
  difference_unexplained: ({ bin, item }) => `${place(bin)}的${item}有差异，还没选原因。请选好再批准。`,
  blind_count: () => "这张盘点单是不看账数的：没批准以前，数过的人看不到差异。请让没数过的同事来看。",
  run_stops_refused: ({ stops }) =>
    `${stops
      .map(
        ({ n, township, arrivesAt, problems }) =>
          `${problems.map((problem) => runs.problem(problem, arrivesAt)).join("，")}，${runs.arrival(n, arrivesAt, township)}`,
      )
      .join("；")}。请补齐再出发，或不去这几站先走。什么都没有动。`,
  run_in_state: ({ number, status }) =>
    `${number} 现在是“${runs.statuses[status]}”，不能这样办。请重新打开这一页看看。`,
  run_stops_open: ({ number, stops }) =>
    `${number} 的第 ${stops.join("、")} 站还没到，送货单也没签收。请先记下到了；送不到的，先取消那张送货单。`,
  run_empty: ({ number }) => `${number} 一站也不去，就不用出发了。请至少留一站，或取消这趟车。`,
  run_over_capacity: ({ plate, capacity, boxes }) =>
    `${plate} 装 ${count(capacity)} 箱，选了 ${count(boxes)} 箱，多出 ${count(boxes - capacity)} 箱。请少选几单，或换一辆大车。`,
  delivery_on_run: ({ number, run }) => `送货单 ${number} 已经排在 ${run} 上。请先取消那趟车，或不选这一单。`,
  delivery_left: ({ number }) => `送货单 ${number} 已经发出，不在仓库里了。请不选这一单。`,
  on_run: ({ what, name, number }) =>
    `${name}排在 ${number} 上，还没跑完，${what === "vehicle" ? "这辆车" : "这位司机"}现在不能停用。请先跑完或取消那趟车。`,
  database_unreachable: ({ reference }) =>
    `暂时连不上账本，没存上。您填的还在，请过一会儿再按一次。编号 ${reference}`,
  unexpected: ({ reference }) =>
    `没存上。您填的还在，请再按一次；还是不行，请把编号告诉管理员。编号 ${reference}`,
} satisfies { [Code in DomainErrorCode]: (params: DomainErrorParams[Code]) => string };
