import type { Messages } from "../messages.ts";
import { api } from "./api.ts";
import { board } from "./board.ts";
import { boxes } from "./boxes.ts";
import { cases } from "./cases.ts";
import { clocks } from "./clocks.ts";
import { common } from "./common.ts";
import { consignments } from "./consignments.ts";
import { custody } from "./custody.ts";
import { deliveries } from "./deliveries.ts";
import { desk } from "./desk.ts";
import { disclosures } from "./disclosures.ts";
import { donors } from "./donors.ts";
import { door } from "./door.ts";
import { drive } from "./drive.ts";
import { errors } from "./errors.ts";
import { fields } from "./fields.ts";
import { gifts } from "./gifts.ts";
import { home } from "./home.ts";
import { imports } from "./imports.ts";
import { items } from "./items.ts";
import { kits } from "./kits.ts";
import { labels } from "./labels.ts";
import { log } from "./log.ts";
import { needs } from "./needs.ts";
import { notices } from "./notices.ts";
import { openData } from "./open-data.ts";
import { organizations } from "./organizations.ts";
import { overview } from "./overview.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";
import { photos } from "./photos.ts";
import { places } from "./places.ts";
import { pledges } from "./pledges.ts";
import { privacy } from "./privacy.ts";
import { publications } from "./publications.ts";
import { receipt } from "./receipt.ts";
import { receipts } from "./receipts.ts";
import { registers } from "./registers.ts";
import { reports } from "./reports.ts";
import { returns } from "./returns.ts";
import { runs } from "./runs.ts";
import { scan } from "./scan.ts";
import { session } from "./session.ts";
import { sites } from "./sites.ts";
import { stock } from "./stock.ts";
import { stocktakes } from "./stocktakes.ts";
import { trace } from "./trace.ts";
import { transfers } from "./transfers.ts";
import { writeOffs } from "./write-offs.ts";

export const english = {
  api,
  board,
  boxes,
  cases,
  clocks,
  common,
  consignments,
  custody,
  deliveries,
  desk,
  disclosures,
  donors,
  door,
  drive,
  errors,
  fields,
  gifts,
  home,
  imports,
  items,
  kits,
  labels,
  log,
  needs,
  notices,
  openData,
  organizations,
  overview,
  payments,
  people,
  photos,
  places,
  pledges,
  privacy,
  publications,
  receipt,
  receipts,
  registers,
  reports,
  returns,
  runs,
  scan,
  session,
  sites,
  stock,
  stocktakes,
  trace,
  transfers,
  writeOffs,
} satisfies Messages;
