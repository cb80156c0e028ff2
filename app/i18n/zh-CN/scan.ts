import { formatCode } from "#app/domain/code.ts";
import type { PlaceName } from "#app/domain/boxes/known.ts";
import type { ScanAct } from "#app/domain/boxes/scan-act.ts";
import type { Sayings } from "#app/domain/boxes/saying.ts";
import type { ScanMode } from "#app/domain/boxes/scan-context.ts";
import { count } from "../numbers.ts";

const standing = { dock: "收货区", staging: "备货区", quarantine: "隔离区", gone: "别处" } as const;
const place = (at: PlaceName): string => ("bin" in at ? at.bin : standing[at.standing]);

const modes: Record<ScanMode, string> = {
  receive: "收货",
  putAway: "上架",
  pick: "拣货",
  load: "装车",
  count: "盘点",
};

type Said = {
  [Key in keyof Sayings]: {
    title: (particulars: Sayings[Key]) => string;
    text: (particulars: Sayings[Key]) => string;
  };
};
const nothing = () => "";

/** What the phone says: a title to read at arm's length, and why and what to do. */
const says = {
  received: { title: ({ n }) => `第 ${count(n)} 箱，收到`, text: nothing },
  receivedUnknown: {
    title: ({ n }) => `第 ${count(n)} 箱，收到`,
    text: () => "还不知道里面是什么，以后开箱再登记。",
  },
  putAway: {
    title: (p) => `放进 ${place(p.place)}`,
    text: ({ boxes }) => (boxes > 1 ? `${count(boxes)} 箱一起。` : ""),
  },
  toQuarantine: { title: () => "放到隔离区", text: () => "已记到隔离区，不会再发出去。" },
  nested: { title: () => "码上托盘", text: ({ pallet }) => `托盘 ${formatCode(pallet)}。` },
  picked: {
    title: () => "拿对了",
    text: ({ left, unit }) => (left === "0" ? "这一批拿够了。" : `这一批还要 ${count(left)} ${unit}。`),
  },
  loaded: { title: ({ n, of }) => `装上车，${count(n)} / ${count(of)} 箱`, text: ({ number }) => number },
  counted: { title: ({ n }) => `点到第 ${count(n)} 箱`, text: nothing },
  countedFromElsewhere: {
    title: ({ n }) => `点到第 ${count(n)} 箱`,
    text: (p) => `账上它在 ${place(p.place)}，这里先点上。点完以后用“上架”把它改到这里。`,
  },
  countedUnknown: {
    title: ({ n }) => `点到第 ${count(n)} 箱`,
    text: () => "里面是什么还没登记，只算箱，不算数量。",
  },

  line: { title: ({ item }) => item, text: () => "下面扫的都算这一样。" },
  lineUnknown: { title: () => "不知道里面是什么", text: nothing },
  intoBin: { title: (p) => `放进 ${place(p.place)}`, text: () => "现在扫要放进去的箱子。" },
  ontoPallet: { title: ({ pallet }) => `托盘 ${formatCode(pallet)}`, text: () => "现在扫要码上去的箱子。" },
  held: { title: ({ boxes }) => `手里 ${count(boxes)} 箱`, text: () => "再扫一个货位，就放到那里。" },
  delivery: {
    title: ({ site }) => site,
    text: ({ number, township }) => `${number} · ${township}。现在扫箱子。`,
  },
  bin: { title: (p) => `点 ${place(p.place)}`, text: () => "扫这里的每一箱，点完按“点完”。" },
  lotLoose: { title: ({ item }) => item, text: () => "零散的数量，按“点完”以后填。" },

  whatIsInIt: { title: () => "这箱是什么？", text: () => "选一次，后面的箱子都照这个算。" },
  moreThanLeft: {
    title: ({ left, unit }) => `只要 ${count(left)} ${unit}`,
    text: ({ holds, unit }) => `这箱有 ${count(holds)} ${unit}，多了。`,
  },
  takePart: { title: ({ quantity, unit }) => `只拿 ${count(quantity)} ${unit}`, text: nothing },
  takeNone: { title: () => "不拿，放回去", text: nothing },
  expiredHere: { title: ({ on }) => `${on} 过期了`, text: () => "不能上架，也不能发。放到隔离区，等报损。" },
  setApart: { title: () => "放到隔离区", text: nothing },
  leaveIt: { title: () => "先不动", text: nothing },
  whatWithPallet: {
    title: () => "托盘",
    text: ({ pallet, boxes }) => `${formatCode(pallet)}，上面有 ${count(boxes)} 箱。`,
  },
  movePallet: { title: () => "整个搬到货位", text: nothing },
  fillPallet: { title: () => "往上面放箱子", text: nothing },
  countedBefore: { title: (p) => `${place(p.place)} 点过了`, text: () => "再点一次，会替掉上一次的。" },
  countAgain: { title: () => "再点一次", text: nothing },

  justScanned: { title: () => "刚刚扫过", text: () => "不重复算。" },
  receivedAlready: { title: () => "这箱收过了", text: () => "不重复算。换一箱。" },
  thereAlready: { title: () => "已经在这里", text: (p) => `账上就在 ${place(p.place)}，不用再放。` },
  pickedAlready: { title: () => "这箱拣过了", text: ({ number }) => `已经算在 ${number} 里，不重复算。` },
  loadedAlready: { title: () => "这箱装过了", text: ({ number }) => `已经算在 ${number} 里，不重复算。` },
  countedAlready: { title: () => "这箱点过了", text: () => "不重复算。" },

  misread: { title: () => "编号没读全", text: () => "有一两个字不对。再扫一次，或对着标签手输。" },
  nothingRead: { title: () => "没读到码", text: () => "离近一点，或开手电筒再扫。" },
  otherSystem: {
    title: () => "不是我们的码",
    text: ({ host }) => `这是 ${host} 的码。找箱子上印着“捐赠物资”的标签。`,
  },
  noLabel: { title: () => "不是我们的码", text: ({ text }) => `读到“${text}”。找我们的标签再扫。` },
  badBarcode: { title: () => "条码读错了", text: () => "校验位不对。擦一擦再扫，或照着数字手输。" },
  unknownCode: {
    title: () => "不认识这个编号",
    text: ({ host }) =>
      `它不在这个仓库的名单里，可能是别的机构的${host ? `（${host}）` : ""}。刚打印的标签，请点“刷新名单”再扫。`,
  },
  otherResponse: {
    title: () => "是别的行动的箱子",
    text: ({ name }) => `它属于“${name}”。放到一边，告诉仓库主管。`,
  },
  otherWarehouse: {
    title: () => "是别的仓库的箱子",
    text: ({ name }) => `账上它在 ${name}。放到一边，告诉仓库主管。`,
  },
  revoked: {
    title: () => "这张标签作废了",
    text: ({ by }) => (by ? `已换成 ${formatCode(by)}。请扫新标签。` : "没有换新的。请给箱子换一张新标签。"),
  },
  blankHere: { title: () => "是空白标签", text: () => "还没贴到箱子上。到“收货”里扫它，才算一箱。" },
  deliveryLabel: { title: () => "是送货单的标签", text: ({ number }) => `${number}。这里要扫箱子上的码。` },
  binLabel: { title: (p) => `是货位 ${place(p.place)}`, text: () => "这里要扫箱子上的码。" },
  lotLabel: { title: () => "是一批货的标签", text: ({ item }) => `${item}。这里要扫某一箱上的码。` },
  chooseConsignment: {
    title: () => "先选收哪一批",
    text: () => "在下面选，或按“没有预报，直接收”。这一箱没有记。",
  },
  perBoxMissing: {
    title: () => "先写每箱多少",
    text: ({ item, unit }) => `${item}，每箱几${unit}。这一箱没有记。`,
  },
  labelInUse: {
    title: () => "这张标签用过了",
    text: (p) => `它贴在另一箱上，那一箱在 ${place(p.place)}。换一张空白标签。`,
  },
  notBooked: {
    title: () => "还没入账",
    text: () => "这箱收了，还没有人核对。请同事核对收货单，再来拣。",
  },
  emptied: { title: () => "账上是空箱", text: () => "里面还有货，就告诉仓库主管。" },
  inQuarantine: { title: () => "在隔离区，别动", text: () => "要放行或报损，请在电脑上办。" },
  withDelivery: { title: () => "已经给了别的单", text: ({ number }) => `留给 ${number} 了。放回去，别动。` },
  chooseDelivery: { title: () => "先选哪一单", text: () => "扫送货单标签，或在下面选。" },
  unknownBox: { title: () => "不知道里面是什么", text: () => "先开箱登记，才能发。放回去。" },
  expired: { title: () => "过期了，别拿", text: ({ on }) => `${on} 到期。在“上架”里扫它，放到隔离区。` },
  restricted: {
    title: () => "拿错了，放回去",
    text: ({ restriction, number, township }) => `这箱只能给 ${restriction}。${number} 是 ${township} 的。`,
  },
  laterLot: {
    title: () => "先拿快到期的",
    text: (p) =>
      `这箱${p.expiresOn ? ` ${p.expiresOn} 到期` : "不会过期"}。去 ${place(p.place)} 拿 ${p.firstExpiresOn} 到期的，这箱放回去。`,
  },
  otherLot: {
    title: () => "拿错批了，放回去",
    text: (p) => `这一单留的是另一批${p.lot ? `（批号 ${p.lot}）` : ""}，在 ${place(p.place)}。`,
  },
  notWanted: { title: () => "拿错了，放回去", text: ({ item, number }) => `${number} 不要 ${item}。` },
  otherPlace: {
    title: () => "拿错地方了，放回去",
    text: (p) => `这箱在 ${place(p.place)}，这一单留的是 ${place(p.wanted)} 的。去 ${place(p.wanted)} 拿。`,
  },
  palletElsewhere: {
    title: () => "不在一个地方",
    text: (p) => `箱子在 ${place(p.place)}，托盘在 ${place(p.wanted)}。先放到同一个地方。`,
  },
  enough: { title: () => "够了，放回去", text: ({ item, number }) => `${number} 的${item}已经拿够。` },
  mixed: { title: () => "里面不止一样", text: () => "这一单只要一部分。先在电脑上分箱，再来拣。" },
  palletHere: { title: () => "是托盘", text: () => "扫托盘上的箱子，一箱一箱来。" },
  otherDelivery: {
    title: () => "不是这一单的",
    text: ({ number, site }) => `这箱是 ${number} 的，送 ${site}。别装这辆车。`,
  },
  notPicked: {
    title: () => "还没拣，别装",
    text: ({ number }) => `这箱没有拣给 ${number}。先到“拣货”里扫它。`,
  },
  pickedWhole: { title: () => "这一单拣完了", text: ({ number }) => `${number} 可以装车了。换到“装车”。` },
  chooseBin: { title: () => "先扫货位", text: () => "扫货架上的码，或在下面选。" },
  notToCount: { title: (p) => `${place(p.place)} 不用点`, text: () => "它不在开着的盘点里。" },
  beingPicked: {
    title: (p) => `${place(p.place)} 正在拣货`,
    text: ({ number }) => `${number} 还没拣完，现在点会不准。先点别的。`,
  },
  noSuchBarcode: {
    title: () => "条码没登记过",
    text: ({ gtin }) => `${gtin}。请选这箱是什么；以后可在物资目录里补上条码。`,
  },
  notExpected: { title: () => "这一批里没有它", text: ({ item }) => `${item}。请在收货单上加一行，再来扫。` },
  lotDiffers: {
    title: () => "批号不一样",
    text: ({ scanned, announced }) => `箱上是 ${scanned}，单上是 ${announced}。请在收货单上加一行。`,
  },
  expiryDiffers: {
    title: () => "到期日不一样",
    text: ({ scanned, announced }) => `箱上是 ${scanned}，单上是 ${announced}。请在收货单上加一行。`,
  },
  barcodeHere: {
    title: () => "是厂家的条码",
    text: ({ item, mode }) => `${item}。“${modes[mode]}”要扫我们贴的标签。`,
  },
} satisfies Said;

