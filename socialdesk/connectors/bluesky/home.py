"""Finds the server an account lives on: gets its DID, asks whoever keeps the document of that, gives an address."""

from __future__ import annotations

from socialdesk.connectors.kit.http import Http

NO_DOCUMENT = (ValueError, KeyError, TypeError, AttributeError)
"""What reading raises where something else than a document was answered."""


def address(server: str) -> str:
    """An address as it is asked: with its scheme, without a slash at its end."""
    server = server.strip().rstrip("/")
    return server if "://" in server else f"https://{server}"


async def home_of(http: Http, plc: str, did: str) -> str:
    """Where the account of a DID lives now; "" where its document names no server.

    `plc` is the directory of those that begin with did:plc. Raises ConnectorError, or `NO_DOCUMENT` for anything else.
    """
    host = did.removeprefix("did:web:")
    url = f"{plc}/{did}" if did.startswith("did:plc:") else f"https://{host}/.well-known/did.json"
    document = (await http.ask("GET", url)).json()
    for service in document.get("service", []):
        if service.get("id", "").endswith("#atproto_pds"):
            return address(str(service["serviceEndpoint"]))
    return ""
