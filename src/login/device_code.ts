import { StartDeviceAuthorizationCommand } from "@aws-sdk/client-sso-oidc";
import { openBrowser } from "./browser.ts";
import type { Context } from "./context.ts";
import { countdown } from "./countdown.ts";
import { isLoopback } from "./endpoint.ts";
import type { FlowResult } from "./flow_result.ts";
import { pause } from "./pause.ts";
import { plainText } from "./plain_text.ts";
import { qrCode } from "./qr_code.ts";
import type { Registration } from "./registration.ts";
import { serviceProblem } from "./service_problem.ts";
import { labelOf } from "./session.ts";
import { tokenRequest } from "./token_request.ts";

/** RFC 8628: what to wait where the service does not say, and how much more each time it says so. */
const INTERVAL = 5;
const SLOWER = 5;
/** Whatever the service says, it is not asked without a pause. */
const LEAST = 0.1;

interface Device {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly url: URL;
  readonly until: Date;
  readonly interval: number;
}

/** Signs in with a code that is confirmed in a browser on any machine. */
export async function deviceCode(
  context: Context,
  { registration, browse }: { registration: Registration; browse: boolean },
): Promise<FlowResult> {
  const device = await start(context, registration);
  if (!("deviceCode" in device)) return device;
  const { machine } = context;
  show(context, device);
  if (browse) await openBrowser(device.url, { machine });
  const done = countdown(machine, {
    text: "Waiting for the browser",
    until: device.until,
  });
  try {
    return await poll(context, { registration, device });
  } finally {
    done();
  }
}

async function start(
  { services, session, signal, machine }: Context,
  { clientId, clientSecret }: Registration,
): Promise<Device | FlowResult> {
  try {
    const answer = await services.oidc.send(
      new StartDeviceAuthorizationCommand({
        clientId,
        clientSecret,
        startUrl: session.startUrl,
      }),
      { abortSignal: signal },
    );
    const url = safeUrl(
      answer.verificationUriComplete ?? answer.verificationUri,
    );
    if (!answer.deviceCode || !url) {
      const text = "the answer holds no code that can be confirmed";
      return { problem: { kind: "unknown", text } };
    }
    const now = machine.now().getTime();
    return {
      deviceCode: answer.deviceCode,
      userCode: plainText(answer.userCode ?? ""),
      url,
      until: new Date(now + (answer.expiresIn ?? 600) * 1000),
      interval: Math.max(LEAST, answer.interval ?? INTERVAL),
    };
  } catch (error) {
    return { problem: serviceProblem(error) };
  }
}

/** What is opened in a browser is a page of the web, whoever sent the address. */
function safeUrl(text: string | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === "https:" ||
      url.protocol === "http:" && isLoopback(url.hostname)
    ? url
    : undefined;
}

function show(
  { machine, session, say }: Context,
  { url, userCode, until }: Device,
): void {
  const minutes = Math.round(
    (until.getTime() - machine.now().getTime()) / 60_000,
  );
  const picture = machine.isTerminal("stderr")
    ? qrCode(url.href, machine.columns() ?? 80)
    : undefined;
  say(
    `Sign in to ${
      labelOf(session)
    }: open this address in a browser, on any machine, and confirm if it shows this code:

  ${url.href}

  Code: ${userCode}   (valid for ${Math.max(1, minutes)} min)
${picture ? `\n${picture}\n` : ""}`,
  );
}

async function poll(
  context: Context,
  { registration, device }: { registration: Registration; device: Device },
): Promise<FlowResult> {
  const { machine, signal } = context;
  let { interval } = device;
  for (;;) {
    if (!await pause(interval * 1000, signal)) {
      return { problem: { kind: "aborted", text: "" } };
    }
    const result = await tokenRequest(context, {
      registration,
      grantType: "urn:ietf:params:oauth:grant-type:device_code",
      deviceCode: device.deviceCode,
    });
    if ("grant" in result) return result;
    const { kind } = result.problem;
    if (kind === "slow-down") interval += SLOWER;
    else if (!passing.has(kind)) return result;
    if (machine.now() > device.until) {
      // The network may be the reason: then the service could not say that the code is too old.
      return kind === "pending" || kind === "slow-down"
        ? { problem: { kind: "expired", text: "" } }
        : result;
    }
  }
}

/** Polling goes on: the user may still confirm. */
const passing: ReadonlySet<string> = new Set([
  "pending",
  "network",
  "server",
  "throttled",
]);
