"""Five people bring a request to a final plan on the pages alone; each reads what is theirs."""

import io
import json
import re

import pikepdf
import pytest
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
THERAPIST, OFFICE, MOTHER = "noor@therapy.test", "office@school.test", "mina@families.test"
GIVEN = (
    "A registered speech and language therapist will teach Molly for 45 minutes each week of term, "
    "alone, and review it with the SENCO every July."
)
NEED = "Molly loses the thread when an instruction has more than one part."


def on_this_day(page: Page, group: str = "") -> None:
    """Fill the day boxes of a form with today, as the server says it."""
    today = page.evaluate("(d => [d.getDate(), d.getMonth() + 1, d.getFullYear()])(new Date())")
    within = page.get_by_role("group", name=group) if group else page
    for part, value in zip(("Day", "Month", "Year"), today, strict=True):
        within.get_by_label(part, exact=True).fill(str(value))


def a_case(visit) -> int:
    """A child of Hannah's whose request waits for a decision."""
    page = visit("Hannah Oakes")
    page.goto("/cases/?duty=sr-r5-1-decide-assess")
    for href in page.locator("main a[href*='/children/']").evaluate_all(
        "all => [...new Set(all.map(a => a.pathname))]"
    ):
        child = int(re.search(r"/children/(\d+)/", href)[1])
        page.goto(f"/children/{child}/road/")
        if page.get_by_role("button", name="Prepare the decision", exact=True).count():
            return child
    raise AssertionError("no request of Hannah's waits for a decision")


def decide(page: Page, child: int, about: str, limbs: tuple[str, ...]) -> None:
    page.goto(f"/children/{child}/panel/{about}/")
    for limb in limbs:
        page.locator(f"input[name={limb}-answer][value=yes]").check()
        page.locator(f"textarea[name={limb}-why]").fill("The school and the family show it.")
    page.locator("textarea[name=also_weighed]").fill("The school's own cycles of support.")
    page.locator("textarea[name=why]").fill("The advice and the school's cycles show the need.")
    press(page.get_by_role("button", name="Save and go on to the decision"))
    page.locator("input[name=outcome][value=Y]").check()
    press(page.get_by_role("button", name="Record the decision"))
    expect(page.locator("main")).not_to_contain_text("There is a problem")


def ask_the_therapist(page: Page, child: int) -> None:
    """Ask the therapist, who has no account, for medical advice; the others are left out here."""
    page.goto(f"/children/{child}/advice/ask/")
    for number, box in enumerate(page.locator("input[name^=ask-]").all()):
        box.check() if number == 2 else box.uncheck()
    page.locator("select[name=who-2]").select_option(index=0)  # somebody without an account
    for name, words in (("name", "Noor Aziz"), ("post", "Therapist"), ("email", THERAPIST)):
        page.locator(f"input[name={name}-2]").fill(words)
    page.get_by_role("button", name="Ask all of them").or_(
        page.locator("main form button.govuk-button").last
    ).last.click()
    expect(page.locator("main")).to_contain_text("Noor Aziz")


def through(visit, site, address: str) -> Page:
    """Open the newest link that was sent to somebody without an account."""
    page = visit()
    page.goto(site.links_to(address)[-1])
    press(page.get_by_role("button", name="Open it"))
    return page


def give_advice(visit, site) -> None:
    """The therapist writes vaguely, is shown what is vague, mends it and sends."""
    page = through(visit, site, THERAPIST)
    page.locator("textarea[name=new-need-0]").fill(NEED)
    page.locator("textarea[name=new-provision-0]").fill(
        "Molly would benefit from access to regular speech and language therapy as required."
    )
    press(page.get_by_role("button", name="Save and check the wording"))
    expect(page.locator("main")).to_contain_text("[vague]")
    page.locator("main textarea").last.fill(GIVEN)
    press(page.get_by_role("button", name="Save and check again"))
    expect(page.locator("main")).to_contain_text("Send your advice")
    page.get_by_label("Your name").fill("Noor Aziz")
    if page.get_by_label("Your role").count():
        page.get_by_label("Your role").fill("Speech and language therapist")
    if page.get_by_label("Day", exact=True).count():
        on_this_day(page)
    page.get_by_label("These are my words").check()
    press(page.get_by_role("button", name="Send my advice"))
    expect(page.locator("main")).to_contain_text("Your advice is sent")
    again = visit()
    again.goto(site.links_to(THERAPIST)[-1])
    press(again.get_by_role("button", name="Open it"))
    expect(again.locator("main")).to_contain_text("This link is over")


