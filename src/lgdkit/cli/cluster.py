"""The option that names a cluster; what it does stands in crew, which one city alone never needs."""

from typing import Annotated

import typer

Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Work on a Dask cluster that runs already and sees the same files: tcp://host:8786. "
        "Needs pip install 'lgdkit\\[cluster]'.",
    ),
]
