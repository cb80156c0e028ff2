import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Imports run one way: routes, jobs, api, commands → session → domain → db. What a room may not import, by pattern. */
const refuse = (...groups) => ({
  "@typescript-eslint/no-restricted-imports": ["error", { patterns: [...everywhere, ...groups] }],
});

const everywhere = [
  { group: ["remix"], message: "The package `remix` only throws; import @remix-run/*." },
  { group: ["**/shared/**"], message: "Nothing reads files outside the project." },
];
const framework = {
  group: ["@remix-run/*"],
  message: "Only routes, entries, session, the server and components/layout/router know the framework.",
};
const rooms = (names, message) => ({
  regex: `^(#app/|(\\.\\./)+)(${names.join("|")})/`,
  message,
});
const serverCode = {
  regex: "^#db$|\\.server\\.ts$",
  message: "The browser would carry server code.",
  allowTypeImports: true,
};

/** Within the domain: reports → deliveries, gifts, payments, imports … → stock, funds → ledger → items, places, people. */
const nouns = {
  top: ["reports", "trace", "questions", "publications", "log"],
  middle: [
    ...["imports", "deliveries", "gifts", "pledges", "payments"],
    ...["boxes", "consignments", "kits", "returns", "stocktakes", "transfers", "write-offs", "cases", "runs"],
    ...["receipts", "registers", "needs", "clocks", "disclosures"],
  ],
  lower: ["stock", "funds", "notices", "photos", "sealing"],
};
const domainRoom = (names) => ({
  regex: `(^#app/domain/|\\.\\./)(${names.join("|")})/`,
  message: "Inside the domain imports run towards the ledger, never back.",
});
const outward = rooms(
  ["routes", "session", "api", "jobs", "components", "commands", "web"],
  "The domain knows no caller.",
);

export default tseslint.config(
  {
    ignores: [
      "build",
      "node_modules",
      ".data",
      ".cache",
      "db/migrations",
      "playwright-report",
      "test-results",
      "public",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "no-irregular-whitespace": ["error", { skipTemplates: true, skipComments: true }],
      ...refuse(),
    },
  },
  {
    files: ["app/**/*.tsx", "app/components/**"],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.recommended.rules,
  },
  { files: ["app/domain/**"], rules: refuse(framework, outward) },
  {
    files: ["app/domain/{ledger,items,places,donors,people,organizations}/**"],
    rules: refuse(framework, outward, domainRoom([...nouns.top, ...nouns.middle, ...nouns.lower])),
  },
  {
    files: ["app/domain/{stock,funds,notices,photos,sealing}/**"],
    rules: refuse(framework, outward, domainRoom([...nouns.top, ...nouns.middle])),
  },
  {
    files: nouns.middle.map((noun) => `app/domain/${noun}/**`),
    rules: refuse(framework, outward, domainRoom(nouns.top)),
  },
  {
    files: ["app/components/**"],
    ignores: ["app/components/layout/router.ts", "app/components/**/*.server.ts"],
    rules: refuse(
      framework,
      rooms(["routes", "api", "jobs", "commands"], "Components know no page."),
      serverCode,
    ),
  },
  {
    files: ["app/routes/**"],
    rules: refuse(rooms(["api", "jobs", "commands"], "A page calls verbs and queries."), {
      regex: "^#db$",
      message: "No SQL in a route: call a query of the domain.",
    }),
  },
  { files: ["app/{api,jobs}/**"], rules: refuse(framework, rooms(["routes"], "No way back from here.")) },
  {
    files: ["db/**"],
    rules: refuse(framework, { regex: "^#app/", message: "The database knows nothing of the application." }),
  },
);
