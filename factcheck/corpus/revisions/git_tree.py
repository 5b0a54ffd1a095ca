"""Reads refs and the files of a commit from git, without a checkout. The only importer of git.

Every call has a fixed list of arguments and no shell; none runs a hook, a filter or a pager, takes
a lock, or asks the network.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.model.frozen import dataclass

_GIT = (
    "git",
    "--no-pager",
    "--literal-pathspecs",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "protocol.allow=never",
)
_QUIET = {
    "LC_ALL": "C",  # we look for words in what git says
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
}
# A hook runs with these set, for the repository of the hook and relative to its folder.
_OF_ANOTHER_REPOSITORY = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LIKE_AN_ID = re.compile(r"[0-9a-f]{7,64}")


class NoBase(Exception):
    """There is no revision to compare with. The message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class GitEntry:
    """One entry of a git tree: its mode, the id of its content, its size in bytes."""

    mode: str  # 100644, 100755: a file; 120000: a link; 040000: a folder; 160000: a submodule
    id: str
    size: int


@dataclass(frozen=True, slots=True)
class GitRevision:
    """A commit of the repository whose working tree is `root`."""

    root: Path
    commit: str
    environment: Mapping[str, str]

    def inside(self, path: Path) -> bytes | None:
        """The path in git's tree, "" for the root; None if it is outside the repository."""
        whole = path.resolve()
        if not whole.is_relative_to(self.root):
            return None
        relative = os.fsencode(whole.relative_to(self.root))
        return b"" if relative == b"." else relative

    def entries(self, folder: bytes) -> dict[bytes, GitEntry]:
        """All entries at this path and below it, by path. Raises NoBase on broken trees."""
        below = (os.fsdecode(folder),) if folder else ()
        asked = ("ls-tree", "-r", "-t", "-z", "-l", "--full-tree", self.commit, "--", *below)
        found = {}
        for line in self._ask(*asked).split(b"\0")[:-1]:
            head, _, path = line.partition(b"\t")
            mode, _, id, size = head.decode().split()
            found[path] = GitEntry(mode, id, int(size) if size.isdigit() else 0)
        return found

    def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The committed bytes, by id. Ids missing from a partial clone are left out.

        The result is raw: git's conversions on checkout (line ends, filters, LFS) are not applied.
        """
        wanted = sorted(set(ids))
        given = self._ask("cat-file", "--batch", stdin="".join(f"{id}\n" for id in wanted).encode())
        found, at = {}, 0
        while at < len(given):
            end = given.index(b"\n", at)
            id, *rest = given[at:end].decode().split()
            at = end + 1
            if rest and rest[0] == "blob":
                size = int(rest[1])
                found[id] = given[at : at + size]
                at += size + 1
        return found

    def content(self, path: Path) -> bytes | None:
        """The bytes of one plain file, named as on the disk; None if the commit lacks it."""
        inside = self.inside(path)
        entry = self.entries(inside).get(inside) if inside else None
        if entry is None or not entry.mode.startswith("100"):
            return None
        return self.contents((entry.id,)).get(entry.id)

    def _ask(self, *arguments: str, stdin: bytes = b"") -> bytes:
        asked = _run(self.root, self.environment, *arguments, stdin=stdin)
        if b"promisor" in asked.stderr:
            raise NoBase(
                f"Files of the commit {self.commit[:12]} are not in this clone, which leaves files "
                "out (a partial clone). Type: git fetch --refetch --no-filter"
            )
        if asked.returncode:
            raise NoBase(f"Git cannot read the commit {self.commit[:12]}: {_stated(asked)}.")
        return asked.stdout


def merge_bases(folder: Path, ref: str, environment: Mapping[str, str]) -> tuple[GitRevision, ...]:
    """The merge bases of `ref` and HEAD in the repository of `folder`, then `ref` itself.

    There are several after crossing merges, sorted. `environment` is that of the process. Raises
    NoBase, also where the history of a clone is cut so that a later one may be hidden.
    """
    repository = _Repository(folder, environment)
    base, head = repository.commit(ref), repository.head()
    asked = repository.run("merge-base", "--all", base, head)
    found = sorted(asked.stdout.decode().split())
    is_found = asked.returncode == 0 and bool(found) and all(map(_ID.fullmatch, found))
    if is_found and not (repository.is_shallow() and repository.may_hide(found, base, head)):
        return tuple(GitRevision(repository.root, id, environment) for id in (*found, base))
    if repository.is_shallow():
        raise NoBase(
            f"The history of this clone is cut off before the commit where '{_shown(ref)}' and "
            f"HEAD part. {repository.deepen()}"
        )
    raise NoBase(
        f"'{_shown(ref)}' and HEAD have no commit in common: give the branch that HEAD came from."
    )


class _Repository:
    """Answers questions about refs of the repository that contains a folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment
        asked = self.run("rev-parse", "--show-toplevel")
        if asked.returncode:
            raise NoBase(self._without_files(_stated(asked)))
        self.root = Path(os.fsdecode(asked.stdout.removesuffix(b"\n"))).resolve()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return _run(self.folder, self.environment, *arguments)

    def commit(self, ref: str) -> str:
        """The commit that a branch, a tag or an id names."""
        if not ref or ref.startswith("-") or re.search(r"[\0-\x20\x7f]", ref):
            raise NoBase(
                f"'{_shown(ref)}' cannot name a commit: give a branch, a tag or the id of a "
                "commit, as origin/main; write refs/heads/-x where a name begins with '-'."
            )
        return self._id_of(ref) or self._unknown(ref)

    def head(self) -> str:
        found = self._id_of("HEAD")
        if found is None:
            raise NoBase("Nothing has been committed here yet: there is no HEAD to compare from.")
        return found

    def is_shallow(self) -> bool:
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def may_hide(self, found: list[str], base: str, head: str) -> bool:
        """Whether a better merge base may lie behind the cut of a shallow clone.

        Behind a cut that the bases reach themselves there are only ancestors of theirs. Where one
        of the two commits is the base, none is better.
        """
        if base in found or head in found:
            return False
        place = self.run("rev-parse", "--path-format=absolute", "--git-path", "shallow")
        try:
            cuts = set(Path(os.fsdecode(place.stdout.removesuffix(b"\n"))).read_text().split())
        except (OSError, ValueError):
            return True
        asked = self.run("rev-list", base, head, "--not", *found)
        return asked.returncode != 0 or not cuts.isdisjoint(asked.stdout.decode().split())

    def deepen(self) -> str:
        """The git command that fetches the commits missing from a shallow clone."""
        return "Type: git fetch --unshallow (with actions/checkout, set fetch-depth: 0)."

    def _id_of(self, ref: str) -> str | None:
        asked = self.run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        found = asked.stdout.decode("utf-8", "replace").strip()
        return found if asked.returncode == 0 and _ID.fullmatch(found) else None

    def _unknown(self, ref: str) -> str:
        from factcheck.values.naming.likeness import nearest

        listed = self.run("for-each-ref", "--format=%(refname:short)")
        names = listed.stdout.decode("utf-8", "replace").split()
        on_remote = sorted(name for name in names if name.endswith(f"/{ref}"))
        near = on_remote[0] if on_remote else nearest(ref, names) if len(ref) <= 100 else None
        does = f" Did you mean '{_shown(near)}'?" if near is not None else self._how_to_fetch(ref)
        raise NoBase(f"'{_shown(ref)}' names no commit of this repository.{does}")

    def _how_to_fetch(self, ref: str) -> str:
        remotes = self.run("remote").stdout.decode("utf-8", "replace").split()
        remote, slash, branch = ref.partition("/")
        if slash and branch and remote in remotes:
            spec = shlex.quote(f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}")
            return f" Type: git fetch {shlex.quote(remote)} {spec}"
        if self.is_shallow() and (_LIKE_AN_ID.fullmatch(ref) or remotes):
            tags = "" if _LIKE_AN_ID.fullmatch(ref) else " A tag comes with: git fetch --tags."
            return f" The history of this clone is cut off. {self.deepen()}{tags}"
        return " Type: git branch --all, which lists what there is; or fetch it first."

    def _without_files(self, stated: str) -> str:
        """The reason why a folder has no working tree."""
        folder = _shown(str(self.folder))
        if "not a git repository" in stated:
            return (
                f"'{folder}' lies in no git repository: a comparison with a commit needs one. "
                "Type: git init, or leave --against out."
            )
        if "must be run in a work tree" in stated:
            return (
                f"'{folder}' lies in a repository without files (a bare one, or a folder .git): "
                "check the claims in a clone of it."
            )
        if "dubious ownership" in stated:
            named = (re.findall(r"repository at '([^']+)'", stated) or [str(self.folder)])[0]
            return (
                f"Git does not use the repository of '{folder}', which belongs to another user, as "
                "it often does in a container. If you trust it, type: "
                f"git config --global --add safe.directory {shlex.quote(named)}"
            )
        return f"Git cannot use the repository of '{folder}': {stated}."


