"""What only a page shows, made by hand, for the view in views.py."""

from __future__ import annotations

from factcheck.report.page import (
    FacetView,
    GapView,
    OptionView,
    PointView,
    SubjectView,
    TaskView,
    WorkView,
)
from tests.formats.bricks import HARBOUR, MOLO, QUAY, row, stated, whole

EVERYBODY = (HARBOUR.id, MOLO.id, QUAY.id)

WORK = (
    WorkView(
        "editor",
        "To decide",
        "Only a person can.",
        whole(
            [
                TaskView(
                    "Ask the outlets what they count, then record a decision.",
                    whole(
                        [
                            PointView(
                                "f-3f0a91c2d4e5",
                                "Northwind – budget, 2025",
                                "",
                                "northwind",
                                EVERYBODY,
                            ),
                            *(
                                PointView(
                                    "f-77aa01b2c3d4",
                                    f"Northwind – tariff model {n}",
                                    "",
                                    "northwind",
                                    (),
                                )
                                for n in range(6)
                            ),
                        ]
                    ),
                )
            ]
        ),
    ),
    WorkView(
        "outlet",
        "To ask",
        "What each outlet has said.",
        whole(
            [
                TaskView(
                    "Molo Oggi",
                    whole(
                        [
                            PointView(
                                "f-3f0a91c2d4e5",
                                "Northwind – budget, 2025: 85 million EUR",
                                "150 million EUR",
                                "northwind",
                                EVERYBODY,
                            )
                        ]
                    ),
                )
            ]
        ),
    ),
    WorkView(
        "curator",
        "To add or correct",
        "In the files.",
        whole(
            [
                TaskView(
                    "Add period to these claims.",
                    whole([PointView("unchecked-alone", "2 claims", "", "", ())]),
                )
            ]
        ),
    ),
)

FACETS = (
    FacetView(
        "state",
        "State",
        "any state",
        (OptionView("new", "new", 5), OptionView("reopened", "reopened", 1)),
    ),
    FacetView(
        "verdict",
        "Verdict",
        "any verdict",
        (
            OptionView("confused", "confused", 1),
            OptionView("contradicts", "contradicts", 4),
            OptionView("scope-differs", "scope-differs", 1),
            OptionView("variant", "variant", 1),
        ),
    ),
    FacetView(
        "rule",
        "Rule",
        "any rule",
        (
            OptionView("name-variant", "name-variant", 1),
            OptionView("quantity-mismatch", "quantity-mismatch", 4),
        ),
    ),
    FacetView(
        "source",
        "Source",
        "any source",
        (OptionView(HARBOUR.id, "Harbour Post", 6), OptionView(MOLO.id, "Molo Oggi", 7)),
    ),
)

SUBJECTS = whole(
    [
        SubjectView(
            "northwind",
            "Northwind",
            whole(
                [
                    row(
                        stated(HARBOUR, 80, "4,125"),
                        scope="2025, actual",
                        findings=("3f0a91c2d4e5", "c0ffee001122"),
                    )
                ]
            ),
            7,
        )
    ]
)

LOOKED = (("Folder", "claims"), ("Sources", "3, published 2026-01-28 – 2026-02-05"))

GAPS = (
    GapView(2, "No other source speaks of the same thing.", "unchecked-alone"),
    GapView(1, "The source gives no value.", "unchecked-no-value"),
)
