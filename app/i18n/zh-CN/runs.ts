import type { RunStatus } from "#db/vocabulary";
import { formatDate, formatTime } from "#app/domain/dates.ts";
import type { StopProblem } from "#app/domain/runs/check-run.ts";
import type { StopOrder } from "#app/domain/runs/order-stops.ts";
import { nearTime } from "#app/domain/runs/near-time.ts";
import { count } from "../numbers.ts";

/** Runs: vehicles, drivers, passes and stops. */
export const runs = {
  title: "车队",
  note: (runs: number) => `${count(runs)} 趟`,
  list: "车次",
  all: "全部",
  statuses: {
    planned: "待出发",
    on_road: "在路上",
    done: "已跑完",
    cancelled: "已取消",
  } satisfies Record<RunStatus, string>,
  columns: {
    number: "车次",
    vehicle: "车和司机",
    way: "去哪里",
    stops: "到站",
    boxes: "箱数",
    when: "时间",
    status: "状态",
  },
  times: {
    planned: (time: string) => `计划 ${time} 出发`,
    left: (time: string) => `${time} 出发`,
    done: (time: string) => `${time} 跑完`,
  },
  arrivedOf: (arrived: number, stops: number) => `${count(arrived)} / ${count(stops)} 站`,
  boxes: (boxes: number) => `${count(boxes)} 箱`,
  none: "还没有车次",
  noneHow: "备好送货单以后，在这里给它们排车：哪辆车、谁开、先到哪里。",
  nothing: "没有这种状态的车次",
  add: "排一趟车",
  fleet: "车辆、通行证和司机",

  /** Why a stop cannot be driven to; `arrivesAt` decides whether a date must be said. */
  problem: (problem: StopProblem, arrivesAt: string): string => {
    switch (problem.is) {
      case "pass_missing":
        return "这辆车没有通行证";
      case "pass_ends":
        return `通行证 ${nearTime(problem.at, arrivesAt, "zh-CN")} 到期`;
      case "pass_starts":
        return `通行证 ${nearTime(problem.at, arrivesAt, "zh-CN")} 才生效`;
      case "pass_elsewhere":
        return `通行证不含${problem.township}`;
      case "paper_missing":
        return "司机没有登记健康证明";
      case "paper_ends":
        return `司机的健康证明 ${formatDate(problem.on, "zh-CN")} 到期`;
      case "closed":
        return `对方只在 ${problem.from ?? "0:00"}—${problem.to ?? "24:00"} 收货`;
      case "too_many_boxes":
        return `到这一站共 ${count(problem.boxes)} 箱，车上只能装 ${count(problem.capacity)} 箱`;
      case "too_heavy":
        return `到这一站，称过的箱子共 ${count(problem.kilograms)} 公斤，车上只能装 ${count(problem.capacity)} 公斤`;
      case "vehicle_busy":
        return `这辆车同时排在 ${problem.number} 上`;
      case "driver_busy":
        return `司机同时排在 ${problem.number} 上`;
      case "delivery_cancelled":
        return "送货单已取消";
      case "delivery_gone":
        return "送货单已经另外发出";
      default:
        return `${problem.number} 还没把货送到交接点`;
    }
  },
  arrival: (n: number, arrivesAt: string, township: string) =>
    `第 ${count(n)} 站 ${formatTime(new Date(arrivesAt))} 到 ${township}`,
  missing: "去不了，还缺：",
  ready: "手续齐了",

  create: {
    title: "排一趟车",
    warehouse: "从哪个仓库",
    show: "看这个仓库",
    noWarehouse: "还没有仓库",
    noCrew: "先登记车辆和司机，再排车",
    noCrewHow: "去登记车辆、通行证和司机",
    choose: "送哪几单",
    chooseHint: "按收货时间和街镇排好了次序，下一步可以改。",
    nothing: "这个仓库没有等着排车的送货单",
    nothingHow: "备好的、还没排车的送货单会出现在这里。",
    takenOver: (place: string, run: string) => `从交接点 ${place} 接，${run} 送到那里`,
    takenOverHere: (place: string) => `货在交接点 ${place}`,
    hours: (from: string, to: string) => `${from}—${to} 收货`,
    next: "下一步：排时间",
    back: "换几单",
    vehicle: "哪辆车",
    vehicleChoice: (plate: string, capacity: string) =>
      capacity === "" ? plate : `${plate} · 装 ${capacity}`,
    driver: "谁开",
    leavesAt: "几点出发",
    stops: "各站",
    stopsHint: "按到达时间先后为第 1、2、3 站。时间空着的这一趟不去。",
    arrivesAt: "几点到",
    point: "只送到交接点，换一辆车再送",
    pointHint: "本车进不了那个街镇时用：写明在哪里交给下一辆车，再给它另排一趟。",
    township: "交接点在哪个街镇",
    noPoint: "送到门口",
    place: "具体在哪里",
    noteField: "备注",
    load: (boxes: number) => `一共 ${count(boxes)} 箱`,
    loadHint: "系统核对箱数；公斤只核对称过的箱子；物资没有登记体积，立方米请装车时看。",
    orderLabel: "怎么排",
    orders: { hours: "按收货时间排", townships: "按街镇排" } satisfies Record<StopOrder, string>,
    orderHint: "换一种排法会重新估各站的到达时间。",
    submit: "排好这趟车",
  },

  detail: {
    title: (number: string) => `车次 ${number}`,
    planned: "排好了。手续齐了就能出发。",
    left: "出发了，送货单都记为在路上。",
    arrived: "记下到站了。",
    finished: "这一趟跑完了，车可以再排。",
    cancelled: "这趟车取消了，送货单可以另外排车。",
    late: (minutes: number) => `比计划晚了 ${count(minutes)} 分钟，各站的到达时间跟着推后。`,
    stops: "各站",
    stop: (n: number) => `第 ${count(n)} 站`,
    point: "交接点",
    pointOf: (site: string) => `换车送到 ${site}`,
    takenOver: (place: string) => `从交接点 ${place} 接货`,
    arrivesAt: (time: string) => `${time} 到`,
    arrivedAt: (time: string) => `${time} 已到`,
    unloading: "卸货",
    hours: "收货时间",
    contact: "联系人",
    without: (n: number) => `这次不去第 ${count(n)} 站`,
    leave: "装好车，出发",
    leaveHint: "出发后，这些送货单都记为在路上，物资不能再改。",
    leaveBehind: "没装的留下：箱子和货回库位，送货单按装上的算",
    next: "下一站",
    allDone: "各站都到了。车回来了就按“跑完了”。",
    call: (name: string) => `打给${name}`,
    callSite: "打给接收点",
    handedOn: (handed: number, boxes: number) => `已交接 ${count(handed)} / ${count(boxes)} 箱`,
    handOnHint: "扫或输箱子上的编号，一箱一箱交；按“到了”就当其余的也交了。",
    handOnCode: "箱子编号",
    handOn: "交了这一箱",
    handedOnDone: "记下了，这一箱交给了下一辆车。",
    paper: (day: string) => `健康证明到 ${day}`,
    noPaper: "没有健康证明",
    weighed: (weighed: number, boxes: number, kilograms: number, capacity: number | null) =>
      `称过 ${count(weighed)} / ${count(boxes)} 箱，共 ${count(kilograms)} 公斤${capacity === null ? "" : `，车能装 ${count(capacity)} 公斤`}`,
    notChecked: "没称的箱子，系统没有核对",
    volume: "体积",
    roomFor: (metres: string | null) => (metres === null ? "车厢没登记多大" : `车厢 ${metres} 立方米`),
    notMeasured: "箱子没有量体积，系统没有核对，请装车时看",
    weight: "重量",
    blocked: (stops: number) => `有 ${count(stops)} 站去不了。补齐手续，或勾选“这次不去”，其余各站先走。`,
    arrive: (n: number) => `到第 ${count(n)} 站了`,
    finish: "跑完了，车回来了",
    secondLeg: "给交接点的货另排一趟车",
    drive: "司机用的页面",
    print: "打印派车单",
    cancel: "取消这趟车",
    facts: "这一趟",
    vehicle: "车牌",
    driver: "司机",
    warehouse: "从哪里出发",
    leavesAt: "计划出发",
    leftAt: "实际出发",
    doneAt: "跑完",
    load: "一共",
    plannedBy: "谁排的",
    note: "备注",
    reason: "取消原因",
  },
  cancel: {
    title: "取消这趟车",
    note: "送货单还在仓库里，可以另外排车。",
    reason: "为什么取消",
    submit: "取消这趟车",
    keep: "不取消",
  },
  paper: {
    title: "派车单",
    back: "回到这趟车",
    print: "打印",
    columns: {
      n: "站",
      where: "送到",
      goods: "送货单",
      boxes: "箱数",
      arrives: "几点到",
      notes: "注意",
      signed: "到达时间、签字",
    },
    passes: "通行证",
    keeper: "仓库",
    driver: "司机",
    dispatcher: "调度",
    date: "日期",
  },
  vehicles: {
    title: "车辆、通行证和司机",
    back: "车次",
    list: "车辆",
    plate: "车牌",
    capacity: "能装多少",
    capacityBoxes: "箱数",
    capacityKilograms: "公斤",
    capacityM3: "立方米",
    unknown: "没登记",
    boxes: (boxes: number) => `${count(boxes)} 箱`,
    kilograms: (kilograms: number) => `${count(kilograms)} 公斤`,
    cubicMetres: (metres: string) => `${metres} 立方米`,
    none: "还没有车辆",
    noneHow: "登记车牌和能装多少箱，就能排车。",
    add: "登记一辆车",
    addButton: "登记这辆车",
    retire: "停用",
    retireHow: "停用以后不能再排车，以前的车次还在。",
    retireButton: (plate: string) => `停用 ${plate}`,
    act: "操作",
    saved: {
      vehicle: "车登记好了。",
      retired: "这辆车停用了。",
      pass: "通行证登记好了。",
      revoked: "通行证作废了。",
      driver: "司机登记好了。",
      driverEdited: "司机的资料改好了。",
    },
  },
  passes: {
    list: "通行证，先到期的在前",
    number: "证号",
    vehicle: "车",
    area: "能去哪里",
    everywhere: "全市",
    everywhereField: "全市都能去",
    window: "什么时候有效",
    issuer: "谁发的",
    validFrom: "从什么时候",
    validTo: "到什么时候",
    townships: "能去的街镇",
    townshipsHint: "只能去几个街镇的，选出来；能去全市的，勾选上面一项。",
    states: { over: "已到期", soon: "24 小时内到期", later: "还没生效", valid: "有效" },
    none: "还没有通行证",
    noneHow: "有了通行证，车才能出发。先登记车，再登记它的证。",
    add: "登记一张通行证",
    addButton: "登记这张证",
    revoke: "作废",
    revokeHow: "作废以后，还没出发的车次不能再靠这张证。",
    revokeButton: (number: string) => `作废 ${number}`,
  },
  drivers: {
    list: "司机，健康证明先到期的在前",
    name: "姓名",
    phone: "电话",
    healthPaperUntil: "健康证明有效到",
    hint: "只给调度和仓库看，不公开",
    states: { missing: "没有证明", over: "已过期", soon: "今明两天到期", valid: "有效" },
    none: "还没有司机",
    noneHow: "登记司机或志愿者和健康证明，就能排车。",
    add: "登记一位司机",
    addButton: "登记这位司机",
    edit: "改",
    editTitle: (name: string) => `改 ${name} 的资料`,
    editButton: "存",
    keep: "不改",
    retired: "不再开车了",
  },
};
