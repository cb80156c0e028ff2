import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, items } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { DomainError } from "#app/domain/errors.ts";
import { openWarehouse } from "#app/domain/places/add-warehouse.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { type VerbName, verbNamed } from "#app/domain/verbs.server.ts";
import { makeWorld, type World } from "./world.ts";

/** What a random act may be; each is tried with whatever stands in the warehouse at that moment. */
export const actKinds = [
  "receive",
  "put away",
  "move",
  "quarantine",
  "pack",
  "move box",
  "undo",
  "deliver",
  "pick box",
  "finish picking",
  "load box",
  "dispatch",
  "cancel",
  "confirm",
  "hand over",
  "return",
  "assemble",
  "take apart",
  "write off",
  "transfer",
  "receive transfer",
  "count",
  "reverse",
] as const;
export type ActKind = (typeof actKinds)[number];

/** One act: what, and numbers to choose with. */
export interface Act {
  kind: ActKind;
  a: number;
  b: number;
  quantity: number;
}

/** Where goods are, as the model sees it: no lots, no bins, no boxes. */
export type Where = "stock" | "road" | "site" | "households" | "dispute" | "loss" | "in kits";

interface Sent {
  id: string;
  code: string;
  pin: string;
  lines: { itemId: string; quantity: bigint }[];
  good: bigint[];
  handedOver: boolean;
  cancelled: boolean;
}

type Answer = Record<string, unknown>;

/** A warehouse that people work in at random, and beside it the model: sums by item and place, from what was asked. */
export class RandomWarehouse {
  readonly sums = new Map<string, bigint>();
  readonly done = new Map<ActKind, number>();
  readonly unexpected: string[] = [];
  readonly #planned: Sent[] = [];
  readonly #sent: Sent[] = [];
  readonly #confirmed: Sent[] = [];
  readonly #gifts: { entryId: string; itemId: string; quantity: bigint }[] = [];
  readonly #transfers: string[] = [];
  readonly #codes: string[] = [];
  readonly #events: string[] = [];
  readonly #itemOfLot = new Map<string, string>();

  private constructor(
    readonly world: World,
    private readonly other: { id: string; dockAccountId: bigint },
    private readonly kit: string,
    private readonly second: string,
  ) {}

