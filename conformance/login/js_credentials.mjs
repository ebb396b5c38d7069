// Prints the access key of a profile as the JavaScript SDK resolves it through SSO, or its error.
import process from "node:process";
import { fromSSO } from "@aws-sdk/credential-provider-sso";

try {
  const { accessKeyId } = await fromSSO({ profile: process.argv[2] })();
  console.log(JSON.stringify({ accessKeyId }));
} catch (error) {
  console.log(JSON.stringify({ error: error.name, message: error.message }));
}
