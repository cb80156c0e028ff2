import { CircleAlert } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { paths } from "./paths.ts";
import { PublicLayout } from "./public-layout.tsx";
import { useLocation } from "./router.ts";

/**
 * The page for what went wrong: what it is, what is safe, what to do, and a reference for server errors. `error` is
 * what a loader, an action or a component threw. A thrown answer may carry `{ message, reference }`: `message` is a
 * sentence in the reader's language and stands instead of the general one.
 */
export function ErrorPage({ error, reference }: { error: unknown; reference?: string | undefined }) {
  const { errorPages: words, actions, navigation } = useMessages().common;
  const { pathname, search } = useLocation();
  const facts = factsOf(error);
  const kind = kindOf(facts.status, error);
  const shownReference =
    kind === "server" || kind === "database" ? (facts.reference ?? reference) : undefined;

  return (
    <PublicLayout>
      <div className="wrap">
        <section className="sheet grid justify-items-start gap-4">
          <h1>
            <CircleAlert aria-hidden className="text-bad" /> {words[`${kind}Title`]}
          </h1>
          <p className="max-w-2xl text-lead">{facts.message ?? words[`${kind}Text`]}</p>
          {shownReference && (
            <p>
              {words.reference} <Code>{shownReference}</Code>
            </p>
          )}
          <p className="flex flex-wrap gap-2">
            {kind === "signIn" ? (
              <LinkButton
                tone="primary"
                href={`${paths.signIn}?next=${encodeURIComponent(pathname + search)}`}
              >
                {navigation.signIn}
              </LinkButton>
            ) : (
              retryable.has(kind) && (
                <LinkButton tone="primary" href={pathname + search} document>
                  {actions.tryAgain}
                </LinkButton>
              )
            )}
            {kind === "notFound" && (
              <LinkButton tone="primary" href={paths.lookUp}>
                {navigation.lookUp}
              </LinkButton>
            )}
            <LinkButton href={paths.home}>{actions.goHome}</LinkButton>
          </p>
        </section>
      </div>
    </PublicLayout>
  );
}

type Kind = "notFound" | "forbidden" | "signIn" | "gone" | "busy" | "database" | "offline" | "server";

const retryable = new Set<Kind>(["busy", "database", "offline", "server"]);

const kinds = new Map<number, Kind>([
  [401, "signIn"],
  [403, "forbidden"],
  [404, "notFound"],
  [405, "notFound"],
  [410, "gone"],
  [429, "busy"],
  [503, "database"],
]);

function kindOf(status: number | undefined, error: unknown): Kind {
  const noAnswer = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  if (noAnswer) return "offline";
  return kinds.get(status ?? 500) ?? "server";
}

/** What a thrown `Response` or `data(…)` says of itself, without trusting its shape. */
function factsOf(error: unknown): { status?: number; message?: string; reference?: string } {
  if (typeof error !== "object" || error === null || error instanceof Error) return {};
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  const data = "data" in error && typeof error.data === "object" && error.data !== null ? error.data : {};
  return {
    ...(status !== undefined && { status }),
    ...("message" in data && typeof data.message === "string" && { message: data.message }),
    ...("reference" in data && typeof data.reference === "string" && { reference: data.reference }),
  };
}
