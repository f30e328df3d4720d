"""The easy-read version: questions that people answer in short sentences; nothing is made up."""

import re

from plait.standards.paper import Paper
from plait.standards.paper_blocks import Block, Heading, Listing, Paragraph

# key, heading, what to write: each answer one short sentence a line.
EASY_QUESTIONS = (
    ("about", "About me", "What I like. What I am good at. What matters to me."),
    ("hard", "What is hard for me", "The needs of the plan, one short sentence each."),
    ("goals", "What I will be able to do", "The outcomes, one short sentence each, with when."),
    ("help", "The help I will get", "Who helps me, with what, how often. One sentence each."),
    ("where", "Where I will learn", "The school or college, when the plan is final."),
    ("check", "Checking that it works", "When we meet again, and who comes."),
    ("unhappy", "If I am not happy", "Whom I can tell, and who can help me to say it."),
)
LONGEST = 15  # words in a sentence that is easy to read: practice of easy-read makers (memory)
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def easy_paper(name: str, answers: dict[str, str]) -> Paper:
    """Make the easy-read paper of what people wrote, one sentence a line."""
    blocks: list[Block] = []
    for key, heading, _ in EASY_QUESTIONS:
        if lines := sentences(answers.get(key, "")):
            blocks += [Heading(heading), Listing(tuple(lines))]
    return Paper(
        title=f"My plan: {name}",
        blocks=tuple(blocks) or (Paragraph("Nothing is written yet."),),
        footer="Easy read",
    )


def sentences(text: str) -> list[str]:
    return [found.strip() for found in SENTENCE.findall(text) if found.strip(" .!?")]


def too_long(text: str) -> list[str]:
    """Give the sentences that are longer than easy read allows."""
    return [one for one in sentences(text) if len(one.split()) > LONGEST]
