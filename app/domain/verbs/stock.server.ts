import { z } from "zod";
import { addBin } from "../places/add-bin.server.ts";
import { addSite } from "../places/add-site.server.ts";
import { addWarehouse } from "../places/add-warehouse.server.ts";
import { AddBin, AddSite, AddWarehouse } from "../places/schema.ts";
import { putAway } from "../stock/put-away.server.ts";
import { PutAway } from "../stock/schema.ts";
import { member } from "../verb.ts";
import { made } from "./answers.ts";

export const stockVerbs = [
  member({
    name: "stock.put-away",
    schema: PutAway,
    answer: z.object({ entries: z.array(z.uuid()) }),
    summary: { "zh-CN": "上架", en: "Move goods from the dock to bins" },
    run: putAway,
  }),
  member({
    name: "warehouse.add",
    schema: AddWarehouse,
    answer: made,
    summary: { "zh-CN": "新建仓库", en: "Add a warehouse" },
    run: addWarehouse,
  }),
  member({
    name: "bin.add",
    action: "warehouse.add",
    schema: AddBin,
    answer: made,
    summary: { "zh-CN": "新建库位", en: "Add a bin to a warehouse" },
    run: addBin,
  }),
  member({
    name: "site.add",
    schema: AddSite,
    answer: made,
    summary: { "zh-CN": "新建接收点", en: "Add a site" },
    run: addSite,
  }),
] as const;
