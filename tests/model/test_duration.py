import pytest

from lgdkit.model.duration import Duration, parse_duration
from lgdkit.model.fault import Fault


def test_lengths_of_time() -> None:
    assert parse_duration("3 months") == Duration(3, "month")
    assert parse_duration("1 year") == Duration(1, "year")
    assert parse_duration("90 days") == Duration(90, "day")


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("3 kk", "Write 3 months."),
        ("3 Monate", "Write 3 months."),
        ("3months", "Write 3 months."),
        ("1 år", "Write 1 year."),
        ("2 viikkoa", "Write 2 weeks."),
        ("30 Tage", "Write 30 days."),
        ("3", "Write the unit after the number, such as 3 months."),
        (3, "Write the unit after the number, such as 3 months."),
        ("3 lunches", ""),
        ("three months", ""),
        ("0 days", ""),
        (None, ""),
        ([], ""),
    ],
)
def test_way_out(raw: object, advice: str) -> None:
    with pytest.raises(Fault) as raised:
        parse_duration(raw)
    context = dict(raised.value.context or {})
    assert raised.value.type == "bad-duration"
    assert context["help"] == advice
