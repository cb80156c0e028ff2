import { z } from "zod";
import { addDriver } from "../runs/add-driver.server.ts";
import { addPass } from "../runs/add-pass.server.ts";
import { addVehicle } from "../runs/add-vehicle.server.ts";
import { arriveRun } from "../runs/arrive.server.ts";
import { cancelRun } from "../runs/cancel.server.ts";
import { editDriver } from "../runs/edit-driver.server.ts";
import { finishRun } from "../runs/finish.server.ts";
import { handOnBox } from "../runs/hand-on.server.ts";
import { leaveRun } from "../runs/leave.server.ts";
import { planRun } from "../runs/plan.server.ts";
import { retireVehicle } from "../runs/retire-vehicle.server.ts";
import { revokePass } from "../runs/revoke-pass.server.ts";
import {
  AddDriver,
  AddPass,
  AddVehicle,
  ArriveRun,
  CancelRun,
  EditDriver,
  FinishRun,
  HandOnBox,
  LeaveRun,
  PlanRun,
  RetireVehicle,
  RevokePass,
} from "../runs/schema.ts";
import { member } from "../verb.ts";
import { made, numbered } from "./answers.ts";

export const runVerbs = [
  member({
    name: "vehicle.add",
    action: "vehicle.edit",
    schema: AddVehicle,
    answer: made,
    summary: { "zh-CN": "登记一辆车", en: "Register a vehicle" },
    run: addVehicle,
  }),
  member({
    name: "vehicle.retire",
    action: "vehicle.edit",
    schema: RetireVehicle,
    answer: made,
    summary: { "zh-CN": "停用一辆车", en: "Take a vehicle out of use" },
    run: retireVehicle,
  }),
  member({
    name: "driver.add",
    action: "vehicle.edit",
    schema: AddDriver,
    answer: made,
    summary: { "zh-CN": "登记一位司机", en: "Register a driver" },
    run: addDriver,
  }),
  member({
    name: "driver.edit",
    action: "vehicle.edit",
    schema: EditDriver,
    answer: made,
    summary: { "zh-CN": "改司机的资料和健康证明", en: "Change a driver's facts and health paper" },
    run: editDriver,
  }),
  member({
    name: "pass.add",
    action: "vehicle.edit",
    schema: AddPass,
    answer: made,
    summary: { "zh-CN": "登记一张通行证", en: "Register a road pass of a vehicle" },
    run: addPass,
  }),
  member({
    name: "pass.revoke",
    action: "vehicle.edit",
    schema: RevokePass,
    answer: made,
    summary: { "zh-CN": "作废一张通行证", en: "Revoke a road pass" },
    run: revokePass,
  }),
  member({
    name: "run.plan",
    schema: PlanRun,
    answer: numbered,
    summary: { "zh-CN": "排一趟车", en: "Plan a run: a vehicle, a driver and its stops" },
    run: planRun,
  }),
  member({
    name: "run.leave",
    action: "delivery.dispatch",
    schema: LeaveRun,
    answer: numbered.extend({ stops: z.array(z.number()) }),
    summary: {
      "zh-CN": "出发：车上的送货单一起发出；缺通行证的站不能去",
      en: "Leave: dispatches the deliveries on board; a stop that no pass covers is refused",
    },
    run: leaveRun,
  }),
  member({
    name: "run.arrive",
    action: "run.drive",
    schema: ArriveRun,
    answer: numbered.extend({ n: z.number() }),
    summary: { "zh-CN": "到了一站", en: "Arrive at a stop" },
    run: arriveRun,
  }),
  member({
    name: "run.hand-on",
    action: "run.drive",
    schema: HandOnBox,
    answer: numbered.extend({ n: z.number() }),
    summary: {
      "zh-CN": "到站交出一箱：在交接点交给下一辆车，在门口交给收货人",
      en: "Hand a box over at a stop: to the next vehicle at a hand-over point, to the receiver at a door",
    },
    run: handOnBox,
  }),
  member({
    name: "run.finish",
    action: "run.drive",
    schema: FinishRun,
    answer: numbered,
    summary: { "zh-CN": "这一趟跑完了", en: "Finish a run" },
    run: finishRun,
  }),
  member({
    name: "run.cancel",
    action: "run.plan",
    schema: CancelRun,
    answer: numbered,
    summary: { "zh-CN": "取消一趟没出发的车", en: "Cancel a run before it leaves" },
    run: cancelRun,
  }),
] as const;
