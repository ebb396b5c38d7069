"""Prints the access key of a profile as botocore resolves it through SSO, or its error."""

import json
import sys

import botocore.session

try:
    session = botocore.session.Session(profile=sys.argv[1])
    frozen = session.get_credentials().get_frozen_credentials()
    print(json.dumps({"accessKeyId": frozen.access_key}))
except Exception as error:  # What it raises is the answer.
    print(json.dumps({"error": type(error).__name__, "message": str(error)}))
