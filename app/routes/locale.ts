import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { isLocale } from "#app/i18n/locale.ts";
import { preferenceCookie } from "#app/session/cookie.server.ts";
import { safeReturnPath } from "#app/session/return-path.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale");
  const headers = new Headers();
  if (isLocale(locale)) headers.append("Set-Cookie", preferenceCookie("locale", locale));
  return redirect(safeReturnPath(form.get("returnTo")), { headers, status: 303 });
}

export function loader() {
  return redirect("/");
}
