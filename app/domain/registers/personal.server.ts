import { createHmac } from "node:crypto";
import { seal, unseal } from "../sealing/cipher.server.ts";

/** Who stands in a row, where a site keeps that: all of it is encrypted together. */
export type Personal = {
  door: string | null;
  name: string | null;
  phone: string | null;
};

const placeOf = (registerId: string, n: number): string => `register/${registerId}/${n}`;

export const isPersonal = ({ door, name, phone }: Personal): boolean =>
  door !== null || name !== null || phone !== null;

/** Encrypts what is personal in a row; null where nothing is. */
export const sealPersonal = (key: Buffer, registerId: string, n: number, row: Personal): Buffer | null =>
  isPersonal(row)
    ? seal(key, Buffer.from(JSON.stringify([row.door, row.name, row.phone])), placeOf(registerId, n))
    : null;

/** What `sealPersonal` encrypted. Throws SealBroken. */
export function unsealPersonal(key: Buffer, registerId: string, n: number, sealed: Buffer): Personal {
  const [door = null, name = null, phone = null] = JSON.parse(
    unseal(key, sealed, placeOf(registerId, n)).toString(),
  ) as (string | null)[];
  return { door, name, phone };
}

/**
 * Tells one set of personal data from another, for the request's own hash: with the response's key, so that once it is
 * destroyed nobody can try names against it.
 */
export const fingerprint = (key: Buffer, rows: readonly Personal[]): string =>
  createHmac("sha256", key)
    .update(JSON.stringify(rows.map(({ door, name, phone }) => [door, name, phone])))
    .digest("hex");
