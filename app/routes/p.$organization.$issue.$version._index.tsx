import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download, ShieldCheck } from "lucide-react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { Link } from "#app/components/layout/router.ts";
import { PublicationBreakdowns } from "#app/components/publications/publication-breakdowns.tsx";
import { PublicationChanges } from "#app/components/publications/publication-changes.tsx";
import { PublicationFiles } from "#app/components/publications/publication-files.tsx";
import { PublicationSums } from "#app/components/publications/publication-sums.tsx";
import { PublicationVersions } from "#app/components/publications/publication-versions.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { ordinal, publicationPath } from "#app/domain/publications/address.ts";
import { getPublication } from "#app/domain/publications/get.server.ts";
import { publicationHead } from "#app/domain/publications/head.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [organization = "", issue, version] = [
    params.organization,
    ordinal(params.issue),
    ordinal(params.version),
  ];
  const asked = version === undefined ? undefined : issue;
  const [publication, actor] = await Promise.all([
    found(request, getPublication(organization, asked, version)),
    actorOf(request),
  ]);
  const locale = localeOf(request);
  const { code, figures } = publication;
  const address = { organization: code, issue: publication.issue, version: publication.version };
  const url = settings().publicUrl + publicationPath(address);
  const head = publicationHead({ ...publication, url }, figures, messagesFor(locale), locale);
  const title = pageTitle(request, () => `${head.title} · ${publication.organization}`);
  return { publication, address, head, signedIn: actor !== null, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicationPage() {
  const { publication, address, head, signedIn } = useLoaderData<typeof loader>();
  const { publications: words, reports } = useMessages();
  const { name, uscc, hotline } = publication.figures.organization;
  const publisher = {
    organization: name,
    ...(uscc !== null && { uscc }),
    ...(hotline !== null && { hotline }),
  };
  return (
    <PublicLayout signedIn={signedIn} publisher={publisher}>
      <div className="wrap grid grid-cols-1 gap-5">
        <PageHead
          title={words.issueAndVersion(publication.issue, publication.version)}
          note={<span lang="zh-CN">{name}</span>}
          actions={
            <>
              {(["report.pdf", "report.xlsx"] as const).map((file) => (
                <LinkButton key={file} href={publicationPath(address, file)} icon={Download} download>
                  {words.fileNames[file]}
                </LinkButton>
              ))}
              <LinkButton href={publicationPath(address, "report.html")} document>
                {words.fileNames["report.html"]}
              </LinkButton>
            </>
          }
        />
        <Standing />
        <dl className="grid grid-cols-1 gap-x-8 gap-y-1 text-desk desk:grid-cols-3">
          {head.facts.map(({ label, text }) => (
            <div key={label} className="flex gap-2">
              <dt className="flex-none text-ink-2">{label}</dt>
              <dd className="min-w-0 break-words">{text}</dd>
            </div>
          ))}
        </dl>
        <PublicationSums figures={publication.figures} />
        {publication.changes && (
          <Section title={words.changes}>
            <PublicationChanges changes={publication.changes} />
          </Section>
        )}
        <PublicationBreakdowns figures={publication.figures} />
        <Section title={words.files}>
          <PublicationFiles address={address} files={publication.files} />
        </Section>
        <Section title={words.versions}>
          <PublicationVersions publication={publication} />
        </Section>
        <aside className="proof" aria-labelledby="check">
          <h2 id="check">
            <ShieldCheck aria-hidden /> {words.checkTitle}
          </h2>
          <p>{words.check}</p>
          <p>{words.fingerprint(`${publication.logSize}`, publication.fingerprint)}</p>
          <p className="mt-3">
            <LinkButton href={`/log/proof/${publication.id}.tlog-proof`} icon={Download} download>
              {words.proof}
            </LinkButton>
          </p>
        </aside>
        <p className="text-desk text-ink-2">
          {reports.head.authority} <Link to="/p">{words.back}</Link>
        </p>
      </div>
    </PublicLayout>
  );
}

/** Whether this version holds, and what a correction says: above every figure. */
function Standing() {
  const { publication, address } = useLoaderData<typeof loader>();
  const { publications: words } = useMessages();
  const { version, latest, correction } = publication;
  return (
    <>
      {version < latest && (
        <Note tone="warn">
          {words.correctedBanner(latest)}{" "}
          <Link to={publicationPath({ ...address, version: latest })}>{words.seeLatest}</Link>
        </Note>
      )}
      {correction !== null && (
        <Note tone="warn">
          <span lang="zh-CN">{words.correction(version, correction)}</span>
        </Note>
      )}
    </>
  );
}
