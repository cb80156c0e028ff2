import { z } from "zod";
import { organizationKinds } from "#db/vocabulary";
import { id, optionalText, requiredText } from "../fields.ts";
import { checkUscc } from "../uscc.ts";

/** A unified social credit code as it is stored, by its check digit; blank reads as null. */
const optionalUscc = z
  .string()
  .trim()
  .nullish()
  .transform((text, context) => {
    if (!text) return null;
    const verdict = checkUscc(text);
    if (verdict.ok) return verdict.uscc;
    context.addIssue({ code: "custom", message: "bad_uscc" });
    return z.NEVER;
  });

const particulars = {
  name: requiredText(60),
  kind: z.enum(organizationKinds, "choose"),
  uscc: optionalUscc,
  hotline: optionalText(40),
};

/** An organization whose books the actor's organization keeps. */
export const AddOrganization = z.object(particulars);
export type AddOrganization = z.output<typeof AddOrganization>;

export const EditOrganization = z.object({ organizationId: id, ...particulars });
export type EditOrganization = z.output<typeof EditOrganization>;