def add(page: Page, section: str, words: str = "", quoting: str = "") -> None:
    """Add a statement, from nothing or as a quotation, and leave its form open."""
    page.get_by_role("button", name=f"Add to section {section}", exact=True).click()
    if quoting:
        card = page.locator("article", has_text=quoting)
        card.get_by_role("button", name="Quote this").click()
    else:
        page.get_by_role("button", name="Begin with an empty page").click()
        page.get_by_label("In words", exact=True).fill(words)


def save(page: Page) -> None:
    press(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator("main")).to_contain_text("is saved")


def write_the_plan(page: Page, child: int) -> None:
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("button", name="Begin the plan").click()
    add(page, "A", "I like trains and I do not like bells.")
    page.get_by_label("Whose view is it?").select_option("child")
    on_this_day(page, "When was it given?")
    page.get_by_label("How was it given").fill("with pictures")
    for topic in ("Communication", "History", "School", "Independence", "Friendships", "Future"):
        page.get_by_label(topic, exact=True).check()
    page.get_by_label("Are these their own words?").select_option("yes")
    page.get_by_label("Did they agree").select_option("yes")
    save(page)
    add(page, "B", quoting=NEED)
    page.get_by_label("Broad area").select_option("communication_and_interaction")
    save(page)
    add(page, "E", "Molly will follow an instruction of two parts in class.")
    page.get_by_label("Or by when, in words").fill("by the end of next school year")
    page.get_by_label("How will anyone know").fill("seen in four lessons of five")
    page.get_by_label("Who follows progress").fill("the SENCO, each term")
    page.get_by_label("Is it an outcome of education").select_option("yes")
    save(page)
    add(page, "F", quoting="45 minutes")
    for label, words in (
        ("Who gives it?", "speech and language therapist"),
        ("With which training", "registered"),
        ("Minutes in one session", "45"),
        ("How many sessions", "1"),
        ("The most children", "1"),
        ("Who sees that it is given?", "the SENCO"),
    ):
        page.get_by_label(label).fill(words)
    page.get_by_label("It prepares for adulthood").check()
    for ref in ("B1:", "E1:"):
        page.get_by_role("checkbox", name=re.compile(f"^{ref}")).check()
    save(page)
    for section in ("C", "D", "G", "H1", "H2", "J"):
        page.get_by_role("button", name=f"Say that none was identified in {section}").click()
    page.get_by_role("link", name="Change what is said of the whole plan").click()
    page.get_by_label("How did the child or young person take part?").fill("With pictures.")
    press(page.get_by_role("button", name="Save", exact=True))


def answer_the_checks(page: Page) -> None:
    """Give a reason for each warning; nothing is an error."""
    page.get_by_role("button", name="Checks and the week").click()
    expect(page.get_by_role("heading", name="What stops the issue (0)")).to_be_visible()
    while page.get_by_role("link", name="Say why it stays").count():
        press(page.get_by_role("link", name="Say why it stays").first)
        page.get_by_label("Why is it left so?").fill("Talked about at the meeting; see the note.")
        press(page.get_by_role("button", name="Keep the reason"))


def serve(page: Page, child: int) -> None:
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("link", name="First draft, version 1").click()
    page.get_by_role("button", name="Serve it on the family").click()
    press(page.get_by_role("button", name="Serve it", exact=True))
    expect(page.locator("main")).to_contain_text("With the family")


def the_mother_joins(visit, child: int) -> Page:
    """The manager checks who she is; she chooses a password and reads."""
    manager = visit("Imran Sadiq")
    manager.goto(f"/people/children/{child}/family/")
    manager.get_by_label("a parent or carer").check()
    manager.get_by_label("Their name").fill("Mina Hale")
    manager.get_by_label("Their e-mail address").fill(MOTHER)
    manager.get_by_label("What did you check?").fill("Her passport, at the school.")
    manager.get_by_label("Relationship").fill("mother")
    manager.get_by_label("Has parental responsibility").check()
    press(manager.get_by_role("button", name="Open the record"))
    link = re.search(r"http://\S+/join/\S+/", manager.locator("main").inner_text())[0]
    page = visit(viewport={"width": 375, "height": 740})
    page.goto(link)
    page.get_by_label("Choose a password").fill("three blue trains")
    page.get_by_label("The same once more").fill("three blue trains")
    press(page.get_by_role("button", name="Save the password"))
    return page


