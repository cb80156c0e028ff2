import { z } from "zod";
import { cancelDelivery } from "./deliveries/cancel.server.ts";
import { confirmDelivery } from "./deliveries/confirm.server.ts";
import { createDelivery } from "./deliveries/create.server.ts";
import { dispatchDelivery } from "./deliveries/dispatch.server.ts";
import { handOverDelivery } from "./deliveries/hand-over.server.ts";
import { renewCode } from "./deliveries/renew-code.server.ts";
import { renewPin } from "./deliveries/renew-pin.server.ts";
import {
  CancelDelivery,
  ConfirmDelivery,
  CreateDelivery,
  DispatchDelivery,
  HandOverDelivery,
  RenewCode,
  RenewPin,
} from "./deliveries/schema.ts";
import { editDonor } from "./donors/edit.server.ts";
import { EditDonor } from "./donors/schema.ts";
import { receiveGoods } from "./gifts/receive-goods.server.ts";
import { receiveMoney } from "./gifts/receive-money.server.ts";
import { ReceiveGoods, ReceiveMoney } from "./gifts/schema.ts";
import { commitImport } from "./imports/commit.server.ts";
import { remapImport } from "./imports/remap.server.ts";
import { CommitImport, RemapImport, UploadWorkbook } from "./imports/schema.ts";
import { uploadWorkbook } from "./imports/upload.server.ts";
import { editItem } from "./items/edit.server.ts";
import { EditItem } from "./items/schema.ts";
import { reverseEntry } from "./ledger/reverse.server.ts";
import { ReverseEntry } from "./ledger/schema.ts";
import { addOrganization } from "./organizations/add.server.ts";
import { editOrganization } from "./organizations/edit.server.ts";
import { AddOrganization, EditOrganization } from "./organizations/schema.ts";
import { recordPayment } from "./payments/record.server.ts";
import { RecordPayment } from "./payments/schema.ts";
import { acceptInvitation } from "./people/accept-invitation.server.ts";
import { createToken } from "./people/create-token.server.ts";
import { inviteUser, resetPassword } from "./people/invite.server.ts";
import { revokeInvitation } from "./people/revoke-invitation.server.ts";
import { revokeToken } from "./people/revoke-token.server.ts";
import { revokeUser } from "./people/revoke.server.ts";
import {
  AcceptInvitation,
  CreateToken,
  InviteUser,
  ResetPassword,
  RevokeInvitation,
  RevokeToken,
  RevokeUser,
} from "./people/schema.ts";
import { addBin } from "./places/add-bin.server.ts";
import { addSite } from "./places/add-site.server.ts";
import { addWarehouse } from "./places/add-warehouse.server.ts";
import { AddBin, AddSite, AddWarehouse } from "./places/schema.ts";
import { recordPledge } from "./pledges/record.server.ts";
import { RecordPledge, WithdrawPledge } from "./pledges/schema.ts";
import { withdrawPledge } from "./pledges/withdraw.server.ts";
import { putAway } from "./stock/put-away.server.ts";
import { PutAway, WriteOff } from "./stock/schema.ts";
import { writeOff } from "./stock/write-off.server.ts";
import { anyone, member, user, type Verb } from "./verb.ts";

const made = z.object({ id: z.uuid() });
const numbered = made.extend({ number: z.string() });
const entered = numbered.extend({ entryId: z.uuid() });
const labelled = numbered.extend({ code: z.string(), pin: z.string() });
const confirmed = z.object({
  number: z.string(),
  confirmedAt: z.string(),
  lines: z.array(
    z.object({
      n: z.number(),
      good: z.string(),
      short: z.string(),
      damaged: z.string(),
      extra: z.string(),
    }),
  ),
});

const moneyVerbs = [
  member({
    name: "pledge.record",
    schema: RecordPledge,
    answer: numbered,
    summary: { "zh-CN": "登记认捐", en: "Record a pledge of money or goods" },
    run: recordPledge,
  }),
  member({
    name: "pledge.withdraw",
    schema: WithdrawPledge,
    answer: made,
    summary: { "zh-CN": "撤回认捐", en: "Withdraw a pledge" },
    run: withdrawPledge,
  }),
  member({
    name: "gift.receive-money",
    schema: ReceiveMoney,
    answer: entered,
    summary: { "zh-CN": "登记收款", en: "Receive money" },
    run: receiveMoney,
  }),
  member({
    name: "gift.receive-goods",
    schema: ReceiveGoods,
    answer: entered.extend({ lots: z.array(z.string()) }),
    summary: { "zh-CN": "登记收物", en: "Receive goods at a warehouse's dock" },
    run: receiveGoods,
  }),
  member({
    name: "payment.record",
    schema: RecordPayment,
    answer: entered,
    summary: { "zh-CN": "登记支出", en: "Record a payment" },
    run: recordPayment,
  }),
  member({
    name: "entry.reverse",
    schema: ReverseEntry,
    answer: made,
    summary: { "zh-CN": "冲回一笔", en: "Take an entry back by a reversing one" },
    run: reverseEntry,
  }),
] as const;

