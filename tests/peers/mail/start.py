"""Dovecot (IMAP, LMTP) and a submission server (aiosmtpd) on loopback, with TLS: `./dev peers mail`."""

from __future__ import annotations

import base64
import grp
import json
import os
import pwd
import shutil
import sys
from pathlib import Path

from tests.peers import serving
from tests.peers.mail.tokens import TOKEN_KEY
from tests.peers.processes import HOST, UNPRIVILEGED, Peer, PeerFailed, as_unprivileged, free_port, run

DOVECOT = "/usr/sbin/dovecot"
# Dovecot checks tokens itself (JWT): whose key signed them, whether they have ended, and for which mailbox they are.
OAUTH = """introspection_mode = local
local_validation_key_dict = fs:posix:prefix={data}/keys/
username_attribute = email
username_format = %u
active_attribute = scope
active_value = mail
"""
FOLDERS = ("Sent", "Drafts", "Trash", "Junk", "Archive")


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost and its key."""
    folder.mkdir()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    new = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    run(["openssl", "req", *new, *names, "-keyout", key, "-out", certificate], cwd=folder)
    return key, certificate


def _configuration(data: Path, ports: dict[str, int], key: Path, certificate: Path) -> str:
    root = os.getuid() == 0
    owner = pwd.getpwuid(UNPRIVILEGED if root else os.getuid())
    group = grp.getgrgid(owner.pw_gid).gr_name
    # Without root Dovecot runs as this user alone, with no folders to be locked into.
    own = (
        f"default_internal_user = {owner.pw_name}\ndefault_internal_group = {group}\n"
        f"default_login_user = {owner.pw_name}\n"
    )
    free = "" if root else "chroot =\n"
    folders = "".join(
        f"mailbox {name} {{\n {'' if name == 'Archive' else f'special_use = {chr(92)}{name}'}\n auto = subscribe\n}}\n"
        for name in FOLDERS
    )
    return f"""
protocols = imap lmtp
listen = {HOST}
base_dir = {data}/run
state_dir = {data}/run
log_path = /dev/stderr
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
{"" if root else own}
mail_location = maildir:{data}/mail/%n
first_valid_uid = 1
mail_max_userip_connections = 200
mail_fsync = never
passdb {{
  driver = passwd-file
  args = {data}/denied
  deny = yes
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {data}/oauth2.conf
}}
passdb {{
  driver = static
  args = password=%n-password
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={data}/mail/%n allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  {folders}
}}
service imap-login {{
  {free}
  service_count = 0
  inet_listener imap {{
    port = {ports["imap"]}
  }}
  inet_listener imaps {{
    port = {ports["imaps"]}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {ports["lmtp"]}
  }}
}}
service anvil {{
  {free}
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  {free}
}}
"""


def setup(peer: Peer, options: serving.Options) -> serving.Facts:
    """Start Dovecot and a submission server on loopback; every name `…@example.test` is a mailbox."""
    if not Path(DOVECOT).exists():
        raise PeerFailed("install these Debian packages first: dovecot-imapd dovecot-lmtpd")
    ports = {name: free_port() for name in ("imap", "lmtp", "submission", "smtps")}
    ports["imaps"] = options.port or free_port()
    data = peer.state / "data"
    shutil.rmtree(data, ignore_errors=True)
    (data / "outbox").mkdir(parents=True)
    (data / "denied").touch()
    key, certificate = _certificate(data / "tls")
    mail = data / "mail"
    mail.mkdir()
    as_unprivileged(mail)
    (data / "oauth2.conf").write_text(OAUTH.format(data=data))
    signed_with = data / "keys" / "default" / "HS256"
    signed_with.mkdir(parents=True)
    (signed_with / "default").write_text(base64.b64encode(TOKEN_KEY).decode())
    (data / "dovecot.conf").write_text(_configuration(data, ports, key, certificate))
    peer.spawn("dovecot", [DOVECOT, "-F", "-c", data / "dovecot.conf"], cwd=data)
    told = ports | {"certificate": str(certificate), "key": str(key), "outbox": str(data / "outbox")}
    peer.spawn("smtp", [sys.executable, "-m", "tests.peers.mail.smtp", json.dumps(told)], cwd=serving.ROOT)
    peer.wait_port("dovecot", ports["imaps"])
    peer.wait_port("smtp", ports["smtps"])
    return {name: f"localhost:{ports[name]}" for name in ("imap", "imaps", "submission", "smtps")} | {
        "certificate": str(certificate),
        "outbox": str(data / "outbox"),
        "denied": str(data / "denied"),
    }


if __name__ == "__main__":
    serving.main("mail", "tests.peers.mail.start", setup)
