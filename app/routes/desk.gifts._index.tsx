import { redirect } from "@remix-run/node";

/** The gift ledger opens on money. */
export const loader = () => redirect("/desk/gifts/money");
