import * as build from "virtual:remix/server-build";
import { reportAndExit } from "#app/web/report-and-exit.ts";
import { serve } from "#app/server.ts";

serve({ build }).catch(reportAndExit);
