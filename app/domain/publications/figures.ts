import { z } from "zod";
import { donorKinds, itemCategories, siteKinds } from "#db/vocabulary";

/** Fen or base units; text in the stored JSON. */
const whole = z.union([z.string().regex(/^-?\d+$/), z.bigint()]).transform((value) => BigInt(value));
const flow = z.object({
  opening: whole,
  received: whole,
  converted: whole,
  out: whole,
  lost: whole,
  closing: whole,
});
const balanceRow = z.object({
  item: z.object({ name: z.string(), unit: z.string(), category: z.enum(itemCategories) }).nullable(),
  restricted: z.boolean(),
  quantity: flow.nullable(),
  value: flow,
});

/** Every figure of a publication that is not a line of a table, frozen when it is published. Values in fen. */
export const Figures = z.object({
  organization: z.object({
    name: z.string(),
    uscc: z.string().nullable(),
    hotline: z.string().nullable(),
  }),
  response: z.object({ name: z.string(), nameEn: z.string() }),
  /** Ids of the organizations whose entries are counted: its own, and those whose books it keeps. */
  books: z.array(z.string()).default([]),
  campaign: z.object({ name: z.string(), filingNumber: z.string().nullable() }).nullable(),
  /** Who drew it up, as official tables print it (制表). */
  preparedBy: z.string(),
  asOf: z.iso.datetime(),
  receipts: z.object({ rows: z.int(), moneyFen: whole, goodsFen: whole, unvaluedRows: z.int() }),
  distributions: z.object({ rows: z.int(), moneyFen: whole, goodsFen: whole }),
  balance: z.object({
    money: z.array(balanceRow),
    goods: z.array(balanceRow),
    moneyTotal: flow,
    goodsTotal: flow,
  }),
  /** Where it went; null: money that was spent for no township in particular. */
  townships: z.array(z.object({ name: z.string().nullable(), lines: z.int(), valueFen: whole })),
  sites: z.array(
    z.object({
      name: z.string(),
      township: z.string().nullable(),
      kind: z.enum(siteKinds).nullable(),
      lines: z.int(),
      valueFen: whole,
    }),
  ),
  /** Name null: all who did not agree to be named, together (慈善法 art. 82). */
  donors: z.array(
    z.object({
      name: z.string().nullable(),
      kind: z.enum(donorKinds).nullable(),
      lines: z.int(),
      moneyFen: whole,
      goodsFen: whole,
    }),
  ),
});
export type Figures = z.output<typeof Figures>;

/** What a publication's figures say of whose books they are; everything else is added up. */
export type Named = Pick<Figures, "organization" | "response" | "books" | "campaign" | "preparedBy" | "asOf">;

/** As it is stored and written to JSON files: whole numbers beyond a double's reach are text. */
export const figuresText = (figures: Figures): string =>
  JSON.stringify(figures, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));

/** A figure that two versions of a report have in common, for what a correction changed. */
export interface Compared {
  name: keyof typeof headlines;
  before: bigint;
  after: bigint;
}

const headlines = {
  moneyReceived: ({ receipts }: Figures) => receipts.moneyFen,
  moneySpent: ({ distributions }: Figures) => distributions.moneyFen,
  moneyLeft: ({ balance }: Figures) => balance.moneyTotal.closing,
  goodsReceived: ({ receipts }: Figures) => receipts.goodsFen,
  goodsHandedOut: ({ distributions }: Figures) => distributions.goodsFen,
  goodsLost: ({ balance }: Figures) => balance.goodsTotal.lost,
  goodsLeft: ({ balance }: Figures) => balance.goodsTotal.closing,
};

/** The figures a report opens with, of two versions, whether they differ or not. */
export const compareFigures = (before: Figures, after: Figures): Compared[] =>
  (Object.keys(headlines) as (keyof typeof headlines)[]).map((name) => ({
    name,
    before: headlines[name](before),
    after: headlines[name](after),
  }));
