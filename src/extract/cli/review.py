"""`extract review`: the page on which people check and correct what was extracted."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.parameters import DEFAULT_DATASET, CodebookFile, Dataset
from extract.cli.terminal import say, tell
from extract.model import Message

if TYPE_CHECKING:
    from extract.dataset import User
    from extract.dataset import Users as UserStore
    from extract.review.server import Address

review = typer.Typer(no_args_is_help=False)

_ROLES = "reader|reviewer|lead"

Name = Annotated[str, typer.Argument(metavar="NAME", help=tell(Message("The name to sign in with.")))]


@review.callback(invoke_without_command=True)
def serve_page(
    context: typer.Context,
    dataset: Dataset = DEFAULT_DATASET,
    codebook: CodebookFile = None,
    letters: Annotated[
        list[Path] | None,
        typer.Option(
            "--letters",
            metavar="FOLDER",
            help=tell(Message("Where the letters' files lie now, if they were moved since they were read.")),
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(help=tell(Message("The address to serve at; without this, only this machine reaches it.")))
    ] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help=tell(Message("The port; 0 for any that is free (default: 8000, or one that is free).")),
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", help=tell(Message("Another host name under which browsers call the page."))),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(help=tell(Message("A certificate (PEM), to serve over TLS; with --key.")))
    ] = None,
    key: Annotated[Path | None, typer.Option(help=tell(Message("The certificate's private key (PEM).")))] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help=tell(Message("Do not open the page in a browser.")))
    ] = False,
) -> None:
    """Serve the page until Ctrl-C. Alone on a machine nobody signs in; with several users everybody does."""
    if context.invoked_subcommand is not None:
        # The commands below need the dataset too.
        context.obj = dataset
        return
    import signal
    import threading
    import webbrowser

    from extract.codebook import load_codebook
    from extract.dataset import open_dataset
    from extract.rendering import Renderer
    from extract.review.app import make_app, make_desk
    from extract.review.hosts import host_names, is_loopback
    from extract.review.server import Address, PageServer, bind

    # Ended by the system it ends as with Ctrl-C: with its worker, and nothing left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = Address(host, port, certificate, key)
    _check(address)
    book = load_codebook(codebook)
    with open_dataset(dataset, create=False) as store, Renderer() as renderer:
        alone = _open_to(store.users, is_local=is_loopback(host))
        desk = make_desk(store, book, renderer, folders=tuple(letters or ()), secure=address.is_secure)
        with bind(address) as bound:
            url = address.url(bound.getsockname()[1])
            entrance = f"{url}enter?word={desk.make_entrance()}" if alone else url

            def ready() -> None:
                threading.Thread(target=desk.warm_up, daemon=True).start()
                say(Message("The review page: {url}", {"url": entrance}))
                say(Message("Everything is saved at once. Ctrl-C ends the page."))
                if not no_browser:
                    webbrowser.open(entrance)

            PageServer(make_app(desk, host_names(host, tuple(names or ()))), address, ready).run([bound])


def _check(address: Address) -> None:
    """Raise UsageError for half a certificate; warn where letters would go over a network in the clear."""
    from extract.errors import UsageError
    from extract.review.hosts import is_loopback

    if (address.certificate is None) != (address.key is None):
        raise UsageError(
            Message("A certificate and its key are needed together."), Message("Give both --certificate and --key.")
        )
    for file in (address.certificate, address.key):
        if file is not None and not file.is_file():
            raise UsageError(
                Message("{path} does not exist.", {"path": str(file)}), Message("Give the certificate's PEM files.")
            )
    if not is_loopback(address.host) and not address.is_secure:
        say(
            Message("Letters and passwords will go over the network unencrypted; --certificate and --key prevent it."),
            stderr=True,
        )


def _open_to(users: UserStore, *, is_local: bool) -> User | None:
    """Whoever works here alone and is let in without a password; made on the first start. None where all sign in."""
    from extract.dataset import UserRole
    from extract.errors import UsageError
    from extract.review.sign_in import only_user

    everybody = users.all()
    if is_local:
        return only_user(everybody or [users.add(getpass.getuser(), UserRole.LEAD, None)])
    if not any(user.active and user.has_password for user in everybody):
        raise UsageError(
            Message("Nobody has a password yet, and over a network everybody needs one."),
            Message("Add a user first: extract review add-user NAME --role lead."),
        )
    return None


@review.command("add-user", help=tell(Message("Let somebody use the page.")))
def add_user(
    context: typer.Context,
    name: Name,
    role: Annotated[
        str,
        typer.Option(metavar=_ROLES, help=tell(Message("A reader looks, a reviewer corrects, a lead also manages."))),
    ] = "reviewer",
) -> None:
    """Ask for a password and store its hash."""
    from extract.dataset import UserRole, open_dataset
    from extract.errors import UsageError
    from extract.review.passwords import hash_password

    if role not in set(UserRole):
        raise UsageError(
            Message("There is no role {role}.", {"role": role}), Message("The roles are: {roles}.", {"roles": _ROLES})
        )
    with open_dataset(context.obj, create=False) as store:
        without = [user.display_name for user in store.users.all() if user.active and not user.has_password]
        if not without and not store.users.all() and role != UserRole.LEAD:
            raise UsageError(
                Message("The first user has to be a lead."), Message("Say so with --role lead, and add others then.")
            )
        store.users.add(name, UserRole(role), hash_password(_ask_password()))
    say(Message("{name} may use the page now.", {"name": name}))
    for other in without:
        say(
            Message("{name} has no password and needs one now: extract review set-password {name}", {"name": other}),
            stderr=True,
        )


@review.command("set-password", help=tell(Message("Give somebody another password.")))
def set_password(context: typer.Context, name: Name) -> None:
    """Ask for the password and store its hash; whoever was signed in with the old one no longer is."""
    from extract.dataset import open_dataset
    from extract.errors import UsageError
    from extract.review.passwords import hash_password

    with open_dataset(context.obj, create=False) as store:
        found = store.users.find(name)
        if found is None:
            raise UsageError(
                Message("There is no user {name}.", {"name": name}), Message("`extract review users` lists them.")
            )
        store.users.set_password(found[0].id, hash_password(_ask_password()))
    say(Message("The password was set."))


@review.command("users", help=tell(Message("List who may use the page.")))
def list_users(context: typer.Context) -> None:
    """Print names, roles, and who may no longer sign in."""
    from extract.cli.terminal import console
    from extract.dataset import open_dataset
    from extract.labels import USER_ROLES

    with open_dataset(context.obj, create=False) as store:
        for user in store.users.all():
            notes = [tell(USER_ROLES[user.role])]
            notes += [] if user.has_password else [tell(Message("no password"))]
            notes += [] if user.active else [tell(Message("may not sign in"))]
            console().print(f"{user.display_name}: {', '.join(notes)}", markup=False)


def _ask_password() -> str:
    """Typed twice unseen; from a pipe, its first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt(tell(Message("Password")), hide_input=True, confirmation_prompt=True))