const stockVerbs = [
  member({
    name: "stock.put-away",
    schema: PutAway,
    answer: z.object({ entries: z.array(z.uuid()) }),
    summary: { "zh-CN": "上架", en: "Move goods from the dock to bins" },
    run: putAway,
  }),
  member({
    name: "stock.write-off",
    schema: WriteOff,
    answer: made,
    summary: { "zh-CN": "报损", en: "Write goods off" },
    run: writeOff,
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
  member({
    name: "item.edit",
    schema: EditItem,
    answer: made,
    summary: { "zh-CN": "修改物资", en: "Edit an item" },
    run: editItem,
  }),
] as const;

const deliveryVerbs = [
  member({
    name: "delivery.create",
    schema: CreateDelivery,
    answer: labelled,
    summary: { "zh-CN": "新建发放单并配货", en: "Create a delivery: its goods are picked and packed" },
    run: createDelivery,
  }),
  member({
    name: "delivery.dispatch",
    schema: DispatchDelivery,
    answer: labelled,
    summary: { "zh-CN": "发车", en: "Send a delivery on the road" },
    run: dispatchDelivery,
  }),
  anyone({
    name: "delivery.confirm",
    schema: ConfirmDelivery,
    answer: confirmed,
    summary: {
      "zh-CN": "签收：凭标签编号和签收码，不用账号",
      en: "Confirm what arrived, by the label's code and the PIN, without an account",
    },
    run: confirmDelivery,
  }),
  member({
    name: "delivery.hand-over",
    schema: HandOverDelivery,
    answer: numbered,
    summary: { "zh-CN": "发到户", en: "Hand confirmed goods on to households" },
    run: handOverDelivery,
  }),
  member({
    name: "delivery.cancel",
    schema: CancelDelivery,
    answer: made,
    summary: { "zh-CN": "取消发放单", en: "Cancel a delivery before it is confirmed" },
    run: cancelDelivery,
  }),
  member({
    name: "delivery.renew-pin",
    schema: RenewPin,
    answer: made.extend({ pin: z.string() }),
    summary: { "zh-CN": "换签收码", en: "Issue a new PIN" },
    run: renewPin,
  }),
  member({
    name: "delivery.renew-code",
    schema: RenewCode,
    answer: made.extend({ code: z.string() }),
    summary: { "zh-CN": "换标签", en: "Revoke a label's code and issue another" },
    run: renewCode,
  }),
] as const;

/** A workbook as JSON carries it. */
const UploadWorkbookAsText = UploadWorkbook.extend({ file: z.base64("bad_file").min(1, "required") });

const importVerbs = [
  member({
    name: "import.upload",
    schema: UploadWorkbookAsText,
    answer: made,
    summary: {
      "zh-CN": "上传表格（base64），读成草稿，不入账",
      en: "Upload a workbook (base64) as a draft; nothing is booked",
    },
    run: (actor, requestId, { file, ...input }) =>
      uploadWorkbook(actor, requestId, { ...input, bytes: Buffer.from(file, "base64") }),
  }),
  member({
    name: "import.remap",
    action: "import.upload",
    schema: RemapImport,
    answer: made,
    summary: { "zh-CN": "改表头对应，重读草稿", en: "Read a draft again by another mapping" },
    run: remapImport,
  }),
  member({
    name: "import.commit",
    schema: CommitImport,
    answer: made.extend({ rows: z.number() }),
    summary: { "zh-CN": "草稿入账", en: "Write a draft into the books" },
    run: commitImport,
  }),
] as const;

const peopleVerbs = [
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

/** Every verb once. */
export const verbs = [
  ...moneyVerbs,
  ...stockVerbs,
  ...deliveryVerbs,
  ...importVerbs,
  ...peopleVerbs,
] as const satisfies readonly Verb[];

export type VerbName = (typeof verbs)[number]["name"];

const byName = new Map<string, Verb>(verbs.map((verb) => [verb.name, verb]));

export const verbNamed = (name: string): Verb | undefined => byName.get(name);
