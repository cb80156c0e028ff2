import { z } from "zod";
import { assembleKits } from "../kits/assemble.server.ts";
import { AssembleKits, SetRecipe, TakeKitsApart } from "../kits/schema.ts";
import { setRecipe } from "../kits/set-recipe.server.ts";
import { takeKitsApart } from "../kits/take-apart.server.ts";
import { member } from "../verb.ts";
import { entered, made } from "./answers.ts";

export const kitVerbs = [
  member({
    name: "kit.set-recipe",
    action: "kit.assemble",
    schema: SetRecipe,
    answer: made,
    summary: { "zh-CN": "写组合包的配料", en: "Set what goes into one kit" },
    run: setRecipe,
  }),
  member({
    name: "kit.assemble",
    schema: AssembleKits,
    answer: entered.extend({ lots: z.array(z.string()) }),
    summary: { "zh-CN": "组包", en: "Put kits together" },
    run: assembleKits,
  }),
  member({
    name: "kit.take-apart",
    action: "kit.assemble",
    schema: TakeKitsApart,
    answer: entered,
    summary: { "zh-CN": "拆包", en: "Take kits apart" },
    run: takeKitsApart,
  }),
] as const;
