import { spawn } from "node:child_process";
import { once } from "node:events";
import { pino } from "pino";
import { roles } from "#db/vocabulary";
import { startDatabase } from "#app/database.server.ts";
import { settings } from "#app/settings.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";
import { tellDemoStory } from "./demo-story.server.ts";
import { DEMO_PASSWORD, demoEmail } from "./demo-words.ts";

/** `npm run demo`: builds, fills a database of its own with the case of 2022, and serves it. */
async function demo() {
  step("构建页面 Building");
  await run("npx", ["remix", "vite:build", "--logLevel", "warn"]);
  step("准备数据库 Preparing the database");
  const database = await startDatabase(pino({ level: "silent" }));
  try {
    step("读入 2022 年的案例 Loading the case of 2022");
    await tellDemoStory((line) => console.log(`    ${line}`));
  } finally {
    await database.close();
  }
  step("启动 Starting");
  const server = spawn(process.execPath, ["build/server/index.js"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 0));
  await untilReady(`http://127.0.0.1:${settings().port}/readyz`);
  invite();
}

const step = (words: string): void => console.log(`\n▸ ${words}`);

async function run(command: string, parameters: string[]): Promise<void> {
  const child = spawn(command, parameters, { stdio: "inherit", shell: process.platform === "win32" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${command} ${parameters.join(" ")} ended with ${code}`);
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the server did not get ready: ${url}`);
}

function invite(): void {
  console.log(`
  接力 Jieli  ${settings().publicUrl}

  每种角色一个示例账号，密码都是 ${DEMO_PASSWORD}
  One sign-in for each role; the password is ${DEMO_PASSWORD}
${roles.map((role) => `    ${role.padEnd(17)} ${demoEmail(role)}`).join("\n")}

  按 Ctrl+C 停止。Press Ctrl+C to stop.
`);
}

demo().catch(reportAndExit);