def the_mother_answers(page: Page, child: int) -> None:
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("link", name="First draft, version 1").click()
    expect(page.locator("main")).to_contain_text("You may say what you think of it until")
    page.get_by_role("link", name="Say something about F1").click()
    page.get_by_label("What would you like to say?").fill("Please say that it is in school.")
    press(page.get_by_role("button", name="Send", exact=True))
    expect(page.locator("main")).to_contain_text("You are owed one before the plan is final")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def the_school_answers(page: Page, visit, site, child: int) -> None:
    """The caseworker asks a school; its head answers through a link, need by need."""
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("button", name="Ask a setting").click()
    page.locator("select[name=setting]").select_option(index=1)
    page.get_by_label("Where does the link go?").fill(OFFICE)
    press(page.get_by_role("button", name="Ask", exact=True))
    head = through(visit, site, OFFICE)
    expect(head.locator("main")).to_contain_text(NEED)
    expect(head.locator("main")).not_to_contain_text("I like trains")
    head.locator("input[name=can_B1][value=yes]").check()
    head.get_by_label("Can meet the needs").check()
    head.get_by_label("Your name and post").fill("H. Head, headteacher")
    press(head.get_by_role("button", name="Send the answer"))
    expect(head.locator("main")).to_contain_text("Thank you")


def finish(page: Page, child: int) -> None:
    """Answer the mother, go on from the draft, name the school, sign and send."""
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("link", name="First draft, version 1").click()
    page.get_by_role("link", name="Answer this").click()
    page.get_by_label("Yes, the draft changes").check()
    page.get_by_label("What do you answer?").fill("It now says so.")
    press(page.get_by_role("button", name="Send the answer"))
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("button", name="Go on from the served draft").click()
    page.get_by_role("link", name="Particulars and threads of F1").click()
    page.get_by_label("In words", exact=True).fill(GIVEN.replace("alone,", "alone, in school,"))
    save(page)
    page.get_by_role("button", name="Make it final").click()
    page.locator("select[name=setting]").select_option(index=1)
    page.get_by_label("Its type, or the type alone").fill("mainstream school")
    press(page.get_by_role("button", name="Make it final"))
    expect(page.locator("main")).to_contain_text("Final plan, version 2")


def test_five_people_bring_a_request_to_a_final_plan(visit, site, tmp_path):
    child = a_case(visit)
    officer = visit("Hannah Oakes")
    decide(officer, child, "assess", ("may-have-sen", "may-need-a-plan"))
    ask_the_therapist(officer, child)
    give_advice(visit, site)
    decide(officer, child, "plan", ("has-sen", "plan-necessary"))
    write_the_plan(officer, child)
    answer_the_checks(officer)
    serve(officer, child)
    mother = the_mother_joins(visit, child)
    the_mother_answers(mother, child)
    the_school_answers(officer, visit, site, child)
    finish(officer, child)

    mother.goto(f"/children/{child}/plan/")
    expect(mother.locator("main")).to_contain_text("Can meet the needs")
    mother.get_by_role("link", name="Final plan, version 2").click()
    expect(mother.locator("main")).to_contain_text("in school")
    mother.get_by_role("link", name="Each need, what is done about it, and who said so").click()
    mother.get_by_text("Noor Aziz").last.click()
    expect(mother.locator("main")).to_contain_text(GIVEN)
    what_is_read(mother, site, child, tmp_path)
    stranger = visit("Kate Marsden")
    assert stranger.goto(f"/children/{child}/plan/").status == 404
    assert stranger.goto(mother.url).status == 404


def what_is_read(page: Page, site, child: int, folder) -> None:
    """The final plan as files: tagged for a screen reader, and sound by its own checks."""
    page.goto(f"/children/{child}/plan/")
    page.get_by_role("link", name="Final plan, version 2").click()
    files = {}
    for name, link in (("plan.pdf", "PDF"), ("plan.docx", "Word")):
        with page.expect_download() as coming:
            page.get_by_role("button", name=link, exact=True).click()
        files[name] = folder / name
        coming.value.save_as(files[name])
    with pikepdf.open(io.BytesIO(files["plan.pdf"].read_bytes())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "en-gb"
    checked = site.plait("plan", "check", str(files["plan.docx"]), "--json")
    found = json.loads(checked.stdout)
    assert found["stage"] == "final"
    assert found["counts"]["error"] == 0
    assert found.get("changed_in_word", []) == []
