import { api } from "./api.ts";
import { board } from "./board.ts";
import { boxes } from "./boxes.ts";
import { cases } from "./cases.ts";
import { common } from "./common.ts";
import { consignments } from "./consignments.ts";
import { deliveries } from "./deliveries.ts";
import { desk } from "./desk.ts";
import { donors } from "./donors.ts";
import { errors } from "./errors.ts";
import { fields } from "./fields.ts";
import { gifts } from "./gifts.ts";
import { home } from "./home.ts";
import { imports } from "./imports.ts";
import { items } from "./items.ts";
import { kits } from "./kits.ts";
import { labels } from "./labels.ts";
import { organizations } from "./organizations.ts";
import { overview } from "./overview.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { pledges } from "./pledges.ts";
import { receipt } from "./receipt.ts";
import { reports } from "./reports.ts";
import { returns } from "./returns.ts";
import { runs } from "./runs.ts";
import { scan } from "./scan.ts";
import { session } from "./session.ts";
import { stock } from "./stock.ts";
import { stocktakes } from "./stocktakes.ts";
import { transfers } from "./transfers.ts";
import { writeOffs } from "./write-offs.ts";

export const chinese = {
  api,
  board,
  boxes,
  cases,
  common,
  consignments,
  deliveries,
  desk,
  donors,
  errors,
  fields,
  gifts,
  home,
  imports,
  items,
  kits,
  labels,
  organizations,
  overview,
  payments,
  people,
  places,
  pledges,
  receipt,
  reports,
  returns,
  runs,
  scan,
  session,
  stock,
  stocktakes,
  transfers,
  writeOffs,
};