def _run(
    folder: Path, environment: Mapping[str, str], *arguments: str, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in environment.items() if k not in _OF_ANOTHER_REPOSITORY}
    try:
        return subprocess.run(
            (*_GIT, "-C", str(folder), *arguments),
            input=stdin,
            capture_output=True,
            check=False,
            env={**kept, **_QUIET},
        )
    except OSError as why:
        raise NoBase(
            f"Git cannot be started ({(why.strerror or str(why)).lower()}): a comparison with a "
            "commit needs it. Install git, or leave --against out."
        ) from None


def _stated(asked: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of git's error output, without invisible characters."""
    lines = asked.stderr.decode("utf-8", "replace").strip().splitlines()
    first = next((line for line in lines if line.startswith("fatal: ")), "".join(lines[:1]))
    return _shown(first.removeprefix("fatal: ")).rstrip(".") or "it says nothing"


def _shown(text: str) -> str:
    """A text for people, with unprintable characters escaped; at most 200 characters."""
    sound = os.fsencode(text).decode("utf-8", "backslashreplace")[:200]
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in sound)


def user_name(folder: Path) -> str | None:
    """The user's name in git's settings there; None without such a setting or without git."""
    try:
        asked = subprocess.run(
            ("git", "-C", str(folder), "config", "user.name"),
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return asked.stdout.decode("utf-8", "replace").strip() or None
