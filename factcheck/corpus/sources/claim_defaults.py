"""Applies `claim_defaults`: values for each claim of the file that does not write the key
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.corpus.yaml.documents import Diagnostics, Item, Items, report
from factcheck.corpus.yaml.forms import ClaimDefaultsForm, ClaimForm
from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.schema import read

KEY = "claim_defaults"


def with_defaults(
    document: Document, claims: Items[ClaimForm], diagnostics: Diagnostics
) -> Items[ClaimForm]:
    """The claims of a file, completed with its defaults.

    A key that is written as null counts as written: it says that nothing is stated. An error in a
    default is reported once; the claims that would use it are left out, as their content is
    unknown.
    """
    data = document.data
    if not isinstance(data, dict) or data.get(KEY) is None:
        return claims
    given = read(ClaimDefaultsForm, data[KEY])
    if isinstance(given, ClaimDefaultsForm):
        return replace(claims, valid=tuple(_filled(document, given, claims.valid)))
    report(document, (KEY,), given, diagnostics)
    faulty = {str(sentence.path[0]) if sentence.path else "" for sentence in given}
    written = data[KEY]
    if not isinstance(written, dict) or not faulty <= ClaimDefaultsForm.model_fields.keys():
        return replace(claims, valid=())
    rest = read(ClaimDefaultsForm, {k: v for k, v in written.items() if k not in faulty})
    assert isinstance(rest, ClaimDefaultsForm)
    sound = (item for item in claims.valid if faulty <= item.form.model_fields_set)
    return replace(claims, valid=tuple(_filled(document, rest, sound)))


def _filled(
    document: Document, given: ClaimDefaultsForm, items: Iterable[Item[ClaimForm]]
) -> Iterator[Item[ClaimForm]]:
    defaults = {key: value for key, value in given if value is not None}
    places = document.places.inner(KEY)
    for item in items:
        missing = defaults.keys() - item.form.model_fields_set
        form = item.form.model_copy(update={key: defaults[key] for key in missing})
        yield Item(form, item.places.with_keys(places, missing))
