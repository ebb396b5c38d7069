"""Puts config and credentials bytes to botocore, which is what boto3 and the AWS CLI read with.

Standard input: JSON lines of {id, config, credentials, profile?, profiles?}, the files in base64 or
null; `profiles` is a list of names, or true for all that botocore reads. Standard output: JSON lines
of {id, read, resolve?, resolves?}.

Nothing is run, opened or asked for: what a credential source would do is cut off behind the choice.
"""

import atexit
import base64
import json
import os
import shutil
import sys
import tempfile

home = tempfile.mkdtemp(prefix="awscfg-")
atexit.register(shutil.rmtree, home, ignore_errors=True)
for name in list(os.environ):
    if name.startswith(("AWS_", "BOTO")):
        del os.environ[name]
os.environ.update(HOME=home, USERPROFILE=home, AWS_EC2_METADATA_DISABLED="true")

from botocore import credentials, session, tokens  # noqa: E402
from botocore.credentials import Credentials  # noqa: E402

PATHS = {kind: os.path.join(home, kind) for kind in ("config", "credentials")}


class Process:
    """Stands in for subprocess.Popen: fails as it does on an empty command, and runs nothing."""

    returncode = 0

    def __init__(self, command, **_):
        command[0]

    def communicate(self):
        keys = {"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "B"}
        return json.dumps(keys).encode(), b""


credentials.ProcessProvider.__init__.__defaults__ = (Process,)
credentials.CanonicalNameCredentialSourcer.source_credentials = (
    lambda self, name: Credentials("A", "B", method="environment")
)
# The AWS CLI brings awscrt; without it botocore refuses every profile with login_session.
credentials.EC = credentials.EC or object()
credentials.LoginCredentialFetcher.load_cached_credentials = lambda self: {
    "access_key": "A",
    "secret_key": "B",
    "token": "C",
    "expiry_time": "2999-01-01T00:00:00Z",
    "account_id": "1",
}
# A wrapper that hides the fetcher behind a closure.
credentials.create_mfa_serial_refresher = lambda refresh: refresh


def shown(error):
    text = str(error)
    for kind, path in PATHS.items():
        text = text.replace(path, "/" + kind)
    return text


def new_session(profile=None):
    made = session.Session(profile=profile)
    made.set_config_variable("config_file", PATHS["config"])
    made.set_config_variable("credentials_file", PATHS["credentials"])
    return made


def flat(sections):
    return {
        name: {
            key if sub is None else f"{key}.{sub}": value
            for key, values in settings.items()
            for sub, value in (
                values.items() if isinstance(values, dict) else [(None, values)]
            )
        }
        for name, settings in sections.items()
    }


def read():
    try:
        full = dict(new_session().full_config)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {shown(error)}"}
    known = {
        "profiles": flat(full.pop("profiles")),
        "sso_sessions": flat(full.pop("sso_sessions", {})),
        "services": flat(full.pop("services", {})),
    }
    return {**known, "other_sections": flat(full)} if full else known


def describe(found):
    """What credentials were made of; an error where the first use would be one, whatever the cache holds."""
    if found is None or found.method == "environment":
        return {"source": "none"}
    if found.method == "assume-role":
        fetcher = found._refresh_using.__self__
        base = describe(fetcher._source_credentials)
        return {"source": "role", "role_arn": fetcher._role_arn, "base": base}
    if found.method == "sso":
        fetcher = found._refresh_using.__self__
        if fetcher._token_provider:
            fetcher._token_provider.load_token()
        name = fetcher._sso_session_name
        return {
            "source": "sso",
            **({} if name is None else {"session": name}),
            "start_url": fetcher._start_url,
            "region": fetcher._sso_region,
            "account": fetcher._account_id,
            "role": fetcher._role_name,
        }
    return {
        "source": {
            "shared-credentials-file": "static",
            "config-file": "static",
            "custom-process": "process",
            "assume-role-with-web-identity": "web-identity",
            "login": "login",
        }[found.method]
    }


def resolve(profile):
    made = new_session(profile)
    try:
        found = made.get_credentials()
        if found is not None:
            return describe(found)
    except Exception as error:
        return {"error": shown(error)}
    try:
        token = tokens.SSOTokenProvider(made, profile_name=profile).load_token()
    except Exception:
        token = None
    return {"source": "none" if token is None else "token"}


def answer(request):
    for kind, path in PATHS.items():
        if os.path.exists(path):
            os.remove(path)
        if request[kind] is not None:
            with open(path, "wb") as file:
                file.write(base64.b64decode(request[kind]))
    answered = {"id": request["id"], "read": read()}
    if "profile" in request:
        answered["resolve"] = resolve(request["profile"])
    names = request.get("profiles")
    if names:
        if names is True:
            names = answered["read"].get("profiles", {"default": {}})
        answered["resolves"] = {name: resolve(name) for name in names}
    return answered


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
