"""Addresses that one adult of a family keeps from the others, and letters that would tell them."""

from collections.abc import Iterable

from plait.access.refusals import Refused
from plait.cases.models import Letter
from plait.people.models import FamilyTie
from plait.standards.hidden_address import HiddenAddress, gives_away
from plait.standards.paper import Paper, said


def ensure_hidden_stays_hidden(letter: Letter, texts: Iterable[str]) -> None:
    """Refuse words that would tell this letter's reader where somebody hidden lives."""
    texts = list(texts)
    for hidden, own in hidden_from(letter):
        if gives_away(texts, hidden, knows=own) or _names(hidden.email, texts):
            raise Refused(
                f"This letter holds the address of {hidden.of}, which is kept from others of the "
                f"family. It cannot go to {letter.to_name}.",
                who_can="Take the address, postcode or street out of the words and the envelope.",
            )


def ensure_no_hidden_address(child_id: int, texts: Iterable[str]) -> None:
    """Refuse words that each of a child's family reads, where they hold an address kept hidden."""
    texts = list(texts)
    ties = FamilyTie.objects.filter(child_id=child_id).select_related("carer__user", "child")
    carers = {tie.carer_id for tie in ties}
    hiding = FamilyTie.objects.filter(carer__in=carers, hide_address_from_others=True)
    hide = set(hiding.values_list("carer", flat=True))
    apart = any(tie.unsafe_to_tell for tie in ties)
    for tie in ties:
        if tie.carer_id not in hide and not (apart and not tie.unsafe_to_tell):
            continue
        home = tie.child.postcode if tie.lives_with else ""
        whole = "\n".join(filter(None, (tie.carer.address, home)))
        hidden = HiddenAddress(whole, tie.carer.name, _email_of(tie))
        if gives_away(texts, hidden) or _names(hidden.email, texts):
            raise Refused(
                f"This holds the address of {hidden.of}, which is kept from others of the family.",
                who_can="Write “at home” instead, or keep it from the family’s pages.",
            )


def _email_of(tie: FamilyTie) -> str:
    """Give where somebody is written to: their own address, or that of their sign-in."""
    return tie.carer.email or (tie.carer.user.email if tie.carer.user else "")


def _names(email: str, texts: list[str]) -> bool:
    """Say whether words hold somebody's e-mail address; a letter sent there is theirs to read."""
    return bool(email) and any(email.casefold() in text.casefold() for text in texts)


def hidden_from(letter: Letter) -> list[tuple[HiddenAddress, str]]:
    """Give each address the reader must not learn; a household's own is no secret inside it.

    From somebody of whom the record warns, every other household of the child is hidden.
    """
    ties = FamilyTie.objects.filter(child_id=letter.child_id).select_related("carer__user", "child")
    mine = [tie.carer.address for tie in ties if _is_to(letter, tie)]
    kept_from_me = any(tie.unsafe_to_tell for tie in ties if _is_to(letter, tie))
    carers = {tie.carer_id for tie in ties}
    hiding = FamilyTie.objects.filter(carer__in=carers, hide_address_from_others=True)
    hide = set(hiding.values_list("carer", flat=True))  # hidden for one child is hidden
    found = []
    for tie in ties:
        if (kept_from_me or tie.carer_id in hide) and not _is_to(letter, tie):
            address = tie.carer.address
            home = tie.child.postcode if tie.lives_with else ""
            whole = "\n".join(filter(None, (address, home)))
            email = _email_of(tie)
            if whole.strip() or email:
                hidden = HiddenAddress(whole, tie.carer.name, email)
                found.append((hidden, "\n".join(mine)))
    return found


def _is_to(letter: Letter, tie: FamilyTie) -> bool:
    if letter.facts.get("to") == f"carer:{tie.carer_id}":
        return True
    return letter.to_user_id is not None and letter.to_user_id == tie.carer.user_id


def words_of(letter: Letter, paper: Paper | None) -> list[str]:
    """Give everything that a letter's reader could come to read, in the letter or around it."""
    words = [
        letter.text, letter.to_name, letter.to_address, letter.to_email,
        *map(str, _inside(letter.facts)),
    ]  # fmt: skip
    if paper:
        words += [paper.title, paper.reference, paper.footer, "\n".join(paper.address)]
        words += ["\n".join(paper.sender), *map(said, paper.blocks)]
    return words


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, list):
        for one in value:
            yield from _inside(one)
    else:
        yield value
