import { LogOut, Search, User } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { Brand } from "./brand.tsx";
import { DeskMenu, type MenuGroup } from "./desk-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Menu } from "./menu.tsx";
import { paths } from "./paths.ts";
import { Form } from "./router.ts";
import { SkipLink } from "./skip-link.tsx";

/**
 * The office screens: menu at the left (behind a button on phones), the response, organization and person on top.
 * `searchAction` is where a typed or scanned number is looked up (GET, parameter `q`); without it there is no box.
 */
export function DeskLayout(props: {
  menu: MenuGroup[];
  organization: string;
  person: string;
  response?: string;
  searchAction?: string;
  children: ReactNode;
}) {
  const { navigation } = useMessages().common;
  return (
    <>
      <SkipLink />
      <div className="desk">
        <nav className="side" aria-label={navigation.main}>
          <Brand href={paths.desk} />
          <DeskMenu groups={props.menu} />
        </nav>
        <div>
          <header className="top">
            <Menu>
              <DeskMenu groups={props.menu} />
            </Menu>
            {props.searchAction && <Find action={props.searchAction} />}
            {props.response && <Tag tone="edge">{props.response}</Tag>}
            <Who {...props} />
          </header>
          <main className="main" id="main">
            {props.children}
          </main>
        </div>
      </div>
    </>
  );
}

function Find({ action }: { action: string }) {
  const { navigation } = useMessages().common;
  return (
    <Form className="find" role="search" aria-label={navigation.search} method="get" action={action}>
      <Search aria-hidden />
      <input
        className="input"
        type="search"
        name="q"
        aria-label={navigation.search}
        placeholder={navigation.searchHint}
      />
    </Form>
  );
}

function Who(props: { organization: string; person: string }) {
  const { navigation } = useMessages().common;
  return (
    <div className="who">
      <span className="truncate">
        <User aria-hidden /> {props.person} · {props.organization}
      </span>
      <LanguageSwitch />
      <Form method="post" action={paths.signOut}>
        <Button tone="quiet" icon={LogOut}>
          {navigation.signOut}
        </Button>
      </Form>
    </div>
  );
}
