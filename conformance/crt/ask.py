"""Puts both files to the common runtime, one JSON line a case, and says what it reads and what
provider it makes of a profile.

The parser is asked through `read` (read.c); the provider is made by the released `awscrt`, whose log says of
what kind it is. Nobody is asked for credentials but a provider of keys, which only reads the files.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import awscrt.auth
import awscrt.io

GROUPS = ("profiles", "sso_sessions", "services")


def main(read_program):
    reader = subprocess.Popen([read_program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        log_to(log)
        with open(log, encoding="utf-8", errors="replace") as logged:
            for line in sys.stdin:
                asked = json.loads(line)
                paths = {kind: write(folder, kind, asked[kind]) for kind in ("config", "credentials")}
                read = parsed(reader, paths)
                answer = {"id": asked["id"], "read": read}
                if "profile" in asked:
                    answer["resolve"] = resolved(asked["profile"], paths, read, logged)
                if "profiles" in asked:
                    names = [name for name in read["profiles"] if name.isascii() and "\0" not in name]
                    answer["resolves"] = {name: resolved(name, paths, read, logged) for name in names}
                print(json.dumps(answer, sort_keys=True, ensure_ascii=False), flush=True)


def log_to(path):
    """A log file of its own is buffered, standard error is not: it becomes the file."""
    sys.stderr = os.fdopen(os.dup(2), "w")
    os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
    awscrt.io.init_logging(awscrt.io.LogLevel.Debug, "stderr")


def write(folder, kind, content):
    path = os.path.join(folder, kind)
    if content is None:
        return None
    with open(path, "wb") as file:
        file.write(base64.b64decode(content))
    return path


def parsed(reader, paths):
    reader.stdin.write(f"{paths['config'] or '-'}\t{paths['credentials'] or '-'}\n")
    reader.stdin.flush()
    read = {group: {} for group in GROUPS}
    section = None
    while (line := reader.stdout.readline().rstrip("\n")) != ".":
        word, *rest = line.split(" ")
        if word == "fatal":
            read[f"{rest[0]}_error"] = "FATAL (collection NULL)"
        elif word == "section":
            section = read[GROUPS[int(rest[0])]].setdefault(text(rest[1]), {})
        else:
            *key, value = map(text, rest)
            # A key with a dot is not the same as one in a block, but looks it here: the former is shown.
            if word == "property" or ".".join(key) not in section:
                section[".".join(key)] = value
    return read


def text(word):
    """One character a byte: the client knows no others."""
    return bytes.fromhex(word[1:]).decode("latin-1")


SIGNS = re.compile(
    r"(?P<role>has role_arn property is set to (?P<arn>.*?), attempting to create an STS)"
    r"|(?P<web>has role_arn and web_identity_token_file, attempting)"
    r"|(?P<none>credential_source property set to)"
    r"|(?P<static>profile (?P<name>[^\n]*) attempting to create profile-based)"
    r"|(?P<process>attempting to create process-based)",
    re.DOTALL,
)


ERROR = re.compile(
    r"^\[ERROR\][^\n]*?\[AuthCredentialsProvider\] - (?:\(id=.*?\): )?(?:static: )?(.*?)(?=\n\[[A-Z]+\] \[|\n?\Z)",
    re.DOTALL | re.MULTILINE,
)


def resolved(profile, paths, read, logged):
    said(logged)
    missing = "/nonexistent"
    try:
        provider = awscrt.auth.AwsCredentialsProvider.new_profile(
            profile_name=profile,
            config_filepath=paths["config"] or missing,
            credentials_filepath=paths["credentials"] or missing,
        )
    except Exception as error:  # the binding raises RuntimeError and others, by the code of the last error
        return {"error": complaint(said(logged), str(error))}
    lines = said(logged)
    roles, base, at = [], None, profile
    for found in SIGNS.finditer("\n".join(lines)):
        if found["role"]:
            roles.append(found["arn"])
        elif found["static"]:
            base, at = {"source": "static"}, found["name"]
        else:
            base = {"source": "web-identity" if found["web"] else found.lastgroup}
    if base == {"source": "static"}:
        base = keys(provider if not roles else None, read["profiles"].get(at, {}))
    if "error" in base:
        return base
    if base["source"] == "web-identity":
        roles.pop()
    for role in reversed(roles):
        base = {"source": "role", "role_arn": role, "base": base}
    return base


def said(logged):
    """What was logged: a thread writes it, so a last line is waited for that shows in the log as a path."""
    last = f"/nonexistent/{time.monotonic_ns()}"
    try:
        awscrt.auth.AwsCredentialsProvider.new_profile(profile_name="p", config_filepath=last, credentials_filepath=last)
    except Exception:  # it is what is wanted
        pass
    log = ""
    # Its own complaint is the last that it logs.
    while last not in log or "could not load or parse" not in log[log.index(last) :]:
        log += logged.read()
        time.sleep(0.0002)
    return log[: log.index(last)].split("\n")


def keys(provider, settings):
    """A provider of keys always comes about; what it is worth shows when it is asked."""
    pair = [settings.get(key) for key in ("aws_access_key_id", "aws_secret_access_key")]
    if provider is None:
        return {"source": "static"} if all(pair) else {"error": "Valid credentials could not be sourced by a profile provider"}
    try:
        provider.get_credentials().result(10)
        return {"source": "static"}
    except Exception as error:
        if pair == [None, None]:
            return {"source": "none"}
        return {"error": re.sub(r"^.*?: ", "", str(error)).rstrip(".")}


def complaint(log, error):
    """The words of the log where there are any, else those of the error code."""
    # The last error is one of an earlier case where nothing is raised.
    if any("contains a circular reference" in line for line in log):
        return re.sub(r"^.*?: ", "", error)
    errors = [words for words in ERROR.findall("\n".join(log)) if words != "failed to load STS credentials provider"]
    if not errors:
        return "a role without source_profile, credential_source or web_identity_token_file"
    return errors[-1]


main(sys.argv[1])
