"""Codes of a knowledge-exchange sprint: who takes part, what it works on, what a session is.

The groups are those of the sprints of the Local Green Deals project ALLIANCE: partner cities, local SME
organisations, the social economy and observer cities. Ideas are looked at as dreamer, realist and critic.
"""

from typing import Literal, get_args

ParticipantKind = Literal[
    "city",
    "observer",
    "sme",
    "company",
    "social-economy",
    "association",
    "residents",
    "academia",
    "public-body",
    "network",
]
PARTICIPANT_KINDS: tuple[ParticipantKind, ...] = get_args(ParticipantKind)
Focus = Literal["exchange", "roadmap", "agreement"]
SessionKind = Literal[
    "opening",
    "practice",
    "challenge",
    "ideas",
    "views",
    "roadmap",
    "agreement",
    "next-steps",
    "plenary",
    "break",
]
View = Literal["dreamer", "realist", "critic"]
VIEWS: tuple[View, ...] = get_args(View)
"""The three ways to look at an idea: what it could become, how it could work, what speaks against it."""
