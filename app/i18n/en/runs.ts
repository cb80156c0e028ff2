import type { runs as source } from "../zh-CN/runs.ts";
import { formatDate, formatTime } from "#app/domain/dates.ts";
import { nearTime } from "#app/domain/runs/near-time.ts";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";

const boxes = (many: number) => `${count(many)} ${many === 1 ? "box" : "boxes"}`;
const stops = (many: number) => `${count(many)} ${many === 1 ? "stop" : "stops"}`;

export const runs = {
  title: "Runs",
  note: (runs) => `${count(runs)} ${runs === 1 ? "run" : "runs"}`,
  list: "Runs",
  all: "All",
  statuses: { planned: "Planned", on_road: "On the road", done: "Done", cancelled: "Cancelled" },
  columns: {
    number: "Run",
    vehicle: "Vehicle and driver",
    way: "Where to",
    stops: "Arrived",
    boxes: "Boxes",
    when: "When",
    status: "State",
  },
  times: {
    planned: (time) => `to leave ${time}`,
    left: (time) => `left ${time}`,
    done: (time) => `done ${time}`,
  },
  arrivedOf: (arrived, all) => `${count(arrived)} of ${stops(all)}`,
  boxes,
  none: "No runs yet",
  noneHow:
    "When deliveries are packed, plan here which vehicle takes them, who drives and where it goes first.",
  nothing: "No run is in this state",
  add: "Plan a run",
  fleet: "Vehicles, passes and drivers",

  problem: (problem, arrivesAt) => {
    switch (problem.is) {
      case "pass_missing":
        return "the vehicle has no pass";
      case "pass_ends":
        return `the pass ends ${nearTime(problem.at, arrivesAt, "en")}`;
      case "pass_starts":
        return `the pass starts only ${nearTime(problem.at, arrivesAt, "en")}`;
      case "pass_elsewhere":
        return `no pass covers ${problem.township}`;
      case "paper_missing":
        return "the driver has no health paper on record";
      case "paper_ends":
        return `the driver’s health paper ends ${formatDate(problem.on, "en")}`;
      case "closed":
        return `it receives only from ${problem.from ?? "0:00"} to ${problem.to ?? "24:00"}`;
      case "too_many_boxes":
        return `${boxes(problem.boxes)} up to this stop, and the vehicle takes ${count(problem.capacity)}`;
      case "too_heavy":
        return `the boxes that were weighed are ${count(problem.kilograms)} kg up to this stop, and the vehicle takes ${count(problem.capacity)} kg`;
      case "vehicle_busy":
        return `the vehicle is on run ${problem.number} at the time`;
      case "driver_busy":
        return `the driver is on run ${problem.number} at the time`;
      case "delivery_cancelled":
        return "the delivery is cancelled";
      case "delivery_gone":
        return "the delivery was sent another way";
      default:
        return `run ${problem.number} has not come to the hand-over point`;
    }
  },
  arrival: (n, arrivesAt, township) => `Stop ${count(n)}, ${township} at ${formatTime(new Date(arrivesAt))}`,
  missing: "Cannot be driven to:",
  ready: "Ready",

  create: {
    title: "Plan a run",
    warehouse: "From which warehouse",
    show: "See this warehouse",
    noWarehouse: "No warehouse yet",
    noCrew: "Register a vehicle and a driver first",
    noCrewHow: "Register vehicles, passes and drivers",
    choose: "Which deliveries",
    chooseHint: "In order of receiving hours and township; the next step can change it.",
    nothing: "No delivery in this warehouse waits for a run",
    nothingHow: "Packed deliveries that are on no run appear here.",
    takenOver: (place, run) => `taken over at ${place}, where run ${run} brings it`,
    takenOverHere: (place) => `at the hand-over point ${place}`,
    hours: (from, to) => `receives ${from}–${to}`,
    next: "Next: times",
    back: "Other deliveries",
    vehicle: "Vehicle",
    vehicleChoice: (plate, capacity) => (capacity === "" ? plate : `${plate} · ${capacity}`),
    driver: "Driver",
    leavesAt: "Leaves at",
    stops: "Stops",
    stopsHint: "Stops are numbered by their times. Without a time this run does not go there.",
    arrivesAt: "Arrives at",
    point: "Only to a hand-over point; another vehicle goes on",
    pointHint:
      "When this vehicle may not enter the township: say where the next vehicle takes over, then plan a run for it.",
    township: "Township of the hand-over point",
    noPoint: "To the door",
    place: "Where exactly",
    noteField: "Note",
    load: (many) => `${boxes(many)} in all`,
    loadHint:
      "Boxes are checked; kilograms only of boxes that were weighed. Items have no volume on record: look at cubic metres while loading.",
    orderLabel: "Order",
    orders: { hours: "Sort by hours", townships: "Sort by township" },
    orderHint: "Another order puts new likely times.",
    submit: "Plan this run",
  },

  detail: {
    title: (number) => `Run ${number}`,
    planned: "Planned. It can leave once nothing is missing.",
    left: "It has left; its deliveries are on the road.",
    arrived: "Arrival recorded.",
    finished: "The run is done and the vehicle is free.",
    cancelled: "The run is cancelled; its deliveries can go with another.",
    late: (minutes) => `${count(minutes)} min later than planned; the arrivals move along.`,
    stops: "Stops",
    stop: (n) => `Stop ${count(n)}`,
    point: "Hand-over point",
    pointOf: (site) => `another vehicle takes it to ${site}`,
    takenOver: (place) => `Taken over at ${place}`,
    arrivesAt: (time) => `arrives ${time}`,
    arrivedAt: (time) => `arrived ${time}`,
    unloading: "Unloading",
    hours: "Receives",
    contact: "Contact",
    without: (n) => `Leave stop ${count(n)} out this time`,
    leave: "Loaded, leave now",
    leaveHint: "These deliveries are then on the road and their goods are fixed.",
    leaveBehind:
      "Leave the rest behind: boxes that are not loaded go back to their bins, and the lines shrink",
    next: "Next stop",
    allDone: "Every stop is reached. Press “Done” when the vehicle is back.",
    call: (name) => `Call ${name}`,
    callSite: "Call the site",
    handedOn: (handed, many) => `${count(handed)} of ${boxes(many)} handed on`,
    handOnHint:
      "Scan or type the code of each box you hand over; “Arrived” takes the others as handed over too.",
    handOnCode: "Code of the box",
    handOn: "Handed over",
    handedOnDone: "Recorded: the next vehicle has this box.",
    paper: (day) => `health paper until ${day}`,
    noPaper: "no health paper",
    weighed: (weighed, many, kilograms, capacity) =>
      `${count(weighed)} of ${boxes(many)} weighed, ${count(kilograms)} kg${capacity === null ? "" : ` of ${count(capacity)} kg`}`,
    notChecked: "Boxes that were not weighed are not checked",
    volume: "Volume",
    roomFor: (metres) => (metres === null ? "The vehicle’s room is not known" : `Room for ${metres} m³`),
    notMeasured: "Boxes are not measured, so volume is not checked: look when loading",
    weight: "Weight",
    blocked: (many) =>
      `${stops(many)} cannot be driven to. Get what is missing, or tick “leave out” and the others go.`,
    arrive: (n) => `Arrived at stop ${count(n)}`,
    finish: "Done, the vehicle is back",
    secondLeg: "Plan a run on from the hand-over point",
    drive: "Driver’s page",
    print: "Print the dispatch note",
    cancel: "Cancel the run",
    facts: "This run",
    vehicle: "Plate",
    driver: "Driver",
    warehouse: "Leaves from",
    leavesAt: "To leave",
    leftAt: "Left",
    doneAt: "Done",
    load: "In all",
    plannedBy: "Planned by",
    note: "Note",
    reason: "Why cancelled",
  },
  cancel: {
    title: "Cancel the run",
    note: "Its deliveries are still in the warehouse and can go with another run.",
    reason: "Why",
    submit: "Cancel the run",
    keep: "Keep it",
  },
  paper: {
    title: "Dispatch note",
    back: "Back to the run",
    print: "Print",
    columns: {
      n: "Stop",
      where: "Where to",
      goods: "Delivery",
      boxes: "Boxes",
      arrives: "Arrives",
      notes: "Notes",
      signed: "Time of arrival, signature",
    },
    passes: "Passes",
    keeper: "Warehouse",
    driver: "Driver",
    dispatcher: "Dispatcher",
    date: "Date",
  },
  vehicles: {
    title: "Vehicles, passes and drivers",
    back: "Runs",
    list: "Vehicles",
    plate: "Plate",
    capacity: "Takes",
    capacityBoxes: "Boxes",
    capacityKilograms: "Kilograms",
    capacityM3: "Cubic metres",
    unknown: "not recorded",
    boxes,
    kilograms: (kilograms) => `${count(kilograms)} kg`,
    cubicMetres: (metres) => `${metres} m³`,
    none: "No vehicles yet",
    noneHow: "Register a plate and how many boxes it takes, and it can go on runs.",
    add: "Register a vehicle",
    addButton: "Register this vehicle",
    retire: "Retire",
    retireHow: "A retired vehicle goes on no more runs; those it made stay.",
    retireButton: (plate) => `Retire ${plate}`,
    act: "Actions",
    saved: {
      vehicle: "The vehicle is registered.",
      retired: "The vehicle is retired.",
      pass: "The pass is registered.",
      revoked: "The pass is revoked.",
      driver: "The driver is registered.",
      driverEdited: "The driver is changed.",
    },
  },
  passes: {
    list: "Passes, those that end first come first",
    number: "Number",
    vehicle: "Vehicle",
    area: "Where to",
    everywhere: "Whole city",
    everywhereField: "The whole city",
    window: "Valid",
    issuer: "Issued by",
    validFrom: "From",
    validTo: "Until",
    townships: "Townships",
    townshipsHint: "Choose them, unless the pass is for the whole city.",
    states: { over: "Over", soon: "Ends within 24 h", later: "Not yet", valid: "Valid" },
    none: "No passes yet",
    noneHow: "A vehicle needs one to leave. Register the vehicle first.",
    add: "Register a pass",
    addButton: "Register this pass",
    revoke: "Revoke",
    revokeHow: "Runs that have not left can no longer rely on it.",
    revokeButton: (number) => `Revoke ${number}`,
  },
  drivers: {
    list: "Drivers, by when the health paper ends",
    name: "Name",
    phone: "Telephone",
    healthPaperUntil: "Health paper valid until",
    hint: "Only for dispatchers and keepers, never public",
    states: { missing: "No paper", over: "Over", soon: "Ends today or tomorrow", valid: "Valid" },
    none: "No drivers yet",
    noneHow: "Register drivers or volunteers with their health paper, and they can drive.",
    add: "Register a driver",
    addButton: "Register this driver",
    edit: "Change",
    editTitle: (name) => `Change ${name}`,
    editButton: "Save",
    keep: "Keep as it is",
    retired: "Drives no more",
  },
} satisfies Dictionary<typeof source>;
