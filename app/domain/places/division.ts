/** A township (街镇, nine digits) or a committee (居委会/村委会, twelve digits) by its division code. */
export type Division = { code: string; name: string };
