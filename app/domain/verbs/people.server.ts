import { z } from "zod";
import { editDonor } from "../donors/edit.server.ts";
import { EditDonor } from "../donors/schema.ts";
import { addOrganization } from "../organizations/add.server.ts";
import { editOrganization } from "../organizations/edit.server.ts";
import { AddOrganization, EditOrganization } from "../organizations/schema.ts";
import { acceptInvitation } from "../people/accept-invitation.server.ts";
import { createToken } from "../people/create-token.server.ts";
import { inviteUser, resetPassword } from "../people/invite.server.ts";
import { revokeInvitation } from "../people/revoke-invitation.server.ts";
import { revokeToken } from "../people/revoke-token.server.ts";
import { revokeUser } from "../people/revoke.server.ts";
import {
  AcceptInvitation,
  CreateToken,
  InviteUser,
  ResetPassword,
  RevokeInvitation,
  RevokeToken,
  RevokeUser,
} from "../people/schema.ts";
import { anyone, member, user } from "../verb.ts";
import { made } from "./answers.ts";

export const peopleVerbs = [
  member({
    name: "donor.edit",
    schema: EditDonor,
    answer: made,
    summary: { "zh-CN": "修改捐赠人", en: "Edit a donor" },
    run: editDonor,
  }),
  member({
    name: "organization.add",
    schema: AddOrganization,
    answer: made,
    summary: { "zh-CN": "新建代管机构", en: "Add an organization whose books are kept here" },
    run: addOrganization,
  }),
  member({
    name: "organization.edit",
    schema: EditOrganization,
    answer: made,
    summary: { "zh-CN": "修改机构", en: "Edit an organization" },
    run: editOrganization,
  }),
  user({
    name: "user.invite",
    schema: InviteUser,
    answer: made.extend({ token: z.string() }),
    summary: { "zh-CN": "邀请人员", en: "Invite a person by link" },
    run: inviteUser,
  }),
  user({
    name: "user.reset-password",
    action: "user.invite",
    schema: ResetPassword,
    answer: made.extend({ token: z.string() }),
    summary: { "zh-CN": "重设密码的链接", en: "Make a link to set another password" },
    run: resetPassword,
  }),
  user({
    name: "user.revoke",
    schema: RevokeUser,
    answer: z.object({ userId: z.uuid() }),
    summary: { "zh-CN": "收回权限", en: "Take a person's roles away" },
    run: revokeUser,
  }),
  user({
    name: "invitation.revoke",
    action: "user.revoke",
    schema: RevokeInvitation,
    answer: made,
    summary: { "zh-CN": "收回邀请", en: "Take an invitation back" },
    run: revokeInvitation,
  }),
  anyone({
    name: "invitation.accept",
    schema: AcceptInvitation,
    answer: z.object({ userId: z.uuid(), organizationId: z.uuid() }),
    summary: { "zh-CN": "接受邀请，建账号", en: "Accept an invitation and make an account" },
    run: (_actor, requestId, input) => acceptInvitation(requestId, input),
  }),
  user({
    name: "token.create",
    schema: CreateToken,
    answer: made.extend({ token: z.string() }),
    summary: { "zh-CN": "新建接口令牌", en: "Create an API token" },
    run: createToken,
  }),
  user({
    name: "token.revoke",
    schema: RevokeToken,
    answer: made,
    summary: { "zh-CN": "停用接口令牌", en: "Revoke an API token" },
    run: revokeToken,
  }),
] as const;
