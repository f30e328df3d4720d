"""What the family reads as the next step: their own first, then the authority's, by law."""

from datetime import date

from record_world import NOW

from plait.assessment.models import Advice
from plait.cases.clocks_of_acts import begin
from plait.plans.actions.versions import serve_draft

ADVICE = "sr-r8-advice-6-weeks"


def card(browse, child) -> str:
    page = browse("parent").get(f"/my/{child.pk}/").content.decode()
    return page.split('class="plait-next"')[1].split("</section>")[0]


def test_while_the_draft_is_with_them_it_is_their_own_step(browse, world, acting, draft):
    serve_draft(version=draft, on=date(2026, 11, 16), by=acting("caseworker"), at=NOW)
    said = card(browse, world.amina)
    assert "Read the draft plan and say what you think" in said
    assert "reg 13(1)" in said


def test_once_their_time_is_over_it_is_not_their_step(browse, world, served):
    assert "Read the draft plan" not in card(browse, world.amina)


def advised(world, acting, assessing) -> Advice:
    reader, case = acting("caseworker"), world.amina.requests.latest("pk")
    found = Advice(
        area=reader.area, child=world.amina, request=case, kind="medical", body="nhs",
        giver_name="Dr Okoro", asked_on=date(2026, 8, 3), due_on=date(2026, 9, 14), duty=ADVICE,
    )  # fmt: skip
    found.save()
    found.clock = begin(request=case, duty=ADVICE, on=found.asked_on, ref=found.ref)
    found.save(update_fields=["clock"])
    return found


def test_an_advisers_late_duty_is_not_the_next_step_and_says_whose_it_is(
    browse, world, acting, assessing
):
    advised(world, acting, assessing)
    said = card(browse, world.amina)
    assert "The local authority must do this by" in said
    assert "advice for the assessment" not in said
    page = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    assert "Dr Okoro" in page.split('id="dates"')[1].split("</section>")[0]
