import { z } from "zod";
import { donorKinds, itemCategories, siteKinds } from "#db/vocabulary";

/** Fen or base units; text in the stored JSON. */
const whole = z.union([z.string().regex(/^-?\d+$/), z.bigint()]).transform((value) => BigInt(value));
const count = z.int();
/** A quantity in base units with its value in fen. */
const pair = z.object({ quantity: whole, valueFen: whole });

/** Everything the public home shows, computed once per change of the books. All values in fen, dates civil. */
export const PublicSummary = z.object({
  computedAt: z.iso.datetime(),
  /** How many entries the figures are the sum of. */
  entries: count,
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  responses: z.array(z.object({ name: z.string(), nameEn: z.string() })),
  publishers: z.array(
    z.object({ name: z.string(), uscc: z.string().nullable(), hotline: z.string().nullable() }),
  ),
  money: z.object({
    gifts: count,
    receivedFen: whole,
    restrictedFen: whole,
    purchasesFen: whole,
    grantsFen: whole,
    leftFen: whole,
  }),
  goods: z.object({
    lots: count,
    kinds: count,
    deliveries: count,
    deliveriesWithDifferences: count,
    /** Differences that nobody has settled yet. */
    openCases: count,
    receivedFen: whole,
    handedOutFen: whole,
    lostFen: whole,
    leftFen: whole,
    unvaluedLots: count,
    /** The items of which what came in and was converted, less what went out and was lost, is not what is there. */
    itemsOff: count,
  }),
  /** Promised and not yet here; in no total. */
  pledged: z.object({ moneyFen: whole, moneyPledges: count, goodsPledges: count }),
  reached: z.object({
    townships: count,
    fieldHospitals: count,
    hospitals: count,
    otherSites: count,
    organizations: count,
    households: count,
    people: count,
  }),
  items: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      category: z.enum(itemCategories),
      received: pair,
      /** Kits made, less kits taken apart; components the other way round. The values of all items add up to nothing. */
      converted: pair,
      handedOut: pair,
      lost: pair,
      left: pair,
    }),
  ),
  unvalued: z.array(
    z.object({ giftNumber: z.string(), on: z.string(), item: z.string(), unit: z.string(), quantity: whole }),
  ),
  /** Name null: all who did not agree to be named, together. */
  donors: z.array(z.object({ name: z.string().nullable(), gifts: count, moneyFen: whole, goodsFen: whole })),
  donorCount: count,
  townships: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      deliveries: count,
      sites: count,
      valueFen: whole,
      /** Needs that sites there asked for and that were not withdrawn or declined, and how many of them were met. */
      needsAsked: count,
      needsMet: count,
    }),
  ),
  needs: z.object({
    open: count,
    met: count,
    /** Of what open needs ask for: lines in the sites' own words that no item of the catalogue stands for. */
    otherWishes: count,
    items: z.array(
      z.object({
        name: z.string(),
        unit: z.string(),
        sites: count,
        /** Of lines in the item's base unit; null when all are in units of the sites' own. */
        wanted: whole.nullable(),
        onTheWay: whole,
        inStock: whole,
      }),
    ),
  }),
  latest: z.array(
    z.object({
      number: z.string(),
      confirmedAt: z.iso.datetime(),
      township: z.string(),
      site: z.string(),
      lines: z.array(
        z.object({
          item: z.string(),
          unit: z.string(),
          quantity: whole,
          packName: z.string().nullable(),
          packSize: whole.nullable(),
          short: whole,
          damaged: whole,
        }),
      ),
    }),
  ),
  sources: z.array(
    z.object({
      from: z.enum([...donorKinds, "supplier"]),
      category: z.enum(itemCategories),
      valueFen: whole,
    }),
  ),
  destinations: z.array(
    z.object({
      category: z.enum(itemCategories),
      to: z.enum([...siteKinds, "left", "lost"]),
      valueFen: whole,
    }),
  ),
  /** What had come and gone by the end of each day or week, at most about 60 points. */
  timeline: z.array(
    z.object({
      on: z.string(),
      moneyReceived: whole,
      moneySpent: whole,
      goodsReceived: whole,
      goodsHandedOut: whole,
    }),
  ),
});
export type PublicSummary = z.output<typeof PublicSummary>;

export type TimelinePoint = PublicSummary["timeline"][number];