  /** The world, a second warehouse, a second item, and a kit of 2 masks and 1 of the other. */
  static async open(): Promise<RandomWarehouse> {
    const world = await makeWorld();
    const { organizationId } = world;
    const other = await db.transaction((tx) =>
      openWarehouse(tx, organizationId, { name: "第二仓", address: null }),
    );
    const [second, kit] = await db
      .insert(items)
      .values([
        { id: uuidv7(), organizationId, name: "75%酒精", category: "disinfection", baseUnit: "只" },
        { id: uuidv7(), organizationId, name: "防疫包", category: "kit", baseUnit: "份" },
      ])
      .returning();
    const random = new RandomWarehouse(world, other, kit!.id, second!.id);
    await random.#call("administrator", "kit.set-recipe", {
      itemId: kit!.id,
      components: [
        { itemId: world.mask.id, quantity: "2" },
        { itemId: second!.id, quantity: "1" },
      ],
    });
    return random;
  }

  /** Tries one act. A refusal changes nothing, here or there; anything but a refusal is kept in `unexpected`. */
  async act(act: Act, worker: number): Promise<void> {
    try {
      const happened = await this.#ways[act.kind](act, worker);
      if (happened) this.done.set(act.kind, (this.done.get(act.kind) ?? 0) + 1);
    } catch (error) {
      if (error instanceof DomainError && error.code !== "unexpected") return;
      this.unexpected.push(`${act.kind}: ${String(error instanceof Error ? (error.cause ?? error) : error)}`);
    }
  }

  readonly #ways: Record<ActKind, (act: Act, worker: number) => Promise<boolean>> = {
    receive: async ({ a, b, quantity }, worker) => {
      const itemId = b % 2 === 0 ? this.world.mask.id : this.second;
      const answer = await this.#call(who(worker), "gift.receive-goods", {
        warehouseId: this.world.warehouse.id,
        donor: `捐赠人${a % 5}`,
        receivedOn: "2022-03-14",
        lines: [
          {
            item: b % 2 === 0 ? this.world.mask.name : "75%酒精",
            unit: "只",
            quantity: `${quantity}`,
            value: `${a % 1000}`,
            lotNumber: `L${a % 7}`,
            expiresOn: ["2022-03-20", "2099-01-01", "2099-06-01", ""][a % 4],
            restrictedTo: ["", "", "潍坊新村街道", "方舱医院", "只给老人"][b % 5],
          },
        ],
      });
      this.#gifts.push({ entryId: String(answer.entryId), itemId, quantity: BigInt(quantity) });
      this.#move(itemId, BigInt(quantity), null, "stock");
      return true;
    },
    "put away": async ({ a, quantity }, worker) => {
      const held = await this.#some("dock", a, this.world.warehouse.id);
      if (!held) return false;
      await this.#call(who(worker), "stock.put-away", {
        warehouseId: this.world.warehouse.id,
        lines: [{ assetId: held.asset, binId: this.world.bin.id, quantity: part(quantity, held) }],
      });
      return true;
    },
    move: async ({ a, quantity }, worker) => {
      const held = await this.#some("bin", a, this.world.warehouse.id);
      if (!held) return false;
      await this.#call(who(worker), "stock.move", {
        warehouseId: this.world.warehouse.id,
        assetId: held.asset,
        fromAccount: held.account,
        to: "dock",
        quantity: part(quantity, held),
      });
      return true;
    },
    quarantine: async ({ a, b, quantity }, worker) => {
      const held = await this.#some(b % 2 === 0 ? "dock" : "quarantine", a, this.world.warehouse.id);
      if (!held) return false;
      await this.#call(who(worker), "stock.move", {
        warehouseId: this.world.warehouse.id,
        assetId: held.asset,
        fromAccount: held.account,
        to: b % 2 === 0 ? "quarantine" : this.world.bin.id,
        quantity: part(quantity, held),
        reason: "看看",
      });
      return true;
    },
    pack: async ({ a, b, quantity }, worker) => {
      const held = await this.#some(b % 2 === 0 ? "dock" : "bin", a, this.world.warehouse.id);
      if (!held) return false;
      const { codes } = await this.#call(who(worker), "box.pack", {
        warehouseId: this.world.warehouse.id,
        assetId: held.asset,
        accountId: held.account,
        boxes: `${(b % 3) + 1}`,
        quantity: part(quantity, held),
      });
      this.#codes.push(...(codes as string[]));
      return true;
    },
    "move box": async ({ a, b }, worker) => {
      const code = at(this.#codes, a);
      if (!code) return false;
      const to = [this.world.bin.id, "dock", "quarantine"][b % 3];
      await this.#callUndoable(who(worker), "box.move", { code, to, reason: "搬" });
      return true;
    },
    undo: async ({ a }, worker) => {
      const eventId = this.#events[this.#events.length - 1 - (a % 5)];
      if (!eventId) return false;
      await this.#call(who(worker), "box.undo", { eventId });
      return true;
    },
    deliver: async ({ a, b, quantity }, worker) => {
      const itemId = [this.world.mask.id, this.second, this.kit][a % 3]!;
      const answer = await this.#call(who(worker), "delivery.create", {
        warehouseId: this.world.warehouse.id,
        siteId: (b % 2 === 0 ? this.world.site : this.world.fieldHospital).id,
        boxes: "1",
        lines: [{ itemId, quantity: `${quantity}` }],
      });
      this.#planned.push({
        ...{ id: String(answer.id), code: String(answer.code), pin: String(answer.pin) },
        lines: [{ itemId, quantity: BigInt(quantity) }],
        good: [],
        handedOver: false,
        cancelled: false,
      });
      return true;
    },
    "pick box": async ({ a, b, quantity }, worker) => {
      const delivery = at(this.#planned, a);
      const box = delivery && (await this.#boxFor(delivery.id));
      if (!box) return false;
      await this.#callUndoable(who(worker), "box.pick", {
        deliveryId: delivery.id,
        code: b % 10 === 0 ? at(this.#codes, b) : box.code,
        quantity: b % 3 === 0 ? part(quantity, box) : "",
      });
      return true;
    },
    "finish picking": async ({ a, b }, worker) => {
      const delivery = at(this.#planned, a);
      if (!delivery) return false;
      const leaveBehind = b % 4 === 0;
      await this.#call(who(worker), "delivery.finish-picking", { deliveryId: delivery.id, leaveBehind });
      return true;
    },
    "load box": async (_act, worker) => {
      const [box] = await db.execute<{ code: string; deliveryId: string }>(sql`
        select l.code, b.delivery_id as "deliveryId" from boxes b join labels l on l.box_id = b.id
        join deliveries d on d.id = b.delivery_id
        where b.organization_id = ${this.world.organizationId} and d.status = 'planned' and b.loaded_at is null limit 1`);
      if (!box) return false;
      await this.#callUndoable(who(worker), "box.load", box);
      return true;
    },
    dispatch: async ({ a, b }) => {
      const delivery = at(this.#planned, a);
      if (!delivery) return false;
      const leaveBehind = b % 2 === 0;
      await this.#call("dispatcher", "delivery.dispatch", { deliveryId: delivery.id, leaveBehind });
      take(this.#planned, delivery);
      delivery.lines = await this.#linesOf(delivery.id);
      // Another worker called it off before this answer came: it is back in stock already.
      if (delivery.cancelled) return true;
      this.#sent.push(delivery);
      for (const { itemId, quantity } of delivery.lines) this.#move(itemId, quantity, "stock", "road");
      return true;
    },
    cancel: async ({ a, b }, worker) => {
      const from = b % 4 === 0 ? this.#sent : this.#planned;
      const delivery = at(from, a);
      if (!delivery) return false;
      await this.#call(who(worker), "delivery.cancel", { deliveryId: delivery.id, reason: "封路" });
      delivery.cancelled = true;
      take(this.#planned, delivery);
      if (take(this.#sent, delivery)) {
        for (const { itemId, quantity } of delivery.lines) this.#move(itemId, quantity, "road", "stock");
      }
      return true;
    },
    confirm: async ({ a, b }) => {
      const delivery = at(this.#sent, a);
      if (!delivery) return false;
      const counted = delivery.lines.map(({ quantity }, i) => ({
        n: i + 1,
        good: quantity - (b % 3 === 0 ? quantity / 2n : 0n),
        reason: b % 3 === 0 ? "lost_on_the_way" : "",
      }));
      const receiver = { kind: "receiver", address: "192.0.2.1" } as const;
      const answer = await verb("delivery.confirm").call(receiver, uuidv7(), {
        code: delivery.code,
        pin: delivery.pin,
        name: "刘书记",
        lines: counted.map(({ good, ...line }) => ({ ...line, good: `${good}` })),
      });
      // Another worker signed it a moment ago: this count only stands beside theirs.
      if ((answer as Answer).signedBefore) return false;
      take(this.#sent, delivery);
      delivery.good = counted.map(({ good }) => good);
      this.#confirmed.push(delivery);
      delivery.lines.forEach(({ itemId, quantity }, i) => {
        this.#move(itemId, delivery.good[i]!, "road", "site");
        this.#move(itemId, quantity - delivery.good[i]!, "road", "dispute");
      });
      return true;
    },
    "hand over": async ({ a }) => {
      const delivery = at(this.#confirmed, a);
      if (!delivery) return false;
      await this.#call("site_contact", "delivery.hand-over", {
        deliveryId: delivery.id,
        households: "1",
        people: "2",
        handedOn: "2022-03-20",
      });
      take(this.#confirmed, delivery);
      delivery.lines.forEach(({ itemId }, i) => this.#move(itemId, delivery.good[i]!, "site", "households"));
      return true;
    },
    return: async ({ a, quantity }, worker) => {
      const delivery = at(this.#confirmed, a);
      const back = BigInt(quantity);
      if (!delivery) return false;
      await this.#call(who(worker), "return.receive", {
        deliveryId: delivery.id,
        warehouseId: this.world.warehouse.id,
        into: "quarantine",
        reason: "送多了",
        lines: [{ n: "1", quantity: `${back}` }],
      });
      delivery.good[0]! -= back;
      this.#move(delivery.lines[0]!.itemId, back, "site", "stock");
      return true;
    },
    assemble: async ({ quantity }, worker) => {
      const kits = BigInt(Math.ceil(quantity / 8));
      await this.#call(who(worker), "kit.assemble", {
        warehouseId: this.world.warehouse.id,
        itemId: this.kit,
        quantity: `${kits}`,
      });
      this.#assembled(kits);
      return true;
    },
    "take apart": async ({ a, quantity }, worker) => {
      const held = await this.#some("dock", a, this.world.warehouse.id, this.kit);
      if (!held) return false;
      const kits = BigInt(Math.ceil(quantity / 8));
      await this.#call(who(worker), "kit.take-apart", {
        warehouseId: this.world.warehouse.id,
        assetId: held.asset,
        accountId: held.account,
        quantity: `${kits}`,
      });
      this.#assembled(-kits);
      return true;
    },
    "write off": async ({ a, quantity }) => {
      const held = await this.#some("dock", a, this.world.warehouse.id);
      if (!held) return false;
      const asked = await this.#call("warehouse_keeper", "stock.write-off", {
        warehouseId: this.world.warehouse.id,
        assetId: held.asset,
        accountId: held.account,
        quantity: part(quantity, held),
        reason: "damaged",
        remark: "水浸",
      });
      await this.#call("administrator", "write-off.approve", { writeOffId: asked.id });
      this.#move(await this.#itemOf(held.asset), BigInt(part(quantity, held)), "stock", "loss");
      return true;
    },
    transfer: async ({ a, b, quantity }) => {
      const held = await this.#some(b % 2 === 0 ? "dock" : "bin", a, this.world.warehouse.id);
      if (!held) return false;
      const { id } = await this.#call("dispatcher", "transfer.send", {
        fromWarehouseId: this.world.warehouse.id,
        toWarehouseId: this.other.id,
        lines: [{ assetId: held.asset, accountId: held.account, quantity: part(quantity, held) }],
      });
      this.#transfers.push(String(id));
      return true;
    },
    "receive transfer": async ({ a, b }, worker) => {
      const transferId = at(this.#transfers, a);
      if (!transferId) return false;
      if (b % 2 === 0) await this.#call(who(worker), "transfer.cancel", { transferId, reason: "不调了" });
      else await this.#call("warehouse_keeper", "transfer.receive", { transferId });
      take(this.#transfers, transferId);
      return true;
    },
    count: async ({ a, quantity }, worker) => {
      const accountId = `${this.world.bin.accountId}`;
      const { id: stocktakeId } = await this.#call("warehouse_keeper", "stocktake.open", {
        warehouseId: this.world.warehouse.id,
        kind: "cycle",
        binIds: [this.world.bin.id],
      });
      try {
        const sheet = await getBinSheet(this.world.actors.administrator, String(stocktakeId), accountId);
        const seen = await this.#standing(accountId);
        const changed = a % 2 === 0 ? at(seen, a) : undefined;
        const counts = seen.map(({ asset, amount }) => ({
          assetId: asset,
          counted: `${asset === changed?.asset ? quantity : amount}`,
        }));
        await this.#call("warehouse_keeper", "stocktake.count-bin", {
          ...{ stocktakeId, accountId, since: sheet.since, counts },
        });
        await this.#call("administrator", "stocktake.approve", { stocktakeId, restReason: "lost" });
        if (changed) {
          const found = BigInt(quantity) - BigInt(changed.amount);
          const itemId = await this.#itemOf(changed.asset);
          if (found < 0n) this.#move(itemId, -found, "stock", "loss");
          else this.#move(itemId, found, "loss", "stock");
        }
        return true;
      } catch (error) {
        await this.#call(who(worker === 0 ? 1 : 0), "stocktake.cancel", {
          stocktakeId,
          reason: "重来",
        }).catch(() => undefined);
        throw error;
      }
    },
    reverse: async ({ a }) => {
      const gift = at(this.#gifts, a);
      if (!gift) return false;
      await this.#call("administrator", "entry.reverse", { entryId: gift.entryId, reason: "录错了" });
      take(this.#gifts, gift);
      this.#move(gift.itemId, gift.quantity, "stock", null);
      return true;
    },
  };

  async #call(role: keyof World["actors"], name: VerbName, body: unknown): Promise<Answer> {
    const actor: MemberActor = this.world.actors[role];
    return (await verb(name).call(actor, uuidv7(), body)) as Answer;
  }

  async #callUndoable(role: keyof World["actors"], name: VerbName, body: unknown): Promise<void> {
    const id = uuidv7();
    await verb(name).call(this.world.actors[role], id, body);
    this.#events.push(id);
  }

  #assembled(kits: bigint): void {
    const [from, to] = kits > 0n ? (["stock", "in kits"] as const) : (["in kits", "stock"] as const);
    const many = kits > 0n ? kits : -kits;
    this.#move(this.world.mask.id, many * 2n, from, to);
    this.#move(this.second, many, from, to);
    this.#move(this.kit, many, kits > 0n ? null : "stock", kits > 0n ? "stock" : null);
  }

  #move(itemId: string, quantity: bigint, from: Where | null, to: Where | null): void {
    if (from) this.#add(itemId, from, -quantity);
    if (to) this.#add(itemId, to, quantity);
  }

  #add(itemId: string, where: Where, quantity: bigint): void {
    const key = `${where}/${itemId}`;
    this.sums.set(key, (this.sums.get(key) ?? 0n) + quantity);
  }

  /** One of the balances of a kind of place, of whatever stands there now. */
  async #some(kind: "dock" | "bin" | "quarantine", a: number, warehouseId: string, itemId?: string) {
    const rows = await db.execute<{ account: string; asset: string; amount: string }>(sql`
      select b.account_id::text as account, b.asset_id::text as asset, b.amount::text
      from balances b
      join accounts a on a.id = b.account_id and a.kind = ${kind}
      join source_lots l on l.asset_id = b.asset_id
      join warehouses w on w.id = ${warehouseId}
      left join bins bin on bin.account_id = a.id
      where b.amount > 0 and (b.account_id in (w.dock_account_id, w.quarantine_account_id) or bin.warehouse_id = w.id)
        ${itemId ? sql`and l.item_id = ${itemId}::uuid` : sql``}
      order by b.account_id, b.asset_id ${itemId ? sql`` : sql`limit 1 offset ${a % 20}`}`);
    return rows[itemId ? a % rows.length : 0];
  }

  /** What goes with a delivery: less than was asked for, where some was left behind. */
  async #linesOf(deliveryId: string): Promise<Sent["lines"]> {
    const rows = await db.execute<{ itemId: string; quantity: string }>(sql`
      select item_id as "itemId", quantity::text from delivery_lines where delivery_id = ${deliveryId} order by n`);
    return rows.map(({ itemId, quantity }) => ({ itemId, quantity: BigInt(quantity) }));
  }

  /** A box that holds what a delivery still wants, where it wants it from. */
  async #boxFor(deliveryId: string) {
    const [box] = await db.execute<{ code: string; amount: string }>(sql`
      select l.code, least(c.quantity, p.quantity - p.picked)::text as amount
      from delivery_picks p
      join box_contents c on c.asset_id = p.asset_id
      join boxes b on b.id = c.box_id and b.account_id = p.from_account and b.delivery_id is null
      join labels l on l.box_id = b.id
      where p.delivery_id = ${deliveryId} and p.picked < p.quantity order by c.quantity <= p.quantity - p.picked desc limit 1`);
    return box;
  }

  /** What really stands in a bin: by the books, and what deliveries set aside and nobody took yet. */
  async #standing(account: string) {
    return [
      ...(await db.execute<{ asset: string; amount: string }>(sql`
        select asset::text, sum(amount)::text as amount from (
          select asset_id as asset, amount from balances where account_id = ${account}::bigint
          union all
          select p.asset_id, p.quantity - p.picked from delivery_picks p join deliveries d on d.id = p.delivery_id
          where p.from_account = ${account}::bigint and d.status = 'planned'
        ) there group by asset having sum(amount) > 0 order by asset`)),
    ];
  }

  async #itemOf(asset: string): Promise<string> {
    const known = this.#itemOfLot.get(asset);
    if (known) return known;
    const [row] = await db.execute<{ id: string }>(
      sql`select item_id as id from source_lots where asset_id = ${asset}::bigint`,
    );
    this.#itemOfLot.set(asset, row!.id);
    return row!.id;
  }
}

const verb = (name: VerbName) => verbNamed(name)!;

/** As many as asked for, or what there is; now and then one too many. */
const part = (quantity: number, { amount }: { amount: string }) =>
  quantity % 9 === 0 ? `${BigInt(amount) + 1n}` : `${BigInt(quantity) < BigInt(amount) ? quantity : amount}`;

const who = (worker: number) => (worker % 2 === 0 ? "warehouse_keeper" : "administrator");

const at = <Thing>(list: readonly Thing[], n: number): Thing | undefined =>
  list.length === 0 ? undefined : list[n % list.length];

function take<Thing>(list: Thing[], thing: Thing): boolean {
  const index = list.indexOf(thing);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
