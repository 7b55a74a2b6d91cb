import pytest

from lgdkit.office.lines import joined, unparted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("78 880 t CO₂e vuodessa, 12 513 000 EUR, 5 %", "78_880_t CO₂e vuodessa, 12_513_000_EUR, 5_%"),
        ("EUR 654 million, at SEK 1", "EUR_654 million, at SEK_1"),
        ("14 kt CO₂e per år, pro Jahr", "14_kt CO₂e per_år, pro_Jahr"),
        ("0,6 (2030), 4 (mars)", "0,6_(2030), 4 (mars)"),
        ("30 september 2024, 1 June 2021, 30 september", "30_september 2024, 1_June 2021, 30 september"),
        ("7 Energiaa; 13 Ilmastotekoja", "7 Energiaa; 13_Ilmastotekoja"),
        ("§ 54 GemO; (EU) 2016/679; (EU) och", "§_54 GemO; (EU)_2016/679; (EU) och"),
        ("November 2022 – 2030 · a", "November 2022_– 2030_· a"),
    ],
)  # fmt: skip
def test_no_line_ends_there(text: str, expected: str) -> None:
    assert joined(text).replace("\xa0", "_") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestävä Espoo -ohjelma, Espoo -ohjelma", "Kestävä Espoo <-ohjelma,> Espoo <-ohjelma>"),
        ("plan (B-2.1) and A-1.4", "plan (<B-2.1>) and <A-1.4>"),
        ("CO₂-Bilanz, EU-klimatkontraktet, 2019-2030", None),
        ("a -" + "b" * 30, None),
    ],
)
def test_these_are_not_parted_at_their_hyphen(text: str, expected: str | None) -> None:
    assert unparted(text, "<{}>") == (expected or text)
