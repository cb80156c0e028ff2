import { api } from "./api.ts";
import { common } from "./common.ts";
import { deliveries } from "./deliveries.ts";
import { desk } from "./desk.ts";
import { donors } from "./donors.ts";
import { errors } from "./errors.ts";
import { fields } from "./fields.ts";
import { gifts } from "./gifts.ts";
import { home } from "./home.ts";
import { imports } from "./imports.ts";
import { items } from "./items.ts";
import { organizations } from "./organizations.ts";
import { overview } from "./overview.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { pledges } from "./pledges.ts";
import { receipt } from "./receipt.ts";
import { reports } from "./reports.ts";
import { session } from "./session.ts";
import { stock } from "./stock.ts";

export const chinese = {
  api,
  common,
  deliveries,
  desk,
  donors,
  errors,
  fields,
  gifts,
  home,
  imports,
  items,
  organizations,
  overview,
  payments,
  people,
  places,
  pledges,
  receipt,
  reports,
  session,
  stock,
};
