import {
  ArrowLeftRight,
  Banknote,
  Bell,
  Boxes,
  Building2,
  CalendarClock,
  CircleUser,
  ClipboardCheck,
  ClipboardList,
  Clock3,
  FileCheck,
  FileSpreadsheet,
  HandHeart,
  Handshake,
  Images,
  KeyRound,
  LayoutDashboard,
  ListTodo,
  MapPin,
  MessageCircleQuestion,
  Megaphone,
  NotebookPen,
  Package,
  Package2,
  PackageOpen,
  PackagePlus,
  PackageX,
  QrCode,
  Receipt,
  Route,
  Scale,
  ScanLine,
  ShieldCheck,
  ShieldOff,
  Smartphone,
  Tags,
  Truck,
  Undo2,
  Users,
  Warehouse,
} from "lucide-react";
import type { UserActor } from "#app/domain/actor.ts";
import { may } from "#app/domain/permissions.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { MenuGroup, MenuItem } from "./desk-menu.tsx";

interface OpenCases {
  open: number;
  overdue: number;
}

/** What waits for this person: problems to settle, and notices not read. */
interface Waiting {
  cases: OpenCases;
  unread: number;
}

/** The side menu for this person: every list may be read, but what only some roles use is shown only to them. */
export function deskPages(actor: UserActor, messages: Messages, waiting: Waiting): MenuGroup[] {
  const { desk, common } = messages;
  const settings = [
    ...(may(actor, "user.invite") ? [{ href: "/desk/people", label: desk.people, icon: Users }] : []),
    { href: "/desk/organizations", label: desk.organizations, icon: Building2 },
    ...(may(actor, "token.create") ? [{ href: "/desk/tokens", label: desk.tokens, icon: KeyRound }] : []),
    { href: "/desk/destructions", label: desk.destructions, icon: ShieldOff },
    { href: "/desk/account", label: desk.account, icon: CircleUser },
  ];
  return [
    {
      label: common.desk.daily,
      items: [
        { href: "/desk", label: desk.overview, icon: LayoutDashboard },
        { href: "/desk/notices", label: desk.notices, icon: Bell, badge: newNotices(messages, waiting) },
        ...(may(actor, "box.handle")
          ? [
              { href: "/desk/board", label: desk.board, icon: ClipboardList },
              { href: "/desk/scan", label: desk.scan, icon: ScanLine },
            ]
          : []),
      ],
    },
    {
      label: desk.receive,
      items: [
        { href: "/desk/pledges", label: desk.pledges, icon: Handshake },
        { href: "/desk/gifts/money", label: desk.moneyGifts, icon: Banknote },
        { href: "/desk/gifts/goods", label: desk.goodsGifts, icon: PackagePlus },
        { href: "/desk/payments", label: desk.payments, icon: Receipt },
        ...(may(actor, "import.commit")
          ? [{ href: "/desk/imports", label: desk.imports, icon: FileSpreadsheet }]
          : []),
      ],
    },
    {
      label: desk.store,
      items: [
        { href: "/desk/consignments", label: desk.consignments, icon: PackageOpen },
        { href: "/desk/stock", label: desk.stock, icon: Boxes },
        { href: "/desk/boxes", label: desk.boxes, icon: Package },
        ...(may(actor, "label.print") ? [{ href: "/desk/labels", label: desk.labels, icon: QrCode }] : []),
      ],
    },
    {
      label: desk.stockWork,
      items: [
        { href: "/desk/stocktakes", label: desk.stocktakes, icon: ClipboardCheck },
        { href: "/desk/kits", label: desk.kits, icon: Package2 },
        { href: "/desk/transfers", label: desk.transfers, icon: ArrowLeftRight },
        { href: "/desk/returns", label: desk.returns, icon: Undo2 },
        { href: "/desk/write-offs", label: desk.writeOffs, icon: PackageX },
      ],
    },
    {
      label: desk.handOut,
      items: [
        { href: "/desk/needs", label: desk.needs, icon: ListTodo },
        { href: "/desk/deliveries", label: desk.deliveries, icon: Truck },
        { href: "/desk/runs", label: desk.runs, icon: Route },
        { href: "/desk/cases", label: desk.cases, icon: Scale, badge: badgeOf(waiting.cases) },
        ...(may(actor, "report.settle")
          ? [{ href: "/desk/stranded", label: desk.stranded, icon: Smartphone }]
          : []),
        { href: "/desk/registers", label: desk.handOutRegisters, icon: NotebookPen },
        { href: "/desk/clocks", label: desk.clocks, icon: Clock3 },
      ],
    },
    {
      label: desk.registers,
      items: [
        { href: "/desk/items", label: desk.items, icon: Tags },
        { href: "/desk/warehouses", label: desk.warehouses, icon: Warehouse },
        { href: "/desk/sites", label: desk.sites, icon: MapPin },
        { href: "/desk/donors", label: desk.donors, icon: HandHeart },
      ],
    },
    {
      label: desk.publish,
      items: [
        { href: "/desk/disclosures", label: desk.disclosures, icon: CalendarClock },
        { href: "/desk/publications", label: desk.publications, icon: FileCheck },
        { href: "/desk/log", label: desk.log, icon: ShieldCheck },
        { href: "/desk/questions", label: desk.questions, icon: MessageCircleQuestion },
        { href: "/desk/photos", label: desk.photos, icon: Images },
        { href: "/reports", label: desk.reports, icon: Megaphone },
      ],
    },
    { label: desk.settings, items: settings },
  ];
}

const newNotices = ({ notices }: Messages, { unread }: Waiting): NonNullable<MenuItem["badge"]> => ({
  count: unread,
  tone: "warn",
  words: notices.badge(unread),
});

const badgeOf = ({ open, overdue }: OpenCases): NonNullable<MenuItem["badge"]> => ({
  count: open,
  tone: overdue > 0 ? "bad" : "warn",
});