/** The scan screen. */
export const scan = {
  title: "扫码",
  modes,
  modesLabel: "现在做什么",
  verbs: {
    "consignment.open": "没有预报的货",
    "box.receive": "收货",
    "box.move": "搬",
    "box.nest": "码托盘",
    "delivery.start-picking": "开始拣货",
    "box.pick": "拣货",
    "delivery.finish-picking": "拣完",
    "box.load": "装车",
    "stocktake.count-bin": "点完一个货位",
  } satisfies Record<ScanAct["verb"], string>,
  place,
  says,
  marks: { right: "对", wrong: "错", look: "看一下" },

  back: "回仓库",
  chooseWarehouse: "在哪个仓库？",
  noWarehouse: "还没有仓库。请在电脑上先建一个。",
  loading: "正在取仓库的名单…",
  noList: "名单没取到",
  noListHow: "第一次用要有信号。走到有信号的地方，再按一次。",
  noStore: "这个浏览器不能存东西",
  noStoreHow: "没有信号时会丢。请不要用无痕窗口，再打开一次。",
  tryAgain: "再试一次",
  asOf: (time: string) => `名单 ${time}`,
  refresh: "刷新名单",
  refreshed: "名单是最新的",
  refreshFailed: "没有信号，名单没换",
  noScript: "扫码要用脚本，这个浏览器没有打开。这几页也能办：",
  noScriptLinks: { receive: "收货单", putAway: "上架", deliveries: "送货单", stocktakes: "盘点" },

  allSent: "都已上传",
  waiting: (n: number) => `待上传 ${count(n)} 条`,
  oldest: (time: string) => `最早 ${time}`,
  offline: "没有信号，照常扫",
  oldOffline: "超过一天没上传，请找信号",
  signedOut: "登录过期了，条目都在",
  signIn: "去登录",
  unavailable: "服务器忙，过会儿自动再传",
  refusedCount: (n: number) => `${count(n)} 条要看一眼`,
  othersWaiting: (n: number) => `这台手机里还有别人的 ${count(n)} 条没上传，请他登录后上传。`,
  keptHere: "已存在本机，有信号自动上传",
  nothingBooked: "没有记账",
  full: "手机存满了，这一条没有记",
  fullHow: "删一些照片或应用，再扫一次。",

  camera: {
    label: "相机",
    aim: "对准箱子上的码",
    aimBin: "先扫货位，或先扫箱子",
    aimInto: (into: string) => `放进 ${into}，扫箱子`,
    aimDelivery: "扫送货单标签，或在下面选",
    aimPick: (item: string, at: string) => `拿：${item}，${at}`,
    aimLoad: (number: string) => `装 ${number}，扫箱子`,
    aimCount: (at: string) => `${at} 货位，扫每一箱`,
    aimCountBin: "扫货位，开始点",
    torchOn: "开手电筒",
    torchOff: "关手电筒",
    start: "打开相机",
    starting: "正在打开相机…",
    pause: "关相机",
    refused: "相机打不开",
    why: {
      denied: "没有得到使用相机的允许。",
      none: "这台设备没有相机。",
      busy: "相机被别的程序占着。",
      insecure: "这个网址不是 https，浏览器不让用相机。",
    },
    how: ["点右上角 ••• 或地址栏的锁", "点“设置”或“权限”，打开“相机”", "回来点“再试一次”"],
    meanwhile: "急着干活？这三样现在就能用",
    photo: "拍一张照片来认码",
    wedge: "用扫描枪",
    wedgeHow: "扫描枪接好就能用：直接扫，不用点任何地方。",
  },

  typed: {
    open: "手输编号",
    title: "输入标签上的编号",
    hint: "9 位，没有字母 I L O U，不会看错",
    field: "编号",
    keypad: "字母和数字",
    back: "删一位",
    clear: "清空",
    submit: "确定",
    incomplete: (left: number) => `还差 ${count(left)} 位`,
    bad: "有一两个字不对，请对着标签看一遍",
    isIt: "是不是这一箱？",
    yes: (mode: string) => `是，${mode}`,
    close: "不输了",
    blank: "空白标签",
    bin: (name: string) => `货位 ${name}`,
    delivery: (number: string) => `送货单 ${number}`,
    unknown: "没登记里面是什么",
    nobodys: "名单里没有这个编号",
  },

  choose: {
    consignment: "收哪一批？",
    consignmentNone: "没有等着收的货",
    unannounced: "没有预报，直接收",
    unannouncedName: "没有预报的货",
    boxes: (done: number, of: number | null) =>
      of === null ? `已收 ${count(done)} 箱` : `已收 ${count(done)} / ${count(of)} 箱`,
    lineLabel: "里面是",
    lineNone: "还没选",
    unknown: "不知道里面是什么",
    perBox: (unit: string) => `每箱多少（${unit}）`,
    delivery: "拣哪一单？",
    deliveryLoad: "装哪一单？",
    deliveryNone: "没有要拣的单",
    deliveryNoneLoad: "没有要装的单",
    picking: "正在拣",
    picked: "拣完了",
    toPick: "等着拣",
    bin: "点哪个货位？",
    binNone: "没有开着的盘点",
    binNoneHow: "请在电脑上开一张盘点单。",
    counted: "点过了",
    change: "换",
    held: (n: number) => `手里 ${count(n)} 箱，扫货位`,
    into: (bin: string) => `放进 ${bin}`,
    pallet: (code: string) => `码到托盘 ${formatCode(code)}`,
    loaded: (n: number, of: number) => `已装 ${count(n)} / ${count(of)} 箱`,
    none: "选好了就扫",
  },

  progress: {
    consignment: (donor: string, expected: number | null) =>
      expected === null ? donor : `${donor} · 应到 ${count(expected)} 箱`,
    atDock: (boxes: number) => (boxes === 0 ? "收货区没有箱子了" : `收货区还有 ${count(boxes)} 箱`),
    next: (at: string) => `下一箱去 ${at} 拿`,
    first: "最先到期的",
    allPicked: "都拿够了",
    load: (number: string, site: string) => `${number} · ${site}`,
    bin: (at: string, books: number | null) =>
      books === null ? `货位 ${at}` : `货位 ${at} · 账上 ${count(books)} 箱`,
  },

  run: {
    label: "刚才扫的",
    empty: "还没有扫",
    undo: "撤销",
    undoOf: (code: string) => `撤销 ${formatCode(code)}`,
    undone: "撤销了",
    waiting: "待上传",
    notBooked: "没有记账",
    notTwice: "不重复算",
    lot: (lot: string) => `批号 ${lot}`,
    expires: (on: string) => `到期 ${on}`,
    unknown: "没登记里面是什么",
    boxes: (n: number) => `${count(n)} 箱`,
  },

  done: { receive: "收完了", putAway: "上架完", pick: "拣完了", load: "装完了", count: "点完" },
  finish: {
    receiveTitle: "收到的对不对？",
    known: "知道里面是什么",
    unknown: "不知道里面是什么",
    total: "合计",
    expected: (n: number) => `应到 ${count(n)} 箱`,
    counted: (counted: string, expected: string | null, unit: string) =>
      expected === null ? `${count(counted)} ${unit}` : `${count(counted)} / ${count(expected)} ${unit}`,
    receiveNext: "请同事核对，货才入账。",
    receiveOpen: "打开收货单",
    receiveOk: "对，这一批收完",
    putAwayTitle: "收货区还有箱子",
    putAwayLeft: (boxes: number) => `还有 ${count(boxes)} 箱没有上架。`,
    putAwayDone: "都上架了",
    putAwayHeld: (boxes: number) => `手里的 ${count(boxes)} 箱还没扫货位，会当作没动。`,
    pickTitle: "还有没扫到的",
    pickAll: "都拿够了",
    pickLeft: (quantity: string, at: string) => `还差 ${quantity}，在 ${at}`,
    pickBoxed: (boxes: number) => `那里有 ${count(boxes)} 箱贴了标签的，要扫`,
    pickLoose: "零散的、没贴标签的，拿齐了就按下面。",
    pickOk: "都拿齐了，拣完",
    pickLeave: "箱子里的留下不送，拣完",
    loadTitle: "还有没装的箱子",
    loadAll: "都装上了",
    loadLeft: (boxes: number) => `还有 ${count(boxes)} 箱没装。`,
    loadNext: "请配送员在送货单上点“装车出发”。",
    loadOpen: "打开送货单",
    loadOk: "装完，换一单",
    countTitle: (at: string) => `${at} 点到的`,
    countLoose: (unit: string) => `另有零散多少${unit}`,
    countBoxes: (boxes: number) => `${count(boxes)} 箱`,
    countUnknown: (boxes: number) => `另有 ${count(boxes)} 箱没登记里面是什么，不算数量。`,
    countNothing: "一箱也没扫到：这个货位是空的？",
    countHow: "没贴标签的货：扫那一批的标签，这里就多一行。",
    countOk: "点完，交上去",
    countBad: "只写整数",
    goBack: "回去接着扫",
  },

  list: {
    title: (n: number) => `待上传 ${count(n)} 条`,
    none: "都已上传",
    where: (time: string, minutes: number) =>
      `存在这台手机里，最早 ${time}，已等 ${count(minutes)} 分钟。换手机、清缓存会丢。`,
    how: "怎么传上去",
    howText: "走到有信号的地方，打开这一页就行。",
    send: (n: number) => `现在上传 ${count(n)} 条`,
    sending: "正在上传…",
    look: "看一眼",
    looking: (problem: string) => `上传时发现：${problem}`,
    again: "再传一次",
    drop: "不要这一条",
    dropNote: "货在哪里，以账上为准；不对就再扫一次。",
    close: "回去扫码",
  },
};
