import { z } from "zod";
import { donorKinds } from "#db/vocabulary";
import { id, requiredText } from "../fields.ts";

/** What is known of a donor. `publishName`: consent to show the name in public (慈善法 art. 82). */
export const EditDonor = z
  .object({
    donorId: id,
    name: requiredText(100),
    kind: z.enum(donorKinds, "choose"),
    publishName: z
      .union([z.boolean(), z.enum(["true", "on", "false", ""])])
      .nullish()
      .transform((value) => value === true || value === "true" || value === "on"),
  })
  .refine(({ kind, publishName }) => kind !== "anonymous" || !publishName, {
    path: ["publishName"],
    error: "anonymous_unpublished",
  });
export type EditDonor = z.output<typeof EditDonor>;
