import { useMessages } from "#app/i18n/provider.tsx";
import { paths } from "./paths.ts";
import { Link } from "./router.ts";

/** Who answers for the public figures. `uscc` is the unified social credit code, `filing` the 备案编号. */
export interface Publisher {
  organization: string;
  uscc?: string;
  filing?: string;
  hotline?: string;
}

export function Footer({ publisher }: { publisher: Publisher }) {
  const { footer, navigation } = useMessages().common;
  const facts = [
    publisher.uscc && `${footer.uscc} ${publisher.uscc}`,
    publisher.filing && `${footer.filing} ${publisher.filing}`,
  ].filter(Boolean);
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <b>{publisher.organization}</b>
          {facts.map((fact) => ` · ${fact}`)}
        </p>
        <p>
          {publisher.hotline && `${footer.hotline} ${publisher.hotline} · `}
          {footer.authority}
        </p>
        <p>
          <Link to={paths.data}>{navigation.data}</Link> ·{" "}
          <Link to={paths.privacy}>{navigation.privacy}</Link>
        </p>
      </div>
    </footer>
  );
}
