from lgdkit.model.fault import cut, deeper, fault, faults, kind_of, quoting, shown


def test_faults_carry_the_way_out() -> None:
    error = fault("bad-date", "{x} is no date.", "2024", "Write 2024.")
    assert error.type == "bad-date"
    assert error.message() == "{x} is no date."
    assert error.context == {
        "message": "{x} is no date.",
        "expected": "2024",
        "help": "Write 2024.",
        "on_key": False,
        "fix": None,
    }


def test_several_faults_in_one() -> None:
    error = faults([(("a",), fault("x", "One."), 1), (("b", 0), fault("y", "Two.", on_key=True), 2)])
    assert [(each["loc"], each["type"], each["input"]) for each in error.errors()] == [
        (("a",), "x", 1),
        (("b", 0), "y", 2),
    ]


def test_faults_move_with_their_value() -> None:
    assert deeper("k", fault("x", "One."), 5)[0][0] == ("k",)
    inner = faults([(("a",), fault("x", "One.", on_key=True), 1)])
    found = deeper("k", inner, 5)
    assert [each[::2] for each in found] == [(("k", "a"), 1)]
    assert (found[0][1].context or {})["on_key"] is True


def test_kinds_in_words() -> None:
    assert [kind_of(raw) for raw in list[object]((True, 1, 1.5, "x", {}, [], None))] == [
        "a boolean (true or false)",
        "a number",
        "a number",
        "a text",
        "a mapping (key: value)",
        "a list",
        "nothing",
    ]


def test_values_in_messages_are_short() -> None:
    assert shown("x") == '"x"'
    assert shown(False) == "false"
    assert shown(1.5) == "1.5"
    assert shown([1] * 1_000_000) == "a list"
    assert len(shown("x" * 1_000_000)) <= 62
    assert cut("x" * 60) == "x" * 60
    assert cut("x" * 61) == "x" * 57 + "…"


def test_quoting() -> None:
    assert quoting(5) == 'If it is meant as a text, put it in quotes: "5".'
    assert quoting(["a"]).startswith("Write one text")
    assert quoting({"a": 1}).startswith("Write one text")
    assert quoting(None) == ""
