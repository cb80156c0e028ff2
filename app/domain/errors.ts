/**
 * What a verb refuses, as a code and its particulars. The sentence for the reader is made from them in the reader's
 * language, by the dictionary `errors`.
 */
export interface DomainErrorParams {
  /** 404. No such thing, or out of reach: the two read the same. */
  not_found: { what: string };
  /** 403. This role never does this. */
  forbidden: { action: string };
  /** 401. */
  not_signed_in: Record<string, never>;
  /** 422. The same request id came before with another body. */
  request_reused: Record<string, never>;
  /** 422. Field messages, by path: keys of the dictionary `fields`. */
  invalid: { fields: Record<string, string> };
  /** 422. A character that no text can hold. */
  unstorable_text: Record<string, never>;
  /** 422. More than can be counted. */
  number_too_large: Record<string, never>;
  /** 409. A line asks for more than there is; amounts in base units. */
  insufficient_stock: { item: string; unit: string; wanted: string; available: string };
  /** 409. Amounts in fen. */
  insufficient_money: { fund: string; wantedFen: string; availableFen: string };
  /** 409. */
  already_confirmed: { at: string; by: string };
  /** 409. */
  not_dispatched: Record<string, never>;
  /** 409. */
  delivery_cancelled: Record<string, never>;
  /** 409. Somebody changed it meanwhile. */
  stale: { what: string };
  /** 403. */
  wrong_pin: { left: number };
  /** 423. Five wrong tries: the sender must issue a new PIN. */
  pin_locked: { organization: string; hotline: string };
  /** 403. */
  duties_apart: Record<string, never>;
  /** 404. The label's code: unknown, wrong check character, or replaced. */
  code_unknown: { code: string };
  code_misread: { code: string };
  /** 410. The label was replaced. */
  code_revoked: { number: string };
  /** 409. */
  already_reversed: Record<string, never>;
  not_reversible: { kind: string };
  /** 409. */
  already_exists: { what: string };
  /** 422. Several of a row's numbers exceed what is left, e.g. handing over more than was received. */
  more_than_left: { item: string; unit: string; wanted: string; left: string };
  /** 429. */
  rate_limited: { minutes: number };
  /** 401. */
  wrong_password: Record<string, never>;
  /** 410. */
  link_expired: Record<string, never>;
  /** 409. Somebody must be left who can invite the others. */
  last_administrator: Record<string, never>;
  /** 422. The upload; `code` is one of the reader's own. */
  unreadable_workbook: { code: string; detail: string };
  /** 409. */
  already_imported: { at: string; fileName: string };
  import_has_problems: { count: number };
  /** 409. A report that does not add up is not published. */
  does_not_balance: { differenceFen: string };
  /** 503. */
  database_unreachable: { reference: string };
  /** 500. */
  unexpected: { reference: string };
}

export type DomainErrorCode = keyof DomainErrorParams;

const statusOf: Record<DomainErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  not_signed_in: 401,
  request_reused: 422,
  invalid: 422,
  unstorable_text: 422,
  number_too_large: 422,
  insufficient_stock: 409,
  insufficient_money: 409,
  already_confirmed: 409,
  not_dispatched: 409,
  delivery_cancelled: 409,
  stale: 409,
  wrong_pin: 403,
  pin_locked: 423,
  duties_apart: 403,
  code_unknown: 404,
  code_misread: 404,
  code_revoked: 410,
  already_reversed: 409,
  not_reversible: 409,
  already_exists: 409,
  more_than_left: 422,
  rate_limited: 429,
  wrong_password: 401,
  link_expired: 410,
  last_administrator: 409,
  unreadable_workbook: 422,
  already_imported: 409,
  import_has_problems: 422,
  does_not_balance: 409,
  database_unreachable: 503,
  unexpected: 500,
};

/** The one error a verb throws on purpose. `status` is its HTTP status. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  readonly code: Code;
  readonly params: DomainErrorParams[Code];

  constructor(code: Code, params: DomainErrorParams[Code]) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "DomainError";
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

export function refuse<Code extends DomainErrorCode>(code: Code, params: DomainErrorParams[Code]): never {
  throw new DomainError(code, params);
}

export const notFound = (what: string): never => refuse("not_found", { what });
