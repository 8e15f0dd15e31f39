"""``reportedly serve``: the page."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import TYPE_CHECKING

import click

from reportedly.cli.config import setting
from reportedly.cli.place import DEFAULT, told

if TYPE_CHECKING:
    from reportedly.web.settings import Settings

MISSING = "the page needs more than is installed ({name}): pip install 'reportedly[web]'"
#: Names under which every machine finds itself.
ITSELF = ("localhost", "127.0.0.1", "[::1]")


@click.command(
    "serve",
    epilog="Exit codes: 0 ended by Ctrl-C, 1 no such ledger, port taken, or extra `web` missing; 2 wrong usage.",
)
@click.argument("ledger", required=False, type=click.Path(dir_okay=False))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 takes a free one."
)
@click.option("--open", "show", is_flag=True, help="Open the page in a browser.")
@click.option("--read-only", is_flag=True, help="Nothing can be changed.")
@click.option("--password-file", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="Ask people for the password on this file's first line.")  # fmt: skip
@click.option("--token-file", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="Ask programs for the token on this file's first line, as `Authorization: Bearer`.")  # fmt: skip
@click.option(
    "--host-name", "names", multiple=True, metavar="NAME", help="Another name under which to answer."
)
@click.option(
    "--https", "secure", is_flag=True, help="Behind a proxy that speaks HTTPS: cookies over HTTPS alone."
)
@click.option("--unprotected", is_flag=True, help="Listen to other machines without password or token.")
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    ledger: str | None,
    host: str,
    port: int,
    show: bool,
    read_only: bool,
    password_file: str | None,
    token_file: str | None,
    names: tuple[str, ...],
    secure: bool,
    unprotected: bool,
) -> None:
    """Serve the page for a LEDGER on this machine; without one, the box that reads a text.

    Without LEDGER: REPORTEDLY_LEDGER, the setting `ledger`, or reportedly.db in this folder, if it is there.
    """
    if not (local(host) or password_file or token_file or unprotected):
        raise click.UsageError(
            f"--host {host} lets other machines in: give --password-file or --token-file, or say --unprotected"
        )
    try:
        import jinja2  # noqa: F401  # told here, before anything is opened
        import python_multipart  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        raise click.ClickException(MISSING.format(name=error.name)) from error
    from reportedly.web.settings import Settings

    settings = Settings(
        ledger=chosen(ledger),
        read_only=read_only,
        password=secret(password_file),
        token=secret(token_file),
        hosts=tuple(dict.fromkeys((*ITSELF, shown(host).lower(), *(name.lower() for name in names)))),
        secure=secure,
    )
    run(settings, host, port, show=show)


def run(settings: Settings, host: str, port: int, *, show: bool) -> None:
    """Listen until somebody presses Ctrl-C."""
    import uvicorn

    from reportedly.ledger import View
    from reportedly.web.app import create_app

    if settings.ledger is not None:
        with told(), View(settings.ledger):
            pass  # what cannot be opened is told now, not at the first request
    config = uvicorn.Config(
        create_app(settings), host=host, port=port, log_level="warning", access_log=False, server_header=False,
        limit_concurrency=200, timeout_keep_alive=15, h11_max_incomplete_event_size=65_536, lifespan="off",
    )  # fmt: skip
    try:
        socket = config.bind_socket()
    except SystemExit as error:
        raise click.ClickException(f"cannot listen at {shown(host)}:{port}") from error
    # An answer's head and body go out at once: without this every page waits 40 ms for the browser's nod.
    socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
    socket.listen(100)  # from here on, whoever asks is answered as soon as the server stands
    address = f"http://{shown(host)}:{socket.getsockname()[1]}/"
    what = settings.ledger or "no ledger: only the reader"
    click.echo(f"reportedly: {address} ({what}); Ctrl-C ends it", err=True)
    if show:
        click.launch(address)
    try:
        uvicorn.Server(config).run(sockets=[socket])
    except KeyboardInterrupt:
        click.echo("reportedly: ended", err=True)
    finally:
        socket.close()


def chosen(ledger: str | None) -> Path | None:
    """The ledger to serve: the one that is named, else the usual one if it is there."""
    if ledger is not None:
        return Path(ledger)
    named = os.environ.get("REPORTEDLY_LEDGER") or setting("ledger")
    if named:
        return Path(named)
    return Path(DEFAULT) if Path(DEFAULT).is_file() else None


def secret(path: str | None) -> str | None:
    """The first line of a file.

    :raises click.UsageError: if there is none.
    """
    if path is None:
        return None
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].strip():
        raise click.UsageError(f"{path}: its first line is empty")
    return lines[0].strip()


def local(host: str) -> bool:
    """Whether an address is this machine's own, which no other can ask."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def shown(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
